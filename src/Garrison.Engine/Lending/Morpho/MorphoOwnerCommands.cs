using Garrison.Primitives;

namespace Garrison.Engine.Lending.Morpho;

/// <summary>Makes Morpho, once in a world.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Morpho">The address it will have.</param>
/// <param name="Owner">Who runs it.</param>
public sealed record DeployMorpho(Address Sender, Address Morpho, Address Owner) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Morpho.Deploy(Morpho, Owner);
}

/// <summary>Makes an adaptive-curve rate model.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Irm">The address it will have.</param>
public sealed record DeployMorphoIrm(Address Sender, Address Irm) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Morpho.DeployIrm(Irm);
}

/// <summary>Hands Morpho over.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="NewOwner">To whom.</param>
public sealed record SetMorphoOwner(Address Sender, Address NewOwner) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Morpho.SetOwner(Sender, NewOwner);
}

/// <summary>Lets markets use a rate model; there is no way back.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Irm">Which; zero for none.</param>
public sealed record EnableMorphoIrm(Address Sender, Address Irm) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Morpho.EnableIrm(Sender, Irm);
}

/// <summary>Lets markets use a liquidation loan-to-value; there is no way back.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Lltv">Which, times 10¹⁸, below 10¹⁸.</param>
public sealed record EnableMorphoLltv(Address Sender, UInt256 Lltv) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Morpho.EnableLltv(Sender, Lltv);
}

/// <summary>Sets which part of a market's interest is a fee.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Market">Which.</param>
/// <param name="NewFee">The part, times 10¹⁸, at most a quarter.</param>
public sealed record SetMorphoFee(Address Sender, Hash32 Market, UInt256 NewFee) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Morpho.SetFee(Sender, Market, NewFee);
}

/// <summary>Sets who gets the fees.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="NewFeeRecipient">Who.</param>
public sealed record SetMorphoFeeRecipient(Address Sender, Address NewFeeRecipient) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Morpho.SetFeeRecipient(Sender, NewFeeRecipient);
}

/// <summary>Makes a market, of a rate model and a loan-to-value that are enabled.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Parameters">What it is made of; their hash is its name.</param>
public sealed record CreateMorphoMarket(Address Sender, MorphoMarketParameters Parameters) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Morpho.CreateMarket(Parameters);
}

/// <summary>Lets another account manage the sender's positions, or no more.</summary>
/// <param name="Sender">Whose.</param>
/// <param name="Authorized">Who.</param>
/// <param name="NewIsAuthorized">Whether they may.</param>
public sealed record SetMorphoAuthorization(Address Sender, Address Authorized, bool NewIsAuthorized)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Morpho.SetAuthorization(Sender, Authorized, NewIsAuthorized);
}

/// <summary>The same by a signature.</summary>
/// <param name="Sender">Who sends it.</param>
/// <param name="Authorizer">Whose positions.</param>
/// <param name="Authorized">Who.</param>
/// <param name="IsAuthorized">Whether they may.</param>
/// <param name="Nonce">The number of the signature.</param>
/// <param name="Deadline">The last second at which it counts.</param>
/// <param name="Signer">Who signed that, recovered outside; zero when nobody did.</param>
public sealed record SetMorphoAuthorizationWithSignature(
    Address Sender,
    Address Authorizer,
    Address Authorized,
    bool IsAuthorized,
    UInt256 Nonce,
    UInt256 Deadline,
    Address Signer) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Morpho.SetAuthorizationWithSignature(this);
}
