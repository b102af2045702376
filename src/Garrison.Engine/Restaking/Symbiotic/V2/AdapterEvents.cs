using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>A vault uses an adapter.</summary>
/// <param name="Contract">The delegator.</param>
/// <param name="Adapter">Which one.</param>
/// <param name="Index">Its number, from 1, which it keeps.</param>
public sealed record AdapterAdded(Address Contract, Address Adapter, int Index) : Event(Contract);

/// <summary>A vault no longer uses an adapter.</summary>
/// <param name="Contract">The delegator.</param>
/// <param name="Adapter">Which one.</param>
/// <param name="Index">Its number.</param>
public sealed record AdapterRemoved(Address Contract, Address Adapter, int Index) : Event(Contract);

/// <summary>The limits of an adapter changed.</summary>
/// <param name="Contract">The delegator.</param>
/// <param name="Adapter">Which one.</param>
/// <param name="Assets">At most this.</param>
/// <param name="Share">At most this part of the vault, in 10⁻¹⁸.</param>
public sealed record AdapterLimitsSet(Address Contract, Address Adapter, UInt256 Assets, UInt256 Share)
    : Event(Contract);

/// <summary>An adapter lowered its own limits.</summary>
/// <param name="Contract">The delegator.</param>
/// <param name="Assets">By this.</param>
/// <param name="Share">By this part of the vault, in 10⁻¹⁸.</param>
public sealed record AdapterLimitsDecreased(Address Contract, UInt256 Assets, UInt256 Share)
    : Event(Contract);

/// <summary>Two adapters changed places.</summary>
/// <param name="Contract">The delegator.</param>
/// <param name="Adapter1">One.</param>
/// <param name="Adapter2">The other.</param>
public sealed record AdaptersSwapped(Address Contract, Address Adapter1, Address Adapter2) : Event(Contract);

/// <summary>Deposits take another route.</summary>
/// <param name="Contract">The delegator.</param>
/// <param name="Adapters">The adapters along it.</param>
public sealed record AutoAllocateAdaptersSet(Address Contract, IReadOnlyList<Address> Adapters)
    : Event(Contract);

/// <summary>Assets went to an adapter.</summary>
/// <param name="Contract">The delegator.</param>
/// <param name="Adapter">Which one.</param>
/// <param name="Assets">How many.</param>
/// <param name="TotalAssets">What it holds.</param>
public sealed record AssetsAllocated(Address Contract, Address Adapter, UInt256 Assets, UInt256 TotalAssets)
    : Event(Contract);

/// <summary>Assets came back from an adapter.</summary>
/// <param name="Contract">The delegator.</param>
/// <param name="Adapter">Which one.</param>
/// <param name="Assets">How many.</param>
/// <param name="TotalAssets">What it holds.</param>
public sealed record AssetsDeallocated(Address Contract, Address Adapter, UInt256 Assets, UInt256 TotalAssets)
    : Event(Contract);

/// <summary>An adapter was asked to return assets when it can.</summary>
/// <param name="Contract">The delegator.</param>
/// <param name="Adapter">Which one.</param>
/// <param name="Assets">How many in all; 0 takes the request back.</param>
public sealed record DeallocationRequested(Address Contract, Address Adapter, UInt256 Assets)
    : Event(Contract);

/// <summary>A network slashed.</summary>
/// <param name="Contract">The adapter.</param>
/// <param name="Amount">How many assets.</param>
public sealed record AppAdapterSlashed(Address Contract, UInt256 Amount) : Event(Contract);

/// <summary>A network let stake go.</summary>
/// <param name="Contract">The adapter.</param>
/// <param name="Amount">How many assets.</param>
public sealed record AppAdapterReleased(Address Contract, UInt256 Amount) : Event(Contract);

/// <summary>A lane takes a token.</summary>
/// <param name="Contract">The lane.</param>
/// <param name="TokenToRedeem">Which one.</param>
/// <param name="Account">Where it lies until its issuer pays.</param>
public sealed record LaneTokenAdded(Address Contract, Address TokenToRedeem, Address Account)
    : Event(Contract);

/// <summary>A lane no longer takes a token.</summary>
/// <param name="Contract">The lane.</param>
/// <param name="TokenToRedeem">Which one.</param>
public sealed record LaneTokenRemoved(Address Contract, Address TokenToRedeem) : Event(Contract);

/// <summary>The limit of a token changed.</summary>
/// <param name="Contract">The lane.</param>
/// <param name="TokenToRedeem">Which one.</param>
/// <param name="NewLimit">The most that its account may hold after a swap.</param>
public sealed record LaneLimitSet(Address Contract, Address TokenToRedeem, UInt256 NewLimit)
    : Event(Contract);

/// <summary>The least discount of a token changed.</summary>
/// <param name="Contract">The lane.</param>
/// <param name="TokenToRedeem">Which one.</param>
/// <param name="NewMinDiscount">In millionths.</param>
public sealed record LaneMinDiscountSet(Address Contract, Address TokenToRedeem, UInt256 NewMinDiscount)
    : Event(Contract);

/// <summary>A lane has another market maker.</summary>
/// <param name="Contract">The lane.</param>
/// <param name="NewMarketMaker">Who.</param>
/// <param name="NewCanAcquire">Whether it may buy tokens with its own assets.</param>
public sealed record LaneMarketMakerSet(Address Contract, Address NewMarketMaker, bool NewCanAcquire)
    : Event(Contract);

/// <summary>Somebody may swap for the market maker, or may not.</summary>
/// <param name="Contract">The lane.</param>
/// <param name="MarketMaker">For whom.</param>
/// <param name="Filler">Who.</param>
/// <param name="IsAuthorized">Whether.</param>
public sealed record LaneFillerSet(Address Contract, Address MarketMaker, Address Filler, bool IsAuthorized)
    : Event(Contract);

/// <summary>A lane paid for tokens.</summary>
/// <param name="Contract">The lane.</param>
/// <param name="Swap">What it paid for what.</param>
public sealed record LaneSwapped(Address Contract, LaneSwap Swap) : Event(Contract);
