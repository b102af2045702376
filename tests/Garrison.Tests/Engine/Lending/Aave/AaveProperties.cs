using Garrison.Engine;
using Garrison.Engine.Lending.Aave;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Lending.Aave;

/// <summary>The laws of a pool over random histories of a small market.</summary>
/// <remarks>CHECKS of the environment is how many steps are tried.</remarks>
public sealed class AaveProperties
{
    private const int Length = 100;

    private static readonly string[] _tokens = ["tA", "tB"];
    private static readonly string[] _users = ["alice", "bob", "carol"];
    private static readonly string[] _holders = [.. _users, "liq", "treasury", "umbrella"];

    private static readonly string[] _opening =
    [
        "category admin 1 9000 9300 10200", "in admin 1 Collateral tA on", "in admin 1 Borrowable tA on",
        "switch admin FlashLoans tB on", "premium admin 9", "mint tA liq 1e30", "mint tA umbrella 1e30",
        "supply bob tB 100000e6", "supply carol tA 40e18", "supply alice tA 1e18", "borrow alice tB 2400e6",
    ];

    private static readonly Type[] _wanted =
    [
        typeof(AaveSupplied), typeof(AaveWithdrawn), typeof(AaveBorrowed), typeof(AaveRepaid),
        typeof(AaveLiquidated), typeof(AaveDeficitCreated), typeof(AaveDeficitCovered),
        typeof(AaveMintedToTreasury), typeof(AaveBalanceTransferred), typeof(AaveUserEModeSet),
        typeof(AaveFlashLoaned), typeof(AaveTokenMinted), typeof(AaveTokenBurned), typeof(AaveFrozenChanged),
        typeof(AavePausedChanged), typeof(AavePendingLtvChanged), typeof(AaveAssetLtvZeroChanged),
        typeof(AaveCategoryIsolationChanged),
    ];

    [Fact]
    public void Laws_hold_after_every_command() =>
        Sequences.Check(Math.Max(1, Check.Count / Length), Length, Draw, Fault);

    // A law that nothing ever tests holds for nothing.
    [Fact]
    public void Histories_reach_every_event()
    {
        HashSet<Type> reached = [];
        for (ulong seed = 1; seed <= 30; seed++)
        {
            Dice dice = new(seed);
            AaveScript script = AaveScript.Play("");
            foreach (string line in _opening.Concat(Enumerable.Range(0, Length).Select(_ => Draw(dice))))
            {
                reached.UnionWith(script.Execute(Parse(line)) is Accepted accepted
                    ? accepted.Events.Select(static fact => fact.GetType())
                    : []);
            }
        }

        Assert.DoesNotContain(_wanted, type => !reached.Contains(type));
    }

    private static string Draw(Dice dice)
    {
        string who = dice.Of(_users);
        string token = dice.Of(_tokens);
        UInt256 amount = Amount(dice, token);
        return dice.Below(26) switch
        {
            0 or 1 or 2 => $"supply {who} {token} {amount}",
            3 or 4 => $"withdraw {who} {token} {(dice.OneIn(3) ? "all" : amount)}",
            5 or 6 or 7 => $"borrow {who} {token} {amount}",
            8 => $"repay {who} {token} {(dice.OneIn(3) ? "all" : amount)}",
            9 => $"offset {who} {token} {(dice.OneIn(3) ? "all" : amount)}",
            10 => $"move {who} {token} {amount} {dice.Of(_users)}",
            11 => $"use {who} {token} {dice.Of("on", "off")}",
            12 => $"emode {who} {dice.Below(2)}",
            13 => $"treasury {token}",
            14 => $"price tA {dice.Of("10e8", "1000e8", "2000e8", "2800e8", "3000e8", "4000e8")}",
            15 => dice.OneIn(2) ? $"flash {who} tB {amount}" : $"cover umbrella {token} {amount}",
            16 => $"supply umbrella {token} {amount}",
            17 => $"tick {dice.Of(0, 12, 86_400, 31_536_000)}",
            18 => Switch(dice, token),
            _ => $"liquidate liq {dice.Of(_tokens)} {token} {who} all {dice.Of("", "inside")}".TrimEnd(),
        };
    }

    // Mostly back on, so that a history goes on.
    private static string Switch(Dice dice, string token)
    {
        string state = dice.OneIn(3) ? "on" : "off";
        return dice.Below(5) switch
        {
            0 => $"switch admin Frozen {token} {state}",
            1 => $"pause admin {token} {state}",
            2 => $"switch admin LtvZero {token} {state}",
            3 => $"in admin 1 LtvZero tA {state}",
            _ => $"isolate admin 1 {state}",
        };
    }

    // Up to 100,000 dollars, evenly over the powers of two.
    private static UInt256 Amount(Dice dice, string token) =>
        (UInt256)(1UL << dice.Below(40)) * (token == "tA" ? 33_000_000UL : 1UL) + (ulong)dice.Below(3);

    private static Command Parse(string line) => AaveVerbs.Parse(line.Split(' '));

    private static string? Fault(IReadOnlyList<string> lines)
    {
        AaveScript script = AaveScript.Play("");
        Dice dice = new(7);
        AaveAuditor auditor = new(script.World, _tokens, _holders);
        foreach (string line in _opening.Concat(lines))
        {
            Hash32 before = script.World.Digest();
            if (script.Execute(Parse(line)) is not Accepted accepted)
            {
                if (script.World.Digest() != before) return $"a refusal changed the state: {line}";

                continue;
            }

            auditor.Book(accepted.Events);
            string? fault = auditor.Fault() ?? GainOf(script.World, dice.Of(_tokens), Amount(dice, "tB"));
            if (fault is not null) return $"{fault}, after {line}";
        }

        World replayed = Journal.Replay(Journal.Record(new World(), script.Commands));
        return replayed.Digest() == script.World.Digest() ? null : "a replay gives another state";
    }

    // There and back: what is supplied and withdrawn, or borrowed and repaid, never comes back as more.
    private static string? GainOf(World world, string token, UInt256 amount)
    {
        World trial = world.Fork();
        UInt256 before = trial.Ledger.Balance(Of(token), Of("alice"));
        UInt256 supplied = trial.Aave.Tokens.Supplied(AaveScript.Pool, Of(token), Of("alice"));
        UInt256 owed = trial.Aave.Tokens.Owed(AaveScript.Pool, Of(token), Of("alice"));
        if (trial.Execute(Parse($"supply alice {token} {amount}")) is Accepted)
        {
            _ = trial.Execute(Parse($"withdraw alice {token} {amount}"));
        }

        if (trial.Execute(Parse($"borrow alice {token} {amount}")) is Accepted)
        {
            _ = trial.Execute(Parse($"repay alice {token} {amount}"));
        }

        UInt256 wealth = trial.Ledger.Balance(Of(token), Of("alice"))
            + trial.Aave.Tokens.Supplied(AaveScript.Pool, Of(token), Of("alice")) + owed;
        return wealth > before + supplied + trial.Aave.Tokens.Owed(AaveScript.Pool, Of(token), Of("alice"))
            ? $"there and back with {amount} {token} is a gain"
            : null;
    }
}
