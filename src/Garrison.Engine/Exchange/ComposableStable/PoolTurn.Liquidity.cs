using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ComposableStable;

internal ref partial struct PoolTurn
{
    /// <summary>Works a join out, with the pool begun already.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="amounts">Receives what comes in, upscaled, without the pool's own token.</param>
    /// <returns>How many of the pool's own tokens are minted.</returns>
    public UInt256 Join(in LiquidityRequest request, scoped Span<UInt256> amounts)
    {
        amounts.Clear();
        UInt256 invariant = PayFeesOfThePast();
        UInt256 supply = Supply;
        UInt256 minted = (ComposableStableJoin)request.Kind switch
        {
            ComposableStableJoin.ExactTokensInForBptOut => ExactTokensIn(in request, invariant, amounts),
            ComposableStableJoin.TokenInForExactBptOut => TokenIn(in request, invariant, amounts),
            ComposableStableJoin.AllTokensInForExactBptOut => AllTokensIn(in request, amounts),
            ComposableStableJoin.Init => Math.Fail(ComposableStableRefusals.UnhandledJoinKind),
            _ => Math.Fail(ComposableStableRefusals.EmptyRevert),
        };
        if (Math.Refusal is not null) return UInt256.Zero;

        for (int i = 0; i < amounts.Length; i++)
        {
            Balances[i] = Math.Add(Balances[i], amounts[i]);
        }

        PayFeesOfTheMove(invariant, supply, Math.Add(supply, minted));
        return minted;
    }

    /// <summary>Works an exit out, with the pool begun already.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="amounts">Receives what is paid, upscaled, without the pool's own token.</param>
    /// <returns>How many of the pool's own tokens are burned.</returns>
    public UInt256 Exit(in LiquidityRequest request, scoped Span<UInt256> amounts)
    {
        amounts.Clear();
        UInt256 invariant = PayFeesOfThePast();
        UInt256 supply = Supply;
        UInt256 burned = (ComposableStableExit)request.Kind switch
        {
            ComposableStableExit.BptInForExactTokensOut => ExactTokensOut(in request, invariant, amounts),
            ComposableStableExit.ExactBptInForOneTokenOut => TokenOut(in request, invariant, amounts),
            ComposableStableExit.ExactBptInForAllTokensOut => AllTokensOut(in request, amounts),
            _ => Math.Fail(ComposableStableRefusals.EmptyRevert),
        };
        if (Math.Refusal is not null) return UInt256.Zero;

        for (int i = 0; i < amounts.Length; i++)
        {
            Balances[i] = Math.Subtract(Balances[i], amounts[i]);
        }

        PayFeesOfTheMove(invariant, supply, Math.Subtract(supply, burned));
        return burned;
    }

    private UInt256 ExactTokensIn(
        in LiquidityRequest request, UInt256 invariant, scoped Span<UInt256> amounts)
    {
        TakeAmounts(request.Amounts, amounts);
        UInt256 minted = Math.PoolTokensOutDown(
            Amplification, Balances, amounts, Supply, invariant, State.SwapFee);
        return minted < request.PoolTokens ? Math.Fail(ComposableStableRefusals.BptOutMinAmount) : minted;
    }

    private UInt256 TokenIn(in LiquidityRequest request, UInt256 invariant, scoped Span<UInt256> amounts)
    {
        if (request.TokenIndex >= (uint)amounts.Length)
        {
            return Math.Fail(ComposableStableRefusals.OutOfBounds);
        }

        int token = (int)(ulong)request.TokenIndex;
        amounts[token] = TokensFor(isJoin: true, token, request.PoolTokens, invariant);
        return request.PoolTokens;
    }

    private UInt256 AllTokensIn(in LiquidityRequest request, scoped Span<UInt256> amounts)
    {
        UInt256 part = Math.RatioUp(request.PoolTokens, Supply);
        for (int i = 0; i < amounts.Length; i++)
        {
            amounts[i] = Math.ScaleUp(Balances[i], part);
        }

        return request.PoolTokens;
    }

    private UInt256 ExactTokensOut(
        in LiquidityRequest request, UInt256 invariant, scoped Span<UInt256> amounts)
    {
        TakeAmounts(request.Amounts, amounts);
        UInt256 burned = Math.PoolTokensInUp(
            Amplification, Balances, amounts, Supply, invariant, State.SwapFee);
        return burned > request.PoolTokens ? Math.Fail(ComposableStableRefusals.BptInMaxAmount) : burned;
    }

    private UInt256 TokenOut(in LiquidityRequest request, UInt256 invariant, scoped Span<UInt256> amounts)
    {
        if (request.TokenIndex >= (uint)amounts.Length)
        {
            return Math.Fail(ComposableStableRefusals.OutOfBounds);
        }

        int token = (int)(ulong)request.TokenIndex;
        amounts[token] = TokensFor(isJoin: false, token, request.PoolTokens, invariant);
        return request.PoolTokens;
    }

    private UInt256 AllTokensOut(in LiquidityRequest request, scoped Span<UInt256> amounts)
    {
        UInt256 part = Math.RatioDown(request.PoolTokens, Supply);
        for (int i = 0; i < amounts.Length; i++)
        {
            amounts[i] = Math.ScaleDown(Balances[i], part);
        }

        return request.PoolTokens;
    }

    private void TakeAmounts(IReadOnlyList<UInt256> given, scoped Span<UInt256> amounts)
    {
        if (given.Count != amounts.Length)
        {
            _ = Math.Fail(ComposableStableRefusals.InputLengthMismatch);
            return;
        }

        for (int i = 0; i < amounts.Length; i++)
        {
            amounts[i] = Math.ScaleDown(given[i], Factors[Settings.WithPoolToken(i)]);
        }
    }
}

/// <summary>What a join or an exit asks for.</summary>
/// <param name="Kind">Which kind, as the contract counts them.</param>
/// <param name="Amounts">Of each token, in its smallest unit.</param>
/// <param name="PoolTokens">The pool's own tokens, or a limit on them.</param>
/// <param name="TokenIndex">Which token, counted without the pool's own.</param>
internal readonly record struct LiquidityRequest(
    int Kind, IReadOnlyList<UInt256> Amounts, UInt256 PoolTokens, UInt256 TokenIndex);
