using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;
using Garrison.Simulation.Rewards;

namespace Garrison.Simulation.Books;

/// <summary>A token that rewards are paid in.</summary>
/// <param name="Address">Which one; an assumed address where the real one is not known.</param>
/// <param name="Symbol">What it is called.</param>
/// <param name="IsEther">Whether one of it stands for one ether.</param>
public sealed record BookToken(Address Address, string Symbol, bool IsEther);

/// <summary>Rewards that someone pays from the day of the book on; assumed.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Payer">Who pays, by name.</param>
/// <param name="Submitter">Who pays: the service, or an assumed address.</param>
/// <param name="Kind">By which rule they are divided.</param>
/// <param name="Token">What is paid.</param>
/// <param name="Amount">How much in all, in the token's smallest unit, before the protocol fee.</param>
/// <param name="Days">Over how many days.</param>
/// <param name="Strategies">What counts, ascending.</param>
/// <param name="PaysFee">Whether the payer has opted in to the protocol fee.</param>
/// <param name="Source">Where the tokens come from.</param>
public sealed record BookProgramme(
    string Name,
    string Payer,
    Address Submitter,
    RewardKind Kind,
    BookToken Token,
    UInt256 Amount,
    int Days,
    IReadOnlyList<StrategyMultiplier> Strategies,
    bool PaysFee,
    RewardSource Source);
