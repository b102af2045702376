using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Engine.Restaking.Symbiotic.Burners;
using Garrison.Engine.Restaking.Symbiotic.Rewards;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;
using static Garrison.Tests.Engine.Restaking.Symbiotic.PeripheryVerbs;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>What a line of a <see cref="PeripheryScript"/> can read.</summary>
internal static class PeripheryViews
{
    public static string Read(World world, string[] words)
    {
        object value = OfStake(world, words) ?? OfRouter(world.Symbiotic.BurnerRouters, words)
            ?? OfStakerRewards(world.Symbiotic.StakerRewards, words)
            ?? OfOperatorRewards(world.Symbiotic.OperatorRewards, words)
            ?? throw new InvalidOperationException($"no view '{words[0]}'");
        return value.ToString()!;
    }

    private static object? OfStake(World world, string[] words)
    {
        Delegators delegators = world.Symbiotic.Delegators;
        return words switch
        {
            ["balance", var token, var who] => world.Ledger.Balance(Of(token), Of(who)),
            ["limit", var vault] => delegators.NetworkLimit(Of(vault), Net),
            ["shares", var vault, var who] => delegators.OperatorShares(Of(vault), Net, Of(who)),
            ["operatorLimit", var vault, var who] => delegators.OperatorLimit(Of(vault), Net, Of(who)),
            ["stake", var vault, var who] => delegators.Stake(Of(vault), Net, Of(who)),
            ["slashes", var vault, var who] => world.Symbiotic.Hooks.RememberedSlashes(
                Of("hook"), Of(vault), Net, Of(who)),
            _ => null,
        };
    }

    private static object? OfRouter(BurnerRouters routers, string[] words) => words switch
    {
        ["credit", var who] => routers.BalanceOf(Of("router"), Of(who)),
        ["seen"] => routers.Of(Of("router")).LastBalance,
        ["delay"] => routers.Of(Of("router")).Delay.Value,
        ["pendingDelay"] => routers.Of(Of("router")).Delay.Pending,
        ["receives", var who, .. var scope] => Flag(
            routers.ReceiverOf(Of("router"), RouterVerbs.Scope(scope)).Value == Of(who)),
        ["pending", var who, .. var scope] => Flag(
            routers.ReceiverOf(Of("router"), RouterVerbs.Scope(scope)).Pending == Of(who)),
        ["pendingFrom", .. var scope] => Story(
            routers.ReceiverOf(Of("router"), RouterVerbs.Scope(scope)).FromSecond),
        ["isFor", var who, var network, var @operator] => Flag(
            routers.ReceiverFor(Of("router"), Of(network), Of(@operator)) == Of(who)),
        _ => null,
    };

    private static object? OfStakerRewards(StakerRewards rewards, string[] words) => words switch
    {
        ["claimable", var who] => rewards.Claimable(
            Of("pot"), Of("tR"), Of("net"), Of(who), UInt256.MaxValue),
        ["claimable", var who, var most] => rewards.Claimable(
            Of("pot"), Of("tR"), Of("net"), Of(who), Number(most)),
        ["fee"] => rewards.Of(Of("pot")).AdminFee.Raw,
        ["fees"] => rewards.ClaimableAdminFee(Of("pot"), Of("tR")),
        ["rewards"] => rewards.RewardCount(Of("pot"), Of("tR"), Of("net")),
        ["reward", var index] => rewards.RewardOf(Of("pot"), Of("tR"), Of("net"), int.Parse(index)).Amount,
        ["next", var who] => rewards.LastUnclaimedReward(Of("pot"), Of("tR"), Of("net"), Of(who)),
        _ => null,
    };

    private static object? OfOperatorRewards(OperatorRewards rewards, string[] words) => words switch
    {
        ["left", var network] => rewards.BalanceOf(Of("roots"), Of(network), Of("tR")),
        ["claimed", var who] => rewards.ClaimedBy(Of("roots"), Of("net"), Of("tR"), Of(who)),
        _ => null,
    };

    private static ulong Story(ulong second) => second == 0 ? 0 : second - PeripheryScript.Start;

    private static int Flag(bool holds) => holds ? 1 : 0;
}
