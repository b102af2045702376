using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

namespace Garrison.Risk.RewardsDesk;

/// <summary>An operator that leaves who is secured.</summary>
/// <param name="Operator">Which one.</param>
/// <param name="Day">On which day, since the Unix epoch; it is the first that is not counted.</param>
public readonly record struct Departure(Address Operator, int Day);

/// <summary>Rewards that someone thinks of paying in.</summary>
/// <param name="Kind">Which function takes them.</param>
/// <param name="Payer">Who pays: the service, or who may pay everyone.</param>
/// <param name="Set">Who is secured, where the kind speaks of a set.</param>
/// <param name="Token">What is paid.</param>
/// <param name="Amount">How much, in the token's smallest unit; of a directed kind, nothing.</param>
/// <param name="StartDay">The first day is the one after this, since the Unix epoch.</param>
/// <param name="Days">Over how many days.</param>
/// <param name="Strategies">What counts, in the order given.</param>
/// <param name="Operators">What each operator is assigned, of a directed kind.</param>
/// <param name="AtDay">On which day it is submitted, since the Unix epoch.</param>
/// <param name="Departures">Who leaves meanwhile.</param>
/// <param name="IsFunded">Whether the payer is given the tokens and lets the coordinator take them.</param>
/// <param name="PaysFee">Whether the payer opts in to the protocol fee; null to leave it as it is.</param>
public sealed record SubmissionRequest(
    SubmissionKind Kind,
    Address Payer,
    OperatorSet Set,
    Address Token,
    UInt256 Amount,
    int StartDay,
    int Days,
    IReadOnlyList<StrategyMultiplier> Strategies,
    IReadOnlyList<OperatorReward> Operators,
    int AtDay,
    IReadOnlyList<Departure> Departures,
    bool IsFunded,
    bool? PaysFee)
{
    /// <summary>Whether amounts are assigned to operators.</summary>
    public bool IsDirected =>
        Kind is SubmissionKind.OperatorDirectedAvs or SubmissionKind.OperatorDirectedSet;

    /// <summary>Whether the operators of the directory count, and not those of a set.</summary>
    public bool IsByDirectory => Kind is SubmissionKind.Avs or SubmissionKind.OperatorDirectedAvs;

    /// <summary>What is paid in all, in the token's smallest unit.</summary>
    public UInt256 Total => IsDirected ? Operators.Sum(static one => one.Amount) : Amount;

    /// <summary>The command that pays it in.</summary>
    internal Command ToCommand()
    {
        uint start = checked((uint)StartDay * Simulation.Rewards.Days.Seconds);
        uint duration = checked((uint)Days * Simulation.Rewards.Days.Seconds);
        Submission pooled = new(Strategies, Token, Amount, start, duration);
        DirectedSubmission directed = new(Strategies, Token, Operators, start, duration, "");
        return Kind switch
        {
            SubmissionKind.Avs => new CreateAvsRewardsSubmission(Payer, [pooled]),
            SubmissionKind.ForAll => new CreateRewardsForAllSubmission(Payer, [pooled]),
            SubmissionKind.ForAllEarners => new CreateRewardsForAllEarners(Payer, [pooled]),
            SubmissionKind.OperatorDirectedAvs =>
                new CreateOperatorDirectedAvsRewardsSubmission(Payer, Payer, [directed]),
            SubmissionKind.OperatorDirectedSet =>
                new CreateOperatorDirectedSetRewardsSubmission(Payer, Set, [directed]),
            SubmissionKind.UniqueStake => new CreateUniqueStakeRewardsSubmission(Payer, Set, [pooled]),
            _ => new CreateTotalStakeRewardsSubmission(Payer, Set, [pooled]),
        };
    }
}
