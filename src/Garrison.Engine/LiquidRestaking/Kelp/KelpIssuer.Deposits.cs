using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Kelp;

public sealed partial class KelpIssuer
{
    internal Refusal? DepositEther(Address sender, UInt256 amount, UInt256 minimum, string referralId)
    {
        // The ether is in the pool before the first rule is asked.
        if (_ledger.Transfer(Ledger.Ether, sender, DepositPool, amount) is { } unpaid) return unpaid;
        if (RefuseIfPaused(DepositPool) is { } paused) return paused;
        if (CheckDeposit(Ledger.Ether, amount, minimum, out UInt256 minted) is { } refusal) return refusal;
        if (Mint(DepositPool, sender, minted) is { } unminted) return unminted;

        _store.Emit(new KelpEtherDeposited(DepositPool, sender, amount, minted, referralId));
        return null;
    }

    internal Refusal? Deposit(
        Address sender, Address asset, UInt256 amount, UInt256 minimum, string referralId)
    {
        if (RefuseIfPaused(DepositPool) is { } paused) return paused;
        if (RefuseUnsupported(asset) is { } unsupported) return unsupported;
        if (CheckDeposit(asset, amount, minimum, out UInt256 minted) is { } refusal) return refusal;
        if (MoveToken(asset, sender, DepositPool, amount) is { } unpaid) return unpaid;
        if (Mint(DepositPool, sender, minted) is { } unminted) return unminted;

        _store.Emit(new KelpAssetDeposited(DepositPool, sender, asset, amount, minted, referralId));
        return null;
    }

    /// <summary>⌊amount · asset's price / price⌋: the rsETH of a deposit, rounded down for the
    /// holders.</summary>
    /// <exception cref="DivideByZeroException">The price was never updated.</exception>
    /// <exception cref="OverflowException">The product leaves 256 bits.</exception>
    public Refusal? QuoteDepositDown(Address asset, UInt256 amount, out UInt256 minted)
    {
        minted = UInt256.Zero;
        if (AssetPrice(asset, out UInt256 price) is { } refusal) return refusal;

        minted = (amount * price).DivDown(_terms.Value.Price);
        return null;
    }

    /// <summary>The manager gives ether to the pool for an asset of the same worth.</summary>
    internal Refusal? SwapEther(Address sender, Address asset, UInt256 ether, UInt256 minimum)
    {
        if (_ledger.Transfer(Ledger.Ether, sender, DepositPool, ether) is { } unpaid) return unpaid;
        if (RefuseOthersThanManager(sender) is { } refusal) return refusal;
        if (RefuseUnsupported(asset) is { } unsupported) return unsupported;
        if (AssetPrice(asset, out UInt256 price) is { } unpriced) return unpriced;

        UInt256 returned = (Wad.Scale * ether).DivDown(price);
        if (returned < minimum || _ledger.Balance(asset, DepositPool) < returned)
        {
            return KelpRefusals.NotEnoughAssetToTransfer;
        }

        if (MoveToken(asset, DepositPool, sender, returned) is { } unmoved) return unmoved;

        _store.Emit(new KelpEtherSwapped(DepositPool, ether, asset, returned));
        return null;
    }

    private Refusal? CheckDeposit(Address asset, UInt256 amount, UInt256 minimum, out UInt256 minted)
    {
        minted = UInt256.Zero;
        if (amount.IsZero || amount < _terms.Value.MinimumDeposit) return KelpRefusals.InvalidAmountToDeposit;
        if (TotalAssets(asset, out UInt256 total) is { } refusal) return refusal;

        // Ether that is deposited is in the total already.
        UInt256 after = asset == Ledger.Ether ? total : total + amount;
        if (after > _asset.Read(asset).DepositLimit) return KelpRefusals.MaximumDepositLimitReached;
        if (QuoteDepositDown(asset, amount, out minted) is { } unpriced) return unpriced;

        return minted < minimum ? KelpRefusals.MinimumAmountToReceiveNotMet : null;
    }
}
