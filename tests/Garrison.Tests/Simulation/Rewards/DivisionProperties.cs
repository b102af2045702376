using FsCheck.Fluent;

using Garrison.Primitives;
using Garrison.Simulation.Rewards;

namespace Garrison.Tests.Simulation.Rewards;

/// <summary>PostgreSQL's division, with all its digits and without.</summary>
public sealed class DivisionProperties
{
    [Fact]
    public void The_short_floor_is_the_floor_of_all_digits() => Check.That(
        Any.UInt256,
        Any.NonZero,
        static (a, b) => PgDivision.Floor(a, b).ToBigInteger() == ((PgNumeric)a / b).Floor());

    [Fact]
    public void The_short_floor_is_right_next_to_whole_numbers() => Check.That(
        Any.UInt128,
        Any.UInt64.Where(static b => !b.IsZero),
        static (a, b) => Enumerable.Range(0, 3).All(d =>
        {
            UInt256 dividend = (a * b) + (ulong)d;
            return PgDivision.Floor(dividend, b).ToBigInteger() == ((PgNumeric)dividend / b).Floor()
                && (a.IsZero || PgDivision.Floor((a * b) - UInt256.One, b).ToBigInteger()
                    == ((PgNumeric)((a * b) - UInt256.One) / b).Floor());
        }));

    [Fact]
    public void A_proportion_is_cut_after_fifteen_digits() => Check.That(
        Any.UInt256.Select(static x => x >> 40),
        Any.UInt256.Select(static x => x >> 40),
        static (weight, rest) =>
        {
            UInt256 total = weight + rest;
            return total.IsZero
                || PgDivision.Proportion(weight, total)
                    == ((PgNumeric)weight / total * PgDivision.Whole).Floor();
        });

    [Fact]
    public void A_floor_is_at_most_one_too_high() => Check.That(
        Any.UInt256,
        Any.NonZero,
        static (a, b) => PgDivision.Floor(a, b) - a.DivDown(b) <= UInt256.One);

    // Reference section 3.8: the exact floor ends in 890.
    [Fact]
    public void A_tenth_of_much_is_rounded_up() => Assert.Equal(
        UInt256.Parse("12345678901234567891"),
        PgDivision.Floor(UInt256.Parse("123456789012345678906") * 1000UL, 10_000UL));

    [Theory]
    [InlineData("1", "3", "0.33333333333333333333")]
    [InlineData("-1", "3", "-0.33333333333333333333")]
    [InlineData("2", "3", "0.66666666666666666667")]
    [InlineData("-2", "3", "-0.66666666666666666667")]
    [InlineData("10", "4", "2.5000000000000000")]
    [InlineData("0.10", "1", "0.10000000000000000000")]
    [InlineData("0", "7", "0.00000000000000000000")]
    public void A_quotient_has_the_digits_that_PostgreSQL_prints(string a, string b, string quotient) =>
        Assert.Equal(quotient, (PgNumeric.Parse(a) / PgNumeric.Parse(b)).ToString());

    [Fact]
    public void A_double_is_cast_by_fifteen_digits_and_printed_by_seventeen()
    {
        double perDay = 2.777777777777775e18;
        Assert.Equal("2777777777777780000", LegacyPayout.Cast(PgDivision.Whole, perDay).ToString());
        Assert.Equal("2777777777777775000", LegacyPayout.ThroughText(PgDivision.Whole, perDay).ToString());
    }

    [Fact]
    public void A_double_that_lies_between_two_casts_goes_to_the_even_one()
    {
        Assert.Equal("1234567890123440", LegacyPayout.Cast(PgDivision.Whole, 1234567890123445).ToString());
        Assert.Equal("1234567890123460", LegacyPayout.Cast(PgDivision.Whole, 1234567890123455).ToString());
    }

    // Each as PostgreSQL 15 gave it; .NET prints one digit less of the second column.
    [Theory]
    [InlineData(1_000_000_000_000_000, "996812501346819370", 32, "31150390667088100", "31150390667088072")]
    [InlineData(677_755_385_855_253, "9320444042732517319", 46, "137325677141836000", "137325677141836190")]
    [InlineData(444_742_764_898_140, "796353521833846695", 13, "27244035933596600", "27244035933596608")]
    [InlineData(539_009_580_642_503, "5000000000000000000", 1, "2695047903212510000", "2695047903212512300")]
    [InlineData(1, "1", 70, "0", "0")]
    public void A_payout_in_double_precision_is_PostgreSQLs(
        ulong proportion, string amount, int days, string cast, string text)
    {
        double perDay = LegacyPayout.PerDay(UInt256.Parse(amount), days);
        Assert.Equal(cast, LegacyPayout.Cast(proportion, perDay).ToString());
        Assert.Equal(text, LegacyPayout.ThroughText(proportion, perDay).ToString());
    }

    [Fact]
    public void A_text_names_its_double_and_a_shorter_one_does_not() => Check.That(Any.Limb, static bits =>
    {
        double value = BitConverter.UInt64BitsToDouble(bits >> 1);
        if (!double.IsFinite(value) || value is > 1e60 or < 1e-60) return true;

        string text = PgDouble.Text(value).ToString();
        string printed = value.ToString("R");
        int digits = text.Replace(".", "").Trim('0').Length;
        int printedDigits = printed.Split('E')[0].Replace(".", "").Trim('0').Length;
        return double.Parse(text) == value && digits >= printedDigits && digits <= 17;
    });

    [Fact]
    public void A_tenth_is_rounded_half_up() => Check.That(Any.UInt128, static payout =>
        LegacyPayout.Tenth(payout).ToBigInteger() == (payout.ToBigInteger() + 5) / 10);
}
