using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ComposableStable;

public sealed partial class ComposableStablePools
{
    // Half of what the vault can hold of a token, so that there is room for joins.
    private static readonly UInt256 _premintedPoolTokens = UInt256.One << 111;

    // Locked for good by the first join, so that the supply never falls to 0.
    private static readonly UInt256 _minimumPoolTokens = 1_000_000;

    internal Refusal? Add(JoinComposableStable command)
    {
        Address pool = command.Pool;
        if (!Exists(pool)) return ComposableStableRefusals.InvalidPoolId;

        PoolTurn turn = default;
        if (command.MaxAmountsIn is { } limits && limits.Count != _settings.Read(pool).Count)
        {
            return ComposableStableRefusals.InputLengthMismatch;
        }

        if (BeginMove(pool, ref turn) is { } unready) return unready;

        Span<UInt256> amounts = stackalloc UInt256[turn.Settings.Count];
        Refusal? refusal = _ledger.Supply(pool).IsZero
            ? Initialize(command, ref turn, amounts)
            : Join(command, ref turn, amounts);
        return refusal ?? TakeIn(command, ref turn, amounts);
    }

    internal Refusal? Remove(ExitComposableStable command)
    {
        Address pool = command.Pool;
        if (!Exists(pool)) return ComposableStableRefusals.InvalidPoolId;

        PoolTurn turn = default;
        if (command.MinAmountsOut is { } limits && limits.Count != _settings.Read(pool).Count)
        {
            return ComposableStableRefusals.InputLengthMismatch;
        }

        Span<UInt256> amounts = stackalloc UInt256[_settings.Read(pool).Count];
        Refusal? refusal = command.Kind == ComposableStableExit.Recovery
            ? Recover(command, ref turn, amounts)
            : Exit(command, ref turn, amounts);
        return refusal ?? PayOut(command, ref turn, amounts);
    }

    // The first join is minted as much as the invariant. All that can ever be in circulation is minted with
    // it: the rest goes through the sender's hands into the vault, as the pool's balance of its own token.
    private Refusal? Initialize(
        JoinComposableStable command, ref PoolTurn turn, scoped Span<UInt256> amounts)
    {
        if (!Enum.IsDefined(command.Kind)) return ComposableStableRefusals.EmptyRevert;
        if (command.Kind != ComposableStableJoin.Init) return ComposableStableRefusals.Uninitialized;
        if (command.Amounts.Count != amounts.Length) return ComposableStableRefusals.InputLengthMismatch;

        for (int i = 0; i < amounts.Length; i++)
        {
            amounts[i] = turn.Math.ScaleDown(command.Amounts[i], turn.Factors[i]);
            if (i != turn.Settings.PoolTokenIndex)
            {
                turn.Balances[turn.Settings.WithoutPoolToken(i)] = amounts[i];
            }
        }

        UInt256 invariant = turn.Math.Invariant(turn.Amplification, turn.Balances);
        UInt256 rest = turn.Math.Subtract(_premintedPoolTokens, invariant);
        if (turn.Math.Refusal is { } failure) return failure;
        if (invariant < _minimumPoolTokens) return ComposableStableRefusals.MinimumBpt;

        amounts[turn.Settings.PoolTokenIndex] = rest;
        turn.CountGrowthFrom(invariant);
        Address pool = command.Pool;
        if ((KeepRatesAndFees(pool, ref turn)
            ?? _ledger.Mint(pool, command.Sender, rest)
            ?? _ledger.Mint(pool, Address.Zero, _minimumPoolTokens)
            ?? _ledger.Mint(pool, command.Recipient, invariant - _minimumPoolTokens)) is { } refusal)
        {
            return refusal;
        }

        return DownscaleUp(ref turn, amounts);
    }

    private Refusal? Join(JoinComposableStable command, ref PoolTurn turn, scoped Span<UInt256> amounts)
    {
        Span<UInt256> upscaled = stackalloc UInt256[turn.Settings.TokenCount];
        LiquidityRequest request = new(
            (int)command.Kind, command.Amounts, command.PoolTokens, command.TokenIndex);
        UInt256 minted = turn.Join(in request, upscaled);
        if (turn.Math.Refusal is { } failure) return failure;

        InsertPoolToken(ref turn, upscaled, amounts);
        if ((KeepRatesAndFees(command.Pool, ref turn)
            ?? _ledger.Mint(command.Pool, command.Recipient, minted)) is { } refusal)
        {
            return refusal;
        }

        return DownscaleUp(ref turn, amounts);
    }

    private Refusal? Exit(ExitComposableStable command, ref PoolTurn turn, scoped Span<UInt256> amounts)
    {
        if (BeginMove(command.Pool, ref turn) is { } unready) return unready;

        Span<UInt256> upscaled = stackalloc UInt256[turn.Settings.TokenCount];
        LiquidityRequest request = new(
            (int)command.Kind, command.Amounts, command.PoolTokens, command.TokenIndex);
        UInt256 burned = turn.Exit(in request, upscaled);
        InsertPoolToken(ref turn, upscaled, amounts);
        for (int i = 0; i < amounts.Length; i++)
        {
            amounts[i] = turn.Math.RatioDown(amounts[i], turn.Factors[i]);
        }

        if (turn.Math.Refusal is { } failure) return failure;

        return KeepRatesAndFees(command.Pool, ref turn) ?? _ledger.Burn(command.Pool, command.Sender, burned);
    }

    // A part of each balance, and nothing that could fail: no rate, no invariant, no fee.
    private Refusal? Recover(
        ExitComposableStable command, ref PoolTurn turn, scoped Span<UInt256> amounts)
    {
        Begin(command.Pool, ref turn);
        if (!turn.State.InRecoveryMode) return ComposableStableRefusals.NotInRecoveryMode;

        int own = turn.Settings.PoolTokenIndex;
        UInt256 supply = _ledger.Supply(command.Pool) - turn.State.Balances[own];
        UInt256 part = turn.Math.RatioDown(command.PoolTokens, supply);
        for (int i = 0; i < amounts.Length; i++)
        {
            amounts[i] = i == own ? UInt256.Zero : turn.Math.ScaleDown(turn.State.Balances[i], part);
        }

        return turn.Math.Refusal ?? _ledger.Burn(command.Pool, command.Sender, command.PoolTokens);
    }

    private Refusal? TakeIn(
        JoinComposableStable command, ref PoolTurn turn, scoped ReadOnlySpan<UInt256> amounts)
    {
        for (int i = 0; i < amounts.Length; i++)
        {
            if (command.MaxAmountsIn is { } limits && amounts[i] > limits[i])
            {
                return ComposableStableRefusals.JoinAboveMax;
            }

            if ((Receive(turn.Settings.Tokens[i], command.Sender, amounts[i])
                ?? AddCash(ref turn.State, i, amounts[i])) is { } refusal)
            {
                return refusal;
            }
        }

        return Settle(command.Pool, command.Sender, ref turn, amounts, isJoin: true);
    }

    private Refusal? PayOut(
        ExitComposableStable command, ref PoolTurn turn, scoped ReadOnlySpan<UInt256> amounts)
    {
        for (int i = 0; i < amounts.Length; i++)
        {
            if (command.MinAmountsOut is { } limits && amounts[i] < limits[i])
            {
                return ComposableStableRefusals.ExitBelowMin;
            }

            if ((Send(turn.Settings.Tokens[i], command.Recipient, amounts[i])
                ?? TakeCash(ref turn.State, i, amounts[i])) is { } refusal)
            {
                return refusal;
            }
        }

        return Settle(command.Pool, command.Sender, ref turn, amounts, isJoin: false);
    }

    private Refusal? Settle(
        Address pool,
        Address provider,
        ref PoolTurn turn,
        scoped ReadOnlySpan<UInt256> amounts,
        bool isJoin)
    {
        turn.State.LastChangeBlock = _clock.Block;
        _state[pool] = turn.State;
        var deltas = new Int256[amounts.Length];
        for (int i = 0; i < deltas.Length; i++)
        {
            var amount = Int256.FromUInt256(amounts[i]);
            deltas[i] = isJoin ? amount : -amount;
        }

        _store.Emit(new ComposablePoolBalanceChanged(
            Contracts.Vault,
            pool,
            provider,
            Tokens(pool),
            deltas,
            new UInt256[amounts.Length]));
        return null;
    }

    private static void InsertPoolToken(
        ref PoolTurn turn, scoped ReadOnlySpan<UInt256> upscaled, scoped Span<UInt256> amounts)
    {
        for (int i = 0; i < amounts.Length; i++)
        {
            amounts[i] = i == turn.Settings.PoolTokenIndex
                ? UInt256.Zero
                : upscaled[turn.Settings.WithoutPoolToken(i)];
        }
    }

    private static Refusal? DownscaleUp(ref PoolTurn turn, scoped Span<UInt256> amounts)
    {
        for (int i = 0; i < amounts.Length; i++)
        {
            amounts[i] = turn.Math.RatioUp(amounts[i], turn.Factors[i]);
        }

        return turn.Math.Refusal;
    }
}
