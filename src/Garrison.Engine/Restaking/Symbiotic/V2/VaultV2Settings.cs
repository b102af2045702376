using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>What a curator decides of a vault, and what the protocol takes of it.</summary>
/// <remarks>Source: <c>VaultV2.sol</c>; for the protocol's fee what <c>ProtocolFeeRegistry.sol</c>
/// answers.</remarks>
public sealed class VaultV2Settings
{
    private readonly Store _store;
    private readonly SymbioticV2 _v2;
    private readonly Table<Address, VaultV2DepositRules> _rules;
    private readonly Table<Depositor, bool> _isWhitelisted;
    private readonly Table<Address, VaultV2Fees> _fees;
    private readonly Table<Address, VaultV2ProtocolFee> _protocolFee;

    internal VaultV2Settings(Store store, SymbioticV2 v2)
    {
        _store = store;
        _v2 = v2;
        _rules = store.Table<Address, VaultV2DepositRules>();
        _isWhitelisted = store.Table<Depositor, bool>();
        _fees = store.Table<Address, VaultV2Fees>();
        _protocolFee = store.Table<Address, VaultV2ProtocolFee>();
    }

    /// <summary>Who may deposit, and up to how much.</summary>
    public VaultV2DepositRules RulesOf(Address vault) => _rules[vault];

    /// <summary>Whether somebody may deposit into a vault that is not open to everyone.</summary>
    public bool IsWhitelisted(Address vault, Address depositor) => _isWhitelisted[new(vault, depositor)];

    /// <summary>What the curator takes.</summary>
    public VaultV2Fees FeesOf(Address vault) => _fees[vault];

    /// <summary>What the protocol takes after the next accrual.</summary>
    public VaultV2ProtocolFee ProtocolFeeOf(Address vault) => _protocolFee[vault];

    internal void Open(Address vault, VaultV2DepositRules rules, Address depositor)
    {
        _rules[vault] = rules;
        _isWhitelisted[new(vault, depositor)] = true;
    }

    internal Refusal? SetWhitelist(Address sender, Address vault, bool status)
    {
        if (_v2.CheckCurator(sender, vault) is { } stranger) return stranger;

        _rules[vault] = _rules[vault] with { IsWhitelist = status };
        _store.Emit(new VaultV2DepositWhitelistSet(vault, status));
        return null;
    }

    internal Refusal? SetDepositor(Address sender, Address vault, Address account, bool status)
    {
        if (_v2.CheckCurator(sender, vault) is { } stranger) return stranger;
        if (account.IsZero) return VaultV2Refusals.InvalidAddress;

        _isWhitelisted[new(vault, account)] = status;
        _store.Emit(new VaultV2DepositorWhitelistStatusSet(vault, account, status));
        return null;
    }

    internal Refusal? SetIsLimit(Address sender, Address vault, bool status)
    {
        if (_v2.CheckCurator(sender, vault) is { } stranger) return stranger;

        _rules[vault] = _rules[vault] with { IsLimit = status };
        _store.Emit(new VaultV2IsDepositLimitSet(vault, status));
        return null;
    }

    internal Refusal? SetLimit(Address sender, Address vault, UInt256 limit)
    {
        if (_v2.CheckCurator(sender, vault) is { } stranger) return stranger;

        _rules[vault] = _rules[vault] with { Limit = limit };
        _store.Emit(new VaultV2DepositLimitSet(vault, limit));
        return null;
    }

    /// <summary>Sets the fee for time. What is due until now is taken at the old one.</summary>
    internal Refusal? SetManagementFee(Address sender, Address vault, VaultV2Fee fee)
    {
        if (CheckFee(sender, vault, fee, VaultV2Fee.ManagementRateMax) is { } refusal) return refusal;

        _v2.Vaults.Accrue(vault);
        _fees[vault] = _fees[vault] with { Management = fee };
        _store.Emit(new VaultV2ManagementFeeSet(vault, fee.Rate, fee.Receiver));
        return null;
    }

    /// <summary>Sets the fee on interest. What is due until now is taken at the old one.</summary>
    internal Refusal? SetPerformanceFee(Address sender, Address vault, VaultV2Fee fee)
    {
        if (CheckFee(sender, vault, fee, VaultV2Fee.PerformanceRateMax) is { } refusal) return refusal;

        _v2.Vaults.Accrue(vault);
        _fees[vault] = _fees[vault] with { Performance = fee };
        _store.Emit(new VaultV2PerformanceFeeSet(vault, fee.Rate, fee.Receiver));
        return null;
    }

    /// <summary>Records what the protocol's registry answers for a vault. It holds from the second accrual
    /// on, since each accrual asks for the next.</summary>
    internal Refusal? SetProtocolFee(Address vault, VaultV2ProtocolFee fee)
    {
        if (!_v2.Vaults.Exists(vault)) return VaultV2Refusals.NoVault;
        if (fee.ManagementRate > VaultV2Fee.ManagementRateMax) return VaultV2Refusals.FeeTooHigh;
        if (fee.PerformanceRate > VaultV2Fee.PerformanceRateMax) return VaultV2Refusals.FeeTooHigh;
        if (fee.Receiver.IsZero && fee != default) return VaultV2Refusals.InvalidReceiver;

        _protocolFee[vault] = fee;
        return null;
    }

    private Refusal? CheckFee(Address sender, Address vault, VaultV2Fee fee, UInt256 most)
    {
        if (_v2.CheckCurator(sender, vault) is { } stranger) return stranger;
        if (fee.Receiver.IsZero && !fee.Rate.IsZero) return VaultV2Refusals.InvalidAddress;

        return fee.Rate > most ? VaultV2Refusals.FeeTooHigh : null;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Depositor(Address Vault, Address Account);
}
