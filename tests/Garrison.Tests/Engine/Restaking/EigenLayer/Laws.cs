using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>What holds of EigenLayer after every command, each law a sentence.</summary>
/// <remarks>Numbers are those of the contracts' own specification as the protocol's page lists
/// them.</remarks>
internal sealed class Laws(World world)
{
    public static Address[] Stakers { get; } = [Of("alice"), Of("bob"), Of("carol"), Of("op"), Of("rival")];

    public static Address[] Operators { get; } = [Of("op"), Of("rival")];

    public static Address[] Tokens { get; } = [Of("A"), Of("B")];

    public static Address[] Strategies { get; } = [.. Tokens, Of("ETH")];

    public static OperatorSet[] Sets { get; } = [Set("avs/1"), Set("avs/2"), Set("avs/3")];

    private readonly Dictionary<(Address, Address), ulong> _maxBefore = [];
    private readonly EigenLayerCore _core = world.EigenLayer;

    /// <summary>The first law that is broken, or null.</summary>
    public string? Fault()
    {
        (string Law, Func<bool> Holds)[] laws =
        [
            ("1 max magnitude never increases", MaxNeverIncreases),
            ("2 encumbered is the sum of current and pending increases", EncumberedIsTheSum),
            ("3 current <= encumbered <= max", MagnitudesAreOrdered),
            ("4 a pending decrease is at most what is there", DecreasesFit),
            ("7 membership reads the same from both sides", MembershipAgrees),
            ("7 allocated lists hold what is allocated", AllocatedListsAgree),
            ("14 operators are delegated to themselves", OperatorsDelegateToThemselves),
            ("16 nobody has no shares", NobodyHasNothing),
            ("18 operator shares cover what its stakers can withdraw", OperatorSharesCover),
            ("23 nonces and records agree", QueueAgrees),
            ("29 a slash of the queue takes only what could leave", QueuedSlashIsCovered),
            ("30 listed is the same as holding shares", ListsAgree),
            ("32 strategies hold all that is owed", StrategiesCover),
            ("34 pending slashes are listed as long as they are", PendingAgrees),
        ];
        return Array.Find(laws, static law => !law.Holds()).Law;
    }

    private bool MaxNeverIncreases() => Each(Operators, Strategies, (o, s) =>
    {
        ulong before = _maxBefore.GetValueOrDefault((o, s), Constants.Wad);
        _maxBefore[(o, s)] = _core.Magnitudes.Max(o, s);
        return _maxBefore[(o, s)] <= before;
    });

    private bool EncumberedIsTheSum() => Each(Operators, Strategies, (o, s) =>
    {
        Int128 sum = 0;
        foreach (OperatorSet set in Sets)
        {
            Allocation allocation = _core.Magnitudes.AllocationOf(o, set, s);
            sum += allocation.Current + Int128.Max(0, allocation.PendingDifference);
        }

        return sum == _core.Magnitudes.Encumbered(o, s);
    });

    private bool MagnitudesAreOrdered() => Each(Operators, Strategies, (o, s) =>
        _core.Magnitudes.Encumbered(o, s) <= _core.Magnitudes.Max(o, s)
        && Sets.All(set => _core.Magnitudes.AllocationOf(o, set, s).Current <= _core.Magnitudes.Max(o, s)));

    private bool DecreasesFit() => Each(Operators, Strategies, (o, s) => Sets.All(set =>
    {
        Allocation allocation = _core.Magnitudes.AllocationOf(o, set, s);
        return -allocation.PendingDifference <= allocation.Current
            && (allocation.EffectBlock != 0 || allocation.PendingDifference == 0);
    }));

    private bool MembershipAgrees() => Each(Operators, Sets, (o, set) =>
        _core.OperatorSets.RegisteredSets(o).Contains(set) == _core.OperatorSets.MembersOf(set).Contains(o)
        && _core.OperatorSets.IsMember(o, set) == _core.OperatorSets.MembersOf(set).Contains(o)
        && (!_core.OperatorSets.IsMember(o, set) || _core.OperatorSets.IsSlashable(o, set)));

    private bool AllocatedListsAgree() => Each(Operators, Sets, (o, set) =>
        (_core.Magnitudes.AllocatedStrategies(o, set).Count > 0)
            == _core.Magnitudes.AllocatedSets(o).Contains(set)
        && Strategies.All(s =>
        {
            Allocation allocation = _core.Magnitudes.AllocationOf(o, set, s);
            return (allocation.Current == 0 && allocation.PendingDifference == 0)
                || _core.Magnitudes.AllocatedStrategies(o, set).Contains(s);
        }));

    private bool OperatorsDelegateToThemselves() =>
        Operators.All(o => _core.Delegation.IsOperator(o) && _core.Delegation.DelegatedTo(o) == o);

    private bool NobodyHasNothing() => Strategies.All(s =>
        _core.Delegation.DepositShares(default, s).IsZero
        && _core.Delegation.OperatorShares(default, s).IsZero);

    private bool OperatorSharesCover() => Each(Operators, Strategies, (o, s) =>
    {
        UInt256 sum = Sum(Stakers.Where(staker => _core.Delegation.DelegatedTo(staker) == o)
            .Select(staker => _core.Delegation.WithdrawableShares(staker, s)));
        return _core.Delegation.OperatorShares(o, s) >= sum;
    });

    private bool QueueAgrees() => Stakers.All(staker => _core.Withdrawals.NoncesOf(staker).All(nonce =>
        nonce < _core.Withdrawals.Nonce(staker)
        && _core.Withdrawals.Get(staker, nonce).StartBlock <= world.Clock.Block));

    // Exact for shares queued since the last slash. A slash rounds each record down and their sum once, so
    // after it a unit for each record but one may be slashable that nobody can withdraw. Ether is left out:
    // a slash counts the service's part alone.
    private bool QueuedSlashIsCovered() =>
        _core.Version < EigenLayerVersion.V1131 || Each(Operators, Tokens, (o, s) =>
        {
            UInt256[] shares = [.. Queued(w => w.DelegatedTo == o && IsSlashable(w), s)];
            ulong roundings = _core.Magnitudes.Max(o, s) == Constants.Wad ? 0 : (ulong)shares.Length;
            return Sum(shares) + roundings >= _core.Withdrawals.SlashableShares(o, s);
        });

    private bool IsSlashable(Withdrawal withdrawal) =>
        world.Clock.Block <= _core.Withdrawals.SlashableUntil(withdrawal.StartBlock);

    private bool ListsAgree() => Each(Stakers, Tokens, (staker, s) =>
    {
        IReadOnlyList<Address> listed = _core.StrategyManager.StrategiesOf(staker);
        return listed.Count == listed.Distinct().Count()
            && listed.Contains(s) == !_core.StrategyManager.DepositShares(staker, s).IsZero;
    });

    private bool StrategiesCover() => Tokens.All(s =>
    {
        UInt256 staked = Sum(Stakers.Select(staker => _core.Delegation.WithdrawableShares(staker, s)));
        UInt256 pending = Sum(
            from set in Sets
            from id in _core.SlashedShares.PendingSlashes(set)
            select _core.SlashedShares.PendingShares(set, id, s));
        return staked + Sum(Queued(static _ => true, s)) + pending <= _core.Strategies.TotalShares(s);
    });

    private bool PendingAgrees() => Sets.All(set =>
        _core.SlashedShares.PendingSets().Contains(set) == (_core.SlashedShares.PendingSlashes(set).Count > 0)
        && _core.SlashedShares.PendingSlashes(set).All(id =>
            id <= _core.Slashing.CountOf(set)
            && _core.SlashedShares.PendingStrategies(set, id).Count > 0
            && (_core.SlashedShares.ResolutionBlock(set, id) != 0)
                == (_core.Version >= EigenLayerVersion.V1130)));

    private IEnumerable<UInt256> Queued(Func<Withdrawal, bool> counts, Address strategy) =>
        from staker in Stakers
        from nonce in _core.Withdrawals.NoncesOf(staker)
        let withdrawal = _core.Withdrawals.Get(staker, nonce)
        where counts(withdrawal)
        let shares = _core.Withdrawals.WithdrawableShares(withdrawal)
        from leg in withdrawal.Strategies.Index()
        where leg.Item == strategy
        select shares[leg.Index];

    private static UInt256 Sum(IEnumerable<UInt256> shares) =>
        shares.Aggregate(UInt256.Zero, static (sum, some) => sum + some);

    private static bool Each<T1, T2>(T1[] ones, T2[] others, Func<T1, T2, bool> holds) =>
        ones.All(one => others.All(other => holds(one, other)));
}
