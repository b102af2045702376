using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ComposableStable;

public sealed partial class ComposableStablePools
{
    private const ulong Day = 86_400;
    private const ulong MaxDailyRate = 2;
    private const ulong MaxProtocolFee = 500_000_000_000_000_000;

    internal Refusal? SetProviderRate(Address provider, UInt256 rate)
    {
        _providerRate[provider] = rate;
        return null;
    }

    internal Refusal? UpdateRate(Address pool, Address token)
    {
        if (RateIndex(pool, token, out int index) is { } refusal) return refusal;

        PoolTurn turn = default;
        Begin(pool, ref turn);
        return LookUp(ref turn, index, turn.Rates[index].Duration) ?? KeepRatesAndFees(pool, ref turn);
    }

    internal Refusal? SetRateDuration(Address sender, Address pool, Address token, UInt256 duration)
    {
        if (CheckOwner(pool, sender) is { } stranger) return stranger;
        if (RateIndex(pool, token, out int index) is { } refusal) return refusal;

        PoolTurn turn = default;
        Begin(pool, ref turn);
        if (SetDuration(pool, ref turn, index, duration) is { } failure) return failure;

        _rates[pool] = turn.Rates;
        return null;
    }

    internal Refusal? StartAmplificationUpdate(
        Address sender, Address pool, UInt256 endValue, UInt256 endTime)
    {
        if (CheckOwner(pool, sender) is { } stranger) return stranger;
        if (endValue < MinAmplification) return ComposableStableRefusals.MinAmp;
        if (endValue > MaxAmplification) return ComposableStableRefusals.MaxAmp;
        if (endTime < Now) return ComposableStableRefusals.SubOverflow;

        UInt256 duration = endTime - Now;
        if (duration < Day) return ComposableStableRefusals.AmpEndTimeTooClose;

        PoolState state = _state[pool];
        if (state.Amplification.IsMoving(Now)) return ComposableStableRefusals.AmpOngoingUpdate;

        UInt256 start = state.Amplification.At(Now);
        UInt256 end = endValue * StableMath.AmplificationPrecision;
        StableMath math = default;
        UInt256 dailyRate = math.DivideUp(
            Day * UInt256.Max(start, end), math.Multiply(UInt256.Min(start, end), duration));
        if (math.Refusal is { } failure) return failure;
        if (dailyRate > MaxDailyRate) return ComposableStableRefusals.AmpRateTooHigh;
        if (!endTime.FitsIn(64)) return ComposableStableRefusals.CodecOverflow;

        state.Amplification = new((ulong)start, (ulong)end, Now, (ulong)endTime);
        _state[pool] = state;
        _store.Emit(new ComposableAmpUpdateStarted(pool, (ulong)start, (ulong)end, Now, (ulong)endTime));
        return null;
    }

    internal Refusal? StopAmplificationUpdate(Address sender, Address pool)
    {
        if (CheckOwner(pool, sender) is { } stranger) return stranger;

        PoolState state = _state[pool];
        if (!state.Amplification.IsMoving(Now)) return ComposableStableRefusals.AmpNoOngoingUpdate;

        ulong value = state.Amplification.At(Now);
        state.Amplification = AmplificationPath.Constant(value, Now);
        _state[pool] = state;
        _store.Emit(new ComposableAmpUpdateStopped(pool, value));
        return null;
    }

    internal Refusal? SetSwapFee(Address sender, Address pool, UInt256 fee)
    {
        if (CheckOwner(pool, sender) is { } stranger) return stranger;
        if (IsPaused(pool)) return ComposableStableRefusals.Paused;
        if (CheckSwapFee(fee) is { } wrongFee) return wrongFee;

        PoolState state = _state[pool];
        state.SwapFee = (ulong)fee;
        _state[pool] = state;
        _store.Emit(new ComposableSwapFeeChanged(pool, fee));
        return null;
    }

    internal Refusal? SetPaused(Address sender, Address pool, bool isPaused)
    {
        if (CheckGovernor(pool, sender) is { } stranger) return stranger;

        ref readonly PoolSettings settings = ref _settings.Read(pool);
        if (isPaused && Now >= settings.PauseWindowEnd) return ComposableStableRefusals.PauseWindowExpired;
        if (!isPaused && Now >= settings.BufferPeriodEnd) return ComposableStableRefusals.BufferPeriodExpired;

        PoolState state = _state[pool];
        state.IsPaused = isPaused;
        _state[pool] = state;
        _store.Emit(new ComposablePausedStateChanged(pool, isPaused));
        return null;
    }

    // What grew while no fees were charged is never charged for. The contract logs the change twice.
    internal Refusal? SetRecoveryMode(Address sender, Address pool, bool isEnabled)
    {
        if (CheckGovernor(pool, sender) is { } stranger) return stranger;

        PoolTurn turn = default;
        Begin(pool, ref turn);
        if (turn.State.InRecoveryMode == isEnabled)
        {
            return isEnabled
                ? ComposableStableRefusals.InRecoveryMode
                : ComposableStableRefusals.NotInRecoveryMode;
        }

        turn.State.InRecoveryMode = isEnabled;
        if (!isEnabled)
        {
            turn.Upscale(Now, _ledger.Supply(pool));
            turn.CountGrowthFrom(turn.Math.Invariant(turn.Amplification, turn.Balances));
            if (turn.Math.Refusal is { } failure) return failure;
        }

        _state[pool] = turn.State;
        _rates[pool] = turn.Rates;
        _store.Emit(new ComposableRecoveryModeStateChanged(pool, isEnabled));
        _store.Emit(new ComposableRecoveryModeStateChanged(pool, isEnabled));
        return null;
    }

    internal Refusal? SetProtocolFee(Address sender, ComposableStableFeeType type, UInt256 fee)
    {
        if (!Enum.IsDefined(type)) return ComposableStableRefusals.NonExistentFeeType;
        if (sender != Contracts.Governor) return ComposableStableRefusals.SenderNotAllowed;
        if (fee > MaxProtocolFee) return ComposableStableRefusals.InvalidFeePercentage;

        ProtocolFees fees = _fees.Value;
        _fees.Set(type switch
        {
            ComposableStableFeeType.Swap => fees with { Swap = (ulong)fee },
            ComposableStableFeeType.Yield => fees with { Yield = (ulong)fee },
            _ => fees with { Aum = (ulong)fee },
        });
        if (type == ComposableStableFeeType.Swap)
        {
            _store.Emit(new ComposableSwapFeeChanged(Contracts.FeesCollector, fee));
        }

        _store.Emit(new ComposableProtocolFeeChanged(Contracts.FeePercentagesProvider, (ulong)type, fee));
        return null;
    }

    // What is owed is paid first, so that new percentages count from here on.
    internal Refusal? UpdateProtocolFees(Address pool)
    {
        if (!Exists(pool)) return ComposableStableRefusals.EmptyRevert;
        if (IsPaused(pool)) return ComposableStableRefusals.Paused;

        PoolTurn turn = default;
        Begin(pool, ref turn);
        turn.Upscale(Now, _ledger.Supply(pool));
        turn.CountGrowthFrom(turn.PayFeesOfThePast());
        if (turn.Math.Refusal is { } failure) return failure;

        ProtocolFees fees = _fees.Value;
        turn.State.ProtocolSwapFee = fees.Swap;
        turn.State.ProtocolYieldFee = fees.Yield;
        turn.State.ProtocolAumFee = fees.Aum;
        if (KeepRatesAndFees(pool, ref turn) is { } refusal) return refusal;

        _state[pool] = turn.State;
        LogProtocolFees(pool);
        return null;
    }

    private void LogProtocolFees(Address pool)
    {
        ref readonly PoolState state = ref _state.Read(pool);
        UInt256 packed = new(0, state.ProtocolAumFee, state.ProtocolYieldFee, state.ProtocolSwapFee);
        Span<byte> bytes = stackalloc byte[32];
        packed.WriteBigEndian(bytes);
        _store.Emit(new ComposableProtocolFeeCacheUpdated(pool, new Hash32(bytes)));
    }

    private Refusal? SetDuration(Address pool, ref PoolTurn turn, int index, UInt256 duration)
    {
        if (LookUp(ref turn, index, duration) is { } refusal) return refusal;

        _store.Emit(new ComposableTokenRateCacheUpdated(pool, (ulong)index, turn.Rates[index].Current));
        _store.Emit(new ComposableTokenRateProviderSet(
            pool, (ulong)index, turn.Settings.RateProviders[index], duration));
        return null;
    }

    private Refusal? RateIndex(Address pool, Address token, out int index)
    {
        ref readonly PoolSettings settings = ref _settings.Read(pool);
        index = settings.IndexOf(token);
        if (settings.Count == 0) return ComposableStableRefusals.EmptyRevert;
        if (index < 0) return ComposableStableRefusals.InvalidToken;

        return settings.HasRateProvider(index) ? null : ComposableStableRefusals.TokenHasNoRateProvider;
    }

    private Refusal? CheckOwner(Address pool, Address sender) =>
        !Exists(pool) ? ComposableStableRefusals.EmptyRevert
        : _settings.Read(pool).Owner == sender ? null
        : ComposableStableRefusals.SenderNotAllowed;

    private Refusal? CheckGovernor(Address pool, Address sender) =>
        !Exists(pool) ? ComposableStableRefusals.EmptyRevert
        : Contracts.Governor == sender ? null
        : ComposableStableRefusals.SenderNotAllowed;
}

/// <summary>What the protocol takes a part of.</summary>
public enum ComposableStableFeeType
{
    /// <summary>Swap fees.</summary>
    Swap = 0,

    /// <summary>The growth of rates.</summary>
    Yield = 2,

    /// <summary>Assets under management, which these pools do not pay.</summary>
    Aum = 3,
}
