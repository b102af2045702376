using Garrison.Engine.Staking;
using Garrison.Primitives;

namespace Garrison.Risk.RewardsDesk;

/// <summary>What the consensus pays validators, on average: an estimate.</summary>
/// <remarks>
/// All validators are taken to take part equally often, and turns to propose and to sign to come as often as
/// stake says. Tips and what builders pay are left out. Source: <see cref="Rewards"/>.
/// </remarks>
/// <param name="ActiveGwei">The active stake of Ethereum, in gwei.</param>
/// <param name="Participation">Which part of it votes in time, and signs; at least
/// <see cref="ParticipationMin"/>.</param>
public sealed record BaseRewards(ulong ActiveGwei, Wad Participation)
{
    /// <summary>With less than two thirds the chain does not finalize, and leaks instead of
    /// paying.</summary>
    public static Wad ParticipationMin { get; } = Wad.RatioUp(2UL, 3UL);

    /// <summary>The least active stake that is estimated for, in ether.</summary>
    public const ulong EtherMin = 1_000_000;

    /// <summary>The most, in ether: all there is.</summary>
    public const ulong EtherMax = 130_000_000;

    /// <summary>What stake earns in a day, in wei, rounded down.</summary>
    /// <param name="stake">Ether on the beacon chain, in wei; less than a whole ether earns nothing.</param>
    public UInt256 PerDay(UInt256 stake)
    {
        UInt256 whole = stake.DivDown(Wad.Scale);
        UInt256 gwei = UInt256.MulDivDown(
            whole, PerEpoch() * Spec.EpochsPerDay, Spec.ActivationBalanceMin / Spec.Increment);
        return gwei * Spec.Increment;
    }

    // Of a validator of 32 ether, in gwei. Who votes does so for source, target and head alike.
    private UInt256 PerEpoch()
    {
        ulong own = Rewards.Base(Spec.ActivationBalanceMin, ActiveGwei);
        ulong voting = Participation.MulDown(ActiveGwei).ToUInt64();
        UInt256 earned = Rewards.Vote(own, Spec.SourceWeight, voting, ActiveGwei)
            + Rewards.Vote(own, Spec.TargetWeight, voting, ActiveGwei)
            + Rewards.Vote(own, Spec.HeadWeight, voting, ActiveGwei);
        UInt256 missed = Rewards.MissedVote(own, Spec.SourceWeight)
            + Rewards.MissedVote(own, Spec.TargetWeight);
        UInt256 proposing = Rewards.AttestationProposer(
            own * (Spec.SourceWeight + Spec.TargetWeight + Spec.HeadWeight));
        UInt256 present = earned + proposing + Signing();
        return Participation.MulDown(present) - Absent().MulDown(missed + Signed());
    }

    // A committee signs for every slot, and whoever proposes earns for each signature.
    private UInt256 Signing() => PartOfAll(
        (Rewards.SyncParticipant(ActiveGwei) + Rewards.SyncProposer(ActiveGwei)) * Spec.SyncCommitteeSize);

    private UInt256 Signed() => PartOfAll(Rewards.SyncParticipant(ActiveGwei) * Spec.SyncCommitteeSize);

    private UInt256 PartOfAll(ulong gweiPerSlot) => UInt256.MulDivDown(
        (UInt256)gweiPerSlot * Spec.SlotsPerEpoch, Spec.ActivationBalanceMin, ActiveGwei);

    private Wad Absent() => new(Wad.Scale - Participation.Raw);
}
