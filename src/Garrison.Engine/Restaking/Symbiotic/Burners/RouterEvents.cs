using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.Burners;

/// <summary>A receiver was paid.</summary>
/// <param name="Contract">The router.</param>
/// <param name="Receiver">Who.</param>
/// <param name="Amount">How much, in the collateral's smallest unit.</param>
public sealed record RouterTransferTriggered(Address Contract, Address Receiver, UInt256 Amount)
    : Event(Contract);

/// <summary>All slashes are to be for someone else.</summary>
/// <param name="Contract">The router.</param>
/// <param name="Receiver">Whom.</param>
public sealed record GlobalReceiverSet(Address Contract, Address Receiver) : Event(Contract);

/// <summary>All slashes are for someone else.</summary>
/// <param name="Contract">The router.</param>
public sealed record GlobalReceiverAccepted(Address Contract) : Event(Contract);

/// <summary>The slashes of a network are to be for someone else.</summary>
/// <param name="Contract">The router.</param>
/// <param name="Network">Of which network.</param>
/// <param name="Receiver">Whom.</param>
public sealed record NetworkReceiverSet(Address Contract, Address Network, Address Receiver)
    : Event(Contract);

/// <summary>The slashes of a network are for someone else.</summary>
/// <param name="Contract">The router.</param>
/// <param name="Network">Of which network.</param>
public sealed record NetworkReceiverAccepted(Address Contract, Address Network) : Event(Contract);

/// <summary>The slashes of an operator by a network are to be for someone else.</summary>
/// <param name="Contract">The router.</param>
/// <param name="Network">By which network.</param>
/// <param name="Operator">Of which operator.</param>
/// <param name="Receiver">Whom.</param>
public sealed record OperatorNetworkReceiverSet(
    Address Contract, Address Network, Address Operator, Address Receiver) : Event(Contract);

/// <summary>The slashes of an operator by a network are for someone else.</summary>
/// <param name="Contract">The router.</param>
/// <param name="Network">By which network.</param>
/// <param name="Operator">Of which operator.</param>
public sealed record OperatorNetworkReceiverAccepted(Address Contract, Address Network, Address Operator)
    : Event(Contract);

/// <summary>Changes are to wait another time.</summary>
/// <param name="Contract">The router.</param>
/// <param name="Delay">How many seconds.</param>
public sealed record RouterDelaySet(Address Contract, ulong Delay) : Event(Contract);

/// <summary>Changes wait another time.</summary>
/// <param name="Contract">The router.</param>
public sealed record RouterDelayAccepted(Address Contract) : Event(Contract);

/// <summary>A router has another owner.</summary>
/// <param name="Contract">The router.</param>
/// <param name="PreviousOwner">Who it was.</param>
/// <param name="NewOwner">Who it is; zero for nobody.</param>
public sealed record RouterOwnershipTransferred(Address Contract, Address PreviousOwner, Address NewOwner)
    : Event(Contract);
