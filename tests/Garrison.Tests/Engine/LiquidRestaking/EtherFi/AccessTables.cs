namespace Garrison.Tests.Engine.LiquidRestaking.EtherFi;

/// <summary>Roles, pauses, the blacklist, buckets, validators: every refusal, in the contract's
/// order.</summary>
public sealed class AccessTables
{
    [Fact]
    public void Roles() => EtherFiScript.Play("""
        role alice Guardian alice on             EnumerableRolesUnauthorized
        bar alice bob                            OnlyGuardian
        role deployer Guardian alice on          ok
        bar alice bob                            ok
        role deployer Guardian alice off         ok
        bar alice carol                          OnlyGuardian
        """);

    [Fact]
    public void Pauses() => EtherFiScript.Play("""
        pause multisig alice                     EmptyRevert
        pause alice lp                           OnlyOperatingMultisig
        unpause alice lp                         OnlyOperatingMultisig
        unpause multisig lp                      NotPaused
        pause multisig lp                        ok
        pause multisig lp                        AlreadyPaused
        unpause multisig lp                      ok
        pause multisig rl                        ok
        deposit alice 1e18                       ok
        pauseUntil guardian rl                   EmptyRevert
        unpauseUntil multisig oracle             EmptyRevert
        pauseFor timelock oracle 28800           EmptyRevert
        """);

    // 8 hours at first, the last second too; whoever paused may do so again 7 days after it is over.
    [Fact]
    public void Pauses_for_a_time() => EtherFiScript.Play("""
        pauseUntil superGuardian lp              OnlyGuardian
        pauseUntil guardian eeth                 OnlySuperGuardian
        pauseUntil guardian weeth                OnlySuperGuardian
        unpauseUntil alice lp                    OnlyOperatingMultisig
        unpauseUntil multisig lp                 ContractNotPausedUntil
        pauseUntil guardian lp                   ok
        pauseUntil guardian lp                   ContractPausedUntil
        pass 2400                                ok
        deposit alice 1e18                       ContractPausedUntil
        pass 1                                   ok
        deposit alice 1e18                       ok
        unpauseUntil multisig lp                 ContractNotPausedUntil
        pass 50398                               ok
        pauseUntil guardian lp                   PauserCooldownStillActive
        role deployer Guardian bob on            ok
        pauseUntil bob lp                        ok
        unpauseUntil multisig lp                 ok
        pass 1                                   ok
        pauseUntil guardian lp                   ok
        pauseFor alice rm 1                      OnlyOperatingTimelock
        pauseFor timelock rm 28799               InvalidPauseUntilDuration
        pauseFor timelock rm 2592001             InvalidPauseUntilDuration
        pauseFor timelock rm 2592000             ok
        pauseUntil guardian rm                   ok
        pass 216000                              ok
        redeem alice 1 alice ETHER               ContractPausedUntil
        pass 1                                   ok
        redeem alice 1 alice ETHER               InvalidAmount
        """);

    [Fact]
    public void The_blacklist() => EtherFiScript.Play("""
        bar alice bob                            OnlyGuardian
        bar guardian nobody                      InvalidUser
        bar guardian bob                         ok
        bar guardian bob                         UserAlreadyBlacklisted
        pass 21599                               ok
        deposit bob 1e18                         BlacklistedUser
        pass 1                                   ok
        deposit bob 1e18                         ok
        barFor alice bob 12                      OnlyOperatingMultisig
        barFor multisig nobody 12                InvalidUser
        barFor multisig bob 1e77                 ok
        barFor multisig bob 12                   ok
        pass 1                                   ok
        deposit bob 1e18                         ok
        barForGood alice bob                     OnlyOperatingMultisig
        barForGood multisig nobody               InvalidUser
        barForGood multisig bob                  ok
        unbar alice bob                          OnlyOperatingMultisig
        unbar multisig bob                       ok
        barred bob                               = 0
        """);

    [Fact]
    public void Buckets() => EtherFiScript.Play("""
        limiter alice mint 1 1                   OnlyOperatingTimelock
        limiter timelock mint 1 1                LimitAlreadyExists
        capacity alice other 1                   OnlyOperatingTimelock
        capacity timelock other 1                UnknownLimit
        refill alice other 1                     OnlyOperatingTimelock
        refill timelock other 1                  UnknownLimit
        remaining alice other 1                  OnlyOperatingTimelock
        remaining timelock other 1               UnknownLimit
        limiter timelock other 100 2             ok
        remaining timelock other 10              ok
        pass 1                                   ok
        consumable other                         = 34
        refill timelock other 1                  ok
        pass 1                                   ok
        consumable other                         = 46
        capacity timelock other 20               ok
        consumable other                         = 20
        remaining timelock other 21              ok
        consumable other                         = 21
        """);

    // Ten of 100 shares are counted at what they are worth when they are gone: 10 · 100/90, up in gwei.
    [Fact]
    public void A_burn_has_a_limit() => EtherFiScript.Play("""
        deposit alice 100e18                     ok
        send alice rm 50e18                      ok
        refill timelock burn 0                   ok
        capacity timelock burn 11111111111       ok
        burn rm 10e18                            LimitExceeded
        capacity timelock burn 11111111112       ok
        remaining timelock burn 11111111112      ok
        burn rm 10e18                            ok
        burn rm 1                                LimitExceeded
        """);

    [Fact]
    public void Validators() => EtherFiScript.Play("""
        deposit alice 100e18                     ok
        pause multisig lp                        ok
        create alice 1                           ContractPaused
        fund alice 1 1e18                        ContractPaused
        unpause multisig lp                      ok
        create alice 1                           OnlyOracleOperations
        fund alice 1 1e18                        OnlyOracleOperations
        fund operations 1 31.999999999999999999e18    InvalidValidatorSize
        fund operations 1 2048.000000000000000001e18    InvalidValidatorSize
        create operations 101                    EmptyRevert
        create operations 3                      ok
        fund operations 4 32e18                  EmptyRevert
        fund operations 3 32e18                  ok
        in                                       = 4e18
        out                                      = 96e18
        tokens ETHER manager                     = 96e18
        rate                                     = 1e18
        back manager 97e18                       InsufficientBalance
        back alice 97e18                         Panic(0x11)
        back manager 96e18                       ok
        out                                      = 0
        """);
}
