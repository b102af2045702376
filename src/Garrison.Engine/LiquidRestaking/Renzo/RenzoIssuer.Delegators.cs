using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Renzo;

public sealed partial class RenzoIssuer
{
    /// <summary>Adds a delegator, which has to know its operator.</summary>
    internal Refusal? AddDelegator(Address sender, Address delegator, UInt256 allocationBps)
    {
        if (RefuseOthersThanAdmin(sender) is { } refusal) return refusal;
        if (_delegators.Contains(default, delegator)) return RenzoRefusals.AlreadyAdded;
        if (_delegator.Read(delegator).Operator.IsZero) return RenzoRefusals.OperatorDelegatorNotDelegated;
        if (allocationBps > Bps.Scale) return RenzoRefusals.OverMaxBasisPoints;

        _ = _delegators.Add(default, delegator);
        _store.Emit(new RenzoDelegatorAdded(RestakeManager, delegator));
        Allocate(delegator, allocationBps);
        return null;
    }

    internal Refusal? SetAllocation(Address sender, Address delegator, UInt256 allocationBps)
    {
        if (RefuseOthersThanAdmin(sender) is { } refusal) return refusal;
        if (delegator.IsZero) return RenzoRefusals.InvalidZeroInput;
        if (allocationBps > Bps.Scale) return RenzoRefusals.OverMaxBasisPoints;
        if (!_delegators.Contains(default, delegator)) return RenzoRefusals.NotFound;

        Allocate(delegator, allocationBps);
        return null;
    }

    /// <summary>Says whom a delegator means to be delegated to, and where that is asked.</summary>
    internal Refusal? SetOperator(Address delegator, Address @operator, bool isOnEigenLayer)
    {
        _delegator[delegator] = _delegator[delegator] with
        {
            Operator = @operator,
            IsOnEigenLayer = isOnEigenLayer,
        };
        return null;
    }

    /// <summary>An outside fact: whom a delegator is delegated to.</summary>
    internal Refusal? PostDelegation(Address delegator, Address @operator)
    {
        _delegator[delegator] = _delegator[delegator] with { PostedOperator = @operator };
        return null;
    }

    /// <summary>An outside fact: how much ether of a delegator's validators no proof showed yet.</summary>
    internal Refusal? SetUnverified(Address delegator, UInt256 ether)
    {
        _delegator[delegator] = _delegator[delegator] with { Unverified = ether };
        return null;
    }

    private void Allocate(Address delegator, UInt256 allocationBps)
    {
        _delegator[delegator] = _delegator[delegator] with { AllocationBps = allocationBps };
        _store.Emit(new RenzoAllocationUpdated(RestakeManager, delegator, allocationBps));
    }
}
