using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>A second opinion on delegators and opt-ins: limits and stake kept from events alone, which must
/// agree with the views.</summary>
internal sealed class StakeAuditor
{
    private readonly Dictionary<Address, Address> _vaultOf = [];
    private readonly Dictionary<(Address Vault, Subnetwork Subnetwork), UInt256> _max = [];
    private readonly Dictionary<(Address Vault, Subnetwork Subnetwork), UInt256> _limit = [];
    private readonly Dictionary<(Address Vault, Subnetwork Subnetwork), UInt256> _total = [];
    private readonly Dictionary<(Address Vault, Subnetwork Subnetwork, Address Operator), UInt256> _part = [];
    private readonly HashSet<(Address Operator, Address Where)> _optedIn = [];

    /// <summary>Books the facts of a command.</summary>
    public void Book(IEnumerable<Event> facts)
    {
        foreach (Event fact in facts)
        {
            switch (fact)
            {
                case DelegatorSet d:
                    _vaultOf[d.Delegator] = d.Contract;
                    break;
                case MaxNetworkLimitSet m:
                    BookMax((_vaultOf[m.Contract], m.Subnetwork), m.Amount);
                    break;
                case NetworkLimitSet n:
                    _limit[(_vaultOf[n.Contract], n.Subnetwork)] = n.Amount;
                    break;
                case OperatorNetworkSharesSet s:
                    BookShares(s);
                    break;
                case OperatorNetworkLimitSet o:
                    _part[(_vaultOf[o.Contract], o.Subnetwork, o.Operator)] = o.Amount;
                    break;
                case OptedIn o:
                    _ = _optedIn.Add((o.Who, o.Where));
                    break;
                case OptedOut o:
                    _ = _optedIn.Remove((o.Who, o.Where));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The first figure on which the books and the engine differ, or null.</summary>
    public string? Fault(World world)
    {
        Delegators delegators = world.Symbiotic.Delegators;
        return Books.Differ("max limit", _max, k => delegators.MaxNetworkLimit(k.Vault, k.Subnetwork))
            ?? Books.Differ("limit", _limit, k => delegators.NetworkLimit(k.Vault, k.Subnetwork))
            ?? Books.Differ("total shares", _total, k => delegators.TotalOperatorShares(
                k.Vault, k.Subnetwork))
            ?? (from vault in Market.Kinds
                from subnetwork in Market.Subnetworks
                from who in Market.Operators
                let address = EigenLayer.Names.Of(vault.Key)
                let booked = Stake(world, (address, subnetwork), who, vault.Value)
                let seen = delegators.Stake(address, subnetwork, who)
                where booked != seen
                select $"stake in {vault.Key} for {subnetwork}: events say {booked}, the view {seen}")
            .FirstOrDefault();
    }

    private void BookMax((Address Vault, Subnetwork Subnetwork) key, UInt256 amount)
    {
        _max[key] = amount;
        bool isTheLimit = key.Vault == EigenLayer.Names.Of("Y");
        _limit[key] = isTheLimit ? amount : UInt256.Min(amount, _limit.GetValueOrDefault(key));
    }

    private void BookShares(OperatorNetworkSharesSet set)
    {
        Address vault = _vaultOf[set.Contract];
        UInt256 before = _part.GetValueOrDefault((vault, set.Subnetwork, set.Operator));
        _part[(vault, set.Subnetwork, set.Operator)] = set.Shares;
        Books.Give(_total, (vault, set.Subnetwork), set.Shares);
        Books.Take(_total, (vault, set.Subnetwork), before);
    }

    private UInt256 Stake(
        World world, (Address Vault, Subnetwork Subnetwork) key, Address who, DelegatorKind kind)
    {
        bool serves = _optedIn.Contains((who, key.Vault))
            && _optedIn.Contains((who, key.Subnetwork.Network));
        UInt256 given = UInt256.Min(
            world.Symbiotic.Vaults.ActiveStake(key.Vault), _limit.GetValueOrDefault(key));
        UInt256 part = _part.GetValueOrDefault((key.Vault, key.Subnetwork, who));
        UInt256 total = _total.GetValueOrDefault(key);
        return !serves ? UInt256.Zero : kind switch
        {
            DelegatorKind.NetworkRestake when total.IsZero => UInt256.Zero,
            DelegatorKind.NetworkRestake => UInt256.MulDivDown(part, given, total),
            DelegatorKind.FullRestake => UInt256.Min(part, given),
            _ => who == EigenLayer.Names.Of("op") ? given : UInt256.Zero,
        };
    }
}
