using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.Kelp;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking.Kelp;

/// <summary>The laws of Kelp over random histories.</summary>
/// <remarks>CHECKS of the environment is how many steps are tried.</remarks>
public sealed class KelpProperties
{
    private const int Length = 80;

    private static readonly string[] _holders = ["kpool", "vault", "manager", "n1", "n2", "alice", "bob"];

    private static readonly string[] _opening =
    [
        "limit adm 0", "wait man 2", "give alice tA 1000", "give bob ETHER 1000",
    ];

    [Fact]
    public void Laws_hold_after_every_command() =>
        Sequences.Check(Math.Max(1, Check.Count / Length), Length, Draw, Fault);

    // A law that nothing ever tests holds for nothing.
    [Fact]
    public void Histories_reach_every_event()
    {
        HashSet<Type> reached = [];
        for (ulong seed = 1; seed <= 10; seed++)
        {
            Dice dice = new(seed);
            IssuerScript script = KelpVerbs.Play("");
            foreach (string line in _opening.Concat(Enumerable.Range(0, Length).Select(_ => Draw(dice))))
            {
                if (script.Execute(script.Parse(line)) is not Accepted accepted) continue;

                reached.UnionWith(accepted.Events.Select(static fact => fact.GetType()));
            }
        }

        Assert.Superset(
            new HashSet<Type>
            {
                typeof(KelpAssetDeposited), typeof(KelpEtherDeposited), typeof(KelpWithdrawalQueued),
                typeof(KelpAssetUnlocked), typeof(KelpWithdrawalFinalized), typeof(KelpPriceUpdated),
                typeof(KelpFeeMinted),
            },
            reached);
    }

    private static string Draw(Dice dice)
    {
        string who = dice.Of("alice", "bob");
        string asset = dice.Of("tA", "ETHER");
        int amount = 1 + dice.Below(300);
        return dice.Below(14) switch
        {
            0 or 1 => $"give {who} {asset} {amount}",
            2 or 3 => $"ask {who} {asset} {amount}",
            4 => $"toVault opr {asset} {amount}",
            5 => $"unlock opr {asset} {dice.Below(20)}",
            6 => $"take {who} {asset}",
            7 => $"pass {dice.Below(3)}",
            8 => $"price {asset} {500_000 + dice.Below(1_000_001)}e12",
            9 => $"post {dice.Of("n1", "n2")} {asset} {amount}",
            10 => $"fee adm {dice.Below(10_001)}",
            _ => $"update {who}",
        };
    }

    private static string? Fault(IReadOnlyList<string> lines)
    {
        IssuerScript script = KelpVerbs.Play("");
        foreach (string line in _opening)
        {
            _ = script.Execute(script.Parse(line));
        }

        World world = script.World;
        UInt256 all = Everything(world);
        foreach (string line in lines)
        {
            Int256 margin = Margin(world);
            UInt256 supply = world.Kelp.Supply;
            if (script.Execute(script.Parse(line)) is Refused) continue;
            if (IsOffMargin(world, line, margin, supply)) return $"rounded for the wrong, after {line}";
            if (Everything(world) != all) return $"assets came or went, after {line}";
            foreach (string asset in (string[])["tA", "ETHER"])
            {
                if (IsOff(world, asset)) return $"promises do not add up, after {line}";
                if (IsUncovered(world, asset)) return $"paid too much, after {line}";
            }
        }

        return script.Replay().Digest() == world.Digest() ? null : "a replay gives another state";
    }

    // W − p·S: what there is beyond what all rsETH is worth at the stored price, in wei times 10¹⁸.
    private static Int256 Margin(World world)
    {
        Assert.Null(world.Kelp.Worth(out UInt256 worth));
        return Int256.FromUInt256(worth) - Int256.FromUInt256(world.Kelp.Price * world.Kelp.Supply);
    }

    // A deposit adds a·q to W and p·⌊a·q/p⌋ to p·S, which is no more; an unlock takes min(e, ⌊r·p/q⌋)·q
    // from W and r·p from p·S, which is no less: so the margin never falls, whatever the prices are. Only
    // feeds and backings move W alone.
    //
    // An update leaves p = ⌊(W − fee·10¹⁸)/S⌋, so 0 ≤ W − fee·10¹⁸ − p·S < S; and the treasury's
    // T = ⌊fee·10¹⁸/p⌋ new tokens leave 0 ≤ fee·10¹⁸ − p·T < p. The sum of both is the margin:
    // 0 ≤ W − p·(S + T) < S + p.
    private static bool IsOffMargin(World world, string line, Int256 before, UInt256 supply)
    {
        Int256 after = Margin(world);
        return line.Split(' ')[0] switch
        {
            "price" or "post" => false,
            "update" when supply.IsZero => after.IsNegative,
            "update" => after.IsNegative || after >= Int256.FromUInt256(supply + world.Kelp.Price),
            _ => after < before,
        };
    }

    private static UInt256 Everything(World world) => _holders.Sum(
        holder => world.Ledger.Balance(Of("tA"), Of(holder))
            + world.Ledger.Balance(Ledger.Ether, Of(holder)));

    // What is committed is the sum of what those who are locked expect.
    private static bool IsOff(World world, string asset) =>
        world.Kelp.Queue(Of(asset)).Waiting.Sum(static waiting => waiting.Request.Amount)
            != world.Kelp.Asset(Of(asset)).Committed;

    // What the manager holds is exactly what is unlocked and not claimed.
    private static bool IsUncovered(World world, string asset)
    {
        ulong locked = world.Kelp.Asset(Of(asset)).NextLocked;
        UInt256 unlocked = UInt256.Zero;
        for (ulong nonce = 0; nonce < locked; nonce++)
        {
            unlocked += world.Kelp.RequestOf(Of(asset), nonce).Amount;
        }

        return world.Ledger.Balance(Of(asset), Of("manager")) != unlocked;
    }
}
