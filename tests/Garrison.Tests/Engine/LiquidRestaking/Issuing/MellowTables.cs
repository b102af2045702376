using Garrison.Engine;
using Garrison.Tests.Engine.Restaking.Symbiotic;

namespace Garrison.Tests.Engine.LiquidRestaking.Issuing;

/// <summary>The preset that follows Mellow, on a vault of Symbiotic.</summary>
/// <remarks>An epoch of V is 100 seconds.</remarks>
public sealed class MellowTables
{
    private readonly SymbioticScript _below = SymbioticScript.Play("""
        vault V full instant                  ok
        optIn vault op V                      ok
        optIn network op net                  ok
        take net V 0 1e30                     ok
        give curator V net/0 1e30             ok
        entrust curator V net/0 op 1e30       ok
        """);

    private World World => _below.World;

    // 300 of 1,000 leave with epoch 1, and bear their part of 100: 270 of them come, in epoch 2. The other
    // 700 shares are 630: ⌊700 · 631/701⌋.
    [Fact]
    public void Slash_between_request_and_claim()
    {
        Play("""
            create M                             ok
            deposit alice M tC 1000              ok
            bal M alice                          = 1000
            assets M                             = 1000
            withdraw alice M 1001                ERC4626ExceededMaxWithdraw
            withdraw alice M 300                 ok
            """);
        _below.PlayLines("""
            to 50                                 ok
            slash mid V net/0 op 100 49           ok
            """);
        Play("""
            assets M                             = 630
            supply M                             = 700
            rate M                               = 900142653352353780
            claimEpochs alice M 1e30             ok
            bal tC queue                         = 0
            """);
        _below.PlayLines("to 199   ok");
        Play("claimEpochs alice M 1e30 ok");
        _below.PlayLines("to 200   ok");
        Play("""
            claimEpochs alice M 70               ok
            bal tC queue                         = 200
            claimEpochs alice M 1e30             ok
            bal tC queue                         = 0
            bal tC alice                         = 9999999999999999999999999999999999999270
            """);
    }

    // The slash came first: 900 for 1,000 shares, so 100 shares are ⌊100 · 901/1001⌋ = 90.
    [Fact]
    public void Slash_before_the_request()
    {
        Play("""
            create M                             ok
            deposit alice M tC 1000              ok
            """);
        _below.PlayLines("""
            to 50                                 ok
            slash mid V net/0 op 100 49           ok
            """);
        Play("""
            redeem alice M 1001                  ERC4626ExceededMaxRedeem
            redeem alice M 100                   ok
            assets M                             = 810
            """);
        _below.PlayLines("to 200   ok");
        Play("""
            claimEpochs alice M 1e30             ok
            bal tC alice                         = 9999999999999999999999999999999999999090
            """);
    }

    // What left with epoch 1 is out of reach of a capture in epoch 2, claimed or not.
    [Fact]
    public void Slash_between_the_end_of_the_epoch_and_the_claim()
    {
        Play("""
            create M                             ok
            deposit alice M tC 1000              ok
            withdraw alice M 300                 ok
            """);
        _below.PlayLines("""
            to 250                                ok
            slash mid V net/0 op 100 240          ok
            """);
        Play("""
            claimEpochs alice M 1e30             ok
            bal tC alice                         = 9999999999999999999999999999999999999300
            assets M                             = 600
            """);
    }

    // Two of one epoch share what is left of it; the one of the next does not.
    [Fact]
    public void Holders_of_an_epoch_share_alike()
    {
        Play("""
            create M                             ok
            deposit alice M tC 1000              ok
            deposit bob M tC 1000                ok
            withdraw alice M 200                 ok
            withdraw bob M 600                   ok
            """);
        _below.PlayLines("""
            to 50                                 ok
            slash mid V net/0 op 500 49           ok
            to 250                                ok
            """);
        Play("""
            claimEpochs bob M 1e30               ok
            claimEpochs alice M 1e30             ok
            bal tC bob                           = 9999999999999999999999999999999999999450
            bal tC alice                         = 9999999999999999999999999999999999999150
            bal tC queue                         = 0
            """);
    }

    // The vault takes 600: the rest waits as collateral, is paid at once, and the vault only for what is
    // more than that. Rewards in tC that lie with the issuer count for those who are there.
    [Fact]
    public void Idle_first_then_collateral_then_the_vault()
    {
        _below.PlayLines("""
            limiting curator V on                 ok
            limit curator V 600                   ok
            """);
        Play("""
            create M                             ok
            deposit alice M tC 1000              ok
            bal W M                              = 400
            available M                          = 400
            withdraw alice M 150                 ok
            bal W M                              = 250
            withdraw alice M 300                 ok
            bal W M                              = 0
            bal tC alice                         = 9999999999999999999999999999999999999400
            assets M                             = 550
            """);
        _below.PlayLines("limit curator V 1000   ok");
        Play("""
            mint tC M 50                         ok
            push M                               ok
            assets M                             = 600
            bal tC M                             = 0
            """);
    }

    [Fact]
    public void Rewards_go_to_the_farm_and_pauses_close_both_ways() => Play("""
        create M                             ok
        deposit alice M tC 1000              ok
        mint tR rich 100                     ok
        farm rich M M 1                      Vault:_forbidden_reward_token
        farm rich M tR 100                   ok
        bal tR operators                     = 100
        assets M                             = 1000
        pause gov M Everything               ok
        deposit alice M tC 1                 ERC4626ExceededMaxDeposit
        withdraw alice M 1                   ERC4626ExceededMaxWithdraw
        redeem alice M 1                     ERC4626ExceededMaxRedeem
        request alice M 1                    NotOfThisIssuer
        """);

    private void Play(string lines) => IssuerScript.Play(World, lines);
}
