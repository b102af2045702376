using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <summary>The checks of a report that need nothing but its numbers.</summary>
/// <remarks>Source: <c>OracleReportSanityChecker.sol</c>.</remarks>
internal static class LidoSanity
{
    private const ulong SecondsPerDay = 86_400;
    private const ulong SecondsPerHour = 3_600;

    private static readonly UInt256 _maxBasisPoints = 10_000UL;
    private static readonly UInt256 _basisPointYears = 365 * SecondsPerDay * 10_000;
    private static readonly UInt256 _gwei = 1_000_000_000UL;

    /// <summary>Refuses a rate for withdrawals that is too far, either way, from what the report comes to
    /// without them.</summary>
    /// <param name="etherAfter">The pool after the report, in wei.</param>
    /// <param name="sharesAfter">The shares after it.</param>
    /// <param name="etherLocked">Ether that left for withdrawals, in wei.</param>
    /// <param name="sharesOfQueueBurnt">Shares burnt because of them.</param>
    /// <param name="rate">The report's rate, times 10²⁷.</param>
    /// <param name="deviation">The limit, in basis points; the deviation is rounded down.</param>
    public static Refusal? CheckRate(
        UInt256 etherAfter,
        UInt256 sharesAfter,
        UInt256 etherLocked,
        UInt256 sharesOfQueueBurnt,
        UInt256 rate,
        UInt256 deviation)
    {
        UInt256 actual = ((etherAfter + etherLocked) * LidoQueue.RatePrecision)
            .DivDown(sharesAfter + sharesOfQueueBurnt);
        if (actual.IsZero) return LidoRefusals.ActualShareRateIsZero;

        UInt256 apart = (_maxBasisPoints * actual.AbsoluteDifference(rate)).DivDown(actual);
        return apart > deviation ? LidoRefusals.IncorrectSimulatedShareRate : null;
    }

    /// <summary>Refuses a balance that grew too fast: ⌊⌊year · 10⁴ · gain / before⌋ / elapsed⌋.</summary>
    public static Refusal? CheckIncrease(UInt256 before, UInt256 after, ulong elapsed, UInt256 limit)
    {
        UInt256 start = before.IsZero ? _gwei : before;
        if (start >= after) return null;

        UInt256 annual = (_basisPointYears * (after - start)).DivDown(start).DivDown(OrAnHour(elapsed));
        return annual > limit ? LidoRefusals.IncorrectClBalanceIncrease : null;
    }

    /// <summary>Refuses more new validators than ⌊limit · elapsed / day⌋.</summary>
    public static Refusal? CheckAppeared(ulong appeared, ulong elapsed, ushort perDay)
    {
        UInt256 most = ((UInt256)perDay * OrAnHour(elapsed)).DivDown(SecondsPerDay);
        return appeared > most ? LidoRefusals.IncorrectAppearedValidators : null;
    }

    private static ulong OrAnHour(ulong elapsed) => elapsed == 0 ? SecondsPerHour : elapsed;
}
