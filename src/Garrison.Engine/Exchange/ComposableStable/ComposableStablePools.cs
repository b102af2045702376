using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ComposableStable;

/// <summary>Balancer's composable stable pools, in the vault that holds their tokens.</summary>
/// <remarks>
/// Source: <c>balancer/balancer-v2-monorepo</c>: <c>ComposableStablePool.sol</c> of the line of version 6,
/// <c>Swaps.sol</c> and <c>PoolBalances.sol</c> of the vault. The equations are in
/// <c>docs/protocols/composable-stable.md</c>. A pool is known by its address, which is its own token's too.
/// </remarks>
public sealed partial class ComposableStablePools
{
    private readonly Store _store;
    private readonly Clock _clock;
    private readonly Ledger _ledger;
    private readonly Cell<ComposableStableContracts> _contracts;
    private readonly Cell<ProtocolFees> _fees;
    private readonly Table<Address, PoolSettings> _settings;
    private readonly Table<Address, PoolState> _state;
    private readonly Table<Address, TokenRates> _rates;
    private readonly Table<Address, UInt256> _providerRate;

    internal ComposableStablePools(Store store, Clock clock, Ledger ledger)
    {
        _store = store;
        _clock = clock;
        _ledger = ledger;
        _contracts = store.Cell<ComposableStableContracts>();
        _fees = store.Cell<ProtocolFees>();
        _settings = store.Table<Address, PoolSettings>();
        _state = store.Table<Address, PoolState>();
        _rates = store.Table<Address, TokenRates>();
        _providerRate = store.Table<Address, UInt256>();
    }

    /// <summary>The addresses.</summary>
    public ref readonly ComposableStableContracts Contracts => ref _contracts.Value;

    private ulong Now => _clock.Seconds;

    internal Refusal? Deploy(ComposableStableContracts contracts)
    {
        if (_contracts.Value != default) return ComposableStableRefusals.AlreadyDeployed;

        _contracts.Set(contracts);
        return null;
    }

    // The pool as its rows are.
    private void Begin(Address pool, ref PoolTurn turn)
    {
        turn.Settings = _settings.Read(pool);
        turn.State = _state.Read(pool);
        turn.Rates = _rates.Read(pool);
    }

    // Every swap, join and exit but that of recovery begins so: rates that are over are looked up.
    private Refusal? BeginMove(Address pool, ref PoolTurn turn)
    {
        Begin(pool, ref turn);
        if (IsPaused(pool)) return ComposableStableRefusals.Paused;

        for (int i = 0; i < turn.Settings.Count; i++)
        {
            if (turn.Settings.HasRateProvider(i) && Now > turn.Rates[i].Expires)
            {
                if (LookUp(ref turn, i, turn.Rates[i].Duration) is { } refusal) return refusal;
            }
        }

        turn.Upscale(Now, _ledger.Supply(pool));
        return turn.Math.Refusal;
    }

    private Refusal? LookUp(ref PoolTurn turn, int index, UInt256 duration)
    {
        UInt256 rate = _providerRate[turn.Settings.RateProviders[index]];
        if (!rate.FitsIn(96)) return ComposableStableRefusals.PriceRateOverflow;

        // The contract keeps both in 32 bits.
        if (!duration.FitsIn(32)) return ComposableStableRefusals.CodecOverflow;

        ulong expires = Now + (ulong)duration;
        if (expires > uint.MaxValue) return ComposableStableRefusals.CodecOverflow;

        turn.Rates[index] = turn.Rates[index] with
        {
            Current = rate,
            Duration = (uint)(ulong)duration,
            Expires = (uint)expires,
        };
        turn.LookedUp |= 1 << index;
        return null;
    }

    // Keeps the rates of a turn, logs those that were looked up, and pays the protocol.
    private Refusal? KeepRatesAndFees(Address pool, ref PoolTurn turn)
    {
        if (_rates.Read(pool) != turn.Rates) _rates[pool] = turn.Rates;

        for (int i = 0; i < turn.Settings.Count; i++)
        {
            if ((turn.LookedUp & (1 << i)) != 0)
            {
                _store.Emit(new ComposableTokenRateCacheUpdated(pool, (ulong)i, turn.Rates[i].Current));
            }
        }

        return PayProtocol(pool, turn.FeesOfThePast) ?? PayProtocol(pool, turn.FeesOfTheMove);
    }

    private Refusal? PayProtocol(Address pool, UInt256 poolTokens) =>
        poolTokens.IsZero ? null : _ledger.Mint(pool, Contracts.FeesCollector, poolTokens);

    private Refusal? Receive(Address token, Address from, UInt256 amount) =>
        amount.IsZero ? null : _ledger.Transfer(token, from, Contracts.Vault, amount);

    private Refusal? Send(Address token, Address to, UInt256 amount) =>
        amount.IsZero ? null : _ledger.Transfer(token, Contracts.Vault, to, amount);

    // The vault keeps balances in 112 bits.
    private static Refusal? AddCash(ref PoolState state, int index, UInt256 amount)
    {
        UInt256 balance = state.Balances[index].WrappingAdd(amount);
        if (balance < amount) return ComposableStableRefusals.AddOverflow;
        if (!balance.FitsIn(112)) return ComposableStableRefusals.BalanceTotalOverflow;

        state.Balances[index] = balance;
        return null;
    }

    private static Refusal? TakeCash(ref PoolState state, int index, UInt256 amount)
    {
        if (amount > state.Balances[index]) return ComposableStableRefusals.SubOverflow;

        state.Balances[index] -= amount;
        return null;
    }

    private readonly record struct ProtocolFees(ulong Swap, ulong Yield, ulong Aum);
}

/// <summary>Where the contracts are that every pool shares.</summary>
/// <param name="Vault">Holds the tokens.</param>
/// <param name="FeesCollector">Is paid the protocol's fees.</param>
/// <param name="FeePercentagesProvider">Knows how high they are.</param>
/// <param name="Governor">Sets them, pauses pools and puts them into recovery.</param>
public readonly record struct ComposableStableContracts(
    Address Vault, Address FeesCollector, Address FeePercentagesProvider, Address Governor);
