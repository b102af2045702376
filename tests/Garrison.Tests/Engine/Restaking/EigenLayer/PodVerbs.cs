using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer.Pods;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>The commands of pods in a <see cref="Script"/>.</summary>
/// <remarks>
/// <code>
/// credentials alice alice 12 v1 32e9           ok
/// checkpoint alice alice                       ok
/// prove anyone alice 0 v1 31e9                 ok
/// </code>
/// Times are seconds after the script's begin. A validator is a name; what follows its balance are the words
/// for what is unusual about it or its proof.
/// </remarks>
internal static class PodVerbs
{
    private const ulong BeginSeconds = 1_700_000_000;

    private static readonly Hash32 _root = Keccak.HashText("a block");

    /// <summary>The command of a line; null when it is not one of pods.</summary>
    public static Command? Command(string[] words) => Proofs(words) ?? Requests(words) ?? Facts(words);

    private static Command? Proofs(string[] words) => words switch
    {
        ["credentials", var sender, var owner, var at, var validator, var gwei, .. var odd] =>
            new VerifyWithdrawalCredentials(
                Of(sender), Of(owner), At(at), Proof(odd), [Validator(owner, validator, gwei, odd)], true),
        ["credentialsUneven", var owner] => new VerifyWithdrawalCredentials(
            Of(owner), Of(owner), At("12"), Proof([]), [], false),
        ["checkpoint", var sender, var owner] => new StartCheckpoint(Of(sender), Of(owner), false, _root),
        ["checkpointNew", var sender, var owner] => new StartCheckpoint(Of(sender), Of(owner), true, _root),
        ["checkpointRootless", var owner] => new StartCheckpoint(Of(owner), Of(owner), false, default),
        ["prove", var sender, var owner, var validator, var gwei, .. var odd] => new VerifyCheckpointProofs(
            Of(sender), Of(owner), Proof(odd), [new BalanceFacts(Key(validator), Gwei(gwei), Item(odd))]),
        ["stale", var sender, var owner, var at, var validator, .. var odd] => new VerifyStaleBalance(
            Of(sender), Of(owner), At(at), Proof(odd), Validator(owner, validator, "32e9", odd), _root),
        _ => null,
    };

    private static Command? Requests(string[] words) => words switch
    {
        ["submitter", var sender, var owner, var who] => new SetProofSubmitter(
            Of(sender), Of(owner), Of(who)),
        ["send", var sender, var owner, var wei] => new SendEtherToPod(Of(sender), Of(owner), Number(wei)),
        ["stake", var owner, var pod, var keyBytes, var wei] => new StakeThroughManager(
            Of(owner), Of(pod), new byte[int.Parse(keyBytes)], Number(wei)),
        ["exit", var sender, var owner, var wei, var validator, var gwei] => new RequestWithdrawals(
            Of(sender), Of(owner), Number(wei), [new WithdrawalRequest(Pubkey(validator), Gwei(gwei))]),
        ["consolidate", var sender, var owner, var wei, var source, var target] => new RequestConsolidations(
            Of(sender),
            Of(owner),
            Number(wei),
            [new ConsolidationRequest(Pubkey(source), Pubkey(target))]),
        ["recover", var sender, var owner, var token, var amount] => new RecoverTokens(
            Of(sender), Of(owner), [Of(token)], [Number(amount)], Of(sender)),
        ["recoverUneven", var owner] => new RecoverTokens(Of(owner), Of(owner), [Of("tA")], [], Of(owner)),
        ["take", var sender, var owner, var wei] => new WithdrawRestakedEther(
            Of(sender), Of(owner), Number(wei)),
        _ => null,
    };

    private static Command? Facts(string[] words) => words switch
    {
        ["forkSetter", var sender, var who] => new SetProofTimestampSetter(Of(sender), Of(who)),
        ["fork", var sender, var at] => new SetPectraForkTimestamp(Of(sender), At(at)),
        ["predeploy", var which, var fee, .. var odd] => new SetPredeploy(
            default,
            which == "exits" ? PodRequests.Withdrawals : PodRequests.Consolidations,
            new Predeploy(Number(fee), odd.Contains("mute"), odd.Contains("closed"))),
        ["debt", var owner, var wei] => new SetLegacyPodShares(
            default, Of(owner), -Int256.FromUInt256(Number(wei))),
        _ => null,
    };

    private static ulong At(string seconds) => BeginSeconds + ulong.Parse(seconds);

    private static ulong Gwei(string text) => Number(text).ToUInt64();

    private static byte[] Pubkey(string validator)
    {
        byte[] key = new byte[validator == "short" ? 47 : 48];
        Keccak.HashText(validator).CopyTo(key);
        return key;
    }

    /// <summary>The name of a validator.</summary>
    public static Hash32 Key(string validator) => PodRequests.PubkeyHash(Pubkey(validator));

    private static BeaconProof Proof(string[] odd) => new(
        odd.Contains("rootless") ? default : _root,
        !odd.Contains("dencun"),
        odd.Contains("wrongState") ? ProofFinding.Wrong
            : odd.Contains("shortState") ? ProofFinding.WrongLength : ProofFinding.Valid);

    private static ProofFinding Item(string[] odd) => odd.Contains("wrong") ? ProofFinding.Wrong
        : odd.Contains("tooShort") ? ProofFinding.WrongLength : ProofFinding.Valid;

    private static ValidatorFacts Validator(string owner, string name, string gwei, string[] odd) => new(
        Key(name),
        7,
        odd.Contains("foreign") ? Of("elsewhere") : Of(owner + "Pod"),
        Gwei(gwei),
        odd.Contains("waiting") ? ulong.MaxValue : 100,
        odd.Contains("exiting") ? 200 : ulong.MaxValue,
        odd.Contains("slashed"),
        Item(odd));
}

/// <summary>What a line of a script can read of pods.</summary>
internal static class PodViews
{
    /// <summary>The value of a view; null when it is not one of pods.</summary>
    public static object? Read(World world, string[] words)
    {
        if (words.Length != 2) return null;

        Address owner = Of(words[1]);
        PodState pod = world.EigenLayer.EigenPods.StateOf(owner);
        return words[0] switch
        {
            "active" => pod.ActiveCount,
            "remaining" => pod.Checkpoint.ProofsRemaining,
            "newGwei" => pod.Checkpoint.PodBalanceGwei,
            "previousGwei" => pod.Checkpoint.PreviousBeaconGwei,
            "exitedGwei" => world.EigenLayer.EigenPods.ExitedGwei(owner, pod.LastCheckpoint),
            "restakedGwei" => world.EigenLayer.Pods.RestakedExecutionLayerGwei(owner),
            _ => null,
        };
    }
}
