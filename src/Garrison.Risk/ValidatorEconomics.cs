using Garrison.Engine;
using Garrison.Engine.Staking;
using Garrison.Primitives;

namespace Garrison.Risk;

/// <summary>Validators among others.</summary>
/// <param name="Count">How many.</param>
/// <param name="BalanceGwei">What each has.</param>
/// <param name="Credentials">Where their withdrawals go; decides how much of a balance counts.</param>
/// <param name="StakeGwei">The active stake of all validators, these included.</param>
/// <param name="Participation">The part of the stake that does its duties; at least
/// <see cref="ValidatorEconomics.ParticipationMin"/>.</param>
/// <param name="Epoch">Now.</param>
public sealed record ValidatorTerms(
    ulong Count, ulong BalanceGwei, Credentials Credentials, ulong StakeGwei, Wad Participation, ulong Epoch)
{
    /// <summary>The cohort of these validators.</summary>
    public Cohort Cohort => Cohort.Active(Count, BalanceGwei, Credentials);

    /// <summary>What of each balance counts.</summary>
    public ulong EffectiveGwei => Cohort.EffectiveBalanceGwei;
}

/// <summary>A source of income, for all validators together.</summary>
/// <param name="Name">Which one.</param>
/// <param name="EarnedWei">What an epoch of duty earns, in wei, rounded down.</param>
/// <param name="LostWei">What an epoch offline costs, in wei, rounded down.</param>
/// <param name="IsExpected">Whether chance decides, so that the figures are expected values.</param>
public sealed record Income(string Name, UInt256 EarnedWei, UInt256 LostWei, bool IsExpected);

/// <summary>What a slashing costs, for all validators together, in gwei.</summary>
/// <param name="SlashedGwei">The effective balance that is slashed in the same epoch, all told.</param>
/// <param name="AtOnceGwei">At the slashing.</param>
/// <param name="CorrelationGwei">4,096 epochs later, for what was slashed around.</param>
/// <param name="VotesGwei">For missed votes until withdrawable.</param>
/// <param name="WithdrawableEpoch">When the last of them is.</param>
public sealed record SlashingCost(
    ulong SlashedGwei, ulong AtOnceGwei, ulong CorrelationGwei, ulong VotesGwei, ulong WithdrawableEpoch)
{
    /// <summary>All three parts.</summary>
    public ulong TotalGwei => AtOnceGwei + CorrelationGwei + VotesGwei;
}

/// <summary>What validators earn, and what they lose when they are offline or slashed.</summary>
/// <remarks>Votes are exact; proposals and the sync committee are expected values, proportional to effective
/// balance. Fees and MEV are outside the consensus layer.</remarks>
public static class ValidatorEconomics
{
    private const ulong GweiInWei = 1_000_000_000;
    private const ulong VoteWeights = Spec.SourceWeight + Spec.TargetWeight + Spec.HeadWeight;
    private const ulong EpochsInFourYears = Spec.EpochsPerDay * 1461;

    /// <summary>With less than two thirds the chain does not finalize, and leaks instead of
    /// paying.</summary>
    public static Wad ParticipationMin { get; } = Wad.RatioUp(2UL, 3UL);

    /// <summary>The sources of income of an epoch.</summary>
    public static IReadOnlyList<Income> Of(ValidatorTerms terms)
    {
        ulong own = Rewards.Base(terms.EffectiveGwei, terms.StakeGwei);
        ulong voting = terms.Participation.MulDown(terms.StakeGwei).ToUInt64();
        return
        [
            Vote("source vote", Spec.SourceWeight, isPenalized: true),
            Vote("target vote", Spec.TargetWeight, isPenalized: true),
            Vote("head vote", Spec.HeadWeight, isPenalized: false),
            new Income("sync committee", SyncWei(terms), SyncWei(terms), true),
            new Income("proposals", ProposalsWei(terms, voting), UInt256.Zero, true),
        ];

        Income Vote(string name, ulong weight, bool isPenalized) => new(
            name,
            (UInt256)terms.Count * Rewards.Vote(own, weight, voting, terms.StakeGwei) * GweiInWei,
            isPenalized ? (UInt256)terms.Count * Rewards.MissedVote(own, weight) * GweiInWei : UInt256.Zero,
            false);
    }

    /// <summary>An amount of every epoch over a year of 365.25 days, rounded down.</summary>
    public static UInt256 PerYear(UInt256 perEpoch) => UInt256.MulDivDown(perEpoch, EpochsInFourYears, 4);

    /// <summary>What validators lose that are offline for a time in which finality fails, because 40 % of the
    /// stake is offline with them, in gwei; played by the engine.</summary>
    public static ulong LeakGwei(ValidatorTerms terms, ulong epochs)
    {
        World world = Started(terms with { Participation = new Wad(Wad.Scale.DivDown(10) * 6) });
        Do(world, new SetDuties(default, 0, terms.Count, Duties.None));
        for (ulong i = 0; i < epochs; i++)
        {
            Do(world, new AdvanceEpochs(default, 1));
        }

        return (terms.BalanceGwei * terms.Count) - BalanceGwei(world, terms.Count);
    }

    /// <summary>What it costs validators to be slashed together and nobody else, played by the engine until
    /// the last can be paid.</summary>
    /// <exception cref="WhatIfRefusedException">A rule of the protocol forbids it.</exception>
    public static SlashingCost SlashedAlone(ValidatorTerms terms)
    {
        World world = Started(terms);
        Do(world, new SlashValidators(default, 0, terms.Count, world.Staking.ValidatorCount - 1));
        ulong slashed = world.Staking.Slashings.TotalGwei;
        ulong atOnce = (terms.BalanceGwei * terms.Count) - BalanceGwei(world, terms.Count);
        ulong last = world.Staking.ValidatorAt(terms.Count - 1).WithdrawableEpoch;
        ulong correlation = 0;
        while (world.Staking.Epoch < last)
        {
            foreach (CorrelationPenalized hit in Do(world, new AdvanceEpochs(default, 1)).Events
                .OfType<CorrelationPenalized>())
            {
                correlation += hit.PenaltyGwei * hit.Count;
            }
        }

        ulong total = (terms.BalanceGwei * terms.Count) - BalanceGwei(world, terms.Count);
        return new SlashingCost(slashed, atOnce, correlation, total - atOnce - correlation, last);
    }

    /// <summary>The same when others are slashed in the same epoch, behind these in the exit queue: an
    /// estimate from the cost alone, with another correlation penalty.</summary>
    /// <param name="terms">The validators.</param>
    /// <param name="alone">What it costs them alone.</param>
    /// <param name="share">The part of the stake that is slashed, these included if it is larger.</param>
    public static SlashingCost SlashedAmong(ValidatorTerms terms, SlashingCost alone, Wad share)
    {
        ulong slashed = Math.Max(alone.SlashedGwei, share.MulDown(terms.StakeGwei).ToUInt64());
        ulong gone = Math.Min(slashed, LeftBeforeCorrelation(terms.StakeGwei));
        ulong active = Math.Max(Spec.Increment, terms.StakeGwei - gone);
        ulong left = (terms.BalanceGwei * terms.Count) - alone.AtOnceGwei;
        ulong correlation = Math.Min(
            left, Rewards.Correlation(terms.EffectiveGwei, slashed, active) * terms.Count);
        ulong votes = Math.Min(left - correlation, alone.VotesGwei);
        return new SlashingCost(slashed, alone.AtOnceGwei, correlation, votes, alone.WithdrawableEpoch);
    }

    // What the exit queue has let go by then: all epochs after the first five have taken their limit.
    private static ulong LeftBeforeCorrelation(ulong stakeGwei)
    {
        const ulong Epochs = (Spec.EpochsPerSlashingsVector / 2) - Spec.EpochsToExit + 1;
        return ChurnLimits.For(StakingParameters.Electra, stakeGwei).Exit * Epochs;
    }

    // 512 seats a slot, each held in proportion to effective balance.
    private static UInt256 SyncWei(ValidatorTerms terms) => PartOfWei(
        terms,
        (UInt256)Rewards.SyncParticipant(terms.StakeGwei) * Spec.SyncCommitteeSize * Spec.SlotsPerEpoch);

    // All proposals of an epoch carry the votes of all who vote.
    private static UInt256 ProposalsWei(ValidatorTerms terms, ulong votingGwei)
    {
        ulong votes = Rewards.AttestationProposer(Rewards.Base(votingGwei, terms.StakeGwei) * VoteWeights);
        UInt256 sync = terms.Participation.MulDown(
            (UInt256)Rewards.SyncProposer(terms.StakeGwei) * Spec.SyncCommitteeSize * Spec.SlotsPerEpoch);
        return PartOfWei(terms, sync + votes);
    }

    private static UInt256 PartOfWei(ValidatorTerms terms, UInt256 gwei) => UInt256.MulDivDown(
        gwei * GweiInWei, (UInt256)terms.EffectiveGwei * terms.Count, terms.StakeGwei);

    // Nothing is skimmed, so that balances tell all that was earned and lost.
    private static World Started(ValidatorTerms terms)
    {
        ulong others = (terms.StakeGwei - (terms.EffectiveGwei * terms.Count)) / Spec.ActivationBalanceMin;
        ulong online = terms.Participation.MulDown(others).ToUInt64();
        Cohort other = Cohort.Active(online, Spec.ActivationBalanceMin, Credentials.Execution);
        World world = new();
        Do(world, new StartStaking(
            default,
            StakingParameters.Electra with { PayloadsPerEpoch = 0 },
            terms.Epoch,
            [
                .. new[]
                {
                    terms.Cohort,
                    other with { Count = others - online, Duties = Duties.None },
                    other,
                }.Where(static cohort => cohort.Count > 0),
            ]));
        return world;
    }

    private static ulong BalanceGwei(World world, ulong count)
    {
        ulong total = 0;
        for (ulong at = 0; at < count;)
        {
            Cohort cohort = world.Staking.ValidatorAt(at);
            ulong own = Math.Min(cohort.Count, count - at);
            total += cohort.BalanceGwei * own;
            at += own;
        }

        return total;
    }

    private static Accepted Do(World world, Command command) => WhatIf.Do(world, command);
}
