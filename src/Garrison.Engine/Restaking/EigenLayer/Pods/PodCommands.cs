using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Pods;

/// <summary>Adds validators to a pod, by proofs of their credentials.</summary>
/// <param name="Sender">The owner or its proof submitter.</param>
/// <param name="Owner">Of the pod.</param>
/// <param name="BeaconSeconds">The time of the beacon state, in seconds since the Unix epoch.</param>
/// <param name="Proof">The state's proof.</param>
/// <param name="Validators">What is proved of them.</param>
/// <param name="HasEqualLengths">Whether there are as many indices, proofs and validators.</param>
public sealed record VerifyWithdrawalCredentials(
    Address Sender,
    Address Owner,
    ulong BeaconSeconds,
    BeaconProof Proof,
    IReadOnlyList<ValidatorFacts> Validators,
    bool HasEqualLengths) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.EigenPods.VerifyCredentials(this);
}

/// <summary>Begins to count what a pod has.</summary>
/// <param name="Sender">The owner or its proof submitter.</param>
/// <param name="Owner">Of the pod.</param>
/// <param name="RevertIfNoBalance">Whether to refuse when the pod holds no new ether.</param>
/// <param name="BlockRoot">The root that the chain keeps for now; zero for none.</param>
public sealed record StartCheckpoint(
    Address Sender, Address Owner, bool RevertIfNoBalance, Hash32 BlockRoot)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.EigenPods.StartCheckpoint(
            Sender, Owner, RevertIfNoBalance, BlockRoot);
}

/// <summary>Proves balances in the open checkpoint; the last one finishes it.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Owner">Of the pod.</param>
/// <param name="Proof">The proof of the balances' container.</param>
/// <param name="Balances">What is proved.</param>
public sealed record VerifyCheckpointProofs(
    Address Sender, Address Owner, BeaconProof Proof, IReadOnlyList<BalanceFacts> Balances)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.EigenPods.VerifyBalances(Owner, Proof, Balances);
}

/// <summary>Begins to count what a pod has, since one of its validators was slashed.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Owner">Of the pod.</param>
/// <param name="BeaconSeconds">The time of the beacon state, in seconds since the Unix epoch.</param>
/// <param name="Proof">The state's proof.</param>
/// <param name="Validator">What is proved of it.</param>
/// <param name="CurrentBlockRoot">The root that the chain keeps for now; zero for none.</param>
public sealed record VerifyStaleBalance(
    Address Sender,
    Address Owner,
    ulong BeaconSeconds,
    BeaconProof Proof,
    ValidatorFacts Validator,
    Hash32 CurrentBlockRoot) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.EigenPods.VerifyStale(this);
}

/// <summary>Lets someone else prove.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Owner">Of the pod.</param>
/// <param name="Submitter">Who may; zero for nobody.</param>
public sealed record SetProofSubmitter(Address Sender, Address Owner, Address Submitter) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.EigenPods.SetProofSubmitter(Sender, Owner, Submitter);
}

/// <summary>Sends ether to a pod, which becomes shares at the next checkpoint.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Owner">Of the pod.</param>
/// <param name="Wei">How much.</param>
public sealed record SendEtherToPod(Address Sender, Address Owner, UInt256 Wei) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.EigenPods.Receive(Sender, Owner, Wei);
}

/// <summary>Makes a validator of 32 ether whose credentials are the sender's pod.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Pod">Where the chain puts the pod if there is none yet.</param>
/// <param name="Pubkey">Its key, 48 bytes.</param>
/// <param name="Wei">What is sent.</param>
public sealed record StakeThroughManager(
    Address Sender, Address Pod, byte[] Pubkey, UInt256 Wei)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.EigenPods.Requests.Stake(this);
}

/// <summary>Asks the beacon chain to pay out validators of a pod.</summary>
/// <param name="Sender">The owner or its proof submitter.</param>
/// <param name="Owner">Of the pod.</param>
/// <param name="Wei">What is sent for the fees; the rest comes back.</param>
/// <param name="Requests">Which ones, and how much.</param>
public sealed record RequestWithdrawals(
    Address Sender, Address Owner, UInt256 Wei, IReadOnlyList<WithdrawalRequest> Requests)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.EigenPods.Requests.RequestWithdrawals(this);
}

/// <summary>Asks the beacon chain to move validators of a pod into others.</summary>
/// <param name="Sender">The owner or its proof submitter.</param>
/// <param name="Owner">Of the pod.</param>
/// <param name="Wei">What is sent for the fees; the rest comes back.</param>
/// <param name="Requests">From where to where.</param>
public sealed record RequestConsolidations(
    Address Sender, Address Owner, UInt256 Wei, IReadOnlyList<ConsolidationRequest> Requests)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.EigenPods.Requests.RequestConsolidations(this);
}

/// <summary>Says how a predeploy behaves, as a fact from outside.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Address">Which one.</param>
/// <param name="Predeploy">How it behaves.</param>
public sealed record SetPredeploy(Address Sender, Address Address, Predeploy Predeploy) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.EigenPods.Requests.SetPredeploy(Address, Predeploy);
}

/// <summary>Takes tokens out of a pod.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Owner">Of the pod.</param>
/// <param name="Tokens">Which ones.</param>
/// <param name="Amounts">How much of each.</param>
/// <param name="Recipient">To whom.</param>
public sealed record RecoverTokens(
    Address Sender,
    Address Owner,
    IReadOnlyList<Address> Tokens,
    IReadOnlyList<UInt256> Amounts,
    Address Recipient) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.EigenPods.Recover(this);
}

/// <summary>Appoints who says when Pectra came.</summary>
/// <param name="Sender">The owner of EigenLayer.</param>
/// <param name="Setter">Who.</param>
public sealed record SetProofTimestampSetter(Address Sender, Address Setter) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.EigenPods.SetForkSetter(Sender, Setter);
}

/// <summary>Says when Pectra came.</summary>
/// <param name="Sender">Who was appointed.</param>
/// <param name="Seconds">The last time before, in seconds since the Unix epoch.</param>
public sealed record SetPectraForkTimestamp(Address Sender, ulong Seconds) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.EigenPods.SetPectraFork(Sender, Seconds);
}

/// <summary>Gives an owner shares that it has from before slashing, as a fact from outside.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Owner">Of the pod.</param>
/// <param name="Shares">In wei; below 0 for a debt.</param>
public sealed record SetLegacyPodShares(Address Sender, Address Owner, Int256 Shares) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Pods.SetLegacyShares(Owner, Shares);
}

/// <summary>Takes ether out of a pod, as only the EigenPodManager may.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Owner">Of the pod.</param>
/// <param name="Wei">How much; what is below a gwei stays.</param>
public sealed record WithdrawRestakedEther(Address Sender, Address Owner, UInt256 Wei) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Pods.WithdrawFromPod(Sender, Owner, Wei);
}

/// <summary>A validator to be paid out.</summary>
/// <param name="Pubkey">Its key, 48 bytes.</param>
/// <param name="AmountGwei">How much; 0 for all, and to leave.</param>
public sealed record WithdrawalRequest(byte[] Pubkey, ulong AmountGwei);

/// <summary>A validator to be moved into another; into itself to become a compounding one.</summary>
/// <param name="Source">Its key, 48 bytes.</param>
/// <param name="Target">The key of the other, 48 bytes.</param>
public sealed record ConsolidationRequest(byte[] Source, byte[] Target);
