namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>Operators, delegation and the withdrawal queue: every refusal, in the contract's order.</summary>
public sealed class DelegationTables
{
    [Fact]
    public void Operators() => Script.Play("""
        operator op                                ActivelyDelegated
        approver alice op alice                    InvalidPermissions
        approver carol carol alice                 OperatorNotRegistered
        uri alice op                               InvalidPermissions
        uri carol carol                            OperatorNotRegistered
        uri op op                                  ok
        approver op op alice                       ok
        pause pauser dm 1                          ok
        operator carol                             CurrentlyPaused
        delegate carol op                          SignatureExpired
        """);

    [Fact]
    public void Approvals() => Script.Play("""
        operator carol bob                         ok
        delegate alice nobody                      OperatorNotRegistered
        delegate alice bob                         OperatorNotRegistered
        delegate alice carol                       SignatureExpired
        delegate alice carol alice salt 1700000000 InvalidSignature
        delegate alice carol bob salt 1699999999   SignatureExpired
        pause pauser dm 1                          ok
        delegate alice carol alice salt 1700000000 InvalidSignature
        delegate alice carol bob salt 1700000000   CurrentlyPaused
        unpause unpauser dm 0                      ok
        delegate alice carol bob salt 1700000000   ok
        delegate alice carol bob salt 1700000000   ActivelyDelegated
        undelegate bob alice                       ok
        delegate alice carol bob salt 1            SaltSpent
        delegate bob carol                         SignatureExpired
        """);

    [Fact]
    public void Leaving_an_operator() => Script.Play("""
        undelegate alice alice                     NotActivelyDelegated
        redelegate alice rival                     NotActivelyDelegated
        undelegate op op                           OperatorsCannotUndelegate
        deposit alice A 100                        ok
        deposit alice B 10                         ok
        delegate alice op                          ok
        delegated op A                             = 100
        undelegate bob alice                       CallerCannotUndelegate
        pause pauser dm 2                          ok
        undelegate bob alice                       CallerCannotUndelegate
        undelegate alice alice                     CurrentlyPaused
        unpause unpauser dm 0                      ok
        redelegate alice bob                       OperatorNotRegistered
        redelegate alice rival                     ok
        delegated op A                             = 0
        delegated rival A                          = 0
        shares alice A                             = 0
        pass 51                                    ok
        complete alice 0 shares                    ok
        complete alice 1 shares                    ok
        delegated rival A                          = 100
        delegated rival B                          = 10
        undelegate rival alice                     ok
        """);

    [Fact]
    public void The_queue() => Script.Play("""
        deposit alice A 100                        ok
        delegate alice op                          ok
        pause pauser dm 2                          ok
        queueUneven alice A                        CurrentlyPaused
        unpause unpauser dm 0                      ok
        queueUneven alice A                        InputArrayLengthMismatch
        queue alice                                InputArrayLengthZero
        queue alice A 101                          Panic(0x11)
        deposit bob A 50                           ok
        delegate bob op                            ok
        queue alice A 101                          SharesAmountTooHigh
        queue alice A 0                            SharesAmountZero
        queue alice B 1                            Panic(0x11)
        queue carol A 1                            SharesAmountTooHigh
        queue carol ETH 1                          SharesNegative
        queue carol ETH 0                          ok
        queue alice A 60 A 40                      ok
        shares alice A                             = 0
        """);

    [Fact]
    public void Completion() => Script.Play("""
        deposit alice A 100                        ok
        queue alice A 60                           ok
        pause pauser dm 4                          ok
        completeUneven bob 0                       CurrentlyPaused
        unpause unpauser dm 0                      ok
        completeUneven bob 0                       InputArrayLengthMismatch
        complete bob 0 tokens                      WithdrawerNotCaller
        completeAltered alice 0                    WithdrawalNotQueued
        complete alice 0 tokens                    WithdrawalDelayNotElapsed
        pass 50                                    ok
        complete alice 0 tokens                    WithdrawalDelayNotElapsed
        pass 1                                     ok
        completeAs alice 0 tB                      OnlyUnderlyingToken
        pause pauser A 2                           ok
        completeAs alice 0 tB                      CurrentlyPaused
        complete alice 0 shares                    ok
        complete alice 0 tokens                    WithdrawalNotQueued
        shares alice A                             = 100
        """);

    [Fact]
    public void Nothing_reaches_a_fully_slashed_operator() => Script.Play("""
        deposit op A 100                           ok
        deposit alice A 100                        ok
        deposit bob A 100                          ok
        delegate bob op                            ok
        pass 5                                     ok
        join op op avs/1                           ok
        allocate op op avs/1 A 1e18                ok
        pass 6                                     ok
        queue bob A 50                             ok
        slash avs avs/1 op A 1e18                  ok
        max op A                                   = 0
        deposit bob A 1                            FullySlashed
        delegate alice op                          FullySlashed
        withdrawable bob A                         = 0
        queue bob A 50                             ok
        pass 51                                    ok
        complete bob 0 tokens                      ok
        complete bob 1 shares                      ok
        shares bob A                               = 0
        """);
}
