using System.Numerics;

using FsCheck;
using FsCheck.Fluent;

using Garrison.Engine;
using Garrison.Engine.Oracle;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Oracle;

/// <summary>What holds of any cap and any feed.</summary>
public sealed class FeedProperties
{
    private const ulong Start = 1_700_000_000;

    private static Gen<UInt256> Ratio => Gen.Choose(1, int.MaxValue)
        .Select(static x => (UInt256)(ulong)x * 1_000_000_007UL);

    private static Gen<ulong> Seconds => Gen.Choose(0, 180 * 86_400).Select(static x => (ulong)x);

    private static Gen<int> Growth => Gen.Choose(0, ushort.MaxValue);

    [Fact]
    public void A_cap_is_the_formula_in_whole_numbers() => Check.That(
        Ratio,
        Growth,
        Seconds,
        static (ratio, growth, seconds) =>
        {
            BigInteger perSecond = ratio.ToBigInteger() * growth * 1_000_000 / 10_000 / 31_536_000;
            return Cap(ratio, growth).At(Start + seconds).ToBigInteger()
                == ratio.ToBigInteger() + (perSecond * seconds / 1_000_000);
        });

    [Fact]
    public void A_cap_never_falls() => Check.That(
        Ratio,
        Growth,
        Seconds,
        static (ratio, growth, seconds) =>
            Cap(ratio, growth).At(Start + seconds) <= Cap(ratio, growth).At(Start + seconds + 1));

    [Fact]
    public void A_cap_clips_upward_only() => Check.That(
        Ratio,
        Ratio,
        Growth,
        static (snapshot, rate, growth) =>
        {
            World world = Capped(snapshot, rate, growth);
            ulong second = world.Clock.Seconds;
            FeedReading plain = world.Oracle.Price(Address.FromNumber(1), second);
            FeedReading capped = world.Oracle.Price(Address.FromNumber(2), second);
            UInt256 cap = world.Oracle.Cap(Address.FromNumber(2)).At(second);
            return capped.IsCapped == plain.Price > cap
                && capped.Price == UInt256.Min(plain.Price, cap);
        });

    [Fact]
    public void The_smaller_of_two_is_no_larger_than_either_and_is_one_of_them() => Check.That(
        Ratio,
        Ratio,
        static (one, other) =>
        {
            World world = new();
            _ = world.Execute(new CreateRateFeed(default, Address.FromNumber(1), default, 18, one));
            _ = world.Execute(new CreateRateFeed(default, Address.FromNumber(2), default, 18, other));
            _ = world.Execute(new CreateSmallerFeed(
                default, Address.FromNumber(3), Address.FromNumber(1), Address.FromNumber(2)));
            UInt256 smaller = world.Oracle.Price(Address.FromNumber(3), 0).Price;
            return smaller <= one && smaller <= other && (smaller == one || smaller == other);
        });

    [Fact]
    public void An_answer_is_due_when_it_is_far_enough() => Check.That(
        Ratio,
        Ratio,
        Gen.Choose(0, 10_000),
        static (last, answer, deviation) =>
        {
            Feed feed = new() { Answer = last, DeviationBps = (ushort)deviation, HeartbeatSeconds = 10 };
            var distance = BigInteger.Abs(answer.ToBigInteger() - last.ToBigInteger());
            return feed.IsDue(answer, 9) == (distance * 10_000 >= last.ToBigInteger() * deviation)
                && feed.IsDue(answer, 10);
        });

    [Fact]
    public void Powers_of_ten_are_that()
    {
        for (int exponent = 0; exponent <= PowersOfTen.Largest; exponent++)
        {
            Assert.Equal(BigInteger.Pow(10, exponent), PowersOfTen.Of(exponent).ToBigInteger());
        }
    }

    private static GrowthCap Cap(UInt256 ratio, int growth) => new(
        ratio, Start, GrowthCap.GrowthPerSecondDown(ratio, (ushort)growth), (ushort)growth, 0);

    private static World Capped(UInt256 snapshot, UInt256 rate, int growth)
    {
        World world = new();
        _ = world.Execute(new AdvanceClock(default, 1, Start + 1_000_000));
        _ = world.Execute(new CreateRateFeed(default, Address.FromNumber(1), default, 18, rate));
        _ = world.Execute(new CreateCappedFeed(
            default,
            Address.FromNumber(2),
            default,
            Address.FromNumber(1),
            Address.Zero,
            0,
            snapshot,
            Start,
            (ushort)growth));
        return world;
    }
}
