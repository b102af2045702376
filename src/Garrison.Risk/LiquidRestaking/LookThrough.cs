using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Primitives;
using Garrison.Risk.Restaking;
using Garrison.Simulation.Books;

namespace Garrison.Risk.LiquidRestaking;

/// <summary>What stands behind a token: with whom, in what, and who can slash how much of it.</summary>
/// <remarks>Read from a world's views and the vocabulary of <see cref="RestakingMarket"/>; the equations are
/// in <c>docs/models/look-through.md</c>.</remarks>
/// <param name="book">The names of what is in the world.</param>
/// <param name="world">The world, or a fork of it.</param>
public sealed class LookThrough(IssuerBook book, World world)
{
    private readonly RestakingMarket _market = RestakingMarket.On(book.Restaking, world);

    /// <summary>The restaked capital below.</summary>
    public RestakingMarket Market => _market;

    /// <summary>The parts of what an issuer has, in its order.</summary>
    public IReadOnlyList<BackingPart> PartsOf(BookIssuer issuer) =>
    [
        .. world.LiquidTokens.Holdings(issuer.Token).Select(holding => new BackingPart(
            holding,
            book.Restaking.Operators.FirstOrDefault(one => one.Cohort == holding.Holder),
            issuer.Assets.FirstOrDefault(asset => asset.Asset == holding.Asset)?.AssetSymbol ?? "ETH",
            holding.Ether ?? UInt256.Zero)),
    ];

    /// <summary>What each service can take of what an issuer has, now and at a later moment.</summary>
    public IReadOnlyList<SlashablePart> SlashableOf(BookIssuer issuer, BlockTime later)
    {
        List<SlashablePart> slashable = [];
        ILookup<BookOperator, BackingPart> restaked = PartsOf(issuer)
            .Where(static part => part.Operator is not null
                && part.Holding.Kind is HoldingKind.EigenLayer or HoldingKind.Symbiotic)
            .ToLookup(static part => part.Operator!);
        foreach (IGrouping<BookOperator, BackingPart> parts in restaked)
        {
            IReadOnlyList<Binding> bindings = _market.BindingsOf(parts.Key, later);
            foreach (BackingPart part in parts)
            {
                UInt256 held = _market.Held(parts.Key, part.Holding.Venue);
                slashable.AddRange(bindings.Where(binding => binding.Asset == part.Holding.Venue).Select(
                    binding => new SlashablePart(
                        parts.Key,
                        binding.Service,
                        part.Symbol,
                        ToEtherUp(binding.SlashableNow, held, part),
                        ToEtherUp(binding.SlashableThen, held, part))));
            }
        }

        return slashable;
    }

    /// <summary>How far each rail of a token is covered.</summary>
    public IReadOnlyList<RailCover> RailsOf(BookIssuer issuer) =>
    [
        .. world.Bridges.RailsOf(issuer.Token).Select(lockbox => new RailCover(
            lockbox, book.NameOf(lockbox), world.Bridges.Cover(lockbox))),
    ];

    /// <summary>How many tokens holders of a book have, and how many of these there is one for: on a rail,
    /// what is locked for them.</summary>
    public IReadOnlyList<TokenHolder> HoldersOf(BookIssuer issuer) =>
    [
        .. issuer.Holders.Select(holder =>
        {
            UInt256 tokens = world.Ledger.Balance(issuer.Token, holder.Account);
            return new TokenHolder(holder.Name, holder.Account, holder.Place, holder.Count, tokens, tokens);
        }),
        .. issuer.Rails.Select(rail =>
        {
            UInt256 tokens = world.Bridges.RemoteBalance(rail.Lockbox, rail.Remote);
            UInt256 covered = world.Bridges.Cover(rail.Lockbox).CoverageDown.MulDown(tokens);
            return new TokenHolder(book.NameOf(rail.Remote), rail.Remote, null, null, tokens, covered);
        }),
    ];

    // ⌈slashable · part / all that the operator's holders have⌉, in the issuer's ether.
    private static UInt256 ToEtherUp(UInt256 slashable, UInt256 held, BackingPart part)
    {
        if (held.IsZero) return UInt256.Zero;

        return UInt256.Min(part.Ether, UInt256.MulDivUp(slashable, part.Ether, held));
    }
}

/// <summary>A part of what stands behind a token.</summary>
/// <param name="Holding">What the issuer has, and in what way.</param>
/// <param name="Operator">Whose stake it is; null when it is not restaked.</param>
/// <param name="Symbol">What the asset is called.</param>
/// <param name="Ether">What the issuer values it at, in wei, rounded down.</param>
public sealed record BackingPart(LiquidHolding Holding, BookOperator? Operator, string Symbol, UInt256 Ether)
{
    /// <summary>The part of it that a part of the supply stands for, rounded down.</summary>
    public BackingPart OfTokens(UInt256 tokens, UInt256 supply) => this with
    {
        Holding = Holding with
        {
            Amount = Int256.MulDivFloor(Holding.Amount, Int256.FromUInt256(tokens), supply),
        },
        Ether = UInt256.MulDivDown(Ether, tokens, supply),
    };
}

/// <summary>What a service can take of what stands behind a token.</summary>
/// <param name="Operator">From whom.</param>
/// <param name="Service">Which service.</param>
/// <param name="Symbol">In what asset.</param>
/// <param name="EtherNow">How much now, in wei, rounded up against the holders.</param>
/// <param name="EtherThen">How much at the later moment if nobody does anything, in wei, rounded up.</param>
public sealed record SlashablePart(
    BookOperator Operator, BookService Service, string Symbol, UInt256 EtherNow, UInt256 EtherThen)
{
    /// <summary>The part of it that a part of the supply stands for, rounded up against the holder.</summary>
    public SlashablePart OfTokens(UInt256 tokens, UInt256 supply) => this with
    {
        EtherNow = UInt256.MulDivUp(EtherNow, tokens, supply),
        EtherThen = UInt256.MulDivUp(EtherThen, tokens, supply),
    };
}

/// <summary>How far a rail is covered.</summary>
/// <param name="Lockbox">Who holds what is locked.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Cover">What is locked, and what was created for it.</param>
public sealed record RailCover(Address Lockbox, string Name, BridgeCover Cover);

/// <summary>Who holds a token.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Account">Who stands for them.</param>
/// <param name="Place">Where they hold it; null on another chain.</param>
/// <param name="Count">How many they are; null when that is not known.</param>
/// <param name="Tokens">How many they have, in the smallest unit.</param>
/// <param name="Covered">How many of these there is one for here, rounded down.</param>
public sealed record TokenHolder(
    string Name, Address Account, HolderPlace? Place, int? Count, UInt256 Tokens, UInt256 Covered);
