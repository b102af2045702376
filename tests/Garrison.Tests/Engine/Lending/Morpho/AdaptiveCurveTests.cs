using System.Numerics;

using FsCheck;
using FsCheck.Fluent;

using Garrison.Engine.Lending.Morpho;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Lending.Morpho;

/// <summary>The rate model against figures of the contract, and what holds of any rate.</summary>
public sealed class AdaptiveCurveTests
{
    private const ulong Smallest = 31_709_791;
    private const ulong Largest = 63_419_583_967;

    private static readonly UInt128 _ether = 1_000_000_000_000_000_000;

    private static Gen<UInt128> Assets => Any.Limb.Select(static limb => (UInt128)limb);

    private static Gen<ulong> Rate => Gen.Choose(0, 1_000_000).Select(
        static part => Smallest + ((Largest - Smallest) / 1_000_000 * (ulong)part));

    private static Gen<ulong> Seconds => Gen.Choose(0, 400 * 86_400).Select(static x => (ulong)x);

    // From the contract: what is lent and owed in whole ethers, the rate before, the seconds; then the
    // average rate and the rate after.
    [Theory]
    [InlineData(7600, 6840, 0, 0, 1268391679, 1268391679)]
    [InlineData(7600, 6840, 1268391679, 3600, 1268391679, 1268391679)]
    [InlineData(7600, 7600, 1268391679, 86400, 5438922544, 1454044805)]
    [InlineData(7600, 3800, 1268391679, 432000, 731581452, 941045077)]
    [InlineData(7600, 7500, 3170979198, 600, 11436938146, 3173599900)]
    public void Rates_are_those_of_the_contract(
        uint lent, uint owed, ulong before, ulong seconds, ulong average, ulong after) =>
        Assert.Equal(
            ((UInt256)average, after),
            AdaptiveCurve.BorrowRate(Market(lent * _ether, owed * _ether, before), seconds));

    // From the contract: the table of the incentives.
    [Theory]
    [InlineData("0.385e18", "1.15e18")]
    [InlineData("0.625e18", "1126760563380281690")]
    [InlineData("0.77e18", "1074113856068743286")]
    [InlineData("0.86e18", "1043841336116910229")]
    [InlineData("0.915e18", "1026167265264238070")]
    [InlineData("0.945e18", "1016776817488561260")]
    [InlineData("0.965e18", "1010611419909044972")]
    [InlineData("0.98e18", "1006036217303822937")]
    [InlineData("0", "1.15e18")]
    public void Incentives_are_those_of_the_contract(string lltv, string incentive) => Assert.Equal(
        Number(incentive), new MorphoTerms { Lltv = Number(lltv) }.LiquidationIncentiveDown);

    // At full use the rate at target doubles in ln 2 / 50 years: 5.06 days.
    [Fact]
    public void Full_use_doubles_the_rate_in_five_days()
    {
        (_, ulong after) = AdaptiveCurve.BorrowRate(Market(_ether, _ether, 1_000_000_000), 437_178);
        Assert.InRange(after, 1_990_000_000UL, 2_010_000_000UL);
    }

    [Fact]
    public void The_rate_at_target_stays_in_its_bounds_and_goes_where_the_error_points() => Check.That(
        Assets.Where(static x => x != 0),
        Rate,
        Seconds,
        static (lent, rate, seconds) =>
        {
            (_, ulong full) = AdaptiveCurve.BorrowRate(Market(lent, lent, rate), seconds);
            (_, ulong idle) = AdaptiveCurve.BorrowRate(Market(lent, 0, rate), seconds);
            return full >= rate && idle <= rate && idle >= Smallest && full <= Largest;
        });

    [Fact]
    public void More_use_costs_more() => Check.That(
        Gen.Choose(0, 1_000_000),
        Gen.Choose(0, 1_000_000),
        Rate,
        static (one, other, rate) =>
        {
            UInt256 less = AdaptiveCurve.RateAt((ulong)Math.Min(one, other) * 1_000_000_000_000UL, rate);
            UInt256 more = AdaptiveCurve.RateAt((ulong)Math.Max(one, other) * 1_000_000_000_000UL, rate);
            return less <= more && more <= (UInt256)rate * 4UL && less * 4UL >= (UInt256)(rate - 3);
        });

    // e^r by its second order errs by a little less than r³/6 for |r| ≤ ln 2 / 2: 0.7 %, and a percent of
    // what is below 1.
    [Fact]
    public void The_exponential_is_within_a_percent() => Check.That(
        Gen.Choose(-40_000, 90_000),
        static thousandths =>
        {
            BigInteger x = (BigInteger)thousandths * 1_000_000_000_000_000;
            var exp = AdaptiveCurve.Exp(Int256.Parse(x.ToString())).ToBigInteger();
            double exact = Math.Exp(thousandths / 1000.0) * 1e18;
            return Math.Abs((double)exp - exact) <= (exact * 0.01) + 1;
        });

    [Theory]
    [InlineData("-41446531673892822313", "0")]
    [InlineData("0", "1000000000000000000")]
    [InlineData("93859467695000404319", "57716089161558943949701069502944508345128422502756744429568")]
    [InlineData("94000000000000000000", "57716089161558943949701069502944508345128422502756744429568")]
    public void The_exponential_is_clipped(string x, string exp) =>
        Assert.Equal(UInt256.Parse(exp), AdaptiveCurve.Exp(Int256.Parse(x)));

    // x + x²/2 + x³/6 for an x of 1.
    [Fact]
    public void Interest_is_compounded_by_three_terms() => Assert.Equal(
        UInt256.Parse("1666666666666666666"), MorphoMath.CompoundedDown(10_000_000_000UL, 100_000_000));

    private static MorphoMarket Market(UInt128 lent, UInt128 owed, ulong rateAtTarget) =>
        new(new MorphoPool(lent, 0), new MorphoPool(owed, 0), 1, 0, rateAtTarget);
}
