using System.Text.Json.Serialization;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>An operator has another approver.</summary>
/// <param name="Contract">The DelegationManager.</param>
/// <param name="Operator">Whose.</param>
/// <param name="NewDelegationApprover">Who signs now; zero for nobody.</param>
public sealed record DelegationApproverUpdated(
    Address Contract, Address Operator, Address NewDelegationApprover) : Event(Contract);

/// <summary>An operator registered.</summary>
/// <param name="Contract">The DelegationManager.</param>
/// <param name="Operator">Who.</param>
/// <param name="DelegationApprover">Who signs delegations to it; zero for nobody.</param>
public sealed record OperatorRegistered(Address Contract, Address Operator, Address DelegationApprover)
    : Event(Contract);

/// <summary>An operator says where it describes itself.</summary>
/// <param name="Contract">The DelegationManager.</param>
/// <param name="Operator">Who.</param>
/// <param name="MetadataUri">Where.</param>
public sealed record OperatorMetadataUriUpdated(
    Address Contract, Address Operator, [property: JsonPropertyName("metadataURI")] string MetadataUri)
    : Event(Contract);

/// <summary>A staker delegated.</summary>
/// <param name="Contract">The DelegationManager.</param>
/// <param name="Staker">Who.</param>
/// <param name="Operator">To whom.</param>
public sealed record StakerDelegated(Address Contract, Address Staker, Address Operator) : Event(Contract);

/// <summary>A delegation ended.</summary>
/// <param name="Contract">The DelegationManager.</param>
/// <param name="Staker">Whose.</param>
/// <param name="Operator">To whom it was.</param>
public sealed record StakerUndelegated(Address Contract, Address Staker, Address Operator) : Event(Contract);

/// <summary>A delegation was ended by another than the staker.</summary>
/// <param name="Contract">The DelegationManager.</param>
/// <param name="Staker">Whose.</param>
/// <param name="Operator">To whom it was.</param>
public sealed record StakerForceUndelegated(Address Contract, Address Staker, Address Operator)
    : Event(Contract);

/// <summary>The scaling factor of a staker moved.</summary>
/// <param name="Contract">The DelegationManager.</param>
/// <param name="Staker">Whose.</param>
/// <param name="Strategy">In what.</param>
/// <param name="NewDepositScalingFactor">Now, in 10⁻¹⁸.</param>
public sealed record DepositScalingFactorUpdated(
    Address Contract, Address Staker, Address Strategy, UInt256 NewDepositScalingFactor) : Event(Contract);

/// <summary>An operator stands for more shares.</summary>
/// <param name="Contract">The DelegationManager.</param>
/// <param name="Operator">Who.</param>
/// <param name="Staker">Whose shares.</param>
/// <param name="Strategy">Of what.</param>
/// <param name="Shares">How many.</param>
public sealed record OperatorSharesIncreased(
    Address Contract, Address Operator, Address Staker, Address Strategy, UInt256 Shares) : Event(Contract);

/// <summary>An operator stands for fewer shares.</summary>
/// <param name="Contract">The DelegationManager.</param>
/// <param name="Operator">Who.</param>
/// <param name="Staker">Whose shares; zero for a slash, which is everyone's.</param>
/// <param name="Strategy">Of what.</param>
/// <param name="Shares">How many.</param>
public sealed record OperatorSharesDecreased(
    Address Contract, Address Operator, Address Staker, Address Strategy, UInt256 Shares) : Event(Contract);

/// <summary>A slash took shares of an operator, in stake and in queue.</summary>
/// <param name="Contract">The DelegationManager.</param>
/// <param name="Operator">Whose.</param>
/// <param name="Strategy">Of what.</param>
/// <param name="TotalSlashedShares">How many; may be 0.</param>
public sealed record OperatorSharesSlashed(
    Address Contract, Address Operator, Address Strategy, UInt256 TotalSlashedShares) : Event(Contract);

/// <summary>A withdrawal was queued.</summary>
/// <param name="Contract">The DelegationManager.</param>
/// <param name="Withdrawal">The record.</param>
/// <param name="SharesToWithdraw">What could be withdrawn of each strategy at that moment.</param>
public sealed record SlashingWithdrawalQueued(
    Address Contract, Withdrawal Withdrawal, IReadOnlyList<UInt256> SharesToWithdraw) : Event(Contract)
{
    /// <summary>The name of the withdrawal on chain, computed when it is asked for.</summary>
    [JsonPropertyOrder(-1)]
    public Hash32 WithdrawalRoot => Withdrawal.Root();
}

/// <summary>A withdrawal left the queue.</summary>
/// <param name="Contract">The DelegationManager.</param>
/// <param name="Withdrawal">The record.</param>
public sealed record SlashingWithdrawalCompleted(
    Address Contract, [property: JsonIgnore] Withdrawal Withdrawal) : Event(Contract)
{
    /// <summary>The name of the withdrawal on chain, computed when it is asked for.</summary>
    public Hash32 WithdrawalRoot => Withdrawal.Root();
}
