using System.Numerics;

using FsCheck;
using FsCheck.Fluent;

using Garrison.Primitives;

namespace Garrison.Tests.Primitives;

/// <summary>The exponential function against its series, summed without bounds.</summary>
public sealed class ExponentialProperties
{
    private const int Bits = 400;

    private static readonly BigInteger _one = BigInteger.One << Bits;
    private static readonly BigInteger _wad = BigInteger.Pow(10, 18);

    // Up to 42: above that there is nothing left.
    private static Gen<UInt256> Exponent =>
        from factor in Gen.Choose(0, int.MaxValue)
        from unit in Gen.Elements(1UL, 1_000UL, 100_000_000UL, 1_000_000_007UL, 19_557_000_000UL)
        select (UInt256)(ulong)factor * unit;

    [Fact]
    public void A_decay_is_within_a_unit_of_the_true_value() => Check.That(
        Exponent, static exponent => BigInteger.Abs(
            Exponential.Decay(exponent).ToBigInteger() - DecayDown(exponent)) <= 1);

    [Fact]
    public void A_decay_begins_at_1_and_ends_at_0()
    {
        Assert.Equal(Wad.Scale, Exponential.Decay(UInt256.Zero));
        Assert.Equal(UInt256.One, Exponential.Decay(UInt256.Parse("41446531673892822312")));
        Assert.Equal(UInt256.Zero, Exponential.Decay(UInt256.Parse("41446531673892822313")));
        Assert.Equal(UInt256.Zero, Exponential.Decay(UInt256.MaxValue));
    }

    // 10¹⁸ / (1 + x + x²/2 + x³/6 + …), whose terms are all positive.
    private static BigInteger DecayDown(UInt256 exponent)
    {
        BigInteger sum = BigInteger.Zero;
        BigInteger term = _one;
        for (int k = 1; !term.IsZero; k++)
        {
            sum += term;
            term = term * exponent.ToBigInteger() / (_wad * k);
        }

        return _wad * _one / sum;
    }
}
