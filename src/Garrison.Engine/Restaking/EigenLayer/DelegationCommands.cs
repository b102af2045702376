using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>Who approved a delegation or a registration, as the shell recovered it from the
/// signature.</summary>
/// <param name="Signer">Who signed this very one with this salt and expiry; zero when nobody did.</param>
/// <param name="Salt">Makes the signature good once.</param>
/// <param name="Expiry">The last second at which it is good.</param>
public readonly record struct Approval(Address Signer, Hash32 Salt, ulong Expiry);

/// <summary>Makes the sender an operator, delegated to itself for good.</summary>
/// <param name="Sender">The operator.</param>
/// <param name="Approver">Who must sign delegations to it; zero for nobody.</param>
/// <param name="AllocationDelayBlocks">How long its increases wait.</param>
/// <param name="MetadataUri">Where it describes itself.</param>
public sealed record RegisterAsOperator(
    Address Sender, Address Approver, uint AllocationDelayBlocks, string MetadataUri) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Delegation.RegisterAsOperator(
        Sender, Approver, AllocationDelayBlocks, MetadataUri);
}

/// <summary>Changes who must sign delegations to an operator.</summary>
/// <param name="Sender">The operator, or who may act for it.</param>
/// <param name="Operator">Which one.</param>
/// <param name="Approver">Who must sign; zero for nobody.</param>
public sealed record ModifyOperatorDetails(Address Sender, Address Operator, Address Approver)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Delegation.ModifyDetails(Sender, Operator, Approver);
}

/// <summary>Changes where an operator describes itself.</summary>
/// <param name="Sender">The operator, or who may act for it.</param>
/// <param name="Operator">Which one.</param>
/// <param name="MetadataUri">Where.</param>
public sealed record UpdateOperatorMetadata(Address Sender, Address Operator, string MetadataUri)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Delegation.UpdateMetadata(Sender, Operator, MetadataUri);
}

/// <summary>Delegates all that the sender has and will deposit to an operator.</summary>
/// <param name="Sender">The staker.</param>
/// <param name="Operator">To whom.</param>
/// <param name="Approval">The signature of the operator's approver, if it has one.</param>
public sealed record DelegateTo(Address Sender, Address Operator, Approval Approval) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Delegation.DelegateTo(Sender, Operator, Approval);
}

/// <summary>Ends a delegation and queues all that the staker has.</summary>
/// <param name="Sender">The staker, its operator, or who may act for that.</param>
/// <param name="Staker">Whose delegation ends.</param>
public sealed record Undelegate(Address Sender, Address Staker) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Delegation.Undelegate(Sender, Staker);
}

/// <summary>Ends a delegation, queues all that the sender has, and delegates anew.</summary>
/// <param name="Sender">The staker.</param>
/// <param name="Operator">To whom.</param>
/// <param name="Approval">The signature of the new operator's approver, if it has one.</param>
public sealed record Redelegate(Address Sender, Address Operator, Approval Approval) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Delegation.Redelegate(Sender, Operator, Approval);
}

/// <summary>Deposit shares that go into one withdrawal.</summary>
/// <param name="Strategies">Of what.</param>
/// <param name="DepositShares">How many of each.</param>
public sealed record QueuedShares(IReadOnlyList<Address> Strategies, IReadOnlyList<UInt256> DepositShares);

/// <summary>Queues withdrawals of the sender.</summary>
/// <param name="Sender">The staker.</param>
/// <param name="Requests">One withdrawal each.</param>
public sealed record QueueWithdrawals(Address Sender, IReadOnlyList<QueuedShares> Requests) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Withdrawals.Queue(Sender, Requests);
}

/// <summary>How a withdrawal is taken out of the queue.</summary>
/// <param name="Withdrawal">Which one, in full.</param>
/// <param name="Tokens">The token of each strategy.</param>
/// <param name="ReceiveAsTokens">Whether to be paid, or to get the shares back.</param>
public sealed record Completion(Withdrawal Withdrawal, IReadOnlyList<Address> Tokens, bool ReceiveAsTokens);

/// <summary>Takes a withdrawal out of the queue.</summary>
/// <param name="Sender">The withdrawer.</param>
/// <param name="Completion">Which one, and how.</param>
public sealed record CompleteQueuedWithdrawal(Address Sender, Completion Completion) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Withdrawals.Complete(
        Sender, Completion.Withdrawal, Completion.Tokens, Completion.ReceiveAsTokens);
}

/// <summary>Takes withdrawals out of the queue, all or none.</summary>
/// <param name="Sender">The withdrawer of all.</param>
/// <param name="Completions">Which ones, and how.</param>
public sealed record CompleteQueuedWithdrawals(Address Sender, IReadOnlyList<Completion> Completions)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Withdrawals.CompleteAll(Sender, Completions);
}
