using System.Numerics;

using Garrison.Primitives;

namespace Garrison.Tests.Primitives;

/// <summary>Products that are divided in one go, against unbounded arithmetic.</summary>
public sealed class FusedProperties
{
    private static readonly BigInteger _limit = BigInteger.One << 256;

    [Fact]
    public void A_product_that_fits_is_divided_down() =>
        Check.That(Any.UInt256, Any.UInt256, Any.NonZero, static (x, y, denominator) => Same(
            x.ToBigInteger() * y.ToBigInteger(),
            denominator,
            () => UInt256.CheckedMulDivDown(in x, in y, in denominator)));

    [Fact]
    public void A_product_of_halves_is_divided_down() =>
        Check.That(Any.UInt128, Any.UInt128, Any.UInt128, static (x, y, denominator) => denominator.IsZero
            || (Same(
                x.ToBigInteger() * y.ToBigInteger(),
                denominator,
                () => UInt256.CheckedMulDivDown(in x, in y, in denominator))
            && (x * y).Mod(denominator).ToBigInteger()
                == x.ToBigInteger() * y.ToBigInteger() % denominator.ToBigInteger()));

    [Fact]
    public void A_sum_with_a_product_is_divided_down() =>
        Check.That(Any.UInt128, Any.UInt256, Any.UInt128, static (x, addend, denominator) =>
            denominator.IsZero || Same(
                (x.ToBigInteger() * x.ToBigInteger()) + addend.ToBigInteger(),
                denominator,
                () => UInt256.MulAddDivDown(in x, in x, in addend, in denominator)));

    [Fact]
    public void Nothing_divides_by_0()
    {
        UInt256 one = UInt256.One;
        UInt256 zero = UInt256.Zero;
        Assert.Throws<DivideByZeroException>(() => UInt256.CheckedMulDivDown(in one, in one, in zero));
        Assert.Throws<DivideByZeroException>(() => UInt256.MulAddDivDown(in one, in one, in one, in zero));
    }

    private static bool Same(BigInteger dividend, UInt256 denominator, Func<UInt256> divide) =>
        dividend < _limit
            ? Exact.Is(dividend / denominator.ToBigInteger(), divide)
            : Overflows(divide);

    private static bool Overflows(Func<UInt256> divide)
    {
        try
        {
            _ = divide();
            return false;
        }
        catch (OverflowException)
        {
            return true;
        }
    }
}
