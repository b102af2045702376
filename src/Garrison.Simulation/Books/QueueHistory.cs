using System.Globalization;

using Garrison.Engine.Staking;

namespace Garrison.Simulation.Books;

/// <summary>Ethereum's entry and exit queues as they were, a day each.</summary>
public static class QueueHistory
{
    private static readonly DateOnly _deneb = new(2024, 3, 13);
    private static readonly DateOnly _electra = new(2025, 5, 7);

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
            : ChurnLimits.BeforeElectra(validators, date >= _deneb ? 8 : ulong.MaxValue);

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
            new QueueSide(Gwei(row[3]), Centi(row[4]), limits.Activation, Centi(row[7]) * (unit / 100)),
            new QueueSide(Gwei(row[5]), Centi(row[6]), limits.Exit, Centi(row[8]) * (unit / 100)));
    }

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
/// <param name="LimitGwei">What each epoch took, by the rules.</param>
/// <param name="RecordedLimitGwei">What each epoch was said to take, over the whole wait.</param>
public readonly record struct QueueSide(
    ulong WaitingGwei, ulong RecordedCentidays, ulong LimitGwei, ulong RecordedLimitGwei)
{
    /// <summary>How long the queue takes at today's limit, in hundredths of a day.</summary>
    public ulong Centidays => Exits.DrainCentidays(WaitingGwei, LimitGwei);

    /// <summary>Whether today's limit holds for the whole wait. Before Electra it grew with the number of
    /// validators, within a long wait too.</summary>
    public bool IsLimitConstant => LimitGwei == RecordedLimitGwei;
}
