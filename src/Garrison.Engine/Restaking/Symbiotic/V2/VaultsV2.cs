using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>Vaults of version 2: pools of one token whose holders bear all that its adapters win and
/// lose.</summary>
/// <remarks>Source: <c>VaultV2.sol</c>, an ERC-4626. The equations are in
/// <c>docs/protocols/symbiotic-v2.md</c>.</remarks>
public sealed class VaultsV2
{
    private const int ShareDecimals = 18;

    private readonly Store _store;
    private readonly SymbioticV2 _v2;
    private readonly Table<Address, VaultV2> _vault;
    private readonly Table<Address, VaultV2Accounting> _accounting;

    internal VaultsV2(Store store, SymbioticV2 v2)
    {
        _store = store;
        _v2 = v2;
        _vault = store.Table<Address, VaultV2>();
        _accounting = store.Table<Address, VaultV2Accounting>();
    }

    /// <summary>What never changes of a vault; default when there is none.</summary>
    public VaultV2 At(Address vault) => _vault[vault];

    /// <summary>Whether there is a vault at an address.</summary>
    public bool Exists(Address vault) => !_vault.Read(vault).Asset.IsZero;

    /// <summary>The vault as its last accrual left it.</summary>
    public VaultV2Accounting AccountingOf(Address vault) => _accounting[vault];

    /// <summary>The assets that lie in the vault itself.</summary>
    public UInt256 FreeAssets(Address vault) => _v2.Ledger.Balance(_vault.Read(vault).Asset, vault);

    /// <summary>The assets that are free, and those that adapters would give back at once.</summary>
    public UInt256 Withdrawable(Address vault) => FreeAssets(vault) + _v2.Delegators.Deallocatable(vault);

    /// <summary>What an accrual would find.</summary>
    public FeeAccrual Due(Address vault)
    {
        VaultV2Accounting last = _accounting[vault];
        SharePool pool = new(
            FreeAssets(vault) + _v2.Delegators.TotalAssets(vault),
            _v2.Shares.Supply(vault),
            _vault.Read(vault).VirtualShares);
        return FeeAccrual.Of(
            pool, last, _v2.Clock.Seconds - last.UpdatedAtSeconds, _v2.Settings.FeesOf(vault));
    }

    /// <summary>The vault as it would be after an accrual: the price of everything.</summary>
    public SharePool Pool(Address vault)
    {
        FeeAccrual due = Due(vault);
        return new SharePool(
            due.TotalAssets,
            _v2.Shares.Supply(vault) + due.FeeShares,
            _vault.Read(vault).VirtualShares);
    }

    /// <summary>What somebody may deposit; the greatest number when there is no limit.</summary>
    public UInt256 MaxDeposit(Address vault, Address sender)
    {
        VaultV2DepositRules rules = _v2.Settings.RulesOf(vault);
        if (rules.IsWhitelist && !_v2.Settings.IsWhitelisted(vault, sender)) return UInt256.Zero;

        return rules.IsLimit ? rules.Limit.SaturatingSub(Due(vault).TotalAssets) : UInt256.MaxValue;
    }

    internal Refusal? Deploy(Address vault, VaultV2Configuration configuration)
    {
        if (Exists(vault)) return VaultV2Refusals.AlreadyDeployed;
        if (configuration.Asset.IsZero || configuration.Curator.IsZero) return VaultV2Refusals.InvalidAddress;

        Refusal? taken = _v2.Core.Take(vault)
            ?? _v2.Core.Take(configuration.Delegator)
            ?? _v2.Core.Take(configuration.Queue);
        if (taken is not null) return taken;

        int decimals = configuration.AssetDecimals;
        _vault[vault] = new VaultV2(
            configuration.Asset,
            configuration.Curator,
            configuration.Delegator,
            configuration.Queue,
            PowerOfTen(decimals),
            PowerOfTen(Math.Max(ShareDecimals - decimals, 0)));
        _store.Emit(new VaultV2QueueSet(vault, configuration.Queue));
        Touch(vault, UInt256.Zero);
        _v2.Settings.Open(vault, configuration.Rules, configuration.DepositorToWhitelist);
        _store.Emit(new VaultV2DelegatorSet(vault, configuration.Delegator));
        return null;
    }

    internal Refusal? Deposit(Address sender, Address vault, UInt256 assets, Address receiver)
    {
        if (!Exists(vault)) return VaultV2Refusals.NoVault;
        if (assets > MaxDeposit(vault, sender)) return VaultV2Refusals.Erc4626ExceededMaxDeposit;

        return Enter(sender, vault, receiver, assets, Pool(vault).ToSharesDown(assets));
    }

    internal Refusal? Mint(Address sender, Address vault, UInt256 shares, Address receiver)
    {
        if (!Exists(vault)) return VaultV2Refusals.NoVault;

        SharePool pool = Pool(vault);
        UInt256 most = MaxDeposit(vault, sender);
        if (most != UInt256.MaxValue && shares > pool.ToSharesDown(most))
        {
            return VaultV2Refusals.Erc4626ExceededMaxMint;
        }

        return Enter(sender, vault, receiver, pool.ToAssetsUp(shares), shares);
    }

    internal Refusal? Withdraw(Address sender, Address vault, UInt256 assets, Address receiver)
    {
        if (!Exists(vault)) return VaultV2Refusals.NoVault;

        Accrue(vault);
        SharePool pool = Pool(vault);
        if (assets > pool.ToAssetsDown(_v2.Shares.Balance(vault, sender)))
        {
            return VaultV2Refusals.Erc4626ExceededMaxWithdraw;
        }

        return Leave(sender, vault, receiver, assets, pool.ToSharesUp(assets));
    }

    internal Refusal? Redeem(
        Address sender, Address vault, UInt256 shares, Address receiver, out UInt256 assets)
    {
        assets = UInt256.Zero;
        if (!Exists(vault)) return VaultV2Refusals.NoVault;

        Accrue(vault);
        if (shares > _v2.Shares.Balance(vault, sender)) return VaultV2Refusals.Erc4626ExceededMaxRedeem;

        assets = Pool(vault).ToAssetsDown(shares);
        return Leave(sender, vault, receiver, assets, shares);
    }

    /// <summary>Mints the fee shares that are due; from here on the fees of today count.</summary>
    internal void Accrue(Address vault)
    {
        FeeAccrual due = Due(vault);
        VaultV2Fees fees = _v2.Settings.FeesOf(vault);
        MintFee(vault, fees.Management.Receiver, due.ManagementShares);
        MintFee(vault, fees.Performance.Receiver, due.PerformanceShares);
        MintFee(vault, _accounting[vault].ProtocolFee.Receiver, due.ProtocolShares);
        Touch(vault, due.TotalAssets);
        _store.Emit(new VaultV2InterestAccrued(
            vault, due.TotalAssets, due.ManagementShares, due.PerformanceShares, due.ProtocolShares));
    }

    /// <summary>Hands assets to an adapter, as the delegator asks.</summary>
    internal Refusal? Pull(Address vault, UInt256 assets, Address receiver)
    {
        Accrue(vault);
        if (_v2.Ledger.Transfer(_vault[vault].Asset, vault, receiver, assets) is { } refusal) return refusal;

        _store.Emit(new VaultV2Pulled(vault, assets, receiver));
        return null;
    }

    /// <summary>Takes assets back from an adapter, as the delegator asks.</summary>
    internal Refusal? Push(Address vault, UInt256 assets, Address owner)
    {
        if (_v2.Ledger.Transfer(_vault[vault].Asset, owner, vault, assets) is { } refusal) return refusal;

        _store.Emit(new VaultV2Pushed(vault, assets, owner));
        return null;
    }

    internal static UInt256 PowerOfTen(int exponent)
    {
        UInt256 power = UInt256.One;
        for (int i = 0; i < exponent; i++)
        {
            power *= 10UL;
        }

        return power;
    }

    private Refusal? Enter(Address sender, Address vault, Address receiver, UInt256 assets, UInt256 shares)
    {
        Accrue(vault);
        if (_v2.Ledger.Transfer(_vault[vault].Asset, sender, vault, assets) is { } refusal) return refusal;
        if (receiver.IsZero) return VaultV2Refusals.Erc20InvalidReceiver;

        _v2.Shares.Mint(vault, receiver, shares);
        _store.Emit(new VaultV2Deposited(vault, sender, receiver, assets, shares));
        Book(vault, _accounting[vault].TotalAssets + assets);
        return _v2.Delegators.OnDeposit(vault);
    }

    // The queue comes first: nobody passes those who wait in it.
    private Refusal? Leave(Address sender, Address vault, Address receiver, UInt256 assets, UInt256 shares)
    {
        if (sender != _vault.Read(vault).Queue)
        {
            if (_v2.Delegators.Sweep(vault, out UInt256 pending) is { } unswept) return unswept;
            if (!pending.IsZero) return VaultV2Refusals.PendingWithdrawalQueue;
        }

        UInt256 missing = assets.SaturatingSub(FreeAssets(vault));
        if (_v2.Delegators.DeallocateAll(vault, missing, out _) is { } stuck) return stuck;
        if (_v2.Shares.Burn(vault, sender, shares) is { } lacking) return lacking;
        if (_v2.Ledger.Transfer(_vault[vault].Asset, vault, receiver, assets) is { } refusal) return refusal;

        _store.Emit(new VaultV2Withdrawn(vault, sender, receiver, sender, assets, shares));
        Book(vault, _accounting[vault].TotalAssets - assets);
        return null;
    }

    private void MintFee(Address vault, Address receiver, UInt256 shares)
    {
        if (!shares.IsZero) _v2.Shares.Mint(vault, receiver, shares);
    }

    private void Touch(Address vault, UInt256 totalAssets)
    {
        VaultV2ProtocolFee fee = _v2.Settings.ProtocolFeeOf(vault);
        _accounting[vault] = new VaultV2Accounting(_v2.Clock.Seconds, totalAssets, fee);
        _store.Emit(new VaultV2ProtocolFeeUpdated(
            vault, fee.Receiver, fee.ManagementRate, fee.PerformanceRate));
    }

    private void Book(Address vault, UInt256 totalAssets) =>
        _accounting[vault] = _accounting[vault] with { TotalAssets = totalAssets };
}
