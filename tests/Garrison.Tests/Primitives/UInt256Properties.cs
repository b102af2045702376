using System.Numerics;

using FsCheck.Fluent;

using Garrison.Primitives;

namespace Garrison.Tests.Primitives;

/// <summary>256-bit arithmetic against unbounded arithmetic.</summary>
public sealed class UInt256Properties
{
    private static readonly BigInteger _modulus = BigInteger.One << 256;

    [Fact]
    public void Sums_differences_and_products_are_exact_or_overflow() =>
        Check.That(Any.UInt256, Any.UInt256, static (x, y) =>
            Exact.Is(x.ToBigInteger() + y.ToBigInteger(), () => x + y)
            && Exact.Is(x.ToBigInteger() - y.ToBigInteger(), () => x - y)
            && Exact.Is(x.ToBigInteger() * y.ToBigInteger(), () => x * y));

    [Fact]
    public void Wrapping_is_arithmetic_modulo_2_256() =>
        Check.That(Any.UInt256, Any.UInt256, static (x, y) =>
            x.WrappingAdd(y).ToBigInteger() == (x.ToBigInteger() + y.ToBigInteger()) % _modulus
            && x.WrappingSub(y).ToBigInteger() == (x.ToBigInteger() - y.ToBigInteger() + _modulus) % _modulus
            && x.WrappingMul(y).ToBigInteger() == x.ToBigInteger() * y.ToBigInteger() % _modulus);

    [Fact]
    public void Saturating_stops_at_the_ends() =>
        Check.That(Any.UInt256, Any.UInt256, static (x, y) =>
            x.SaturatingAdd(
                y).ToBigInteger() == BigInteger.Min(x.ToBigInteger() + y.ToBigInteger(), _modulus - 1)
            && x.SaturatingSub(y).ToBigInteger() == BigInteger.Max(x.ToBigInteger() - y.ToBigInteger(), 0)
            && x.AbsoluteDifference(y).ToBigInteger() == BigInteger.Abs(x.ToBigInteger() - y.ToBigInteger()));

    [Fact]
    public void Quotients_round_the_way_their_names_say() =>
        Check.That(Any.UInt256, Any.NonZero, static (x, y) =>
        {
            var down = BigInteger.DivRem(x.ToBigInteger(), y.ToBigInteger(), out BigInteger rest);
            return x.DivDown(y).ToBigInteger() == down
                && x.DivUp(y).ToBigInteger() == (rest.IsZero ? down : down + 1)
                && x.Mod(y).ToBigInteger() == rest;
        });

    [Fact]
    public void MulDiv_is_exact_over_the_full_product() =>
        Check.That(Any.UInt256, Any.UInt256, Any.NonZero, IsMulDivExact);

    [Fact]
    public void MulDiv_is_exact_where_the_fast_path_is() =>
        Check.That(Any.UInt128, Any.UInt64, Any.UInt64.Where(static x => !x.IsZero), IsMulDivExact);

    [Fact]
    public void TryMultiply_says_whether_a_product_fits() =>
        Check.That(Any.UInt256, Any.UInt256, static (x, y) =>
        {
            BigInteger exact = x.ToBigInteger() * y.ToBigInteger();
            return UInt256.TryMultiply(in x, in y, out UInt256 product) == exact < BigInteger.One << 256
                && product.ToBigInteger() == exact % (BigInteger.One << 256);
        });

    [Fact]
    public void MulDiv_is_exact_by_divisors_of_128_bits() =>
        Check.That(Any.UInt256, Any.UInt256, Any.UInt128.Where(static x => !x.IsZero), IsMulDivExact);

    [Fact]
    public void MulDiv_is_exact_by_divisors_of_192_bits() =>
        Check.That(
            Any.UInt256, Any.UInt256, Any.NonZero.Select(static x => (x >> 64) + UInt256.One), IsMulDivExact);

    // An estimate of a digit is too large when the upper limbs are near one another and those below are
    // far apart.
    [Fact]
    public void Division_is_exact_where_estimates_of_digits_are_not()
    {
        ulong[] limbs = [0, 1, 1UL << 63, (1UL << 63) - 1, ulong.MaxValue - 1, ulong.MaxValue];
        Dice dice = new(1);
        UInt256 Draw(int length) => new UInt256(
            dice.Of(limbs), dice.Of(limbs), dice.Of(limbs), dice.Of(limbs)) >> (64 * (4 - length));
        for (int i = 0; i < 30_000; i++)
        {
            (UInt256 x, UInt256 y, UInt256 divisor) = (Draw(4), Draw(4), Draw(2 + dice.Below(3)));
            if (divisor.IsZero) continue;

            BigInteger product = x.ToBigInteger() * y.ToBigInteger();
            Assert.Equal(
                product % divisor.ToBigInteger(), UInt256.MulMod(x, y, divisor).ToBigInteger());
            Assert.Equal(
                x.ToBigInteger() / divisor.ToBigInteger(), x.DivDown(divisor).ToBigInteger());
        }
    }

    [Fact]
    public void MulShift_is_exact_over_the_full_product() =>
        Check.That(Any.UInt256, Any.UInt256, Gen.Choose(0, 256), static (x, y, count) =>
        {
            BigInteger product = x.ToBigInteger() * y.ToBigInteger();
            BigInteger down = product >> count;
            BigInteger up = (down << count) == product ? down : down + 1;
            return Exact.Is(down, () => UInt256.MulShiftDown(x, y, count))
                && (down >= _modulus || Exact.Is(up, () => UInt256.MulShiftUp(x, y, count)));
        });

    [Fact]
    public void MulHigh_is_what_a_product_has_above_256_bits() =>
        Check.That(Any.UInt256, Any.UInt256, static (x, y) =>
            UInt256.MulHigh(x, y).ToBigInteger() == (x.ToBigInteger() * y.ToBigInteger()) >> 256);

    [Fact]
    public void MulMod_is_the_remainder_of_the_full_product() =>
        Check.That(Any.UInt256, Any.UInt256, Any.NonZero, static (x, y, modulus) =>
            UInt256.MulMod(x, y, modulus).ToBigInteger()
                == x.ToBigInteger() * y.ToBigInteger() % modulus.ToBigInteger());

    [Fact]
    public void The_portable_division_is_that_of_the_processor() =>
        Check.That(Any.Limb, Any.Limb, Any.Limb.Where(static x => x != 0), static (high, low, divisor) =>
        {
            ulong reduced = high % divisor;
            ulong quotient = UInt256.DivideLimbPortable(reduced, low, divisor, out ulong remainder);
            return ((BigInteger)reduced << 64) + low == ((BigInteger)quotient * divisor) + remainder
                && remainder < divisor;
        });

    [Fact]
    public void A_root_is_the_largest_number_whose_square_fits() =>
        Check.That(Any.UInt256, static x =>
        {
            BigInteger down = x.SqrtDown().ToBigInteger();
            BigInteger up = x.SqrtUp().ToBigInteger();
            return down * down <= x.ToBigInteger() && (down + 1) * (down + 1) > x.ToBigInteger()
                && up * up >= x.ToBigInteger() && (up.IsZero || (up - 1) * (up - 1) < x.ToBigInteger());
        });

    [Fact]
    public void A_power_is_a_product_repeated() =>
        Check.That(Any.UInt256, Gen.Choose(0, 20), static (x, exponent) =>
            Exact.Is(BigInteger.Pow(x.ToBigInteger(), exponent), () => x.Pow((uint)exponent)));

    [Fact]
    public void Shifts_and_bits_are_those_of_unbounded_numbers() =>
        Check.That(Any.UInt256, Any.UInt256, Gen.Choose(0, 300), static (x, y, count) =>
            (x << count).ToBigInteger() == (x.ToBigInteger() << count) % _modulus
            && (x >> count).ToBigInteger() == x.ToBigInteger() >> count
            && (x & y).ToBigInteger() == (x.ToBigInteger() & y.ToBigInteger())
            && (x | y).ToBigInteger() == (x.ToBigInteger() | y.ToBigInteger())
            && (x ^ y).ToBigInteger() == (x.ToBigInteger() ^ y.ToBigInteger())
            && (~x).ToBigInteger() == _modulus - 1 - x.ToBigInteger()
            && x.BitLength == (int)x.ToBigInteger().GetBitLength());

    [Fact]
    public void Order_and_equality_are_those_of_numbers() =>
        Check.That(Any.UInt256, Any.UInt256, static (x, y) =>
            x.CompareTo(y) == x.ToBigInteger().CompareTo(y.ToBigInteger())
            && x < y == x.ToBigInteger() < y.ToBigInteger()
            && x == y == (x.ToBigInteger() == y.ToBigInteger())
            && (x != y || x.GetHashCode() == y.GetHashCode()));

    [Fact]
    public void Text_and_bytes_come_back_as_they_were() =>
        Check.That(Any.UInt256, static x =>
        {
            byte[] bytes = new byte[32];
            x.WriteBigEndian(bytes);
            return x.ToString() == x.ToBigInteger().ToString()
                && UInt256.Parse(x.ToString()) == x
                && UInt256.Parse(x.ToHex()) == x
                && UInt256.FromBigEndian(bytes) == x
                && UInt256.FromBigInteger(x.ToBigInteger()) == x;
        });

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1 ")]
    [InlineData("1e5")]
    [InlineData("0x")]
    [InlineData("0xg")]
    [InlineData("115792089237316195423570985008687907853269984665640564039457584007913129639936")]
    public void What_is_no_number_is_not_read(string text) => Assert.False(UInt256.TryParse(text, out _));

    [Fact]
    public void Sums_of_many_are_exact_or_overflow() =>
        Check.That(Any.UInt256, Any.UInt256, static (x, y) =>
        {
            BigInteger exact = (2 * x.ToBigInteger()) + y.ToBigInteger();
            return Exact.Is(exact, () => new[] { x, y, x }.Sum())
                && Exact.Is(exact, () => new[] { x, y, x }.Sum(static one => one))
                && Array.Empty<UInt256>().Sum().IsZero;
        });

    [Fact]
    public void Nothing_is_divided_by_zero()
    {
        _ = Assert.Throws<DivideByZeroException>(static () => UInt256.One.DivDown(UInt256.Zero));
        _ = Assert.Throws<DivideByZeroException>(static () => UInt256.MulDivDown(1UL, 1UL, 0UL));
        _ = Assert.Throws<DivideByZeroException>(
            static () => UInt256.MulDivUp(UInt256.MaxValue, UInt256.MaxValue, 0UL));
        _ = Assert.Throws<DivideByZeroException>(static () => UInt256.MulDivHalfUp(1UL, 1UL, 0UL));
    }

    private static bool IsMulDivExact(UInt256 x, UInt256 y, UInt256 denominator)
    {
        var down = BigInteger.DivRem(
            x.ToBigInteger() * y.ToBigInteger(), denominator.ToBigInteger(), out BigInteger rest);
        return Exact.Is(down, () => UInt256.MulDivDown(x, y, denominator))
            && Exact.Is(rest.IsZero ? down : down + 1, () => UInt256.MulDivUp(x, y, denominator))
            && Exact.Is(
                rest * 2 < denominator.ToBigInteger() ? down : down + 1,
                () => UInt256.MulDivHalfUp(x, y, denominator));
    }
}
