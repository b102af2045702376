using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking;

/// <summary>How much may pass in a time: a bucket that is taken from and fills again by the second.</summary>
/// <param name="Capacity">The most that it holds.</param>
/// <param name="Remaining">What was in it when it was last touched.</param>
/// <param name="LastRefill">When that was, in seconds since the Unix epoch.</param>
/// <param name="RefillRate">How much comes in each second.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct TokenBucket(
    ulong Capacity, ulong Remaining, ulong LastRefill, ulong RefillRate)
{
    /// <summary>A full bucket.</summary>
    public static TokenBucket Full(ulong capacity, ulong refillRate, ulong second) =>
        new(capacity, capacity, second, refillRate);

    /// <summary>Whether it was ever made.</summary>
    public bool Exists => this != default;

    /// <summary>As it is at a second, not before it was last touched:
    /// min(capacity, remaining + rate · seconds).</summary>
    public TokenBucket At(ulong second)
    {
        if (second == LastRefill) return this;

        UInt256 filled = Remaining + ((UInt256)(second - LastRefill) * RefillRate);
        return this with
        {
            Remaining = filled > Capacity ? Capacity : filled.ToUInt64(),
            LastRefill = second,
        };
    }

    /// <summary>Takes an amount at a second; false when there is not as much in it.</summary>
    public bool TryTake(ulong amount, ulong second, out TokenBucket left)
    {
        TokenBucket bucket = At(second);
        bool isEnough = bucket.Remaining >= amount;
        left = isEnough ? bucket with { Remaining = bucket.Remaining - amount } : this;
        return isEnough;
    }

    /// <summary>With another capacity from a second on; what is over it is lost.</summary>
    public TokenBucket WithCapacity(ulong capacity, ulong second)
    {
        TokenBucket bucket = At(second);
        return bucket with { Capacity = capacity, Remaining = Math.Min(bucket.Remaining, capacity) };
    }

    /// <summary>With another rate from a second on.</summary>
    public TokenBucket WithRefillRate(ulong refillRate, ulong second) =>
        At(second) with { RefillRate = refillRate };

    /// <summary>With so much in it as of a second; what is over the capacity is there until it is next
    /// filled.</summary>
    public TokenBucket WithRemaining(ulong remaining, ulong second) =>
        At(second) with { Remaining = remaining };
}
