using Garrison.Primitives;

namespace Garrison.Engine.Lending.Aave;

/// <summary>Supplies a token to a pool.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
/// <param name="OnBehalfOf">Who holds the supply.</param>
public sealed record SupplyToAave(
    Address Sender,
    Address Pool,
    Address Asset,
    UInt256 Amount,
    Address OnBehalfOf) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Aave.Supplies.Supply(Sender, Pool, Asset, Amount, OnBehalfOf);
}

/// <summary>Withdraws supply from a pool.</summary>
/// <param name="Sender">Whose supply.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Amount">How much, in the token's smallest unit; the greatest number for all.</param>
/// <param name="To">Who is paid.</param>
public sealed record WithdrawFromAave(
    Address Sender,
    Address Pool,
    Address Asset,
    UInt256 Amount,
    Address To) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Aave.Supplies.Withdraw(Sender, Pool, Asset, Amount, To);
}

/// <summary>Moves supply to another account.</summary>
/// <param name="Sender">Whose supply.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
/// <param name="To">Who receives it.</param>
public sealed record TransferAToken(
    Address Sender,
    Address Pool,
    Address Asset,
    UInt256 Amount,
    Address To) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Aave.Supplies.Transfer(Sender, Pool, Asset, Amount, To);
}

/// <summary>Says whether the sender's supply of a token backs his debts.</summary>
/// <param name="Sender">Whose supply.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="IsUsed">Whether it does.</param>
public sealed record UseAaveCollateral(
    Address Sender,
    Address Pool,
    Address Asset,
    bool IsUsed) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Aave.Supplies.UseAsCollateral(Sender, Pool, Asset, IsUsed);
}

/// <summary>Chooses a category of correlated assets.</summary>
/// <param name="Sender">For whom.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Number">Which; 0 for none.</param>
public sealed record SetAaveUserEMode(Address Sender, Address Pool, byte Number) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Aave.Supplies.SetCategory(Sender, Pool, Number);
}

/// <summary>Borrows a token from a pool at its variable rate.</summary>
/// <param name="Sender">Who is paid.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
/// <param name="OnBehalfOf">Who owes it; when it is not the sender, one who allowed it.</param>
public sealed record BorrowFromAave(
    Address Sender,
    Address Pool,
    Address Asset,
    UInt256 Amount,
    Address OnBehalfOf) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Aave.Loans.Borrow(Sender, Pool, Asset, Amount, OnBehalfOf);
}

/// <summary>Repays a debt; what is more than the debt is left with the sender.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Amount">How much, in the token's smallest unit; the greatest number for all of the
/// sender's.</param>
/// <param name="OnBehalfOf">Whose debt.</param>
public sealed record RepayToAave(
    Address Sender,
    Address Pool,
    Address Asset,
    UInt256 Amount,
    Address OnBehalfOf) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Aave.Loans.Repay(Sender, Pool, Asset, Amount, OnBehalfOf);
}

/// <summary>Repays the sender's debt with his supply of the same token.</summary>
/// <param name="Sender">Whose debt and supply.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Amount">How much, in the token's smallest unit; the greatest number for all.</param>
public sealed record RepayWithATokens(
    Address Sender,
    Address Pool,
    Address Asset,
    UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Aave.Loans.RepayWithATokens(Sender, Pool, Asset, Amount);
}

/// <summary>Allows another to borrow in the sender's name.</summary>
/// <param name="Sender">Who will owe it.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Delegatee">Who may borrow.</param>
/// <param name="Amount">At most this, in the token's smallest unit.</param>
public sealed record ApproveAaveDelegation(
    Address Sender,
    Address Pool,
    Address Asset,
    Address Delegatee,
    UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Aave.Loans.Delegate(Sender, Pool, Asset, Delegatee, Amount);
}

/// <summary>Pays a debt of an unhealthy account for its collateral and a bonus.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="CollateralAsset">What he gets.</param>
/// <param name="DebtAsset">What he pays.</param>
/// <param name="User">Whose account.</param>
/// <param name="DebtToCover">At most how much, in the debt's smallest unit.</param>
/// <param name="ReceiveAToken">Whether he gets supply of the pool rather than the token itself.</param>
public sealed record LiquidateInAave(
    Address Sender,
    Address Pool,
    Address CollateralAsset,
    Address DebtAsset,
    Address User,
    UInt256 DebtToCover,
    bool ReceiveAToken) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Aave.Liquidations.Liquidate(this);
}

/// <summary>Covers debt that was burned unpaid with the sender's supply.</summary>
/// <param name="Sender">The pool's umbrella.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Amount">At most how much, in the token's smallest unit.</param>
public sealed record EliminateAaveDeficit(
    Address Sender,
    Address Pool,
    Address Asset,
    UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Aave.Liquidations.EliminateDeficit(Sender, Pool, Asset, Amount);
}

/// <summary>Gives the treasury what it has earned.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Assets">In which tokens; those that are not listed are passed over.</param>
public sealed record MintAaveToTreasury(
    Address Sender,
    Address Pool,
    IReadOnlyList<Address> Assets) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Aave.MintToTreasury(Pool, Assets);
}

/// <summary>Borrows a token for the length of one command, and pays it back with a premium.</summary>
/// <param name="Sender">Who borrows, acts and pays.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
/// <param name="Payload">What is done with it; each command has its own sender.</param>
public sealed record FlashLoanFromAave(
    Address Sender,
    Address Pool,
    Address Asset,
    UInt256 Amount,
    IReadOnlyList<Command> Payload) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Aave.FlashLoan(Sender, Pool, Asset, Amount, () => new Batch(Sender, Payload).Apply(world));
}
