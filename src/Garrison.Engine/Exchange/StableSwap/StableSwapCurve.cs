using Garrison.Primitives;

namespace Garrison.Engine.Exchange.StableSwap;

/// <summary>The invariant of StableSwap, solved as the contracts solve it.</summary>
/// <remarks>
/// <para>
/// For balances x of n coins, all in one unit, the invariant D is what they would sum up to if they were
/// equal: A·nⁿ·Σx + D = A·nⁿ·D + Dⁿ⁺¹ / (nⁿ·Πx). What contracts call A is this A·nⁿ⁻¹.
/// </para>
/// <para>
/// Both unknowns are found by Newton's method from a fixed start until two steps differ by at most 1; the
/// last digit hangs on each division, which all round down. Where the method does not end, or a number
/// leaves its range, an <see cref="ArithmeticException"/> is thrown, and the contract reverts without data.
/// Source: Egorov, "StableSwap" (2019); <c>CurveStableSwapNG.vy</c>, <c>StableSwapSTETH.vy</c>.
/// </para>
/// </remarks>
/// <param name="amplification">A in hundredths.</param>
/// <param name="coinCount">n.</param>
/// <param name="isLegacy">Whether the invariant is the one of ETH/stETH, which adds 1 to each
/// divisor.</param>
internal readonly struct StableSwapCurve(ulong amplification, int coinCount, bool isLegacy)
{
    private const int MostSteps = 255;

    private static readonly UInt256 _hundred = 100UL;

    private readonly ulong _coinCount = (ulong)coinCount;
    private readonly UInt256 _leverage = amplification * (ulong)coinCount;
    private readonly UInt256 _countToTheCount = ((UInt256)(ulong)coinCount).Pow((uint)coinCount);

    /// <summary>D, of balances that are all 0 or all above; 0 of none.</summary>
    public UInt256 Invariant(ReadOnlySpan<UInt256> balances)
    {
        UInt256 sum = UInt256.Zero;
        foreach (ref readonly UInt256 balance in balances)
        {
            sum += balance;
        }

        if (sum.IsZero) return UInt256.Zero;

        UInt256 pull = (_leverage * sum).DivDown(_hundred);
        UInt256 slack = _leverage - _hundred;
        UInt256 invariant = sum;
        for (int step = 0; step < MostSteps; step++)
        {
            UInt256 share = Share(balances, invariant);
            UInt256 next = UInt256.CheckedMulDivDown(
                pull + (share * _coinCount),
                in invariant,
                (slack * invariant).DivDown(_hundred) + (share * (_coinCount + 1)));
            if (AreClose(in next, in invariant)) return next;

            invariant = next;
        }

        throw new ArithmeticException("The invariant is not found.");
    }

    /// <summary>What a coin's balance must be for an invariant, given those of all other coins.</summary>
    /// <param name="balances">The balances; the coin's own is not read.</param>
    /// <param name="coin">Whose balance is sought.</param>
    /// <param name="invariant">D.</param>
    public UInt256 BalanceFor(ReadOnlySpan<UInt256> balances, int coin, UInt256 invariant)
    {
        UInt256 sum = UInt256.Zero;
        UInt256 product = invariant;
        for (int k = 0; k < balances.Length; k++)
        {
            if (k == coin) continue;

            sum += balances[k];
            product = UInt256.CheckedMulDivDown(in product, in invariant, balances[k] * _coinCount);
        }

        product = (product * invariant * _hundred).DivDown(_leverage * _coinCount);
        UInt256 offset = sum + (invariant * _hundred).DivDown(_leverage);
        bool isAbove = offset >= invariant;
        UInt256 gap = offset.AbsoluteDifference(invariant);
        UInt256 balance = invariant;
        for (int step = 0; step < MostSteps; step++)
        {
            UInt256 twice = balance + balance;
            UInt256 next = UInt256.MulAddDivDown(
                in balance, in balance, in product, isAbove ? twice + gap : twice - gap);
            if (AreClose(in next, in balance)) return next;

            balance = next;
        }

        throw new ArithmeticException("The balance is not found.");
    }

    /// <summary>What each coin but the first is worth in the first, at the margin and before fees.</summary>
    /// <param name="balances">The balances.</param>
    /// <param name="invariant">Their D.</param>
    /// <param name="prices">Receives the prices in units of 10⁻¹⁸, each rounded down.</param>
    public void ReadPrices(
        ReadOnlySpan<UInt256> balances, UInt256 invariant, Span<UInt256> prices)
    {
        UInt256 share = invariant.DivDown(_countToTheCount);
        foreach (ref readonly UInt256 balance in balances)
        {
            share = UInt256.CheckedMulDivDown(in share, in invariant, in balance);
        }

        UInt256 pull = (_leverage * balances[0]).DivDown(_hundred);
        UInt256 first = share * balances[0];
        for (int k = 1; k < balances.Length; k++)
        {
            prices[k - 1] = (Wad.Scale * (pull + first.DivDown(balances[k]))).DivDown(pull + share);
        }
    }

    // Dⁿ⁺¹ / (nⁿ·Πx), divided coin by coin.
    private UInt256 Share(ReadOnlySpan<UInt256> balances, UInt256 invariant)
    {
        UInt256 share = invariant;
        if (isLegacy)
        {
            foreach (ref readonly UInt256 balance in balances)
            {
                share = UInt256.CheckedMulDivDown(
                    in share, in invariant, (balance * _coinCount) + UInt256.One);
            }

            return share;
        }

        foreach (ref readonly UInt256 balance in balances)
        {
            share = UInt256.CheckedMulDivDown(in share, in invariant, in balance);
        }

        return share.DivDown(_countToTheCount);
    }

    private static bool AreClose(in UInt256 x, in UInt256 y) => x.AbsoluteDifference(y) <= UInt256.One;
}
