using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ComposableStable;

// A join or an exit that shifts the balances is a balanced one with swaps behind it. Those swaps pay the swap
// fee, so the part of an amount that goes beyond what a balanced move would bring is taxed.
public ref partial struct StableMath
{
    private const int MaxTokens = 5;

    /// <summary>The pool's own tokens that exact amounts mint; down, for the pool.</summary>
    /// <param name="amplification">In 1/1,000.</param>
    /// <param name="balances">Upscaled.</param>
    /// <param name="amountsIn">Upscaled, one for each balance.</param>
    /// <param name="supply">Of the pool's own token.</param>
    /// <param name="invariant">That of the balances.</param>
    /// <param name="fee">The swap fee, in 10⁻¹⁸.</param>
    public UInt256 PoolTokensOutDown(
        UInt256 amplification,
        scoped ReadOnlySpan<UInt256> balances,
        scoped ReadOnlySpan<UInt256> amountsIn,
        UInt256 supply,
        UInt256 invariant,
        UInt256 fee)
    {
        UInt256 sum = Sum(balances);
        Span<UInt256> ratios = stackalloc UInt256[MaxTokens];
        UInt256 balanced = UInt256.Zero;
        for (int i = 0; i < balances.Length; i++)
        {
            UInt256 weight = RatioDown(balances[i], sum);
            ratios[i] = RatioDown(Add(balances[i], amountsIn[i]), balances[i]);
            balanced = Add(balanced, ScaleDown(ratios[i], weight));
        }

        Span<UInt256> after = stackalloc UInt256[balances.Length];
        for (int i = 0; i < balances.Length; i++)
        {
            UInt256 amount = amountsIn[i];
            if (ratios[i] > balanced)
            {
                UInt256 untaxed = ScaleDown(balances[i], Subtract(balanced, One));
                amount = Add(untaxed, ScaleDown(Subtract(amount, untaxed), One.WrappingSub(fee)));
            }

            after[i] = Add(balances[i], amount);
        }

        UInt256 growth = RatioDown(Invariant(amplification, after), invariant);
        return growth > One ? ScaleDown(supply, growth.WrappingSub(One)) : UInt256.Zero;
    }

    /// <summary>The amount of one token that mints an exact number of the pool's own; up, for the
    /// pool.</summary>
    /// <param name="amplification">In 1/1,000.</param>
    /// <param name="balances">Upscaled.</param>
    /// <param name="token">Which.</param>
    /// <param name="poolTokensOut">How many.</param>
    /// <param name="supply">Of the pool's own token.</param>
    /// <param name="invariant">That of the balances.</param>
    /// <param name="fee">The swap fee, in 10⁻¹⁸.</param>
    public UInt256 TokenInUp(
        UInt256 amplification,
        scoped ReadOnlySpan<UInt256> balances,
        int token,
        UInt256 poolTokensOut,
        UInt256 supply,
        UInt256 invariant,
        UInt256 fee)
    {
        UInt256 after = ScaleUp(RatioUp(Add(supply, poolTokensOut), supply), invariant);
        UInt256 needed = BalanceUp(amplification, balances, after, token);
        UInt256 amount = Subtract(needed, balances[token]);
        UInt256 taxed = TaxedPartUp(amount, balances, token);
        return Add(Subtract(amount, taxed), RatioUp(taxed, One.WrappingSub(fee)));
    }

    /// <summary>The pool's own tokens that are burned for exact amounts; up, for the pool.</summary>
    /// <param name="amplification">In 1/1,000.</param>
    /// <param name="balances">Upscaled.</param>
    /// <param name="amountsOut">Upscaled, one for each balance.</param>
    /// <param name="supply">Of the pool's own token.</param>
    /// <param name="invariant">That of the balances.</param>
    /// <param name="fee">The swap fee, in 10⁻¹⁸.</param>
    public UInt256 PoolTokensInUp(
        UInt256 amplification,
        scoped ReadOnlySpan<UInt256> balances,
        scoped ReadOnlySpan<UInt256> amountsOut,
        UInt256 supply,
        UInt256 invariant,
        UInt256 fee)
    {
        UInt256 sum = Sum(balances);
        Span<UInt256> ratios = stackalloc UInt256[MaxTokens];
        UInt256 balanced = UInt256.Zero;
        for (int i = 0; i < balances.Length; i++)
        {
            UInt256 weight = RatioUp(balances[i], sum);
            ratios[i] = RatioUp(Subtract(balances[i], amountsOut[i]), balances[i]);
            balanced = Add(balanced, ScaleUp(ratios[i], weight));
        }

        Span<UInt256> after = stackalloc UInt256[balances.Length];
        for (int i = 0; i < balances.Length; i++)
        {
            UInt256 amount = amountsOut[i];
            if (balanced > ratios[i])
            {
                UInt256 untaxed = ScaleDown(balances[i], Complement(balanced));
                amount = Add(untaxed, RatioUp(Subtract(amount, untaxed), One.WrappingSub(fee)));
            }

            after[i] = Subtract(balances[i], amount);
        }

        UInt256 ratio = RatioDown(Invariant(amplification, after), invariant);
        return ScaleUp(supply, Complement(ratio));
    }

    /// <summary>The amount of one token that an exact number of the pool's own is burned for; down, for the
    /// pool.</summary>
    /// <param name="amplification">In 1/1,000.</param>
    /// <param name="balances">Upscaled.</param>
    /// <param name="token">Which.</param>
    /// <param name="poolTokensIn">How many.</param>
    /// <param name="supply">Of the pool's own token.</param>
    /// <param name="invariant">That of the balances.</param>
    /// <param name="fee">The swap fee, in 10⁻¹⁸.</param>
    public UInt256 TokenOutDown(
        UInt256 amplification,
        scoped ReadOnlySpan<UInt256> balances,
        int token,
        UInt256 poolTokensIn,
        UInt256 supply,
        UInt256 invariant,
        UInt256 fee)
    {
        UInt256 after = ScaleUp(RatioUp(Subtract(supply, poolTokensIn), supply), invariant);
        UInt256 left = BalanceUp(amplification, balances, after, token);
        UInt256 amount = Subtract(balances[token], left);
        UInt256 taxed = TaxedPartUp(amount, balances, token);
        return Add(Subtract(amount, taxed), ScaleDown(taxed, One.WrappingSub(fee)));
    }

    // The rest of the amount is the token's own share of a balanced move.
    private UInt256 TaxedPartUp(UInt256 amount, scoped ReadOnlySpan<UInt256> balances, int token) =>
        ScaleUp(amount, Complement(RatioDown(balances[token], Sum(balances))));
}
