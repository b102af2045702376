namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>Pods: every refusal in the contract's order, and what a checkpoint counts.</summary>
public sealed class EigenPodTables
{
    private const string Begin = """
        forkSetter owner fs                              ok
        fork fs 1                                        ok
        pod alice alicePod                               ok
        fund alice 1000e18                               ok
        fund mallory 1000e18                             ok
        predeploy exits 10                               ok
        predeploy merges 20                              ok
        """;

    [Fact]
    public void Credentials() => Script.Play($"""
        {Begin}
        pause pauser epm 4                               ok
        credentials mallory alice 12 v1 32e9             OnlyEigenPodOwnerOrProofSubmitter
        credentials bob bob 12 v1 32e9                   OnlyEigenPodOwnerOrProofSubmitter
        credentials alice alice 12 v1 32e9               CurrentlyPaused
        unpause unpauser epm 0                           ok
        pass 20                                          ok
        credentialsUneven alice                          InputArrayLengthMismatch
        checkpoint alice alice                           ok
        pass 1                                           ok
        credentials alice alice 240 v1 32e9              BeaconTimestampBeforeLatestCheckpoint
        credentials alice alice 300 v1 32e9              Panic(0x11)
        credentials alice alice 252 v1 32e9 rootless     InvalidEIP4788Response
        credentials alice alice 252 v1 32e9 shortState   InvalidProofLength
        credentials alice alice 252 v1 32e9 wrongState   InvalidProof
        credentials alice alice 252 v1 32e9 waiting exiting foreign wrong  ValidatorInactiveOnBeaconChain
        credentials alice alice 252 v1 32e9 exiting foreign wrong          ValidatorIsExitingBeaconChain
        credentials alice alice 252 v1 32e9 foreign wrong                  WithdrawalCredentialsNotForEigenPod
        credentials alice alice 252 v1 32e9 dencun wrong InvalidProofLength
        credentials alice alice 252 v1 32e9 tooShort     InvalidProofLength
        credentials alice alice 252 v1 32e9 wrong        InvalidProof
        credentials alice alice 252 v1 32e9              ok
        credentials alice alice 252 v1 32e9 waiting      CredentialsAlreadyVerified
        shares alice ETH                                 = 32e18
        checkpoint alice alice                           ok
        credentials alice alice 252 v2 32e9              BeaconTimestampTooFarInPast
        pass 8192                                        ok
        credentials alice alice 264 v2 32e9              TimestampOutOfRange
        credentials alice alice 265 v2 32e9              ok
        """);

    [Fact]
    public void A_proof_submitter_proves_for_the_owner() => Script.Play($"""
        {Begin}
        submitter bob alice bob                          OnlyEigenPodOwner
        submitter bob bob carol                          OnlyEigenPodOwner
        submitter alice alice bob                        ok
        pass 2                                           ok
        credentials bob alice 24 v1 32e9                 ok
        checkpoint bob alice                             ok
        submitter bob alice carol                        OnlyEigenPodOwner
        submitter alice alice nobody                     ok
        pass 1                                           ok
        credentials bob alice 36 v2 32e9                 OnlyEigenPodOwnerOrProofSubmitter
        """);

    [Fact]
    public void Checkpoints_start() => Script.Play($"""
        {Begin}
        pause pauser epm 64                              ok
        checkpoint mallory alice                         OnlyEigenPodOwnerOrProofSubmitter
        checkpoint alice alice                           CurrentlyPaused
        unpause unpauser epm 0                           ok
        pass 1                                           ok
        checkpointNew alice alice                        NoBalanceToCheckpoint
        checkpointRootless alice                         InvalidEIP4788Response
        checkpoint alice alice                           ok
        checkpointNew alice alice                        CannotCheckpointTwiceInSingleBlock
        pass 1                                           ok
        credentials alice alice 24 v1 32e9               ok
        checkpoint alice alice                           ok
        checkpoint alice alice                           CheckpointAlreadyActive
        """);

    [Fact]
    public void Balances_are_proved() => Script.Play($"""
        {Begin}
        pass 1                                           ok
        credentials alice alice 12 v1 32e9               ok
        credentials alice alice 12 v2 32e9               ok
        send mallory alice 3000000000999999999           ok
        prove anyone alice v1 31e9                       NoActiveCheckpoint
        pass 1                                           ok
        checkpoint alice alice                           ok
        pause pauser epm 128                             ok
        prove anyone alice v1 31e9                       CurrentlyPaused
        unpause unpauser epm 0                           ok
        prove anyone alice v1 31e9 dencun                InvalidProofLength
        prove anyone alice v1 31e9 shortState            InvalidProofLength
        prove anyone alice v1 31e9 wrongState            InvalidProof
        prove anyone alice v1 31e9 tooShort              InvalidProofLength
        prove anyone alice v1 31e9 wrong                 InvalidProof
        prove anyone alice v9 31e9 wrong                 ok
        prove anyone alice v1 31e9                       ok
        prove anyone alice v1 30e9 wrong                 ok
        shares alice ETH                                 = 64e18
        prove anyone alice v2 0                          ok
        shares alice ETH                                 = 64e18
        beaconFactor alice                               = 0.53125e18
        withdrawable alice ETH                           = 34e18
        """);

    [Fact]
    public void Without_a_fork_time_no_item_can_be_proved() => Script.Play("""
        pod alice alicePod                               ok
        fork fs 1                                        OnlyProofTimestampSetter
        forkSetter alice fs                              Ownable:_caller_is_not_the_owner
        pass 1                                           ok
        credentials alice alice 12 v1 32e9               ForkTimestampZero
        """);

    [Fact]
    public void A_slashed_validator_lets_anyone_start() => Script.Play($"""
        {Begin}
        pass 1                                           ok
        credentials alice alice 12 v1 32e9               ok
        pass 1                                           ok
        pause pauser epm 256                             ok
        stale mallory alice 24 v1 slashed                CurrentlyPaused
        unpause unpauser epm 0                           ok
        pause pauser epm 64                              ok
        stale mallory alice 24 v1 slashed                CurrentlyPaused
        unpause unpauser epm 0                           ok
        stale mallory alice 24 v2 wrong                  ValidatorNotActiveInPod
        stale mallory alice 24 v1 wrong                  ValidatorNotSlashedOnBeaconChain
        stale mallory alice 24 v1 slashed rootless       InvalidEIP4788Response
        stale mallory alice 24 v1 slashed wrongState     InvalidProof
        stale mallory alice 24 v1 slashed wrong          InvalidProof
        stale mallory alice 24 v1 slashed                ok
        stale mallory alice 36 v1 slashed                Panic(0x11)
        pass 1                                           ok
        stale mallory alice 36 v1 slashed                CheckpointAlreadyActive
        prove mallory alice v1 31e9                      ok
        stale mallory alice 24 v1 slashed                BeaconTimestampTooFarInPast
        beaconFactor alice                               = 0.96875e18
        """);

    [Fact]
    public void Requests_to_the_consensus_layer() => Script.Play($"""
        {Begin}
        pass 1                                           ok
        credentials alice alice 12 v1 32e9               ok
        pause pauser epm 1536                            ok
        exit mallory alice 0 short 0                     CurrentlyPaused
        consolidate mallory alice 0 short short          CurrentlyPaused
        unpause unpauser epm 0                           ok
        predeploy exits 10 mute                          ok
        predeploy merges 20 mute                         ok
        exit mallory alice 0 short 0                     OnlyEigenPodOwnerOrProofSubmitter
        consolidate mallory alice 0 short short          OnlyEigenPodOwnerOrProofSubmitter
        exit alice alice 0 short 0                       FeeQueryFailed
        consolidate alice alice 0 short short            FeeQueryFailed
        predeploy exits 10 closed                        ok
        predeploy merges 20 closed                       ok
        exit alice alice 9 short 0                       InsufficientFunds
        consolidate alice alice 19 short short           InsufficientFunds
        exit alice alice 10 short 0                      InvalidPubKeyLength
        consolidate alice alice 20 short v1              InvalidPubKeyLength
        exit alice alice 10 v2 0                         ValidatorNotActiveInPod
        consolidate alice alice 20 v1 v2                 ValidatorNotActiveInPod
        exit alice alice 10 v1 0                         PredeployFailed
        consolidate alice alice 20 v2 v1                 PredeployFailed
        predeploy exits 10                               ok
        predeploy merges 20                              ok
        exit alice alice 1e18 v1 5e9                     ok
        consolidate alice alice 1e18 v2 v1               ok
        balance alice ETHER                              = 999999999999999999970
        """);

    [Fact]
    public void Ether_and_tokens_of_a_pod() => Script.Play($"""
        {Begin}
        stake bob bobPod 47 1e18                         MsgValueNot32ETH
        stake bob bobPod 47 32e18                        InvalidPubKeyLength
        stake alice nobody 48 32e18                      ok
        balance alice ETHER                              = 968e18
        mint tA alicePod 5                               ok
        pause pauser epm 33                              ok
        stake alice nobody 48 32e18                      CurrentlyPaused
        recover mallory alice tA 6                       OnlyEigenPodOwner
        recover alice alice tA 6                         CurrentlyPaused
        unpause unpauser epm 0                           ok
        recoverUneven alice                              InputArrayLengthMismatch
        recover alice alice tA 6                         ERC20:_transfer_amount_exceeds_balance
        recover alice alice tA 5                         ok
        take alice alice 1e9                             OnlyEigenPodManager
        take epm alice 1e9                               InsufficientWithdrawableBalance
        send mallory alice 5e9                           ok
        pass 1                                           ok
        checkpointNew alice alice                        ok
        take epm alice 5999999999                        ok
        take epm alice 1e9                               InsufficientWithdrawableBalance
        """);

    [Fact]
    public void A_debt_of_before_slashing_is_filled_first() => Script.Play($"""
        {Begin}
        debt alice 5e18                                  ok
        pass 1                                           ok
        send mallory alice 2e18                          ok
        checkpoint alice alice                           LegacyWithdrawalsNotCompleted
        """);
}
