using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Rewards;

/// <summary>Pays all who back the service that sends this.</summary>
/// <param name="Sender">The service.</param>
/// <param name="Submissions">What is paid.</param>
public sealed record CreateAvsRewardsSubmission(Address Sender, IReadOnlyList<Submission> Submissions)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.Submissions.CreateForAvs(Sender, Sender, Submissions);
}

/// <summary>Pays all who back a service, from emissions.</summary>
/// <param name="Sender">The emissions controller.</param>
/// <param name="Avs">The service.</param>
/// <param name="Submissions">What is paid.</param>
public sealed record CreateEigenDARewardsSubmission(
    Address Sender, Address Avs, IReadOnlyList<Submission> Submissions) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.Submissions.CreateForEigenDA(Sender, Avs, Submissions);
}

/// <summary>Pays everyone who restakes.</summary>
/// <param name="Sender">Who may.</param>
/// <param name="Submissions">What is paid.</param>
public sealed record CreateRewardsForAllSubmission(Address Sender, IReadOnlyList<Submission> Submissions)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.Submissions.CreateForAll(Sender, Submissions);
}

/// <summary>Pays everyone who restakes with an operator of a service.</summary>
/// <param name="Sender">Who may.</param>
/// <param name="Submissions">What is paid.</param>
public sealed record CreateRewardsForAllEarners(Address Sender, IReadOnlyList<Submission> Submissions)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.Submissions.CreateForAllEarners(Sender, Submissions);
}

/// <summary>Pays operators of a service what it assigns to each.</summary>
/// <param name="Sender">The service, or who may act for it.</param>
/// <param name="Avs">The service.</param>
/// <param name="Submissions">What is paid.</param>
public sealed record CreateOperatorDirectedAvsRewardsSubmission(
    Address Sender, Address Avs, IReadOnlyList<DirectedSubmission> Submissions) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.Submissions.CreateDirectedForAvs(Sender, Avs, Submissions);
}

/// <summary>Pays operators of a set what its service assigns to each.</summary>
/// <param name="Sender">The service, or who may act for it.</param>
/// <param name="Set">The set.</param>
/// <param name="Submissions">What is paid.</param>
public sealed record CreateOperatorDirectedSetRewardsSubmission(
    Address Sender, OperatorSet Set, IReadOnlyList<DirectedSubmission> Submissions) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.Submissions.CreateDirectedForSet(Sender, Set, Submissions);
}

/// <summary>Pays a set by slashable stake.</summary>
/// <param name="Sender">The service, or who may act for it.</param>
/// <param name="Set">The set.</param>
/// <param name="Submissions">What is paid.</param>
public sealed record CreateUniqueStakeRewardsSubmission(
    Address Sender, OperatorSet Set, IReadOnlyList<Submission> Submissions) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.Submissions.CreateForSet(Sender, Set, isUnique: true, Submissions);
}

/// <summary>Pays a set by delegated stake.</summary>
/// <param name="Sender">The service, or who may act for it.</param>
/// <param name="Set">The set.</param>
/// <param name="Submissions">What is paid.</param>
public sealed record CreateTotalStakeRewardsSubmission(
    Address Sender, OperatorSet Set, IReadOnlyList<Submission> Submissions) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.Submissions.CreateForSet(Sender, Set, isUnique: false, Submissions);
}

/// <summary>Takes earnings out.</summary>
/// <param name="Sender">The claimer of the earners.</param>
/// <param name="Claims">The claims, all or none.</param>
/// <param name="Recipient">To whom it is paid.</param>
public sealed record ProcessClaims(Address Sender, IReadOnlyList<RewardsClaim> Claims, Address Recipient)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.Claims.Process(Sender, Claims, Recipient);
}

/// <summary>Says who claims for the sender.</summary>
/// <param name="Sender">The earner.</param>
/// <param name="Claimer">Who claims; zero for itself.</param>
public sealed record SetClaimer(Address Sender, Address Claimer) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.Claims.SetClaimer(Sender, Claimer);
}

/// <summary>Says who claims for an operator or a service.</summary>
/// <param name="Sender">Who may act for the earner.</param>
/// <param name="Earner">For whom.</param>
/// <param name="Claimer">Who claims; zero for itself.</param>
public sealed record SetClaimerFor(Address Sender, Address Earner, Address Claimer) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.Claims.SetClaimerFor(Sender, Earner, Claimer);
}

/// <summary>Submits a root of earnings.</summary>
/// <param name="Sender">The updater.</param>
/// <param name="Root">The root.</param>
/// <param name="CalculatedTo">Up to when it counts, in seconds since the Unix epoch.</param>
public sealed record SubmitRoot(Address Sender, Hash32 Root, uint CalculatedTo) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.Roots.Submit(Sender, Root, CalculatedTo);
}

/// <summary>Takes back a root that cannot be claimed against yet.</summary>
/// <param name="Sender">The updater.</param>
/// <param name="Index">Which root.</param>
public sealed record DisableRoot(Address Sender, uint Index) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Rewards.Roots.Disable(Sender, Index);
}

/// <summary>Sets what an operator keeps of a service's rewards.</summary>
/// <param name="Sender">The operator, or who may act for it.</param>
/// <param name="Operator">Which one.</param>
/// <param name="Avs">The service.</param>
/// <param name="SplitBps">What it keeps, up to 10,000.</param>
public sealed record SetOperatorAvsSplit(Address Sender, Address Operator, Address Avs, ushort SplitBps)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.Splits.SetAvs(Sender, Operator, Avs, SplitBps);
}

/// <summary>Sets what an operator keeps of programmatic incentives.</summary>
/// <param name="Sender">The operator, or who may act for it.</param>
/// <param name="Operator">Which one.</param>
/// <param name="SplitBps">What it keeps, up to 10,000.</param>
public sealed record SetOperatorPISplit(Address Sender, Address Operator, ushort SplitBps) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.Splits.SetProgrammatic(Sender, Operator, SplitBps);
}

/// <summary>Sets what an operator keeps of a set's rewards.</summary>
/// <param name="Sender">The operator, or who may act for it.</param>
/// <param name="Operator">Which one.</param>
/// <param name="Set">The set.</param>
/// <param name="SplitBps">What it keeps, up to 10,000.</param>
public sealed record SetOperatorSetSplit(Address Sender, Address Operator, OperatorSet Set, ushort SplitBps)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.Splits.SetSet(Sender, Operator, Set, SplitBps);
}

/// <summary>Says whether an account pays the protocol fee on what it submits.</summary>
/// <param name="Sender">The account, or who may act for it.</param>
/// <param name="Submitter">Which account.</param>
/// <param name="IsOptedIn">Whether it pays.</param>
public sealed record SetOptInForProtocolFee(Address Sender, Address Submitter, bool IsOptedIn)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.SetOptIn(Sender, Submitter, IsOptedIn);
}

/// <summary>Says whether an account may pay rewards to everyone.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Submitter">Which account.</param>
/// <param name="IsAllowed">Whether it may.</param>
public sealed record SetRewardsForAllSubmitter(Address Sender, Address Submitter, bool IsAllowed)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.SetForAllSubmitter(Sender, Submitter, IsAllowed);
}

/// <summary>Sets how long new roots and splits wait.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="DelaySeconds">How long.</param>
public sealed record SetActivationDelay(Address Sender, uint DelaySeconds) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.SetActivationDelay(Sender, DelaySeconds);
}

/// <summary>Sets what operators keep that have set nothing.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="SplitBps">What they keep, up to 10,000.</param>
public sealed record SetDefaultOperatorSplit(Address Sender, ushort SplitBps) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.SetDefaultSplit(Sender, SplitBps);
}

/// <summary>Sets who gets the protocol fee.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Recipient">Who.</param>
public sealed record SetFeeRecipient(Address Sender, Address Recipient) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Rewards.SetFeeRecipient(Sender, Recipient);
}

/// <summary>Sets who submits roots.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Updater">Who.</param>
public sealed record SetRewardsUpdater(Address Sender, Address Updater) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Rewards.SetUpdater(Sender, Updater);
}
