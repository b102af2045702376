using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking;

/// <summary>Tokens that lie locked on the issuer's chain, and what was created for them elsewhere, rail by
/// rail.</summary>
/// <remarks>
/// A lockbox is an account like any other and its tokens are part of the supply, so no rate sees whether they
/// are there: a release that nobody paid for on the other side takes from those who hold there, and from
/// nobody here. Source: LayerZero's OFT adapters, the lockboxes of xERC20; the event of 18 April 2026.
/// </remarks>
public sealed class BridgeLedger
{
    private readonly Store _store;
    private readonly Ledger _ledger;
    private readonly Table<Address, BridgeRail> _rail;
    private readonly OrderedSet<Address, Address> _rails;
    private readonly Table<RemoteKey, UInt256> _remote;

    internal BridgeLedger(Store store, Ledger ledger)
    {
        _store = store;
        _ledger = ledger;
        _rail = store.Table<Address, BridgeRail>();
        _rails = new(store);
        _remote = store.Table<RemoteKey, UInt256>();
    }

    /// <summary>The rails of a token, by their lockboxes.</summary>
    public IReadOnlyList<Address> RailsOf(Address token) => _rails.ToArray(token);

    /// <summary>How much a holder has on the other side of a rail.</summary>
    public UInt256 RemoteBalance(Address lockbox, Address holder) => _remote[new(lockbox, holder)];

    /// <summary>What is locked on a rail and what was created for it.</summary>
    public BridgeCover Cover(Address lockbox)
    {
        BridgeRail rail = _rail[lockbox];
        return new BridgeCover(_ledger.Balance(rail.Token, lockbox), rail.Remote);
    }

    /// <summary>All rails of a token together.</summary>
    /// <exception cref="OverflowException">A sum leaves 256 bits.</exception>
    public BridgeCover CoverOf(Address token)
    {
        BridgeCover sum = default;
        for (int index = 0; index < _rails.Count(token); index++)
        {
            BridgeCover cover = Cover(_rails.At(token, index));
            sum = new BridgeCover(sum.Locked + cover.Locked, sum.Remote + cover.Remote);
        }

        return sum;
    }

    /// <summary>How much there is outside of lockboxes: supply − locked + remote. With every rail covered it
    /// is the supply or less.</summary>
    /// <exception cref="OverflowException">A sum leaves 256 bits.</exception>
    public UInt256 Circulating(Address token)
    {
        BridgeCover cover = CoverOf(token);
        return _ledger.Supply(token) - cover.Locked + cover.Remote;
    }

    internal Refusal? Open(Address lockbox, Address token)
    {
        if (token.IsZero || lockbox.IsZero) return BridgeRefusals.ZeroAddress;
        if (!_rail[lockbox].Token.IsZero) return BridgeRefusals.RailExists;

        _rail[lockbox] = new BridgeRail(token, UInt256.Zero);
        _ = _rails.Add(token, lockbox);
        return null;
    }

    internal Refusal? Send(Address sender, Address lockbox, Address to, UInt256 amount)
    {
        BridgeRail rail = _rail[lockbox];
        if (rail.Token.IsZero) return BridgeRefusals.NoSuchRail;
        if (_ledger.Transfer(rail.Token, sender, lockbox, amount) is { } unpaid) return unpaid;

        _rail[lockbox] = rail with { Remote = rail.Remote + amount };
        _remote[new(lockbox, to)] += amount;
        _store.Emit(new BridgeSent(lockbox, sender, to, amount));
        return null;
    }

    internal Refusal? Return(Address sender, Address lockbox, Address to, UInt256 amount)
    {
        BridgeRail rail = _rail[lockbox];
        if (rail.Token.IsZero) return BridgeRefusals.NoSuchRail;

        UInt256 held = _remote[new(lockbox, sender)];
        if (held < amount) return BridgeRefusals.ExceedsRemoteBalance;
        if (_ledger.Transfer(rail.Token, lockbox, to, amount) is { } uncovered) return uncovered;

        _rail[lockbox] = rail with { Remote = rail.Remote - amount };
        _remote[new(lockbox, sender)] = held - amount;
        _store.Emit(new BridgeReturned(lockbox, sender, to, amount));
        return null;
    }

    internal Refusal? Move(Address sender, Address lockbox, Address to, UInt256 amount)
    {
        UInt256 held = _remote[new(lockbox, sender)];
        if (held < amount) return BridgeRefusals.ExceedsRemoteBalance;

        _remote[new(lockbox, sender)] = held - amount;
        _remote[new(lockbox, to)] += amount;
        return null;
    }

    // Nothing is burned on the other side: that is the forgery.
    internal Refusal? Forge(Address lockbox, Address to, UInt256 amount)
    {
        BridgeRail rail = _rail[lockbox];
        if (rail.Token.IsZero) return BridgeRefusals.NoSuchRail;
        if (_ledger.Transfer(rail.Token, lockbox, to, amount) is { } uncovered) return uncovered;

        _store.Emit(new BridgeReleaseForged(lockbox, to, amount));
        return null;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct BridgeRail(Address Token, UInt256 Remote);

    private readonly record struct RemoteKey(Address Lockbox, Address Holder);
}

/// <summary>What is locked, and what was created for it elsewhere.</summary>
/// <param name="Locked">In the token's smallest unit; what was given to the lockbox with it.</param>
/// <param name="Remote">In the token's smallest unit.</param>
public readonly record struct BridgeCover(UInt256 Locked, UInt256 Remote)
{
    /// <summary>min(⌊10¹⁸ · locked / remote⌋, 10¹⁸): what one remote token is covered by, rounded down; 1
    /// when there is none.</summary>
    public Wad CoverageDown => Locked >= Remote ? Wad.One : Wad.RatioDown(Locked, Remote);

    /// <summary>max(remote − locked, 0): what remote holders lack.</summary>
    public UInt256 Missing => Remote.SaturatingSub(Locked);
}
