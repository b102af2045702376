using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Engine.Restaking.Symbiotic.Burners;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>The lines of the router <c>router</c>, whose owner is <c>owner</c> and whose delay 50
/// seconds.</summary>
/// <remarks>
/// <code>
/// router fund net:victims net/op:cover     ok
/// receive owner other net/op               ok
/// accept net/op                            ok
/// </code>
/// Slashes are for <c>fund</c>, those of net for <c>victims</c>, those of op by net for <c>cover</c>. A scope
/// is nothing, a network, or a network and an operator.
/// </remarks>
internal static class RouterVerbs
{
    /// <summary>The command of a line; null when it is not one of these.</summary>
    public static Command? Command(string[] words) => words switch
    {
        ["router", var fund, .. var named] => new DeployBurnerRouter(
            default, Of("router"), Parameters("tC", 50, fund, named)),
        ["routerOf", var token, var delay] => new DeployBurnerRouter(
            default, Of("router"), Parameters(token, ulong.Parse(delay), "fund", [])),
        ["tell", var network, var @operator] => new TellRouter(
            Of("anyone"), Of("router"), Subnetwork.Of(Of(network), 7UL), Of(@operator)),
        ["pay", var who] => new TriggerRouterTransfer(Of("anyone"), Of("router"), Of(who)),
        ["receive", var sender, var who, .. var scope] => new SetRouterReceiver(
            Of(sender), Of("router"), Scope(scope), Of(who)),
        ["accept", .. var scope] => new AcceptRouterReceiver(Of("anyone"), Of("router"), Scope(scope)),
        ["delay", var sender, var seconds] => new SetRouterDelay(
            Of(sender), Of("router"), ulong.Parse(seconds)),
        ["acceptDelay"] => new AcceptRouterDelay(Of("anyone"), Of("router")),
        ["own", var sender, var owner] => new TransferRouterOwnership(Of(sender), Of("router"), Of(owner)),
        ["disown", var sender] => new RenounceRouterOwnership(Of(sender), Of("router")),
        _ => null,
    };

    /// <summary>A scope in words: none, a network, or a network and an operator.</summary>
    public static ReceiverScope Scope(string[] words)
    {
        if (words.Length == 0) return ReceiverScope.Global;

        string[] parts = words[0].Split('/');
        return parts.Length == 1
            ? ReceiverScope.Of(Of(parts[0]))
            : ReceiverScope.Of(Of(parts[0]), Of(parts[1]));
    }

    private static RouterParameters Parameters(string token, ulong delay, string fund, string[] named)
    {
        (ReceiverScope Scope, Address Who)[] receivers =
        [
            .. named.Select(static word => (Scope([word.Split(':')[0]]), Of(word.Split(':')[1]))),
        ];
        return new RouterParameters(
            Of("owner"),
            Of(token),
            delay,
            Of(fund),
            [
                .. from one in receivers
                   where one.Scope.Level == ReceiverLevel.Network
                   select new NetworkReceiver(one.Scope.Network, one.Who),
            ],
            [
                .. from one in receivers
                   where one.Scope.Level == ReceiverLevel.OperatorNetwork
                   select new OperatorNetworkReceiver(one.Scope.Network, one.Scope.Operator, one.Who),
            ]);
    }
}
