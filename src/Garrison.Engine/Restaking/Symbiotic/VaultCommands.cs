using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic;

/// <summary>Makes a vault with its delegator and its slasher, as <c>VaultConfigurator.sol</c> does.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Vault">Where the chain puts the vault.</param>
/// <param name="Parameters">What it is made with.</param>
/// <param name="Delegator">How its stake is shared out, and where that contract is put.</param>
/// <param name="Slasher">Who may slash how, and where that contract is put; null for a vault that can never
/// be slashed.</param>
public sealed record CreateVault(
    Address Sender,
    Address Vault,
    VaultParameters Parameters,
    DelegatorParameters Delegator,
    SlasherParameters? Slasher = null) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.CreateVault(this);
}

/// <summary>Deposits collateral into a vault.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Vault">Into which.</param>
/// <param name="OnBehalfOf">Who gets the shares.</param>
/// <param name="Amount">How much, in the collateral's smallest unit.</param>
public sealed record DepositIntoVault(Address Sender, Address Vault, Address OnBehalfOf, UInt256 Amount)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Vaults.Deposit(Sender, Vault, OnBehalfOf, Amount);
}

/// <summary>Starts to withdraw an amount from a vault.</summary>
/// <param name="Sender">Whose shares are burned.</param>
/// <param name="Vault">From which.</param>
/// <param name="Claimer">Who may claim it.</param>
/// <param name="Amount">How much, in the collateral's smallest unit.</param>
public sealed record WithdrawFromVault(Address Sender, Address Vault, Address Claimer, UInt256 Amount)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Vaults.Withdraw(Sender, Vault, Claimer, Amount);
}

/// <summary>Starts to withdraw what shares are worth.</summary>
/// <param name="Sender">Whose shares are burned.</param>
/// <param name="Vault">From which.</param>
/// <param name="Claimer">Who may claim it.</param>
/// <param name="Shares">How many.</param>
public sealed record RedeemFromVault(Address Sender, Address Vault, Address Claimer, UInt256 Shares)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Vaults.Redeem(Sender, Vault, Claimer, Shares);
}

/// <summary>Claims what the sender withdrew in an epoch that is over.</summary>
/// <param name="Sender">Whose withdrawals.</param>
/// <param name="Vault">From which.</param>
/// <param name="Recipient">Who is paid.</param>
/// <param name="Epoch">The epoch in whose bucket it waits.</param>
public sealed record ClaimFromVault(Address Sender, Address Vault, Address Recipient, UInt256 Epoch)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Vaults.Claim(Sender, Vault, Recipient, Epoch);
}

/// <summary>Claims what the sender withdrew in epochs that are over.</summary>
/// <param name="Sender">Whose withdrawals.</param>
/// <param name="Vault">From which.</param>
/// <param name="Recipient">Who is paid.</param>
/// <param name="Epochs">The epochs in whose buckets it waits.</param>
public sealed record ClaimBatchFromVault(
    Address Sender, Address Vault, Address Recipient, IReadOnlyList<UInt256> Epochs) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Vaults.ClaimBatch(Sender, Vault, Recipient, Epochs);
}

/// <summary>Passes shares of a tokenised vault on.</summary>
/// <param name="Sender">Whose.</param>
/// <param name="Vault">Of which.</param>
/// <param name="To">Who gets them.</param>
/// <param name="Shares">How many.</param>
public sealed record TransferVaultShares(Address Sender, Address Vault, Address To, UInt256 Shares)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Vaults.TransferShares(Sender, Vault, To, Shares);
}

/// <summary>Says whether only some may deposit.</summary>
/// <param name="Sender">Who has the role.</param>
/// <param name="Vault">Into which.</param>
/// <param name="Status">Whether.</param>
public sealed record SetDepositWhitelist(Address Sender, Address Vault, bool Status) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Vaults.SetDepositWhitelist(Sender, Vault, Status);
}

/// <summary>Says whether an account may deposit.</summary>
/// <param name="Sender">Who has the role.</param>
/// <param name="Vault">Into which.</param>
/// <param name="Account">Who.</param>
/// <param name="Status">Whether.</param>
public sealed record SetDepositorWhitelistStatus(Address Sender, Address Vault, Address Account, bool Status)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Vaults.SetDepositorWhitelistStatus(Sender, Vault, Account, Status);
}

/// <summary>Says whether active stake is limited.</summary>
/// <param name="Sender">Who has the role.</param>
/// <param name="Vault">Of which.</param>
/// <param name="Status">Whether.</param>
public sealed record SetIsDepositLimit(Address Sender, Address Vault, bool Status) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Vaults.SetIsDepositLimit(Sender, Vault, Status);
}

/// <summary>Says to what active stake is limited.</summary>
/// <param name="Sender">Who has the role.</param>
/// <param name="Vault">Of which.</param>
/// <param name="Limit">To what, in the collateral's smallest unit.</param>
public sealed record SetDepositLimit(Address Sender, Address Vault, UInt256 Limit) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Vaults.SetDepositLimit(Sender, Vault, Limit);
}
