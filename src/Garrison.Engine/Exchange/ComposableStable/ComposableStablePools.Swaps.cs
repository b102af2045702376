using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ComposableStable;

public sealed partial class ComposableStablePools
{
    /// <summary>What a swap would do now, without doing it.</summary>
    /// <param name="pool">In which pool.</param>
    /// <param name="kind">Which of the amounts is given.</param>
    /// <param name="tokenIn">What comes in.</param>
    /// <param name="tokenOut">What is paid.</param>
    /// <param name="amount">What is given, in the token's smallest unit.</param>
    /// <param name="quote">The amounts, the fee and the price afterwards; void when refused.</param>
    /// <returns>Why the swap would be refused, tokens and limits of the sender aside; else null.</returns>
    public Refusal? Quote(
        Address pool,
        ComposableStableSwap kind,
        Address tokenIn,
        Address tokenOut,
        UInt256 amount,
        out TradeQuote quote)
    {
        quote = default;
        PoolTurn turn = default;
        if (CheckSwap(tokenIn, tokenOut, amount) is { } invalid) return invalid;
        if (WorkOut(pool, kind, tokenIn, tokenOut, amount, ref turn, out SwapAmounts amounts) is { } refusal)
        {
            return refusal;
        }

        int indexIn = turn.Settings.IndexOf(tokenIn);
        int indexOut = turn.Settings.IndexOf(tokenOut);
        bool isTaxed = indexIn != turn.Settings.PoolTokenIndex && indexOut != turn.Settings.PoolTokenIndex;
        UInt256 fee = isTaxed ? turn.SwapFeeOf(kind == ComposableStableSwap.GivenIn, amounts.In) : 0;
        quote = new(amounts.In, amounts.Out, fee, turn.PriceDown(Now, indexIn, indexOut));
        return null;
    }

    internal Refusal? Swap(SwapComposableStable command)
    {
        if (Now > command.Deadline) return ComposableStableRefusals.SwapDeadline;
        if (CheckSwap(command.TokenIn, command.TokenOut, command.Amount) is { } invalid) return invalid;
        if (SwapInPool(
            command.Pool,
            command.Kind,
            command.TokenIn,
            command.TokenOut,
            command.Amount,
            out SwapAmounts amounts) is { } refusal)
        {
            return refusal;
        }

        bool isWithin = command.Kind == ComposableStableSwap.GivenIn
            ? amounts.Out >= command.Limit
            : amounts.In <= command.Limit;
        if (!isWithin) return ComposableStableRefusals.SwapLimit;

        return Receive(command.TokenIn, command.Sender, amounts.In)
            ?? Send(command.TokenOut, command.Recipient, amounts.Out);
    }

    internal Refusal? BatchSwap(BatchSwapComposableStable command)
    {
        if (Now > command.Deadline) return ComposableStableRefusals.SwapDeadline;
        if (command.Assets.Count != command.Limits.Count) return ComposableStableRefusals.InputLengthMismatch;

        Span<Int256> deltas = new Int256[command.Assets.Count];
        if (SwapSteps(command, deltas) is { } refusal) return refusal;

        for (int i = 0; i < deltas.Length; i++)
        {
            if (deltas[i] > command.Limits[i]) return ComposableStableRefusals.SwapLimit;

            UInt256 amount = deltas[i].Abs();
            Refusal? shortfall = deltas[i].IsNegative
                ? Send(command.Assets[i], command.Recipient, amount)
                : Receive(command.Assets[i], command.Sender, amount);
            if (shortfall is not null) return shortfall;
        }

        return null;
    }

    private Refusal? SwapSteps(BatchSwapComposableStable command, Span<Int256> deltas)
    {
        Address calculatedToken = default;
        UInt256 calculated = UInt256.Zero;
        bool isGivenIn = command.Kind == ComposableStableSwap.GivenIn;
        for (int i = 0; i < command.Steps.Count; i++)
        {
            ComposableStableStep step = command.Steps[i];
            if (step.AssetIn >= (uint)deltas.Length || step.AssetOut >= (uint)deltas.Length)
            {
                return ComposableStableRefusals.OutOfBounds;
            }

            Address tokenIn = command.Assets[(int)step.AssetIn];
            Address tokenOut = command.Assets[(int)step.AssetOut];
            if (tokenIn == tokenOut) return ComposableStableRefusals.CannotSwapSameToken;

            // No amount means what the step before came to.
            UInt256 amount = step.Amount;
            if (amount.IsZero)
            {
                if (i == 0) return ComposableStableRefusals.UnknownAmountInFirstSwap;
                if (calculatedToken != (isGivenIn ? tokenIn : tokenOut))
                {
                    return ComposableStableRefusals.MalconstructedMultihopSwap;
                }

                amount = calculated;
            }

            if (SwapInPool(
                step.Pool, command.Kind, tokenIn, tokenOut, amount, out SwapAmounts amounts) is { } refusal)
            {
                return refusal;
            }

            calculated = isGivenIn ? amounts.Out : amounts.In;
            calculatedToken = isGivenIn ? tokenOut : tokenIn;
            deltas[(int)step.AssetIn] += Int256.FromUInt256(amounts.In);
            deltas[(int)step.AssetOut] -= Int256.FromUInt256(amounts.Out);
        }

        return null;
    }

    private static Refusal? CheckSwap(Address tokenIn, Address tokenOut, UInt256 amount) =>
        amount.IsZero ? ComposableStableRefusals.UnknownAmountInFirstSwap
        : tokenIn == tokenOut ? ComposableStableRefusals.CannotSwapSameToken
        : null;

    // Swaps inside the vault: balances of the pool move, tokens do not.
    private Refusal? SwapInPool(
        Address pool,
        ComposableStableSwap kind,
        Address tokenIn,
        Address tokenOut,
        UInt256 amount,
        out SwapAmounts amounts)
    {
        PoolTurn turn = default;
        if (WorkOut(pool, kind, tokenIn, tokenOut, amount, ref turn, out amounts) is { } refusal)
        {
            return refusal;
        }

        if (KeepRatesAndFees(pool, ref turn) is { } unpaid) return unpaid;

        _state[pool] = turn.State;
        _store.Emit(new ComposableSwapped(
            Contracts.Vault, pool, tokenIn, tokenOut, amounts.In, amounts.Out));
        return null;
    }

    private Refusal? WorkOut(
        Address pool,
        ComposableStableSwap kind,
        Address tokenIn,
        Address tokenOut,
        UInt256 amount,
        ref PoolTurn turn,
        out SwapAmounts amounts)
    {
        amounts = default;
        if (!Exists(pool)) return ComposableStableRefusals.InvalidPoolId;

        ref readonly PoolSettings settings = ref _settings.Read(pool);
        int indexIn = settings.IndexOf(tokenIn);
        int indexOut = settings.IndexOf(tokenOut);
        if (indexIn < 0 || indexOut < 0) return ComposableStableRefusals.TokenNotRegistered;
        if (BeginMove(pool, ref turn) is { } refusal) return refusal;

        bool isGivenIn = kind == ComposableStableSwap.GivenIn;
        UInt256 calculated = turn.Swap(isGivenIn, indexIn, indexOut, amount);
        if (turn.Math.Refusal is { } failure) return failure;

        amounts = isGivenIn ? new(amount, calculated) : new(calculated, amount);
        turn.State.LastChangeBlock = _clock.Block;
        return AddCash(ref turn.State, indexIn, amounts.In)
            ?? TakeCash(ref turn.State, indexOut, amounts.Out);
    }

    private readonly record struct SwapAmounts(UInt256 In, UInt256 Out);
}
