using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Risk.Restaking;

/// <summary>EigenLayer in the common vocabulary: an asset is a strategy, a service an operator set.</summary>
/// <param name="book">The names of what is in the world.</param>
/// <param name="world">The world, or a fork of it.</param>
public sealed class EigenLayerMarket(Book book, World world) : RestakingMarket(book, world)
{
    private readonly EigenLayerCore _core = world.EigenLayer;
    private readonly Dictionary<OperatorSet, BookService> _services =
        book.Services.ToDictionary(static service => service.Set);

    /// <inheritdoc/>
    public override string Name => "EigenLayer";

    /// <inheritdoc/>
    public override IReadOnlyList<Position> PositionsOf(BookOperator @operator)
    {
        Address holder = @operator.Cohort;
        List<Position> positions = [];
        foreach (ulong nonce in _core.Withdrawals.NoncesOf(holder))
        {
            Withdrawal withdrawal = _core.Withdrawals.Get(holder, nonce);
            IReadOnlyList<UInt256> shares = _core.Withdrawals.WithdrawableShares(withdrawal);
            positions.AddRange(withdrawal.Strategies.Select((strategy, index) =>
                At(@operator, strategy, shares[index], true, withdrawal.StartBlock)));
        }

        uint now = (uint)World.Clock.Block;
        positions.AddRange(_core.Delegation.DepositedStrategies(holder).Select(strategy => At(
            @operator, strategy, _core.Delegation.WithdrawableShares(holder, strategy), false, now)));
        return positions;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Binding> BindingsOf(BookOperator @operator, BlockTime later)
    {
        Address address = @operator.Address;
        uint now = (uint)World.Clock.Block;
        uint then = (uint)later.BlockFrom(World.Clock);
        return
        [
            .. from set in _core.Magnitudes.AllocatedSets(address)
               let service = _services[set]
               from strategy in _core.Magnitudes.AllocatedStrategies(address, set)
               let allocation = _core.Magnitudes.AllocationOf(address, set, strategy)
               select new Binding(
                   service,
                   strategy,
                   new AllocationTerms(
                       allocation.Current, allocation.PendingDifference, allocation.EffectBlock),
                   _core.Slashing.MinimumSlashableShares(address, set, strategy, now),
                   IsSlashableAt(address, set, then)
                       ? _core.Slashing.MinimumSlashableShares(address, set, strategy, then)
                       : UInt256.Zero),
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Stake> StakesOf(BookOperator @operator)
    {
        ILookup<Address, UInt256> bound = BindingsOf(@operator, Now)
            .ToLookup(static binding => binding.Asset, static binding => binding.SlashableNow);
        return
        [
            .. Book.Strategies.Select(strategy => strategy.Address)
                .Select(strategy => new Stake(
                    strategy,
                    _core.Delegation.OperatorShares(@operator.Address, strategy),
                    _core.Withdrawals.SlashableShares(@operator.Address, strategy),
                    bound[strategy].Sum(),
                    _core.Delegation.OperatorShares(@operator.Address, strategy),
                    _core.Magnitudes.Max(@operator.Address, strategy)))
                .Where(static stake => !stake.Active.IsZero || !stake.LeavingSlashable.IsZero),
        ];
    }

    /// <inheritdoc/>
    public override SlashedTo SlashedTo(BookService service)
    {
        ulong latest = _core.Slashing.CountOf(service.Set);
        ulong block = _core.SlashedShares.ResolutionBlock(service.Set, latest) + 1UL;
        return new SlashedTo(
            BlockTime.AtBlock(World.Clock, block), _core.OperatorSets.RedistributionRecipient(service.Set));
    }

    /// <inheritdoc/>
    public override IEnumerable<Command> Leave(BookOperator @operator, Wad part)
    {
        Address[] strategies = [.. _core.Delegation.DepositedStrategies(@operator.Cohort)];
        (Address Strategy, UInt256 Shares)[] leaving =
        [
            .. strategies.Select(strategy => (strategy, part.MulDown(
                    _core.Delegation.DepositShares(@operator.Cohort, strategy))))
                .Where(static leg => !leg.Item2.IsZero),
        ];
        if (leaving.Length == 0) yield break;

        yield return new QueueWithdrawals(@operator.Cohort, [new QueuedShares(
            [.. leaving.Select(static leg => leg.Strategy)], [.. leaving.Select(static leg => leg.Shares)])]);
    }

    /// <inheritdoc/>
    public override IEnumerable<Command> Slash(
        IReadOnlyList<BookOperator> operators,
        BookService service,
        IReadOnlyList<Address> assets,
        Wad part,
        ulong offence) => operators.Select(one => SlashOne(one, service, assets, part));

    private SlashOperator SlashOne(
        BookOperator @operator, BookService service, IReadOnlyList<Address> assets, Wad part)
    {
        Address[] strategies =
        [
            .. (assets.Count > 0
                ? assets
                : _core.Magnitudes.AllocatedStrategies(@operator.Address, service.Set)).Order(),
        ];
        return new SlashOperator(
            _core.OperatorSets.SlasherOf(service.Set),
            service.Set,
            @operator.Address,
            strategies,
            [.. strategies.Select(_ => part.Raw)],
            "what if");
    }

    /// <inheritdoc/>
    public override IEnumerable<(Address Asset, UInt256 Amount)> Taken(
        BookOperator @operator, IEnumerable<Event> events) =>
        events.OfType<OperatorSharesSlashed>()
            .Where(fact => fact.Operator == @operator.Address)
            .Select(static fact => (fact.Strategy, fact.TotalSlashedShares));

    /// <inheritdoc/>
    public override UInt256 FreshlySlashable(Binding binding) => binding.SlashableNow;

    private Position At(
        BookOperator @operator, Address strategy, UInt256 shares, bool isLeaving, uint startBlock)
    {
        uint until = _core.Withdrawals.SlashableUntil(startBlock);
        return new Position(
            @operator,
            strategy,
            shares,
            isLeaving,
            BlockTime.AtBlock(World.Clock, until),
            BlockTime.AtBlock(World.Clock, until + 1UL));
    }

    private bool IsSlashableAt(Address @operator, OperatorSet set, uint block) =>
        _core.OperatorSets.IsMember(@operator, set)
            || block <= _core.OperatorSets.SlashableUntil(@operator, set);
}
