using Garrison.Primitives;

namespace Garrison.Engine.Staking;

/// <summary>Starts a base layer with validators that are there already.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Parameters">The fork whose numbers hold.</param>
/// <param name="Epoch">The epoch it starts in; the two before are final.</param>
/// <param name="Cohorts">The validators, in the order of their indices.</param>
public sealed record StartStaking(
    Address Sender, StakingParameters Parameters, ulong Epoch, IReadOnlyList<Cohort> Cohorts)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Staking.Start(Parameters, Epoch, Cohorts);
}

/// <summary>Lets epochs pass.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Epochs">How many.</param>
public sealed record AdvanceEpochs(Address Sender, ulong Epochs) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Staking.Advance(Epochs);
}

/// <summary>Says which attestations validators make in time from now on.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="First">The index of the first.</param>
/// <param name="Count">How many.</param>
/// <param name="Duties">Which attestations.</param>
public sealed record SetDuties(Address Sender, ulong First, ulong Count, Duties Duties) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Staking.SetDuties(First, Count, Duties);
}

/// <summary>Deposits for new validators.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Count">How many.</param>
/// <param name="AmountGwei">For each, at least 1 ether.</param>
/// <param name="Credentials">Where their withdrawals go.</param>
public sealed record DepositValidators(Address Sender, ulong Count, ulong AmountGwei, Credentials Credentials)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Staking.Deposits.Deposit(Count, AmountGwei, Credentials);
}

/// <summary>Deposits to a validator that is there.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Index">Which one.</param>
/// <param name="AmountGwei">How much, at least 1 ether.</param>
public sealed record TopUpValidator(Address Sender, ulong Index, ulong AmountGwei) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Staking.Deposits.TopUp(Index, AmountGwei);
}

/// <summary>Asks for the exit of validators, by their own keys.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="First">The index of the first.</param>
/// <param name="Count">How many.</param>
public sealed record ExitValidators(Address Sender, ulong First, ulong Count) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Staking.Exits.Request(First, Count);
}

/// <summary>Asks for a part of a validator's balance, from the address its withdrawals go to.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Index">Which one.</param>
/// <param name="AmountGwei">How much at most; 0 asks for the exit.</param>
public sealed record WithdrawFromValidator(Address Sender, ulong Index, ulong AmountGwei) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Staking.Withdrawals.Request(Index, AmountGwei);
}

/// <summary>Asks to move a validator's balance into another.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Source">Which one leaves.</param>
/// <param name="Target">Which one gets its balance.</param>
public sealed record ConsolidateValidators(Address Sender, ulong Source, ulong Target) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Staking.Consolidations.Request(Source, Target);
}

/// <summary>Turns validators into compounding ones.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="First">The index of the first.</param>
/// <param name="Count">How many.</param>
public sealed record CompoundValidators(Address Sender, ulong First, ulong Count) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Staking.Consolidations.Compound(First, Count);
}

/// <summary>Slashes validators, as a block with the proof of it does.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="First">The index of the first.</param>
/// <param name="Count">How many.</param>
/// <param name="Proposer">Who proposes the block, and is paid for the report.</param>
public sealed record SlashValidators(Address Sender, ulong First, ulong Count, ulong Proposer)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Staking.Slashings.Slash(First, Count, Proposer);
}

/// <summary>Records the sync aggregates of slots of the current epoch that are alike.</summary>
/// <remarks>A slot without a block has none: nobody is paid or charged for it.</remarks>
/// <param name="Sender">Who asks.</param>
/// <param name="Slots">How many; all of an epoch are at most 32.</param>
/// <param name="Proposer">Who proposes their blocks, and is paid for each bit that is set.</param>
/// <param name="Members">The committee in its order, at most 512 seats; who is not named is neither paid nor
/// charged.</param>
public sealed record RecordSyncAggregates(
    Address Sender, ulong Slots, ulong Proposer, IReadOnlyList<SyncMembers> Members)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Staking.BlockRewards.PaySyncAggregates(Slots, Proposer, Members);
}

/// <summary>Records the attestations of a block of the current epoch: what they pay its proposer. What votes
/// pay the voters follows from <see cref="SetDuties"/>.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Proposer">Who proposes the block.</param>
/// <param name="Attestations">At most 8, in the order of the block.</param>
public sealed record RecordAttestations(
    Address Sender, ulong Proposer, IReadOnlyList<Attestation> Attestations)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Staking.BlockRewards.PayAttestations(Proposer, Attestations);
}
