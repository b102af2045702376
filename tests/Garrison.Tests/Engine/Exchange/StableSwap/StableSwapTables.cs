namespace Garrison.Tests.Engine.Exchange.StableSwap;

/// <summary>StableSwap-NG: every refusal, in the contract's order, and figures by hand.</summary>
public sealed class StableSwapTables
{
    [Fact]
    public void Deployment() => StableSwapScript.Play("""
        pool P C:0:18 fee:100000001                       Invalid_fee
        pool P C:0:18                                     EmptyRevert
        pool P C:0:19 C:0:18                              Max_18_decimals_for_coins
        pool P C:0:18 C:0:18                              Duplicate_coins
        pool P C:4:18 D:0:18                              EmptyRevert
        pool P C:3:18:1e18:19 D:0:18                      EmptyRevert
        pool P C:0:18 D:0:18 offpeg:12500000000001        EmptyRevert
        pool P C:0:18 D:0:18 window:0                     EmptyRevert
        pool P C:0:18 D:0:18 offpeg:12500000000000        ok
        pool P C:0:18 D:0:18                              EmptyRevert
        coins P                                           = 2
        A P                                               = 10000
        swap alice Q 0 1 1 0                              EmptyRevert
        """);

    // A whole share of the vault is worth 1.05 of an asset with 6 decimals: 10³⁶⁻¹⁸ · 1.05.
    [Fact]
    public void Rates() => StableSwapScript.Play("""
        pool P C:0:6 D:1:18:1.1e18 E:3:18:1.05e6:6 S:2:18 ok
        storedRate P 0                                    = 1e30
        storedRate P 1                                    = 1.1e18
        storedRate P 2                                    = 1.05e18
        storedRate P 3                                    = 1e18
        rate P 0 1e18                                     EmptyRevert
        rate P 3 1e18                                     EmptyRevert
        rate P 4 1e18                                     EmptyRevert
        rate P 1 1.2e18                                   ok
        rate P 2 1.06e6                                   ok
        storedRate P 1                                    = 1.2e18
        storedRate P 2                                    = 1.06e18
        """);

    // Balanced, the invariant is the sum. A removal in proportion has no fee.
    [Fact]
    public void Liquidity() => StableSwapScript.Play("""
        pool P C:0:18 D:0:18                              ok
        remove alice P 1 0,0                              EmptyRevert
        removeOne alice P 1 0 0                           EmptyRevert
        add alice P 100e18,0 0                            EmptyRevert
        add alice P 100e18 0                              EmptyRevert
        add alice P 100e18,100e18 0 nobody                EmptyRevert
        add carol P 100e18,100e18 0                       ERC20:_transfer_amount_exceeds_balance
        add alice P 100e18,100e18 200000000000000000001   Slippage_screwed_you
        add alice P 100e18,100e18 200e18 bob              ok
        lp P bob                                          = 200e18
        virtualPrice P                                    = 1e18
        invariant P                                       = 200e18
        add alice P 0,0 0                                 EmptyRevert
        add alice P 100e18,100e18 0                       ok
        supply P                                          = 400e18
        adminBalance P 0                                  = 0
        remove bob P 0 0,0                                EmptyRevert
        remove bob P 100e18 0                             EmptyRevert
        remove bob P 100e18 0,50000000000000000001        Withdrawal_resulted_in_fewer_coins_than_expected
        remove bob P 100e18 0,0 nobody                    EmptyRevert
        remove bob P 200000000000000000001 0,0            EmptyRevert
        remove bob P 100e18 50e18,50e18 carol             ok
        token C carol                                     = 50e18
        balance P 0                                       = 150e18
        supply P                                          = 300e18
        """);

    // A swap of 100 out of 10⁶ each moves the price by less than the fee of 4 bps.
    [Fact]
    public void Swaps() => StableSwapScript.Play("""
        pool P C:0:18 D:0:6                               ok
        swap alice P 0 1 1e18 0                           EmptyRevert
        add alice P 1e24,1e12 0                           ok
        swap alice P 0 0 1e18 0                           EmptyRevert
        swap alice P 0 1 0 0                              EmptyRevert
        swap alice P 0 2 1e18 0                           EmptyRevert
        swap alice P -1 1 1e18 0                          EmptyRevert
        swap carol P 0 1 1e18 0                           ERC20:_transfer_amount_exceeds_balance
        swap alice P 0 1 1e18 999600                      Exchange_resulted_in_fewer_coins_than_expected
        swap alice P 0 1 1e18 999599                      ok
        swap alice P 0 1 1e18 0 nobody                    EmptyRevert
        swap bob P 1 0 1e6 0 carol                        ok
        balance P 0                                       = 1000000000199990102989700
        token C carol                                     = 999600009895030502
        """);

    // Half of the fee of 4 bps on 1 is the admin's, who is paid by anyone's call.
    [Fact]
    public void Admin_fees() => StableSwapScript.Play("""
        pool P C:0:18 D:0:18                              ok
        add alice P 1e24,1e24 0                           ok
        swap alice P 0 1 1000e18 0                        ok
        adminBalance P 0                                  = 0
        adminBalance P 1                                  = 199998019819644800
        fees bob P                                        ok
        token D treasury                                  = 199998019819644800
        adminBalance P 1                                  = 0
        swap alice P 0 1 1000e18 0                        ok
        admin bob P carol                                 EmptyRevert
        admin governor P carol                            ok
        fees bob P                                        ok
        token D carol                                     = 199994059910684490
        receiver bob P bob                                EmptyRevert
        receiver governor P nobody                        ok
        admin governor P nobody                           ok
        swap alice P 0 1 1000e18 0                        ok
        fees bob P                                        ok
        adminBalance P 1                                  = 199990100050261005
        remove alice P 1e18 0,0 keep                      ok
        adminBalance P 1                                  = 199990100050261005
        """);

    [Fact]
    public void Uneven_liquidity() => StableSwapScript.Play("""
        pool P C:0:18 D:0:18                              ok
        add alice P 1e24,1e24 0                           ok
        removeOne alice P 0 0 0                           EmptyRevert
        removeOne alice P 1e18 2 0                        EmptyRevert
        removeOne alice P 1e18 0 1e18                     Not_enough_coins_removed
        removeOne bob P 1e18 0 0                          EmptyRevert
        removeOne alice P 1e18 0 0 nobody                 EmptyRevert
        removeOne alice P 1e18 0 0                        ok
        removeUneven alice P 0,0 1e18                     EmptyRevert
        removeUneven alice P 1e18 2e18                    EmptyRevert
        removeUneven alice P 1e25,0 1e30                  EmptyRevert
        removeUneven alice P 1e18,0 1e18                  Slippage_screwed_you
        removeUneven bob P 1e18,0 2e18                    EmptyRevert
        removeUneven alice P 1e18,0 2e18 nobody           EmptyRevert
        removeUneven alice P 1e18,0 2e18                  ok
        """);

    [Fact]
    public void What_was_received_is_swapped() => StableSwapScript.Play("""
        pool P C:0:18 D:0:18                              ok
        pool Q C:0:18 D:2:18                              ok
        add alice P 1e24,1e24 0                           ok
        add alice Q 1e24,1e24 0                           ok
        received alice P 0 1 1e18 0                       EmptyRevert
        send bob C P 1e18                                 ok
        balance P 0                                       = 1e24
        received alice P 0 1 2e18 0                       EmptyRevert
        received alice P 0 1 1 0 carol                    ok
        balance P 0                                       = 1000001e18
        received alice P 0 1 1 0                          EmptyRevert
        send bob C Q 1e18                                 ok
        balance Q 0                                       = 1000001e18
        received alice Q 0 1 1 0                          EmptyRevert
        """);

    // From 100 to 200 in two days: one day is half way. Up to ten times, down to a tenth.
    [Fact]
    public void Ramps() => StableSwapScript.Play("""
        pool P C:0:18 D:0:18                              ok
        ramp alice P 200 172800                           EmptyRevert
        ramp governor P 200 86399                         EmptyRevert
        ramp governor P 0 86400                           EmptyRevert
        ramp governor P 1001 86400                        EmptyRevert
        ramp governor P 9 86400                           EmptyRevert
        ramp governor P 1000000 86400                     EmptyRevert
        ramp governor P 200 172800                        ok
        pass 86399                                        ok
        ramp governor P 200 172800                        EmptyRevert
        pass 1                                            ok
        A P                                               = 15000
        ramp governor P 100 86400                         ok
        pass 43200                                        ok
        A P                                               = 12500
        stop alice P                                      EmptyRevert
        stop governor P                                   ok
        pass 86400                                        ok
        A P                                               = 12500
        """);

    // At most half of a swap, 5·10⁹ of 10¹⁰, far from par too.
    [Fact]
    public void Settings() => StableSwapScript.Play("""
        pool P C:0:18 D:0:18                              ok
        fee alice P 1 1                                   EmptyRevert
        fee governor P 5000000001 0                       EmptyRevert
        fee governor P 5000000000 10000000001             EmptyRevert
        fee governor P 5000000000 10000000000             ok
        adminFee alice P 1                                EmptyRevert
        adminFee governor P 5000000001                    EmptyRevert
        adminFee governor P 5000000000                    ok
        windows alice P 1 1                               EmptyRevert
        windows governor P 0 1                            EmptyRevert
        windows governor P 1 0                            EmptyRevert
        windows governor P 1 1                            ok
        admin governor P carol                            ok
        windows carol P 1 1                               EmptyRevert
        admin carol P carol                               EmptyRevert
        fee carol P 0 0                                   ok
        adminFee carol P 0                                ok
        ramp carol P 200 86400                            ok
        stop carol P                                      ok
        kill governor P                                   EmptyRevert
        """);

    // At par an off-peg fee is the fee; balances of 1 and 3 give a nearness of 4·1·3/16, so a fee of
    // 5·f / (4·0.75 + 1) = 1.25·f.
    [Fact]
    public void The_fee_rises_far_from_par() => StableSwapScript.Play("""
        pool P C:0:18 D:0:18 offpeg:5e10                  ok
        add alice P 1e24,1e24 0                           ok
        dynamicFee P 0 1                                  = 4e6
        pool Q C:0:18 D:0:18 offpeg:5e10                  ok
        add alice Q 1e24,3e24 0                           ok
        dynamicFee Q 0 1                                  = 5e6
        """);

    // A rebase of a declared coin belongs to those who hold liquidity.
    [Fact]
    public void Rebasing_coins() => StableSwapScript.Play("""
        rebasing E                                        AlreadyIssued
        rebasing F                                        ok
        mint F alice 1e24                                 ok
        pool P C:0:18 F:2:18                              ok
        add alice P 5e23,5e23 0                           ok
        balance P 1                                       = 5e23
        rebase F 1.1e24                                   ok
        balance P 1                                       = 5.5e23
        swap bob P 0 1 1e18 0 carol                       ok
        remove alice P 1e23 0,0                           ok
        """);
}
