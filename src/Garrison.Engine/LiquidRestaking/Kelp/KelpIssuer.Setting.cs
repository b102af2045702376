using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Kelp;

public sealed partial class KelpIssuer
{
    internal Refusal? GrantRoles(Address sender, Address account, KelpRoles roles)
    {
        if (RefuseOthersThanConfigAdmin(sender) is { } refusal) return refusal;

        _roles[account] = roles;
        return null;
    }

    internal Refusal? SupportAsset(Address sender, Address asset, UInt256 depositLimit)
    {
        if (RefuseOthersThanConfigAdmin(sender) is { } refusal) return refusal;
        if (asset.IsZero) return KelpRefusals.ZeroAddressNotAllowed;
        if (_asset.Read(asset).IsSupported) return KelpRefusals.AssetAlreadySupported;

        _ = _assets.Add(default, asset);
        _asset[asset] = _asset[asset] with { IsSupported = true, DepositLimit = depositLimit };
        _store.Emit(new KelpAssetSupported(_contracts.Value.Config, asset, depositLimit));
        return null;
    }

    internal Refusal? SetStrategy(Address sender, Address asset, Address strategy)
    {
        if (RefuseOthersThanConfigAdmin(sender) is { } refusal) return refusal;
        if (RefuseUnsupported(asset) is { } unsupported) return unsupported;
        if (strategy.IsZero) return KelpRefusals.ZeroAddressNotAllowed;
        if (_asset.Read(asset).Strategy == strategy) return KelpRefusals.ValueAlreadyInUse;

        _asset[asset] = _asset[asset] with { Strategy = strategy };
        _store.Emit(new KelpStrategyUpdated(_contracts.Value.Config, asset, strategy));
        return null;
    }

    internal Refusal? SetDepositLimit(Address sender, Address asset, UInt256 limit)
    {
        if (!Has(sender, KelpRoles.Manager)) return KelpRefusals.LacksManagerRole(sender);
        if (RefuseUnsupported(asset) is { } unsupported) return unsupported;

        _asset[asset] = _asset[asset] with { DepositLimit = limit };
        _store.Emit(new KelpDepositLimitUpdated(_contracts.Value.Config, asset, limit));
        return null;
    }

    internal Refusal? SetProtocolFee(Address sender, UInt256 bps)
    {
        if (RefuseOthersThanConfigAdmin(sender) is { } refusal) return refusal;

        _terms.Set(_terms.Value with { FeeBps = bps });
        return null;
    }

    internal Refusal? SetMinimumDeposit(Address sender, UInt256 minimum)
    {
        if (RefuseOthersThanAdmin(sender) is { } refusal) return refusal;

        _terms.Set(_terms.Value with { MinimumDeposit = minimum });
        _store.Emit(new KelpMinimumDepositUpdated(DepositPool, minimum));
        return null;
    }

    internal Refusal? SetMinimumWithdrawal(Address sender, Address asset, UInt256 minimum)
    {
        if (RefuseOthersThanAdmin(sender) is { } refusal) return refusal;

        _asset[asset] = _asset[asset] with { MinimumWithdrawal = minimum };
        _store.Emit(new KelpMinimumWithdrawalUpdated(WithdrawalManager, asset, minimum));
        return null;
    }

    internal Refusal? SetDelay(Address sender, UInt256 blocks)
    {
        if (RefuseOthersThanManager(sender) is { } refusal) return refusal;
        if (blocks > DelayBlocksMax) return KelpRefusals.ExceedWithdrawalDelay;

        _terms.Set(_terms.Value with { DelayBlocks = blocks.ToUInt64() });
        _store.Emit(new KelpDelayUpdated(WithdrawalManager, blocks));
        return null;
    }

    internal Refusal? SetPaused(Address sender, Address contract, bool isPaused)
    {
        if ((isPaused ? RefuseToPause(sender, contract) : RefuseOthersThanAdmin(sender)) is { } refusal)
        {
            return refusal;
        }

        if (_isPaused[contract] == isPaused) return isPaused ? KelpRefusals.Paused : KelpRefusals.NotPaused;

        _isPaused[contract] = isPaused;
        _store.Emit(isPaused ? new KelpPaused(contract, sender) : new KelpUnpaused(contract, sender));
        return null;
    }

    /// <summary>An outside fact: how much ether the converter waits for.</summary>
    internal Refusal? SetConverterValue(UInt256 ether)
    {
        _terms.Set(_terms.Value with { ConverterValue = ether });
        return null;
    }

    // Withdrawals have a role of their own to pause them.
    private Refusal? RefuseToPause(Address sender, Address contract)
    {
        if (contract != WithdrawalManager) return RefuseOthersThanManager(sender);

        return Has(sender, KelpRoles.Pauser) ? null : KelpRefusals.CallerHasNotTheRole;
    }

    // The config itself asks for roles in OpenZeppelin's words, the others in their own.
    private Refusal? RefuseOthersThanConfigAdmin(Address sender) =>
        Has(sender, KelpRoles.Admin) ? null : KelpRefusals.LacksAdminRole(sender);
}
