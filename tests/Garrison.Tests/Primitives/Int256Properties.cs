using System.Numerics;

using Garrison.Primitives;

namespace Garrison.Tests.Primitives;

/// <summary>Signed 256-bit arithmetic against unbounded arithmetic.</summary>
public sealed class Int256Properties
{
    [Fact]
    public void Sums_differences_and_products_are_exact_or_overflow() =>
        Check.That(Any.Int256, Any.Int256, static (x, y) =>
            Exact.Is(Exact.Value(x) + Exact.Value(y), () => x + y)
            && Exact.Is(Exact.Value(x) - Exact.Value(y), () => x - y)
            && Exact.Is(Exact.Value(x) * Exact.Value(y), () => x * y)
            && Exact.Is(-Exact.Value(x), () => -x));

    [Fact]
    public void MulDiv_rounds_to_the_floor_or_to_zero() =>
        Check.That(Any.Int256, Any.Int256, Any.NonZero, static (x, y, denominator) =>
        {
            BigInteger product = Exact.Value(x) * Exact.Value(y);
            var towardZero = BigInteger.DivRem(product, denominator.ToBigInteger(), out BigInteger rest);
            BigInteger floor = rest.Sign < 0 ? towardZero - 1 : towardZero;
            return Exact.Is(floor, () => Int256.MulDivFloor(x, y, denominator))
                && Exact.Is(towardZero, () => Int256.MulDivTowardZero(x, y, denominator));
        });

    [Fact]
    public void Order_text_and_conversions_agree_with_numbers() =>
        Check.That(Any.Int256, Any.Int256, static (x, y) =>
            x.CompareTo(y) == Exact.Value(x).CompareTo(Exact.Value(y))
            && x.ToString() == Exact.Value(x).ToString()
            && Int256.Parse(x.ToString()) == x
            && (x.IsNegative || Int256.FromUInt256(x.ToUInt256()) == x)
            && x.Sign == Exact.Value(x).Sign);
}
