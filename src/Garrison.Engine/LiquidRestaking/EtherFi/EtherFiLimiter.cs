using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

/// <summary>How much eETH may be minted, and burned, in a time: buckets in gwei.</summary>
/// <remarks>
/// They count for everybody together. Pausing the limiter does not stop a token. Source:
/// <c>EtherFiRateLimiter.sol</c>, <c>BucketLimiter.sol</c>.
/// </remarks>
public sealed class EtherFiLimiter
{
    private static readonly UInt256 _gwei = 1_000_000_000UL;

    private readonly EtherFiCore _core;
    private readonly Table<Hash32, TokenBucket> _bucket;

    internal EtherFiLimiter(EtherFiCore core)
    {
        _core = core;
        _bucket = core.Store.Table<Hash32, TokenBucket>();
    }

    /// <summary>The bucket of what is minted.</summary>
    public static Hash32 Mint { get; } = Keccak.HashText("EETH_MINT_LIMIT_ID");

    /// <summary>The bucket of what is burned.</summary>
    public static Hash32 Burn { get; } = Keccak.HashText("EETH_BURN_LIMIT_ID");

    /// <summary>A bucket as it was last touched.</summary>
    public TokenBucket Bucket(Hash32 id) => _bucket[id];

    /// <summary>How much a bucket lets through now, in gwei.</summary>
    public ulong Consumable(Hash32 id) => _bucket[id].At(_core.Clock.Seconds).Remaining;

    /// <summary>Takes an amount of wei, rounded up to gwei, out of a bucket.</summary>
    internal Refusal? Consume(Hash32 id, UInt256 wei)
    {
        TokenBucket bucket = _bucket[id];
        if (!bucket.Exists) return EtherFiRefusals.UnknownLimit;

        // More than fits is as much as fits.
        UInt256 gwei = wei.DivUp(_gwei);
        ulong amount = gwei.FitsIn(64) ? gwei.ToUInt64() : ulong.MaxValue;
        if (!bucket.TryTake(amount, _core.Clock.Seconds, out TokenBucket left))
        {
            return EtherFiRefusals.LimitExceeded;
        }

        _bucket[id] = left;
        return null;
    }

    internal Refusal? Create(Address sender, Hash32 id, ulong capacity, ulong refillRate)
    {
        if (_core.Access.Require(EtherFiRole.OperatingTimelock, sender) is { } refusal) return refusal;
        if (_bucket[id].Exists) return EtherFiRefusals.LimitAlreadyExists;

        _bucket[id] = TokenBucket.Full(capacity, refillRate, _core.Clock.Seconds);
        _core.Store.Emit(new EtherFiLimiterCreated(_core.Contracts.RateLimiter, id, capacity, refillRate));
        return null;
    }

    internal Refusal? SetCapacity(Address sender, Hash32 id, ulong capacity)
    {
        if (RefuseSetting(sender, id) is { } refusal) return refusal;

        _bucket[id] = _bucket[id].WithCapacity(capacity, _core.Clock.Seconds);
        _core.Store.Emit(new EtherFiCapacityUpdated(_core.Contracts.RateLimiter, id, capacity));
        return null;
    }

    internal Refusal? SetRefillRate(Address sender, Hash32 id, ulong refillRate)
    {
        if (RefuseSetting(sender, id) is { } refusal) return refusal;

        _bucket[id] = _bucket[id].WithRefillRate(refillRate, _core.Clock.Seconds);
        _core.Store.Emit(new EtherFiRefillRateUpdated(_core.Contracts.RateLimiter, id, refillRate));
        return null;
    }

    internal Refusal? SetRemaining(Address sender, Hash32 id, ulong remaining)
    {
        if (RefuseSetting(sender, id) is { } refusal) return refusal;

        _bucket[id] = _bucket[id].WithRemaining(remaining, _core.Clock.Seconds);
        _core.Store.Emit(new EtherFiRemainingUpdated(_core.Contracts.RateLimiter, id, remaining));
        return null;
    }

    private Refusal? RefuseSetting(Address sender, Hash32 id) =>
        _core.Access.Require(EtherFiRole.OperatingTimelock, sender)
            ?? (_bucket[id].Exists ? null : EtherFiRefusals.UnknownLimit);
}
