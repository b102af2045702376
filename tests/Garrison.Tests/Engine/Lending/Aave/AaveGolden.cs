using Garrison.Engine.Lending.Aave;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Lending.Aave;

/// <summary>The rates of Ether in Aave's largest pool in April 2026, and what they come to.</summary>
public sealed class AaveGolden
{
    private static readonly AaveCurve _ether = new(9200, 0, 235, 600);

    // A utilisation of 88.5 %, one beyond the optimum, one of nearly all, and one with a deficit, on which
    // borrowers pay the same and suppliers earn less.
    [Theory]
    [InlineData("345000e18", "2655000e18", "0", "22605978260869565217391304", "17005347146739130434782608")]
    [InlineData("292166e18", "2707834e18", "0", "23055832971014492753623188", "17688887718216316425120772")]
    [InlineData("1e18", "3000000e18", "0", "83499750000083333305555565", "70974763841816219370982440")]
    [InlineData(
        "345000e18", "2655000e18", "50000e18", "22605978260869565217391304", "16726570964005702066999287")]
    public void Rates(string available, string debt, string deficit, string borrow, string supply)
    {
        AaveRates rates = _ether.RatesOf(Wei(available), Wei(debt), Wei(deficit), 1500);
        Assert.Equal(borrow, rates.Borrow.Raw.ToString());
        Assert.Equal(supply, rates.Supply.Raw.ToString());
    }

    [Theory]
    [InlineData("22605978260869565217391304", 1, "1000061936104977436647046336")]
    [InlineData("22605978260869565217391304", 30, "1001859752809131359389977499")]
    [InlineData("23055832971014492753623188", 1, "1000063168660729844618927732")]
    [InlineData("23055832971014492753623188", 30, "1001896796616829279231261207")]
    [InlineData("83499750000083333305555565", 1, "1000228792607393432136158212")]
    [InlineData("83499750000083333305555565", 30, "1006886597363453306120106007")]
    public void Growth_of_debt(string rate, int days, string factor) =>
        Assert.Equal(
            factor, AaveInterest.Compound(new Ray(UInt256.Parse(rate)), days.Days).Raw.ToString());

    // Without debt there is no interest, whatever the base.
    [Fact]
    public void A_reserve_at_rest_pays_nothing()
    {
        AaveRates rates = (_ether with { BaseBps = 100 }).RatesOf(1UL, 0UL, 0UL, 1500);
        Assert.Equal(UInt256.Zero, rates.Supply.Raw);
        Assert.Equal(Ray.Scale.DivDown(100UL), rates.Borrow.Raw);
    }

    [Fact]
    public void No_time_is_no_interest()
    {
        Assert.Equal(Ray.One, AaveInterest.Compound(Ray.One, 0));
        Assert.Equal(Ray.One, AaveInterest.Linear(Ray.One, 0));
    }

    private static UInt256 Wei(string text) => Garrison.Tests.Engine.Restaking.EigenLayer.Names.Number(text);
}
