namespace Garrison.Tests.Engine.Exchange.StableSwap;

/// <summary>The ETH/stETH pool: every refusal, in the contract's order, and figures by hand.</summary>
public sealed class LegacyTables
{
    [Fact]
    public void Liquidity() => StableSwapScript.Play("""
        legacy L nobody                                   EmptyRevert
        legacy L                                          ok
        legacy L                                          EmptyRevert
        add alice L 1e24,0 0                              EmptyRevert
        add alice L 1e24 0                                EmptyRevert
        add alice L 1e24,1e24 0 bob                       EmptyRevert
        add alice L 1e24,1e24 3e24                        Slippage_screwed_you
        add carol L 1e24,1e24 0                           InsufficientBalance
        add alice L 1e24,1e24 2e24                        ok
        supply L                                          = 2e24
        balance L 0                                       = 1e24
        add alice L 0,0 0                                 EmptyRevert
        remove bob L 1 0,0                                EmptyRevert
        remove alice L 1e24 0,5.1e23                      Withdrawal_resulted_in_fewer_coins_than_expected
        remove alice L 1e24 0,0 bob                       EmptyRevert
        remove alice L 1e24 5e23,5e23                     ok
        balance L 1                                       = 5e23
        removeOne alice L 1e18 2 0                        EmptyRevert
        removeOne alice L 1e18 1 1e18                     Not_enough_coins_removed
        removeOne bob L 1e18 1 0                          EmptyRevert
        removeOne alice L 1e18 1 0                        ok
        adminBalance L 1                                  = 0
        removeUneven alice L 0,0 1e18                     EmptyRevert
        removeUneven alice L 1e18,0 1e18                  Slippage_screwed_you
        removeUneven bob L 1e18,0 2e18                    EmptyRevert
        removeUneven alice L 1e18,0 2e18                  ok
        """);

    // What is sent to the pool belongs to those who hold liquidity: it reads its own balances.
    [Fact]
    public void Swaps() => StableSwapScript.Play("""
        legacy L                                          ok
        swap alice L 0 1 1e18 0                           EmptyRevert
        add alice L 1e24,1e24 0                           ok
        swap alice L 1 1 1e18 0                           EmptyRevert
        swap alice L 0 2 1e18 0                           EmptyRevert
        swap alice L 0 1 1e18 0 bob                       EmptyRevert
        received alice L 0 1 1e18 0                       EmptyRevert
        swap alice L 0 1 1e18 1e18                        Exchange_resulted_in_fewer_coins_than_expected
        swap carol L 0 1 1e18 0                           InsufficientBalance
        swap carol L 1 0 1e18 0                           ERC20:_transfer_amount_exceeds_balance
        swap alice L 0 1 1e18 0                           ok
        balance L 0                                       = 1000001e18
        send bob S L 1e18                                 ok
        fees alice L                                      EmptyRevert
        fees owner L                                      ok
        adminBalance L 1                                  = 0
        swap alice L 1 0 1e18 0                           ok
        donate alice L                                    EmptyRevert
        donate owner L                                    ok
        adminBalance L 0                                  = 0
        """);

    [Fact]
    public void What_waits_three_days() => StableSwapScript.Play("""
        legacy L                                          ok
        fee owner L 1 1                                   EmptyRevert
        adminFee owner L 1                                EmptyRevert
        windows owner L 1 1                               EmptyRevert
        admin owner L bob                                 EmptyRevert
        receiver owner L bob                              EmptyRevert
        commitFee alice L 1 1                             EmptyRevert
        commitFee owner L 5000000001 1                    EmptyRevert
        commitFee owner L 1 10000000001                   EmptyRevert
        applyFee owner L                                  EmptyRevert
        commitFee owner L 5e9 1e10                        ok
        commitFee owner L 1 1                             EmptyRevert
        pass 259199                                       ok
        applyFee owner L                                  EmptyRevert
        pass 1                                            ok
        applyFee alice L                                  EmptyRevert
        applyFee owner L                                  ok
        applyFee owner L                                  EmptyRevert
        commitFee owner L 1 1                             ok
        revertFee alice L                                 EmptyRevert
        revertFee owner L                                 ok
        commitOwner alice L bob                           EmptyRevert
        commitOwner owner L bob                           ok
        commitOwner owner L bob                           EmptyRevert
        applyOwner owner L                                EmptyRevert
        pass 259200                                       ok
        applyOwner alice L                                EmptyRevert
        applyOwner owner L                                ok
        commitOwner owner L alice                         EmptyRevert
        commitOwner bob L alice                           ok
        revertOwner owner L                               EmptyRevert
        revertOwner bob L                                 ok
        ramp owner L 100 86400                            EmptyRevert
        ramp bob L 100 86400                              ok
        stop owner L                                      EmptyRevert
        stop bob L                                        ok
        A L                                               = 5000
        """);

    // Sixty days are 5,184,000 seconds. Only what is in proportion is paid out.
    [Fact]
    public void A_pool_is_stopped() => StableSwapScript.Play("""
        legacy L                                          ok
        add alice L 1e24,1e24 0                           ok
        kill alice L                                      EmptyRevert
        kill owner L                                      ok
        add alice L 1e18,1e18 0                           EmptyRevert
        swap alice L 0 1 1e18 0                           EmptyRevert
        removeOne alice L 1e18 0 0                        EmptyRevert
        removeUneven alice L 1e18,0 2e18                  EmptyRevert
        remove alice L 1e18 0,0                           ok
        unkill alice L                                    EmptyRevert
        unkill owner L                                    ok
        swap alice L 0 1 1e18 0                           ok
        pass 5183999                                      ok
        kill owner L                                      ok
        unkill owner L                                    ok
        pass 1                                            ok
        kill owner L                                      EmptyRevert
        """);
}
