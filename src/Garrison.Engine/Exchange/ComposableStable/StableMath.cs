using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ComposableStable;

public ref partial struct StableMath
{
    /// <summary>The scale of the amplification: 1,000 is 1.</summary>
    public const ulong AmplificationPrecision = 1_000;

    private const int MaxIterations = 255;

    /// <summary>The invariant D of upscaled balances: what they would come to if all were worth the
    /// same.</summary>
    /// <remarks>
    /// Newton's iteration from the sum S of n balances x, every division down; with A·n as the amplification
    /// a times n over 1,000, P = D^(n+1) / (nⁿ·Πx), and D' = (⌊a·n·S/1000⌋ + n·P)·D / (⌊(a·n − 1000)·D/1000⌋
    /// + (n + 1)·P). It ends when D moves by at most 1. 0 for an empty pool.
    /// </remarks>
    /// <param name="amplification">a, in 1/1,000.</param>
    /// <param name="balances">x, with 18 decimals and at their rates; none of them 0.</param>
    public UInt256 Invariant(UInt256 amplification, scoped ReadOnlySpan<UInt256> balances)
    {
        UInt256 sum = Sum(balances);
        if (sum.IsZero) return UInt256.Zero;

        UInt256 count = (ulong)balances.Length;
        UInt256 total = amplification.WrappingMul(count);
        UInt256 excess = total.WrappingSub(AmplificationPrecision);
        UInt256 invariant = sum;
        UInt256 weighted = UInt256.Zero;
        for (int i = 0; i < MaxIterations && Refusal is null; i++)
        {
            // Once is enough, but not before the product, whose failure comes first.
            UInt256 product = ProductTerm(invariant, balances);
            if (i == 0) weighted = DivideDown(Multiply(total, sum), AmplificationPrecision);

            UInt256 numerator = Multiply(Add(weighted, Multiply(product, count)), invariant);
            UInt256 denominator = Add(
                DivideDown(Multiply(excess, invariant), AmplificationPrecision),
                Multiply(count + UInt256.One, product));
            UInt256 previous = invariant;
            invariant = DivideDown(numerator, denominator);
            if (invariant.AbsoluteDifference(previous) <= UInt256.One) return invariant;
        }

        return Fail(ComposableStableRefusals.StableInvariantDidntConverge);
    }

    /// <summary>The balance of one token at which the invariant is D, with the others as they are; up, for
    /// the pool.</summary>
    /// <remarks>
    /// Newton's iteration y' = ⌈(y² + c) / (2·y + b − D)⌉ from y = ⌈(D² + c) / (D + b)⌉, with b = the other
    /// balances + ⌊D/(a·n)⌋·1000, c = ⌈D²/(a·n·P)⌉·1000·x, where P = x₀·n and then P·xⱼ·n/D down for each
    /// other token.
    /// </remarks>
    /// <param name="amplification">a, in 1/1,000.</param>
    /// <param name="balances">x, upscaled; that of the token itself only scales the calculation.</param>
    /// <param name="invariant">D.</param>
    /// <param name="token">Which.</param>
    public UInt256 BalanceUp(
        UInt256 amplification, scoped ReadOnlySpan<UInt256> balances, UInt256 invariant, int token)
    {
        UInt256 count = (ulong)balances.Length;
        UInt256 total = amplification.WrappingMul(count);
        UInt256 sum = balances[0];
        UInt256 product = balances[0].WrappingMul(count);
        foreach (UInt256 balance in balances[1..])
        {
            product = DivideDown(Multiply(Multiply(product, balance), count), invariant);
            sum = Add(sum, balance);
        }

        UInt256 squared = Multiply(invariant, invariant);
        UInt256 c = Multiply(
            Multiply(DivideUp(squared, Multiply(total, product)), AmplificationPrecision), balances[token]);
        UInt256 b = Add(
            sum.WrappingSub(balances[token]),
            Multiply(DivideDown(invariant, total), AmplificationPrecision));
        UInt256 result = DivideUp(Add(squared, c), Add(invariant, b));
        for (int i = 0; i < MaxIterations && Refusal is null; i++)
        {
            UInt256 previous = result;
            result = DivideUp(
                Add(Multiply(result, result), c), Subtract(Add(Multiply(result, 2), b), invariant));
            if (result.AbsoluteDifference(previous) <= UInt256.One) return result;
        }

        return Fail(ComposableStableRefusals.StableGetBalanceDidntConverge);
    }

    /// <summary>What a swap pays for an amount; down by up to 2, for the pool.</summary>
    /// <param name="amplification">In 1/1,000.</param>
    /// <param name="balances">Upscaled; left as they were.</param>
    /// <param name="tokenIn">What comes in.</param>
    /// <param name="tokenOut">What is paid.</param>
    /// <param name="amountIn">Upscaled, without the fee.</param>
    /// <param name="invariant">That of the balances.</param>
    public UInt256 OutGivenIn(
        UInt256 amplification,
        scoped Span<UInt256> balances,
        int tokenIn,
        int tokenOut,
        UInt256 amountIn,
        UInt256 invariant)
    {
        UInt256 before = balances[tokenIn];
        balances[tokenIn] = Add(before, amountIn);
        UInt256 left = BalanceUp(amplification, balances, invariant, tokenOut);
        balances[tokenIn] = before;
        return Subtract(Subtract(balances[tokenOut], left), UInt256.One);
    }

    /// <summary>What a swap asks for an amount; up by up to 2, for the pool.</summary>
    /// <param name="amplification">In 1/1,000.</param>
    /// <param name="balances">Upscaled; left as they were.</param>
    /// <param name="tokenIn">What comes in.</param>
    /// <param name="tokenOut">What is paid.</param>
    /// <param name="amountOut">Upscaled.</param>
    /// <param name="invariant">That of the balances.</param>
    public UInt256 InGivenOut(
        UInt256 amplification,
        scoped Span<UInt256> balances,
        int tokenIn,
        int tokenOut,
        UInt256 amountOut,
        UInt256 invariant)
    {
        UInt256 before = balances[tokenOut];
        balances[tokenOut] = Subtract(before, amountOut);
        UInt256 needed = BalanceUp(amplification, balances, invariant, tokenIn);
        balances[tokenOut] = before;
        return Add(Subtract(needed, balances[tokenIn]), UInt256.One);
    }

    /// <summary>P = D^(n+1) / (nⁿ·Πx), down at each token.</summary>
    internal UInt256 ProductTerm(UInt256 invariant, scoped ReadOnlySpan<UInt256> balances)
    {
        UInt256 product = invariant;
        foreach (UInt256 balance in balances)
        {
            product = DivideDown(Multiply(product, invariant), Multiply(balance, (ulong)balances.Length));
        }

        return product;
    }
}
