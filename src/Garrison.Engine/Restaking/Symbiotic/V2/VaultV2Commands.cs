using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>Makes a vault of version 2 with its delegator and its queue.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Configuration">What it is made with.</param>
public sealed record DeployVaultV2(Address Sender, Address Vault, VaultV2Configuration Configuration)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.V2.Vaults.Deploy(Vault, Configuration);
}

/// <summary>Deposits assets.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Assets">How many.</param>
/// <param name="Receiver">Who gets the shares.</param>
public sealed record DepositIntoVaultV2(Address Sender, Address Vault, UInt256 Assets, Address Receiver)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Vaults.Deposit(Sender, Vault, Assets, Receiver);
}

/// <summary>Deposits what a number of shares costs.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Shares">How many.</param>
/// <param name="Receiver">Who gets them.</param>
public sealed record MintVaultV2Shares(Address Sender, Address Vault, UInt256 Shares, Address Receiver)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Vaults.Mint(Sender, Vault, Shares, Receiver);
}

/// <summary>Takes assets out at once, when nobody waits.</summary>
/// <param name="Sender">Whose shares are burnt.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Assets">How many.</param>
/// <param name="Receiver">Who is paid.</param>
public sealed record WithdrawFromVaultV2(Address Sender, Address Vault, UInt256 Assets, Address Receiver)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Vaults.Withdraw(Sender, Vault, Assets, Receiver);
}

/// <summary>Takes out at once what shares are worth, when nobody waits.</summary>
/// <param name="Sender">Whose shares they are.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Shares">How many.</param>
/// <param name="Receiver">Who is paid.</param>
public sealed record RedeemVaultV2Shares(Address Sender, Address Vault, UInt256 Shares, Address Receiver)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Vaults.Redeem(Sender, Vault, Shares, Receiver, out _);
}

/// <summary>Moves shares.</summary>
/// <param name="Sender">Whose they are.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Shares">How many.</param>
/// <param name="To">Who gets them.</param>
public sealed record TransferVaultV2Shares(Address Sender, Address Vault, UInt256 Shares, Address To)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.TransferShares(Sender, Vault, Shares, To);
}

/// <summary>Counts the assets, and mints the fee shares that are due.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Vault">Which vault.</param>
public sealed record AccrueVaultV2Interest(Address Sender, Address Vault) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.V2.Accrue(Vault);
}

/// <summary>Opens a vault to everyone, or to a list.</summary>
/// <param name="Sender">Its curator.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Status">Whether to a list.</param>
public sealed record SetVaultV2DepositWhitelist(Address Sender, Address Vault, bool Status) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Settings.SetWhitelist(Sender, Vault, Status);
}

/// <summary>Puts somebody on the list, or off it.</summary>
/// <param name="Sender">Its curator.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Account">Who.</param>
/// <param name="Status">Whether on it.</param>
public sealed record SetVaultV2DepositorStatus(Address Sender, Address Vault, Address Account, bool Status)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Settings.SetDepositor(Sender, Vault, Account, Status);
}

/// <summary>Gives a vault a limit, or none.</summary>
/// <param name="Sender">Its curator.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Status">Whether it has one.</param>
public sealed record SetVaultV2IsDepositLimit(Address Sender, Address Vault, bool Status) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Settings.SetIsLimit(Sender, Vault, Status);
}

/// <summary>Sets the limit of a vault.</summary>
/// <param name="Sender">Its curator.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Limit">All that it may hold after a deposit.</param>
public sealed record SetVaultV2DepositLimit(Address Sender, Address Vault, UInt256 Limit) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Settings.SetLimit(Sender, Vault, Limit);
}

/// <summary>Sets the fee for time.</summary>
/// <param name="Sender">Its curator.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Fee">What, and for whom; at most 5% a year.</param>
public sealed record SetVaultV2ManagementFee(Address Sender, Address Vault, VaultV2Fee Fee) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Settings.SetManagementFee(Sender, Vault, Fee);
}

/// <summary>Sets the fee on interest.</summary>
/// <param name="Sender">Its curator.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Fee">What, and for whom; at most 20%.</param>
public sealed record SetVaultV2PerformanceFee(Address Sender, Address Vault, VaultV2Fee Fee) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Settings.SetPerformanceFee(Sender, Vault, Fee);
}

/// <summary>Says what the protocol takes of a vault, as its registry answers.</summary>
/// <param name="Sender">Who brings the fact.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Fee">What, and for whom.</param>
public sealed record SetVaultV2ProtocolFee(Address Sender, Address Vault, VaultV2ProtocolFee Fee)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.V2.Settings.SetProtocolFee(Vault, Fee);
}

/// <summary>Queues shares.</summary>
/// <param name="Sender">Whose they are.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Shares">How many; above 0.</param>
/// <param name="Receiver">Who owns the request.</param>
public sealed record RequestRedeem(Address Sender, Address Vault, UInt256 Shares, Address Receiver)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Queues.Request(Sender, Vault, Shares, Receiver);
}

/// <summary>Gives a request to somebody else.</summary>
/// <param name="Sender">Its owner.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="TokenId">Its number.</param>
/// <param name="To">To whom.</param>
public sealed record TransferRedemptionRequest(Address Sender, Address Vault, ulong TokenId, Address To)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Queues.Transfer(Sender, Vault, TokenId, To);
}

/// <summary>Redeems as many of the shares that wait as the vault can pay for.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Vault">Which vault.</param>
public sealed record FillQueue(Address Sender, Address Vault) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.V2.Fill(Vault);
}

/// <summary>Pays the owner of a request.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="TokenId">Its number.</param>
public sealed record ClaimRedemption(Address Sender, Address Vault, ulong TokenId) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.V2.Queues.Claim(Vault, TokenId);
}

/// <summary>Calls back what is free, fills the queue, and asks adapters for the rest.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Vault">Which vault.</param>
public sealed record SweepPending(Address Sender, Address Vault) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.V2.Sweep(Vault);
}
