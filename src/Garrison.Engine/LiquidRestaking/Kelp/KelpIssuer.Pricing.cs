using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Kelp;

public sealed partial class KelpIssuer
{
    private static readonly UInt256 _validatedPriceMax = Wad.Scale * 10UL;

    /// <summary>How much of an asset Kelp has: in the pool, with node delegators, in EigenLayer, on the way
    /// back, in the converter and in the vault.</summary>
    /// <exception cref="OverflowException">A sum leaves 256 bits.</exception>
    public Refusal? TotalAssets(Address asset, out UInt256 total)
    {
        total = UInt256.Zero;
        if (RefuseUnsupported(asset) is { } refusal) return refusal;

        UInt256 held = _ledger.Balance(asset, DepositPool);
        Int256 staked = Int256.Zero;
        for (int index = 0; index < _delegators.Count(default); index++)
        {
            Address delegator = _delegators.At(default, index);
            held += _ledger.Balance(asset, delegator);
            if (_isUnaccounted[delegator]) return KelpRefusals.NodeDelegatorHasUnaccountedWithdrawals;

            staked += _backings.Amount(delegator, asset);
        }

        Int256 restaked = staked + Int256.FromUInt256(Unstaking(asset));
        if (restaked.IsNegative) return KelpRefusals.MustBePositive;

        UInt256 converted = asset == Ledger.Ether ? _terms.Value.ConverterValue : UInt256.Zero;
        total = held + restaked.ToUInt256() + converted + _ledger.Balance(asset, UnstakingVault);
        return null;
    }

    /// <summary>What all assets are worth, in wei times 10¹⁸: Σ total · price, exact.</summary>
    /// <exception cref="OverflowException">A product leaves 256 bits.</exception>
    public Refusal? Worth(out UInt256 worth)
    {
        worth = UInt256.Zero;
        for (int index = 0; index < _assets.Count(default); index++)
        {
            Address asset = _assets.At(default, index);
            if (AssetPrice(asset, out UInt256 price) is { } unpriced) return unpriced;
            if (TotalAssets(asset, out UInt256 total) is { } refusal) return refusal;

            worth += total * price;
        }

        return null;
    }

    /// <summary>Ether for one of an asset, times 10¹⁸, as its feed says now.</summary>
    public Refusal? AssetPrice(Address asset, out UInt256 price)
    {
        price = UInt256.Zero;
        Address oracle = _asset.Read(asset).PriceOracle;
        if (oracle.IsZero) return KelpRefusals.AssetOracleNotSupported;

        price = _prices.Of(oracle, asset).Answer.ToUInt256();
        return null;
    }

    /// <summary>Stores the price of rsETH anew, and mints the treasury's fee on a rise. Anyone may
    /// ask.</summary>
    internal Refusal? UpdatePrice()
    {
        KelpTerms terms = _terms.Value;
        UInt256 supply = _ledger.Supply(Token);
        if (supply.IsZero)
        {
            _terms.Set(terms with { Price = Wad.Scale });
            return null;
        }

        if (Worth(out UInt256 worth) is { } refusal) return refusal;

        var update = KelpPriceUpdate.Of(worth, supply, terms.Price, terms.FeeBps);
        if (new KelpPriceGuard(terms.LimitPercent).Refuses(terms.Price, update.Price))
        {
            return KelpRefusals.RsEthPriceExceedsLimit;
        }

        KelpContracts contracts = _contracts.Value;
        _terms.Set(terms with { Price = update.Price });
        _store.Emit(new KelpPriceUpdated(contracts.Oracle, update.Price, terms.Price));
        if (update.FeeTokens.IsZero) return null;
        if (Mint(contracts.Oracle, contracts.Treasury, update.FeeTokens) is { } unminted) return unminted;

        _store.Emit(new KelpFeeMinted(contracts.Oracle, contracts.Treasury, update.FeeTokens));
        return null;
    }

    internal Refusal? SetPriceOracle(Address sender, Address asset, Address oracle, bool isValidated)
    {
        if (RefuseOthersThanAdmin(sender) is { } refusal) return refusal;

        UInt256 answer = _prices.Of(oracle, asset).Answer.ToUInt256();
        if (isValidated && (answer > _validatedPriceMax || answer < Wad.Scale))
        {
            return KelpRefusals.InvalidPriceOracle;
        }

        if (oracle.IsZero) return KelpRefusals.ZeroAddressNotAllowed;

        _asset[asset] = _asset[asset] with { PriceOracle = oracle };
        _store.Emit(new KelpPriceOracleUpdated(_contracts.Value.Oracle, asset, oracle));
        return null;
    }

    internal Refusal? SetPriceLimit(Address sender, UInt256 percent)
    {
        if (RefuseOthersThanAdmin(sender) is { } refusal) return refusal;

        _terms.Set(_terms.Value with { LimitPercent = percent });
        _store.Emit(new KelpPriceLimitUpdated(_contracts.Value.Oracle, percent));
        return null;
    }

    // Shares of a strategy that is not here are valued by what is posted of it.
    private UInt256 Unstaking(Address asset)
    {
        KelpAsset terms = _asset[asset];
        if (asset == Ledger.Ether || terms.SharesUnstaking.IsZero) return terms.SharesUnstaking;
        if (_strategies.Accepts(terms.Strategy, asset))
        {
            return _strategies.ToUnderlyingDown(terms.Strategy, terms.SharesUnstaking);
        }

        UInt256 rate = _prices.Of(terms.Strategy, asset).Answer.ToUInt256();
        return (terms.SharesUnstaking * rate).DivDown(Wad.Scale);
    }
}
