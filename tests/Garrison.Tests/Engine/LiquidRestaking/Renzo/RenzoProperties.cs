using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.Renzo;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking.Renzo;

/// <summary>The laws of Renzo over random histories.</summary>
/// <remarks>CHECKS of the environment is how many steps are tried.</remarks>
public sealed class RenzoProperties
{
    private static readonly string[] _outside = ["alice", "bob", "ifee"];

    private const int Length = 60;

    private static readonly string[] _opening =
    [
        "coolDown adm 1", "buffer adm tA 200", "buffer adm ETHER 200", "instantFee adm ifee 0 1000",
        "give alice tA 1000", "give bob ETHER 1000",
    ];

    [Fact]
    public void Laws_hold_after_every_command() =>
        Sequences.Check(Math.Max(1, Check.Count / Length), Length, Draw, Fault);

    // A law that nothing ever tests holds for nothing.
    [Fact]
    public void Histories_reach_every_event_and_both_ways_to_wait()
    {
        HashSet<Type> reached = [];
        HashSet<bool> queued = [];
        for (ulong seed = 1; seed <= 10; seed++)
        {
            Dice dice = new(seed);
            IssuerScript script = RenzoVerbs.Play("");
            foreach (string line in _opening.Concat(Enumerable.Range(0, Length).Select(_ => Draw(dice))))
            {
                _ = script.Execute(new AdvanceClock(default, 0, 1));
                if (script.Execute(script.Parse(line)) is not Accepted accepted) continue;

                reached.UnionWith(accepted.Events.Select(static fact => fact.GetType()));
                queued.UnionWith(accepted.Events.OfType<RenzoRequestCreated>().Select(
                    static created => created.Queued));
            }
        }

        Assert.Equal(2, queued.Count);
        Assert.Superset(
            new HashSet<Type>
            {
                typeof(RenzoDeposited), typeof(RenzoQueueFilled), typeof(RenzoTokenBufferFilled),
                typeof(RenzoEtherBufferFilled), typeof(RenzoRequestClaimed), typeof(RenzoInstantWithdrawn),
            },
            reached);
    }

    private static string Draw(Dice dice)
    {
        string who = dice.Of("alice", "bob");
        string asset = dice.Of("tA", "ETHER");
        int amount = 1 + dice.Below(300);
        return dice.Below(9) switch
        {
            0 or 1 or 2 => $"give {who} {asset} {amount}",
            3 or 4 => $"ask {who} {asset} {amount}",
            5 or 6 => $"take {who} {dice.Below(3)}",
            7 => $"instant {who} {asset} {1 + dice.Below(60)} 0",
            _ => $"post d1 tB {dice.Below(400)}",
        };
    }

    // Prices are 1. What d1 has of tB stands for rewards and losses; without such a step nobody's moves may
    // lower the rate, and value in = value out.
    private static string? Fault(IReadOnlyList<string> lines)
    {
        IssuerScript script = RenzoVerbs.Play("");
        foreach (string line in _opening)
        {
            _ = script.Execute(script.Parse(line));
        }

        World world = script.World;
        foreach (string line in lines)
        {
            _ = world.Renzo.Value(out RenzoValue before);
            UInt256 supply = world.Renzo.Supply;
            UInt256 outside = Outside(world);
            _ = script.Execute(new AdvanceClock(default, 0, 1));
            if (script.Execute(script.Parse(line)) is Refused || line.StartsWith("post")) continue;

            _ = world.Renzo.Value(out RenzoValue after);
            if (after.Total + Outside(world) != before.Total + outside) return $"value is off, after {line}";
            if (after.Total * supply < before.Total * world.Renzo.Supply)
            {
                return $"the rate fell, after {line}";
            }

            if (IsOff(world, "tA") || IsOff(world, "ETHER")) return $"promises are off, after {line}";
        }

        return script.Replay().Digest() == world.Digest() ? null : "a replay gives another state";
    }

    private static UInt256 Outside(World world) => _outside.Sum(
        holder => world.Ledger.Balance(Of("tA"), Of(holder))
            + world.Ledger.Balance(Ledger.Ether, Of(holder)));

    // What is set aside and what is lacking are what requests were promised.
    private static bool IsOff(World world, string asset)
    {
        UInt256 promised = UInt256.Zero;
        foreach (string user in (string[])["alice", "bob"])
        {
            for (ulong index = 0; index < world.Renzo.RequestCount(Of(user)); index++)
            {
                RenzoRequest request = world.Renzo.RequestOf(Of(user), index);
                promised += request.Asset == Of(asset) ? request.Amount : UInt256.Zero;
            }
        }

        RenzoBuffer buffer = world.Renzo.Buffer(Of(asset));
        return buffer.Reserve + buffer.Counter.Deficit != promised;
    }
}
