using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>What everyone earned in some days of a run, by token; each thread has its own.</summary>
internal sealed class Earnings(StakeIndex index)
{
    private readonly Dictionary<Address, Column> _byToken = [];

    /// <summary>What everyone earned of a token, to add to.</summary>
    public Column Of(Address token)
    {
        if (!_byToken.TryGetValue(token, out Column? column))
        {
            column = new Column(index.EarnerCount);
            _byToken.Add(token, column);
        }

        return column;
    }

    /// <summary>Everything, an earner and token at a time.</summary>
    public IEnumerable<(Address Earner, Address Token, UInt256 Amount)> All() =>
        from column in _byToken
        from one in column.Value.All()
        select (index.Earner(one.Earner), column.Key, one.Amount);

    /// <summary>What everyone earned of one token.</summary>
    /// <remarks>An earning of 0 is one too: it makes a leaf in the tree.</remarks>
    internal sealed class Column(int earnerCount)
    {
        private readonly UInt256[] _amounts = new UInt256[earnerCount];
        private readonly bool[] _isEarned = new bool[earnerCount];

        public void Add(int earner, in UInt256 amount)
        {
            _amounts[earner] += amount;
            _isEarned[earner] = true;
        }

        public IEnumerable<(int Earner, UInt256 Amount)> All() => _amounts.Index()
            .Where(one => _isEarned[one.Index])
            .Select(static one => (one.Index, one.Item));
    }
}
