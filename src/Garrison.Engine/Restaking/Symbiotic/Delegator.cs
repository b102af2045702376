using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic;

/// <summary>How a vault's active stake is shared out; the numbers are the contracts' entity types.</summary>
public enum DelegatorKind : byte
{
    /// <summary>Every network is given the same stake; inside a network operators share in it.</summary>
    NetworkRestake = 0,

    /// <summary>Every network and every operator is given the same stake.</summary>
    FullRestake = 1,

    /// <summary>One operator is given the stake, for any network.</summary>
    OperatorSpecific = 2,

    /// <summary>One operator is given the stake, for one network.</summary>
    OperatorNetworkSpecific = 3,
}

/// <summary>The contract that shares a vault's stake out.</summary>
/// <param name="Kind">How.</param>
/// <param name="Hook">What is told of a slash; zero for nobody.</param>
/// <param name="Operator">The one operator, if the kind has one.</param>
/// <param name="Network">The one network, if the kind has one.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct Delegator(DelegatorKind Kind, Address Hook, Address Operator, Address Network);

/// <summary>What a delegator is made with.</summary>
/// <param name="Address">Where the chain puts it.</param>
/// <param name="Kind">How it shares stake out.</param>
/// <param name="Operator">The one operator, if the kind has one.</param>
/// <param name="Network">The one network, if the kind has one.</param>
/// <param name="Hook">What is told of a slash; zero for nobody.</param>
/// <param name="DefaultAdmin">Grants and revokes the roles; zero for nobody.</param>
/// <param name="HookSetter">Says which hook; zero for nobody.</param>
/// <param name="NetworkLimitSetters">Say how much a network is given.</param>
/// <param name="OperatorSetters">Say what an operator's shares or limits are.</param>
public sealed record DelegatorParameters(
    Address Address,
    DelegatorKind Kind,
    Address Operator,
    Address Network,
    Address Hook,
    Address DefaultAdmin,
    Address HookSetter,
    IReadOnlyList<Address> NetworkLimitSetters,
    IReadOnlyList<Address> OperatorSetters)
{
    /// <summary>A delegator in which one account, the curator, has every role.</summary>
    public static DelegatorParameters Of(
        Address address, DelegatorKind kind, Address curator, Address @operator, Address network) =>
        new(address, kind, @operator, network, Address.Zero, curator, curator, [curator], [curator]);
}

[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct VaultSubnetwork(Address Vault, Subnetwork Subnetwork);

[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct VaultOperator(VaultSubnetwork Subnetwork, Address Operator);
