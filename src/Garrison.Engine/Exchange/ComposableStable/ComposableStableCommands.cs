using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ComposableStable;

/// <summary>Which amount of a swap is given.</summary>
public enum ComposableStableSwap
{
    /// <summary>What comes in.</summary>
    GivenIn,

    /// <summary>What is paid.</summary>
    GivenOut,
}

/// <summary>The ways into a pool.</summary>
public enum ComposableStableJoin
{
    /// <summary>The first join.</summary>
    Init = 0,

    /// <summary>Exact amounts, for as many of the pool's own tokens as they are worth.</summary>
    ExactTokensInForBptOut = 1,

    /// <summary>One token, for exactly so many of the pool's own.</summary>
    TokenInForExactBptOut = 2,

    /// <summary>A part of each balance, for exactly so many of the pool's own tokens; without fee.</summary>
    AllTokensInForExactBptOut = 3,
}

/// <summary>The ways out of a pool.</summary>
public enum ComposableStableExit
{
    /// <summary>Exactly so many of the pool's own tokens, for one token.</summary>
    ExactBptInForOneTokenOut = 0,

    /// <summary>As many of the pool's own tokens as exact amounts are worth.</summary>
    BptInForExactTokensOut = 1,

    /// <summary>Exactly so many of the pool's own tokens, for a part of each balance; without fee.</summary>
    ExactBptInForAllTokensOut = 2,

    /// <summary>The same without any calculation that could fail, from a pool in recovery.</summary>
    Recovery = 255,
}

/// <summary>Puts the vault and what belongs to it on the chain.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Contracts">Where.</param>
public sealed record DeployComposableStable(Address Sender, ComposableStableContracts Contracts)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.ComposableStablePools.Deploy(Contracts);
}

/// <summary>Makes a pool, without liquidity yet.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Pool">Where the chain puts it; its own token too.</param>
/// <param name="Owner">Sets the swap fee, the amplification and the durations of rates.</param>
/// <param name="Tokens">2 to 5, in order of address.</param>
/// <param name="Amplification">From 1 to 5,000.</param>
/// <param name="SwapFee">From 0.0001% to 10%, in 10⁻¹⁸.</param>
/// <param name="PauseWindowEnd">Until when it can be paused, in seconds.</param>
/// <param name="BufferPeriodEnd">Until when a pause can last, in seconds.</param>
public sealed record CreateComposableStablePool(
    Address Sender,
    Address Pool,
    Address Owner,
    IReadOnlyList<ComposableStableToken> Tokens,
    ulong Amplification,
    ulong SwapFee,
    ulong PauseWindowEnd,
    ulong BufferPeriodEnd) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.ComposableStablePools.Create(this);
}

/// <summary>Swaps one token for another; with the pool's own token, a join or an exit with one
/// token.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Pool">In which pool.</param>
/// <param name="Recipient">Who is paid.</param>
/// <param name="Kind">Which amount is given.</param>
/// <param name="TokenIn">What comes in.</param>
/// <param name="TokenOut">What is paid.</param>
/// <param name="Amount">What is given, in the token's smallest unit.</param>
/// <param name="Limit">The least that is paid, or the most that comes in.</param>
/// <param name="Deadline">The last second of it.</param>
public sealed record SwapComposableStable(
    Address Sender,
    Address Pool,
    Address Recipient,
    ComposableStableSwap Kind,
    Address TokenIn,
    Address TokenOut,
    UInt256 Amount,
    UInt256 Limit,
    UInt256 Deadline) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.ComposableStablePools.Swap(this);
}

/// <summary>Swaps in steps, in one pool or several; tokens move only for what is left in the end.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Recipient">Who is paid.</param>
/// <param name="Kind">Which amount of each step is given.</param>
/// <param name="Steps">In order.</param>
/// <param name="Assets">The tokens of the steps.</param>
/// <param name="Limits">The most that comes in of each asset; below 0, the least that is paid.</param>
/// <param name="Deadline">The last second of it.</param>
public sealed record BatchSwapComposableStable(
    Address Sender,
    Address Recipient,
    ComposableStableSwap Kind,
    IReadOnlyList<ComposableStableStep> Steps,
    IReadOnlyList<Address> Assets,
    IReadOnlyList<Int256> Limits,
    UInt256 Deadline) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.ComposableStablePools.BatchSwap(this);
}

/// <summary>A step of a swap.</summary>
/// <param name="Pool">In which pool.</param>
/// <param name="AssetIn">What comes in, by its place among the assets.</param>
/// <param name="AssetOut">What is paid, by its place among the assets.</param>
/// <param name="Amount">What is given; 0 for what the step before came to.</param>
public sealed record ComposableStableStep(Address Pool, ulong AssetIn, ulong AssetOut, UInt256 Amount);

/// <summary>Brings liquidity.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Pool">To which pool.</param>
/// <param name="Recipient">Who is minted the pool's own tokens.</param>
/// <param name="Kind">By which way.</param>
/// <param name="Amounts">Of each token but the pool's own; for the first join with a place for that as
/// well.</param>
/// <param name="PoolTokens">The pool's own tokens to mint; for exact amounts, at least so many.</param>
/// <param name="TokenIndex">For a join with one token, which: its place without the pool's own.</param>
/// <param name="MaxAmountsIn">The most that comes in of every token; null for no limit.</param>
public sealed record JoinComposableStable(
    Address Sender,
    Address Pool,
    Address Recipient,
    ComposableStableJoin Kind,
    IReadOnlyList<UInt256> Amounts,
    UInt256 PoolTokens = default,
    UInt256 TokenIndex = default,
    IReadOnlyList<UInt256>? MaxAmountsIn = null) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.ComposableStablePools.Add(this);
}

/// <summary>Takes liquidity out.</summary>
/// <param name="Sender">Whose tokens of the pool are burned.</param>
/// <param name="Pool">From which pool.</param>
/// <param name="Recipient">Who is paid.</param>
/// <param name="Kind">By which way.</param>
/// <param name="Amounts">Of each token but the pool's own, where they are asked for.</param>
/// <param name="PoolTokens">The pool's own tokens to burn; for exact amounts, at most so many.</param>
/// <param name="TokenIndex">For an exit with one token, which: its place without the pool's own.</param>
/// <param name="MinAmountsOut">The least that is paid of every token; null for no limit.</param>
public sealed record ExitComposableStable(
    Address Sender,
    Address Pool,
    Address Recipient,
    ComposableStableExit Kind,
    IReadOnlyList<UInt256> Amounts,
    UInt256 PoolTokens = default,
    UInt256 TokenIndex = default,
    IReadOnlyList<UInt256>? MinAmountsOut = null) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.ComposableStablePools.Remove(this);
}
