using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Kelp;

public sealed partial class KelpIssuer
{
    /// <summary>The operator sends a token of the pool or of the vault to a node delegator.</summary>
    internal Refusal? SendAssetToDelegator(
        Address sender, Address from, UInt256 index, Address asset, UInt256 amount)
    {
        if (RefuseOtherSources(from) is { } unowned) return unowned;
        if (RefuseOthersThanOperator(sender) is { } refusal) return refusal;
        if (RefuseUnsupported(asset) is { } unsupported) return unsupported;
        if (FindDelegator(index, out Address delegator) is { } unknown) return unknown;

        return MoveToken(asset, from, delegator, amount);
    }

    internal Refusal? SendEtherToDelegator(Address sender, Address from, UInt256 index, UInt256 amount)
    {
        if (RefuseOtherSources(from) is { } unowned) return unowned;
        if (RefuseOthersThanOperator(sender) is { } refusal) return refusal;
        if (FindDelegator(index, out Address delegator) is { } unknown) return unknown;

        return SendEther(from, delegator, amount);
    }

    /// <summary>The operator sends a token of the pool to the vault, from which requests are paid.</summary>
    internal Refusal? SendAssetToVault(Address sender, Address asset, UInt256 amount)
    {
        if (RefuseOthersThanOperator(sender) is { } refusal) return refusal;
        if (RefuseUnsupported(asset) is { } unsupported) return unsupported;

        return MoveToken(asset, DepositPool, UnstakingVault, amount);
    }

    internal Refusal? SendEtherToVault(Address sender, UInt256 amount) =>
        RefuseOthersThanOperator(sender) ?? SendEther(DepositPool, UnstakingVault, amount);

    /// <summary>Anyone gives ether to the vault.</summary>
    internal Refusal? GiveEtherToVault(Address sender, UInt256 amount)
    {
        if (_ledger.Transfer(Ledger.Ether, sender, UnstakingVault, amount) is { } refusal) return refusal;

        _store.Emit(new KelpVaultEtherReceived(UnstakingVault, sender, amount));
        return null;
    }

    /// <summary>A node delegator says that shares left a strategy.</summary>
    internal Refusal? AddSharesUnstaking(Address sender, Address asset, UInt256 shares)
    {
        if (RefuseOthersThanDelegators(sender) is { } refusal) return refusal;

        KelpAsset terms = _asset[asset];
        _asset[asset] = terms with { SharesUnstaking = terms.SharesUnstaking + shares };
        return null;
    }

    /// <summary>A node delegator says that shares arrived as tokens.</summary>
    internal Refusal? ReduceSharesUnstaking(Address sender, Address asset, UInt256 shares)
    {
        if (RefuseOthersThanDelegators(sender) is { } refusal) return refusal;

        KelpAsset terms = _asset[asset];
        _asset[asset] = terms with { SharesUnstaking = terms.SharesUnstaking - shares };
        return null;
    }

    internal Refusal? AddNodeDelegators(Address sender, IReadOnlyList<Address> delegators)
    {
        if (RefuseOthersThanAdmin(sender) is { } refusal) return refusal;
        if (_delegators.Count(default) + delegators.Count > NodeDelegatorsMax)
        {
            return KelpRefusals.MaximumNodeDelegatorLimitReached;
        }

        foreach (Address delegator in delegators)
        {
            if (delegator.IsZero) return KelpRefusals.ZeroAddressNotAllowed;

            _ = _delegators.Add(default, delegator);
        }

        _store.Emit(new KelpNodeDelegatorsAdded(DepositPool, delegators));
        return null;
    }

    /// <summary>An outside fact: whether all that a delegator has in EigenLayer's queue is counted.</summary>
    internal Refusal? SetAccounted(Address delegator, bool isAccounted)
    {
        _isUnaccounted[delegator] = !isAccounted;
        return null;
    }

    // The two that send to delegators are contracts of their own: whoever else is asked has no such call.
    private Refusal? RefuseOtherSources(Address from) =>
        from == DepositPool || from == UnstakingVault ? null : Refusal.EmptyRevert;

    private Refusal? RefuseOthersThanDelegators(Address sender) =>
        _delegators.Contains(default, sender) ? null : KelpRefusals.CallerIsNotNodeDelegator;

    private Refusal? FindDelegator(UInt256 index, out Address delegator)
    {
        bool exists = index < (ulong)_delegators.Count(default);
        delegator = exists ? _delegators.At(default, (int)index.ToUInt64()) : default;
        return exists ? null : KelpRefusals.OutOfBounds;
    }

    private Refusal? SendEther(Address from, Address to, UInt256 amount)
    {
        if (_ledger.Transfer(Ledger.Ether, from, to, amount) is { } refusal) return refusal;

        _store.Emit(new KelpEtherSent(from, to, amount));
        return null;
    }
}
