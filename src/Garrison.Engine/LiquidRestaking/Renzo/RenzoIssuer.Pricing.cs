using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Renzo;

public sealed partial class RenzoIssuer
{
    /// <summary>What all of Renzo is worth in ether, by delegator and collateral, rounded down; refused as
    /// long as a delegator is not delegated or a feed is not fresh.</summary>
    /// <exception cref="OverflowException">A number leaves 256 bits.</exception>
    public Refusal? Value(out RenzoValue value)
    {
        int delegators = _delegators.Count(default);
        value = new RenzoValue(new UInt256[delegators][], new UInt256[delegators], UInt256.Zero);
        UInt256 total = UInt256.Zero;
        for (int index = 0; index < delegators; index++)
        {
            Address delegator = _delegators.At(default, index);
            if (!IsDelegated(delegator)) return RenzoRefusals.OperatorDelegatorNotDelegated;
            if (ValueOf(delegator, out UInt256[] parts) is { } refusal) return refusal;

            // The queue's tokens are valued with the first delegator, so without one they are not.
            if (index == 0 && QueueValue(out total) is { } unpriced) return unpriced;

            value.ByCollateral[index] = parts;
            value.ByDelegator[index] = parts.Sum();
            total += value.ByDelegator[index];
        }

        total += _ledger.Balance(Ledger.Ether, DepositQueue);
        total += _ledger.Balance(Ledger.Ether, WithdrawQueue) + _terms.Value.StEthPending;
        value = value with { Total = total };
        return null;
    }

    /// <summary>⌊price · amount / 10¹⁸⌋: what a token is worth in ether, rounded down.</summary>
    /// <exception cref="OverflowException">The product leaves 256 bits.</exception>
    public Refusal? TokenValueDown(Address token, UInt256 amount, out UInt256 value)
    {
        value = UInt256.Zero;
        if (TokenPrice(token, out UInt256 price) is { } refusal) return refusal;

        value = (price * amount).DivDown(Wad.Scale);
        return null;
    }

    /// <summary>⌊value · 10¹⁸ / price⌋: how much of an asset ether is worth, rounded down for the
    /// pool.</summary>
    /// <exception cref="OverflowException">The product leaves 256 bits.</exception>
    public Refusal? TokenAmountDown(Address asset, UInt256 value, out UInt256 amount)
    {
        amount = value;
        if (asset == Ledger.Ether) return null;
        if (TokenPrice(asset, out UInt256 price) is { } refusal) return refusal;

        amount = (value * Wad.Scale).DivDown(price);
        return null;
    }

    /// <summary>Ether for one of a token, times 10¹⁸, not older than 86,460 seconds.</summary>
    public Refusal? TokenPrice(Address token, out UInt256 price)
    {
        price = UInt256.Zero;
        Address feed = _feed[token];
        if (feed.IsZero) return RenzoRefusals.OracleNotFound;

        AssetPrice answer = _prices.Of(feed, token);
        if (answer.IsOlderThan(PriceSecondsMax, _clock.Seconds)) return RenzoRefusals.OraclePriceExpired;
        if (answer.Answer.Sign <= 0) return RenzoRefusals.InvalidOraclePrice;

        price = answer.Answer.ToUInt256();
        return null;
    }

    /// <summary>⌊supply · added / value⌋: the ezETH of a deposit, rounded down for the holders; the value
    /// itself for the first.</summary>
    /// <exception cref="OverflowException">The product leaves 256 bits.</exception>
    private Refusal? MintedDown(UInt256 value, UInt256 added, out UInt256 minted)
    {
        UInt256 supply = _ledger.Supply(Token);
        minted = added;
        if (value.IsZero || supply.IsZero) return null;

        minted = (supply * added).DivDown(value);
        return minted.IsZero ? RenzoRefusals.InvalidTokenAmount : null;
    }

    /// <summary>⌊value · ezETH / supply⌋ in ether, then in the asset: what ezETH is worth now, rounded down
    /// for the holders.</summary>
    /// <exception cref="DivideByZeroException">There is no ezETH.</exception>
    /// <exception cref="OverflowException">A product leaves 256 bits.</exception>
    public Refusal? QuoteWithdrawalDown(
        Address asset, UInt256 ezEth, out UInt256 amount, out RenzoValue value)
    {
        amount = UInt256.Zero;
        if (Value(out value) is { } refusal) return refusal;

        UInt256 ether = (value.Total * ezEth).DivDown(_ledger.Supply(Token));
        return ether.IsZero
            ? RenzoRefusals.InvalidTokenAmount
            : TokenAmountDown(asset, ether, out amount);
    }

    private Refusal? ValueOf(Address delegator, out UInt256[] parts)
    {
        int tokens = _tokens.Count(default);
        parts = new UInt256[tokens + 1];
        for (int index = 0; index < tokens; index++)
        {
            Address token = _tokens.At(default, index);
            UInt256 amount = _backings.Amount(delegator, token).ToUInt256();
            if (TokenValueDown(token, amount, out parts[index]) is { } refusal) return refusal;
        }

        parts[tokens] = EtherOf(delegator);
        return null;
    }

    private Refusal? QueueValue(out UInt256 total)
    {
        total = UInt256.Zero;
        for (int index = 0; index < _tokens.Count(default); index++)
        {
            Address token = _tokens.At(default, index);
            UInt256 balance = _ledger.Balance(token, WithdrawQueue);
            if (TokenValueDown(token, balance, out UInt256 worth) is { } refusal) return refusal;

            total += worth;
        }

        return null;
    }

    private UInt256 EtherOf(Address delegator) =>
        _backings.Amount(delegator, Ledger.Ether).ToUInt256() + _delegator.Read(delegator).Unverified;

    private bool IsDelegated(Address address)
    {
        RenzoDelegator delegator = _delegator[address];
        return !delegator.Operator.IsZero && delegator.Operator == DelegatedTo(address);
    }
}

/// <summary>What all of Renzo is worth, in wei.</summary>
/// <param name="ByCollateral">For each delegator what it has of each token, and of ether last.</param>
/// <param name="ByDelegator">The sum of each delegator.</param>
/// <param name="Total">All delegators, both queues, and what waits at Lido.</param>
public readonly record struct RenzoValue(
    UInt256[][] ByCollateral, UInt256[] ByDelegator, UInt256 Total)
{
    /// <summary>What all delegators have of one collateral, by its place.</summary>
    public UInt256 OfCollateral(int index) => ByCollateral.Sum(parts => parts[index]);
}
