using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Exchange.Concentrated;

/// <summary>Pools of two tokens in which each provider chooses between which prices.</summary>
/// <remarks>
/// Uniswap v3, as the contracts <c>UniswapV3Factory.sol</c> and <c>UniswapV3Pool.sol</c> have it. Whoever
/// owes a pool pays what it asks for within the same command. The contracts are of a Solidity without
/// panics: arithmetic that leaves its range reverts without a word.
/// </remarks>
public sealed partial class ConcentratedPools
{
    private const int LiquidityBits = 128;
    private const int TickSpacingEnd = 16_384;

    private readonly Store _store;
    private readonly Clock _clock;
    private readonly Ledger _ledger;
    private readonly Table<Address, Address> _owner;
    private readonly Table<FeeKey, int> _spacing;
    private readonly Table<PairKey, Address> _pair;
    private readonly Table<Address, ConcentratedPoolTerms> _terms;
    private readonly Table<Address, ConcentratedPool> _pool;
    private readonly Table<TickKey, ConcentratedTick> _tick;
    private readonly Table<PositionKey, ConcentratedPosition> _position;
    private readonly TickBitmap _bitmap;
    private readonly Observations _observations;

    internal ConcentratedPools(Store store, Clock clock, Ledger ledger)
    {
        _store = store;
        _clock = clock;
        _ledger = ledger;
        _owner = store.Table<Address, Address>();
        _spacing = store.Table<FeeKey, int>();
        _pair = store.Table<PairKey, Address>();
        _terms = store.Table<Address, ConcentratedPoolTerms>();
        _pool = store.Table<Address, ConcentratedPool>();
        _tick = store.Table<TickKey, ConcentratedTick>();
        _position = store.Table<PositionKey, ConcentratedPosition>();
        _bitmap = new(store);
        _observations = new(store);
    }

    private uint Now => unchecked((uint)_clock.Seconds);

    internal Refusal? DeployFactory(Address sender, Address factory)
    {
        if (factory.IsZero || !_owner[factory].IsZero) return ConcentratedRefusals.EmptyRevert;

        _owner[factory] = sender;
        _store.Emit(new ConcentratedOwnerChanged(factory, Address.Zero, sender));
        SetFee(factory, 500, 10);
        SetFee(factory, 3_000, 60);
        SetFee(factory, 10_000, 200);
        return null;
    }

    internal Refusal? SetOwner(Address sender, Address factory, Address owner)
    {
        if (!IsOwner(sender, factory)) return ConcentratedRefusals.EmptyRevert;

        _store.Emit(new ConcentratedOwnerChanged(factory, sender, owner));
        _owner[factory] = owner;
        return null;
    }

    internal Refusal? EnableFee(Address sender, Address factory, uint fee, int tickSpacing)
    {
        bool isAllowed = IsOwner(sender, factory)
            && fee < SwapStep.FeeScale
            && tickSpacing > 0
            && tickSpacing < TickSpacingEnd
            && _spacing[new(factory, fee)] == 0;
        if (!isAllowed) return ConcentratedRefusals.EmptyRevert;

        SetFee(factory, fee, tickSpacing);
        return null;
    }

    internal Refusal? CreatePool(Address factory, Address pool, Address tokenA, Address tokenB, uint fee)
    {
        (Address token0, Address token1) = tokenA < tokenB ? (tokenA, tokenB) : (tokenB, tokenA);
        int spacing = _spacing[new(factory, fee)];
        PairKey pair = new(factory, token0, token1, fee);
        bool isAllowed = token0 != token1
            && !token0.IsZero
            && spacing != 0
            && _pair[pair].IsZero
            && !pool.IsZero
            && !_terms.Read(pool).Exists;
        if (!isAllowed) return ConcentratedRefusals.EmptyRevert;

        _pair[pair] = pool;
        _terms[pool] = new(factory, token0, token1, fee, spacing, MaxLiquidityPerTick(spacing));
        _store.Emit(new ConcentratedPoolCreated(factory, token0, token1, fee, spacing, pool));
        return null;
    }

    internal Refusal? Initialize(Address address, UInt256 sqrtPrice)
    {
        if (!Exists(address)) return ConcentratedRefusals.EmptyRevert;
        if (_pool.Read(address).IsInitialized) return ConcentratedRefusals.AlreadyInitialized;
        if (sqrtPrice < TickMath.MinSqrtPrice || sqrtPrice >= TickMath.MaxSqrtPrice)
        {
            return ConcentratedRefusals.PriceOutOfRange;
        }

        int tick = TickMath.TickAt(sqrtPrice);
        _observations.Begin(address, Now);
        _pool[address] = default(ConcentratedPool) with
        {
            SqrtPriceX96 = sqrtPrice,
            Tick = tick,
            ObservationCardinality = 1,
            ObservationCardinalityNext = 1,
        };
        _store.Emit(new ConcentratedInitialized(address, sqrtPrice, tick));
        return null;
    }

    internal Refusal? IncreaseObservations(Address address, ushort cardinalityNext)
    {
        if (Unusable(address) is { } unusable) return unusable;

        ConcentratedPool pool = _pool[address];
        ushort before = pool.ObservationCardinalityNext;
        if (cardinalityNext <= before) return null;

        _pool[address] = pool with { ObservationCardinalityNext = cardinalityNext };
        _store.Emit(new ConcentratedObservationsIncreased(address, before, cardinalityNext));
        return null;
    }

    private void SetFee(Address factory, uint fee, int tickSpacing)
    {
        _spacing[new(factory, fee)] = tickSpacing;
        _store.Emit(new ConcentratedFeeEnabled(factory, fee, tickSpacing));
    }

    private bool IsOwner(Address sender, Address factory) => !sender.IsZero && _owner[factory] == sender;

    // A call to nothing, or to a pool that has no price yet, whose lock is closed until then.
    private Refusal? Unusable(Address pool) =>
        _pool.Read(pool).IsInitialized ? null
        : Exists(pool) ? ConcentratedRefusals.Locked
        : ConcentratedRefusals.EmptyRevert;

    // So that the liquidity of all ticks together fits in 128 bits.
    private static UInt128 MaxLiquidityPerTick(int spacing) =>
        UInt128.MaxValue / (uint)((TickMath.MaxTick / spacing * 2) + 1);

    // x + y, of a liquidity and a change of it.
    private static Refusal? TryAdd(UInt128 liquidity, Int128 change, out UInt128 sum)
    {
        sum = unchecked(liquidity + (UInt128)change);
        return change < 0
            ? sum >= liquidity ? ConcentratedRefusals.LiquidityBelowZero : null
            : sum < liquidity ? ConcentratedRefusals.LiquidityAboveMax : null;
    }

    // Whether the pool's balance rose by what it is owed: a rebasing token may deliver less than was sent.
    private Refusal? Receive(
        Address pool, Address payer, Address token, UInt256 amount, Refusal whenShort)
    {
        if (_ledger.IsExact(token)) return _ledger.Transfer(token, payer, pool, amount);

        UInt256 before = _ledger.Balance(token, pool);
        return _ledger.Transfer(token, payer, pool, amount) is { } refusal ? refusal
            : before + amount <= _ledger.Balance(token, pool) ? null
            : whenShort;
    }

    private Refusal? Send(Address pool, Address to, Address token, UInt256 amount) =>
        _ledger.Transfer(token, pool, to, amount) is null ? null : ConcentratedRefusals.TransferFailed;

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct FeeKey(Address Factory, uint Fee);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct PairKey(Address Factory, Address Token0, Address Token1, uint Fee);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct TickKey(Address Pool, int Tick);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct PositionKey(Address Pool, Address Owner, TickRange Range);
}
