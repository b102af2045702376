namespace Garrison.Tests.Engine.Exchange.ComposableStable;

/// <summary>What owner and governor set, rates, and the protocol's fees: every refusal, in the contract's
/// order.</summary>
public sealed class ComposableSettingTables
{
    // A day of 86,400 seconds at most doubles or halves.
    [Fact]
    public void Amplification() => ComposableScript.Play("""
        amp own P 400 86400                      EmptyRevert
        pool P 200 1e15 tA tB                    ok
        amp bob P 0 past                         SENDER_NOT_ALLOWED
        amp own P 0 past                         MIN_AMP
        amp own P 5001 past                      MAX_AMP
        amp own P 401 past                       SUB_OVERFLOW
        amp own P 401 86399                      AMP_END_TIME_TOO_CLOSE
        amp own P 401 86400                      AMP_RATE_TOO_HIGH
        amp own P 99 86400                       AMP_RATE_TOO_HIGH
        stop own P                               AMP_NO_ONGOING_UPDATE
        amp own P 400 86400                      ok
        amp own P 300 90000                      AMP_ONGOING_UPDATE
        time 43200                               ok
        amplification P                          = 300000
        time 1                                   ok
        amplification P                          = 300002
        stop bob P                               SENDER_NOT_ALLOWED
        stop own P                               ok
        time 86400                               ok
        amplification P                          = 300002
        amp own P 200 216001                     ok
        time 43200                               ok
        amplification P                          = 250001
        time 43200                               ok
        amplification P                          = 200000
        """);

    [Fact]
    public void Swap_fee_and_pause() => ComposableScript.Play("""
        pool P 200 1e15 tA tB                    ok
        fee bob P 0                              SENDER_NOT_ALLOWED
        pause bob P                              SENDER_NOT_ALLOWED
        pause gov P                              ok
        fee own P 0                              PAUSED
        collect P                                PAUSED
        unpause bob P                            SENDER_NOT_ALLOWED
        unpause gov P                            ok
        fee own P 0.9e12                         MIN_SWAP_FEE_PERCENTAGE
        fee own P 1.1e17                         MAX_SWAP_FEE_PERCENTAGE
        fee own P 1e17                           ok
        time 999                                 ok
        pause gov P                              ok
        time 1                                   ok
        pause gov P                              PAUSE_WINDOW_EXPIRED
        time 499                                 ok
        fee own P 1e16                           PAUSED
        time 1                                   ok
        unpause gov P                            BUFFER_PERIOD_EXPIRED
        fee own P 1e16                           PAUSED
        time 1                                   ok
        fee own P 1e16                           ok
        """);

    // A rate is kept until its second is over; only a join or an exit makes it the old one.
    [Fact]
    public void Rates() => ComposableScript.Play("""
        refresh P tA                             EmptyRevert
        rate rB 1e18                             ok
        pool P 200 1e15 tA tB:18:rB:10           ok
        join alice P init 0,1e21,1e21            ok
        rate rB 1.1e18                           ok
        refresh P tC                             INVALID_TOKEN
        refresh P tA                             TOKEN_DOES_NOT_HAVE_RATE_PROVIDER
        refresh P P                              TOKEN_DOES_NOT_HAVE_RATE_PROVIDER
        time 10                                  ok
        swap bob P in tA tB 1e18                 ok
        kept P tB                                = 1e18
        time 1                                   ok
        swap bob P in tA tB 1e18                 ok
        kept P tB                                = 1.1e18
        old P tB                                 = 1e18
        join bob P all bpt:1e18                  ok
        old P tB                                 = 1.1e18
        rate rB 1.2e18                           ok
        refresh P tB                             ok
        kept P tB                                = 1.2e18
        duration bob P tB 5                      SENDER_NOT_ALLOWED
        duration own P tC 5                      INVALID_TOKEN
        duration own P tA 5                      TOKEN_DOES_NOT_HAVE_RATE_PROVIDER
        duration own P tB 4294967296             CODEC_OVERFLOW
        rate rB 79228162514264337593543950336    ok
        duration own P tB 4294967296             PRICE_RATE_OVERFLOW
        refresh P tB                             PRICE_RATE_OVERFLOW
        rate rB 1.3e18                           ok
        duration own P tB 5                      ok
        kept P tB                                = 1.3e18
        time 6                                   ok
        rate rB 79228162514264337593543950336    ok
        swap bob P in tA tB 1e18                 PRICE_RATE_OVERFLOW
        """);

    // All rates double, so the invariant does: half of the value is yield, and half of that is the
    // protocol's. A quarter of the whole is a third of what others hold: 2000e18 / 3.
    [Fact]
    public void Yield_pays_the_protocol_in_the_pools_own_token() => ComposableScript.Play("""
        part bob Yield 5e17                      SENDER_NOT_ALLOWED
        part gov Yield 5.1e17                    Invalid_fee_percentage
        part gov Yield 5e17                      ok
        rate rA 1e18                             ok
        rate rB 1e18                             ok
        pool P 200 1e15 tA:18:rA tB:18:rB        ok
        join alice P init 0,1e21,1e21            ok
        rate rA 2e18                             ok
        rate rB 2e18                             ok
        time 1                                   ok
        actual P                                 = 2000e18
        refresh P tA                             ok
        refresh P tB                             ok
        supply P                                 = 2000e18
        actual P                                 = 2666666666666666666666
        value P                                  = 1.5e18
        part gov Yield 0                         ok
        charged P Yield                          = 5e17
        collect P                                ok
        charged P Yield                          = 0
        supply P                                 = 2666666666666666666666
        held P collector                         = 666666666666666666666
        old P tA                                 = 2e18
        """);

    [Fact]
    public void Exempt_yield_pays_nothing() => ComposableScript.Play("""
        part gov Yield 5e17                      ok
        rate rA 1e18                             ok
        rate rB 1e18                             ok
        pool P 200 1e15 tA:18:rA:0:exempt tB:18:rB:0:exempt   ok
        join alice P init 0,1e21,1e21            ok
        rate rA 2e18                             ok
        rate rB 2e18                             ok
        time 1                                   ok
        refresh P tA                             ok
        refresh P tB                             ok
        actual P                                 = 2000e18
        value P                                  = 2e18
        """);

    // The own token is a token like others, but its errors are the pool's.
    [Fact]
    public void Transfers_of_the_own_token() => ComposableScript.Play("""
        pool P 200 1e15 tA tB                    ok
        join alice P init 0,1e21,1e21            ok
        send alice P bob 1e18                    ok
        held P bob                               = 1e18
        send bob P alice 1.1e18                  ERC20_TRANSFER_EXCEEDS_BALANCE
        send bob P nobody 1                      ERC20_TRANSFER_TO_ZERO_ADDRESS
        """);
}
