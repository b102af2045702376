using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;
using Garrison.Risk.Restaking;
using Garrison.Simulation.Books;

namespace Garrison.Risk.LiquidRestaking;

/// <summary>A layer of value.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Gross">What it is worth by itself, in wei, as it is usually reported.</param>
/// <param name="Again">What of it a layer below was counted for already, in wei.</param>
/// <param name="Unbacked">What of it nothing stands behind, in wei.</param>
/// <param name="Why">Why it was left out, or not.</param>
public sealed record ValueLayer(string Name, UInt256 Gross, UInt256 Again, UInt256 Unbacked, string Why)
{
    /// <summary>What it adds, in wei.</summary>
    public UInt256 Once => Gross - Again - Unbacked;
}

/// <summary>The value of a book, layer by layer and counted once.</summary>
/// <remarks>Each layer is a claim on the one below, so only the ether at the bottom is value. What a token
/// promises beyond what its issuer has is no value at all.</remarks>
/// <param name="Layers">The layers, the lowest first.</param>
public sealed record ValueOnce(IReadOnlyList<ValueLayer> Layers)
{
    /// <summary>What one gets who adds every layer up, in wei.</summary>
    public UInt256 AddedUp => Layers.Sum(static layer => layer.Gross);

    /// <summary>What there is, in wei.</summary>
    public UInt256 Once => Layers.Sum(static layer => layer.Once);

    /// <summary>Counts a book as a world has it.</summary>
    public static ValueOnce Of(IssuerBook book, World world)
    {
        LookThrough look = new(book, world);
        (UInt256 native, UInt256 restakedTokens) = Restaked(book, look.Market);
        BackingPart[] own =
        [
            .. book.Issuers.SelectMany(look.PartsOf)
                .Where(static part => part.Holding.Kind is HoldingKind.Held or HoldingKind.OnTheWay),
        ];
        UInt256 idle = own.Where(static part => part.Holding.Asset == Ledger.Ether)
            .Sum(static part => part.Ether);
        UInt256 heldTokens = own.Sum(static part => part.Ether) - idle;
        UInt256 tokens = restakedTokens + heldTokens;
        return new ValueOnce(
        [
            new ValueLayer(
                "ether",
                native + tokens + idle,
                default,
                default,
                "staked, or idle with issuers: the bottom"),
            Claim("staked tokens", tokens, "each stands for staked ether"),
            Claim("restaked", native + restakedTokens, "pods and staked tokens, moved to EigenLayer"),
            .. Tokens(book, world, look),
        ]);
    }

    private static IEnumerable<ValueLayer> Tokens(IssuerBook book, World world, LookThrough look)
    {
        UInt256 gross = UInt256.Zero;
        UInt256 unbacked = UInt256.Zero;
        UInt256 placed = UInt256.Zero;
        UInt256 remote = UInt256.Zero;
        UInt256 uncovered = UInt256.Zero;
        foreach (BookIssuer issuer in book.Issuers)
        {
            var view = TokenView.Of(issuer, world);
            UInt256 worth = view.WorthDown(view.Supply);
            gross += worth;
            unbacked += worth.SaturatingSub(view.Assets);
            foreach (TokenHolder holder in look.HoldersOf(issuer))
            {
                UInt256 held = view.WorthDown(holder.Tokens);
                if (holder.Place is HolderPlace.Pool or HolderPlace.Lender) placed += held;
                if (holder.Place is not null) continue;

                remote += held;
                uncovered += held - view.WorthDown(holder.Covered);
            }
        }

        yield return new ValueLayer(
            "liquid restaking tokens",
            gross,
            gross - unbacked,
            unbacked,
            "their issuers' assets, which are counted below");
        yield return new ValueLayer(
            "tokens on other chains",
            remote,
            remote - uncovered,
            uncovered,
            "as many lie in lockboxes here");
        yield return Claim("in pools and lending markets", placed, "the same tokens, held for others");
    }

    private static (UInt256 Native, UInt256 Tokens) Restaked(IssuerBook book, RestakingMarket market)
    {
        UInt256 native = UInt256.Zero;
        UInt256 tokens = UInt256.Zero;
        foreach (Position position in book.Restaking.Operators.SelectMany(market.PositionsOf))
        {
            if (book.PriceOf(position.Asset) is not { } price) continue;

            UInt256 worth = price.MulDown(position.Amount);
            bool isNative = position.Asset == Constants.BeaconChainEtherStrategy;
            native += isNative ? worth : UInt256.Zero;
            tokens += isNative ? UInt256.Zero : worth;
        }

        return (native, tokens);
    }

    private static ValueLayer Claim(string name, UInt256 gross, string why) =>
        new(name, gross, gross, default, why);
}
