using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ComposableStable;

internal ref partial struct PoolTurn
{
    /// <summary>The fee that is in an amount, in its unit; up, as it is charged.</summary>
    public UInt256 SwapFeeOf(bool isGivenIn, UInt256 amountIn) => isGivenIn
        ? Math.ScaleUp(amountIn, State.SwapFee)
        : Math.Subtract(amountIn, Math.ScaleDown(amountIn, StableMath.Complement(State.SwapFee)));

    /// <summary>The price of one token in another after the move, without fee; down, and 0 for a pool with
    /// nothing of a token.</summary>
    /// <remarks>
    /// The invariant grows with a balance x by w = (A·n + P/x) / (A·n − 1 + (n + 1)·P/D), and the pool's own
    /// token stands for D / supply of it. The price is the w of what comes in over the w of what is paid,
    /// each times the factor of its token.
    /// </remarks>
    public Wad PriceDown(ulong now, int indexIn, int indexOut)
    {
        Upscale(now, Supply.WrappingAdd(State.Balances[Settings.PoolTokenIndex]));
        UInt256 invariant = Math.Invariant(Amplification, Balances);
        UInt256 product = Math.ProductTerm(invariant, Balances);
        if (Math.Refusal is not null || invariant.IsZero || Supply.IsZero) return default;

        UInt256 worthIn = Worth(indexIn, invariant, product);
        UInt256 worthOut = Worth(indexOut, invariant, product);
        return worthOut.IsZero ? default : Wad.RatioDown(worthIn, worthOut);
    }

    // In 10⁻¹⁸ of the numerator of w, so that of the pool's own token takes the denominator of w.
    private readonly UInt256 Worth(int index, UInt256 invariant, UInt256 product)
    {
        UInt256 count = (ulong)Settings.TokenCount;
        UInt256 slope = UInt256.MulDivDown(
            (UInt256)Amplification * count, StableMath.One, StableMath.AmplificationPrecision);
        if (index == Settings.PoolTokenIndex)
        {
            UInt256 whole = slope - StableMath.One
                + UInt256.MulDivDown(product * (count + UInt256.One), StableMath.One, invariant);
            return UInt256.MulDivDown(whole, invariant, Supply);
        }

        UInt256 balance = _balances[Settings.WithoutPoolToken(index)];
        UInt256 unscaled = slope + UInt256.MulDivDown(product, StableMath.One, balance);
        return UInt256.MulDivDown(unscaled, Factors[index], StableMath.One);
    }
}
