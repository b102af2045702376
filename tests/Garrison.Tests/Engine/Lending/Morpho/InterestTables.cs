using Garrison.Engine.Lending.Morpho;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Lending.Morpho;

/// <summary>Interest, fees and what the views say of them.</summary>
public sealed class InterestTables
{
    // At the target the rate stays at 4 % a year, 1268391679 · 10⁻¹⁸ a second. In an hour
    // x = 4566210044400, x²/2 = 10425137 and x³/6 = 15, so 900 · 10¹⁸ become 4109598422596800 more.
    private const string AtTarget = """
        supply alice N 1000e18                     ok
        collateral bob N 2000e18                   ok
        borrow bob N 900e18                        ok
        pass 3600                                  ok
        """;

    [Fact]
    public void Interest_is_lent_and_owed() => MorphoScript.Play($"""
        accrue X                                   market_not_created
        {AtTarget}
        owed N                                     = 900e18
        owedNow N                                  = 900004109598422596800
        accrue N                                   ok
        owed N                                     = 900004109598422596800
        lent N                                     = 1000004109598422596800
        atTarget N                                 = 1268391679
        updated N                                  = 3600
        accrue N                                   ok
        owed N                                     = 900004109598422596800
        """);

    // A tenth of the interest, 410959842259680, buys shares at ⌊· 10²⁷/(10²¹ + 1 + the other 9/10)⌋.
    [Fact]
    public void A_fee_is_paid_in_again() => MorphoScript.Play($"""
        fee gov N 0.1e18                           ok
        {AtTarget}
        accrue N                                   ok
        lent N                                     = 1000004109598422596800
        sharesOf N fees                            = 410958322273374329082
        lentShares N                               = 1000000410958322273374329082
        """);

    [Fact]
    public void A_new_fee_counts_from_here_on() => MorphoScript.Play($"""
        {AtTarget}
        fee gov N 0.1e18                           ok
        updated N                                  = 3600
        sharesOf N fees                            = 0
        """);

    // Without a rate model time passes, and nothing else.
    [Fact]
    public void No_model_no_interest() => MorphoScript.Play("""
        supply alice M 1000                        ok
        collateral bob M 1000                      ok
        borrow bob M 860                           ok
        pass 31536000                              ok
        owedNow M                                  = 860
        accrue M                                   ok
        updated M                                  = 31536000
        owed M                                     = 860
        borrowRate M                               = 0
        """);

    [Fact]
    public void Collateral_brings_no_interest_forward() => MorphoScript.Play($"""
        {AtTarget}
        collateral bob N 1                         ok
        updated N                                  = 0
        uncollateral bob N 1                       ok
        updated N                                  = 3600
        """);

    // Lenders earn 90 % of what borrowers pay: ⌊1268391679 · 0.9⌋, and of that 75 % after a fee.
    [Fact]
    public void Rates_are_read() => MorphoScript.Play("""
        supply alice N 1000e18                     ok
        utilization N                              = 0
        borrowRate N                               = 317097919
        supplyRate N                               = 0
        collateral bob N 2000e18                   ok
        borrow bob N 900e18                        ok
        utilization N                              = 0.9e18
        borrowRate N                               = 1268391679
        supplyRate N                               = 1141552511
        liquidity N                                = 100e18
        fee gov N 0.25e18                          ok
        supplyRate N                               = 856164383
        borrow bob N 100e18                        ok
        borrowRate N                               = 5073566716
        liquidity N                                = 0
        """);

    [Fact]
    public void Health_is_read() => MorphoScript.Play("""
        supply alice M 1000                        ok
        healthy M bob                              = 1
        liquidatedBelow M bob                      = 0
        ltv M bob                                  = 0
        collateral bob M 1000                      ok
        borrow bob M 430                           ok
        worth M bob                                = 1000
        maxBorrow M bob                            = 860
        borrowed M bob                             = 430
        headroom M bob                             = 430
        ltv M bob                                  = 0.43e18
        liquidatedBelow M bob                      = 0.5e36
        badBelow M bob                             = 0.449e36
        post rep P 0.499e36                        ok
        healthy M bob                              = 0
        headroom M bob                             = 0
        maxBorrow M bob                            = 429
        """);

    // The name of a market on the main net that lends WETH for wstETH at 96.5 %.
    [Fact]
    public void A_market_is_named_by_the_hash_of_what_it_is()
    {
        MorphoMarketParameters parameters = new(
            Address.Parse("0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2"),
            Address.Parse("0x7f39C581F595B53c5cb19bD0b3f8dA6c935E2Ca0"),
            Address.Parse("0xbD60A6770b27E084E8617335ddE769241B0e71D8"),
            Address.Parse("0x870aC11D48B15DB9a138Cf899d20F13F79Ba00BC"),
            Number("0.965e18"));
        Assert.Equal(
            Hash32.Parse("0xb8fc70e82bc5bb53e773626fcc6a23f7eefa036918d7ef216ecfb1950a94a85e"),
            parameters.Id);
    }
}
