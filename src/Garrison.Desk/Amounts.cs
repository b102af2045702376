using System.Globalization;

using Garrison.Engine;
using Garrison.Primitives;
using Garrison.Risk;
using Garrison.Risk.Restaking;
using Garrison.Simulation.Rewards;

namespace Garrison.Desk;

/// <summary>Amounts as people read and write them.</summary>
internal static class Amounts
{
    private const int ShownDigits = 4;
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>18 decimals as whole units with four digits behind the point, rounded down, and
    /// thousands apart: 1,234.5678.</summary>
    public static string ToText(UInt256 raw) => ToText(raw, 18, ShownDigits);

    /// <summary>An amount with so many decimals as whole units with some digits behind the point, rounded
    /// down, and thousands apart.</summary>
    public static string ToText(UInt256 raw, int decimals, int shown)
    {
        UInt256 unit = PowerOfTen(decimals);
        UInt256 rest = UInt256.MulDivDown(raw.Mod(unit), PowerOfTen(shown), unit);
        return $"{Grouped(raw.DivDown(unit).ToString())}.{rest.ToString().PadLeft(shown, '0')}";
    }

    /// <summary>The same, rounded up.</summary>
    public static string ToTextUp(UInt256 raw, int decimals, int shown)
    {
        UInt256 step = PowerOfTen(Math.Max(0, decimals - shown));
        return ToText(raw.DivUp(step) * step, decimals, shown);
    }

    /// <summary>A part of 10¹⁸ as a percentage with four digits behind the point, rounded down.</summary>
    public static string ToPercent(UInt256 wad)
    {
        UInt256 shown = wad.DivDown(1_000_000_000_000UL);
        string digits = shown.ToString().PadLeft(5, '0');
        return $"{digits[..^4]}.{digits[^4..]} %";
    }

    /// <summary>A part of 10¹⁸ as a percentage with four digits behind the point, rounded up.</summary>
    public static string ToPercentUp(UInt256 wad) =>
        ToPercent(wad.DivUp(1_000_000_000_000UL) * 1_000_000_000_000UL);

    /// <summary>Reads a part such as 0.1 or 1, exactly.</summary>
    /// <param name="option">Which option it is for, to say so when it is wrong.</param>
    /// <param name="text">The text.</param>
    /// <param name="mayBeZero">Whether nothing is a part too.</param>
    public static Wad ParsePart(string option, string text, bool mayBeZero)
    {
        string[] halves = text.Split('.');
        string fraction = halves.Length == 2 ? halves[1] : "";
        bool isNumber = halves.Length <= 2 && fraction.Length <= 18
            && UInt256.TryParse(halves[0] + fraction.PadRight(18, '0'), out UInt256 _)
            && !text.StartsWith("0x", StringComparison.Ordinal);
        UInt256 raw = isNumber ? UInt256.Parse(halves[0] + fraction.PadRight(18, '0')) : UInt256.MaxValue;
        return raw > Wad.Scale || (raw.IsZero && !mayBeZero)
            ? throw new DeskException(
                ExitCode.Usage,
                $"{option} {text}: give a part {(mayBeZero ? "from" : "above")} 0 and at most 1, such as 0.1")
            : new Wad(raw);
    }

    /// <summary>Reads which part of all validators does its duties: at least two thirds.</summary>
    /// <param name="text">The text of --participation.</param>
    public static Wad ParseParticipation(string text)
    {
        Wad part = ParsePart("--participation", text, mayBeZero: false);
        return part >= ValidatorEconomics.ParticipationMin
            ? part
            : throw new DeskException(
                ExitCode.Usage,
                $"--participation {text}: below two thirds the chain does not finalize, give more");
    }

    /// <summary>Reads an amount of ether such as 32 or 0.5, in gwei.</summary>
    /// <param name="option">Which option it is for, to say so when it is wrong.</param>
    /// <param name="text">The text.</param>
    public static ulong ParseGwei(string option, string text)
    {
        const decimal MostEther = 1_000_000_000;
        bool isNumber = decimal.TryParse(
            text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal ether);
        decimal gwei = isNumber && ether <= MostEther ? ether * 1_000_000_000 : 0;
        return gwei == 0 || gwei != decimal.Truncate(gwei)
            ? throw new DeskException(
                ExitCode.Usage,
                $"{option} {text}: give an amount in ETH above 0, of whole gwei, such as 32 or 0.5")
            : (ulong)gwei;
    }

    /// <summary>Reads a day such as 2024-10-31.</summary>
    /// <param name="option">Which option it is for, to say so when it is wrong.</param>
    /// <param name="text">The text.</param>
    public static DateOnly ParseDay(string option, string text) =>
        DateOnly.TryParseExact(
            text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new DeskException(ExitCode.Usage, $"{option} {text}: give a day such as 2024-10-31");

    /// <summary>Reads a block, or a day, that is not before now.</summary>
    /// <param name="option">Which option it is for, to say so when it is wrong.</param>
    /// <param name="text">The text.</param>
    /// <param name="now">The block and the time of the world.</param>
    public static BlockTime ParseMoment(string option, string text, Clock now)
    {
        bool isBlock = uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out uint block);
        if (!isBlock && !DateOnly.TryParseExact(
            text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly _))
        {
            throw new DeskException(
                ExitCode.Usage, $"{option} {text}: give a block, or a day such as 2024-11-14");
        }

        ulong second = isBlock ? 0 : (ulong)ParseDayNumber(option, text) * Days.Seconds;
        return (isBlock ? block < now.Block : second < now.Seconds)
            ? throw new DeskException(
                ExitCode.Usage,
                $"{option} {text} is in the past: the book is at block {now.Block}, {ToTime(now.Seconds)}")
            : isBlock ? BlockTime.AtBlock(now, block) : new BlockTime(second, null);
    }

    /// <summary>Hundredths of a day as days.</summary>
    public static string ToDays(ulong centidays) => string.Create(
        CultureInfo.InvariantCulture, $"{centidays / 100}.{centidays % 100:00} days");

    /// <summary>Reads an amount of whole units such as 10 or 0.5, exactly, as units of 10⁻¹⁸.</summary>
    /// <param name="option">Which option it is for, to say so when it is wrong.</param>
    /// <param name="text">The text.</param>
    /// <param name="decimals">How many decimals the token has.</param>
    public static UInt256 ParseAmount(string option, string text, int decimals = 18)
    {
        string[] halves = text.Split('.');
        string fraction = halves.Length == 2 ? halves[1] : "";
        string digits = halves[0] + fraction.PadRight(decimals, '0');
        bool isAmount = halves.Length <= 2 && fraction.Length <= decimals && digits.Length <= 60
            && text.Any(char.IsAsciiDigit) && digits.All(char.IsAsciiDigit);
        return isAmount
            ? UInt256.Parse(digits)
            : throw new DeskException(
                ExitCode.Usage, $"{option} {text}: give an amount of whole tokens, such as 1000 or 0.5");
    }

    /// <summary>Reads a day such as 2024-10-31, as a number since the Unix epoch.</summary>
    /// <param name="option">Which option it is for, to say so when it is wrong.</param>
    /// <param name="text">The text.</param>
    public static int ParseDayNumber(string option, string text)
    {
        DateOnly day = ParseDay(option, text);
        return day.Year is >= 1970 and <= 2100
            ? Days.Of(day)
            : throw new DeskException(ExitCode.Usage, $"{option} {text}: give a year from 1970 to 2100");
    }

    /// <summary>A day since the Unix epoch as a date.</summary>
    public static string ToDate(int day) =>
        Days.ToDate(day).ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>A whole number with thousands apart.</summary>
    public static string ToText(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A time as UTC to the minute.</summary>
    public static string ToTime(ulong seconds) => DateTimeOffset.FromUnixTimeSeconds((long)seconds)
        .ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static UInt256 PowerOfTen(int exponent) => ((UInt256)10UL).Pow((uint)exponent);

    private static string Grouped(string digits)
    {
        for (int at = digits.Length - 3; at > 0; at -= 3)
        {
            digits = digits.Insert(at, ",");
        }

        return digits;
    }
}
