using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Rewards;

/// <summary>Which function took a submission, and so who is paid by which stake.</summary>
public enum SubmissionKind : byte
{
    /// <summary>A service pays all who back it.</summary>
    Avs,

    /// <summary>Everyone who restakes is paid.</summary>
    ForAll,

    /// <summary>Everyone who restakes with an operator of a service is paid.</summary>
    ForAllEarners,

    /// <summary>A service assigns amounts to operators.</summary>
    OperatorDirectedAvs,

    /// <summary>An operator set assigns amounts to operators.</summary>
    OperatorDirectedSet,

    /// <summary>An operator set pays by slashable stake.</summary>
    UniqueStake,

    /// <summary>An operator set pays by delegated stake.</summary>
    TotalStake,
}

/// <summary>What is paid in to be distributed.</summary>
/// <remarks>
/// Submissions of all kinds share one sequence of nonces per payer. A payer that opted in pays a fee of
/// ⌊20 %⌋, which leaves at once; the hash and the event carry what is left.
/// </remarks>
public sealed class Submissions
{
    private const ulong FeeBps = 2000;

    private readonly RewardsCoordinator _rewards;
    private readonly Ledger _ledger;
    private readonly Table<Address, ulong> _nonce;
    private readonly Table<SubmissionKey, bool> _isSubmitted;

    internal Submissions(Store store, RewardsCoordinator rewards, Ledger ledger)
    {
        _rewards = rewards;
        _ledger = ledger;
        _nonce = store.Table<Address, ulong>();
        _isSubmitted = store.Table<SubmissionKey, bool>();
    }

    private Address Self => _rewards.Self;

    /// <summary>How many submissions an account has made, of any kind.</summary>
    public ulong Nonce(Address submitter) => _nonce[submitter];

    /// <summary>Whether a submission with this hash was made.</summary>
    public bool IsSubmitted(SubmissionKind kind, Address submitter, Hash32 hash) =>
        _isSubmitted[new(kind, submitter, hash)];

    internal Refusal? CreateForEigenDA(Address sender, Address avs, IReadOnlyList<Submission> submissions)
    {
        if (_rewards.IsPaused(RewardsCoordinator.PausedAvs)) return Refusals.CurrentlyPaused;

        return sender == _rewards.Settings.EmissionsController
            ? CreateForAvs(sender, avs, submissions)
            : RewardsRefusals.UnauthorizedCaller;
    }

    internal Refusal? CreateForAvs(Address sender, Address avs, IReadOnlyList<Submission> submissions)
    {
        if (_rewards.IsPaused(RewardsCoordinator.PausedAvs)) return Refusals.CurrentlyPaused;

        foreach (Submission submission in submissions)
        {
            if (TakeIn(sender, submission, out Submission net) is { } refusal) return refusal;

            (ulong nonce, Hash32 hash) = Register(SubmissionKind.Avs, avs, net.HashFor);
            _rewards.Emit(new AvsRewardsSubmissionCreated(Self, avs, nonce, hash, net));
        }

        return null;
    }

    internal Refusal? CreateForAll(Address sender, IReadOnlyList<Submission> submissions)
    {
        if (_rewards.IsPaused(RewardsCoordinator.PausedForAll)) return Refusals.CurrentlyPaused;
        if (!_rewards.IsForAllSubmitter(sender)) return RewardsRefusals.UnauthorizedCaller;

        foreach (Submission submission in submissions)
        {
            if (SubmissionRules.Check(_rewards, submission) is { } wrong) return wrong;

            (ulong nonce, Hash32 hash) = Register(SubmissionKind.ForAll, sender, submission.HashFor);
            _rewards.Emit(new RewardsSubmissionForAllCreated(Self, sender, nonce, hash, submission));
            if (Pull(sender, submission.Token, submission.Amount) is { } refusal) return refusal;
        }

        return null;
    }

    internal Refusal? CreateForAllEarners(Address sender, IReadOnlyList<Submission> submissions)
    {
        if (_rewards.IsPaused(RewardsCoordinator.PausedForAllEarners)) return Refusals.CurrentlyPaused;
        if (!_rewards.IsForAllSubmitter(sender)) return RewardsRefusals.UnauthorizedCaller;

        foreach (Submission submission in submissions)
        {
            if (SubmissionRules.Check(_rewards, submission) is { } wrong) return wrong;

            (ulong nonce, Hash32 hash) = Register(SubmissionKind.ForAllEarners, sender, submission.HashFor);
            _rewards.Emit(new RewardsSubmissionForAllEarnersCreated(Self, sender, nonce, hash, submission));
            if (Pull(sender, submission.Token, submission.Amount) is { } refusal) return refusal;
        }

        return null;
    }

    internal Refusal? CreateDirectedForAvs(
        Address sender, Address avs, IReadOnlyList<DirectedSubmission> submissions)
    {
        if (_rewards.IsPaused(RewardsCoordinator.PausedOperatorDirectedAvs)) return Refusals.CurrentlyPaused;
        if (!_rewards.MayCall(avs, sender, RewardsSelectors.CreateOperatorDirectedAvs))
        {
            return Refusals.InvalidPermissions;
        }

        foreach (DirectedSubmission submission in submissions)
        {
            if (TakeIn(sender, submission, out DirectedSubmission net) is { } refusal) return refusal;

            (ulong nonce, Hash32 hash) = Register(SubmissionKind.OperatorDirectedAvs, avs, net.HashFor);
            _rewards.Emit(new OperatorDirectedAvsRewardsSubmissionCreated(
                Self, sender, avs, hash, nonce, net));
        }

        return null;
    }

    internal Refusal? CreateDirectedForSet(
        Address sender, OperatorSet set, IReadOnlyList<DirectedSubmission> submissions)
    {
        if (_rewards.IsPaused(RewardsCoordinator.PausedOperatorDirectedSet)) return Refusals.CurrentlyPaused;
        if (!_rewards.MayCall(set.Avs, sender, RewardsSelectors.CreateOperatorDirectedSet))
        {
            return Refusals.InvalidPermissions;
        }
        if (!_rewards.Core.OperatorSets.Exists(set)) return Refusals.InvalidOperatorSet;

        foreach (DirectedSubmission submission in submissions)
        {
            if (TakeIn(sender, submission, out DirectedSubmission net) is { } refusal) return refusal;

            (ulong nonce, Hash32 hash) = Register(
                SubmissionKind.OperatorDirectedSet, set.Avs, net.HashFor);
            _rewards.Emit(new OperatorDirectedOperatorSetRewardsSubmissionCreated(
                Self, sender, hash, set, nonce, net));
        }

        return null;
    }

    internal Refusal? CreateForSet(
        Address sender, OperatorSet set, bool isUnique, IReadOnlyList<Submission> submissions)
    {
        int bit = isUnique ? RewardsCoordinator.PausedUniqueStake : RewardsCoordinator.PausedTotalStake;
        if (_rewards.IsPaused(bit)) return Refusals.CurrentlyPaused;

        uint selector = isUnique ? RewardsSelectors.CreateUniqueStake : RewardsSelectors.CreateTotalStake;
        if (!_rewards.MayCall(set.Avs, sender, selector)) return Refusals.InvalidPermissions;
        if (!_rewards.Core.OperatorSets.Exists(set)) return Refusals.InvalidOperatorSet;

        SubmissionKind kind = isUnique ? SubmissionKind.UniqueStake : SubmissionKind.TotalStake;
        foreach (Submission submission in submissions)
        {
            if (TakeIn(sender, submission, out Submission net) is { } refusal) return refusal;

            (ulong nonce, Hash32 hash) = Register(kind, set.Avs, net.HashFor);
            _rewards.Emit(isUnique
                ? new UniqueStakeRewardsSubmissionCreated(Self, sender, hash, set, nonce, net)
                : new TotalStakeRewardsSubmissionCreated(Self, sender, hash, set, nonce, net));
        }

        return null;
    }

    private (ulong Nonce, Hash32 Hash) Register(
        SubmissionKind kind, Address submitter, Func<Address, ulong, Hash32> hashFor)
    {
        ulong nonce = _nonce[submitter];
        Hash32 hash = hashFor(submitter, nonce);
        _isSubmitted[new(kind, submitter, hash)] = true;
        _nonce[submitter] = nonce + 1;
        return (nonce, hash);
    }

    private Refusal? TakeIn(Address sender, Submission submission, out Submission net)
    {
        net = submission;
        if (SubmissionRules.Check(_rewards, submission) is { } wrong) return wrong;
        if (Pull(sender, submission.Token, submission.Amount) is { } refusal) return refusal;

        UInt256 fee = FeeOn(sender, submission.Amount);
        net = submission with { Amount = submission.Amount - fee };
        return PayFee(submission.Token, fee);
    }

    private Refusal? TakeIn(Address sender, DirectedSubmission submission, out DirectedSubmission net)
    {
        net = submission;
        if (SubmissionRules.Check(_rewards, submission, out UInt256 total) is { } wrong) return wrong;
        if (Pull(sender, submission.Token, total) is { } refusal) return refusal;

        UInt256 fee = UInt256.Zero;
        var rewards = new OperatorReward[submission.OperatorRewards.Count];
        for (int i = 0; i < rewards.Length; i++)
        {
            OperatorReward gross = submission.OperatorRewards[i];
            UInt256 part = FeeOn(sender, gross.Amount);
            rewards[i] = gross with { Amount = gross.Amount - part };
            fee += part;
        }

        net = submission with { OperatorRewards = rewards };
        return PayFee(submission.Token, fee);
    }

    /// <summary>⌊20 %⌋ of an amount, rounded down for the payer; the product overflows as the
    /// contract's.</summary>
    internal static UInt256 FeeDown(UInt256 amount) => (amount * FeeBps).DivDown(Splits.WholeBps);

    private UInt256 FeeOn(Address sender, UInt256 amount) =>
        _rewards.PaysProtocolFee(sender) ? FeeDown(amount) : UInt256.Zero;

    private Refusal? PayFee(Address token, UInt256 fee) =>
        fee.IsZero ? null : _ledger.Transfer(token, Self, _rewards.Settings.FeeRecipient, fee);

    private Refusal? Pull(Address from, Address token, UInt256 amount) =>
        _ledger.TransferFrom(token, Self, from, Self, amount);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct SubmissionKey(SubmissionKind Kind, Address Submitter, Hash32 Hash);
}
