using System.Numerics;

using Garrison.Engine;
using Garrison.Engine.Lending.Morpho;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Lending.Morpho;

/// <summary>What holds after any command, from its events and the views.</summary>
internal sealed class MorphoLaws(MorphoScript script)
{
    private static readonly Address[] _accounts = [Of("alice"), Of("bob"), Of("carol"), Of("fees")];

    private readonly Dictionary<string, MorphoMarket> _before = [];

    private MorphoMarkets Morpho => script.World.Morpho;

    /// <summary>Remembers the markets with the interest up to this second.</summary>
    public void Remember()
    {
        foreach ((string name, Hash32 id) in script.Markets)
        {
            _before[name] = Morpho.MarketNow(id);
        }
    }

    /// <summary>The first law that an accepted command broke, or null.</summary>
    public string? Fault(IEnumerable<Event> events)
    {
        Event[] facts = [.. events];
        foreach ((string name, Hash32 id) in script.Markets)
        {
            string? fault = SharesFault(id) ?? LossFault(name, id, facts) ?? PriceFault(id, facts);
            if (fault is not null) return $"{fault} in {name}";
        }

        return HoldingsFault();
    }

    private string? SharesFault(Hash32 id)
    {
        MorphoMarket market = Morpho.Market(id);
        MorphoPosition[] all = [.. _accounts.Select(account => Morpho.Position(id, account))];
        if (Sum(all.Select(static one => one.SupplyShares)) != market.Supply.Shares) return "shares are lost";
        if (Sum(all.Select(static one => one.BorrowShares)) != market.Borrow.Shares) return "debt is lost";
        if (market.Borrow.Assets > market.Supply.Assets) return "more is owed than was lent";

        return all.Any(static one => one.Collateral == 0 && one.BorrowShares != 0)
            ? "there is a loan without collateral"
            : null;
    }

    // The worth of a lender's share falls by bad debt, by exactly that, and by nothing else.
    private string? LossFault(string name, Hash32 id, Event[] facts)
    {
        MorphoPool before = _before[name].Supply;
        MorphoPool after = Morpho.MarketNow(id).Supply;
        UInt256 bad = facts.OfType<MorphoLiquidated>().Where(fact => fact.Id == id)
            .Select(static fact => fact.BadDebtAssets).Sum();
        if (facts.Any(fact => fact is MorphoLiquidated one && one.Id == id))
        {
            return after == before with { Assets = before.Assets - (UInt128)bad }
                ? null
                : "lenders lose something else than the bad debt";
        }

        BigInteger worthBefore = ((BigInteger)before.Assets + 1) * ((BigInteger)after.Shares + 1_000_000);
        BigInteger worthAfter = ((BigInteger)after.Assets + 1) * ((BigInteger)before.Shares + 1_000_000);
        return worthAfter < worthBefore ? "a lender's share lost worth" : null;
    }

    // A liquidator gets no more than the incentive on what is repaid.
    private string? PriceFault(Hash32 id, Event[] facts)
    {
        MorphoTerms terms = Morpho.Terms(id);
        var price = script.World.Oracle.Price(terms.Oracle, script.World.Clock.Seconds).Price.ToBigInteger();
        return facts.OfType<MorphoLiquidated>().Any(fact =>
            fact.Id == id
            && fact.SeizedAssets.ToBigInteger() * price * BigInteger.Pow(10, 18)
                > fact.RepaidAssets.ToBigInteger() * terms.LiquidationIncentiveDown.ToBigInteger()
                    * BigInteger.Pow(10, 36))
            ? "a liquidator got too much"
            : null;
    }

    // Morpho holds all that is lent and not owed, and all collateral; a repayment can leave one over.
    private string? HoldingsFault()
    {
        BigInteger loan = 0;
        BigInteger collateral = 0;
        foreach (Hash32 id in script.Markets.Values)
        {
            MorphoMarket market = Morpho.Market(id);
            loan += market.Supply.Assets - market.Borrow.Assets;
            collateral += Sum(_accounts.Select(account => Morpho.Position(id, account).Collateral));
        }

        return Held("tL") < loan ? "loan tokens are missing"
            : Held("tC") != collateral ? "collateral is missing"
            : null;
    }

    private BigInteger Held(string token) =>
        script.World.Ledger.Balance(Of(token), Of("morpho")).ToBigInteger();

    private static BigInteger Sum(IEnumerable<UInt128> amounts) =>
        amounts.Aggregate(BigInteger.Zero, static (sum, amount) => sum + amount);
}
