using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.Burners;

/// <summary>A contract that is paid slashed collateral, and knows whom it is for.</summary>
/// <param name="Collateral">The token; zero when there is no router.</param>
/// <param name="Owner">Who says whom it is for; zero for nobody.</param>
/// <param name="Delay">How many seconds a change waits, itself changed with a delay.</param>
/// <param name="LastBalance">What the router held and was credited when it last looked, in the collateral's
/// smallest unit.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct Router(
    Address Collateral, Address Owner, Delayed<ulong> Delay, UInt256 LastBalance);

/// <summary>What a router is made with.</summary>
/// <param name="Owner">Who says whom the collateral is for; zero for nobody, ever.</param>
/// <param name="Collateral">The token that the vault is slashed in.</param>
/// <param name="DelaySeconds">How long a change waits, below 2⁴⁸.</param>
/// <param name="GlobalReceiver">Whom a slash is for when nothing else says so.</param>
/// <param name="NetworkReceivers">Whom the slashes of a network are for.</param>
/// <param name="OperatorNetworkReceivers">Whom the slashes of an operator by a network are for.</param>
public sealed record RouterParameters(
    Address Owner,
    Address Collateral,
    ulong DelaySeconds,
    Address GlobalReceiver,
    IReadOnlyList<NetworkReceiver> NetworkReceivers,
    IReadOnlyList<OperatorNetworkReceiver> OperatorNetworkReceivers);

/// <summary>Whom the slashes of a network are for.</summary>
/// <param name="Network">Of which network.</param>
/// <param name="Receiver">Whom.</param>
public sealed record NetworkReceiver(Address Network, Address Receiver);

/// <summary>Whom the slashes of an operator by a network are for.</summary>
/// <param name="Network">By which network.</param>
/// <param name="Operator">Of which operator.</param>
/// <param name="Receiver">Whom.</param>
public sealed record OperatorNetworkReceiver(Address Network, Address Operator, Address Receiver);

/// <summary>How narrowly a receiver is named; the narrowest counts.</summary>
public enum ReceiverLevel : byte
{
    /// <summary>For all slashes.</summary>
    Global,

    /// <summary>For those of a network.</summary>
    Network,

    /// <summary>For those of an operator by a network.</summary>
    OperatorNetwork,
}

/// <summary>Which slashes a receiver is for.</summary>
/// <param name="Level">How narrowly.</param>
/// <param name="Network">By which network; zero when for all.</param>
/// <param name="Operator">Of which operator; zero when for all.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ReceiverScope(ReceiverLevel Level, Address Network, Address Operator)
{
    /// <summary>All slashes.</summary>
    public static ReceiverScope Global => default;

    /// <summary>The slashes of a network.</summary>
    public static ReceiverScope Of(Address network) => new(ReceiverLevel.Network, network, Address.Zero);

    /// <summary>The slashes of an operator by a network.</summary>
    public static ReceiverScope Of(Address network, Address @operator) =>
        new(ReceiverLevel.OperatorNetwork, network, @operator);
}

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct RouterScope(Address Router, ReceiverScope Scope);

internal readonly record struct RouterReceiver(Address Router, Address Receiver);
