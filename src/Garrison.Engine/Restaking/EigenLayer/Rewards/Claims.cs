using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Rewards;

/// <summary>What earners took out, against roots of what they earned in all.</summary>
/// <remarks>
/// A root is that of a tree of earners, whose leaves carry the roots of trees of tokens. Each claim pays the
/// difference to what was claimed before.
/// </remarks>
public sealed class Claims
{
    private readonly RewardsCoordinator _rewards;
    private readonly Ledger _ledger;
    private readonly Table<EarnerToken, UInt256> _claimed;
    private readonly Table<Address, Address> _claimer;

    internal Claims(Store store, RewardsCoordinator rewards, Ledger ledger)
    {
        _rewards = rewards;
        _ledger = ledger;
        _claimed = store.Table<EarnerToken, UInt256>();
        _claimer = store.Table<Address, Address>();
    }

    /// <summary>What an earner took out of a token so far.</summary>
    public UInt256 Claimed(Address earner, Address token) => _claimed[new(earner, token)];

    /// <summary>Who claims for an earner; zero for itself.</summary>
    public Address ClaimerOf(Address earner) => _claimer[earner];

    internal Refusal? SetClaimer(Address earner, Address claimer)
    {
        _rewards.Emit(new ClaimerForSet(_rewards.Self, earner, _claimer[earner], claimer));
        _claimer[earner] = claimer;
        return null;
    }

    internal Refusal? SetClaimerFor(Address sender, Address earner, Address claimer)
    {
        if (!_rewards.MayCall(earner, sender, RewardsSelectors.SetClaimerFor))
        {
            return Refusals.InvalidPermissions;
        }

        bool isKnown = _rewards.Core.Delegation.IsOperator(earner)
            || _rewards.Core.OperatorSets.IdsOf(earner).Count > 0;
        return isKnown ? SetClaimer(earner, claimer) : RewardsRefusals.InvalidEarner;
    }

    internal Refusal? Process(Address sender, IReadOnlyList<RewardsClaim> claims, Address recipient)
    {
        if (_rewards.IsPaused(RewardsCoordinator.PausedClaims)) return Refusals.CurrentlyPaused;

        foreach (RewardsClaim claim in claims)
        {
            if (Process(sender, claim, recipient) is { } refusal) return refusal;
        }

        return null;
    }

    private Refusal? Process(Address sender, RewardsClaim claim, Address recipient)
    {
        if (claim.RootIndex >= _rewards.Roots.Count) return RewardsRefusals.OutOfRange;

        DistributionRoot root = _rewards.Roots[claim.RootIndex];
        if (CheckProofs(claim, root) is { } wrong) return wrong;

        Address claimer = _claimer[claim.Earner] is { IsZero: false } named ? named : claim.Earner;
        if (sender != claimer) return RewardsRefusals.UnauthorizedCaller;

        foreach (TokenEarnings earnings in claim.Earnings)
        {
            EarnerToken key = new(claim.Earner, earnings.Token);
            UInt256 before = _claimed[key];
            if (earnings.Cumulative <= before) return RewardsRefusals.EarningsNotGreaterThanClaimed;

            UInt256 amount = earnings.Cumulative - before;
            _claimed[key] = earnings.Cumulative;
            if (_ledger.Transfer(earnings.Token, _rewards.Self, recipient, amount) is { } refusal)
            {
                return refusal;
            }

            _rewards.Emit(new RewardsClaimed(
                _rewards.Self, root.Root, claim.Earner, claimer, recipient, earnings.Token, amount));
        }

        return null;
    }

    private Refusal? CheckProofs(RewardsClaim claim, DistributionRoot root)
    {
        if (root.IsDisabled) return RewardsRefusals.RootDisabled;
        if (_rewards.Core.Clock.Seconds < root.ActivatedAt) return RewardsRefusals.RootNotActivated;
        if (claim.TokenIndices.Count != claim.TokenProofs.Count
            || claim.TokenProofs.Count != claim.Earnings.Count)
        {
            return Refusals.InputArrayLengthMismatch;
        }

        if (!MerkleProof.IsIndexIn(claim.EarnerIndex, claim.EarnerProof))
        {
            return RewardsRefusals.InvalidEarnerLeafIndex;
        }

        Hash32 leaf = MerkleProof.EarnerLeaf(claim.Earner, claim.EarnerTokenRoot);
        if (MerkleProof.Check(root.Root, leaf, claim.EarnerIndex, claim.EarnerProof) is { } refusal)
        {
            return refusal;
        }

        for (int i = 0; i < claim.Earnings.Count; i++)
        {
            if (CheckToken(claim, i) is { } wrong) return wrong;
        }

        return null;
    }

    private static Refusal? CheckToken(RewardsClaim claim, int i)
    {
        (uint index, byte[] proof) = (claim.TokenIndices[i], claim.TokenProofs[i]);
        if (!MerkleProof.IsIndexIn(index, proof)) return RewardsRefusals.InvalidTokenLeafIndex;

        TokenEarnings earnings = claim.Earnings[i];
        Hash32 leaf = MerkleProof.TokenLeaf(earnings.Token, earnings.Cumulative);
        return MerkleProof.Check(claim.EarnerTokenRoot, leaf, index, proof);
    }

    private readonly record struct EarnerToken(Address Earner, Address Token);
}

/// <summary>What an earner earned of a token in all.</summary>
/// <param name="Token">Which token.</param>
/// <param name="Cumulative">How much since the beginning, in its smallest unit.</param>
public readonly record struct TokenEarnings(Address Token, UInt256 Cumulative);

/// <summary>A claim against a root, with its proofs: hashes of 32 bytes, the lowest first.</summary>
/// <param name="RootIndex">Which root.</param>
/// <param name="EarnerIndex">Which leaf of the tree of earners.</param>
/// <param name="EarnerProof">That the leaf is in that tree.</param>
/// <param name="Earner">Who earned.</param>
/// <param name="EarnerTokenRoot">The root of its tree of tokens.</param>
/// <param name="TokenIndices">Which leaves of that tree.</param>
/// <param name="TokenProofs">That each leaf is in that tree.</param>
/// <param name="Earnings">The leaves.</param>
public sealed record RewardsClaim(
    uint RootIndex,
    uint EarnerIndex,
    byte[] EarnerProof,
    Address Earner,
    Hash32 EarnerTokenRoot,
    IReadOnlyList<uint> TokenIndices,
    IReadOnlyList<byte[]> TokenProofs,
    IReadOnlyList<TokenEarnings> Earnings);
