using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>What everyone earned in some days of a run, by token; each thread has its own.</summary>
/// <remarks>An earning of 0 is one too: it makes a leaf in the tree.</remarks>
internal sealed class Earnings(StakeIndex index)
{
    private readonly Dictionary<Address, Column> _byToken = [];

    /// <summary>Adds what an earner got.</summary>
    public void Add(Address token, int earner, UInt256 amount)
    {
        if (!_byToken.TryGetValue(token, out Column column))
        {
            column = new Column(new UInt256[index.EarnerCount], new bool[index.EarnerCount]);
            _byToken.Add(token, column);
        }

        column.Amounts[earner] += amount;
        column.IsEarned[earner] = true;
    }

    /// <summary>Everything, an earner and token at a time.</summary>
    public IEnumerable<(Address Earner, Address Token, UInt256 Amount)> All()
    {
        foreach ((Address token, Column column) in _byToken)
        {
            for (int i = 0; i < column.Amounts.Length; i++)
            {
                if (column.IsEarned[i]) yield return (index.Earner(i), token, column.Amounts[i]);
            }
        }
    }

    private readonly record struct Column(UInt256[] Amounts, bool[] IsEarned);
}
