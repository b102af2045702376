using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ConstantProduct;

/// <summary>There is another pair.</summary>
/// <param name="Contract">The factory.</param>
/// <param name="Token0">The token with the lower address.</param>
/// <param name="Token1">The token with the higher address.</param>
/// <param name="Pair">The pair.</param>
/// <param name="Count">How many pairs the factory has made.</param>
public sealed record ConstantProductPairCreated(
    Address Contract, Address Token0, Address Token1, Address Pair, ulong Count) : Event(Contract);

/// <summary>Shares were minted for tokens.</summary>
/// <param name="Contract">The pair.</param>
/// <param name="Sender">Who asked.</param>
/// <param name="Amount0">How much token 0.</param>
/// <param name="Amount1">How much token 1.</param>
public sealed record ConstantProductMinted(
    Address Contract, Address Sender, UInt256 Amount0, UInt256 Amount1) : Event(Contract);

/// <summary>Shares were burned for tokens.</summary>
/// <param name="Contract">The pair.</param>
/// <param name="Sender">Who asked.</param>
/// <param name="Amount0">How much token 0.</param>
/// <param name="Amount1">How much token 1.</param>
/// <param name="To">Who received them.</param>
public sealed record ConstantProductBurned(
    Address Contract, Address Sender, UInt256 Amount0, UInt256 Amount1, Address To) : Event(Contract);

/// <summary>Tokens were swapped.</summary>
/// <param name="Contract">The pair.</param>
/// <param name="Sender">Who asked.</param>
/// <param name="Amount0In">What came in of token 0.</param>
/// <param name="Amount1In">What came in of token 1.</param>
/// <param name="Amount0Out">What went out of token 0.</param>
/// <param name="Amount1Out">What went out of token 1.</param>
/// <param name="To">Who received it.</param>
public sealed record ConstantProductSwapped(
    Address Contract,
    Address Sender,
    UInt256 Amount0In,
    UInt256 Amount1In,
    UInt256 Amount0Out,
    UInt256 Amount1Out,
    Address To) : Event(Contract);

/// <summary>A pair has other reserves.</summary>
/// <param name="Contract">The pair.</param>
/// <param name="Reserve0">Of token 0.</param>
/// <param name="Reserve1">Of token 1.</param>
public sealed record ConstantProductSynced(Address Contract, UInt256 Reserve0, UInt256 Reserve1)
    : Event(Contract);
