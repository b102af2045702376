using Garrison.Engine;
using Garrison.Engine.Lending.Morpho;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Lending.Morpho;

/// <summary>The laws of Morpho over random histories of two markets, one step at a time.</summary>
/// <remarks>CHECKS of the environment is how many steps are tried.</remarks>
public sealed class MorphoHistoryProperties
{
    private const int Length = 100;

    private static readonly Type[] _wanted =
    [
        typeof(MorphoSupplied), typeof(MorphoWithdrawn), typeof(MorphoBorrowed), typeof(MorphoRepaid),
        typeof(MorphoCollateralSupplied), typeof(MorphoCollateralWithdrawn), typeof(MorphoLiquidated),
        typeof(MorphoFeeSet), typeof(MorphoAuthorizationSet), typeof(MorphoFlashLoaned),
        typeof(MorphoInterestAccrued), typeof(MorphoBorrowRateUpdated),
    ];

    [Fact]
    public void Laws_hold_after_every_command() =>
        Sequences.Check(Math.Max(1, Check.Count / Length), Length, MorphoDraw.Draw, Fault);

    [Fact]
    public void A_round_trip_gains_nothing() =>
        Sequences.Check(Math.Max(1, Check.Count / Length), Length, MorphoDraw.Draw, RoundTripFault);

    [Fact]
    public void What_the_views_say_is_what_an_accrual_stores() =>
        Sequences.Check(Math.Max(1, Check.Count / Length), Length, MorphoDraw.Draw, AccrualFault);

    // A law that nothing ever tests holds for nothing.
    [Fact]
    public void Histories_reach_every_event_and_bad_debt()
    {
        HashSet<Type> reached = [];
        UInt256 bad = UInt256.Zero;
        for (ulong seed = 1; seed <= 30; seed++)
        {
            Dice dice = new(seed);
            MorphoScript script = Open();
            for (int i = 0; i < Length; i++)
            {
                if (script.Execute(script.Parse(MorphoDraw.Draw(dice))) is not Accepted accepted) continue;

                reached.UnionWith(accepted.Events.Select(static fact => fact.GetType()));
                bad += accepted.Events.OfType<MorphoLiquidated>()
                    .Select(static fact => fact.BadDebtAssets).Sum();
            }
        }

        Assert.DoesNotContain(_wanted, type => !reached.Contains(type));
        Assert.False(bad.IsZero);
    }

    private static MorphoScript Open()
    {
        MorphoScript script = MorphoScript.Play("");
        foreach (string line in MorphoDraw.Opening)
        {
            Assert.IsType<Accepted>(script.Execute(script.Parse(line)));
        }

        return script;
    }

    // Plays a history, and then its journal.
    private static string? Fault(IReadOnlyList<string> lines)
    {
        MorphoScript script = Open();
        MorphoLaws laws = new(script);
        foreach (string line in lines)
        {
            Hash32 digest = script.World.Digest();
            bool movesClock = line.StartsWith("pass");
            laws.Remember();
            Receipt receipt = script.Execute(script.Parse(line));
            if (receipt is Refused && script.World.Digest() != digest) return $"{line} did and was refused";
            if (receipt is Accepted accepted && !movesClock && laws.Fault(accepted.Events) is { } fault)
            {
                return $"{fault}, after {line}";
            }
        }

        World replayed = Journal.Replay(Journal.Record(new World(), script.Commands));
        return replayed.Digest() == script.World.Digest() ? null : "a replay gives another state";
    }

    private static string? RoundTripFault(IReadOnlyList<string> lines)
    {
        MorphoScript script = Open();
        foreach ((int i, string line) in lines.Index())
        {
            _ = script.Execute(script.Parse(line));
            Hash32 id = script.Markets[i % 2 == 0 ? "M" : "N"];
            ulong assets = (ulong)i + 1;
            if (!LendingTripHolds(script.World.Fork(), id, assets)) return $"lending gained, after {line}";
            if (!BorrowingTripHolds(script.World.Fork(), id, assets)) return $"a loan gained, after {line}";
        }

        return null;
    }

    private static bool LendingTripHolds(World world, Hash32 id, ulong assets)
    {
        Address visitor = Of("dave");
        _ = world.Execute(new Mint(default, Of("tL"), visitor, assets));
        if (world.Execute(new SupplyToMorpho(visitor, id, assets, 0UL, visitor)) is Refused) return true;

        UInt256 shares = world.Morpho.Position(id, visitor).SupplyShares;
        _ = world.Execute(new WithdrawFromMorpho(visitor, id, 0UL, shares, visitor, visitor));
        return world.Ledger.Balance(Of("tL"), visitor) <= assets;
    }

    private static bool BorrowingTripHolds(World world, Hash32 id, ulong assets)
    {
        Address visitor = Of("dave");
        _ = world.Execute(new Mint(default, Of("tC"), visitor, Number("1e30")));
        _ = world.Execute(new SupplyMorphoCollateral(visitor, id, Number("1e30"), visitor));
        if (world.Execute(new BorrowFromMorpho(visitor, id, assets, 0UL, visitor, visitor)) is Refused)
        {
            return true;
        }

        UInt256 shares = world.Morpho.Position(id, visitor).BorrowShares;
        _ = world.Execute(new Mint(default, Of("tL"), visitor, 10UL));
        Receipt receipt = world.Execute(new RepayToMorpho(visitor, id, 0UL, shares, visitor));
        return receipt is Accepted && world.Ledger.Balance(Of("tL"), visitor) <= 10UL;
    }

    // Interest up to a second is the same whether it is read, added once, or added twice; and without a rate
    // model it is nothing on any path.
    private static string? AccrualFault(IReadOnlyList<string> lines)
    {
        MorphoScript script = Open();
        foreach (string line in lines)
        {
            _ = script.Execute(script.Parse(line));
            foreach ((string name, Hash32 id) in script.Markets)
            {
                World world = script.World.Fork();
                MorphoMarket before = world.Morpho.Market(id);
                MorphoMarket read = world.Morpho.MarketNow(id);
                _ = world.Execute(new AccrueMorphoInterest(default, id));
                Hash32 once = world.Digest();
                _ = world.Execute(new AccrueMorphoInterest(default, id));
                if (world.Morpho.Market(id) != read) return $"{name} was read otherwise, after {line}";
                if (world.Digest() != once) return $"{name} was added to twice, after {line}";
                if (name == "M" && (read.Supply, read.Borrow) != (before.Supply, before.Borrow))
                {
                    return $"{name} bears interest, after {line}";
                }
            }
        }

        return null;
    }
}
