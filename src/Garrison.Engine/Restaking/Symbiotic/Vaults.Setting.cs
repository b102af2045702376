using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic;

/// <content>How vaults are made and set.</content>
public sealed partial class Vaults
{
    /// <summary>Makes a vault, without the contracts that belong to it.</summary>
    internal Refusal? Create(Address address, VaultParameters parameters)
    {
        if (Exists(address)) return SymbioticRefusals.VaultAlreadyExists;
        if (!Uint48.Holds(parameters.EpochSeconds)) return SymbioticRefusals.EmptyRevert;
        if (parameters.Collateral.IsZero) return SymbioticRefusals.InvalidCollateral;
        if (parameters.EpochSeconds == 0) return SymbioticRefusals.InvalidEpochDuration;
        if (!CanBeSet(parameters)) return SymbioticRefusals.MissingRoles;

        _vault[address] = new Vault(
            parameters.Collateral,
            parameters.Burner,
            Address.Zero,
            Address.Zero,
            Now,
            parameters.EpochSeconds,
            parameters.Kind,
            parameters.HasDepositWhitelist,
            parameters.HasDepositLimit,
            parameters.DepositLimit);
        Invariant.Assert(_all.Add(default, address));
        VaultRoleHolders holders = parameters.Roles;
        Roles roles = _core.Roles;
        Address factory = _core.Contracts.VaultFactory;
        roles.GrantTo(holders.DefaultAdmin, address, Roles.DefaultAdmin, factory);
        roles.GrantTo(holders.DepositWhitelistSet, address, Roles.DepositWhitelistSet, factory);
        roles.GrantTo(holders.DepositorWhitelist, address, Roles.DepositorWhitelist, factory);
        roles.GrantTo(holders.IsDepositLimitSet, address, Roles.IsDepositLimitSet, factory);
        roles.GrantTo(holders.DepositLimitSet, address, Roles.DepositLimitSet, factory);
        return null;
    }

    /// <summary>Ties a vault to its delegator and its slasher.</summary>
    internal void Bind(Address address, Address delegator, Address slasher)
    {
        _vault[address] = _vault[address] with { Delegator = delegator, Slasher = slasher };
        _store.Emit(new DelegatorSet(address, delegator));
        _store.Emit(new SlasherSet(address, slasher));
    }

    internal Refusal? SetDepositWhitelist(Address sender, Address address, bool status)
    {
        if (!Exists(address)) return SymbioticRefusals.EmptyRevert;
        if (_core.Roles.Check(address, Roles.DepositWhitelistSet, sender) is { } stranger) return stranger;
        if (_vault[address].HasDepositWhitelist == status) return SymbioticRefusals.AlreadySet;

        _vault[address] = _vault[address] with { HasDepositWhitelist = status };
        _store.Emit(new DepositWhitelistSet(address, status));
        return null;
    }

    internal Refusal? SetDepositorWhitelistStatus(
        Address sender, Address address, Address account, bool status)
    {
        if (!Exists(address)) return SymbioticRefusals.EmptyRevert;
        if (_core.Roles.Check(address, Roles.DepositorWhitelist, sender) is { } stranger) return stranger;
        if (account.IsZero) return SymbioticRefusals.InvalidAccount;
        if (MayDeposit(address, account) == status) return SymbioticRefusals.AlreadySet;

        _mayDeposit[new(address, account)] = status;
        _store.Emit(new DepositorWhitelistStatusSet(address, account, status));
        return null;
    }

    internal Refusal? SetIsDepositLimit(Address sender, Address address, bool status)
    {
        if (!Exists(address)) return SymbioticRefusals.EmptyRevert;
        if (_core.Roles.Check(address, Roles.IsDepositLimitSet, sender) is { } stranger) return stranger;
        if (_vault[address].HasDepositLimit == status) return SymbioticRefusals.AlreadySet;

        _vault[address] = _vault[address] with { HasDepositLimit = status };
        _store.Emit(new IsDepositLimitSet(address, status));
        return null;
    }

    internal Refusal? SetDepositLimit(Address sender, Address address, UInt256 limit)
    {
        if (!Exists(address)) return SymbioticRefusals.EmptyRevert;
        if (_core.Roles.Check(address, Roles.DepositLimitSet, sender) is { } stranger) return stranger;
        if (_vault[address].DepositLimit == limit) return SymbioticRefusals.AlreadySet;

        _vault[address] = _vault[address] with { DepositLimit = limit };
        _store.Emit(new DepositLimitSet(address, limit));
        return null;
    }

    // Without an admin, what is switched on must be settable, and what is settable must be of use.
    private static bool CanBeSet(VaultParameters parameters)
    {
        VaultRoleHolders holders = parameters.Roles;
        if (!holders.DefaultAdmin.IsZero) return true;

        bool whitelistIsSound = !holders.DepositWhitelistSet.IsZero
            || parameters.HasDepositWhitelist != holders.DepositorWhitelist.IsZero;
        bool limitIsSettled = parameters.DepositLimit.IsZero && holders.DepositLimitSet.IsZero;
        return whitelistIsSound
            && (!holders.IsDepositLimitSet.IsZero || parameters.HasDepositLimit != limitIsSettled);
    }
}
