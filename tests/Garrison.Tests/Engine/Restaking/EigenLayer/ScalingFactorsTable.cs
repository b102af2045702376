using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>Golden values of the contracts' SlashingLib, computed by its bytecode in an EVM.</summary>
public sealed class ScalingFactorsTable
{
    private const string W = "1000000000000000000";
    private const ulong One = 1_000_000_000_000_000_000;

    [Theory]
    [InlineData(W, "0", "1", "666666666666666666", "1500000000000000001")]
    [InlineData("1500000000000000001", W, "7", "666666666666666666", "1500000000000000000")]
    [InlineData(W, "3000000000000000001", W, "999999999999999999", W)]
    [InlineData(W, "0", "1", "1", "1000000000000000000000000000000000000")]
    public void A_deposit_moves_the_scaling_factor(
        string k, string before, string added, string slashingFactor, string expected) =>
        Assert.Equal(N(expected), ScalingFactors.AfterDeposit(N(k), N(before), N(added), N(slashingFactor)));

    [Fact]
    public void A_factor_that_does_not_fit_panics() => Assert.Throws<OverflowException>(
        static () => ScalingFactors.AfterDeposit(UInt256.Parse("1" + new string('0', 60)), 0UL, 1UL, 1UL));

    [Fact]
    public void Withdrawable_and_deposit_shares_round_twice()
    {
        (UInt256 k, UInt256 factor) = (N("1500000000000000001"), N("666666666666666666"));
        UInt256 shares = N("1000000000000000007");
        Assert.Equal(N("1000000000000000006"), ScalingFactors.ToWithdrawableDown(shares, k, factor));
        Assert.Equal(N("1000000000000000006"), ScalingFactors.ToDepositDown(shares, k, factor));
        Assert.Equal(N("1500000000000000011"), ScalingFactors.ToScaledDown(shares, k));
    }

    [Theory]
    [InlineData("1000000000000000001", One, 666_666_666_666_666_666, "333333333333333334")]
    [InlineData("3", One, 500_000_000_000_000_000, "1")]
    [InlineData("1", One, 1, "0")]
    [InlineData("12345", 500_000_000_000_000_000, 0, "12345")]
    public void A_slash_leaves_the_rest_rounded_up(
        string shares, ulong before, ulong after, string slashed) =>
        Assert.Equal(N(slashed), ScalingFactors.SlashedDown(N(shares), before, after));

    [Fact]
    public void A_slash_from_nothing_divides_by_zero() => Assert.Throws<DivideByZeroException>(
        static () => ScalingFactors.SlashedDown(12345UL, 0, 0));

    [Fact]
    public void A_magnitude_is_slashed_up()
    {
        Assert.Equal(1UL, ScalingFactors.SlashMagnitudeUp(1, 1UL));
        Assert.Equal(
            33_333_333_333_333_334UL,
            ScalingFactors.SlashMagnitudeUp(333_333_333_333_333_333, 100_000_000_000_000_000UL));
    }

    // 10 deposit shares at k = 1.5: 15 scaled, 9 withdrawable at two thirds of a factor.
    [Theory]
    [InlineData(EigenLayerVersion.V1130, 15, 9)]
    [InlineData(EigenLayerVersion.V1131, 13, 8)]
    public void The_queue_counts_by_version(EigenLayerVersion version, ulong queued, ulong slashed)
    {
        UInt256 factor = N("666666666666666666");
        UInt256 counted = ScalingFactors.ToQueuedDown(version, 15UL, 9UL, factor);
        Assert.Equal((UInt256)queued, counted);
        Assert.Equal((UInt256)slashed, ScalingFactors.SlashedDown(
            ScalingFactors.MulWadDown(counted, factor), 666_666_666_666_666_666, 0));
    }

    private static UInt256 N(string text) => UInt256.Parse(text);
}
