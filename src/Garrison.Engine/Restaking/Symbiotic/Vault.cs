using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic;

/// <summary>What its shares are.</summary>
public enum VaultKind : byte
{
    /// <summary>Numbers in the vault's books.</summary>
    Plain,

    /// <summary>An ERC-20 token that can be passed on.</summary>
    Tokenized,
}

/// <summary>One collateral that a curator shares out among networks and operators.</summary>
/// <param name="Collateral">The token that is deposited; zero when there is no such vault.</param>
/// <param name="Burner">Who is paid what is slashed.</param>
/// <param name="Delegator">The contract that shares the stake out.</param>
/// <param name="Slasher">The contract that may slash; zero for none.</param>
/// <param name="FirstEpochStart">The second at which epoch 0 began.</param>
/// <param name="EpochSeconds">How long an epoch is.</param>
/// <param name="Kind">What its shares are.</param>
/// <param name="HasDepositWhitelist">Whether only some may deposit.</param>
/// <param name="HasDepositLimit">Whether active stake is limited.</param>
/// <param name="DepositLimit">To what, in the collateral's smallest unit.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct Vault(
    Address Collateral,
    Address Burner,
    Address Delegator,
    Address Slasher,
    ulong FirstEpochStart,
    ulong EpochSeconds,
    VaultKind Kind,
    bool HasDepositWhitelist,
    bool HasDepositLimit,
    UInt256 DepositLimit)
{
    /// <summary>Whether there is such a vault.</summary>
    public bool Exists => EpochSeconds != 0;

    /// <summary>The epoch of a second, which may not be before the first one.</summary>
    public ulong EpochAt(ulong second) => (second - FirstEpochStart) / EpochSeconds;

    /// <summary>The second at which an epoch begins.</summary>
    public ulong StartOf(ulong epoch) => FirstEpochStart + (epoch * EpochSeconds);
}

/// <summary>What a vault is made with.</summary>
/// <param name="Collateral">The token that is deposited.</param>
/// <param name="Burner">Who is paid what is slashed; zero for nobody.</param>
/// <param name="EpochSeconds">How long an epoch is.</param>
/// <param name="Kind">What its shares are.</param>
/// <param name="HasDepositWhitelist">Whether only some may deposit.</param>
/// <param name="HasDepositLimit">Whether active stake is limited.</param>
/// <param name="DepositLimit">To what, in the collateral's smallest unit.</param>
/// <param name="Roles">Who may change that.</param>
public sealed record VaultParameters(
    Address Collateral,
    Address Burner,
    ulong EpochSeconds,
    VaultKind Kind,
    bool HasDepositWhitelist,
    bool HasDepositLimit,
    UInt256 DepositLimit,
    VaultRoleHolders Roles);

/// <summary>Who has which role with a vault; zero for nobody.</summary>
/// <param name="DefaultAdmin">Grants and revokes the others.</param>
/// <param name="DepositWhitelistSet">Says whether only some may deposit.</param>
/// <param name="DepositorWhitelist">Says who.</param>
/// <param name="IsDepositLimitSet">Says whether active stake is limited.</param>
/// <param name="DepositLimitSet">Says to what.</param>
public sealed record VaultRoleHolders(
    Address DefaultAdmin,
    Address DepositWhitelistSet,
    Address DepositorWhitelist,
    Address IsDepositLimitSet,
    Address DepositLimitSet)
{
    /// <summary>One account that has all of them.</summary>
    public static VaultRoleHolders All(Address account) => new(account, account, account, account, account);
}

internal readonly record struct VaultAccount(Address Vault, Address Account);

[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct VaultEpoch(Address Vault, ulong Epoch);

internal readonly record struct EpochAccount(VaultEpoch Epoch, Address Account);
