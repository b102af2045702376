using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>The shares of vaults of version 2, with their past by the second.</summary>
/// <remarks>
/// Shares have 18 decimals, or those of the asset when it has more. A value at a second is the one at its
/// end. Whoever spends shares sends the command, so there are no allowances. Source: <c>VaultV2.sol</c>.
/// </remarks>
public sealed class VaultV2Shares
{
    private readonly Store _store;
    private readonly Clock _clock;
    private readonly History<Address, UInt256> _supply;
    private readonly History<Holding, UInt256> _balance;

    internal VaultV2Shares(Store store, Clock clock)
    {
        _store = store;
        _clock = clock;
        _supply = new(store);
        _balance = new(store);
    }

    /// <summary>The shares that there are, without the fee shares that are due.</summary>
    public UInt256 Supply(Address vault) => _supply.Latest(vault, default);

    /// <summary>The shares that there were at the end of a second.</summary>
    public UInt256 SupplyAt(Address vault, ulong seconds) => _supply.At(vault, seconds, default);

    /// <summary>The shares of a holder.</summary>
    public UInt256 Balance(Address vault, Address holder) => _balance.Latest(new(vault, holder), default);

    /// <summary>The shares that a holder had at the end of a second.</summary>
    public UInt256 BalanceAt(Address vault, Address holder, ulong seconds) =>
        _balance.At(new(vault, holder), seconds, default);

    /// <summary>Creates shares; the receiver is not the zero address.</summary>
    internal void Mint(Address vault, Address to, UInt256 shares)
    {
        Invariant.Assert(!to.IsZero);
        _supply.Push(vault, _clock.Seconds, Supply(vault) + shares);
        Set(vault, to, Balance(vault, to) + shares);
        _store.Emit(new Transferred(vault, Address.Zero, to, shares));
    }

    internal Refusal? Burn(Address vault, Address from, UInt256 shares)
    {
        UInt256 balance = Balance(vault, from);
        if (balance < shares) return VaultV2Refusals.Erc20InsufficientBalance;

        Set(vault, from, balance - shares);
        _supply.Push(vault, _clock.Seconds, Supply(vault) - shares);
        _store.Emit(new Transferred(vault, from, Address.Zero, shares));
        return null;
    }

    internal Refusal? Transfer(Address vault, Address from, Address to, UInt256 shares)
    {
        if (to.IsZero) return VaultV2Refusals.Erc20InvalidReceiver;

        UInt256 balance = Balance(vault, from);
        if (balance < shares) return VaultV2Refusals.Erc20InsufficientBalance;

        Set(vault, from, balance - shares);
        Set(vault, to, Balance(vault, to) + shares);
        _store.Emit(new Transferred(vault, from, to, shares));
        return null;
    }

    private void Set(Address vault, Address holder, UInt256 shares) =>
        _balance.Push(new(vault, holder), _clock.Seconds, shares);

    private readonly record struct Holding(Address Vault, Address Holder);
}
