using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Primitives;

namespace Garrison.Simulation.Books;

/// <summary>A book of issuers of liquid tokens, on the operators of a book of restaked capital.</summary>
/// <remarks>An issuer's contract that restakes is the cohort of an operator that carries its name, so what
/// the issuer has is what the base book has, and a slash there reaches the token.</remarks>
/// <param name="Name">Its folder under <c>books/</c>.</param>
/// <param name="Title">What it is, in a line.</param>
/// <param name="Sources">Where its data come from, those of the base last.</param>
/// <param name="Assumptions">What was assumed: of the whole, of each part, then in the base.</param>
/// <param name="Issuers">Its issuers.</param>
/// <param name="Restaking">The base book, with the world of this one.</param>
/// <param name="Commands">What was executed to build its world: the book as a journal.</param>
/// <param name="World">The world, as the commands leave it. Fork it; don't change it.</param>
public sealed record IssuerBook(
    string Name,
    string Title,
    IReadOnlyList<string> Sources,
    IReadOnlyList<string> Assumptions,
    IReadOnlyList<BookIssuer> Issuers,
    Book Restaking,
    IReadOnlyList<Command> Commands,
    World World) : IBook
{
    /// <summary>What people call its addresses.</summary>
    public IReadOnlyDictionary<Address, string> Names { get; init; } = new Dictionary<Address, string>();

    /// <summary>What an address is called; the address itself when it has no name.</summary>
    public string NameOf(Address address) =>
        Names.TryGetValue(address, out string? name) ? name : address.ToString();

    /// <summary>What one of a strategy's shares counts as in ether: what an issuer's feed says, or one where
    /// none does; null for what is no ether.</summary>
    public Wad? PriceOf(Address strategy)
    {
        BookIssuerAsset? priced = Issuers.SelectMany(static issuer => issuer.Assets)
            .FirstOrDefault(asset => asset.Strategy == strategy);
        if (priced is not null) return priced.Price;

        return Restaking.Strategies.Any(one => one.Address == strategy && one.IsEther) ? Wad.One : null;
    }
}

/// <summary>An issuer of a book.</summary>
/// <param name="Kind">Whose rules it keeps.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Symbol">What its token is called.</param>
/// <param name="Token">Where its token is.</param>
/// <param name="Operators">The operators that carry its name.</param>
/// <param name="Rate">What one token is worth at the start; it makes the supply.</param>
/// <param name="Terms">What else it keeps to.</param>
/// <param name="Assets">What it takes, ether first.</param>
/// <param name="Holders">Who holds its token, in groups.</param>
/// <param name="Rails">Where its token is locked for other chains.</param>
/// <param name="Requests">Who asked to leave already.</param>
/// <param name="Origin">Where its numbers come from.</param>
public sealed record BookIssuer(
    IssuerKind Kind,
    string Name,
    string Symbol,
    Address Token,
    IReadOnlyList<BookOperator> Operators,
    Wad Rate,
    BookIssuerTerms Terms,
    IReadOnlyList<BookIssuerAsset> Assets,
    IReadOnlyList<BookHolder> Holders,
    IReadOnlyList<BookRail> Rails,
    IReadOnlyList<BookRequest> Requests,
    MarketOrigin Origin);

/// <summary>What an issuer keeps to.</summary>
/// <param name="WaitDays">How many days a request is at least old before it is paid.</param>
/// <param name="LimitPercent">By how many whole percent an update may move a stored rate; 0 for
/// any.</param>
/// <param name="FeeBps">The protocol's part of what it earns, in 10⁻⁴.</param>
public sealed record BookIssuerTerms(ulong WaitDays, ulong LimitPercent, ushort FeeBps);

/// <summary>What an issuer takes.</summary>
/// <param name="Symbol">The symbol of its strategy.</param>
/// <param name="Asset">The token; ether is <see cref="Ledger.Ether"/>.</param>
/// <param name="Strategy">Where it is restaked.</param>
/// <param name="Price">What one is worth in ether, by the issuer's feed.</param>
/// <param name="Buffer">How much its own contracts hold for those who leave.</param>
/// <param name="Target">How much they should.</param>
/// <param name="Origin">Where its numbers come from.</param>
public sealed record BookIssuerAsset(
    string Symbol,
    Address Asset,
    Address Strategy,
    Wad Price,
    UInt256 Buffer,
    UInt256 Target,
    MarketOrigin Origin)
{
    /// <summary>What the asset itself is called: ETH for that of the beacon chain.</summary>
    public string AssetSymbol => Asset == Ledger.Ether ? "ETH" : Symbol;
}

/// <summary>Where a token is held.</summary>
public enum HolderPlace
{
    /// <summary>By whom it belongs to.</summary>
    Wallets,

    /// <summary>By a pool, for those who provide to it.</summary>
    Pool,

    /// <summary>By a lending market, for those who supplied it.</summary>
    Lender,
}

/// <summary>Holders of a token who are alike, as one account.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Place">Where they hold it.</param>
/// <param name="Count">How many.</param>
/// <param name="Part">Which part of the supply they have.</param>
/// <param name="Account">Who stands for them; assumed.</param>
/// <param name="Origin">Where the numbers come from.</param>
public sealed record BookHolder(
    string Name, HolderPlace Place, int Count, Wad Part, Address Account, MarketOrigin Origin);

/// <summary>A rail to another chain.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Lockbox">Who holds what is locked.</param>
/// <param name="Part">Which part of the supply was sent over it.</param>
/// <param name="Missing">How much of that was taken out of the lockbox for nothing.</param>
/// <param name="Remote">Who stands for those who hold there; assumed.</param>
/// <param name="Origin">Where the numbers come from.</param>
public sealed record BookRail(
    string Name, Address Lockbox, Wad Part, Wad Missing, Address Remote, MarketOrigin Origin);

/// <summary>Somebody who asked to leave.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Asset">With what.</param>
/// <param name="Amount">How many tokens he gave.</param>
/// <param name="Origin">Where the numbers come from.</param>
public sealed record BookRequest(
    BookHolder Holder, BookIssuerAsset Asset, UInt256 Amount, MarketOrigin Origin);
