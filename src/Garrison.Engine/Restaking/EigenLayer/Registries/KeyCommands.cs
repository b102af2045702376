using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Registries;

/// <summary>Puts the KeyRegistrar beside EigenLayer's core.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Registrar">Its address.</param>
public sealed record DeployKeyRegistrar(Address Sender, Address Registrar) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Keys.Deploy(Registrar);
}

/// <summary>Says for good on which curve the operators of a set sign.</summary>
/// <param name="Sender">The service, or who may act for it.</param>
/// <param name="Set">Which set; it need not exist.</param>
/// <param name="Curve">Which curve.</param>
public sealed record ConfigureOperatorSet(Address Sender, OperatorSet Set, CurveType Curve) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Keys.Configure(Sender, Set, Curve);
}

/// <summary>Gives an operator a key for a set.</summary>
/// <param name="Sender">The operator, or who may act for it.</param>
/// <param name="Operator">Which one.</param>
/// <param name="Set">For which set.</param>
/// <param name="KeyData">The key: 20 bytes of an address, or 192 of two points.</param>
/// <param name="Signature">Of the key over this registration.</param>
public sealed record RegisterKey(
    Address Sender, Address Operator, OperatorSet Set, byte[] KeyData, KeySignature Signature)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Keys.Register(this);
}

/// <summary>Takes an operator's key for a set away, once the set can slash it no more.</summary>
/// <param name="Sender">The operator, or who may act for it.</param>
/// <param name="Operator">Which one.</param>
/// <param name="Set">For which set.</param>
public sealed record DeregisterKey(Address Sender, Address Operator, OperatorSet Set) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Keys.Deregister(Sender, Operator, Set);
}

/// <summary>A set said on which curve its operators sign.</summary>
/// <param name="Contract">The KeyRegistrar.</param>
/// <param name="OperatorSet">The set.</param>
/// <param name="CurveType">The curve.</param>
public sealed record OperatorSetConfigured(Address Contract, OperatorSet OperatorSet, CurveType CurveType)
    : Event(Contract);

/// <summary>An operator has a key for a set.</summary>
/// <param name="Contract">The KeyRegistrar.</param>
/// <param name="OperatorSet">The set.</param>
/// <param name="Operator">The operator.</param>
/// <param name="CurveType">The curve.</param>
/// <param name="Pubkey">The key.</param>
public sealed record KeyRegistered(
    Address Contract, OperatorSet OperatorSet, Address Operator, CurveType CurveType, byte[] Pubkey)
    : Event(Contract);

/// <summary>An operator has no key for a set any more.</summary>
/// <param name="Contract">The KeyRegistrar.</param>
/// <param name="OperatorSet">The set.</param>
/// <param name="Operator">The operator.</param>
/// <param name="CurveType">The curve.</param>
public sealed record KeyDeregistered(
    Address Contract, OperatorSet OperatorSet, Address Operator, CurveType CurveType) : Event(Contract);
