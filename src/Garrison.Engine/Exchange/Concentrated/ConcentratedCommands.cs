using Garrison.Primitives;

namespace Garrison.Engine.Exchange.Concentrated;

/// <summary>Makes a factory of pools with the fees it begins with: 0.05 %, 0.3 % and 1 %.</summary>
/// <param name="Sender">Its owner.</param>
/// <param name="Factory">Its address.</param>
public sealed record DeployConcentratedFactory(Address Sender, Address Factory) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.ConcentratedPools.DeployFactory(Sender, Factory);
}

/// <summary>Hands a factory on.</summary>
/// <param name="Sender">Its owner.</param>
/// <param name="Factory">Which.</param>
/// <param name="Owner">The next owner.</param>
public sealed record SetConcentratedOwner(Address Sender, Address Factory, Address Owner) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ConcentratedPools.SetOwner(Sender, Factory, Owner);
}

/// <summary>Allows pools of another fee.</summary>
/// <param name="Sender">The owner of the factory.</param>
/// <param name="Factory">Which.</param>
/// <param name="Fee">The fee on what goes in, in millionths, below 1,000,000.</param>
/// <param name="TickSpacing">The spacing of such pools, from 1 to below 16,384.</param>
public sealed record EnableConcentratedFee(Address Sender, Address Factory, uint Fee, int TickSpacing)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ConcentratedPools.EnableFee(Sender, Factory, Fee, TickSpacing);
}

/// <summary>Makes a pool, which has no price yet.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Factory">Of which factory.</param>
/// <param name="Pool">Its address, a fact of the command.</param>
/// <param name="TokenA">One token.</param>
/// <param name="TokenB">The other, in either order.</param>
/// <param name="Fee">The fee on what goes in, in millionths; one that the factory allows.</param>
public sealed record CreateConcentratedPool(
    Address Sender, Address Factory, Address Pool, Address TokenA, Address TokenB, uint Fee)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ConcentratedPools.CreatePool(Factory, Pool, TokenA, TokenB, Fee);
}

/// <summary>Gives a pool its first price.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Pool">Which.</param>
/// <param name="SqrtPriceX96">The square root of token 1 per token 0, in units of 2⁻⁹⁶.</param>
public sealed record InitializeConcentratedPool(Address Sender, Address Pool, UInt256 SqrtPriceX96)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.ConcentratedPools.Initialize(Pool, SqrtPriceX96);
}

/// <summary>Adds liquidity between two ticks, and pays for it.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Pool">Where.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="TickLower">Where it begins.</param>
/// <param name="TickUpper">Where it ends.</param>
/// <param name="Liquidity">How much: √(token 0 · token 1) of an unbounded position.</param>
public sealed record MintConcentratedLiquidity(
    Address Sender, Address Pool, Address Owner, int TickLower, int TickUpper, UInt256 Liquidity)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.ConcentratedPools.Mint(
        Sender, Pool, Owner, new TickRange(TickLower, TickUpper), Liquidity);
}

/// <summary>Takes liquidity out; its tokens, and the fees until now, wait to be collected.</summary>
/// <param name="Sender">Whose it is.</param>
/// <param name="Pool">Where.</param>
/// <param name="TickLower">Where it begins.</param>
/// <param name="TickUpper">Where it ends.</param>
/// <param name="Liquidity">How much; 0 only counts fees.</param>
public sealed record BurnConcentratedLiquidity(
    Address Sender, Address Pool, int TickLower, int TickUpper, UInt256 Liquidity) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.ConcentratedPools.Burn(
        Sender, Pool, new TickRange(TickLower, TickUpper), Liquidity);
}

/// <summary>Pays out what waits of a position.</summary>
/// <param name="Sender">Whose it is.</param>
/// <param name="Pool">Where.</param>
/// <param name="Recipient">Who is paid.</param>
/// <param name="TickLower">Where it begins.</param>
/// <param name="TickUpper">Where it ends.</param>
/// <param name="Amount0">At most this of token 0.</param>
/// <param name="Amount1">At most this of token 1.</param>
public sealed record CollectConcentrated(
    Address Sender,
    Address Pool,
    Address Recipient,
    int TickLower,
    int TickUpper,
    UInt256 Amount0,
    UInt256 Amount1) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.ConcentratedPools.Collect(
        Sender, Pool, Recipient, new TickRange(TickLower, TickUpper), Amount0, Amount1);
}

/// <summary>Swaps until an amount or a price is reached, and pays for it.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Pool">Where.</param>
/// <param name="Recipient">Who receives.</param>
/// <param name="ZeroForOne">Whether token 0 goes in and token 1 comes out.</param>
/// <param name="AmountSpecified">What goes in, fee included; or when negative, what comes out.</param>
/// <param name="SqrtPriceLimitX96">The square root of the price at which it ends, in units of 2⁻⁹⁶.</param>
public sealed record SwapConcentrated(
    Address Sender,
    Address Pool,
    Address Recipient,
    bool ZeroForOne,
    Int256 AmountSpecified,
    UInt256 SqrtPriceLimitX96) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.ConcentratedPools.Swap(
        Sender, Pool, Recipient, ZeroForOne, AmountSpecified, SqrtPriceLimitX96);
}

/// <summary>Borrows tokens, pays them back at once, and pays for it.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Pool">Where.</param>
/// <param name="Recipient">Who is lent the tokens.</param>
/// <param name="Amount0">How much of token 0.</param>
/// <param name="Amount1">How much of token 1.</param>
/// <param name="Paid0">What is paid of token 0 beyond what was lent: a fact of the command.</param>
/// <param name="Paid1">The same of token 1.</param>
public sealed record FlashConcentrated(
    Address Sender,
    Address Pool,
    Address Recipient,
    UInt256 Amount0,
    UInt256 Amount1,
    UInt256 Paid0,
    UInt256 Paid1) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.ConcentratedPools.Flash(
        Sender, Pool, Recipient, new TokenAmounts(Amount0, Amount1), new TokenAmounts(Paid0, Paid1));
}

/// <summary>Sets what part of a pool's fees is the protocol's.</summary>
/// <param name="Sender">The owner of the factory.</param>
/// <param name="Pool">Of which.</param>
/// <param name="FeeProtocol0">One part in so many, 4 to 10, of fees in token 0; 0 for none.</param>
/// <param name="FeeProtocol1">The same of token 1.</param>
public sealed record SetConcentratedFeeProtocol(
    Address Sender, Address Pool, byte FeeProtocol0, byte FeeProtocol1) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ConcentratedPools.SetFeeProtocol(Sender, Pool, FeeProtocol0, FeeProtocol1);
}

/// <summary>Pays out the protocol's part of fees.</summary>
/// <param name="Sender">The owner of the factory.</param>
/// <param name="Pool">Of which.</param>
/// <param name="Recipient">Who is paid.</param>
/// <param name="Amount0">At most this of token 0; a unit always stays.</param>
/// <param name="Amount1">The same of token 1.</param>
public sealed record CollectConcentratedProtocol(
    Address Sender, Address Pool, Address Recipient, UInt256 Amount0, UInt256 Amount1) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ConcentratedPools.CollectProtocol(Sender, Pool, Recipient, Amount0, Amount1);
}

/// <summary>Lets a pool keep more observations.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Pool">Which.</param>
/// <param name="ObservationCardinalityNext">How many.</param>
public sealed record IncreaseConcentratedObservations(
    Address Sender, Address Pool, ushort ObservationCardinalityNext) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.ConcentratedPools.IncreaseObservations(Pool, ObservationCardinalityNext);
}
