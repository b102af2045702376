using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>A second opinion: books kept from events alone, which must agree with the views.</summary>
/// <param name="opening">The world as it was when the books were opened.</param>
internal sealed class Auditor(World opening)
{
    private readonly Dictionary<(Address Token, Address Holder), UInt256> _balances = [];
    private readonly Dictionary<(Address Operator, Address Strategy), UInt256> _operatorShares = [];
    private readonly Dictionary<(Address Staker, Address Strategy), UInt256> _scaling = [];
    private readonly Dictionary<(Address Operator, Address Strategy), ulong> _max = [];
    private readonly Dictionary<(OperatorSet Set, ulong Id, Address Strategy), UInt256> _pending = [];
    private readonly Dictionary<Address, Address> _delegatedTo = [];
    private readonly Dictionary<Address, ulong> _beaconFactor = [];
    private readonly Dictionary<Address, Int256> _podShares = [];
    private readonly HashSet<(Address Operator, OperatorSet Set)> _members = [];
    private readonly Dictionary<(Address Staker, ulong Nonce), Hash32> _queued = [];
    private UInt256 _burnableEther;

    /// <summary>Books the facts of a command.</summary>
    public void Book(IEnumerable<Event> facts)
    {
        foreach (Event fact in facts)
        {
            BookTokens(fact);
            BookDelegation(fact);
            BookOperators(fact);
        }
    }

    /// <summary>The first figure on which the books and the engine differ, or null.</summary>
    public string? Fault(World world)
    {
        EigenLayerCore core = world.EigenLayer;
        return Differ("balance", _balances, k => world.Ledger.Balance(k.Token, k.Holder))
            ?? Differ("operator shares", _operatorShares, k => core.Delegation.OperatorShares(
                k.Operator, k.Strategy))
            ?? Differ("scaling", _scaling, k => core.Delegation.DepositScalingFactor(k.Staker, k.Strategy))
            ?? Differ("max", _max, k => core.Magnitudes.Max(k.Operator, k.Strategy))
            ?? Differ("pending", _pending, k => core.SlashedShares.PendingShares(k.Set, k.Id, k.Strategy))
            ?? Differ("delegated to", _delegatedTo, core.Delegation.DelegatedTo)
            ?? Differ("beacon factor", _beaconFactor, core.Pods.BeaconChainSlashingFactor)
            ?? Differ("pod shares", _podShares, core.Pods.PodOwnerShares)
            ?? Differ("withdrawal", _queued, k => core.Withdrawals.Get(k.Staker, k.Nonce).Root())
            ?? (_members.All(m => core.OperatorSets.IsMember(m.Operator, m.Set)) ? null : "members differ")
            ?? (_burnableEther == core.Pods.BurnableEtherShares ? null : "burnable ether differs");
    }

    private static string? Differ<TKey, TValue>(
        string what, Dictionary<TKey, TValue> books, Func<TKey, TValue> view)
        where TKey : notnull
    {
        foreach ((TKey key, TValue value) in books)
        {
            TValue seen = view(key);
            if (!Equals(seen, value)) return $"{what} of {key}: events say {value}, the view {seen}";
        }

        return null;
    }

    private void BookTokens(Event fact)
    {
        switch (fact)
        {
            case Transferred t:
                BookTransfer(t);
                break;
            case NewTotalShares p:
                _podShares[p.PodOwner] = p.Shares;
                break;
            case BeaconChainSlashingFactorDecreased b:
                _beaconFactor[b.Staker] = b.NewBeaconChainSlashingFactor;
                break;
            case BurnableEtherSharesIncreased b:
                _burnableEther += b.Shares;
                break;
            default:
                break;
        }
    }

    private void BookTransfer(Transferred transfer)
    {
        foreach (Address holder in new[] { transfer.From, transfer.To })
        {
            _ = _balances.TryAdd(
                (transfer.Contract, holder), opening.Ledger.Balance(transfer.Contract, holder));
        }

        Take(_balances, (transfer.Contract, transfer.From), transfer.Value);
        Give(_balances, (transfer.Contract, transfer.To), transfer.Value);
    }

    private void BookDelegation(Event fact)
    {
        switch (fact)
        {
            case StakerDelegated d:
                _delegatedTo[d.Staker] = d.Operator;
                break;
            case StakerUndelegated d:
                _delegatedTo[d.Staker] = Address.Zero;
                break;
            case DepositScalingFactorUpdated d:
                _scaling[(d.Staker, d.Strategy)] = d.NewDepositScalingFactor;
                break;
            case OperatorSharesIncreased o:
                Give(_operatorShares, (o.Operator, o.Strategy), o.Shares);
                break;
            case OperatorSharesDecreased o:
                Take(_operatorShares, (o.Operator, o.Strategy), o.Shares);
                break;
            case SlashingWithdrawalQueued q:
                _queued[(q.Withdrawal.Staker, q.Withdrawal.Nonce)] = q.WithdrawalRoot;
                break;
            case SlashingWithdrawalCompleted c:
                _ = _queued.Remove((c.Withdrawal.Staker, c.Withdrawal.Nonce));
                break;
            default:
                break;
        }
    }

    private void BookOperators(Event fact)
    {
        switch (fact)
        {
            case MaxMagnitudeUpdated m:
                _max[(m.Operator, m.Strategy)] = m.MaxMagnitude;
                break;
            case OperatorAddedToOperatorSet a:
                _ = _members.Add((a.Operator, a.OperatorSet));
                break;
            case OperatorRemovedFromOperatorSet r:
                _ = _members.Remove((r.Operator, r.OperatorSet));
                break;
            case BurnOrRedistributableSharesIncreased s:
                Give(_pending, (s.OperatorSet, s.SlashId, s.Strategy), s.Shares);
                break;
            case BurnOrRedistributableSharesDecreased s:
                Take(_pending, (s.OperatorSet, s.SlashId, s.Strategy), s.Shares);
                break;
            default:
                break;
        }
    }

    private static void Give<TKey>(Dictionary<TKey, UInt256> books, TKey key, UInt256 amount)
        where TKey : notnull => books[key] = books.GetValueOrDefault(key) + amount;

    private static void Take<TKey>(Dictionary<TKey, UInt256> books, TKey key, UInt256 amount)
        where TKey : notnull => books[key] = books.GetValueOrDefault(key) - amount;
}
