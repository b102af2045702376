using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>The snapshots of a run, with numbers for addresses: what is read for every staker and
/// day.</summary>
/// <remarks>Earners are numbered, and apart from them operators, strategies and the positions of
/// stakers.</remarks>
internal sealed class StakeIndex
{
    private readonly Dictionary<Address, int> _earnerOf = [];
    private readonly List<Address> _earners = [];
    private readonly Dictionary<Address, int> _operatorOf = [];
    private readonly List<int> _operators = [];
    private readonly Dictionary<Address, Member[]> _operatorsOfAvs;
    private readonly Dictionary<OperatorSet, Member[]> _operatorsOfSet;
    private readonly Dictionary<Address, int> _strategyOf = [];

    public StakeIndex(Snapshots snapshots)
    {
        Strategies =
        [
            .. snapshots.StakerShares.All.Keys.Select(static key => key.Strategy).Distinct().Order(),
        ];
        foreach ((int i, Address strategy) in Strategies.Index()) _strategyOf.Add(strategy, i);

        Stakers = IndexStakers(snapshots);
        _operatorsOfAvs = snapshots.AvsOperators.All
            .GroupBy(static one => one.Key.Avs, one => MemberOf(one.Key.Operator, one.Value))
            .ToDictionary(static group => group.Key, static group => Ordered(group));
        _operatorsOfSet = snapshots.SetOperators.All
            .GroupBy(static one => one.Key.Set, one => MemberOf(one.Key.Operator, one.Value))
            .ToDictionary(static group => group.Key, static group => Ordered(group));
    }

    /// <summary>The stakers, each with its positions behind those of the one before.</summary>
    public Staker[] Stakers { get; }

    /// <summary>The strategies, by address.</summary>
    public Address[] Strategies { get; }

    public int PositionCount { get; private set; }

    public int OperatorCount => _operators.Count;

    public int EarnerCount => _earners.Count;

    public IEnumerable<Member[]> OperatorsOfServices => _operatorsOfAvs.Values;

    public IEnumerable<Member[]> OperatorsOfSets => _operatorsOfSet.Values;

    public Address Earner(int earner) => _earners[earner];

    public int EarnerOfOperator(int @operator) => _operators[@operator];

    public Address Operator(int @operator) => _earners[_operators[@operator]];

    public int StrategyOf(Address strategy) => _strategyOf.GetValueOrDefault(strategy, -1);

    public Member[] OperatorsOf(Address avs) => _operatorsOfAvs.GetValueOrDefault(avs, []);

    public Member[] OperatorsOf(OperatorSet set) => _operatorsOfSet.GetValueOrDefault(set, []);

    /// <summary>The number of an earner; a new one for one that is not known.</summary>
    public int EarnerOf(Address address)
    {
        if (_earnerOf.TryGetValue(address, out int earner)) return earner;

        _earners.Add(address);
        _earnerOf.Add(address, _earners.Count - 1);
        return _earners.Count - 1;
    }

    /// <summary>The number of an operator; a new one for one that is not known.</summary>
    public int OperatorOf(Address address)
    {
        if (_operatorOf.TryGetValue(address, out int @operator)) return @operator;

        _operators.Add(EarnerOf(address));
        _operatorOf.Add(address, _operators.Count - 1);
        return _operators.Count - 1;
    }

    private Staker[] IndexStakers(Snapshots snapshots)
    {
        ILookup<Address, Position> positions = snapshots.StakerShares.All.ToLookup(
            static one => one.Key.Staker, one => PositionOf(one.Key.Strategy, one.Value));
        List<Staker> stakers = new(positions.Count);

        // Stakers of one operator are read one after another, so they lie side by side.
        IEnumerable<IGrouping<Address, Position>> ordered = positions
            .OrderBy(group => snapshots.Delegations[group.Key].Periods is [Period<Address> first, ..]
                ? first.Value
                : Address.Zero)
            .ThenBy(static group => group.Key);
        foreach (IGrouping<Address, Position> staker in ordered)
        {
            stakers.Add(new Staker(
                EarnerOf(staker.Key),
                [
                    .. snapshots.Delegations[staker.Key].Periods
                        .Where(static period => !period.Value.IsZero)
                        .Select(period => new Period<int>(period.From, period.To, OperatorOf(period.Value))),
                ],
                PositionCount,
                [.. staker.OrderBy(static position => position.Strategy)]));
            PositionCount += stakers[^1].Positions.Length;
        }

        return [.. stakers];
    }

    // Shares that are not positive count for nothing.
    private Position PositionOf(Address strategy, Timeline<Int256> shares) => new(
        _strategyOf[strategy],
        [
            .. shares.Periods
                .Where(static period => period.Value.Sign > 0)
                .Select(static period =>
                    new Period<UInt256>(period.From, period.To, period.Value.ToUInt256())),
        ]);

    private Member MemberOf(Address @operator, Timeline<bool> days) => new(OperatorOf(@operator), days);

    private static Member[] Ordered(IEnumerable<Member> members) =>
        [.. members.OrderBy(static member => member.Operator)];

    /// <summary>A staker.</summary>
    /// <param name="Earner">Its number as an earner.</param>
    /// <param name="Operators">Its operators, while it has one.</param>
    /// <param name="FirstPosition">The number of its first position.</param>
    /// <param name="Positions">What it holds, by strategy.</param>
    internal readonly record struct Staker(
        int Earner, Period<int>[] Operators, int FirstPosition, Position[] Positions);

    /// <summary>Shares of a staker in a strategy, while they are positive.</summary>
    internal readonly record struct Position(int Strategy, Period<UInt256>[] Shares);

    /// <summary>An operator that is registered on some days.</summary>
    internal readonly record struct Member(int Operator, Timeline<bool> Days);
}
