using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>Version 2 of Symbiotic's core: vaults whose assets are spread over adapters, some slashable,
/// some lent out, some advanced to those who redeem other tokens.</summary>
/// <remarks>
/// A vault is of version 1 or of version 2, by what deployed it; both share the registries and the middleware
/// of a network. Every command names the vault: its delegator and its queue are known from there. Source:
/// symbioticfi/core. The equations are in <c>docs/protocols/symbiotic-v2.md</c>.
/// </remarks>
public sealed class SymbioticV2
{
    internal SymbioticV2(Store store, SymbioticCore core)
    {
        Core = core;
        Shares = new VaultV2Shares(store, core.Clock);
        Settings = new VaultV2Settings(store, this);
        Vaults = new VaultsV2(store, this);
        Delegators = new UniversalDelegators(store, this);
        Curation = new DelegatorCuration(store, this);
        Queues = new WithdrawalQueues(store, this);
        Adapters = new Adapters(store, this);
        Apps = new AppAdapters(store, this);
        Yields = new YieldAdapters(store, this);
        Lanes = new LiquidLanes(store, this);
    }

    /// <summary>The shares of vaults.</summary>
    public VaultV2Shares Shares { get; }

    /// <summary>What curators decide of vaults.</summary>
    public VaultV2Settings Settings { get; }

    /// <summary>The vaults.</summary>
    public VaultsV2 Vaults { get; }

    /// <summary>How the assets of vaults are spread over adapters.</summary>
    public UniversalDelegators Delegators { get; }

    /// <summary>What curators decide of that.</summary>
    public DelegatorCuration Curation { get; }

    /// <summary>Who waits to leave.</summary>
    public WithdrawalQueues Queues { get; }

    /// <summary>Which adapters there are.</summary>
    public Adapters Adapters { get; }

    /// <summary>Adapters whose assets one network may slash.</summary>
    public AppAdapters Apps { get; }

    /// <summary>Adapters whose assets are lent out.</summary>
    public YieldAdapters Yields { get; }

    /// <summary>Adapters that pay out at once for tokens that take time to redeem.</summary>
    public LiquidLanes Lanes { get; }

    internal SymbioticCore Core { get; }

    internal Clock Clock => Core.Clock;

    internal Ledger Ledger => Core.Ledger;

    /// <summary>Refuses everyone but the one who holds the roles of a vault.</summary>
    internal Refusal? CheckCurator(Address sender, Address vault)
    {
        if (!Vaults.Exists(vault)) return VaultV2Refusals.NoVault;

        return Vaults.At(vault).Curator == sender ? null : VaultV2Refusals.AccessControlUnauthorizedAccount;
    }

    internal Refusal? TransferShares(Address sender, Address vault, UInt256 shares, Address to) =>
        Vaults.Exists(vault) ? Shares.Transfer(vault, sender, to, shares) : VaultV2Refusals.NoVault;

    internal Refusal? Fill(Address vault) =>
        Vaults.Exists(vault) ? Queues.Fill(vault) : VaultV2Refusals.NoVault;

    internal Refusal? Sweep(Address vault) =>
        Vaults.Exists(vault) ? Delegators.Sweep(vault, out _) : VaultV2Refusals.NoVault;

    internal Refusal? Accrue(Address vault)
    {
        if (!Vaults.Exists(vault)) return VaultV2Refusals.NoVault;

        Vaults.Accrue(vault);
        return null;
    }
}
