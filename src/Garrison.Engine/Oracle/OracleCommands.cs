using Garrison.Primitives;

namespace Garrison.Engine.Oracle;

/// <summary>Makes a feed whose reporter posts what markets pay.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Feed">The address it will have.</param>
/// <param name="Reporter">Who posts.</param>
/// <param name="Decimals">How many decimals an answer has.</param>
/// <param name="Answer">The first one.</param>
/// <param name="HeartbeatSeconds">After how long an answer is stale and another is due; 0 for
/// never.</param>
/// <param name="DeviationBps">How far one has to be from the last to be due before, in 10⁻⁴ of the last;
/// 0 for any.</param>
public sealed record CreatePostedFeed(
    Address Sender,
    Address Feed,
    Address Reporter,
    byte Decimals,
    UInt256 Answer,
    ulong HeartbeatSeconds,
    ushort DeviationBps) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Oracle.CreatePosted(
        Feed, Reporter, Decimals, Answer, HeartbeatSeconds, DeviationBps);
}

/// <summary>Makes a feed of a token's own rate: a fact, so there is no rule when it is posted.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Feed">The address it will have.</param>
/// <param name="Reporter">Who says what the token says.</param>
/// <param name="Decimals">How many decimals the rate has.</param>
/// <param name="Rate">What it is.</param>
public sealed record CreateRateFeed(
    Address Sender, Address Feed, Address Reporter, byte Decimals, UInt256 Rate) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Oracle.CreateRate(Feed, Reporter, Decimals, Rate);
}

/// <summary>Posts the price or the rate of a feed.</summary>
/// <param name="Sender">Its reporter.</param>
/// <param name="Feed">Which.</param>
/// <param name="Answer">In the decimals of the feed.</param>
public sealed record PostFeedAnswer(Address Sender, Address Feed, UInt256 Answer) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Oracle.Post(Sender, Feed, Answer);
}

/// <summary>Makes a feed that passes a rate on, cut to what may have grown since a snapshot.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Feed">The address it will have.</param>
/// <param name="Admin">Who may set another snapshot.</param>
/// <param name="Ratio">The feed of the rate, with 8 to 24 decimals.</param>
/// <param name="Base">The feed of what the rate is paid in, whose decimals the answer has; zero when the
/// rate itself is the answer.</param>
/// <param name="MinimumDelaySeconds">How old a snapshot has to be when it is set; Aave takes 7 or 14
/// days.</param>
/// <param name="SnapshotRatio">What the rate was.</param>
/// <param name="SnapshotSeconds">When.</param>
/// <param name="YearlyGrowthBps">By how much it may grow in 365 days, in 10⁻⁴ of the snapshot.</param>
public sealed record CreateCappedFeed(
    Address Sender,
    Address Feed,
    Address Admin,
    Address Ratio,
    Address Base,
    ulong MinimumDelaySeconds,
    UInt256 SnapshotRatio,
    ulong SnapshotSeconds,
    ushort YearlyGrowthBps) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Oracle.CreateCapped(this);
}

/// <summary>Lets a cap count from another snapshot.</summary>
/// <param name="Sender">Its admin.</param>
/// <param name="Feed">Which.</param>
/// <param name="SnapshotRatio">What the rate was.</param>
/// <param name="SnapshotSeconds">When; after the last snapshot, at least the delay ago, at most 180
/// days.</param>
/// <param name="YearlyGrowthBps">By how much it may grow in 365 days, in 10⁻⁴ of the snapshot.</param>
public sealed record SetFeedCap(
    Address Sender, Address Feed, UInt256 SnapshotRatio, ulong SnapshotSeconds, ushort YearlyGrowthBps)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Oracle.SetCap(Sender, Feed, SnapshotRatio, SnapshotSeconds, YearlyGrowthBps);
}

/// <summary>Makes a feed of the smaller answer of two.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Feed">The address it will have.</param>
/// <param name="First">One.</param>
/// <param name="Second">The other, with as many decimals.</param>
public sealed record CreateSmallerFeed(Address Sender, Address Feed, Address First, Address Second)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Oracle.CreateSmaller(Feed, First, Second);
}

/// <summary>Makes a feed that Morpho can read: what 10^c of the collateral's smallest unit cost in the
/// loan's, with 36 + loan − collateral decimals.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Feed">The address it will have.</param>
/// <param name="Source">The price of a whole collateral token in whole loan tokens.</param>
/// <param name="LoanDecimals">The decimals of the loan's token.</param>
/// <param name="CollateralDecimals">The decimals of the collateral's token.</param>
public sealed record CreateScaledFeed(
    Address Sender, Address Feed, Address Source, byte LoanDecimals, byte CollateralDecimals)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Oracle.CreateScaled(Feed, Source, LoanDecimals, CollateralDecimals);
}

/// <summary>Makes a feed of what a pool trades at: a market price without anybody who posts it.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Feed">The address it will have.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Base">The token that is priced.</param>
/// <param name="PaidIn">The token it is priced in.</param>
/// <param name="BaseDecimals">The decimals of what is priced.</param>
/// <param name="PaidInDecimals">The decimals of what it is priced in.</param>
/// <param name="Decimals">How many decimals an answer has: of a whole token in whole tokens, rounded
/// down.</param>
/// <param name="WindowSeconds">Over how long a concentrated pool's price is averaged; any but 0 for the moving
/// average that a StableSwap pool keeps; 0 for the price of the moment, which one trade can move.</param>
public sealed record CreatePoolFeed(
    Address Sender,
    Address Feed,
    Address Pool,
    Address Base,
    Address PaidIn,
    byte BaseDecimals,
    byte PaidInDecimals,
    byte Decimals,
    uint WindowSeconds) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Oracle.CreatePool(this);
}
