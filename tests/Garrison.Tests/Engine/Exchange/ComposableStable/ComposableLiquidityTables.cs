namespace Garrison.Tests.Engine.Exchange.ComposableStable;

/// <summary>Joins and exits of every kind: every refusal, in the contract's order.</summary>
public sealed class ComposableLiquidityTables
{
    // The invariant of equal balances is their sum, of which 10⁶ is locked; 2¹¹¹ in all are minted.
    [Fact]
    public void The_first_join() => ComposableScript.Play("""
        join alice P init 0,1,1                  INVALID_POOL_ID
        pool P 200 1e15 tA tB                    ok
        join alice P init 0,1,1 limits:1         INPUT_LENGTH_MISMATCH
        pause gov P                              ok
        join alice P init 0,1,1                  PAUSED
        unpause gov P                            ok
        join alice P odd                         EmptyRevert
        join alice P exact 1,1                   UNINITIALIZED
        join alice P init 1,1                    INPUT_LENGTH_MISMATCH
        join alice P init 0,0,1e6                ZERO_DIVISION
        join alice P init 0,499999,500000        MINIMUM_BPT
        join alice P init 0,2e33,2e33            SUB_OVERFLOW
        join carol P init 0,1e18,1e18            ERC20:_transfer_amount_exceeds_balance
        join alice P init 0,1e18,1e18 limits:1e34,1e18,9e17   JOIN_ABOVE_MAX
        join alice P init 0,1e18,1e18            ok
        held P alice                             = 1999999999999000000
        held P nobody                            = 1000000
        supply P                                 = 2e18
        value P                                  = 1e18
        join alice P init 0,1,1                  UNHANDLED_JOIN_KIND
        """);

    [Fact]
    public void Later_joins() => ComposableScript.Play("""
        pool P 200 1e15 tA tB                    ok
        join alice P init 0,1e21,1e21            ok
        join bob P odd                           EmptyRevert
        join bob P exact 1                       INPUT_LENGTH_MISMATCH
        join bob P exact 1e18,1e18 bpt:2000000000000000001    BPT_OUT_MIN_AMOUNT
        join bob P exact 1e18,1e18 bpt:2e18 limits:0,1e18,9e17   JOIN_ABOVE_MAX
        join bob P exact 1e18,1e18 bpt:2e18      ok
        held P bob                               = 2e18
        join bob P one bpt:1e18 token:2          OUT_OF_BOUNDS
        join bob P one bpt:1e18 token:1          ok
        held P bob                               = 3e18
        join bob P all bpt:1e18                  ok
        held P bob                               = 4e18
        join carol P all bpt:1e18                ERC20:_transfer_amount_exceeds_balance
        join bob P exact 1e32,0                  STABLE_INVARIANT_DIDNT_CONVERGE
        join bob P exact 0,0                     SUB_OVERFLOW
        """);

    [Fact]
    public void Exits() => ComposableScript.Play("""
        exit bob P all bpt:1                     INVALID_POOL_ID
        pool P 200 1e15 tA tB                    ok
        exit bob P all bpt:1 limits:1            INPUT_LENGTH_MISMATCH
        pause gov P                              ok
        exit bob P all bpt:1                     PAUSED
        exit bob P recovery bpt:1                NOT_IN_RECOVERY_MODE
        unpause gov P                            ok
        exit bob P all bpt:1                     ZERO_DIVISION
        join alice P init 0,1e21,1e21            ok
        exit alice P odd                         EmptyRevert
        exit alice P exact 1                     INPUT_LENGTH_MISMATCH
        exit alice P exact 1e18,1e18 bpt:1.9e18  BPT_IN_MAX_AMOUNT
        exit alice P exact 1e18,2e21 bpt:1e30    SUB_OVERFLOW
        exit bob P exact 1e18,1e18 bpt:1e30      ERC20_BURN_EXCEEDS_BALANCE
        exit alice P exact 1e18,1e18 bpt:2e18    ok
        supply P                                 = 1998e18
        exit alice P one bpt:1e18 token:2        OUT_OF_BOUNDS
        exit alice P one bpt:2e21 token:1        SUB_OVERFLOW
        exit bob P one bpt:1e18 token:1          ERC20_BURN_EXCEEDS_BALANCE
        exit alice P one bpt:1e18 token:1        ok
        supply P                                 = 1997e18
        exit bob P all bpt:1e18                  ERC20_BURN_EXCEEDS_BALANCE
        exit alice P all bpt:1e18 limits:0,1e18,0    EXIT_BELOW_MIN
        exit alice P all bpt:1e18 limits:0,4e17,0    ok
        supply P                                 = 1996e18
        """);

    // Half of the supply is half of each balance, though the pool is paused, and a rate of 0 would stop all
    // else.
    [Fact]
    public void Recovery() => ComposableScript.Play("""
        part gov Swap 5e17                       ok
        rate rB 1e18                             ok
        pool P 200 1e15 tA tB:18:rB              ok
        join alice P init 0,1e21,1e21            ok
        charged P Swap                           = 5e17
        recover bob P                            SENDER_NOT_ALLOWED
        unrecover gov P                          NOT_IN_RECOVERY_MODE
        recover gov P                            ok
        recover gov P                            IN_RECOVERY_MODE
        charged P Swap                           = 0
        pause gov P                              ok
        rate rB 0                                ok
        time 1                                   ok
        exit bob P recovery bpt:1e21             ERC20_BURN_EXCEEDS_BALANCE
        exit alice P recovery bpt:1e21 limits:0,6e20,0   EXIT_BELOW_MIN
        exit alice P recovery bpt:1e21           ok
        balance P tA                             = 500e18
        balance P tB                             = 500e18
        supply P                                 = 1000e18
        unpause gov P                            ok
        exit alice P all bpt:1                   ZERO_DIVISION
        rate rB 1e18                             ok
        unrecover bob P                          SENDER_NOT_ALLOWED
        unrecover gov P                          ok
        charged P Swap                           = 5e17
        value P                                  = 1e18
        """);

    // The own token lies behind the others here: amounts of joins and exits skip it all the same.
    [Fact]
    public void The_own_token_may_stand_anywhere() => ComposableScript.Play("""
        pool later 200 1e15 tA tB:6              ok
        join alice later init 1e21,1e9,0         ok
        supply later                             = 2000e18
        join bob later exact 0,1e6               ok
        balance later tB                         = 1001e6
        exit bob later one bpt:5e17 token:0      ok
        swap bob later in later tB 1e17          ok
        """);
}
