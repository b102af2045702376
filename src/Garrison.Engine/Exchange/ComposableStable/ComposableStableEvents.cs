using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ComposableStable;

/// <summary>A swap inside the vault.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="PoolId">In which pool: its address, which its id begins with.</param>
/// <param name="TokenIn">What came in.</param>
/// <param name="TokenOut">What was paid.</param>
/// <param name="AmountIn">How much, in the token's smallest unit.</param>
/// <param name="AmountOut">How much, in the token's smallest unit.</param>
public sealed record ComposableSwapped(
    Address Contract,
    Address PoolId,
    Address TokenIn,
    Address TokenOut,
    UInt256 AmountIn,
    UInt256 AmountOut) : Event(Contract);

/// <summary>A join or an exit.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="PoolId">Of which pool: its address, which its id begins with.</param>
/// <param name="LiquidityProvider">Who sent it.</param>
/// <param name="Tokens">All tokens of the pool.</param>
/// <param name="Deltas">What came in of each, below 0 for what was paid.</param>
/// <param name="ProtocolFeeAmounts">0 for each: the protocol is paid in the pool's own tokens.</param>
public sealed record ComposablePoolBalanceChanged(
    Address Contract,
    Address PoolId,
    Address LiquidityProvider,
    IReadOnlyList<Address> Tokens,
    IReadOnlyList<Int256> Deltas,
    IReadOnlyList<UInt256> ProtocolFeeAmounts) : Event(Contract);

/// <summary>A rate was looked up.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="TokenIndex">Of which token, in the vault's order.</param>
/// <param name="Rate">In 10⁻¹⁸.</param>
public sealed record ComposableTokenRateCacheUpdated(Address Contract, ulong TokenIndex, UInt256 Rate)
    : Event(Contract);

/// <summary>A rate is kept for another duration.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="TokenIndex">Of which token, in the vault's order.</param>
/// <param name="Provider">Who knows the rate.</param>
/// <param name="CacheDuration">In seconds.</param>
public sealed record ComposableTokenRateProviderSet(
    Address Contract, ulong TokenIndex, Address Provider, UInt256 CacheDuration) : Event(Contract);

/// <summary>The amplification begins to move.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="StartValue">In 1/1,000.</param>
/// <param name="EndValue">In 1/1,000.</param>
/// <param name="StartTime">In seconds.</param>
/// <param name="EndTime">In seconds.</param>
public sealed record ComposableAmpUpdateStarted(
    Address Contract, ulong StartValue, ulong EndValue, ulong StartTime, ulong EndTime) : Event(Contract);

/// <summary>The amplification stays.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="CurrentValue">In 1/1,000.</param>
public sealed record ComposableAmpUpdateStopped(Address Contract, ulong CurrentValue) : Event(Contract);

/// <summary>A pool's swap fee, or the protocol's part of all of them, was set.</summary>
/// <param name="Contract">The pool, or the collector of the protocol's fees.</param>
/// <param name="SwapFeePercentage">In 10⁻¹⁸.</param>
public sealed record ComposableSwapFeeChanged(Address Contract, UInt256 SwapFeePercentage) : Event(Contract);

/// <summary>A part of the protocol was set for all pools.</summary>
/// <param name="Contract">The provider of the percentages.</param>
/// <param name="FeeType">Of what.</param>
/// <param name="Percentage">In 10⁻¹⁸.</param>
public sealed record ComposableProtocolFeeChanged(Address Contract, ulong FeeType, UInt256 Percentage)
    : Event(Contract);

/// <summary>A pool looked the protocol's parts up.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="FeeCache">Three numbers of 64 bits, from the end: of swap fees, of yield, of assets; in
/// 10⁻¹⁸.</param>
public sealed record ComposableProtocolFeeCacheUpdated(Address Contract, Hash32 FeeCache) : Event(Contract);

/// <summary>A pool went into recovery, or out of it.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Enabled">Whether it is in recovery.</param>
public sealed record ComposableRecoveryModeStateChanged(Address Contract, bool Enabled) : Event(Contract);

/// <summary>A pool was paused, or goes on.</summary>
/// <param name="Contract">The pool.</param>
/// <param name="Paused">Whether it is paused.</param>
public sealed record ComposablePausedStateChanged(Address Contract, bool Paused) : Event(Contract);
