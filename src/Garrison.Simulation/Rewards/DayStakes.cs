using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>Who backs whom with what on one day; moved from day to day.</summary>
internal sealed class DayStakes(StakeIndex index)
{
    private readonly UInt256[] _shares = new UInt256[index.PositionCount];
    private readonly int[] _operatorOfStaker = new int[index.Stakers.Length];
    private readonly int[] _stakers = new int[index.Stakers.Length];
    private readonly int[] _starts = new int[index.OperatorCount + 1];
    private readonly int[] _next = new int[index.OperatorCount];

    /// <summary>The day, since the Unix epoch.</summary>
    public int Day { get; private set; } = int.MinValue;

    /// <summary>The shares of a position.</summary>
    public ref readonly UInt256 Shares(int position) => ref _shares[position];

    /// <summary>The stakers that delegate to an operator.</summary>
    public ReadOnlySpan<int> StakersOf(int @operator) =>
        _stakers.AsSpan(_starts[@operator].._starts[@operator + 1]);

    /// <summary>Moves to a day.</summary>
    public void MoveTo(int day)
    {
        if (day == Day) return;

        Day = day;
        ReadShares();
        GroupByOperator();
    }

    private void ReadShares()
    {
        foreach (ref readonly StakeIndex.Staker staker in index.Stakers.AsSpan())
        {
            for (int i = 0; i < staker.Positions.Length; i++)
            {
                Period<UInt256>[] periods = staker.Positions[i].Shares;
                int at = Periods.Find(periods, Day);
                _shares[staker.FirstPosition + i] = at < 0 ? UInt256.Zero : periods[at].Value;
            }
        }
    }

    // A counting sort: stakers of one operator lie side by side.
    private void GroupByOperator()
    {
        Array.Clear(_starts);
        for (int i = 0; i < index.Stakers.Length; i++)
        {
            Period<int>[] periods = index.Stakers[i].Operators;
            int at = Periods.Find(periods, Day);
            _operatorOfStaker[i] = at < 0 ? -1 : periods[at].Value;
            if (at >= 0) _starts[periods[at].Value + 1]++;
        }

        for (int i = 1; i < _starts.Length; i++)
        {
            _starts[i] += _starts[i - 1];
        }

        _starts.AsSpan(0, _next.Length).CopyTo(_next);
        for (int i = 0; i < index.Stakers.Length; i++)
        {
            int @operator = _operatorOfStaker[i];
            if (@operator >= 0) _stakers[_next[@operator]++] = i;
        }
    }
}
