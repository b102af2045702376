using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>A second opinion on slashers, from events alone: budgets, who could veto when, and that a request
/// ends once.</summary>
/// <param name="start">The second at which every epoch 0 begins.</param>
internal sealed class SlashAuditor(ulong start)
{
    private const ulong EpochSeconds = 100;
    private const ulong ResolverSetEpochsDelay = 3;

    private readonly Dictionary<Address, Address> _vaultOf = [];
    private readonly Dictionary<(Address Vault, Subnetwork Subnetwork, Address Operator), UInt256> _all = [];
    private readonly Dictionary<
        (Address Vault, Subnetwork Subnetwork, Address Operator, ulong Capture), UInt256> _budget = [];
    private readonly Dictionary<Address, UInt256> _lost = [];
    private readonly Dictionary<Address, UInt256> _asked = [];
    private readonly Dictionary<(Address Slasher, UInt256 Index), SlashRequested> _requests = [];
    private readonly HashSet<(Address Slasher, UInt256 Index)> _ended = [];
    private readonly Dictionary<(Address Slasher, Subnetwork Subnetwork), List<Change>> _resolver = [];
    private string? _fault;

    /// <summary>Books the facts of a command that was executed at a second.</summary>
    public void Book(IEnumerable<Event> facts, ulong second)
    {
        foreach (Event fact in facts)
        {
            switch (fact)
            {
                case SlasherSet s:
                    _vaultOf[s.Slasher] = s.Contract;
                    break;
                case Slashed s:
                    BookSlash(s.Contract, s.Subnetwork, s.Operator, s.SlashedAmount, s.CaptureTimestamp);
                    break;
                case SlashRequested r:
                    _requests.Add((r.Contract, r.SlashIndex), r);
                    break;
                case SlashExecuted e:
                    BookExecution(e, second);
                    break;
                case SlashVetoed v:
                    BookVeto(v, second);
                    break;
                case ResolverSet r:
                    BookResolver(r, second);
                    break;
                case VaultSlashed v:
                    Books.Give(_lost, v.Contract, v.SlashedAmount);
                    Books.Give(_asked, v.Contract, v.Amount);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>What is wrong, or null.</summary>
    public string? Fault(World world)
    {
        SymbioticCore core = world.Symbiotic;
        return _fault
            ?? Books.Differ("cumulative slash", _all, k => core.Slashers.CumulativeSlash(
                k.Vault, k.Subnetwork, k.Operator))
            ?? _budget.Where(b => b.Value > core.Delegators.StakeAt(
                    b.Key.Vault, b.Key.Subnetwork, b.Key.Operator, b.Key.Capture))
                .Select(static b => $"more than the stake at {b.Key.Capture} was slashed").FirstOrDefault()
            ?? _asked.Keys.Where(vault => !RecordsAgree(vault))
                .Select(static vault => $"records of {vault} differ from what its slasher asked for")
                .FirstOrDefault()
            ?? _requests.Keys.Where(k =>
                    core.Slashers.RequestOf(_vaultOf[k.Slasher], k.Index.ToUInt64()).IsCompleted
                        != _ended.Contains(k))
                .Select(static k => $"request {k.Index} has not ended as events say").FirstOrDefault()
            ?? _resolver.Keys.Where(k => core.Slashers.ResolverAt(
                    _vaultOf[k.Slasher], k.Subnetwork, world.Clock.Seconds)
                        != ResolverAt(k, world.Clock.Seconds))
                .Select(static k => $"another resolver of {k.Subnetwork}").FirstOrDefault();
    }

    private bool RecordsAgree(Address vault) =>
        _lost[vault] <= _asked[vault]
        && _asked[vault] == _all.Where(all => all.Key.Vault == vault)
            .Aggregate(UInt256.Zero, static (sum, all) => sum + all.Value);

    private void BookSlash(
        Address slasher, Subnetwork subnetwork, Address who, UInt256 amount, ulong capture)
    {
        Books.Give(_all, (_vaultOf[slasher], subnetwork, who), amount);
        Books.Give(_budget, (_vaultOf[slasher], subnetwork, who, capture), amount);
    }

    private void BookExecution(SlashExecuted executed, ulong second)
    {
        SlashRequested request = _requests[(executed.Contract, executed.SlashIndex)];
        if (CanBeVetoed(request, second) && second < request.VetoDeadline) _fault = "executed too early";
        if (second > request.CaptureTimestamp + EpochSeconds) _fault = "executed too late";
        if (executed.SlashedAmount > request.SlashAmount) _fault = "executed more than was asked for";
        End(executed.Contract, executed.SlashIndex);
        BookSlash(
            request.Contract,
            request.Subnetwork,
            request.Operator,
            executed.SlashedAmount,
            request.CaptureTimestamp);
    }

    private void BookVeto(SlashVetoed vetoed, ulong second)
    {
        SlashRequested request = _requests[(vetoed.Contract, vetoed.SlashIndex)];
        if (!CanBeVetoed(request, second)) _fault = "vetoed without a resolver";
        if (second >= request.VetoDeadline) _fault = "vetoed too late";
        if (vetoed.Resolver != ResolverAt((request.Contract, request.Subnetwork), request.CaptureTimestamp))
        {
            _fault = "vetoed by another";
        }

        End(vetoed.Contract, vetoed.SlashIndex);
    }

    private void End(Address slasher, UInt256 index)
    {
        if (!_ended.Add((slasher, index))) _fault = $"request {index} ended twice";
    }

    private void BookResolver(ResolverSet set, ulong second)
    {
        if (!_resolver.TryGetValue((set.Contract, set.Subnetwork), out List<Change>? changes))
        {
            _resolver[(set.Contract, set.Subnetwork)] = [new(second, set.Resolver)];
            return;
        }

        _ = changes.RemoveAll(change => change.Second > second);
        if (changes[^1].Resolver == set.Resolver) return;

        ulong epoch = ((second - start) / EpochSeconds) + ResolverSetEpochsDelay;
        changes.Add(new(start + (epoch * EpochSeconds), set.Resolver));
    }

    private bool CanBeVetoed(SlashRequested request, ulong second) =>
        !ResolverAt((request.Contract, request.Subnetwork), request.CaptureTimestamp).IsZero
        && !ResolverAt((request.Contract, request.Subnetwork), second - 1).IsZero;

    private Address ResolverAt((Address Slasher, Subnetwork Subnetwork) key, ulong second) =>
        _resolver.GetValueOrDefault(key)?.LastOrDefault(change => change.Second <= second).Resolver
            ?? Address.Zero;

    private readonly record struct Change(ulong Second, Address Resolver);
}
