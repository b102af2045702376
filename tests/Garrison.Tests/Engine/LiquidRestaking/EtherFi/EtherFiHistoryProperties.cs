using System.Numerics;

using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Engine.LiquidRestaking.EtherFi;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking.EtherFi;

/// <summary>The laws of ether.fi over random histories, one step at a time.</summary>
/// <remarks>CHECKS of the environment is how many steps are tried.</remarks>
public sealed class EtherFiHistoryProperties
{
    private const int Length = 100;

    private static readonly Type[] _wanted =
    [
        typeof(EtherFiDeposited), typeof(EtherFiWithdrawn), typeof(EtherFiRequestClaimed),
        typeof(EtherFiRequestInvalidated), typeof(EtherFiRequestValidated), typeof(EtherFiRequestTransferred),
        typeof(EtherFiRedeemed), typeof(EtherFiSharesBurnedForOther), typeof(EtherFiRebased),
        typeof(EtherFiProtocolFeePaid), typeof(EtherFiReportUnpublished), typeof(EtherFiOperationsExecuted),
        typeof(EtherFiValidatorsFunded), typeof(EtherFiDustSwept),
    ];

    [Fact]
    public void Laws_hold_after_every_command() =>
        Sequences.Check(Math.Max(1, Check.Count / Length), Length, EtherFiDraw.Draw, Fault);

    [Fact]
    public void Coming_and_leaving_gains_nothing() =>
        Sequences.Check(Math.Max(1, Check.Count / Length), Length, EtherFiDraw.Draw, RoundTripFault);

    // A law that nothing ever tests holds for nothing.
    [Fact]
    public void Histories_reach_every_event_and_losses()
    {
        HashSet<Type> reached = [];
        bool fell = false;
        for (ulong seed = 1; seed <= 20; seed++)
        {
            Dice dice = new(seed);
            EtherFiScript script = Open();
            for (int i = 0; i < Length; i++)
            {
                foreach (string line in EtherFiDraw.Lines(script.World, EtherFiDraw.Draw(dice)))
                {
                    ShareRate before = script.World.EtherFi.Pool.Rate;
                    if (script.Execute(script.Parse(line)) is not Accepted accepted) continue;

                    reached.UnionWith(accepted.Events.Select(static fact => fact.GetType()));
                    fell |= line == "execute anyone" && script.World.EtherFi.Pool.Rate.IsBelow(before);
                }
            }
        }

        Assert.DoesNotContain(_wanted, type => !reached.Contains(type));
        Assert.True(fell);
    }

    private static EtherFiScript Open()
    {
        EtherFiScript script = EtherFiScript.Play("");
        foreach (string line in EtherFiDraw.Opening)
        {
            Assert.IsType<Accepted>(script.Execute(script.Parse(line)));
        }

        return script;
    }

    // Plays a history, and then its journal.
    private static string? Fault(IReadOnlyList<string> steps)
    {
        EtherFiScript script = EtherFiScript.Play("");
        EtherFiLaws laws = new(script.World);
        string? fault = null;
        foreach (string line in EtherFiDraw.Opening)
        {
            fault ??= Step(script, laws, line);
        }

        foreach (string step in steps)
        {
            foreach (string line in EtherFiDraw.Lines(script.World, step))
            {
                fault ??= Step(script, laws, line);
            }

            if (fault is not null) return $"{fault}, after {step}";
        }

        World replayed = Journal.Replay(Journal.Record(new World(), script.Commands));
        return replayed.Digest() == script.World.Digest() ? null : "a replay gives another state";
    }

    private static string? Step(EtherFiScript script, EtherFiLaws laws, string line)
    {
        Hash32 digest = script.World.Digest();
        laws.Remember();
        Receipt receipt = script.Execute(script.Parse(line));
        if (receipt is Refused) return script.World.Digest() == digest ? null : $"{line} did and was refused";

        return laws.Fault(((Accepted)receipt).Events, line.StartsWith("deposit"));
    }

    private static string? RoundTripFault(IReadOnlyList<string> steps)
    {
        EtherFiScript script = Open();
        foreach ((int i, string step) in steps.Index())
        {
            foreach (string line in EtherFiDraw.Lines(script.World, step))
            {
                _ = script.Execute(script.Parse(line));
            }

            UInt256 amount = ((UInt256)(uint)i * 1_000_000_007_000_000_007UL) + 1_000_000_000_003UL;
            string? fault = TripFault(script.World.Fork(), amount, Request, sharesLost: 1)
                ?? TripFault(script.World.Fork(), amount, Redeem, sharesLost: 0);
            if (fault is not null) return $"{fault}, after {step}";
        }

        return null;
    }

    // A claim burns the shares of its request, rounded down, so it can take up to one share from others.
    private static string? TripFault(
        World world, UInt256 amount, Func<World, Address, bool> leave, int sharesLost)
    {
        Address visitor = Of("dave");
        ShareRate before = world.EtherFi.Pool.Rate;
        _ = world.Execute(new Mint(default, Ledger.Ether, visitor, amount));
        _ = world.Execute(new ApproveEEth(visitor, Of("lp"), UInt256.MaxValue));
        _ = world.Execute(new ApproveEEth(visitor, Of("rm"), UInt256.MaxValue));
        if (world.Execute(new DepositToEtherFi(visitor, amount)) is Refused) return null;
        if (!leave(world, visitor)) return null;

        ShareRate after = world.EtherFi.Pool.Rate;
        BigInteger lost = (before.Assets.ToBigInteger() * after.Shares.ToBigInteger())
            - (after.Assets.ToBigInteger() * before.Shares.ToBigInteger());
        return world.Ledger.Balance(Ledger.Ether, visitor) > amount ? "a visitor gained"
            : lost > before.Assets.ToBigInteger() * sharesLost ? "others lost"
            : null;
    }

    // All requests are finalized, for as much as they ask; only the last is claimed.
    private static bool Request(World world, Address visitor)
    {
        UInt256 held = world.EtherFi.EEth.BalanceOf(visitor);
        if (world.Execute(new RequestEtherFiWithdrawal(visitor, visitor, held)) is Refused) return false;

        EtherFiQueueView queue = world.EtherFi.Queue();
        uint last = queue.Waiting[^1].Id;
        _ = world.Execute(new FinalizeEtherFiRequests(Of("admin"), last));
        if (world.Execute(new LockEtherFiEther(Of("admin"), queue.Amount)) is Refused) return false;

        return world.Execute(new ClaimEtherFiWithdrawals(visitor, [last])) is Accepted;
    }

    private static bool Redeem(World world, Address visitor) => world.Execute(new RedeemEEth(
        visitor, world.EtherFi.EEth.BalanceOf(visitor), visitor, Ledger.Ether)) is Accepted;
}
