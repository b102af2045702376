using Garrison.Engine.Staking;
using Garrison.Simulation.Books;

namespace Garrison.Risk;

/// <summary>When an amount that is deposited on a day starts to earn.</summary>
/// <param name="CreditedEpoch">Its last part is in a validator.</param>
/// <param name="ActiveEpoch">Its last validator is active.</param>
public sealed record EntryForecast(ulong CreditedEpoch, ulong ActiveEpoch);

/// <summary>When an amount that asks to leave on a day is out.</summary>
/// <param name="ExitEpoch">Its last validator has no duties any more.</param>
/// <param name="WithdrawableEpoch">It can be paid out.</param>
/// <param name="PaidEpoch">A sweep over all validators that starts then has passed: the latest for the
/// payment.</param>
public sealed record ExitForecast(ulong ExitEpoch, ulong WithdrawableEpoch, ulong PaidEpoch);

/// <summary>How long Ethereum's queues take for one who joins them now.</summary>
/// <remarks>
/// Estimates: the queue of the day drains at the limit of the day, and nobody steps out of it. The equations
/// are in <c>docs/protocols/ethereum.md</c>.
/// </remarks>
public static class ExitQueue
{
    /// <summary>Epochs from the credit of a validator to its activation: eligible in the transition after,
    /// final two later, active five after that.</summary>
    private const ulong EpochsToActivation = 8;

    /// <summary>When a deposit that comes behind all others of a day starts to earn.</summary>
    /// <param name="day">The queues of the day.</param>
    /// <param name="gwei">How much; above 0.</param>
    public static EntryForecast Enter(QueueDay day, ulong gwei)
    {
        ulong now = BeaconTime.EpochAt(day.Date);
        (ulong waiting, ulong limit) = (day.Entry.WaitingGwei, day.Entry.LimitGwei);

        // A deposit is final an epoch later: what the queue leaves of the first limit is lost to it.
        ulong credited = waiting < limit
            ? now + ((gwei - 1) / limit) + 1
            : now + ((waiting + gwei - 1) / limit);
        return new EntryForecast(credited, credited + EpochsToActivation);
    }

    /// <summary>When an exit that comes behind all others of a day is paid.</summary>
    /// <param name="day">The queues of the day.</param>
    /// <param name="gwei">How much; above 0.</param>
    public static ExitForecast Leave(QueueDay day, ulong gwei)
    {
        ulong now = BeaconTime.EpochAt(day.Date);
        ulong limit = day.Exit.LimitGwei;
        ChurnQueue queue = default(ChurnQueue).Join(day.Exit.WaitingGwei, now, limit).Join(gwei, now, limit);
        ulong withdrawable = queue.EarliestEpoch + Spec.WithdrawabilityDelay;
        return new ExitForecast(
            queue.EarliestEpoch, withdrawable, withdrawable + SweepEpochs(day.Validators));
    }

    /// <summary>Epochs in which every validator is passed if each is paid: 16 a block, rounded up.</summary>
    public static ulong SweepEpochs(ulong validators)
    {
        const ulong PaidPerEpoch = Spec.WithdrawalsPerPayload * Spec.SlotsPerEpoch;
        return (validators + PaidPerEpoch - 1) / PaidPerEpoch;
    }
}
