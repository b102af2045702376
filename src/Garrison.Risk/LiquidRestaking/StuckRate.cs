using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Risk.LiquidRestaking;

/// <summary>A rate that stands still while what is behind it falls: who gains by leaving at the old
/// one.</summary>
/// <param name="Before">The token before.</param>
/// <param name="Fallen">The token after the fall, with nobody's update.</param>
/// <param name="IsStored">Whether the issuer stores its rate; a live one falls by itself.</param>
/// <param name="UpdateRefused">Why an update would be refused by now; null when it would go through.</param>
/// <param name="Leaving">How many tokens leave, in the smallest unit.</param>
/// <param name="AtOld">What they get at the rate that stands, in wei, rounded down.</param>
/// <param name="Fair">What they would get at what is behind them, in wei, rounded down.</param>
/// <param name="LiquidEther">What the issuer can pay before anything comes back, in wei.</param>
/// <param name="StayersRate">What is behind one token of those who stay, times 10¹⁸; null when nobody
/// does.</param>
/// <param name="ExpiresInSeconds">After how many seconds without a new price the issuer answers nobody; null
/// when it never asks.</param>
/// <param name="ExpiredReason">What it says then.</param>
public sealed record StuckRate(
    TokenView Before,
    TokenView Fallen,
    bool IsStored,
    Refusal? UpdateRefused,
    UInt256 Leaving,
    UInt256 AtOld,
    UInt256 Fair,
    UInt256 LiquidEther,
    UInt256? StayersRate,
    ulong? ExpiresInSeconds,
    Refusal? ExpiredReason)
{
    private const ulong LongestAgeSeconds = 86_460;

    /// <summary>What those who leave take from those who stay, in wei.</summary>
    public UInt256 Gain => AtOld.SaturatingSub(Fair);

    /// <summary>Plays it on a fork: all that is restaked loses a part, and holders leave before the rate
    /// does.</summary>
    /// <param name="book">The book; it stays as it is.</param>
    /// <param name="issuer">Whose rate.</param>
    /// <param name="fall">Which part of what is restaked is lost.</param>
    /// <param name="leaving">Which part of the supply leaves.</param>
    /// <exception cref="WhatIfRefusedException">A rule forbids a step.</exception>
    public static StuckRate Run(IssuerBook book, BookIssuer issuer, Wad fall, Wad leaving)
    {
        World world = book.World.Fork();
        var before = TokenView.Of(issuer, world);
        foreach (LiquidHolding holding in world.LiquidTokens.Holdings(issuer.Token)
            .Where(static one => one.Kind is not (HoldingKind.Held or HoldingKind.OnTheWay)))
        {
            Lose(world, holding, fall);
        }

        var fallen = TokenView.Of(issuer, world);
        UInt256 tokens = leaving.MulDown(fallen.Supply);
        UInt256 atOld = UInt256.Min(fallen.Assets, fallen.WorthDown(tokens));
        UInt256 staying = fallen.Supply - tokens;
        Command? update = IssuerActions.UpdateRate(issuer);
        return new StuckRate(
            before,
            fallen,
            update is not null,
            update is not null && world.Fork().Execute(update) is Refused refused ? refused.Reason : null,
            tokens,
            atOld,
            fallen.BackedWorthDown(tokens),
            Liquid(world, issuer),
            staying.IsZero ? null : UInt256.MulDivDown(fallen.Assets - atOld, Wad.Scale, staying),
            Expiry(world, issuer, out Refusal? expired),
            expired);
    }

    // What the protocol below would say is replaced by a number.
    private static void Lose(World world, LiquidHolding holding, Wad fall)
    {
        Int256 left = holding.Amount.IsNegative
            ? holding.Amount
            : Int256.FromUInt256(
                holding.Amount.ToUInt256() - fall.MulUp(holding.Amount.ToUInt256()));
        _ = WhatIf.Do(world, new SetBacking(
            Address.Zero, holding.Holder, holding.Asset, BackingKind.Posted, Address.Zero));
        _ = WhatIf.Do(world, new PostBacking(Address.Zero, holding.Holder, holding.Asset, left));
    }

    private static UInt256 Liquid(World world, BookIssuer issuer) => world.LiquidTokens.Queues(issuer.Token)
        .Sum(queue => issuer.Assets.First(asset => asset.Asset == queue.Asset).Price.MulDown(queue.Liquid));

    private static ulong? Expiry(World world, BookIssuer issuer, out Refusal? reason)
    {
        World later = world.Fork();
        _ = WhatIf.Do(later, new AdvanceClock(Address.Zero, 1, LongestAgeSeconds + 1));
        reason = later.LiquidTokens.Rate(issuer.Token, out _);
        return reason is null ? null : LongestAgeSeconds;
    }
}
