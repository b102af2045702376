using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Primitives;
using Garrison.Risk.Restaking;
using Garrison.Simulation.Books;

namespace Garrison.Risk.LiquidRestaking;

/// <summary>What those who run get of one asset, in its smallest unit.</summary>
/// <param name="Asset">Of which asset.</param>
/// <param name="Tokens">How many tokens were given for it.</param>
/// <param name="Asked">What these were worth in it when they asked, with what others waited for.</param>
/// <param name="Covered">What is there for them: set aside, or in the issuer's own contracts.</param>
/// <param name="Waiting">What has to come back first.</param>
/// <param name="Shortage">What cannot, because the issuer has no more of the asset.</param>
public sealed record RunLeg(
    BookIssuerAsset Asset,
    UInt256 Tokens,
    UInt256 Asked,
    UInt256 Covered,
    UInt256 Waiting,
    UInt256 Shortage);

/// <summary>A run: holders ask to leave all at once.</summary>
/// <param name="Before">The token before.</param>
/// <param name="After">The token after.</param>
/// <param name="Tokens">How many tokens asked, in the smallest unit.</param>
/// <param name="Refused">How many of these were refused.</param>
/// <param name="Reason">Why; null when none was.</param>
/// <param name="Legs">What there is for them, by asset.</param>
/// <param name="CoveredFrom">When those are paid who are covered.</param>
/// <param name="WaitingFrom">When those are at the earliest who are not: when what is restaked can leave;
/// ether has to leave its validators besides.</param>
public sealed record IssuerRun(
    TokenView Before,
    TokenView After,
    UInt256 Tokens,
    UInt256 Refused,
    Refusal? Reason,
    IReadOnlyList<RunLeg> Legs,
    BlockTime CoveredFrom,
    BlockTime WaitingFrom)
{
    private const ulong DaySeconds = 86_400;

    /// <summary>Plays a run on a fork: every group of holders here asks for a part of what it has, in each
    /// asset as much as the issuer has of it.</summary>
    /// <param name="book">The book; it stays as it is.</param>
    /// <param name="issuer">Whose holders run.</param>
    /// <param name="part">Which part of what they have, above 0 and at most 1.</param>
    public static IssuerRun Run(IssuerBook book, BookIssuer issuer, Wad part)
    {
        World world = book.World.Fork();
        var before = TokenView.Of(issuer, world);
        (BookIssuerAsset Asset, UInt256 Ether)[] weights =
        [
            .. issuer.Assets.Select(asset => (
                asset, asset.Price.MulDown(IssuerActions.Available(world, issuer, asset.Asset)))),
        ];
        UInt256 all = weights.Sum(static one => one.Ether);
        if (all.IsZero) throw new WhatIfRefusedException($"{issuer.Name} has nothing to leave with");

        Dictionary<BookIssuerAsset, UInt256> given = weights.ToDictionary(
            static one => one.Asset, static _ => UInt256.Zero);
        (UInt256 asked, UInt256 refused, Refusal? reason) = (UInt256.Zero, UInt256.Zero, null);
        foreach (BookHolder holder in issuer.Holders)
        {
            UInt256 leaving = part.MulDown(world.Ledger.Balance(issuer.Token, holder.Account));
            foreach ((BookIssuerAsset asset, UInt256 ether) in weights)
            {
                UInt256 tokens = UInt256.MulDivDown(leaving, ether, all);
                if (tokens.IsZero) continue;

                asked += tokens;
                Receipt receipt = world.Execute(
                    IssuerActions.Leave(issuer, holder.Account, asset.Asset, tokens));
                given[asset] += receipt is Accepted ? tokens : UInt256.Zero;
                refused += receipt is Refused ? tokens : UInt256.Zero;
                reason ??= (receipt as Refused)?.Reason;
            }
        }

        return new IssuerRun(
            before,
            TokenView.Of(issuer, world),
            asked,
            refused,
            reason,
            [.. given.Select(pair => Leg(world, issuer, pair.Key, pair.Value))],
            Cooled(issuer, world),
            Returned(book, issuer, world));
    }

    private static RunLeg Leg(World world, BookIssuer issuer, BookIssuerAsset asset, UInt256 tokens)
    {
        LiquidQueue queue = world.LiquidTokens.Queues(issuer.Token)
            .FirstOrDefault(one => one.Asset == asset.Asset);
        UInt256 covered = queue.Ready + UInt256.Min(queue.Liquid, queue.Waiting);
        UInt256 restaked = world.LiquidTokens.Holdings(issuer.Token)
            .Where(one => one.Asset == asset.Asset && one.Kind != HoldingKind.Held && !one.Amount.IsNegative)
            .Sum(static one => one.Amount.ToUInt256());
        return new RunLeg(
            asset,
            tokens,
            queue.Ready + queue.Waiting,
            covered,
            queue.Deficit,
            queue.Deficit.SaturatingSub(restaked));
    }

    private static BlockTime Cooled(BookIssuer issuer, World world) =>
        new(world.Clock.Seconds + (issuer.Terms.WaitDays * DaySeconds), null);

    private static BlockTime Returned(IssuerBook book, BookIssuer issuer, World world)
    {
        var market = RestakingMarket.On(book.Restaking, world);
        BlockTime latest = Cooled(issuer, world);
        foreach (Position position in issuer.Operators.SelectMany(market.PositionsOf))
        {
            if (!position.Amount.IsZero && position.FreeFrom.Second > latest.Second)
            {
                latest = position.FreeFrom;
            }
        }

        return latest;
    }
}
