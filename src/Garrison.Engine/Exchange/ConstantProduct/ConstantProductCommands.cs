using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ConstantProduct;

/// <summary>Makes a factory of pairs, without protocol fees.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Factory">Its address.</param>
/// <param name="FeeToSetter">Who says where protocol fees go.</param>
public sealed record DeployConstantProductFactory(Address Sender, Address Factory, Address FeeToSetter)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ConstantProductPools.DeployFactory(Factory, FeeToSetter);
}

/// <summary>Makes a pair, which is empty.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Factory">Of which factory.</param>
/// <param name="Pair">Its address, a fact of the command.</param>
/// <param name="TokenA">One token.</param>
/// <param name="TokenB">The other, in either order.</param>
public sealed record CreateConstantProductPair(
    Address Sender, Address Factory, Address Pair, Address TokenA, Address TokenB) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ConstantProductPools.CreatePair(Factory, Pair, TokenA, TokenB);
}

/// <summary>Says where the protocol fees of a factory's pairs go.</summary>
/// <param name="Sender">Who may say so.</param>
/// <param name="Factory">Of which.</param>
/// <param name="FeeTo">Where; zero for no protocol fees.</param>
public sealed record SetConstantProductFeeTo(Address Sender, Address Factory, Address FeeTo)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ConstantProductPools.SetFeeTo(Sender, Factory, FeeTo);
}

/// <summary>Lets someone else say where protocol fees go.</summary>
/// <param name="Sender">Who may say so until now.</param>
/// <param name="Factory">Of which factory.</param>
/// <param name="FeeToSetter">Who may from now on.</param>
public sealed record SetConstantProductFeeToSetter(Address Sender, Address Factory, Address FeeToSetter)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ConstantProductPools.SetFeeToSetter(Sender, Factory, FeeToSetter);
}

/// <summary>Pays tokens into a pair, and mints shares for all that it holds beyond its reserves.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Pair">Where.</param>
/// <param name="To">Who gets the shares.</param>
/// <param name="Amount0">How much of token 0 is paid.</param>
/// <param name="Amount1">How much of token 1 is paid.</param>
public sealed record AddConstantProductLiquidity(
    Address Sender, Address Pair, Address To, UInt256 Amount0, UInt256 Amount1) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ConstantProductPools.Add(Sender, Pair, To, new TokenAmounts(Amount0, Amount1));
}

/// <summary>Hands shares to a pair, and burns all that it holds of them for its tokens.</summary>
/// <param name="Sender">Whose shares.</param>
/// <param name="Pair">Where.</param>
/// <param name="To">Who gets the tokens.</param>
/// <param name="Shares">How many.</param>
public sealed record RemoveConstantProductLiquidity(
    Address Sender, Address Pair, Address To, UInt256 Shares) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ConstantProductPools.Remove(Sender, Pair, To, Shares);
}

/// <summary>Pays tokens into a pair, and takes tokens out for all that it holds beyond its
/// reserves.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Pair">Where.</param>
/// <param name="To">Who receives.</param>
/// <param name="Amount0In">How much of token 0 is paid.</param>
/// <param name="Amount1In">How much of token 1 is paid.</param>
/// <param name="Amount0Out">How much of token 0 is taken.</param>
/// <param name="Amount1Out">How much of token 1 is taken.</param>
public sealed record SwapConstantProduct(
    Address Sender,
    Address Pair,
    Address To,
    UInt256 Amount0In,
    UInt256 Amount1In,
    UInt256 Amount0Out,
    UInt256 Amount1Out) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.ConstantProductPools.Swap(
        Sender, Pair, To, new TokenAmounts(Amount0In, Amount1In), new TokenAmounts(Amount0Out, Amount1Out));
}

/// <summary>Takes what a pair holds beyond its reserves.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Pair">Which.</param>
/// <param name="To">Who receives it.</param>
public sealed record SkimConstantProduct(Address Sender, Address Pair, Address To) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.ConstantProductPools.Skim(Pair, To);
}

/// <summary>Makes what a pair holds its reserves.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Pair">Which.</param>
public sealed record SyncConstantProduct(Address Sender, Address Pair) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.ConstantProductPools.Sync(Pair);
}
