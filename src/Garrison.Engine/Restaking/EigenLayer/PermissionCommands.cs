using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>Invites an admin; it becomes one when it accepts.</summary>
/// <param name="Sender">An admin of the account.</param>
/// <param name="Account">For whom.</param>
/// <param name="Admin">Who is invited.</param>
public sealed record AddPendingAdmin(Address Sender, Address Account, Address Admin) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Permissions.AddPendingAdmin(Sender, Account, Admin);
}

/// <summary>Takes back an invitation.</summary>
/// <param name="Sender">An admin of the account.</param>
/// <param name="Account">For whom.</param>
/// <param name="Admin">Who was invited.</param>
public sealed record RemovePendingAdmin(Address Sender, Address Account, Address Admin) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Permissions.RemovePendingAdmin(Sender, Account, Admin);
}

/// <summary>Accepts an invitation. With the first one the account stops being its own admin.</summary>
/// <param name="Sender">Who was invited.</param>
/// <param name="Account">For whom.</param>
public sealed record AcceptAdmin(Address Sender, Address Account) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Permissions.AcceptAdmin(Sender, Account);
}

/// <summary>Removes an admin; the last one stays.</summary>
/// <param name="Sender">An admin of the account.</param>
/// <param name="Account">For whom.</param>
/// <param name="Admin">Who goes.</param>
public sealed record RemoveAdmin(Address Sender, Address Account, Address Admin) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Permissions.RemoveAdmin(Sender, Account, Admin);
}

/// <summary>Lets someone call one function of one contract for an account.</summary>
/// <param name="Sender">An admin of the account.</param>
/// <param name="Account">For whom.</param>
/// <param name="Appointee">Who may call.</param>
/// <param name="Target">The contract.</param>
/// <param name="Selector">The function.</param>
public sealed record SetAppointee(
    Address Sender, Address Account, Address Appointee, Address Target, Selector Selector) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Permissions.SetAppointee(Sender, Account, Appointee, Target, Selector.Value);
}

/// <summary>Takes back an appointment.</summary>
/// <param name="Sender">An admin of the account.</param>
/// <param name="Account">For whom.</param>
/// <param name="Appointee">Who may call no more.</param>
/// <param name="Target">The contract.</param>
/// <param name="Selector">The function.</param>
public sealed record RemoveAppointee(
    Address Sender, Address Account, Address Appointee, Address Target, Selector Selector) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Permissions.RemoveAppointee(Sender, Account, Appointee, Target, Selector.Value);
}

/// <summary>An admin was invited.</summary>
/// <param name="Contract">The PermissionController.</param>
/// <param name="Account">For whom.</param>
/// <param name="Admin">Who.</param>
public sealed record PendingAdminAdded(Address Contract, Address Account, Address Admin) : Event(Contract);

/// <summary>An invitation was taken back.</summary>
/// <param name="Contract">The PermissionController.</param>
/// <param name="Account">For whom.</param>
/// <param name="Admin">Who.</param>
public sealed record PendingAdminRemoved(Address Contract, Address Account, Address Admin) : Event(Contract);

/// <summary>An admin accepted.</summary>
/// <param name="Contract">The PermissionController.</param>
/// <param name="Account">For whom.</param>
/// <param name="Admin">Who.</param>
public sealed record AdminSet(Address Contract, Address Account, Address Admin) : Event(Contract);

/// <summary>An admin was removed.</summary>
/// <param name="Contract">The PermissionController.</param>
/// <param name="Account">For whom.</param>
/// <param name="Admin">Who.</param>
public sealed record AdminRemoved(Address Contract, Address Account, Address Admin) : Event(Contract);

/// <summary>Someone may call a function for an account.</summary>
/// <param name="Contract">The PermissionController.</param>
/// <param name="Account">For whom.</param>
/// <param name="Appointee">Who.</param>
/// <param name="Target">The contract.</param>
/// <param name="Selector">The function.</param>
public sealed record AppointeeSet(
    Address Contract, Address Account, Address Appointee, Address Target, Selector Selector)
    : Event(Contract);

/// <summary>Someone may no longer call a function for an account.</summary>
/// <param name="Contract">The PermissionController.</param>
/// <param name="Account">For whom.</param>
/// <param name="Appointee">Who.</param>
/// <param name="Target">The contract.</param>
/// <param name="Selector">The function.</param>
public sealed record AppointeeRemoved(
    Address Contract, Address Account, Address Appointee, Address Target, Selector Selector)
    : Event(Contract);
