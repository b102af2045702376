using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>The withdrawal queue: shares on their way out, which stay slashable for the whole
/// delay.</summary>
/// <remarks>
/// <para>
/// A record keeps scaled shares, which become shares by the slashing factor at the end of the delay. For
/// beacon chain ether the part of that factor which the beacon chain sets is the one of the day of
/// completion. A record can be completed once the delay has passed in full: at start + delay it can still be
/// slashed, a block later it can leave. Source: <c>DelegationManager.sol</c>.
/// </para>
/// <para>
/// The contract keys records by their root. Here it is staker and nonce, which the root commits to.
/// </para>
/// </remarks>
public sealed class Withdrawals
{
    private readonly Store _store;
    private readonly EigenLayerCore _core;
    private readonly Table<Address, ulong> _nonce;
    private readonly OrderedSet<Address, ulong> _queued;
    private readonly Table<WithdrawalKey, Record> _record;
    private readonly Table<WithdrawalLeg, Leg> _leg;
    private readonly History<OperatorStrategy, UInt256> _queuedScaled;

    internal Withdrawals(Store store, EigenLayerCore core)
    {
        _store = store;
        _core = core;
        _nonce = store.Table<Address, ulong>();
        _queued = new(store);
        _record = store.Table<WithdrawalKey, Record>();
        _leg = store.Table<WithdrawalLeg, Leg>();
        _queuedScaled = new(store);
    }

    private Address Self => _core.Contracts.DelegationManager;

    /// <summary>How many withdrawals a staker has ever queued.</summary>
    public ulong Nonce(Address staker) => _nonce[staker];

    /// <summary>The nonces of the withdrawals of a staker that wait, in the contract's order.</summary>
    public IReadOnlyList<ulong> NoncesOf(Address staker) => _queued.ToArray(staker);

    /// <summary>A waiting withdrawal.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The staker has none with this nonce.</exception>
    public Withdrawal Get(Address staker, ulong nonce)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(_queued.Contains(staker, nonce), true, nameof(nonce));
        WithdrawalKey key = new(staker, nonce);
        Record record = _record[key];
        var strategies = new Address[record.LegCount];
        var scaledShares = new UInt256[record.LegCount];
        for (int i = 0; i < record.LegCount; i++)
        {
            (strategies[i], scaledShares[i]) = _leg[new(key, i)];
        }

        return new Withdrawal(
            staker, record.DelegatedTo, staker, nonce, record.StartBlock, strategies, scaledShares);
    }

    /// <summary>What a waiting withdrawal would pay in shares as of now, by strategy, rounded down.</summary>
    public IReadOnlyList<UInt256> WithdrawableShares(Withdrawal withdrawal)
    {
        ArgumentNullException.ThrowIfNull(withdrawal);
        uint slashableUntil = SlashableUntil(withdrawal.StartBlock);
        uint asOf = Math.Min(slashableUntil, _core.Block);
        return
        [
            .. withdrawal.Strategies.Select((strategy, i) => ScalingFactors.MulWadDown(
                withdrawal.ScaledShares[i], FactorAt(withdrawal, strategy, asOf))),
        ];
    }

    /// <summary>The last block at which a withdrawal that was queued in a block can be slashed.</summary>
    public uint SlashableUntil(uint startBlock) => checked(startBlock + _core.Delays.WithdrawalDelayBlocks);

    /// <summary>Queued shares of an operator that a slash now would reach: ⌊Q · m⌋.</summary>
    public UInt256 SlashableShares(Address @operator, Address strategy) =>
        SlashableShares(@operator, strategy, _core.Magnitudes.Max(@operator, strategy));

    internal UInt256 SlashableShares(Address @operator, Address strategy, ulong maxMagnitude)
    {
        if (maxMagnitude == 0) return UInt256.Zero;

        OperatorStrategy key = new(@operator, strategy);
        uint before = checked(_core.Block - _core.Delays.WithdrawalDelayBlocks - 1);
        UInt256 queued = _queuedScaled.Latest(
            key, UInt256.Zero) - _queuedScaled.At(key, before, UInt256.Zero);
        return ScalingFactors.MulWadDown(queued, maxMagnitude);
    }

    internal Refusal? Queue(Address sender, IReadOnlyList<QueuedShares> requests)
    {
        if (_core.Pausing.IsPaused(Self, Pausing.EnterQueue)) return Refusals.CurrentlyPaused;

        foreach (QueuedShares request in requests)
        {
            if (request.Strategies.Count != request.DepositShares.Count)
            {
                return Refusals.InputArrayLengthMismatch;
            }

            Address @operator = _core.Delegation.DelegatedTo(sender);
            Refusal? refusal = QueueOne(sender, @operator, request.Strategies, request.DepositShares);
            if (refusal is not null) return refusal;
        }

        return null;
    }

    /// <summary>Queues all that a staker has, a record for each strategy.</summary>
    internal Refusal? QueueEverything(Address staker, Address @operator)
    {
        foreach (Address strategy in _core.Delegation.DepositedStrategies(staker))
        {
            UInt256 shares = _core.Delegation.DepositShares(staker, strategy);
            if (QueueOne(staker, @operator, [strategy], [shares]) is { } refusal) return refusal;
        }

        return null;
    }

    internal Refusal? Complete(
        Address sender, Withdrawal withdrawal, IReadOnlyList<Address> tokens, bool receiveAsTokens)
    {
        if (_core.Pausing.IsPaused(Self, Pausing.ExitQueue)) return Refusals.CurrentlyPaused;
        if (tokens.Count != withdrawal.Strategies.Count) return Refusals.InputArrayLengthMismatch;
        if (sender != withdrawal.Withdrawer) return Refusals.WithdrawerNotCaller;
        if (!IsQueued(withdrawal)) return Refusals.WithdrawalNotQueued;

        uint slashableUntil = SlashableUntil(withdrawal.StartBlock);
        if (_core.Block <= slashableUntil) return Refusals.WithdrawalDelayNotElapsed;

        UInt256[] shares =
        [
            .. withdrawal.Strategies.Select((strategy, i) => ScalingFactors.MulWadDown(
                withdrawal.ScaledShares[i], FactorAt(withdrawal, strategy, slashableUntil))),
        ];
        Remove(withdrawal);
        _store.Emit(new SlashingWithdrawalCompleted(Self, withdrawal));
        for (int i = 0; i < shares.Length; i++)
        {
            if (shares[i].IsZero) continue;

            Address strategy = withdrawal.Strategies[i];
            Refusal? refusal = receiveAsTokens
                ? _core.ShareManagerOf(strategy).WithdrawAsTokens(
                    withdrawal.Staker, strategy, tokens[i], shares[i])
                : ReturnShares(withdrawal.Staker, strategy, shares[i]);
            if (refusal is not null) return refusal;
        }

        return null;
    }

    internal Refusal? CompleteAll(Address sender, IReadOnlyList<Completion> completions)
    {
        foreach (Completion completion in completions)
        {
            Refusal? refusal = Complete(
                sender, completion.Withdrawal, completion.Tokens, completion.ReceiveAsTokens);
            if (refusal is not null) return refusal;
        }

        return null;
    }

    internal void Import(Withdrawal withdrawal)
    {
        Add(withdrawal);
        for (int i = 0; i < withdrawal.Strategies.Count; i++)
        {
            OperatorStrategy key = new(withdrawal.DelegatedTo, withdrawal.Strategies[i]);
            UInt256 latest = _queuedScaled.Latest(key, UInt256.Zero);
            _queuedScaled.Push(key, withdrawal.StartBlock, latest + withdrawal.ScaledShares[i]);
        }
    }

    internal void ImportNonce(Address staker, ulong nonce) => _nonce[staker] = nonce;

    private Refusal? QueueOne(
        Address staker,
        Address @operator,
        IReadOnlyList<Address> strategies,
        IReadOnlyList<UInt256> depositShares)
    {
        if (staker.IsZero) return Refusals.InputAddressZero;
        if (strategies.Count == 0) return Refusals.InputArrayLengthZero;

        var scaledShares = new UInt256[strategies.Count];
        var withdrawableShares = new UInt256[strategies.Count];
        for (int i = 0; i < strategies.Count; i++)
        {
            UInt256 k = _core.Delegation.DepositScalingFactor(staker, strategies[i]);
            UInt256 factor = _core.Delegation.SlashingFactor(staker, @operator, strategies[i]);
            scaledShares[i] = ScalingFactors.ToScaledDown(depositShares[i], k);
            withdrawableShares[i] = ScalingFactors.MulWadDown(scaledShares[i], factor);
            if (!@operator.IsZero)
            {
                UInt256 queued = ScalingFactors.ToQueuedDown(
                    _core.Version, scaledShares[i], withdrawableShares[i], factor);
                AddToHistory(new(@operator, strategies[i]), queued);
                _core.Delegation.Decrease(@operator, staker, strategies[i], withdrawableShares[i]);
            }

            if (RemoveShares(staker, strategies[i], depositShares[i]) is { } refusal) return refusal;
        }

        ulong nonce = _nonce[staker];
        _nonce[staker] = nonce + 1;
        Withdrawal withdrawal = new(
            staker, @operator, staker, nonce, _core.Block, strategies, scaledShares);
        Add(withdrawal);
        _store.Emit(new SlashingWithdrawalQueued(Self, withdrawal, withdrawableShares));
        return null;
    }

    private Refusal? RemoveShares(Address staker, Address strategy, UInt256 shares)
    {
        IShareManager manager = _core.ShareManagerOf(strategy);
        if (manager.RemoveShares(staker, strategy, shares, out UInt256 remaining) is { } refusal)
        {
            return refusal;
        }

        if (remaining.IsZero)
        {
            _core.Delegation.ResetScalingFactor(staker, strategy);
        }

        return null;
    }

    // The history is 224 bits wide in the contract and cuts off what is above.
    private void AddToHistory(OperatorStrategy key, UInt256 scaledShares)
    {
        UInt256 latest = _queuedScaled.Latest(key, UInt256.Zero) + scaledShares;
        UInt256 kept = latest.FitsIn(224) ? latest : latest & (UInt256.MaxValue >> 32);
        _queuedScaled.Push(key, _core.Block, kept);
        uint window = _core.Delays.WithdrawalDelayBlocks;
        if (_core.Block > window)
        {
            _queuedScaled.Forget(key, _core.Block - window - 1);
        }
    }

    private void Add(Withdrawal withdrawal)
    {
        WithdrawalKey key = new(withdrawal.Staker, withdrawal.Nonce);
        _ = _queued.Add(withdrawal.Staker, withdrawal.Nonce);
        _record[key] = new Record(withdrawal.DelegatedTo, withdrawal.StartBlock, withdrawal.Strategies.Count);
        for (int i = 0; i < withdrawal.Strategies.Count; i++)
        {
            _leg[new(key, i)] = new Leg(withdrawal.Strategies[i], withdrawal.ScaledShares[i]);
        }
    }

    private void Remove(Withdrawal withdrawal)
    {
        WithdrawalKey key = new(withdrawal.Staker, withdrawal.Nonce);
        _ = _queued.Remove(withdrawal.Staker, withdrawal.Nonce);
        _record[key] = default;
        for (int i = 0; i < withdrawal.Strategies.Count; i++)
        {
            _leg[new(key, i)] = default;
        }
    }

    private bool IsQueued(Withdrawal withdrawal)
    {
        WithdrawalKey key = new(withdrawal.Staker, withdrawal.Nonce);
        Record record = new(withdrawal.DelegatedTo, withdrawal.StartBlock, withdrawal.Strategies.Count);
        if (!_queued.Contains(withdrawal.Staker, withdrawal.Nonce)
            || withdrawal.ScaledShares.Count != withdrawal.Strategies.Count
            || withdrawal.Withdrawer != withdrawal.Staker
            || _record[key] != record)
        {
            return false;
        }

        for (int i = 0; i < record.LegCount; i++)
        {
            if (_leg[new(key, i)] != new Leg(withdrawal.Strategies[i], withdrawal.ScaledShares[i]))
            {
                return false;
            }
        }

        return true;
    }

    private UInt256 FactorAt(Withdrawal withdrawal, Address strategy, uint block)
    {
        ulong maxMagnitude = withdrawal.DelegatedTo.IsZero
            ? Constants.Wad
            : _core.Magnitudes.MaxAt(withdrawal.DelegatedTo, strategy, block);
        return _core.Delegation.SlashingFactor(withdrawal.Staker, maxMagnitude, strategy);
    }

    private Refusal? ReturnShares(Address staker, Address strategy, UInt256 shares) =>
        _core.ShareManagerOf(strategy).AddShares(staker, strategy, shares, out AddedShares added)
            ?? _core.Delegation.IncreaseDelegatedShares(staker, strategy, added);

    private readonly record struct Record(Address DelegatedTo, uint StartBlock, int LegCount);

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct Leg(Address Strategy, UInt256 ScaledShares);
}
