namespace Garrison.Tests.Engine.Exchange.ComposableStable;

/// <summary>Making pools, and swapping in them: every refusal, in the contract's order.</summary>
public sealed class ComposableSwapTables
{
    [Fact]
    public void Creation() => ComposableScript.Play("""
        pool P 0 1 tA tB tC tD tE tF             MAX_TOKENS
        pool P 0 1 tB tA                         UNSORTED_ARRAY
        pool P 0 1 tA tA                         UNSORTED_ARRAY
        pool tA 0 1 tA tB                        UNSORTED_ARRAY
        pool P 0 0.9e12 tA                       MIN_SWAP_FEE_PERCENTAGE
        pool P 0 1.1e17 tA                       MAX_SWAP_FEE_PERCENTAGE
        pool P 0 1e12 nobody tA                  INVALID_TOKEN
        pool P 0 1e12 tA                         MIN_AMP
        pool P 5001 1e12 tA                      MAX_AMP
        pool P 5000 1e12 tA:19                   MIN_TOKENS
        pool P 5000 1e12 tA:19 tB:18::0:exempt   SUB_OVERFLOW
        pool P 5000 1e12 tA tB:18::0:exempt      TOKEN_DOES_NOT_HAVE_RATE_PROVIDER
        rate rB 79228162514264337593543950336    ok
        pool P 5000 1e12 tA tB:18:rB:4294967296  PRICE_RATE_OVERFLOW
        rate rB 79228162514264337593543950335    ok
        pool P 5000 1e12 tA tB:18:rB:4294967296  CODEC_OVERFLOW
        pool P 5000 1e12 tA tB:18:rB:600         ok
        pool P 5000 1e12 tA tB                   AlreadyExists
        amplification P                          = 5000000
        kept P tB                                = 79228162514264337593543950335
        old P tB                                 = 79228162514264337593543950335
        """);

    [Fact]
    public void A_swap_is_refused_by_the_vault_before_the_pool() => ComposableScript.Play("""
        swap bob P in tA tA 0 until:0            UNKNOWN_AMOUNT_IN_FIRST_SWAP
        time 1                                   ok
        swap bob P in tA tA 0 until:0            SWAP_DEADLINE
        swap bob P in tA tA 0 until:1            UNKNOWN_AMOUNT_IN_FIRST_SWAP
        swap bob P in tA tA 1                    CANNOT_SWAP_SAME_TOKEN
        swap bob P in tA tB 1                    INVALID_POOL_ID
        pool P 200 1e15 tA tB                    ok
        swap bob P in tA tC 1                    TOKEN_NOT_REGISTERED
        pause gov P                              ok
        swap bob P in tA tB 1                    PAUSED
        unpause gov P                            ok
        swap bob P in tA tB 1                    ZERO_DIVISION
        swap bob P in tA P 1                     ZERO_DIVISION
        swap bob P out tA tB 1                   SUB_OVERFLOW
        """);

    // The fee of 1 is 1, which leaves nothing, and the pool keeps at least 1 of what it would pay.
    [Fact]
    public void What_is_small_is_lost_to_the_pool() => ComposableScript.Play("""
        pool P 200 1e15 tA tB                    ok
        join alice P init 0,1e21,1e21            ok
        swap bob P in tA tB 1                    SUB_OVERFLOW
        swap bob P in tA tB 3                    ok
        balance P tB                             = 1000e18
        held tB bob                              = 1e30
        swap bob P in tA tB 1e21 limit:1e21      SWAP_LIMIT
        swap bob P out tA tB 1e18 limit:1e18     SWAP_LIMIT
        swap carol P in tA tB 1e18               ERC20:_transfer_amount_exceeds_balance
        swap bob P in P tB 1e18                  ERC20_TRANSFER_EXCEEDS_BALANCE
        swap bob P out tA tB 1e22                SUB_OVERFLOW
        swap bob P in tA tB 1e70                 MUL_OVERFLOW
        """);

    // So little does not bend the curve: of 100 the fee is 1, up, and the pool keeps 1 or 2 of the rest. The
    // second amount is what the first came to.
    [Fact]
    public void A_batch_moves_only_what_is_left() => ComposableScript.Play("""
        pool P 200 1e15 tA tB                    ok
        join alice P init 0,1e21,1e21            ok
        time 1                                   ok
        batch bob in tA,tB 0 0 0>1:1@P           SWAP_DEADLINE
        batch bob in tA,tB 0 9 0>1:1@P           INPUT_LENGTH_MISMATCH
        batch bob in tA,tB 0,0 9 0>2:1@P         OUT_OF_BOUNDS
        batch bob in tA,tB 0,0 9 1>1:1@P         CANNOT_SWAP_SAME_TOKEN
        batch bob in tA,tB 0,0 9 0>1:0@P         UNKNOWN_AMOUNT_IN_FIRST_SWAP
        batch bob in tA,tB 0,0 9 0>1:100@P 0>1:0@P   MALCONSTRUCTED_MULTIHOP_SWAP
        batch bob in tA,tB 0,0 9 0>1:100@Q       INVALID_POOL_ID
        batch bob in tA,tB 99,0 9 0>1:100@P      SWAP_LIMIT
        batch bob in tA,tB 100,-98 9 0>1:100@P   SWAP_LIMIT
        batch bob in tA,tB 100,-97 9 0>1:100@P   ok
        held tA bob                              = 999999999999999999999999999900
        held tB bob                              = 1000000000000000000000000000097
        batch bob in tA,tB 3,0 9 0>1:100@P 1>0:0@P   SWAP_LIMIT
        batch bob in tA,tB 6,0 9 0>1:100@P 1>0:0@P   ok
        held tB bob                              = 1000000000000000000000000000097
        held tA bob                              = 999999999999999999999999999894
        """);

    // A swap for the pool's own token takes it from what the pool has in the vault: the supply in circulation
    // grows, and nothing is minted but the protocol's part. Of 100 in, the balanced move would bring 50; on
    // the rest the fee of 0.1% is 0.05, and half of what the pool gains by it is the protocol's. The amounts
    // solve the equation of the invariant to the digits that its ratio keeps, 10⁻¹⁸ of 2000e18.
    [Fact]
    public void The_pools_own_token_is_swapped_as_a_join_and_an_exit() => ComposableScript.Play("""
        part gov Swap 5e17                       ok
        pool P 200 1e15 tA tB                    ok
        join alice P init 0,1e21,1e21            ok
        supply P                                 = 2000e18
        swap bob P in tA P 1e20                  ok
        held P bob                               = 99938139357322350000
        held P collector                         = 24993896331202244
        supply P                                 = 2099963133253653552244
        swap bob P out P tA 1e20                 ERC20_TRANSFER_EXCEEDS_BALANCE
        swap bob P in P tA 99938139357322350000  ok
        held P bob                               = 0
        """);
}
