using System.Globalization;

using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;
using Garrison.Risk.LiquidRestaking;
using Garrison.Risk.Restaking;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>The tables of liquid restaking tokens.</summary>
internal static class LrtSections
{
    private const string Ether = "ETH";

    private static readonly UInt256 _validatorEther = Wad.Scale * 32UL;

    /// <summary>The block and the time of a book.</summary>
    public static string AsOf(IssuerBook book)
    {
        Clock clock = book.World.Clock;
        return string.Create(
            CultureInfo.InvariantCulture, $"as of block {clock.Block}, {Amounts.ToTime(clock.Seconds)}");
    }

    /// <summary>The last block in which what leaves now can be slashed, with its time.</summary>
    public static string Later(IssuerBook book)
    {
        BlockTime later = LastSlashable(book);
        return $"block {later.Block}, about {Amounts.ToTime(later.Second)}";
    }

    /// <summary>A rate, or why there is none.</summary>
    public static Cell Rate(UInt256? rate, Refusal? refused) => rate is { } known
        ? Cell.Amount(known, Ether, 18, 6)
        : $"none: {refused}";

    public static Section Tokens(IssuerBook book, World world) => new(
        "tokens",
        [
            new Column("token"), new Column("issuer"), new Column("rate", true, true),
            new Column("backed rate", true, true), new Column("supply", true, true),
            new Column("assets", true, true), new Column("operators", true),
        ],
        [
            .. book.Issuers.Select(issuer =>
            {
                var view = TokenView.Of(issuer, world);
                return (IReadOnlyList<Cell>)
                [
                    issuer.Symbol,
                    issuer.Name,
                    Rate(view.Rate, view.RateRefused),
                    Rate(view.BackedRate, view.AssetsRefused),
                    Cell.Amount(view.Supply, issuer.Symbol),
                    Cell.Amount(view.Assets, Ether),
                    Cell.Number(issuer.Operators.Count),
                ];
            }),
        ]);

    public static Section Facts(TokenView view) => new(
        "token",
        [new Column("what"), new Column("is", true, true)],
        [
            ["rate, by the issuer", Rate(view.Rate, view.RateRefused)],
            ["rate, by what is behind it", Rate(view.BackedRate, view.AssetsRefused)],
            ["supply", Cell.Amount(view.Supply, view.Issuer.Symbol)],
            ["assets", Cell.Amount(view.Assets, Ether)],
            ["restaked or with validators", Cell.Amount(view.Restaked, Ether)],
            ["in its own contracts", Cell.Amount(view.Assets.SaturatingSub(view.Restaked), Ether)],
        ]);

    public static Section Holders(TokenView view, LookThrough look) => new(
        "holders",
        [
            new Column("holders"), new Column("where"), new Column("how many", true, true),
            new Column("tokens", true, true), new Column("worth", true, true),
            new Column("covered", true, true),
        ],
        [
            .. look.HoldersOf(view.Issuer).Select(holder => (IReadOnlyList<Cell>)
            [
                holder.Name,
                holder.Place switch
                {
                    HolderPlace.Wallets => "wallets",
                    HolderPlace.Pool => "pool",
                    HolderPlace.Lender => "lending",
                    _ => "other chains",
                },
                holder.Count is { } count ? Cell.Number(count) : "not known",
                Cell.Amount(holder.Tokens, view.Issuer.Symbol),
                Cell.Amount(view.WorthDown(holder.Covered), Ether),
                Cell.Percent(holder.Tokens.IsZero
                    ? Wad.Scale
                    : Wad.RatioDown(holder.Covered, holder.Tokens).Raw),
            ]),
        ]);

    public static Section Rails(TokenView view, LookThrough look) => new(
        "rails to other chains",
        [
            new Column("rail"), new Column("locked here", true, true),
            new Column("created there", true, true),
            new Column("missing", true, true), new Column("covered", true, true),
        ],
        [
            .. look.RailsOf(view.Issuer).Select(rail => (IReadOnlyList<Cell>)
            [
                rail.Name,
                Cell.Amount(rail.Cover.Locked, view.Issuer.Symbol),
                Cell.Amount(rail.Cover.Remote, view.Issuer.Symbol),
                Cell.AmountUp(rail.Cover.Missing, view.Issuer.Symbol, 18),
                Cell.Percent(rail.Cover.CoverageDown.Raw),
            ]),
        ]);

    public static Section Queue(TokenView view) => new(
        "queue",
        [
            new Column("asset"), new Column("waiting", true, true), new Column("requests", true),
            new Column("set aside", true, true), new Column("to spare", true, true),
            new Column("missing", true, true),
        ],
        [
            .. view.Queues.Select(queue =>
            {
                string symbol = Symbol(view.Issuer, queue.Asset);
                return (IReadOnlyList<Cell>)
                [
                    symbol,
                    Cell.AmountUp(queue.Waiting, symbol, 18),
                    queue.Requests is { } count ? Cell.Number((long)count) : "not listed",
                    Cell.Amount(queue.Ready, symbol),
                    Cell.Amount(queue.Liquid, symbol),
                    Cell.AmountUp(queue.Deficit, symbol, 18),
                ];
            }),
        ]);

    /// <summary>What stands behind a token, or behind what a holder has of it.</summary>
    public static IReadOnlyList<Section> Backing(
        IssuerBook book, BookIssuer issuer, LookThrough look, TokenHolder? holder)
    {
        UInt256 supply = book.World.LiquidTokens.Supply(issuer.Token);
        UInt256 tokens = holder?.Covered ?? supply;
        BackingPart[] parts = [.. look.PartsOf(issuer).Select(part => part.OfTokens(tokens, supply))];
        SlashablePart[] slashable =
        [
            .. look.SlashableOf(issuer, LastSlashable(book)).Select(part => part.OfTokens(tokens, supply)),
        ];
        UInt256 all = parts.Sum(static part => part.Ether);
        return [Parts(book, parts, all), ByOperator(parts, slashable), ByService(slashable, all)];
    }

    public static Section Once(ValueOnce value) => new(
        "value counted once",
        [
            new Column("layer"), new Column("by itself", true, true), new Column("counted below", true, true),
            new Column("nothing behind it", true, true), new Column("adds", true, true), new Column("why"),
        ],
        [
            .. value.Layers.Select(layer => (IReadOnlyList<Cell>)
            [
                layer.Name,
                Cell.Amount(layer.Gross, Ether),
                Cell.Amount(layer.Again, Ether),
                Cell.AmountUp(layer.Unbacked, Ether, 18),
                Cell.Amount(layer.Once, Ether),
                layer.Why,
            ]),
            [
                "all",
                Cell.Amount(value.AddedUp, Ether),
                Cell.Amount(value.Layers.Sum(static layer => layer.Again), Ether),
                Cell.AmountUp(value.Layers.Sum(static layer => layer.Unbacked), Ether, 18),
                Cell.Amount(value.Once, Ether),
                $"counted {Multiple(value)} times over",
            ],
        ]);

    /// <summary>What an asset of an issuer is called.</summary>
    public static string Symbol(BookIssuer issuer, Address asset) =>
        issuer.Assets.First(one => one.Asset == asset).AssetSymbol;

    private static string Multiple(ValueOnce value) => value.Once.IsZero
        ? "no"
        : Amounts.ToText(Wad.RatioDown(value.AddedUp, value.Once).Raw, 18, 2);

    private static Section Parts(IssuerBook book, BackingPart[] parts, UInt256 all) => new(
        "what stands behind it",
        [
            new Column("with"), new Column("how"), new Column("amount", true, true),
            new Column("worth", true, true), new Column("of all", true, true),
            new Column("validators", true),
        ],
        [
            .. parts.Select(part => (IReadOnlyList<Cell>)
            [
                part.Operator?.Label ?? book.NameOf(part.Holding.Holder),
                part.Holding.Kind switch
                {
                    HoldingKind.Held => "held",
                    HoldingKind.EigenLayer => "EigenLayer",
                    HoldingKind.Symbiotic => "Symbiotic",
                    HoldingKind.OnTheWay => "on the way",
                    _ => "as reported",
                },
                Cell.Amount(
                    part.Holding.Amount.IsNegative ? UInt256.Zero : part.Holding.Amount.ToUInt256(),
                    part.Symbol),
                Cell.Amount(part.Ether, Ether),
                Cell.Percent(all.IsZero ? UInt256.Zero : Wad.RatioDown(part.Ether, all).Raw),
                part.Holding.Venue == Constants.BeaconChainEtherStrategy ? Validators(part) : "",
            ]),
        ]);

    private static Cell Validators(BackingPart part) =>
        Cell.Number((long)part.Holding.Amount.ToUInt256().DivDown(_validatorEther).ToUInt64()) with
        {
            IsAssumed = true,
        };

    private static Section ByOperator(BackingPart[] parts, SlashablePart[] slashable)
    {
        ILookup<BookOperator, SlashablePart> of = slashable.ToLookup(static part => part.Operator);
        return new Section(
            "by operator",
            [
                new Column("operator"), new Column("stake", true, true),
                new Column("slashable now", true, true),
                new Column("then", true, true), new Column("part slashable", true, true),
                new Column("sets", true, true),
            ],
            [
                .. parts.Where(static part => part.Operator is not null)
                    .GroupBy(static part => part.Operator!)
                    .Select(group =>
                    {
                        UInt256 stake = group.Sum(static part => part.Ether);
                        // The parts round up one by one; there is no more than there is.
                        UInt256 now = UInt256.Min(
                            stake, of[group.Key].Sum(static part => part.EtherNow));
                        UInt256 then = UInt256.Min(
                            stake, of[group.Key].Sum(static part => part.EtherThen));
                        return (IReadOnlyList<Cell>)
                        [
                            group.Key.Label,
                            Cell.Amount(stake, Ether),
                            Cell.AmountUp(now, Ether, 18),
                            Cell.AmountUp(then, Ether, 18),
                            Cell.PercentUp(stake.IsZero ? UInt256.Zero : Wad.RatioUp(now, stake).Raw),
                            Cell.Number(of[group.Key].Select(static part => part.Service).Distinct().Count()),
                        ];
                    }),
            ]);
    }

    private static Section ByService(SlashablePart[] slashable, UInt256 all) => new(
        "slashable by whom",
        [
            new Column("set"), new Column("operators", true, true), new Column("in", false, true),
            new Column("slashable now", true, true), new Column("then", true, true),
            new Column("of all", true, true),
        ],
        [
            .. slashable.GroupBy(static part => part.Service)
                .OrderByDescending(static group => group.Sum(static part => part.EtherNow))
                .ThenBy(static group => group.Key.Name, StringComparer.Ordinal)
                .Select(group => (IReadOnlyList<Cell>)
                [
                    group.Key.Name,
                    Cell.Number(group.Select(static part => part.Operator).Distinct().Count()),
                    string.Join(
                        ", ", group.Select(static part => part.Symbol).Distinct(StringComparer.Ordinal)),
                    Cell.AmountUp(group.Sum(static part => part.EtherNow), Ether, 18),
                    Cell.AmountUp(group.Sum(static part => part.EtherThen), Ether, 18),
                    Cell.PercentUp(all.IsZero
                        ? UInt256.Zero
                        : Wad.RatioUp(group.Sum(static part => part.EtherNow), all).Raw),
                ]),
        ]);

    private static BlockTime LastSlashable(IssuerBook book)
    {
        Clock clock = book.World.Clock;
        return BlockTime.AtBlock(
            clock, book.World.EigenLayer.Withdrawals.SlashableUntil((uint)clock.Block));
    }
}
