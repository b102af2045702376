using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic;

/// <summary>Who may do what with a vault or a delegator.</summary>
/// <remarks>Source: OpenZeppelin's <c>AccessControl.sol</c>; a role is the hash of its name.</remarks>
public sealed class Roles
{
    private readonly Store _store;
    private readonly Table<Grant, bool> _has;

    internal Roles(Store store)
    {
        _store = store;
        _has = store.Table<Grant, bool>();
    }

    /// <summary>Grants and revokes all roles.</summary>
    public static Hash32 DefaultAdmin => Hash32.Zero;

    /// <summary>Says whether a vault asks who deposits.</summary>
    public static Hash32 DepositWhitelistSet { get; } = Keccak.HashText("DEPOSIT_WHITELIST_SET_ROLE");

    /// <summary>Says who may deposit.</summary>
    public static Hash32 DepositorWhitelist { get; } = Keccak.HashText("DEPOSITOR_WHITELIST_ROLE");

    /// <summary>Says whether deposits are limited.</summary>
    public static Hash32 IsDepositLimitSet { get; } = Keccak.HashText("IS_DEPOSIT_LIMIT_SET_ROLE");

    /// <summary>Says to what deposits are limited.</summary>
    public static Hash32 DepositLimitSet { get; } = Keccak.HashText("DEPOSIT_LIMIT_SET_ROLE");

    /// <summary>Says which hook runs on a slash.</summary>
    public static Hash32 HookSet { get; } = Keccak.HashText("HOOK_SET_ROLE");

    /// <summary>Says how much a network is given.</summary>
    public static Hash32 NetworkLimitSet { get; } = Keccak.HashText("NETWORK_LIMIT_SET_ROLE");

    /// <summary>Says how an operator shares in what a network is given.</summary>
    public static Hash32 OperatorNetworkSharesSet { get; } =
        Keccak.HashText("OPERATOR_NETWORK_SHARES_SET_ROLE");

    /// <summary>Says how much an operator is given for a network.</summary>
    public static Hash32 OperatorNetworkLimitSet { get; } =
        Keccak.HashText("OPERATOR_NETWORK_LIMIT_SET_ROLE");

    /// <summary>Whether an account has a role with a contract.</summary>
    public bool Has(Address contract, Hash32 role, Address account) => _has[new(contract, role, account)];

    internal Refusal? Check(Address contract, Hash32 role, Address sender) =>
        Has(contract, role, sender) ? null : SymbioticRefusals.AccessControlUnauthorizedAccount;

    /// <summary>Grants a role to an account unless it is the zero address.</summary>
    internal void GrantTo(Address account, Address contract, Hash32 role, Address sender)
    {
        if (!account.IsZero) _ = Set(contract, role, account, sender, has: true);
    }

    /// <summary>Grants or revokes a role; false, and no change, when that is so already.</summary>
    internal bool Set(Address contract, Hash32 role, Address account, Address sender, bool has)
    {
        if (Has(contract, role, account) == has) return false;

        _has[new(contract, role, account)] = has;
        _store.Emit(has
            ? new RoleGranted(contract, role, account, sender)
            : new RoleRevoked(contract, role, account, sender));
        return true;
    }

    internal Refusal? SetBy(Address sender, Address contract, Hash32 role, Address account, bool has)
    {
        if (Check(contract, DefaultAdmin, sender) is { } stranger) return stranger;

        _ = Set(contract, role, account, sender, has);
        return null;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct Grant(Address Contract, Hash32 Role, Address Account);
}

/// <summary>Gives an account a role.</summary>
/// <param name="Sender">A default admin of the contract.</param>
/// <param name="Contract">The vault or the delegator.</param>
/// <param name="Role">Which role.</param>
/// <param name="Account">Whom.</param>
public sealed record GrantRole(Address Sender, Address Contract, Hash32 Role, Address Account)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Roles.SetBy(Sender, Contract, Role, Account, has: true);
}

/// <summary>Takes a role from an account.</summary>
/// <param name="Sender">A default admin of the contract.</param>
/// <param name="Contract">The vault or the delegator.</param>
/// <param name="Role">Which role.</param>
/// <param name="Account">From whom.</param>
public sealed record RevokeRole(Address Sender, Address Contract, Hash32 Role, Address Account)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.Roles.SetBy(Sender, Contract, Role, Account, has: false);
}

/// <summary>Gives a role of the sender up.</summary>
/// <param name="Sender">Who has it.</param>
/// <param name="Contract">The vault or the delegator.</param>
/// <param name="Role">Which role.</param>
public sealed record RenounceRole(Address Sender, Address Contract, Hash32 Role) : Command(Sender)
{
    internal override Refusal? Apply(World world)
    {
        _ = world.Symbiotic.Roles.Set(Contract, Role, Sender, Sender, has: false);
        return null;
    }
}

/// <summary>An account has a role.</summary>
/// <param name="Contract">The vault or the delegator.</param>
/// <param name="Role">Which role.</param>
/// <param name="Account">Who.</param>
/// <param name="Sender">Who gave it.</param>
public sealed record RoleGranted(Address Contract, Hash32 Role, Address Account, Address Sender)
    : Event(Contract);

/// <summary>An account has a role no more.</summary>
/// <param name="Contract">The vault or the delegator.</param>
/// <param name="Role">Which role.</param>
/// <param name="Account">Who.</param>
/// <param name="Sender">Who took it.</param>
public sealed record RoleRevoked(Address Contract, Hash32 Role, Address Account, Address Sender)
    : Event(Contract);
