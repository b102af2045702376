using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>Who may act for an account: its admins for everything, an appointee for one function.</summary>
/// <remarks>
/// An account is its own admin only until its first admin accepts; after that it has no rights left unless
/// it is among them. Source: <c>PermissionController.sol</c>.
/// </remarks>
public sealed class PermissionController
{
    private readonly Store _store;
    private readonly EigenLayerCore _core;
    private readonly OrderedSet<Address, Address> _admins;
    private readonly OrderedSet<Address, Address> _pendingAdmins;
    private readonly OrderedSet<Function, Address> _appointees;
    private readonly OrderedSet<Appointment, Permission> _permissions;

    internal PermissionController(Store store, EigenLayerCore core)
    {
        _store = store;
        _core = core;
        _admins = new(store);
        _pendingAdmins = new(store);
        _appointees = new(store);
        _permissions = new(store);
    }

    private Address Self => _core.Contracts.PermissionController;

    /// <summary>The admins of an account, in the contract's order: itself as long as it has none.</summary>
    public IReadOnlyList<Address> AdminsOf(Address account) =>
        _admins.Count(account) == 0 ? [account] : _admins.ToArray(account);

    /// <summary>Who was invited to be an admin of an account and has not accepted, in the contract's
    /// order.</summary>
    public IReadOnlyList<Address> PendingAdminsOf(Address account) => _pendingAdmins.ToArray(account);

    /// <summary>What an appointee may call for an account, in the contract's order.</summary>
    public IReadOnlyList<Permission> PermissionsOf(Address account, Address appointee) =>
        _permissions.ToArray(new(account, appointee));

    /// <summary>Whether a caller is an admin of an account.</summary>
    public bool IsAdmin(Address account, Address caller) =>
        _admins.Count(account) == 0 ? account == caller : _admins.Contains(account, caller);

    /// <summary>Whether a caller may call a function of a contract for an account.</summary>
    /// <param name="account">For whom.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="target">The contract.</param>
    /// <param name="selector">The first four bytes of the hash of the function's signature.</param>
    public bool CanCall(Address account, Address caller, Address target, uint selector) =>
        IsAdmin(account, caller) || _appointees.Contains(new(account, target, selector), caller);

    /// <summary>The first to be appointed to a function among those who still are; zero when none
    /// is.</summary>
    internal Address FirstAppointee(Address account, Address target, uint selector)
    {
        Function function = new(account, target, selector);
        return _appointees.Count(function) == 0 ? Address.Zero : _appointees.At(function, 0);
    }

    internal Refusal? AddPendingAdmin(Address sender, Address account, Address admin)
    {
        if (!IsAdmin(account, sender)) return Refusals.NotAdmin;
        if (_admins.Contains(account, admin)) return Refusals.AdminAlreadySet;
        if (!_pendingAdmins.Add(account, admin)) return Refusals.AdminAlreadyPending;

        _store.Emit(new PendingAdminAdded(Self, account, admin));
        return null;
    }

    internal Refusal? RemovePendingAdmin(Address sender, Address account, Address admin)
    {
        if (!IsAdmin(account, sender)) return Refusals.NotAdmin;
        if (!_pendingAdmins.Remove(account, admin)) return Refusals.AdminNotPending;

        _store.Emit(new PendingAdminRemoved(Self, account, admin));
        return null;
    }

    internal Refusal? AcceptAdmin(Address sender, Address account)
    {
        if (!_pendingAdmins.Remove(account, sender)) return Refusals.AdminNotPending;
        if (!_admins.Add(account, sender)) return Refusals.AdminAlreadySet;

        _store.Emit(new AdminSet(Self, account, sender));
        return null;
    }

    internal Refusal? RemoveAdmin(Address sender, Address account, Address admin)
    {
        if (!IsAdmin(account, sender)) return Refusals.NotAdmin;
        if (_admins.Count(account) <= 1) return Refusals.CannotHaveZeroAdmins;
        if (!_admins.Remove(account, admin)) return Refusals.AdminNotSet;

        _store.Emit(new AdminRemoved(Self, account, admin));
        return null;
    }

    internal Refusal? SetAppointee(
        Address sender, Address account, Address appointee, Address target, uint selector)
    {
        if (!IsAdmin(account, sender)) return Refusals.NotAdmin;
        if (!_appointees.Add(new(account, target, selector), appointee)) return Refusals.AppointeeAlreadySet;

        _ = _permissions.Add(new(account, appointee), new Permission(target, selector));
        _store.Emit(new AppointeeSet(Self, account, appointee, target, new(selector)));
        return null;
    }

    internal Refusal? RemoveAppointee(
        Address sender, Address account, Address appointee, Address target, uint selector)
    {
        if (!IsAdmin(account, sender)) return Refusals.NotAdmin;
        if (!_appointees.Remove(new(account, target, selector), appointee)) return Refusals.AppointeeNotSet;

        _ = _permissions.Remove(new(account, appointee), new Permission(target, selector));
        _store.Emit(new AppointeeRemoved(Self, account, appointee, target, new(selector)));
        return null;
    }

    private readonly record struct Function(Address Account, Address Target, uint Selector);

    private readonly record struct Appointment(Address Account, Address Appointee);
}

/// <summary>A function that someone may call for someone.</summary>
/// <param name="Target">The contract.</param>
/// <param name="Selector">The first four bytes of the hash of its signature.</param>
public readonly record struct Permission(Address Target, uint Selector);
