using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Renzo;

public sealed partial class RenzoIssuer
{
    /// <summary>The addresses of the contracts; zeros when there is no Renzo here.</summary>
    public RenzoContracts Contracts => _contracts.Value;

    /// <summary>What holds for all assets.</summary>
    public RenzoTerms Terms => _terms.Value;

    /// <summary>What the instant withdrawer keeps to.</summary>
    public RenzoInstantTerms InstantTerms => _instant.Value;

    /// <summary>All ezETH, that of requests which are not claimed with it.</summary>
    public UInt256 Supply => _ledger.Supply(Token);

    /// <summary>The contracts that restake, in order.</summary>
    public IReadOnlyList<Address> Delegators => _delegators.ToArray(default);

    /// <summary>The tokens that are accepted, in order; ether is besides.</summary>
    public IReadOnlyList<Address> Tokens => _tokens.ToArray(default);

    /// <summary>A contract that restakes.</summary>
    public RenzoDelegator Delegator(Address delegator) => _delegator[delegator];

    /// <summary>Whom a delegator is delegated to, in EigenLayer or as posted; zero for nobody.</summary>
    public Address DelegatedTo(Address delegator)
    {
        RenzoDelegator terms = _delegator[delegator];
        return terms.IsOnEigenLayer ? _eigenLayer.Delegation.DelegatedTo(delegator) : terms.PostedOperator;
    }

    /// <summary>What the queue keeps of an asset.</summary>
    public RenzoBuffer Buffer(Address asset) => _buffer[asset];

    /// <summary>The most that delegators may have of a token, in wei of its value; 0 for any.</summary>
    public UInt256 ValueLimit(Address token) => _valueLimit[token];

    /// <summary>How much stETH a request to Lido was for; 0 when there was none.</summary>
    public UInt256 Rebalance(UInt256 requestId) => requestId > _terms.Value.LastRebalance
        ? UInt256.Zero
        : _rebalance[requestId.ToUInt64()];

    /// <summary>What the risk oracle says; 0 when it never did.</summary>
    public UInt256 Risk(RenzoRisk risk) => _risk[(byte)risk];

    /// <summary>Whether an account need not wait for the cool-down.</summary>
    public bool IsWhitelisted(Address account) => _isWhitelisted[account];

    /// <summary>How many requests of a user are not claimed.</summary>
    public ulong RequestCount(Address user) => _requestCount[user];

    /// <summary>A request of a user, by its place.</summary>
    public RenzoRequest RequestOf(Address user, ulong index) => _request[new(user, index)];

    /// <summary>What is to spare of an asset: neither set aside nor restaked.</summary>
    /// <exception cref="OverflowException">More is set aside than there is.</exception>
    public UInt256 Spare(Address asset) => _buffer[asset].Spare(_ledger.Balance(asset, WithdrawQueue));

    /// <summary>How much of the next inflow of an asset goes to the queue and the buffer.</summary>
    /// <exception cref="OverflowException">More is set aside than there is.</exception>
    public UInt256 Deficit(Address asset) => _buffer[asset].Deficit(_ledger.Balance(asset, WithdrawQueue));

    /// <summary>⌊10¹⁸ · value / supply⌋: ether for one ezETH, rounded down.</summary>
    /// <exception cref="OverflowException">The product leaves 256 bits.</exception>
    public Refusal? Rate(out UInt256 rate)
    {
        rate = UInt256.Zero;
        if (Value(out RenzoValue value) is { } refusal) return refusal;
        if (Supply.IsZero || value.Total.IsZero) return RenzoRefusals.InvalidZeroInput;

        rate = (Wad.Scale * value.Total).DivDown(Supply);
        return null;
    }

    /// <summary>How much of an asset could still be asked for, in its smallest unit: what is to spare and
    /// what delegators have of it, without what others wait for.</summary>
    /// <exception cref="OverflowException">Others wait for more than there is.</exception>
    public Refusal? AvailableCollateral(Address asset, out UInt256 amount)
    {
        amount = UInt256.Zero;
        if (Value(out RenzoValue value) is { } refusal) return refusal;

        UInt256 sum = Spare(asset);
        int index = _tokens.Count(default);
        if (asset == Ledger.Ether)
        {
            sum += _ledger.Balance(Ledger.Ether, DepositQueue);
        }
        else if (FindToken(asset, out index) is { } unknown)
        {
            return unknown;
        }

        foreach (UInt256[] parts in value.ByCollateral)
        {
            if (TokenAmountDown(asset, parts[index], out UInt256 part) is { } unpriced) return unpriced;

            sum += part;
        }

        amount = sum - _buffer[asset].Counter.Deficit;
        return null;
    }

    /// <summary>Requests of a user with what each would be paid, and why not now.</summary>
    /// <exception cref="ArithmeticException">A rule panics.</exception>
    public IReadOnlyList<RenzoWaiting> Waiting(Address user)
    {
        List<RenzoWaiting> waiting = [];
        for (ulong index = 0; index < _requestCount[user]; index++)
        {
            RenzoRequest request = _request[new(user, index)];
            bool isFilled = !request.IsQueued || _buffer[request.Asset].Counter.Reached(request.FillAt);
            Refusal? refusal = QuoteWithdrawalDown(request.Asset, request.EzEth, out UInt256 worth, out _);
            waiting.Add(new RenzoWaiting(
                index,
                request,
                refusal is null ? UInt256.Min(request.Amount, worth) : UInt256.Zero,
                isFilled,
                CoolDown + request.CreatedAt));
        }

        return waiting;
    }

    /// <summary>How it stands with the queue and the buffer of an asset.</summary>
    /// <exception cref="OverflowException">More is set aside than there is.</exception>
    public RenzoQueue Queue(Address asset)
    {
        RenzoBuffer buffer = _buffer[asset];
        return new RenzoQueue(
            buffer.Target, Spare(asset), buffer.Reserve, buffer.Counter.Deficit, Deficit(asset));
    }
}

/// <summary>A request that is not claimed.</summary>
/// <param name="Index">Its place among the user's.</param>
/// <param name="Request">What it is.</param>
/// <param name="Payout">What it would be paid now; 0 when that cannot be known.</param>
/// <param name="IsFilled">Whether enough is set aside for it.</param>
/// <param name="CooledAt">When it is old enough, in seconds since the Unix epoch.</param>
public readonly record struct RenzoWaiting(
    ulong Index, RenzoRequest Request, UInt256 Payout, bool IsFilled, UInt256 CooledAt);

/// <summary>How it stands with an asset's queue and buffer, in its smallest unit.</summary>
/// <param name="Target">How much should be to spare.</param>
/// <param name="Spare">How much is.</param>
/// <param name="Reserve">What is set aside for requests.</param>
/// <param name="QueueDeficit">What those who wait lack.</param>
/// <param name="Deficit">What they and the buffer lack.</param>
public readonly record struct RenzoQueue(
    UInt256 Target, UInt256 Spare, UInt256 Reserve, UInt256 QueueDeficit, UInt256 Deficit);
