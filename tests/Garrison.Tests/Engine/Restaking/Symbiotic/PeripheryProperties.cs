using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Engine.Restaking.Symbiotic.Burners;
using Garrison.Engine.Restaking.Symbiotic.Rewards;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;
using static Garrison.Tests.Engine.Restaking.Symbiotic.PeripheryVerbs;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>Laws of hooks, routers and rewards over random histories.</summary>
public sealed class PeripheryProperties
{
    private const int Length = 60;

    private static readonly string[] _holders = ["alice", "bob", "mid"];
    private static readonly string[] _receivers = ["fund", "victims", "cover", "x", "nobody"];

    private static int Count => Math.Max(1, Check.Count / Length / 2);

    [Theory]
    [InlineData("network", "NetworkRestakeDecrease")]
    [InlineData("network", "NetworkRestakeRedistribute")]
    [InlineData("network", "NetworkRestakeReset 2 30")]
    [InlineData("full", "FullRestakeDecrease")]
    [InlineData("full", "FullRestakeReset 3 50")]
    [InlineData("operator", "OperatorSpecificDecrease")]
    [InlineData("operator", "OperatorSpecificReset 2 20")]
    public void A_hook_makes_no_slash_fail_and_no_weight_rise(string delegator, string hook) =>
        Sequences.Check(Count, Length, DrawSlashing, lines => HookFault(delegator, hook, lines));

    [Fact]
    public void A_router_credits_what_it_receives_and_pays_what_it_credits() =>
        Sequences.Check(Count, Length, DrawRouting, RouterFault);

    [Fact]
    public void Stakers_claim_no_more_than_was_paid() =>
        Sequences.Check(Count, Length, DrawRewarding, RewardsFault);

    private static string? HookFault(string delegator, string hook, IReadOnlyList<string> lines)
    {
        PeripheryScript script = PeripheryScript.Play($"""
            deployHook hook {hook}                   ok
            vault V {delegator} hook:hook            ok
            stake alice V 1000                       ok
            """);
        foreach (string line in lines)
        {
            if (!line.StartsWith("slash"))
            {
                _ = script.Execute(line);
                continue;
            }

            UInt256[] before = Weights(script.World);
            World without = script.World.Fork();
            _ = without.Execute(Command(without, ["setHook", "V", "nobody"]));
            bool isExpected = without.Execute(Command(without, line.Split(' '))) is Accepted;
            if (script.Execute(line) is Accepted != isExpected) return $"the hook decided {line}";
            if (script.World.Symbiotic.Vaults.ActiveStake(Of("V"))
                != without.Symbiotic.Vaults.ActiveStake(Of("V")))
            {
                return $"the hook changed what {line} took";
            }

            if (Weights(script.World).Zip(before).Any(static pair => pair.First > pair.Second))
            {
                return $"a weight rose at {line}";
            }
        }

        return null;
    }

    private static UInt256[] Weights(World world)
    {
        Delegators delegators = world.Symbiotic.Delegators;
        (Address vault, Address op, Address rival) = (Of("V"), Of("op"), Of("rival"));
        return
        [
            delegators.NetworkLimit(vault, Net),
            delegators.OperatorShares(vault, Net, op),
            delegators.OperatorShares(vault, Net, rival),
            delegators.OperatorLimit(vault, Net, op),
            delegators.OperatorLimit(vault, Net, rival),
        ];
    }

    private static string DrawSlashing(Dice dice)
    {
        string who = dice.Of("op", "rival");
        string role = dice.Of(
            "NETWORK_LIMIT_SET_ROLE", "OPERATOR_NETWORK_SHARES_SET_ROLE", "OPERATOR_NETWORK_LIMIT_SET_ROLE");
        return dice.Below(10) switch
        {
            0 or 1 or 2 => $"slash {who} V {dice.Of(0, 1, 17, 150, 5000)}",
            3 => $"shares V {who} {dice.Of(0, 1, 7, 1000)}",
            4 => $"operatorLimit V {who} {dice.Of(0, 1, 300, 1000)}",
            5 => $"limit V {dice.Of(0, 1, 333, 1000)}",
            6 => $"{dice.Of("revoke", "grant", "grant")} V.delegator {role} hook",
            7 => $"{dice.Of("stake", "leave")} alice V {dice.Of(1, 100, 700)}",
            _ => $"pass {dice.Of(1, 10, 40)}",
        };
    }

    private static string? RouterFault(IReadOnlyList<string> lines)
    {
        PeripheryScript script = PeripheryScript.Play("""
            router fund net:victims net/op:cover     ok
            vault V full burner:router               ok
            operatorLimit V op 1000                  ok
            operatorLimit V rival 1000               ok
            """);
        UInt256 received = UInt256.Zero;
        UInt256 paid = UInt256.Zero;
        foreach (string line in lines)
        {
            if (script.Execute(line) is not Accepted accepted) continue;

            foreach (Transferred moved in accepted.Events.OfType<Transferred>())
            {
                if (moved.To == Of("router")) received += moved.Value;
                if (moved.From == Of("router")) paid += moved.Value;
            }

            UInt256 credited = Credits(script.World);
            Router router = script.World.Symbiotic.BurnerRouters.Of(Of("router"));
            if (credited != router.LastBalance) return $"credits and sight differ: {line}";
            if (line.StartsWith("slash") && credited + paid != received) return $"not all credited: {line}";
        }

        script.PlayLines("tell other rival ok");
        return Credits(script.World) + paid == received ? null : "not all that came was credited";
    }

    private static UInt256 Credits(World world) =>
        _receivers.Sum(name => world.Symbiotic.BurnerRouters.BalanceOf(Of("router"), Of(name)));

    private static string DrawRouting(Dice dice)
    {
        string scope = dice.Of("", " net", " net/op");
        string who = dice.Of("fund", "victims", "cover", "x", "nobody");
        return dice.Below(9) switch
        {
            0 or 1 => $"slash {dice.Of("op", "rival")} V {dice.Of(1, 30, 2000)}",
            2 => $"stake alice V {dice.Of(10, 500)}",
            3 => $"receive owner {who}{scope}",
            4 => $"accept{scope}",
            5 or 6 => $"pay {who}",
            7 => dice.OneIn(2) ? $"delay owner {dice.Of(0, 5, 60)}" : $"send tC bob router {dice.Of(1, 9)}",
            _ => $"pass {dice.Of(1, 20, 60)}",
        };
    }

    private static string? RewardsFault(IReadOnlyList<string> lines)
    {
        PeripheryScript script = PeripheryScript.Play("""
            vault V full                             ok
            stake alice V 7                          ok
            pot V 300                                ok
            pass 1                                   ok
            """);
        UInt256 rewards = UInt256.Zero;
        UInt256 claimed = UInt256.Zero;
        UInt256 fees = UInt256.Zero;
        foreach (string line in lines)
        {
            if (script.Execute(line.Replace("@", Ago(script.World))) is not Accepted accepted) continue;

            foreach (Event fact in accepted.Events)
            {
                if (fact is StakerRewardsDistributed paid)
                {
                    rewards += paid.DistributeAmount;
                    fees += paid.AdminFeeAmount;
                }

                if (fact is StakerRewardsClaimed taken) claimed += taken.Amount;
                if (fact is AdminFeeClaimed fee) fees -= fee.Amount;
            }

            UInt256 held = script.World.Ledger.Balance(Of("tR"), Of("pot"));
            if (held != rewards - claimed + fees) return $"the pot does not add up: {line}";
        }

        return Dust(script, rewards, claimed);
    }

    // When everyone has claimed, less than 1 stays of each reward for each holder.
    private static string? Dust(PeripheryScript script, UInt256 rewards, UInt256 claimed)
    {
        StakerRewards staker = script.World.Symbiotic.StakerRewards;
        UInt256 open = _holders.Sum(name =>
            staker.Claimable(Of("pot"), Of("tR"), Of("net"), Of(name), UInt256.MaxValue));
        int count = staker.RewardCount(Of("pot"), Of("tR"), Of("net"));
        if (claimed + open > rewards) return "more can be claimed than was paid";

        return rewards - claimed - open <= (ulong)(3 * count) ? null : "more than dust stays";
    }

    private static string Ago(World world) =>
        (world.Clock.Seconds - PeripheryScript.Start - 1).ToString();

    private static string DrawRewarding(Dice dice)
    {
        string who = dice.Of("alice", "bob", "mid");
        return dice.Below(8) switch
        {
            0 or 1 => $"reward mid net {dice.Of(1, 100, 9999)} @",
            2 => $"stake {who} V {dice.Of(1, 13, 100)}",
            3 => $"leave {who} V {dice.Of(1, 5, 50)}",
            4 or 5 => $"take {who} {dice.Of(1, 2, 100)}",
            6 => dice.OneIn(2) ? $"setFee curator {dice.Of(0, 1, 5000, 10000)}" : "takeFees curator eve",
            _ => $"pass {dice.Of(1, 7)}",
        };
    }
}
