using Garrison.Primitives;

namespace Garrison.Tests.Primitives;

/// <summary>Ratios of every scale round the way their names say.</summary>
public sealed class ScaleProperties
{
    [Fact]
    public void Products_and_quotients_round_by_name() =>
        Check.That(Any.UInt128, Any.UInt128, static (raw, amount) =>
            Holds(Wad.Scale, raw, amount, new Wad(raw).MulDown, new Wad(raw).MulUp)
            && Holds(Ray.Scale, raw, amount, new Ray(raw).MulDown, new Ray(raw).MulUp)
            && Holds(Q96.Scale, raw, amount, new Q96(raw).MulDown, new Q96(raw).MulUp)
            && Holds(Bps.Scale, raw, amount, new Bps(raw).MulDown, new Bps(raw).MulUp));

    // The nearest integer is the lower one when twice the rest is below the scale.
    [Fact]
    public void Halves_round_up() =>
        Check.That(Any.UInt128, Any.UInt64, static (raw, amount) =>
            IsNearest(Wad.Scale, raw, amount, new Wad(raw).MulHalfUp)
            && IsNearest(Ray.Scale, raw, amount, new Ray(raw).MulHalfUp)
            && IsNearest(Bps.Scale, raw, amount, new Bps(raw).MulHalfUp)
            && Wad.RatioHalfUp(raw, Wad.Scale).Raw == raw
            && Ray.RatioHalfUp(raw, Ray.Scale).Raw == raw
            && Bps.RatioHalfUp(raw, Bps.Scale).Raw == raw);

    [Fact]
    public void A_ratio_of_equals_is_one()
    {
        Assert.Equal(Wad.One, Wad.RatioDown(7UL, 7UL));
        Assert.Equal(new Wad(UInt256.Parse("333333333333333333")), Wad.RatioDown(1UL, 3UL));
        Assert.Equal(new Wad(UInt256.Parse("333333333333333334")), Wad.RatioUp(1UL, 3UL));
        Assert.Equal(25UL, new Bps(2500UL).MulDown(100UL).ToUInt64());
        Assert.Equal(UInt256.Parse("79228162514264337593543950336"), Q96.One.Raw);
    }

    private static bool Holds(
        UInt256 scale, UInt256 raw, UInt256 amount, Func<UInt256, UInt256> down, Func<UInt256, UInt256> up) =>
        down(amount) == UInt256.MulDivDown(raw, amount, scale)
            && up(amount) == UInt256.MulDivUp(raw, amount, scale);

    private static bool IsNearest(UInt256 scale, UInt256 raw, UInt256 amount, Func<UInt256, UInt256> nearest)
    {
        UInt256 twice = UInt256.MulDivDown(raw * 2UL, amount, scale);
        return nearest(amount) == (twice + UInt256.One).DivDown(2UL);
    }
}
