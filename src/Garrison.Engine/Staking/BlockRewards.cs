using System.Runtime.InteropServices;

namespace Garrison.Engine.Staking;

/// <summary>Validators with neighbouring indices that sit in the sync committee.</summary>
/// <param name="First">The index of the first.</param>
/// <param name="Count">How many.</param>
/// <param name="Seats">How many of the 512 seats each fills, one after another; at least 1.</param>
/// <param name="IsPresent">Whether their bits are set.</param>
public sealed record SyncMembers(ulong First, ulong Count, ulong Seats, bool IsPresent);

/// <summary>Votes of validators with neighbouring indices, made by no earlier attestation.</summary>
/// <param name="First">The index of the first.</param>
/// <param name="Count">How many.</param>
/// <param name="Votes">Which votes are in time and new, the same for each.</param>
public sealed record NewVotes(ulong First, ulong Count, Duties Votes);

/// <summary>An attestation in a block.</summary>
/// <param name="TargetEpoch">The epoch it votes for: the current one or the one before.</param>
/// <param name="Voters">Who votes, in the order of their indices, each once.</param>
public sealed record Attestation(ulong TargetEpoch, IReadOnlyList<NewVotes> Voters);

/// <summary>What a block pays: the sync committee, and the proposer for what it includes.</summary>
/// <remarks>
/// Who is drawn is chance, so it comes in as a fact; what cannot have been drawn is refused. The active stake
/// is that of the current epoch. Source: <c>process_sync_aggregate</c> of
/// <c>specs/altair/beacon-chain.md</c>, <c>process_attestation</c> of <c>specs/electra/beacon-chain.md</c>.
/// </remarks>
public sealed class BlockRewards
{
    private readonly BeaconChain _chain;
    private readonly Cell<RecordedSlots> _recorded;

    internal BlockRewards(Store store, BeaconChain chain)
    {
        _chain = chain;
        _recorded = store.Cell<RecordedSlots>();
    }

    private RecordedSlots Recorded => _recorded.Value.Epoch == _chain.Epoch
        ? _recorded.Value
        : new RecordedSlots(_chain.Epoch, 0, 0);

    // A committee is drawn a period ahead, from those active when the period before it begins.
    private ulong CommitteeDrawnFrom =>
        Math.Max(1, (Math.Max(1, _chain.Epoch / Spec.EpochsPerSyncPeriod) - 1) * Spec.EpochsPerSyncPeriod);

    /// <summary>Pays and charges members for slots of the current epoch, seat by seat in the order of the
    /// committee, and their proposer for every bit that is set.</summary>
    internal Refusal? PaySyncAggregates(ulong slots, ulong proposer, IReadOnlyList<SyncMembers> members)
    {
        if (slots == 0) return StakingRefusals.EmptyRange;
        if (slots > Spec.SlotsPerEpoch - Recorded.SyncAggregates) return StakingRefusals.TooManySlots;
        if (CheckProposer(proposer) is { } wrong) return wrong;
        if (CheckCommittee(members) is { } refusal) return refusal;

        _recorded.Set(Recorded with { SyncAggregates = Recorded.SyncAggregates + slots });
        ulong total = _chain.TotalActiveGwei();
        (ulong each, ulong perBit) = (Rewards.SyncParticipant(total), Rewards.SyncProposer(total));
        SyncMembers[] committee = Seated(proposer, members);
        ulong[] amounts = new ulong[committee.Length];
        for (ulong slot = 0; slot < slots; slot++)
        {
            for (int i = 0; i < committee.Length; i++)
            {
                amounts[i] += PaySeats(committee[i], each);
                if (committee[i].IsPresent) Pay(proposer, BitsOf(committee[i]) * perBit);
            }
        }

        ulong bits = 0;
        foreach ((int i, SyncMembers some) in committee.Index())
        {
            bits += some.IsPresent ? BitsOf(some) : 0;
            _chain.Emit(some.IsPresent
                ? new SyncCommitteeRewarded(some.First, some.Count, amounts[i])
                : new SyncCommitteePenalized(some.First, some.Count, amounts[i]));
        }

        _chain.Emit(new ProposerRewarded(proposer, slots * bits * perBit));
        return null;
    }

    /// <summary>Pays a block's proposer for the new votes in its attestations, each rounded down on its
    /// own.</summary>
    internal Refusal? PayAttestations(ulong proposer, IReadOnlyList<Attestation> attestations)
    {
        if (Recorded.Attesting == Spec.SlotsPerEpoch) return StakingRefusals.TooManySlots;
        if (CheckProposer(proposer) is { } wrong) return wrong;
        if (attestations.Count > Spec.AttestationsPerBlock) return StakingRefusals.TooManyAttestations;

        ulong basePerIncrement = Rewards.BasePerIncrement(_chain.TotalActiveGwei());
        ulong reward = 0;
        foreach (Attestation attestation in attestations)
        {
            if (CheckAttestation(attestation) is { } refusal) return refusal;

            reward += Rewards.AttestationProposer(NewVotesGwei(attestation, basePerIncrement));
        }

        _recorded.Set(Recorded with { Attesting = Recorded.Attesting + 1 });
        _ = _chain.Validators.Cut(proposer, 1);
        Pay(proposer, reward);
        _chain.Emit(new ProposerRewarded(proposer, reward));
        return null;
    }

    private static ulong BitsOf(SyncMembers members) => members.Count * members.Seats;

    private Refusal? CheckProposer(ulong proposer)
    {
        if (_chain.CheckRange(proposer, 1) is { } refusal) return refusal;

        Cohort cohort = _chain.Validators.At(proposer);
        if (!cohort.IsActive(_chain.Epoch)) return StakingRefusals.NotActive;

        return cohort.IsSlashed ? StakingRefusals.ProposerSlashed : null;
    }

    private Refusal? CheckCommittee(IReadOnlyList<SyncMembers> members)
    {
        ulong free = Spec.SyncCommitteeSize;
        foreach (SyncMembers some in members)
        {
            if (some.Seats == 0) return StakingRefusals.EmptyRange;
            if (_chain.CheckRange(some.First, some.Count) is { } refusal) return refusal;
            if (some.Count > free / some.Seats) return StakingRefusals.TooManySeats;

            free -= BitsOf(some);
        }

        ulong drawnFrom = CommitteeDrawnFrom;
        foreach (SyncMembers some in members)
        {
            if (CheckActive(some.First, some.Count, drawnFrom) is { } refusal) return refusal;
        }

        return null;
    }

    private Refusal? CheckAttestation(Attestation attestation)
    {
        ulong target = attestation.TargetEpoch;
        if (target != _chain.Epoch && target != _chain.PreviousEpoch) return StakingRefusals.WrongTargetEpoch;

        ulong next = 0;
        foreach (NewVotes some in attestation.Voters)
        {
            if (_chain.CheckRange(some.First, some.Count) is { } refusal) return refusal;
            if (some.First < next) return StakingRefusals.NotAscending;
            if (CheckActive(some.First, some.Count, target) is { } inactive) return inactive;

            next = some.First + some.Count;
        }

        return null;
    }

    private Refusal? CheckActive(ulong first, ulong count, ulong epoch)
    {
        foreach (Cohort cohort in _chain.Validators.Within(first, count))
        {
            if (!cohort.IsActive(epoch)) return StakingRefusals.NotActive;
        }

        return null;
    }

    private ulong NewVotesGwei(Attestation attestation, ulong basePerIncrement)
    {
        ulong sum = 0;
        foreach (NewVotes some in attestation.Voters)
        {
            ulong weight = Rewards.Weight(some.Votes);
            foreach (Cohort cohort in _chain.Validators.Within(some.First, some.Count))
            {
                sum += cohort.Count * cohort.Increments * basePerIncrement * weight;
            }
        }

        return sum;
    }

    // Every cut is made before the first cohort is named, from low indices to high, which finds them sooner.
    private SyncMembers[] Seated(ulong proposer, IReadOnlyList<SyncMembers> members)
    {
        _ = _chain.Validators.Cut(proposer, 1);
        foreach (SyncMembers some in members.OrderBy(static some => some.First))
        {
            _ = _chain.Validators.Cut(some.First, some.Count);
        }

        return
        [
            .. members.SelectMany(some => _chain.Validators.Cut(some.First, some.Count).Select(
                part => some with { First = part.First, Count = part.Cohort.Count })),
        ];
    }

    // What each gained or lost. One who is absent from several seats stops at 0 once and stays there.
    private ulong PaySeats(SyncMembers members, ulong gweiPerSeat)
    {
        Cohort before = _chain.Validators.At(members.First);
        ulong gwei = members.Seats * gweiPerSeat;
        Cohort after = members.IsPresent ? before.Gain(gwei) : before.Lose(gwei);
        _chain.Validators.Replace(members.First, after);
        return members.IsPresent ? gwei : before.BalanceGwei - after.BalanceGwei;
    }

    private void Pay(ulong proposer, ulong gwei) =>
        _chain.Validators.Replace(proposer, _chain.Validators.At(proposer).Gain(gwei));
}

/// <summary>For how many slots of an epoch facts have come in.</summary>
/// <param name="Epoch">The epoch.</param>
/// <param name="SyncAggregates">Slots whose sync aggregates are recorded.</param>
/// <param name="Attesting">Slots whose attestations are recorded.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct RecordedSlots(ulong Epoch, ulong SyncAggregates, ulong Attesting);
