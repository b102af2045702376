using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>The pause bits of every contract; bit i of a contract's mask stops its functions of kind
/// i.</summary>
/// <remarks>Source: <c>Pausable.sol</c>.</remarks>
public sealed class Pausing
{
    /// <summary>StrategyManager: deposits.</summary>
    internal const int Deposits = 0;

    /// <summary>StrategyManager from 1.13.0: burning and redistribution.</summary>
    internal const int Clearing = 1;

    /// <summary>A strategy: deposits into it.</summary>
    internal const int StrategyDeposits = 0;

    /// <summary>A strategy: withdrawals from it.</summary>
    internal const int StrategyWithdrawals = 1;

    /// <summary>StrategyFactory: new strategies.</summary>
    internal const int NewStrategies = 0;

    /// <summary>DelegationManager: new delegations.</summary>
    internal const int NewDelegation = 0;

    /// <summary>DelegationManager: entering the withdrawal queue.</summary>
    internal const int EnterQueue = 1;

    /// <summary>DelegationManager: leaving the withdrawal queue.</summary>
    internal const int ExitQueue = 2;

    /// <summary>AllocationManager: changing allocations and clearing deallocations.</summary>
    internal const int ModifyAllocations = 0;

    /// <summary>AllocationManager: slashing.</summary>
    internal const int OperatorSlashing = 1;

    /// <summary>AllocationManager: joining and leaving sets.</summary>
    internal const int SetRegistration = 2;

    /// <summary>EigenPodManager: new pods.</summary>
    internal const int NewPods = 0;

    private readonly Store _store;
    private readonly EigenLayerCore _core;
    private readonly Table<Address, UInt256> _mask;

    internal Pausing(Store store, EigenLayerCore core)
    {
        _store = store;
        _core = core;
        _mask = store.Table<Address, UInt256>();
    }

    /// <summary>The pause bits of a contract or strategy.</summary>
    public UInt256 Mask(Address contract) => _mask[contract];

    internal bool IsPaused(Address contract, int bit)
    {
        UInt256 mask = _mask[contract];
        return !mask.IsZero && !((mask >> bit) & UInt256.One).IsZero;
    }

    internal Refusal? Pause(Address sender, Address contract, UInt256 mask)
    {
        if (sender != _core.Governance.Pauser) return Refusals.OnlyPauser;
        if ((_mask[contract] & mask) != _mask[contract]) return Refusals.InvalidNewPausedStatus;

        return Set(sender, contract, mask);
    }

    internal Refusal? PauseAll(Address sender, Address contract)
    {
        if (sender != _core.Governance.Pauser) return Refusals.OnlyPauser;

        return Set(sender, contract, UInt256.MaxValue);
    }

    internal Refusal? Unpause(Address sender, Address contract, UInt256 mask)
    {
        if (sender != _core.Governance.Unpauser) return Refusals.OnlyUnpauser;
        if ((_mask[contract] & mask) != mask) return Refusals.InvalidNewPausedStatus;

        _mask[contract] = mask;
        _store.Emit(new Unpaused(contract, sender, mask));
        return null;
    }

    private Refusal? Set(Address sender, Address contract, UInt256 mask)
    {
        _mask[contract] = mask;
        _store.Emit(new Paused(contract, sender, mask));
        return null;
    }
}

/// <summary>Sets pause bits of a contract; none may be cleared by it.</summary>
/// <param name="Sender">The pauser.</param>
/// <param name="Contract">The contract or strategy.</param>
/// <param name="Mask">The new bits, with all that are set already.</param>
public sealed record Pause(Address Sender, Address Contract, UInt256 Mask) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Pausing.Pause(Sender, Contract, Mask);
}

/// <summary>Sets all pause bits of a contract.</summary>
/// <param name="Sender">The pauser.</param>
/// <param name="Contract">The contract or strategy.</param>
public sealed record PauseAll(Address Sender, Address Contract) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Pausing.PauseAll(Sender, Contract);
}

/// <summary>Clears pause bits of a contract; none may be set by it.</summary>
/// <param name="Sender">The unpauser.</param>
/// <param name="Contract">The contract or strategy.</param>
/// <param name="Mask">The bits that stay set.</param>
public sealed record Unpause(Address Sender, Address Contract, UInt256 Mask) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Pausing.Unpause(Sender, Contract, Mask);
}

/// <summary>Functions of a contract were stopped.</summary>
/// <param name="Contract">Whose.</param>
/// <param name="Account">Who did it.</param>
/// <param name="NewPausedStatus">The bits now.</param>
public sealed record Paused(Address Contract, Address Account, UInt256 NewPausedStatus) : Event(Contract);

/// <summary>Functions of a contract were released.</summary>
/// <param name="Contract">Whose.</param>
/// <param name="Account">Who did it.</param>
/// <param name="NewPausedStatus">The bits now.</param>
public sealed record Unpaused(Address Contract, Address Account, UInt256 NewPausedStatus) : Event(Contract);
