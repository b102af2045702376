using System.Diagnostics.CodeAnalysis;

using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ComposableStable;

/// <summary>One move of a pool, worked out on copies of its rows: to be kept, or only to be told.</summary>
/// <remarks>Source: <c>ComposableStablePool.sol</c>, <c>ComposableStablePoolProtocolFees.sol</c>.</remarks>
internal ref partial struct PoolTurn
{
    /// <summary>The arithmetic, with the refusal if there is one.</summary>
    public StableMath Math;

    /// <summary>The pool.</summary>
    public PoolSettings Settings;

    /// <summary>Its state, which the move changes.</summary>
    public PoolState State;

    /// <summary>Its rates, which the move changes.</summary>
    public TokenRates Rates;

    /// <summary>A bit for each rate that was looked up.</summary>
    public int LookedUp;

    /// <summary>The pool's own tokens in circulation, those that pay protocol fees counted as they are
    /// minted.</summary>
    public UInt256 Supply;

    /// <summary>The pool's own tokens that pay for the growth since the last join or exit.</summary>
    public UInt256 FeesOfThePast;

    /// <summary>The pool's own tokens that pay for what this move was charged.</summary>
    public UInt256 FeesOfTheMove;

    /// <summary>What brings each token to 18 decimals and its rate, in 10⁻¹⁸.</summary>
    public TokenNumbers Factors;

    private TokenNumbers _balances;

    /// <summary>The upscaled balances, without the pool's own token.</summary>
    [UnscopedRef]
    public Span<UInt256> Balances => ((Span<UInt256>)_balances)[..Settings.TokenCount];

    /// <summary>The amplification of this second, in 1/1,000.</summary>
    public ulong Amplification { get; private set; }

    /// <summary>Scales the balances by the rates as they are kept.</summary>
    public void Upscale(ulong now, UInt256 totalSupply)
    {
        Amplification = State.Amplification.At(now);
        for (int i = 0; i < Settings.Count; i++)
        {
            Factors[i] = Math.ScaleDown(
                Settings.DecimalFactors[i], Settings.HasRateProvider(i) ? Rates[i].Current : StableMath.One);
        }

        for (int i = 0; i < Settings.Count; i++)
        {
            UInt256 upscaled = Math.ScaleDown(State.Balances[i], Factors[i]);
            if (i != Settings.PoolTokenIndex) _balances[Settings.WithoutPoolToken(i)] = upscaled;
        }

        Supply = totalSupply.WrappingSub(State.Balances[Settings.PoolTokenIndex]);
    }

    /// <summary>Works a swap out.</summary>
    /// <param name="isGivenIn">Whether the amount is what comes in.</param>
    /// <param name="indexIn">What comes in.</param>
    /// <param name="indexOut">What is paid.</param>
    /// <param name="amount">What is given, in the token's smallest unit.</param>
    /// <returns>The other amount, in its token's smallest unit: up when it comes in, down when it is
    /// paid.</returns>
    public UInt256 Swap(bool isGivenIn, int indexIn, int indexOut, UInt256 amount)
    {
        if (indexIn == Settings.PoolTokenIndex || indexOut == Settings.PoolTokenIndex)
        {
            return SwapPoolToken(isGivenIn, indexIn, indexOut, amount);
        }

        return isGivenIn ? SwapGivenIn(indexIn, indexOut, amount) : SwapGivenOut(indexIn, indexOut, amount);
    }

    private UInt256 SwapGivenIn(int indexIn, int indexOut, UInt256 amount)
    {
        UInt256 taxed = Math.Subtract(amount, Math.ScaleUp(amount, State.SwapFee));
        UInt256 given = Math.ScaleDown(taxed, Factors[indexIn]);
        UInt256 paid = Math.OutGivenIn(
            Amplification,
            Balances,
            Settings.WithoutPoolToken(indexIn),
            Settings.WithoutPoolToken(indexOut),
            given,
            Math.Invariant(Amplification, Balances));
        return Math.RatioDown(paid, Factors[indexOut]);
    }

    private UInt256 SwapGivenOut(int indexIn, int indexOut, UInt256 amount)
    {
        UInt256 given = Math.ScaleDown(amount, Factors[indexOut]);
        UInt256 asked = Math.InGivenOut(
            Amplification,
            Balances,
            Settings.WithoutPoolToken(indexIn),
            Settings.WithoutPoolToken(indexOut),
            given,
            Math.Invariant(Amplification, Balances));
        return Math.RatioUp(Math.RatioUp(asked, Factors[indexIn]), StableMath.Complement(State.SwapFee));
    }

    // A swap with the pool's own token is a join or an exit with one token; the pool's own token is not
    // minted or burned for it, but leaves or enters what the pool has in the vault.
    private UInt256 SwapPoolToken(bool isGivenIn, int indexIn, int indexOut, UInt256 amount)
    {
        UInt256 given = Math.ScaleDown(amount, Factors[isGivenIn ? indexIn : indexOut]);
        UInt256 invariant = PayFeesOfThePast();
        UInt256 supply = Supply;
        bool isJoin = indexOut == Settings.PoolTokenIndex;
        int token = Settings.WithoutPoolToken(isJoin ? indexIn : indexOut);
        bool isTokenGiven = isJoin == isGivenIn;
        UInt256 calculated = isTokenGiven
            ? PoolTokensFor(isJoin, token, given, invariant)
            : TokensFor(isJoin, token, given, invariant);
        UInt256 tokens = isTokenGiven ? given : calculated;
        UInt256 poolTokens = isTokenGiven ? calculated : given;
        Balances[token] = isJoin
            ? Math.Add(Balances[token], tokens)
            : Math.Subtract(Balances[token], tokens);
        UInt256 after = isJoin ? Math.Add(supply, poolTokens) : Math.Subtract(supply, poolTokens);
        PayFeesOfTheMove(invariant, supply, after);
        return isGivenIn
            ? Math.RatioDown(calculated, Factors[indexOut])
            : Math.RatioUp(calculated, Factors[indexIn]);
    }

    private UInt256 PoolTokensFor(bool isJoin, int token, UInt256 tokens, UInt256 invariant)
    {
        Span<UInt256> amounts = stackalloc UInt256[Settings.TokenCount];
        amounts.Clear();
        amounts[token] = tokens;
        return isJoin
            ? Math.PoolTokensOutDown(Amplification, Balances, amounts, Supply, invariant, State.SwapFee)
            : Math.PoolTokensInUp(Amplification, Balances, amounts, Supply, invariant, State.SwapFee);
    }

    private UInt256 TokensFor(bool isJoin, int token, UInt256 poolTokens, UInt256 invariant) => isJoin
        ? Math.TokenInUp(Amplification, Balances, token, poolTokens, Supply, invariant, State.SwapFee)
        : Math.TokenOutDown(Amplification, Balances, token, poolTokens, Supply, invariant, State.SwapFee);
}
