using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>Says whether a vault may use an adapter, as the registry answers.</summary>
/// <param name="Sender">Who brings the fact.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Status">Whether it may.</param>
public sealed record WhitelistAdapter(Address Sender, Address Vault, Address Adapter, bool Status)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Curation.Whitelist(Vault, Adapter, Status);
}

/// <summary>Has a vault use an adapter.</summary>
/// <param name="Sender">Its curator.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Adapter">Which adapter.</param>
public sealed record AddAdapter(Address Sender, Address Vault, Address Adapter) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.V2.Curation.Add(Sender, Vault, Adapter);
}

/// <summary>Has a vault use an adapter no longer.</summary>
/// <param name="Sender">Its curator.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Adapter">Which adapter.</param>
public sealed record RemoveAdapter(Address Sender, Address Vault, Address Adapter) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Curation.Remove(Sender, Vault, Adapter);
}

/// <summary>Limits what an adapter may hold.</summary>
/// <param name="Sender">Its curator.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Assets">At most this.</param>
/// <param name="Share">At most this part of the vault, in 10⁻¹⁸.</param>
public sealed record SetAdapterLimits(
    Address Sender, Address Vault, Address Adapter, UInt256 Assets, UInt256 Share)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Curation.SetLimits(Sender, Vault, Adapter, Assets, Share);
}

/// <summary>Has two adapters change places in the order in which assets are called back.</summary>
/// <param name="Sender">Its curator.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Adapter1">One.</param>
/// <param name="Adapter2">The other.</param>
public sealed record SwapAdapters(Address Sender, Address Vault, Address Adapter1, Address Adapter2)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Curation.Swap(Sender, Vault, Adapter1, Adapter2);
}

/// <summary>Sets the route that deposits take.</summary>
/// <param name="Sender">Its curator.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Adapters">The adapters along it.</param>
public sealed record SetAutoAllocateAdapters(Address Sender, Address Vault, IReadOnlyList<Address> Adapters)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Curation.SetRoute(Sender, Vault, Adapters);
}

/// <summary>Hands assets to an adapter, as many as the limits allow.</summary>
/// <param name="Sender">Its curator.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Assets">How many.</param>
public sealed record AllocateAssets(Address Sender, Address Vault, Address Adapter, UInt256 Assets)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Curation.Allocate(Sender, Vault, Adapter, Assets);
}

/// <summary>Hands assets to the adapters along the route.</summary>
/// <param name="Sender">Its curator.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Assets">How many.</param>
public sealed record AllocateAllAssets(Address Sender, Address Vault, UInt256 Assets) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Curation.AllocateAll(Sender, Vault, Assets);
}

/// <summary>Hands assets to an adapter, and calls others back for it first.</summary>
/// <param name="Sender">Its curator.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Assets">How many.</param>
public sealed record AllocateExactAssets(Address Sender, Address Vault, Address Adapter, UInt256 Assets)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Curation.AllocateExact(Sender, Vault, Adapter, Assets);
}

/// <summary>Calls assets of an adapter back.</summary>
/// <param name="Sender">Its curator.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Assets">How many.</param>
public sealed record DeallocateAssets(Address Sender, Address Vault, Address Adapter, UInt256 Assets)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Curation.Deallocate(Sender, Vault, Adapter, Assets);
}

/// <summary>Calls assets back from the adapters in order.</summary>
/// <param name="Sender">Its curator.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Assets">How many.</param>
public sealed record DeallocateAllAssets(Address Sender, Address Vault, UInt256 Assets) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Curation.DeallocateAll(Sender, Vault, Assets);
}

/// <summary>Calls assets back from the adapters in order, when nobody waits.</summary>
/// <param name="Sender">Its curator.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Assets">How many.</param>
public sealed record DeallocateExactAssets(Address Sender, Address Vault, UInt256 Assets) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Curation.DeallocateExact(Sender, Vault, Assets);
}

/// <summary>Calls assets of an adapter back at once or when it can, and lowers its limit.</summary>
/// <param name="Sender">Its curator.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Assets">How many.</param>
public sealed record ForceDeallocateAssets(Address Sender, Address Vault, Address Adapter, UInt256 Assets)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Curation.ForceDeallocate(Sender, Vault, Adapter, Assets);
}
