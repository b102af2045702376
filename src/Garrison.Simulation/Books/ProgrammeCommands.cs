using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Registries;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;
using Garrison.Simulation.Rewards;

namespace Garrison.Simulation.Books;

/// <summary>The commands that pay the rewards of a book in, and the addresses they need.</summary>
public static class ProgrammeCommands
{
    private const uint ActivationDelaySeconds = 7 * Days.Seconds;
    private const ushort DefaultSplitBps = 1000;

    /// <summary>The coordinator of rewards on Ethereum mainnet.</summary>
    public static Address Coordinator { get; } =
        Address.Parse("0x7750d328b314EfFa365A0402CcfD489B80B0adda");

    private static readonly Address _directory = Address.Parse("0x135DDa560e946695d6f155dACaFC6f1F25C1F5AF");

    /// <summary>The owner of all contracts of a book.</summary>
    public static Address Governor { get; } = BookReader.AssumedAddress("governor");

    /// <summary>Who posts roots.</summary>
    public static Address Updater { get; } = BookReader.AssumedAddress("rewards updater");

    /// <summary>Who gets the protocol fee.</summary>
    public static Address FeeRecipient { get; } = BookReader.AssumedAddress("protocol fee recipient");

    /// <summary>Everything, in order: the contracts, the registrations, and what is paid in.</summary>
    /// <param name="book">The book.</param>
    /// <param name="nowSeconds">The time, in a world of the book that has no rewards yet; what is paid in
    /// begins on the next day.</param>
    public static IEnumerable<Command> Build(Book book, ulong nowSeconds)
    {
        ArgumentNullException.ThrowIfNull(book);
        uint start = (uint)Days.Of((long)nowSeconds) * Days.Seconds;
        RewardsSettings settings = new(
            Updater,
            BookReader.AssumedAddress("emissions controller"),
            FeeRecipient,
            ActivationDelaySeconds,
            DefaultSplitBps);
        return new Command[]
            {
                new DeployRewards(Governor, Coordinator, RewardsLimits.Mainnet, settings),
                new DeployAvsDirectory(Governor, _directory),
            }
            .Concat(book.Programmes.Where(static one => one.Kind == RewardKind.Avs)
                .Select(static one => one.Submitter).Distinct()
                .SelectMany(avs => Register(book, avs, nowSeconds)))
            .Concat(book.Programmes.SelectMany(programme => Pay(programme, start)));
    }

    /// <summary>Registers the operators of a service in the directory, as rewards by service ask
    /// for.</summary>
    /// <param name="book">The book that says who they are.</param>
    /// <param name="avs">The service.</param>
    /// <param name="nowSeconds">The time, until which the signatures are good.</param>
    public static IEnumerable<Command> Register(Book book, Address avs, ulong nowSeconds)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.Services.Where(service => service.Set.Avs == avs)
            .SelectMany(static service => service.Operators)
            .Select(@operator => new RegisterOperatorToAvs(
                avs, @operator, new Approval(@operator, Salt(avs), nowSeconds)));
    }

    /// <summary>Gives an account tokens, as an outside fact, and lets the coordinator take them.</summary>
    public static IEnumerable<Command> Fund(Address payer, Address token, UInt256 amount) =>
    [
        new Mint(Governor, token, payer, amount),
        new Approve(payer, token, Coordinator, amount),
    ];

    private static IEnumerable<Command> Pay(BookProgramme programme, uint startSeconds)
    {
        Address payer = programme.Submitter;
        if (programme.PaysFee) yield return new SetOptInForProtocolFee(payer, payer, IsOptedIn: true);
        if (programme.Kind == RewardKind.AllEarners)
        {
            yield return new SetRewardsForAllSubmitter(Governor, payer, IsAllowed: true);
        }

        foreach (Command command in Fund(payer, programme.Token.Address, programme.Amount))
        {
            yield return command;
        }

        Submission submission = new(
            programme.Strategies,
            programme.Token.Address,
            programme.Amount,
            startSeconds,
            (uint)programme.Days * Days.Seconds);
        yield return programme.Kind switch
        {
            RewardKind.AllEarners => new CreateRewardsForAllEarners(payer, [submission]),
            RewardKind.TotalStake =>
                new CreateTotalStakeRewardsSubmission(payer, new(payer, 1), [submission]),
            RewardKind.UniqueStake =>
                new CreateUniqueStakeRewardsSubmission(payer, new(payer, 1), [submission]),
            _ => new CreateAvsRewardsSubmission(payer, [submission]),
        };
    }

    private static Hash32 Salt(Address avs) => Keccak.HashText($"garrison/salt/{avs.ToLowerHex()}");
}
