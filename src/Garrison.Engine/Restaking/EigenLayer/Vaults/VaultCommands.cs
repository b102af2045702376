using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Vaults;

/// <summary>Makes a duration vault.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Vault">Where the chain puts it.</param>
/// <param name="Configuration">What it is made with.</param>
public sealed record DeployDurationVault(Address Sender, Address Vault, VaultConfiguration Configuration)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.StrategyFactory.DeployDurationVault(Vault, Configuration);
}

/// <summary>Locks a vault, and puts all of it behind its set.</summary>
/// <param name="Sender">Its admin.</param>
/// <param name="Vault">Which one.</param>
public sealed record LockVault(Address Sender, Address Vault) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Vaults.Lock(Sender, Vault);
}

/// <summary>Opens a vault whose time is over, or tries again to leave its set.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Vault">Which one.</param>
public sealed record MarkMatured(Address Sender, Address Vault) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Vaults.MarkMatured(Vault);
}

/// <summary>Opens a vault before its time.</summary>
/// <param name="Sender">Its arbitrator.</param>
/// <param name="Vault">Which one.</param>
public sealed record AdvanceToWithdrawals(Address Sender, Address Vault) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Vaults.Advance(Sender, Vault);
}

/// <summary>Limits the deposits of a vault.</summary>
/// <param name="Sender">Its admin.</param>
/// <param name="Vault">Which one.</param>
/// <param name="MaxPerDeposit">At most this in one deposit, in the underlying token.</param>
/// <param name="StakeCap">At most this in all, in the underlying token.</param>
public sealed record UpdateTvlLimits(Address Sender, Address Vault, UInt256 MaxPerDeposit, UInt256 StakeCap)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Vaults.UpdateLimits(
        Sender, Vault, new DepositLimits(MaxPerDeposit, StakeCap));
}

/// <summary>Says something else of a vault.</summary>
/// <param name="Sender">Its admin.</param>
/// <param name="Vault">Which one.</param>
/// <param name="MetadataUri">What.</param>
public sealed record UpdateVaultMetadata(Address Sender, Address Vault, string MetadataUri) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Vaults.UpdateMetadata(Sender, Vault, MetadataUri);
}

/// <summary>Has a vault, as an operator, ask for another approver.</summary>
/// <param name="Sender">Its admin.</param>
/// <param name="Vault">Which one.</param>
/// <param name="Approver">Who must sign for those who delegate; zero for nobody.</param>
public sealed record UpdateVaultApprover(Address Sender, Address Vault, Address Approver) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Vaults.CheckAdmin(Sender, Vault)
            ?? world.EigenLayer.Delegation.ModifyDetails(Vault, Vault, Approver);
}

/// <summary>Says something else of a vault as an operator.</summary>
/// <param name="Sender">Its admin.</param>
/// <param name="Vault">Which one.</param>
/// <param name="MetadataUri">What.</param>
public sealed record UpdateVaultOperatorMetadata(Address Sender, Address Vault, string MetadataUri)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Vaults.CheckAdmin(Sender, Vault)
            ?? world.EigenLayer.Delegation.UpdateMetadata(Vault, Vault, MetadataUri);
}

/// <summary>Says who claims what a vault earns.</summary>
/// <param name="Sender">Its admin.</param>
/// <param name="Vault">Which one.</param>
/// <param name="Claimer">Who.</param>
public sealed record SetVaultRewardsClaimer(Address Sender, Address Vault, Address Claimer) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Vaults.CheckAdmin(Sender, Vault)
            ?? world.EigenLayer.Rewards.Claims.SetClaimerFor(Vault, Vault, Claimer);
}

/// <summary>Asks a vault whether shares may be added, as only the StrategyManager may.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Vault">Which one.</param>
/// <param name="Staker">Whose shares.</param>
/// <param name="Shares">How many.</param>
public sealed record BeforeAddShares(Address Sender, Address Vault, Address Staker, UInt256 Shares)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        Sender == world.EigenLayer.Contracts.StrategyManager
            ? world.EigenLayer.Vaults.CheckBeforeAdd(Vault, Staker, Shares)
            : VaultRefusals.OnlyStrategyManager;
}

/// <summary>Asks a vault whether shares may be removed, as only the StrategyManager may.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Vault">Which one.</param>
/// <param name="Staker">Whose shares.</param>
/// <param name="Shares">How many.</param>
public sealed record BeforeRemoveShares(Address Sender, Address Vault, Address Staker, UInt256 Shares)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        Sender == world.EigenLayer.Contracts.StrategyManager
            ? world.EigenLayer.Vaults.CheckBeforeRemove(Vault)
            : VaultRefusals.OnlyStrategyManager;
}
