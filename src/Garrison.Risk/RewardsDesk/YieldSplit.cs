using Garrison.Primitives;
using Garrison.Simulation.Rewards;

namespace Garrison.Risk.RewardsDesk;

/// <summary>What a holder earned of one token on one day, and what was taken of it, in the token's smallest
/// unit.</summary>
/// <remarks>
/// <c>net = organic + emissions - operator split - protocol fee</c>, to the unit, is checked wherever a split
/// is made; net itself is what the calculation paid.
/// </remarks>
/// <param name="Day">On which day, since the Unix epoch; 0 for a sum over days.</param>
/// <param name="Token">Which token. Different tokens are never added.</param>
/// <param name="Organic">Fees of services, before anything is taken.</param>
/// <param name="Emissions">Tokens made for the purpose, before anything is taken.</param>
/// <param name="OperatorSplit">What operators kept of that.</param>
/// <param name="ProtocolFee">What the protocol kept of that; its part of the submission's fee, rounded
/// down.</param>
/// <param name="Net">What was earned.</param>
public sealed record YieldSplit(
    int Day,
    Address Token,
    UInt256 Organic,
    UInt256 Emissions,
    UInt256 OperatorSplit,
    UInt256 ProtocolFee,
    UInt256 Net)
{
    /// <summary>What was paid for the holder's stake, before anything is taken.</summary>
    public UInt256 Gross => Organic + Emissions;

    /// <summary>The splits of a holder, by day and token.</summary>
    /// <param name="projection">The rewards; the holder is watched.</param>
    /// <param name="holder">Who.</param>
    /// <exception cref="InvalidOperationException">The identity does not hold, or the rows do not come to
    /// what the calculation says the holder has earned: a bug of ours.</exception>
    public static IReadOnlyList<YieldSplit> Of(RewardsProjection projection, Address holder)
    {
        ArgumentNullException.ThrowIfNull(projection);
        RewardRow[] rows =
        [
            .. projection.Rows.Where(row =>
                row.Earner == holder && row.IsCounted && row.Day <= projection.LastDay),
        ];
        foreach (IGrouping<Address, RewardRow> token in rows.GroupBy(static row => row.Reward.Token))
        {
            UInt256 earned = projection.Calculation.State.Earned.GetValueOrDefault((holder, token.Key));
            Require(
                token.Sum(static row => row.Amount) == earned,
                $"the rows of {holder} do not come to the {earned} of {token.Key} that it has earned");
        }

        return
        [
            .. rows.Where(static row => !row.Table.IsRefund())
                .GroupBy(static row => (row.Day, row.Reward.Token))
                .OrderBy(static group => group.Key)
                .Select(group => Total(
                    group.Key.Day,
                    group.Key.Token,
                    group.Select(row => Of(row, projection.FeeOf(row.Reward))))),
        ];
    }

    /// <summary>The sum of splits of one token.</summary>
    public static YieldSplit Total(int day, Address token, IEnumerable<YieldSplit> parts)
    {
        YieldSplit sum = new(day, token, default, default, default, default, default);
        foreach (YieldSplit part in parts)
        {
            Require(part.Token == token, $"{part.Token} is not to be added to {token}");
            sum = sum with
            {
                Organic = sum.Organic + part.Organic,
                Emissions = sum.Emissions + part.Emissions,
                OperatorSplit = sum.OperatorSplit + part.OperatorSplit,
                ProtocolFee = sum.ProtocolFee + part.ProtocolFee,
                Net = sum.Net + part.Net,
            };
        }

        return sum.Checked();
    }

    /// <summary>The split of one row.</summary>
    /// <param name="row">The row; not of a refund, which is no income.</param>
    /// <param name="fee">The protocol fee that was taken from the whole reward.</param>
    public static YieldSplit Of(RewardRow row, UInt256 fee)
    {
        ArgumentNullException.ThrowIfNull(row);
        UInt256 kept = KeptByOperator(row);
        UInt256 paid = row.Amount + kept;
        UInt256 protocol = row.Reward.Amount.IsZero
            ? UInt256.Zero
            : UInt256.MulDivDown(paid, fee, row.Reward.Amount);
        bool isOrganic = row.Reward.Source == RewardSource.Organic;
        return new YieldSplit(
            row.Day,
            row.Reward.Token,
            isOrganic ? paid + protocol : UInt256.Zero,
            isOrganic ? UInt256.Zero : paid + protocol,
            kept,
            protocol,
            row.Amount).Checked();
    }

    /// <summary>What a year of this would come to, as a part of an amount, in 10⁻¹⁸, rounded down.</summary>
    /// <param name="amount">What was earned.</param>
    /// <param name="days">In how many days; above 0.</param>
    /// <param name="stake">On what; above 0.</param>
    public static UInt256 AnnualRate(UInt256 amount, int days, UInt256 stake) =>
        UInt256.MulDivDown(amount * 365UL, Wad.Scale, stake * (ulong)days);

    // Pools are divided before the split, so the operator's part of a staker's row is exact; what an operator
    // is assigned is split first, so the staker bears its proportion of the split, rounded down.
    private static UInt256 KeptByOperator(RewardRow row) => row.Table switch
    {
        RewardTable.AvsStaker or RewardTable.AllEarnersStaker => row.Factors.OperatorTokens,
        RewardTable.DirectedStaker or RewardTable.DirectedSetStaker or RewardTable.UniqueStaker
            or RewardTable.TotalStaker => PgDivision.Part(row.Factors.Proportion, row.Factors.OperatorTokens),
        _ => UInt256.Zero,
    };

    private YieldSplit Checked()
    {
        Require(
            Net + OperatorSplit + ProtocolFee == Organic + Emissions,
            $"net is not organic plus emissions less fees, of {Token} on day {Day}");
        return this;
    }

    private static void Require(bool holds, string message)
    {
        if (!holds) throw new InvalidOperationException(message);
    }
}
