using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>What a strategy adds to plain share accounting.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StrategyKind>))]
public enum StrategyKind : byte
{
    /// <summary>Nothing: <c>StrategyBase</c>.</summary>
    Base,

    /// <summary>Limits on deposits: <c>StrategyBaseTVLLimits</c>.</summary>
    Limited,

    /// <summary>A second token that wraps the underlying one to one: <c>EigenStrategy</c>.</summary>
    Wrapping,
}

/// <summary>The contracts that hold the tokens: each divides what it holds into shares.</summary>
/// <remarks>
/// A thousand virtual shares and tokens stand in every strategy against inflation by the first depositor.
/// What is held is read from the ledger at the time of the call, so gifts and rebases move the rate.
/// Products are 256 bits wide and overflow as the contracts' do. Source: <c>StrategyBase.sol</c>.
/// </remarks>
public sealed class Strategies
{
    private readonly Store _store;
    private readonly EigenLayerCore _core;
    private readonly Ledger _ledger;
    private readonly Table<Address, Strategy> _strategy;
    private readonly Table<Address, DepositLimits> _limits;

    internal Strategies(Store store, EigenLayerCore core, Ledger ledger)
    {
        _store = store;
        _core = core;
        _ledger = ledger;
        _strategy = store.Table<Address, Strategy>();
        _limits = store.Table<Address, DepositLimits>();
    }

    /// <summary>The token of a strategy; zero for one that is not deployed, or for beacon chain
    /// ether.</summary>
    public Address TokenOf(Address strategy) => _strategy[strategy].Token;

    /// <summary>The shares of a strategy, slashed ones that were not cleared yet included.</summary>
    public UInt256 TotalShares(Address strategy) => _strategy[strategy].TotalShares;

    /// <summary>How much a strategy takes; nothing is limited in one that has no limits.</summary>
    public DepositLimits LimitsOf(Address strategy) => _limits[strategy];

    /// <summary>Whether a strategy takes and pays a token.</summary>
    public bool Accepts(Address strategy, Address token) => _strategy[strategy].Accepts(token);

    /// <summary>What shares are worth now in the underlying token: ⌊(B + 10³) · s / (T + 10³)⌋.</summary>
    public UInt256 ToUnderlyingDown(Address strategy, UInt256 shares) =>
        ((Balance(strategy) + Constants.VirtualOffset) * shares)
            .DivDown(TotalShares(strategy) + Constants.VirtualOffset);

    /// <summary>How many shares an amount of the underlying token is now: ⌊u · (T + 10³) / (B +
    /// 10³)⌋.</summary>
    public UInt256 ToSharesDown(Address strategy, UInt256 amount) =>
        (amount * (TotalShares(strategy) + Constants.VirtualOffset))
            .DivDown(Balance(strategy) + Constants.VirtualOffset);

    internal void Emit(Event fact) => _store.Emit(fact);

    internal Refusal? Deploy(Address strategy, Address token, StrategyKind kind, Address wrapper)
    {
        if (!TokenOf(strategy).IsZero) return Refusals.StrategyAlreadyExists;

        _strategy[strategy] = new Strategy(token, UInt256.Zero, kind, wrapper);
        return null;
    }

    internal void Import(Address strategy, Address token, UInt256 totalShares) =>
        _strategy[strategy] = new Strategy(token, totalShares, StrategyKind.Base, Address.Zero);

    internal Refusal? SetLimits(Address sender, Address strategy, DepositLimits limits)
    {
        if (sender != _core.Governance.Unpauser) return Refusals.OnlyUnpauser;

        return _core.Vaults.CheckLimitsOpen(strategy) ?? StoreLimits(strategy, limits);
    }

    internal Refusal? StoreLimits(Address strategy, DepositLimits limits)
    {
        DepositLimits before = _limits[strategy];
        _store.Emit(new MaxPerDepositUpdated(strategy, before.MaxPerDeposit, limits.MaxPerDeposit));
        _store.Emit(new MaxTotalDepositsUpdated(strategy, before.MaxTotalDeposits, limits.MaxTotalDeposits));
        if (limits.MaxPerDeposit > limits.MaxTotalDeposits) return Refusals.MaxPerDepositExceedsMax;

        _limits[strategy] = limits;
        return null;
    }

    /// <summary>Issues shares for tokens that have already arrived, rounded down for the strategy.</summary>
    internal Refusal? Deposit(Address address, Address token, UInt256 amount, out UInt256 shares)
    {
        shares = UInt256.Zero;
        if (_core.Pausing.IsPaused(address, Pausing.StrategyDeposits)) return Refusals.CurrentlyPaused;

        Strategy strategy = _strategy[address];
        if (CheckDeposit(address, strategy, token, amount) is { } refusal) return refusal;

        UInt256 virtualBalance = Balance(address) + Constants.VirtualOffset;
        UInt256 virtualShares = strategy.TotalShares + Constants.VirtualOffset;
        shares = (amount * virtualShares).DivDown(virtualBalance - amount);
        if (shares.IsZero) return Refusals.NewSharesZero;

        UInt256 total = strategy.TotalShares + shares;
        if (total > Constants.TotalSharesMax) return Refusals.TotalSharesExceedsMax;

        _strategy[address] = strategy with { TotalShares = total };
        EmitRate(address, virtualBalance, total + Constants.VirtualOffset);
        return null;
    }

    /// <summary>Pays the worth of shares at this moment, rounded down for the strategy.</summary>
    internal Refusal? Withdraw(
        Address address, Address recipient, Address token, UInt256 shares, out UInt256 amount)
    {
        amount = UInt256.Zero;
        if (_core.Pausing.IsPaused(address, Pausing.StrategyWithdrawals)) return Refusals.CurrentlyPaused;

        Strategy strategy = _strategy[address];
        if (!strategy.Accepts(token)) return Refusals.OnlyUnderlyingToken;
        if (shares > strategy.TotalShares) return Refusals.WithdrawalAmountExceedsTotalDeposits;

        UInt256 virtualBalance = Balance(address) + Constants.VirtualOffset;
        amount = (virtualBalance * shares).DivDown(strategy.TotalShares + Constants.VirtualOffset);
        UInt256 total = strategy.TotalShares - shares;
        _strategy[address] = strategy with { TotalShares = total };
        EmitRate(address, virtualBalance - amount, total + Constants.VirtualOffset);
        return Pay(address, strategy, recipient, token, amount);
    }

    private UInt256 Balance(Address strategy) => _ledger.Balance(TokenOf(strategy), strategy);

    private Refusal? CheckDeposit(Address address, in Strategy strategy, Address token, UInt256 amount)
    {
        if (strategy.Kind == StrategyKind.Limited)
        {
            DepositLimits limits = _limits[address];
            if (amount > limits.MaxPerDeposit) return Refusals.MaxPerDepositExceedsMax;
            if (Balance(address) > limits.MaxTotalDeposits) return Refusals.BalanceExceedsMaxTotalDeposits;
        }

        if (!strategy.Accepts(token)) return Refusals.OnlyUnderlyingToken;

        return token == strategy.Token ? null : Unwrap(address, strategy, amount);
    }

    private Refusal? Unwrap(Address address, in Strategy strategy, UInt256 amount) =>
        _ledger.Burn(strategy.Wrapper, address, amount)
            ?? _ledger.Transfer(strategy.Token, strategy.Wrapper, address, amount);

    private Refusal? Pay(
        Address address, in Strategy strategy, Address recipient, Address token, UInt256 amount)
    {
        if (token == strategy.Token) return _ledger.Transfer(token, address, recipient, amount);

        return _ledger.Transfer(strategy.Token, address, strategy.Wrapper, amount)
            ?? _ledger.Mint(strategy.Wrapper, address, amount)
            ?? _ledger.Transfer(strategy.Wrapper, address, recipient, amount);
    }

    private void EmitRate(Address strategy, UInt256 virtualBalance, UInt256 virtualShares) =>
        _store.Emit(new ExchangeRateEmitted(
            strategy, (Constants.Wad * virtualBalance).DivDown(virtualShares)));

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Strategy(
        Address Token, UInt256 TotalShares, StrategyKind Kind, Address Wrapper)
    {
        public bool Accepts(Address token) =>
            token == Token || (Kind == StrategyKind.Wrapping && token == Wrapper);
    }
}

/// <summary>How much a strategy takes, in the underlying token.</summary>
/// <param name="MaxPerDeposit">At most this in one deposit.</param>
/// <param name="MaxTotalDeposits">At most this in all, counted after the deposit.</param>
public readonly record struct DepositLimits(UInt256 MaxPerDeposit, UInt256 MaxTotalDeposits);

/// <summary>Deploys a strategy; it takes deposits once it is whitelisted.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Strategy">Its address.</param>
/// <param name="Token">What it holds.</param>
/// <param name="Kind">What it adds to plain share accounting.</param>
/// <param name="Wrapper">The token that wraps the one it holds, of a wrapping strategy; else zero.</param>
public sealed record DeployStrategy(
    Address Sender, Address Strategy, Address Token, StrategyKind Kind, Address Wrapper) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Strategies.Deploy(Strategy, Token, Kind, Wrapper);
}

/// <summary>Limits the deposits of a strategy.</summary>
/// <param name="Sender">The unpauser.</param>
/// <param name="Strategy">Which one.</param>
/// <param name="MaxPerDeposit">At most this in one deposit, in the underlying token.</param>
/// <param name="MaxTotalDeposits">At most this in all, in the underlying token.</param>
public sealed record SetDepositLimits(
    Address Sender, Address Strategy, UInt256 MaxPerDeposit, UInt256 MaxTotalDeposits) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Strategies.SetLimits(
        Sender, Strategy, new DepositLimits(MaxPerDeposit, MaxTotalDeposits));
}

/// <summary>A contract came to life.</summary>
/// <param name="Contract">Which one.</param>
/// <param name="Version">Which initialiser.</param>
public sealed record Initialized(Address Contract, byte Version) : Event(Contract);

/// <summary>A strategy has its token.</summary>
/// <param name="Contract">The strategy.</param>
/// <param name="Token">The token.</param>
/// <param name="Decimals">The decimals that it states.</param>
public sealed record StrategyTokenSet(Address Contract, Address Token, byte Decimals) : Event(Contract);

/// <summary>The rate of a strategy after shares were issued or paid out.</summary>
/// <param name="Contract">The strategy.</param>
/// <param name="Rate">Underlying for a share, times 10¹⁸, rounded down.</param>
public sealed record ExchangeRateEmitted(Address Contract, UInt256 Rate) : Event(Contract);

/// <summary>The limit of one deposit changed.</summary>
/// <param name="Contract">The strategy.</param>
/// <param name="PreviousValue">Before, in the underlying token.</param>
/// <param name="NewValue">Now, in the underlying token.</param>
public sealed record MaxPerDepositUpdated(Address Contract, UInt256 PreviousValue, UInt256 NewValue)
    : Event(Contract);

/// <summary>The limit of all deposits changed.</summary>
/// <param name="Contract">The strategy.</param>
/// <param name="PreviousValue">Before, in the underlying token.</param>
/// <param name="NewValue">Now, in the underlying token.</param>
public sealed record MaxTotalDepositsUpdated(Address Contract, UInt256 PreviousValue, UInt256 NewValue)
    : Event(Contract);
