using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Staking;
using Garrison.Primitives;

namespace Garrison.Simulation.Books;

/// <summary>The commands that build the world of a book.</summary>
internal static class BookCommands
{
    private static readonly Address _governor = BookReader.AssumedAddress("governor");

    /// <summary>All of them, in order. The allocations are in effect after the last.</summary>
    public static IEnumerable<Command> Build(
        ulong startBlock,
        ulong startTime,
        IReadOnlyList<BookStrategy> strategies,
        IReadOnlyList<BookOperator> operators,
        IReadOnlyList<BookService> services)
    {
        yield return new AdvanceClock(_governor, startBlock, startTime);
        yield return new DeployEigenLayer(
            _governor,
            EigenLayerVersion.V1130,
            Delays.Mainnet,
            Contracts.Mainnet,
            new Governance(_governor, _governor, _governor, _governor));
        IEnumerable<Command> rest = strategies.SelectMany(Deploy)
            .Concat(operators.SelectMany(@operator => Join(@operator, strategies)))
            .Concat(services.SelectMany(service => Open(service, operators)))
            .Concat(services.SelectMany(Register))
            .Concat(operators.SelectMany(@operator => Allocate(@operator, services)))
            .Append(new AdvanceClock(_governor, 1, Spec.SecondsPerSlot));
        foreach (Command command in rest)
        {
            yield return command;
        }
    }

    private static IEnumerable<Command> Deploy(BookStrategy strategy)
    {
        if (strategy.Token.IsZero) yield break;

        yield return new DeployStrategy(
            _governor, strategy.Address, strategy.Token, StrategyKind.Base, Address.Zero);
        yield return new AddStrategiesToDepositWhitelist(_governor, [strategy.Address]);
    }

    private static IEnumerable<Command> Join(BookOperator @operator, IReadOnlyList<BookStrategy> strategies)
    {
        yield return new RegisterAsOperator(@operator.Address, Address.Zero, 0, "");
        yield return new DelegateTo(@operator.Cohort, @operator.Address, default);
        foreach (BookShares shares in @operator.Shares)
        {
            BookStrategy strategy = strategies.First(one => one.Address == shares.Strategy);
            foreach (Command command in Deposit(@operator.Cohort, strategy, shares.Amount))
            {
                yield return command;
            }
        }
    }

    private static IEnumerable<Command> Deposit(Address cohort, BookStrategy strategy, UInt256 amount)
    {
        if (strategy.Token.IsZero)
        {
            Address pod = BookReader.AssumedAddress($"pod/{cohort.ToLowerHex()}");
            yield return new CreatePod(cohort, pod);
            yield return new RecordBeaconChainBalanceUpdate(
                pod, cohort, UInt256.Zero, Int256.FromUInt256(amount));
        }
        else
        {
            yield return new Mint(_governor, strategy.Token, cohort, amount);
            yield return new DepositIntoStrategy(cohort, strategy.Address, strategy.Token, amount);
        }
    }

    private static IEnumerable<Command> Open(BookService service, IReadOnlyList<BookOperator> operators)
    {
        HashSet<Address> members = [.. service.Operators];
        Address[] counted =
        [
            .. operators.Where(@operator => members.Contains(@operator.Address))
                .SelectMany(static @operator => @operator.Shares)
                .Select(static shares => shares.Strategy)
                .Distinct()
                .Order(),
        ];
        Address avs = service.Set.Avs;
        yield return new SetRegistrarPolicy(avs, avs, RegistrarPolicy.Accept);
        yield return new UpdateAvsMetadata(avs, avs, "");
        yield return new CreateOperatorSets(avs, avs, [new NewOperatorSet(service.Set.Id, counted, avs)]);
    }

    private static IEnumerable<Command> Register(BookService service) => service.Operators.Select(
        @operator => new RegisterForOperatorSets(
            @operator, @operator, service.Set.Avs, [service.Set.Id]));

    private static IEnumerable<Command> Allocate(
        BookOperator @operator, IReadOnlyList<BookService> services)
    {
        if (@operator.ServiceCount == 0 || @operator.Shares.Count == 0) yield break;

        Address[] strategies = [.. @operator.Shares.Select(static shares => shares.Strategy)];
        ulong part = Constants.Wad / (ulong)@operator.ServiceCount;
        ulong[] magnitudes = [.. strategies.Select(_ => part)];
        AllocationTarget[] targets =
        [
            .. services.Where(service => service.Operators.Contains(@operator.Address))
                .Select(service => new AllocationTarget(service.Set, strategies, magnitudes)),
        ];
        yield return new ModifyAllocations(@operator.Address, @operator.Address, targets);
    }
}
