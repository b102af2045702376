using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ComposableStable;

// What the protocol is owed is paid in the pool's own tokens, minted for its collector: first for what the
// pool grew by since the last join or exit, then for what the join or exit itself was charged.
internal ref partial struct PoolTurn
{
    /// <summary>Mints what the protocol is owed for the growth since the last join or exit.</summary>
    /// <returns>The invariant of the balances, at the amplification of this second.</returns>
    public UInt256 PayFeesOfThePast()
    {
        UInt256 invariant = AccrueFeesOfThePast();
        return Amplification == State.LastAmplification
            ? invariant
            : Math.Invariant(Amplification, Balances);
    }

    /// <summary>Counts what the protocol is owed for the growth since the last join or exit.</summary>
    /// <returns>The invariant of the balances, at the amplification of the last join or exit.</returns>
    public UInt256 AccrueFeesOfThePast()
    {
        UInt256 invariant = OwnershipOfThePast(out UInt256 ownership);
        FeesOfThePast = PoolTokensFor(Supply, ownership);
        Supply = Supply.WrappingAdd(FeesOfThePast);
        return invariant;
    }

    /// <summary>Mints what the protocol is owed for a join or an exit, and begins to count growth
    /// anew.</summary>
    /// <param name="invariant">From before the move.</param>
    /// <param name="before">The supply before it.</param>
    /// <param name="after">The supply after it.</param>
    public void PayFeesOfTheMove(UInt256 invariant, UInt256 before, UInt256 after)
    {
        UInt256 reached = Math.Invariant(Amplification, Balances);
        UInt256 feeless = Math.ScaleDown(invariant, Math.RatioDown(after, before));
        Supply = after;
        if (reached > feeless)
        {
            UInt256 ownership = Math.DivideDown(
                Math.Multiply(reached.WrappingSub(feeless), ChargedSwapFee), reached);
            FeesOfTheMove = PoolTokensFor(after, ownership);
            Supply = after.WrappingAdd(FeesOfTheMove);
        }

        CountGrowthFrom(reached);
    }

    /// <summary>Begins to count growth anew.</summary>
    public void CountGrowthFrom(UInt256 invariant)
    {
        State.LastInvariant = invariant;
        State.LastAmplification = Amplification;
        for (int i = 0; i < Settings.Count; i++)
        {
            if (Settings.HasRateProvider(i)) Rates[i] = Rates[i] with { Old = Rates[i].Current };
        }
    }

    private readonly UInt256 ChargedSwapFee => State.InRecoveryMode ? 0 : State.ProtocolSwapFee;

    private readonly UInt256 ChargedYieldFee => State.InRecoveryMode ? 0 : State.ProtocolYieldFee;

    // Three invariants at the last join's amplification: at the last join's rates, which leaves swap fees
    // alone; at the last join's rates for exempt tokens only; and at the rates of today. While no rate moved,
    // they are one and the same.
    private UInt256 OwnershipOfThePast(out UInt256 ownership)
    {
        Span<UInt256> adjusted = stackalloc UInt256[Settings.TokenCount];
        AdjustToOldRates(isForAll: true, adjusted);
        bool isMoved = !Balances.SequenceEqual(adjusted);
        UInt256 bySwaps = Math.Invariant(State.LastAmplification, adjusted);
        UInt256 byYieldToo = bySwaps;
        if (isMoved && !Settings.AreAllExempt && !Settings.AreNoneExempt)
        {
            AdjustToOldRates(isForAll: false, adjusted);
            byYieldToo = Math.Invariant(State.LastAmplification, adjusted);
        }

        UInt256 today = isMoved ? Math.Invariant(State.LastAmplification, Balances) : bySwaps;
        if (Settings.AreNoneExempt) byYieldToo = today;

        UInt256 swapPart = Math.ScaleDown(
            Math.RatioDown(bySwaps.SaturatingSub(State.LastInvariant), today), ChargedSwapFee);
        UInt256 yieldPart = Math.ScaleDown(
            Math.RatioDown(byYieldToo.SaturatingSub(bySwaps), today), ChargedYieldFee);
        ownership = swapPart.WrappingAdd(yieldPart);
        return today;
    }

    private void AdjustToOldRates(bool isForAll, scoped Span<UInt256> adjusted)
    {
        for (int i = 0; i < adjusted.Length; i++)
        {
            int index = Settings.WithPoolToken(i);
            adjusted[i] = Settings.IsExempt(index) || (isForAll && Settings.HasRateProvider(index))
                ? Math.DivideDown(Math.Multiply(Balances[i], Rates[index].Old), Rates[index].Current)
                : Balances[i];
        }
    }

    // How many to mint so that they are this part of the supply with them in it.
    private UInt256 PoolTokensFor(UInt256 supply, UInt256 ownership) =>
        Math.DivideDown(Math.Multiply(supply, ownership), StableMath.Complement(ownership));
}
