using Garrison.Primitives;
using Garrison.Simulation.Rewards;

namespace Garrison.Risk.RewardsDesk;

/// <summary>A line of a derivation.</summary>
/// <param name="What">What is found.</param>
/// <param name="How">From what: a formula with its numbers, or a source.</param>
/// <param name="Value">What it comes to, exactly.</param>
/// <param name="Note">Where PostgreSQL's quotient is not the exact floor; else empty.</param>
public sealed record ExplainedLine(string What, string How, string Value, string Note = "");

/// <summary>How shares are known to the calculation, and what they are on chain.</summary>
/// <param name="Strategy">In which strategy.</param>
/// <param name="Indexed">As the indexer sums them up.</param>
/// <param name="Withdrawable">As the contracts would pay them out, rounded down.</param>
public sealed record ShareDrift(Address Strategy, Int256 Indexed, UInt256 Withdrawable)
{
    /// <summary>What the indexer has beyond the chain; less than 0 where it has less.</summary>
    public Int256 Drift => Indexed - Int256.FromUInt256(Withdrawable);
}

/// <summary>How an amount that someone earned on a day came about.</summary>
/// <param name="Row">What was earned.</param>
/// <param name="Lines">The derivation, which ends in that amount.</param>
/// <param name="Drifts">The shares that counted, in both models.</param>
public sealed record Explanation(
    RewardRow Row, IReadOnlyList<ExplainedLine> Lines, IReadOnlyList<ShareDrift> Drifts)
{
    /// <summary>The rows of an earner on a day, each derived again.</summary>
    /// <param name="projection">The rewards; everyone is watched.</param>
    /// <param name="earner">Who earned.</param>
    /// <param name="day">On which day, since the Unix epoch.</param>
    /// <param name="nameOf">What accounts and strategies are called in the lines.</param>
    /// <exception cref="InvalidOperationException">A derivation does not come to what was paid: a bug of
    /// ours.</exception>
    public static IReadOnlyList<Explanation> Of(
        RewardsProjection projection, Address earner, int day, Func<Address, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(projection);
        ILookup<Hash32, RewardRow> rows = projection.Rows.Where(row => row.Day == day)
            .ToLookup(static row => row.Reward.Hash);
        return
        [
            .. rows.SelectMany(static group => group)
                .Where(row => row.Earner == earner)
                .Select(row => Of(projection, row, [.. rows[row.Reward.Hash]], nameOf)),
        ];
    }

    private static Explanation Of(
        RewardsProjection projection,
        RewardRow row,
        IReadOnlyList<RewardRow> all,
        Func<Address, string> nameOf)
    {
        Derivation derivation = new(projection, row, all, nameOf);
        UInt256 amount = derivation.Run();
        return amount == row.Amount
            ? new Explanation(row, derivation.Lines, [.. Drift(projection, row)])
            : throw new InvalidOperationException(
                $"derived {amount}, where {row.Amount} was paid to {row.Earner} on day {row.Day}");
    }

    private static IEnumerable<ShareDrift> Drift(RewardsProjection projection, RewardRow row) =>
        row.Reward.Strategies
            .Select(one => new ShareDrift(
                one.Strategy,
                projection.Reader.Shares[row.Earner, one.Strategy],
                projection.World.EigenLayer.Delegation.WithdrawableShares(row.Earner, one.Strategy)))
            .Where(static one => !one.Indexed.IsZero || !one.Withdrawable.IsZero);
}
