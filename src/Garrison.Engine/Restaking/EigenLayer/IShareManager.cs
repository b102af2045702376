using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>What the DelegationManager asks of who keeps deposit shares: tokens, or beacon chain
/// ether.</summary>
internal interface IShareManager
{
    /// <summary>The deposit shares of a staker; a legacy deficit reads as 0.</summary>
    UInt256 DepositShares(Address staker, Address strategy);

    /// <summary>Takes deposit shares from a staker that queues them.</summary>
    Refusal? RemoveShares(Address staker, Address strategy, UInt256 shares, out UInt256 remaining);

    /// <summary>Gives shares that come out of the queue back to a staker.</summary>
    Refusal? AddShares(Address staker, Address strategy, UInt256 shares, out AddedShares added);

    /// <summary>Pays shares that come out of the queue.</summary>
    Refusal? WithdrawAsTokens(Address staker, Address strategy, Address token, UInt256 shares);

    /// <summary>Records shares that a slash took; none at all is recorded too.</summary>
    Refusal? RecordSlashed(OperatorSet set, ulong slashId, Address strategy, UInt256 shares);
}

/// <summary>What a staker had, and what it was given.</summary>
/// <param name="Before">Deposit shares before.</param>
/// <param name="Added">Deposit shares added.</param>
internal readonly record struct AddedShares(UInt256 Before, UInt256 Added);
