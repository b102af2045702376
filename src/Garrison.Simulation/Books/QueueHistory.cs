using System.Globalization;

using Garrison.Engine.Staking;

namespace Garrison.Simulation.Books;

/// <summary>Ethereum's entry and exit queues as they were, a day each.</summary>
public static class QueueHistory
{
    private static readonly DateOnly _deneb = new(2024, 3, 13);
    private static readonly DateOnly _electra = new(2025, 5, 7);

    private const ulong LimitMin = 4;
    private const ulong ValidatorsPerLimit = 65_536;
    private const ulong EntryLimitMaxOfDeneb = 8;

    /// <summary>Reads the days, the oldest first.</summary>
    /// <param name="folder">Where <c>queue.tsv</c> lies.</param>
    /// <exception cref="BookException">The file is missing or damaged.</exception>
    public static IReadOnlyList<QueueDay> Load(string folder) =>
        [.. Tables.Read(folder, "queue.tsv", 9).Select(Day)];

    /// <summary>The limits of an epoch by the rules of a day.</summary>
    /// <param name="date">The day.</param>
    /// <param name="validators">How many are active.</param>
    /// <param name="stakedGwei">Their effective balance.</param>
    public static ChurnLimits LimitsOn(DateOnly date, ulong validators, ulong stakedGwei) =>
        date >= _electra
            ? ChurnLimits.For(StakingParameters.Electra, stakedGwei)
            : ChurnLimits.BeforeElectra(validators, EntryLimitMax(date));

    /// <summary>How long a queue took before Electra, in hundredths of a day, rounded half up.</summary>
    /// <remarks>The limit of an epoch was one validator for each 65,536 active ones, at least 4, and grew
    /// while a long queue came in. The record counts the queue out in the same way, as if it came
    /// in.</remarks>
    /// <param name="validators">How many are active at the start.</param>
    /// <param name="queueGwei">What waits, 32 ether a validator.</param>
    /// <param name="limitMax">The most validators that an epoch takes.</param>
    public static ulong CentidaysBeforeElectra(ulong validators, ulong queueGwei, ulong limitMax)
    {
        UInt128 microdays = 0;
        for (ulong left = queueGwei; left > 0;)
        {
            ulong limit = Math.Min(limitMax, Math.Max(LimitMin, validators / ValidatorsPerLimit));
            ulong more = (Math.Max(LimitMin, validators / ValidatorsPerLimit) + 1) * ValidatorsPerLimit;
            ulong step = limit == limitMax ? left : (more - validators) * Spec.ActivationBalanceMin;
            ulong taken = Math.Min(step, left);
            microdays += (UInt128)taken * 1_000_000 / (limit * Spec.ActivationBalanceMin * Spec.EpochsPerDay);
            validators += taken / Spec.ActivationBalanceMin;
            left -= taken;
        }

        return (ulong)((microdays + 5_000) / 10_000);
    }

    private static QueueDay Day(string[] row)
    {
        var date = DateOnly.ParseExact(row[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        ulong validators = ulong.Parse(row[1], CultureInfo.InvariantCulture);
        ulong stakedGwei = Gwei(row[2]);
        ChurnLimits limits = LimitsOn(date, validators, stakedGwei);

        // Recorded in validators of 32 ether until Electra, in ether since.
        ulong unit = date >= _electra ? Spec.Increment : Spec.ActivationBalanceMin;
        return new QueueDay(
            date,
            validators,
            stakedGwei,
            Side(Gwei(row[3]), Centi(row[4]), limits.Activation, Centi(row[7]), EntryLimitMax(date)),
            Side(Gwei(row[5]), Centi(row[6]), limits.Exit, Centi(row[8]), ulong.MaxValue));

        QueueSide Side(
            ulong waiting, ulong centidays, ulong limit, ulong recordedLimit, ulong limitMax) => new(
            waiting,
            centidays,
            limit,
            recordedLimit * (unit / 100),
            date >= _electra
                ? Exits.DrainCentidays(waiting, limit)
                : CentidaysBeforeElectra(validators, waiting, limitMax));
    }

    private static ulong EntryLimitMax(DateOnly date) =>
        date >= _deneb ? EntryLimitMaxOfDeneb : ulong.MaxValue;

    private static ulong Gwei(string ether) =>
        ulong.Parse(ether, CultureInfo.InvariantCulture) * Spec.Increment;

    private static ulong Centi(string text) =>
        (ulong)(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) * 100);
}

/// <summary>Both queues on a day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Validators">How many were active.</param>
/// <param name="StakedGwei">Their effective balance.</param>
/// <param name="Entry">The queue in.</param>
/// <param name="Exit">The queue out.</param>
public sealed record QueueDay(
    DateOnly Date, ulong Validators, ulong StakedGwei, QueueSide Entry, QueueSide Exit);

/// <summary>One queue on a day.</summary>
/// <param name="WaitingGwei">What waited.</param>
/// <param name="RecordedCentidays">How long it was said to take, in hundredths of a day.</param>
/// <param name="LimitGwei">What each epoch took at its beginning, by the rules.</param>
/// <param name="RecordedLimitGwei">What each epoch was said to take, over the whole wait.</param>
/// <param name="Centidays">How long it takes by the rules, in hundredths of a day.</param>
public readonly record struct QueueSide(
    ulong WaitingGwei,
    ulong RecordedCentidays,
    ulong LimitGwei,
    ulong RecordedLimitGwei,
    ulong Centidays)
{
    /// <summary>Whether the limit holds for the whole wait. Before Electra it grew with the number of
    /// validators, within a long wait too.</summary>
    public bool IsLimitConstant => LimitGwei == RecordedLimitGwei;
}
