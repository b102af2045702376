using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Pods;

/// <summary>Pods: the withdrawal credentials of validators, which prove what the beacon chain left.</summary>
/// <remarks>
/// Proofs are facts that the shell has verified: a command carries what they show, or how they fail, and the
/// pod refuses in the contract's order. Source: <c>EigenPod.sol</c>, <c>BeaconChainProofs.sol</c>.
/// </remarks>
public sealed class EigenPods
{
    internal const int PausedCredentials = 2;
    internal const int PausedRecovery = 5;
    internal const int PausedStart = 6;
    internal const int PausedProofs = 7;
    internal const int PausedStale = 8;
    internal const int PausedConsolidation = 9;
    internal const int PausedWithdrawal = 10;

    private const ulong RootWindowSeconds = 8191 * 12;

    // A checkpoint counts what is to be proved in 24 bits.
    private const ulong CountMask = 0xFF_FFFF;

    private readonly Store _store;
    private readonly Table<Address, PodState> _state;
    private readonly Table<PodKey, PodValidator> _validator;
    private readonly Table<PodTime, ulong> _exitedGwei;
    private readonly Cell<ulong> _pectraFork;
    private readonly Cell<Address> _forkSetter;

    internal EigenPods(Store store, EigenLayerCore core, Ledger ledger)
    {
        _store = store;
        Core = core;
        Ledger = ledger;
        _state = store.Table<Address, PodState>();
        _validator = store.Table<PodKey, PodValidator>();
        _exitedGwei = store.Table<PodTime, ulong>();
        _pectraFork = store.Cell<ulong>();
        _forkSetter = store.Cell<Address>();
        Requests = new PodRequests(store, this);
    }

    /// <summary>Requests to the consensus layer.</summary>
    public PodRequests Requests { get; }

    /// <summary>The last time, in seconds since the Unix epoch, at which states have the tree of before
    /// Pectra; 0 while it is not known.</summary>
    public ulong PectraForkSeconds => _pectraFork.Value;

    internal EigenLayerCore Core { get; }

    internal Ledger Ledger { get; }

    private EigenPodManager Manager => Core.Pods;

    /// <summary>The pod of an owner.</summary>
    public PodState StateOf(Address owner) => _state[owner];

    /// <summary>A validator of an owner's pod.</summary>
    public PodValidator ValidatorOf(Address owner, Hash32 pubkeyHash) => _validator[new(owner, pubkeyHash)];

    /// <summary>What left the beacon chain in a checkpoint, in gwei.</summary>
    public ulong ExitedGwei(Address owner, ulong checkpointSeconds) =>
        _exitedGwei[new(owner, checkpointSeconds)];

    internal bool IsPaused(int bit) => Core.Pausing.IsPaused(Core.Contracts.EigenPodManager, bit);

    internal bool MayProve(Address sender, Address owner) =>
        IsOwner(sender, owner) || (!sender.IsZero && sender == _state[owner].ProofSubmitter);

    internal void Emit(Event fact) => _store.Emit(fact);

    internal Refusal? SetForkSetter(Address sender, Address setter)
    {
        if (sender != Core.Governance.Owner) return Refusals.NotOwner;

        _forkSetter.Set(setter);
        Emit(new ProofTimestampSetterSet(Core.Contracts.EigenPodManager, setter));
        return null;
    }

    internal Refusal? SetPectraFork(Address sender, ulong seconds)
    {
        if (sender != _forkSetter.Value) return PodRefusals.OnlyProofTimestampSetter;

        _pectraFork.Set(seconds);
        Emit(new PectraForkTimestampSet(Core.Contracts.EigenPodManager, seconds));
        return null;
    }

    internal Refusal? SetProofSubmitter(Address sender, Address owner, Address submitter)
    {
        if (!IsOwner(sender, owner)) return PodRefusals.OnlyOwner;

        PodState pod = _state[owner];
        _state[owner] = pod with { ProofSubmitter = submitter };
        Emit(new ProofSubmitterUpdated(Manager.PodOf(owner), pod.ProofSubmitter, submitter));
        return null;
    }

    internal Refusal? Receive(Address sender, Address owner, UInt256 wei)
    {
        Address pod = Manager.PodOf(owner);
        if (Ledger.Transfer(Ledger.Ether, sender, pod, wei) is { } refusal) return refusal;

        Emit(new NonBeaconChainEthReceived(pod, wei));
        return null;
    }

    internal Refusal? VerifyCredentials(VerifyWithdrawalCredentials command)
    {
        (Address owner, ulong seconds) = (command.Owner, command.BeaconSeconds);
        if (!MayProve(command.Sender, owner)) return PodRefusals.OnlyOwnerOrProofSubmitter;
        if (IsPaused(PausedCredentials)) return Refusals.CurrentlyPaused;
        if (!command.HasEqualLengths) return Refusals.InputArrayLengthMismatch;

        PodState pod = _state[owner];
        if (seconds <= pod.CurrentCheckpoint) return PodRefusals.BeaconTimestampTooFarInPast;
        if (seconds <= pod.LastCheckpoint) return PodRefusals.BeforeLatestCheckpoint;
        if (CheckRoot(seconds, command.Proof.BlockRoot) is { } noRoot) return noRoot;
        if (Fault(command.Proof.Container) is { } wrong) return wrong;

        UInt256 gwei = UInt256.Zero;
        foreach (ValidatorFacts facts in command.Validators)
        {
            if (Activate(owner, seconds, command.Proof.IsPectra, facts) is { } refusal) return refusal;

            gwei += facts.EffectiveBalanceGwei;
        }

        return Report(owner, UInt256.Zero, Int256.FromUInt256(gwei * Constants.WeiPerGwei));
    }

    internal Refusal? StartCheckpoint(Address sender, Address owner, bool isBalanceNeeded, Hash32 blockRoot)
    {
        if (!MayProve(sender, owner)) return PodRefusals.OnlyOwnerOrProofSubmitter;
        if (IsPaused(PausedStart)) return Refusals.CurrentlyPaused;

        return Start(owner, isBalanceNeeded, blockRoot);
    }

    internal Refusal? VerifyStale(VerifyStaleBalance command)
    {
        (Address owner, ValidatorFacts facts) = (command.Owner, command.Validator);
        if (IsPaused(PausedStart) || IsPaused(PausedStale)) return Refusals.CurrentlyPaused;

        PodValidator known = ValidatorOf(owner, facts.PubkeyHash);
        if (command.BeaconSeconds <= known.CheckpointedAt) return PodRefusals.BeaconTimestampTooFarInPast;
        if (known.Status != ValidatorStatus.Active) return PodRefusals.ValidatorNotActiveInPod;
        if (!facts.IsSlashed) return PodRefusals.ValidatorNotSlashed;
        if (CheckRoot(command.BeaconSeconds, command.Proof.BlockRoot) is { } noRoot) return noRoot;
        if (Fault(command.Proof.Container) is { } wrong) return wrong;
        if (CheckItem(command.BeaconSeconds, command.Proof.IsPectra, facts.Proof) is { } item) return item;

        return Start(owner, isBalanceNeeded: false, command.CurrentBlockRoot);
    }

    internal Refusal? VerifyBalances(Address owner, BeaconProof proof, IReadOnlyList<BalanceFacts> balances)
    {
        if (IsPaused(PausedProofs)) return Refusals.CurrentlyPaused;

        ulong checkpoint = _state[owner].CurrentCheckpoint;
        if (checkpoint == 0) return PodRefusals.NoActiveCheckpoint;
        if (CheckItem(checkpoint, proof.IsPectra, proof.Container) is { } container) return container;

        foreach (BalanceFacts facts in balances)
        {
            PodValidator known = ValidatorOf(owner, facts.PubkeyHash);
            if (known.Status != ValidatorStatus.Active || known.CheckpointedAt >= checkpoint) continue;
            if (Fault(facts.Proof) is { } wrong) return wrong;

            Checkpoint(owner, checkpoint, known, facts);
        }

        return FinishIfDone(owner);
    }

    internal Refusal? Recover(RecoverTokens command)
    {
        if (!IsOwner(command.Sender, command.Owner)) return PodRefusals.OnlyOwner;
        if (IsPaused(PausedRecovery)) return Refusals.CurrentlyPaused;
        if (command.Tokens.Count != command.Amounts.Count) return Refusals.InputArrayLengthMismatch;

        Address pod = Manager.PodOf(command.Owner);
        for (int i = 0; i < command.Tokens.Count; i++)
        {
            Refusal? refusal = Ledger.Transfer(
                command.Tokens[i], pod, command.Recipient, command.Amounts[i]);
            if (refusal is not null) return refusal;
        }

        return null;
    }

    // Who has no pod yet has nothing to prove.
    private bool IsOwner(Address sender, Address owner) =>
        sender == owner && !Manager.PodOf(owner).IsZero;

    private Refusal? Activate(Address owner, ulong seconds, bool isPectra, ValidatorFacts facts)
    {
        PodKey key = new(owner, facts.PubkeyHash);
        if (_validator[key].Status != ValidatorStatus.Inactive) return PodRefusals.CredentialsAlreadyVerified;
        if (facts.ActivationEpoch == ulong.MaxValue) return PodRefusals.ValidatorInactive;
        if (facts.ExitEpoch != ulong.MaxValue) return PodRefusals.ValidatorIsExiting;

        Address address = Manager.PodOf(owner);
        if (facts.CredentialsPod != address) return PodRefusals.NotForEigenPod;
        if (CheckItem(seconds, isPectra, facts.Proof) is { } wrong) return wrong;

        PodState pod = _state[owner];
        ulong at = pod.CurrentCheckpoint == 0 ? pod.LastCheckpoint : pod.CurrentCheckpoint;
        ulong previous = pod.Checkpoint.PreviousBeaconGwei + facts.EffectiveBalanceGwei;
        _validator[key] = new PodValidator(
            facts.Index, facts.EffectiveBalanceGwei, at, ValidatorStatus.Active);
        _state[owner] = pod with
        {
            ActiveCount = pod.ActiveCount + 1,
            Checkpoint = pod.Checkpoint with { PreviousBeaconGwei = previous },
        };
        Emit(new ValidatorRestaked(address, facts.PubkeyHash));
        Emit(new ValidatorBalanceUpdated(address, facts.PubkeyHash, at, facts.EffectiveBalanceGwei));
        return null;
    }

    private Refusal? Start(Address owner, bool isBalanceNeeded, Hash32 blockRoot)
    {
        PodState pod = _state[owner];
        ulong now = Core.Clock.Seconds;
        if (pod.CurrentCheckpoint != 0) return PodRefusals.CheckpointAlreadyActive;
        if (pod.LastCheckpoint == now) return PodRefusals.CannotCheckpointTwice;

        Address address = Manager.PodOf(owner);
        ulong heldGwei = Ledger.Balance(Ledger.Ether, address)
            .DivDown(Constants.WeiPerGwei).TruncateToUInt64();
        ulong newGwei = checked(heldGwei - Manager.RestakedExecutionLayerGwei(owner));
        if (isBalanceNeeded && newGwei == 0) return PodRefusals.NoBalanceToCheckpoint;
        if (blockRoot == default) return PodRefusals.InvalidEip4788Response;

        uint count = (uint)(pod.ActiveCount & CountMask);
        _state[owner] = pod with
        {
            CurrentCheckpoint = now,
            Checkpoint = new PodCheckpoint(blockRoot, count, newGwei, 0, 0),
        };
        if (FinishIfDone(owner) is { } refusal) return refusal;

        Emit(new CheckpointCreated(address, now, blockRoot, count));
        return null;
    }

    private void Checkpoint(Address owner, ulong checkpoint, PodValidator known, BalanceFacts facts)
    {
        Address address = Manager.PodOf(owner);
        long delta = ToSigned(facts.BalanceGwei) - ToSigned(known.RestakedGwei);
        if (delta != 0)
        {
            Emit(new ValidatorBalanceUpdated(address, facts.PubkeyHash, checkpoint, facts.BalanceGwei));
        }

        PodState pod = _state[owner];
        bool isGone = facts.BalanceGwei == 0;
        if (isGone)
        {
            PodTime time = new(owner, checkpoint);
            _exitedGwei[time] += known.RestakedGwei;
            Emit(new ValidatorWithdrawn(address, checkpoint, facts.PubkeyHash));
        }

        _validator[new(owner, facts.PubkeyHash)] = known with
        {
            RestakedGwei = facts.BalanceGwei,
            CheckpointedAt = checkpoint,
            Status = isGone ? ValidatorStatus.Withdrawn : ValidatorStatus.Active,
        };
        _state[owner] = pod with
        {
            ActiveCount = pod.ActiveCount - (isGone ? 1UL : 0UL),
            Checkpoint = pod.Checkpoint with
            {
                ProofsRemaining = pod.Checkpoint.ProofsRemaining - 1,
                BalanceDeltasGwei = pod.Checkpoint.BalanceDeltasGwei + delta,
                PreviousBeaconGwei = pod.Checkpoint.PreviousBeaconGwei + known.RestakedGwei,
            },
        };
        Emit(new ValidatorCheckpointed(address, checkpoint, facts.PubkeyHash));
    }

    // A finished checkpoint stays readable, and reports what the pod gained or lost.
    private Refusal? FinishIfDone(Address owner)
    {
        PodState pod = _state[owner];
        if (pod.Checkpoint.ProofsRemaining != 0) return null;

        ulong restaked = Manager.RestakedExecutionLayerGwei(owner);
        UInt256 previousGwei = checked(restaked + pod.Checkpoint.PreviousBeaconGwei);
        long delta = ToSigned(pod.Checkpoint.PodBalanceGwei) + pod.Checkpoint.BalanceDeltasGwei;
        Int256 deltaWei = ToWei(delta);
        Manager.SetRestakedExecutionLayerGwei(owner, checked(restaked + pod.Checkpoint.PodBalanceGwei));
        _state[owner] = pod with { LastCheckpoint = pod.CurrentCheckpoint, CurrentCheckpoint = 0 };
        Emit(new CheckpointFinalized(Manager.PodOf(owner), pod.CurrentCheckpoint, deltaWei));
        return Report(owner, previousGwei * Constants.WeiPerGwei, deltaWei);
    }

    // The contract reads the bits of an unsigned number as a signed one; only sums and differences panic.
    private static long ToSigned(ulong gwei) => unchecked((long)gwei);

    private static Int256 ToWei(long gwei)
    {
        Int256 wei = Int256.FromUInt256((UInt256)(ulong)Math.Abs(gwei) * Constants.WeiPerGwei);
        return gwei < 0 ? -wei : wei;
    }

    private Refusal? Report(Address owner, UInt256 previousWei, Int256 deltaWei) =>
        Manager.RecordBalanceUpdate(Manager.PodOf(owner), owner, previousWei, deltaWei);

    private Refusal? CheckRoot(ulong seconds, Hash32 blockRoot)
    {
        ulong ageSeconds = checked(Core.Clock.Seconds - seconds);
        if (ageSeconds >= RootWindowSeconds) return PodRefusals.TimestampOutOfRange;

        return blockRoot == default ? PodRefusals.InvalidEip4788Response : null;
    }

    // The height of the tree that the contract expects follows from the time; a proof of another height has
    // another length.
    private Refusal? CheckItem(ulong seconds, bool isPectra, ProofFinding finding)
    {
        if (PectraForkSeconds == 0) return PodRefusals.ForkTimestampZero;

        return isPectra != seconds > PectraForkSeconds ? PodRefusals.InvalidProofLength : Fault(finding);
    }

    private static Refusal? Fault(ProofFinding finding) => finding switch
    {
        ProofFinding.Valid => null,
        ProofFinding.WrongLength => PodRefusals.InvalidProofLength,
        _ => PodRefusals.InvalidProof,
    };

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct PodKey(Address Owner, Hash32 PubkeyHash);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct PodTime(Address Owner, ulong Seconds);
}
