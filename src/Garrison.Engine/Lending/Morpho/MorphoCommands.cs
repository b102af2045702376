using Garrison.Primitives;

namespace Garrison.Engine.Lending.Morpho;

/// <summary>Lends, by assets or by shares: one of the two is 0.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Market">Where.</param>
/// <param name="Assets">How much, in the loan token's smallest unit.</param>
/// <param name="Shares">Or for how many shares.</param>
/// <param name="OnBehalf">Who gets the shares.</param>
public sealed record SupplyToMorpho(
    Address Sender, Hash32 Market, UInt256 Assets, UInt256 Shares, Address OnBehalf) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Morpho.Supply(Sender, Market, Assets, Shares, OnBehalf);
}

/// <summary>Takes back what was lent, by assets or by shares: one of the two is 0.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Market">Where.</param>
/// <param name="Assets">How much, in the loan token's smallest unit.</param>
/// <param name="Shares">Or how many shares are burned.</param>
/// <param name="OnBehalf">Whose shares.</param>
/// <param name="Receiver">Who is paid.</param>
public sealed record WithdrawFromMorpho(
    Address Sender, Hash32 Market, UInt256 Assets, UInt256 Shares, Address OnBehalf, Address Receiver)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Morpho.Withdraw(Sender, Market, Assets, Shares, OnBehalf, Receiver);
}

/// <summary>Borrows, by assets or by shares: one of the two is 0.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Market">Where.</param>
/// <param name="Assets">How much, in the loan token's smallest unit.</param>
/// <param name="Shares">Or how many shares are owed.</param>
/// <param name="OnBehalf">Who owes.</param>
/// <param name="Receiver">Who is paid.</param>
public sealed record BorrowFromMorpho(
    Address Sender, Hash32 Market, UInt256 Assets, UInt256 Shares, Address OnBehalf, Address Receiver)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Morpho.Borrow(Sender, Market, Assets, Shares, OnBehalf, Receiver);
}

/// <summary>Pays a loan back, by assets or by shares: one of the two is 0.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Market">Where.</param>
/// <param name="Assets">How much, in the loan token's smallest unit.</param>
/// <param name="Shares">Or how many shares are burned.</param>
/// <param name="OnBehalf">Whose loan.</param>
public sealed record RepayToMorpho(
    Address Sender, Hash32 Market, UInt256 Assets, UInt256 Shares, Address OnBehalf) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Morpho.Repay(Sender, Market, Assets, Shares, OnBehalf);
}

/// <summary>Puts collateral up.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Market">Where.</param>
/// <param name="Assets">How much, in the collateral token's smallest unit.</param>
/// <param name="OnBehalf">For whom.</param>
public sealed record SupplyMorphoCollateral(
    Address Sender, Hash32 Market, UInt256 Assets, Address OnBehalf) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Morpho.SupplyCollateral(Sender, Market, Assets, OnBehalf);
}

/// <summary>Takes collateral back.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Market">Where.</param>
/// <param name="Assets">How much, in the collateral token's smallest unit.</param>
/// <param name="OnBehalf">Whose.</param>
/// <param name="Receiver">Who is paid.</param>
public sealed record WithdrawMorphoCollateral(
    Address Sender, Hash32 Market, UInt256 Assets, Address OnBehalf, Address Receiver) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Morpho.WithdrawCollateral(Sender, Market, Assets, OnBehalf, Receiver);
}

/// <summary>Repays a loan that is not healthy for its collateral, by what is seized or by what is repaid: one
/// of the two is 0.</summary>
/// <param name="Sender">Who pays and is paid.</param>
/// <param name="Market">Where.</param>
/// <param name="Borrower">Whose loan.</param>
/// <param name="SeizedAssets">How much, in the collateral token's smallest unit.</param>
/// <param name="RepaidShares">Or how many shares of the loan.</param>
public sealed record LiquidateMorphoPosition(
    Address Sender, Hash32 Market, Address Borrower, UInt256 SeizedAssets, UInt256 RepaidShares)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Morpho.Liquidate(Sender, Market, Borrower, SeizedAssets, RepaidShares);
}

/// <summary>Adds a market's interest up to this second.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Market">Which.</param>
public sealed record AccrueMorphoInterest(Address Sender, Hash32 Market) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Morpho.AccrueInterest(Market);
}

/// <summary>Borrows tokens of Morpho for the time of some commands, free of charge.</summary>
/// <param name="Sender">Who is paid first and pays last.</param>
/// <param name="Token">Which token.</param>
/// <param name="Assets">How much, in its smallest unit.</param>
/// <param name="Callback">What happens in between; each command has its own sender.</param>
public sealed record FlashLoanFromMorpho(
    Address Sender, Address Token, UInt256 Assets, IReadOnlyList<Command> Callback) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Morpho.LendFlash(Sender, Token, Assets)
            ?? new Batch(Sender, Callback).Apply(world)
            ?? world.Morpho.Collect(Token, Sender, Assets);
}
