namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>Roots and claims: every refusal in the contract's order, with proofs from real trees.</summary>
public sealed class ClaimTables
{
    private const string Tree = "eve:tA=100,tB=5;dan:tA=7;fay:tC=1,tA=2,tB=3";
    private const string Later = "eve:tA=150,tB=5;dan:tA=7";

    private const string Begin = $"""
        rewards 0 1000                                   ok
        mint tA rc 1000                                  ok
        mint tB rc 4                                     ok
        wait 1                                           ok
        root updater {Tree} 0                            ok
        """;

    [Fact]
    public void Roots() => Script.Play($"""
        rewards 500 1000                                 ok
        pause pauser rc 8                                ok
        root mallory zero 1                              CurrentlyPaused
        disable mallory 9                                CurrentlyPaused
        unpause unpauser rc 0                            ok
        root mallory zero 1                              UnauthorizedCaller
        disable mallory 9                                UnauthorizedCaller
        disable updater 0                                InvalidRootIndex
        root updater zero 0                              RewardsEndTimestampNotElapsed
        root updater zero -1                             ok
        root updater zero -1                             NewRootMustBeForNewCalculatedPeriod
        root updater zero 9                              RewardsEndTimestampNotElapsed
        wait 499                                         ok
        disable updater 0                                ok
        disable updater 0                                RootDisabled
        calculatedTo                                     = 1699999999
        root updater zero -1                             NewRootMustBeForNewCalculatedPeriod
        root updater {Tree} 498                          ok
        claimableTo                                      = 0
        wait 500                                         ok
        claimableTo                                      = 1700000498
        disable updater 1                                RootAlreadyActivated
        disable updater 0                                RootDisabled
        disable updater 2                                InvalidRootIndex
        activation owner 4294967295                      ok
        root updater zero 498                            NewRootMustBeForNewCalculatedPeriod
        root updater zero 999                            RewardsEndTimestampNotElapsed
        root updater zero 900                            Panic(0x11)
        roots                                            = 2
        """);

    [Fact]
    public void Claims() => Script.Play($"""
        {Begin}
        activation owner 100                             ok
        wait 2                                           ok
        root updater {Later} 1                           ok
        root updater {Later} 2                           ok
        disable updater 1                                ok
        pause pauser rc 4                                ok
        claimNone mallory                                CurrentlyPaused
        claim mallory 9 {Tree} eve proofless             CurrentlyPaused
        unpause unpauser rc 0                            ok
        claimNone mallory                                ok
        claim mallory 3 {Tree} eve proofless             Panic(0x32)
        claim mallory 1 {Later} eve proofless            RootDisabled
        claim mallory 2 {Later} eve proofless            RootNotActivated
        claim mallory 0 {Tree} eve proofless farEarner   InputArrayLengthMismatch
        claim mallory 0 {Tree} eve leafless farEarner    InputArrayLengthMismatch
        claim mallory 0 {Tree} eve oddEarner farEarner   InvalidEarnerLeafIndex
        claim mallory 0 {Tree} eve longEarner            InvalidEarnerLeafIndex
        claim mallory 0 {Tree} eve oddEarner             InvalidProofLength
        claim mallory 0 {Tree} eve otherEarner           InvalidClaimProof
        claim mallory 0 {Tree} eve emptyTokens           InvalidClaimProof
        claim mallory 0 {Tree} eve of:tA oddToken farToken  InvalidTokenLeafIndex
        claim mallory 0 {Tree} eve of:tA oddToken        InvalidProofLength
        claim mallory 0 {Tree} eve of:tA otherToken      InvalidClaimProof
        claim mallory 0 {Tree} eve of:tA more            InvalidClaimProof
        claim mallory 0 {Tree} eve                       UnauthorizedCaller
        claim eve 0 {Tree} eve                           ERC20:_transfer_amount_exceeds_balance
        claim eve 0 {Tree} eve of:tA to:nobody           ERC20:_transfer_to_the_zero_address
        claim eve 0 {Tree} eve of:tA,tA                  EarningsNotGreaterThanClaimed
        claim eve 0 {Tree} eve of:tA                     ok
        claim eve 0 {Tree} eve of:tA                     EarningsNotGreaterThanClaimed
        claim eve 0 {Tree} eve of:tB,tA                  ERC20:_transfer_amount_exceeds_balance
        mint tB rc 1                                     ok
        claim eve 0 {Tree} eve of:tB,tA                  EarningsNotGreaterThanClaimed
        claim eve 0 {Tree} eve of:tB to:gus              ok
        balance eve tA                                   = 100
        balance gus tB                                   = 5
        claimed eve tB                                   = 5
        """);

    [Fact]
    public void A_newer_root_pays_the_difference() => Script.Play($"""
        {Begin}
        wait 1                                           ok
        root updater {Later} 1                           ok
        claim eve 0 {Tree} eve of:tA                     ok
        claim eve 1 {Later} eve of:tA                    ok
        balance eve tA                                   = 150
        claim eve 0 {Tree} eve of:tA                     EarningsNotGreaterThanClaimed
        claim dan 1 {Later} dan                          ok
        claim dan 0 {Tree} dan                           EarningsNotGreaterThanClaimed
        balance dan tA                                   = 7
        balance rc tA                                    = 843
        """);

    [Fact]
    public void An_older_root_still_pays() => Script.Play($"""
        {Begin}
        wait 1                                           ok
        root updater {Later} 1                           ok
        claim fay 0 {Tree} fay of:tA                     ok
        claim eve 0 {Tree} eve of:tA                     ok
        balance eve tA                                   = 100
        """);

    // An empty proof says that the leaf is the root; it has one index, 0.
    [Fact]
    public void A_tree_of_one() => Script.Play("""
        rewards 0 1000                                   ok
        mint tA rc 10                                    ok
        wait 1                                           ok
        root updater eve:tA=3 0                          ok
        claim eve 0 eve:tA=3 eve farEarner               InvalidEarnerLeafIndex
        claim eve 0 eve:tA=3 eve farToken                InvalidTokenLeafIndex
        claim eve 0 eve:tA=3 eve more                    InvalidClaimProof
        claim eve 0 eve:tA=4 eve                         InvalidClaimProof
        claim eve 0 eve:tA=3 eve                         ok
        balance eve tA                                   = 3
        """);

    [Fact]
    public void Nothing_is_in_an_empty_root() => Script.Play($"""
        rewards 0 1000                                   ok
        wait 1                                           ok
        root updater zero 0                              ok
        claim eve 0 {Tree} eve farEarner                 InvalidEarnerLeafIndex
        claim eve 0 {Tree} eve oddEarner                 EmptyRoot
        claim eve 0 {Tree} eve                           EmptyRoot
        """);

    [Fact]
    public void Claims_together_go_through_or_not() => Script.Play($"""
        {Begin}
        claimer dan eve                                  ok
        claimTwo eve 0 eve:tA=100;dan:tA=7 eve dan       InvalidClaimProof
        claimTwo eve 0 {Tree} dan dan                    EarningsNotGreaterThanClaimed
        claimTwo eve 0 {Tree} dan fay                    UnauthorizedCaller
        claimed dan tA                                   = 0
        mint tB rc 1                                     ok
        claimTwo eve 0 {Tree} dan eve                    ok
        balance eve tA                                   = 107
        """);

    [Fact]
    public void Claimers() => Script.Play($"""
        {Begin}
        claimer mallory avs bob                          InvalidPermissions
        claimer eve eve bob                              InvalidEarner
        claimer op op bob                                ok
        claimer avs avs bob                              ok
        claimer dan bob                                  ok
        claim dan 0 {Tree} dan                           UnauthorizedCaller
        claim bob 0 {Tree} dan to:dan                    ok
        balance dan tA                                   = 7
        claimer dan nobody                               ok
        claim dan 0 {Tree} dan                           EarningsNotGreaterThanClaimed
        """);
}
