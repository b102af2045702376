using Garrison.Engine;
using Garrison.Primitives;

namespace Garrison.Simulation.Books;

/// <summary>A book of markets: tokens, what says their prices, pools that trade them, and who borrowed
/// against them.</summary>
/// <param name="Name">Its folder under <c>books/</c>.</param>
/// <param name="Title">What it is, in a line.</param>
/// <param name="Token">The token that it is about.</param>
/// <param name="Sources">Where its data come from.</param>
/// <param name="Assumptions">What was assumed: of the whole, then of each part.</param>
/// <param name="Commands">What was executed to build its world: the book as a journal.</param>
/// <param name="World">The world, as the commands leave it. Fork it; don't change it.</param>
public sealed record MarketBook(
    string Name,
    string Title,
    MarketToken Token,
    IReadOnlyList<string> Sources,
    IReadOnlyList<string> Assumptions,
    IReadOnlyList<Command> Commands,
    World World) : IBook
{
    /// <summary>Its tokens.</summary>
    public IReadOnlyList<MarketToken> Tokens { get; init; } = [];

    /// <summary>Its feeds, each after those that it reads.</summary>
    public IReadOnlyList<MarketFeed> Feeds { get; init; } = [];

    /// <summary>Its pools.</summary>
    public IReadOnlyList<MarketPool> Pools { get; init; } = [];

    /// <summary>Its lending markets.</summary>
    public IReadOnlyList<LendingMarket> Markets { get; init; } = [];

    /// <summary>Who borrowed, in groups of equal ones.</summary>
    public IReadOnlyList<MarketCohort> Cohorts { get; init; } = [];

    /// <summary>Where its tokens are locked for claims on other chains.</summary>
    public IReadOnlyList<MarketBridge> Bridges { get; init; } = [];

    /// <summary>What people call its addresses.</summary>
    public IReadOnlyDictionary<Address, string> Names { get; init; } =
        new Dictionary<Address, string>();

    /// <summary>What an address is called; the address itself when it has no name.</summary>
    public string NameOf(Address address) =>
        Names.TryGetValue(address, out string? name) ? name : address.ToString();

    /// <summary>The token of an address; null when the book has none.</summary>
    public MarketToken? TokenOf(Address address) => Tokens.FirstOrDefault(one => one.Address == address);

    /// <summary>The feed of an address; null when the book has none.</summary>
    public MarketFeed? FeedOf(Address address) => Feeds.FirstOrDefault(one => one.Address == address);
}

/// <summary>Where the numbers of a part of a book come from.</summary>
/// <param name="Source">The source of all that is not assumed; null when all is.</param>
/// <param name="Assumed">Why a field is as it is, by its name, where no source says so.</param>
public sealed record MarketOrigin(string? Source, IReadOnlyDictionary<string, string> Assumed)
{
    /// <summary>Of nothing.</summary>
    public static MarketOrigin None { get; } =
        new(null, new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Whether a field is assumed.</summary>
    public bool IsAssumed(string field) => Assumed.ContainsKey(field);

    /// <summary>Whether any field is.</summary>
    public bool IsAnyAssumed => Assumed.Count > 0;
}

/// <summary>A token.</summary>
/// <param name="Symbol">What it is called.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Decimals">How many decimals its amounts have.</param>
/// <param name="RateFeed">The feed of what it says one of it is worth in ether; null when it is plain, and
/// one is one.</param>
/// <param name="Supply">How much of it there is; null for as much as the book needs.</param>
/// <param name="Origin">Where its numbers come from.</param>
public sealed record MarketToken(
    string Symbol, Address Address, int Decimals, string? RateFeed, UInt256? Supply, MarketOrigin Origin);

/// <summary>Where a feed of a book has its answer from.</summary>
public enum MarketFeedKind
{
    /// <summary>What markets pay, as a reporter posts it.</summary>
    Posted,

    /// <summary>What the token says of itself.</summary>
    Rate,

    /// <summary>A rate, no more than may have grown since a snapshot.</summary>
    Capped,

    /// <summary>The smaller of two.</summary>
    Smaller,

    /// <summary>What a pool pays.</summary>
    Pool,
}

/// <summary>A feed.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">Where its answer is from.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Base">The symbol of what is priced.</param>
/// <param name="Quote">The symbol of what it is priced in; not that of a token for dollars.</param>
/// <param name="Terms">Its numbers.</param>
/// <param name="Origin">Where they come from.</param>
public sealed record MarketFeed(
    string Name,
    MarketFeedKind Kind,
    Address Address,
    string Base,
    string Quote,
    MarketFeedTerms Terms,
    MarketOrigin Origin);

/// <summary>The numbers of a feed; those that its kind has none of are zero.</summary>
/// <param name="Decimals">How many decimals an answer has.</param>
/// <param name="Answer">The answer at the start, of a posted feed or a rate.</param>
/// <param name="HeartbeatSeconds">After how long another is due; 0 for never.</param>
/// <param name="DeviationBps">How far it has to be from the last to be due before.</param>
/// <param name="First">The feed that is read, or the pool.</param>
/// <param name="Second">The other feed; null for none.</param>
/// <param name="SnapshotRatio">Of a capped one, the rate in the snapshot.</param>
/// <param name="SnapshotSeconds">When that was.</param>
/// <param name="YearlyGrowthBps">By how much it may grow in 365 days.</param>
/// <param name="DelaySeconds">How old a snapshot has to be.</param>
/// <param name="WindowSeconds">Over how long a pool's price is averaged; 0 for not at all.</param>
public sealed record MarketFeedTerms(
    byte Decimals,
    UInt256 Answer = default,
    ulong HeartbeatSeconds = 0,
    ushort DeviationBps = 0,
    string? First = null,
    string? Second = null,
    UInt256 SnapshotRatio = default,
    ulong SnapshotSeconds = 0,
    ushort YearlyGrowthBps = 0,
    ulong DelaySeconds = 0,
    uint WindowSeconds = 0);

/// <summary>Tokens that are locked on this chain for claims on others.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Address">Who holds them.</param>
/// <param name="Token">The symbol of the token.</param>
/// <param name="Locked">How much is locked.</param>
/// <param name="Claims">How much is claimed elsewhere, as of the book; it is not in the world.</param>
/// <param name="Origin">Where the numbers come from.</param>
public sealed record MarketBridge(
    string Name, Address Address, string Token, UInt256 Locked, UInt256 Claims, MarketOrigin Origin);

/// <summary>Borrowers who are alike.</summary>
/// <param name="Market">The name of the lending market.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Count">How many.</param>
/// <param name="Collateral">The symbol of what stands for their loans.</param>
/// <param name="Loan">The symbol of what they owe.</param>
/// <param name="Debt">How much they owe together.</param>
/// <param name="Ltv">What each owes over what its collateral is worth, at the prices of the book.</param>
/// <param name="Category">The number of the category that they are in; 0 for none.</param>
/// <param name="Accounts">Their addresses; assumed.</param>
public sealed record MarketCohort(
    string Market,
    string Name,
    int Count,
    string Collateral,
    string Loan,
    UInt256 Debt,
    Wad Ltv,
    byte Category,
    IReadOnlyList<Address> Accounts);
