using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>Adapters that pay a vault's assets out at once for tokens that take time to redeem, at a price
/// below the oracle's.</summary>
/// <remarks>
/// Each token has an account that holds it until its issuer pays; meanwhile it counts at the oracle's price.
/// A lane gets assets only within a swap. Source: <c>LiquidLaneAdapter.sol</c>, <c>Account.sol</c>.
/// </remarks>
public sealed class LiquidLanes
{
    private const int TokensMax = 15;

    private static readonly UInt256 _wholeDiscount = 1_000_000UL;
    private static readonly UInt256 _wholePrice = 1_000_000_000_000_000_000UL;

    private readonly Store _store;
    private readonly SymbioticV2 _v2;
    private readonly Table<Address, LiquidLane> _lane;
    private readonly OrderedSet<Address, Address> _tokens;
    private readonly Table<LaneKey, LaneToken> _token;
    private readonly Table<FillerKey, bool> _isFiller;

    internal LiquidLanes(Store store, SymbioticV2 v2)
    {
        _store = store;
        _v2 = v2;
        _lane = store.Table<Address, LiquidLane>();
        _tokens = new(store);
        _token = store.Table<LaneKey, LaneToken>();
        _isFiller = store.Table<FillerKey, bool>();
    }

    /// <summary>Who runs a lane; default when there is none.</summary>
    public LiquidLane At(Address adapter) => _lane[adapter];

    /// <summary>The tokens that a lane takes.</summary>
    public IReadOnlyList<Address> TokensOf(Address adapter) => _tokens.ToArray(adapter);

    /// <summary>The terms on which a lane takes a token.</summary>
    public LaneToken TermsOf(Address adapter, Address token) => _token[new(adapter, token)];

    /// <summary>What the oracle says that an amount of a token is worth, in the asset, rounded down for the
    /// vault.</summary>
    public UInt256 WorthDown(Address adapter, Address token, UInt256 amount)
    {
        LaneToken terms = TermsOf(adapter, token);
        UInt256 assetUnit = _v2.Vaults.At(_v2.Adapters.VaultOf(adapter)).AssetUnit;
        return UInt256.MulDivDown(amount, terms.Price * assetUnit, _wholePrice * terms.Unit);
    }

    /// <summary>The most that a lane pays for an amount of a token, in the asset, rounded down for the
    /// vault.</summary>
    public UInt256 MaxPayoutDown(Address adapter, Address token, UInt256 amount) => UInt256.MulDivDown(
        WorthDown(adapter, token, amount),
        _wholeDiscount - TermsOf(adapter, token).MinDiscountPpm,
        _wholeDiscount);

    /// <summary>What the account of a token holds, in the asset: what its issuer paid, and the tokens at the
    /// oracle's price.</summary>
    public UInt256 AccountAssets(Address adapter, Address token)
    {
        Address account = TermsOf(adapter, token).Account;
        UInt256 held = _v2.Ledger.Balance(token, account);
        UInt256 worth = held.IsZero ? UInt256.Zero : WorthDown(adapter, token, held);
        return _v2.Ledger.Balance(_v2.Adapters.AssetOf(adapter), account) + worth;
    }

    /// <summary>What all accounts of a lane hold, in the asset.</summary>
    public UInt256 TotalAssets(Address adapter)
    {
        UInt256 total = UInt256.Zero;
        for (int i = 0; i < _tokens.Count(adapter); i++)
        {
            total += AccountAssets(adapter, _tokens.At(adapter, i));
        }

        return total;
    }

    /// <summary>What issuers have paid, in the asset.</summary>
    public UInt256 FreeAssets(Address adapter)
    {
        Address asset = _v2.Adapters.AssetOf(adapter);
        UInt256 total = UInt256.Zero;
        for (int i = 0; i < _tokens.Count(adapter); i++)
        {
            total += _v2.Ledger.Balance(asset, TermsOf(adapter, _tokens.At(adapter, i)).Account);
        }

        return total;
    }

    internal Refusal? Deploy(Address adapter, Address vault, Address owner)
    {
        if (_v2.Adapters.CheckNew(adapter, vault) is { } refusal) return refusal;
        if (owner.IsZero) return VaultV2Refusals.InvalidAddress;
        if (_v2.Core.Take(adapter) is { } taken) return taken;

        _v2.Adapters.Register(adapter, vault, AdapterKind.Lane);
        _lane[adapter] = new LiquidLane(owner, Address.Zero);
        return null;
    }

    internal Refusal? AddToken(
        Address sender, Address adapter, Address token, byte decimals, Address account)
    {
        if (CheckOwner(sender, adapter) is { } stranger) return stranger;
        if (_tokens.Contains(adapter, token)) return VaultV2Refusals.InvalidTokenToRedeem;
        if (_tokens.Count(adapter) >= TokensMax) return VaultV2Refusals.TooManyTokensToRedeem;

        // A token that comes back keeps its account and its discount.
        LaneToken terms = TermsOf(adapter, token);
        if (terms.Account.IsZero)
        {
            Address asset = _v2.Adapters.AssetOf(adapter);
            if (token == asset) return VaultV2Refusals.InvalidTokenToRedeem;
            if (_v2.Adapters.TakeAccount(account, asset, token) is { } taken) return taken;

            terms = terms with { Account = account, Unit = VaultsV2.PowerOfTen(decimals) };
        }

        _token[new(adapter, token)] = terms;
        _ = _tokens.Add(adapter, token);
        _store.Emit(new LaneTokenAdded(adapter, token, terms.Account));
        return null;
    }

    internal Refusal? RemoveToken(Address sender, Address adapter, Address token)
    {
        if (CheckOwner(sender, adapter) is { } stranger) return stranger;
        if (!_tokens.Contains(adapter, token)) return VaultV2Refusals.InvalidTokenToRedeem;
        if (!AccountAssets(adapter, token).IsZero) return VaultV2Refusals.AccountHasAssets;

        _ = _tokens.Remove(adapter, token);
        _token[new(adapter, token)] = TermsOf(adapter, token) with { Limit = UInt256.Zero };
        _store.Emit(new LaneTokenRemoved(adapter, token));
        return null;
    }

    internal Refusal? SetLimit(Address sender, Address adapter, Address token, UInt256 limit)
    {
        if (CheckOwner(sender, adapter) is { } stranger) return stranger;
        if (!_tokens.Contains(adapter, token)) return VaultV2Refusals.InvalidTokenToRedeem;

        _token[new(adapter, token)] = TermsOf(adapter, token) with { Limit = limit };
        _store.Emit(new LaneLimitSet(adapter, token, limit));
        return null;
    }

    internal Refusal? SetMinDiscount(Address sender, Address adapter, Address token, UInt256 ppm)
    {
        if (CheckOwner(sender, adapter) is { } stranger) return stranger;
        if (ppm > _wholeDiscount) return VaultV2Refusals.InvalidDiscount;

        _token[new(adapter, token)] = TermsOf(adapter, token) with { MinDiscountPpm = ppm };
        _store.Emit(new LaneMinDiscountSet(adapter, token, ppm));
        return null;
    }

    internal Refusal? SetMarketMaker(Address sender, Address adapter, Address marketMaker, bool canAcquire)
    {
        if (CheckOwner(sender, adapter) is { } stranger) return stranger;

        _lane[adapter] = _lane[adapter] with { MarketMaker = marketMaker };
        _store.Emit(new LaneMarketMakerSet(adapter, marketMaker, canAcquire));
        return null;
    }

    internal Refusal? SetFiller(Address sender, Address adapter, Address filler, bool isAuthorized)
    {
        LiquidLane lane = _lane[adapter];
        if (lane == default) return VaultV2Refusals.NoAdapter;
        if (sender != lane.Owner && sender != lane.MarketMaker) return VaultV2Refusals.InvalidCaller;

        _isFiller[new(adapter, lane.MarketMaker, filler)] = isAuthorized;
        _store.Emit(new LaneFillerSet(adapter, lane.MarketMaker, filler, isAuthorized));
        return null;
    }

    /// <summary>Records what the oracle says of a token.</summary>
    internal Refusal? SetPrice(Address adapter, Address token, UInt256 price)
    {
        if (_lane[adapter] == default) return VaultV2Refusals.NoAdapter;

        _token[new(adapter, token)] = TermsOf(adapter, token) with { Price = price };
        return null;
    }

    /// <summary>Pays assets for tokens that have arrived at the lane.</summary>
    internal Refusal? Swap(Address sender, Address adapter, in LaneSwap swap)
    {
        LiquidLane lane = _lane[adapter];
        if (lane == default) return VaultV2Refusals.NoAdapter;
        if (!MaySwap(sender, adapter, lane)) return VaultV2Refusals.InvalidAccount;
        if (!_tokens.Contains(adapter, swap.TokenIn)) return VaultV2Refusals.InvalidTokenToRedeem;

        LaneToken terms = TermsOf(adapter, swap.TokenIn);
        if (terms.Price.IsZero) return VaultV2Refusals.InvalidOracle;
        if (swap.AmountOut > MaxPayoutDown(adapter, swap.TokenIn, swap.AmountIn))
        {
            return VaultV2Refusals.InvalidSwapRate;
        }
        if (AccountAssets(adapter, swap.TokenIn) + swap.AmountOut > terms.Limit)
        {
            return VaultV2Refusals.LimitExceeded;
        }

        return Fund(adapter, swap.AmountOut) ?? Settle(adapter, swap, terms.Account);
    }

    /// <summary>An issuer pays for tokens of an account.</summary>
    internal Refusal? Redeem(
        Address issuer, Address adapter, Address token, UInt256 amount, UInt256 assets)
    {
        if (_lane[adapter] == default) return VaultV2Refusals.NoAdapter;

        Address account = TermsOf(adapter, token).Account;
        return _v2.Ledger.Transfer(token, account, issuer, amount)
            ?? _v2.Ledger.Transfer(_v2.Adapters.AssetOf(adapter), issuer, account, assets);
    }

    /// <summary>Collects what issuers have paid, however much is asked for.</summary>
    internal Refusal? Deallocate(Address adapter, out UInt256 deallocated)
    {
        Address asset = _v2.Adapters.AssetOf(adapter);
        deallocated = UInt256.Zero;
        for (int i = 0; i < _tokens.Count(adapter); i++)
        {
            Address account = TermsOf(adapter, _tokens.At(adapter, i)).Account;
            UInt256 paid = _v2.Ledger.Balance(asset, account);
            if (paid.IsZero) continue;
            if (_v2.Ledger.Transfer(asset, account, adapter, paid) is { } refusal) return refusal;

            deallocated += paid;
        }

        return null;
    }

    private Refusal? Fund(Address adapter, UInt256 assets)
    {
        if (assets.IsZero) return null;

        Address vault = _v2.Adapters.VaultOf(adapter);
        if (_v2.Delegators.AllocateExact(vault, adapter, assets, true, out UInt256 allocated) is { } refusal)
        {
            return refusal;
        }

        return allocated < assets ? VaultV2Refusals.InsufficientAllocate : null;
    }

    private Refusal? Settle(Address adapter, in LaneSwap swap, Address account)
    {
        Address asset = _v2.Adapters.AssetOf(adapter);
        if (!swap.AmountIn.IsZero
            && _v2.Ledger.Transfer(swap.TokenIn, adapter, account, swap.AmountIn) is { } unpaid)
        {
            return unpaid;
        }
        if (_v2.Ledger.Transfer(asset, adapter, swap.Recipient, swap.AmountOut) is { } lost) return lost;

        _store.Emit(new LaneSwapped(adapter, swap));
        return null;
    }

    private bool MaySwap(Address sender, Address adapter, in LiquidLane lane) =>
        sender == lane.Owner
            || sender == lane.MarketMaker
            || _isFiller[new(adapter, lane.MarketMaker, sender)];

    private Refusal? CheckOwner(Address sender, Address adapter)
    {
        if (_lane[adapter] == default) return VaultV2Refusals.NoAdapter;

        return _lane[adapter].Owner == sender ? null : VaultV2Refusals.OwnableUnauthorizedAccount;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct LaneKey(Address Adapter, Address Token);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct FillerKey(Address Adapter, Address MarketMaker, Address Filler);
}
