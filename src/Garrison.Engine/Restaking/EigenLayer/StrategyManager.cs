using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>Keeps the deposit shares of tokens: what stakers put in, before any slashing.</summary>
/// <remarks>Source: <c>StrategyManager.sol</c>.</remarks>
public sealed class StrategyManager : IShareManager
{
    private readonly Store _store;
    private readonly EigenLayerCore _core;
    private readonly Ledger _ledger;
    private readonly Table<StakerStrategy, UInt256> _shares;
    private readonly OrderedSet<Address, Address> _strategies;
    private readonly Table<Address, UInt256> _nonce;
    private readonly Table<Address, bool> _isWhitelisted;

    internal StrategyManager(Store store, EigenLayerCore core, Ledger ledger)
    {
        _store = store;
        _core = core;
        _ledger = ledger;
        _shares = store.Table<StakerStrategy, UInt256>();
        _strategies = new(store);
        _nonce = store.Table<Address, UInt256>();
        _isWhitelisted = store.Table<Address, bool>();
    }

    private Address Self => _core.Contracts.StrategyManager;

    /// <inheritdoc/>
    public UInt256 DepositShares(Address staker, Address strategy) => _shares[new(staker, strategy)];

    /// <summary>The strategies in which a staker has shares, in the contract's order.</summary>
    public IReadOnlyList<Address> StrategiesOf(Address staker) => _strategies.ToArray(staker);

    /// <summary>The number that the next signed deposit of a staker must carry.</summary>
    public UInt256 Nonce(Address staker) => _nonce[staker];

    /// <summary>Whether a strategy takes deposits.</summary>
    public bool IsWhitelisted(Address strategy) => _isWhitelisted[strategy];

    internal Refusal? Deposit(Address sender, Address strategy, Address token, UInt256 amount)
    {
        if (_core.Pausing.IsPaused(Self, Pausing.Deposits)) return Refusals.CurrentlyPaused;

        return DepositFor(sender, sender, strategy, token, amount);
    }

    internal Refusal? DepositWithSignature(DepositIntoStrategyWithSignature deposit)
    {
        if (_core.Pausing.IsPaused(Self, Pausing.Deposits)) return Refusals.CurrentlyPaused;
        if (deposit.Expiry < _core.Clock.Seconds) return Refusals.SignatureExpired;

        UInt256 nonce = _nonce[deposit.Staker];
        if (deposit.Signer != deposit.Staker || deposit.Nonce != nonce) return Refusals.InvalidSignature;

        _nonce[deposit.Staker] = nonce.WrappingAdd(UInt256.One);
        return DepositFor(deposit.Sender, deposit.Staker, deposit.Strategy, deposit.Token, deposit.Amount);
    }

    /// <inheritdoc/>
    Refusal? IShareManager.RemoveShares(
        Address staker, Address strategy, UInt256 shares, out UInt256 remaining)
    {
        UInt256 before = DepositShares(staker, strategy);
        remaining = before.SaturatingSub(shares);
        if (shares.IsZero) return Refusals.SharesAmountZero;
        if (shares > before) return Refusals.SharesAmountTooHigh;
        if (_core.Vaults.CheckBeforeRemove(strategy) is { } locked) return locked;

        _shares[new(staker, strategy)] = remaining;
        if (remaining.IsZero)
        {
            Invariant.Assert(_strategies.Remove(staker, strategy));
        }

        return null;
    }

    /// <inheritdoc/>
    Refusal? IShareManager.AddShares(
        Address staker, Address strategy, UInt256 shares, out AddedShares added) =>
        Add(staker, strategy, shares, out added);

    /// <inheritdoc/>
    Refusal? IShareManager.WithdrawAsTokens(
        Address staker, Address strategy, Address token, UInt256 shares) =>
        _core.Strategies.Withdraw(strategy, staker, token, shares, out _);

    /// <inheritdoc/>
    Refusal? IShareManager.RecordSlashed(
        OperatorSet set, ulong slashId, Address strategy, UInt256 shares) =>
        _core.SlashedShares.Record(set, slashId, strategy, shares);

    internal Refusal? AddToWhitelist(Address sender, IReadOnlyList<Address> strategies) =>
        SetWhitelisted(sender, strategies, isWhitelisted: true);

    internal Refusal? RemoveFromWhitelist(Address sender, IReadOnlyList<Address> strategies) =>
        SetWhitelisted(sender, strategies, isWhitelisted: false);

    internal void Import(ImportedStaker imported)
    {
        _nonce[imported.Staker] = imported.DepositNonce;
        foreach (ImportedDeposit deposit in imported.Deposits)
        {
            if (deposit.Strategy != Constants.BeaconChainEtherStrategy)
            {
                _shares[new(imported.Staker, deposit.Strategy)] = deposit.Shares;
                _ = _strategies.Add(imported.Staker, deposit.Strategy);
            }
        }
    }

    internal void ImportWhitelisted(Address strategy, bool isWhitelisted) =>
        _isWhitelisted[strategy] = isWhitelisted;

    private Refusal? SetWhitelisted(Address sender, IReadOnlyList<Address> strategies, bool isWhitelisted)
    {
        if (sender != _core.Governance.StrategyWhitelister) return Refusals.OnlyStrategyWhitelister;

        foreach (Address strategy in strategies)
        {
            if (_isWhitelisted[strategy] != isWhitelisted)
            {
                _isWhitelisted[strategy] = isWhitelisted;
                _store.Emit(isWhitelisted
                    ? new StrategyAddedToDepositWhitelist(Self, strategy)
                    : new StrategyRemovedFromDepositWhitelist(Self, strategy));
            }
        }

        return null;
    }

    private Refusal? DepositFor(
        Address sender, Address staker, Address strategy, Address token, UInt256 amount)
    {
        if (!_isWhitelisted[strategy]) return Refusals.StrategyNotWhitelisted;
        if (_ledger.Transfer(token, sender, strategy, amount) is { } unpaid) return unpaid;
        if (_core.Strategies.Deposit(strategy, token, amount, out UInt256 shares) is { } closed)
        {
            return closed;
        }
        if (Add(staker, strategy, shares, out AddedShares added) is { } refusal) return refusal;

        return _core.Delegation.IncreaseDelegatedShares(staker, strategy, added);
    }

    private Refusal? Add(Address staker, Address strategy, UInt256 shares, out AddedShares added)
    {
        UInt256 before = DepositShares(staker, strategy);
        added = new(before, shares);
        if (staker.IsZero) return Refusals.StakerAddressZero;
        if (shares.IsZero) return Refusals.SharesAmountZero;
        if (_core.Vaults.CheckBeforeAdd(strategy, staker, shares) is { } closed) return closed;

        if (before.IsZero)
        {
            if (_strategies.Count(staker) >= Constants.StrategiesPerStakerMax)
            {
                return Refusals.MaxStrategiesExceeded;
            }

            Invariant.Assert(_strategies.Add(staker, strategy));
        }

        _shares[new(staker, strategy)] = before + shares;
        _store.Emit(new Deposited(Self, staker, strategy, shares));
        return null;
    }
}
