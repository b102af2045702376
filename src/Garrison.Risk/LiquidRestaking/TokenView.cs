using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Risk.LiquidRestaking;

/// <summary>A liquid token as it stands.</summary>
/// <param name="Issuer">Whose it is.</param>
/// <param name="Rate">What one is worth in ether by the issuer's own rate, times 10¹⁸; null where it cannot
/// say.</param>
/// <param name="RateRefused">Why it cannot.</param>
/// <param name="BackedRate">What one would be worth if the rate were made up now; null where the issuer
/// cannot value its assets.</param>
/// <param name="AssetsRefused">Why it cannot.</param>
/// <param name="Assets">What stands behind all tokens, in wei.</param>
/// <param name="Supply">All tokens, in the smallest unit.</param>
/// <param name="Queues">Who waits to leave, by asset.</param>
public sealed record TokenView(
    BookIssuer Issuer,
    UInt256? Rate,
    Refusal? RateRefused,
    UInt256? BackedRate,
    Refusal? AssetsRefused,
    UInt256 Assets,
    UInt256 Supply,
    IReadOnlyList<LiquidQueue> Queues)
{
    /// <summary>What of the assets is with others: restaked, or as reported; in wei.</summary>
    public UInt256 Restaked { get; init; }

    /// <summary>A token of a book, as a world has it.</summary>
    public static TokenView Of(BookIssuer issuer, World world)
    {
        LiquidTokens tokens = world.LiquidTokens;
        Refusal? rateRefused = tokens.Rate(issuer.Token, out UInt256 rate);
        Refusal? assetsRefused = tokens.Assets(issuer.Token, out UInt256 assets);
        Refusal? unbacked = tokens.BackedRate(issuer.Token, out UInt256 backed);
        return new TokenView(
            issuer,
            rateRefused is null ? rate : null,
            rateRefused,
            unbacked is null ? backed : null,
            assetsRefused,
            assets,
            tokens.Supply(issuer.Token),
            tokens.Queues(issuer.Token))
        {
            Restaked = tokens.Holdings(issuer.Token)
                .Where(static one => one.Kind is not (HoldingKind.Held or HoldingKind.OnTheWay))
                .Sum(static one => one.Ether ?? UInt256.Zero),
        };
    }

    /// <summary>Whether the rate promises more than there is.</summary>
    public bool IsAboveBacking => Rate > BackedRate;

    /// <summary>What tokens are worth in wei by the issuer's own rate, rounded down; 0 without one.</summary>
    public UInt256 WorthDown(UInt256 tokens) => ToEtherDown(tokens, Rate);

    /// <summary>What tokens would be worth in wei if the rate were made up now, rounded down.</summary>
    public UInt256 BackedWorthDown(UInt256 tokens) => ToEtherDown(tokens, BackedRate);

    private static UInt256 ToEtherDown(UInt256 tokens, UInt256? rate) =>
        UInt256.MulDivDown(tokens, rate ?? UInt256.Zero, Wad.Scale);
}
