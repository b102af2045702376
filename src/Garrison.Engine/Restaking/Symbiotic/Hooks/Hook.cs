using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.Hooks;

/// <summary>What a hook does to the weights of an operator that was slashed.</summary>
public enum HookKind : byte
{
    /// <summary>There is no hook.</summary>
    None = 0,

    /// <summary>Takes the slash off the network's limit, and the operator's part off its shares.</summary>
    NetworkRestakeDecrease,

    /// <summary>Takes the operator's part off its shares, so that the others share in its place.</summary>
    NetworkRestakeRedistribute,

    /// <summary>Takes all shares of an operator that is slashed too often.</summary>
    NetworkRestakeReset,

    /// <summary>Takes the slash off the network's limit and off the operator's.</summary>
    FullRestakeDecrease,

    /// <summary>Takes the whole limit of an operator that is slashed too often.</summary>
    FullRestakeReset,

    /// <summary>Takes the slash off the network's limit.</summary>
    OperatorSpecificDecrease,

    /// <summary>Takes the whole limit of a network that slashes too often.</summary>
    OperatorSpecificReset,
}

/// <summary>A contract that delegators tell of slashes.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="PeriodSeconds">Within how long slashes are too many, below 2⁴⁸; for a reset only.</param>
/// <param name="SlashCount">How many slashes are too many, at least 1; for a reset only.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct Hook(HookKind Kind, ulong PeriodSeconds, ulong SlashCount)
{
    /// <summary>Whether it resets, so that it counts slashes.</summary>
    internal bool IsReset => Kind is HookKind.NetworkRestakeReset
        or HookKind.FullRestakeReset
        or HookKind.OperatorSpecificReset;

    /// <summary>The one kind of delegator that it answers to.</summary>
    internal DelegatorKind DelegatorKind => Kind switch
    {
        HookKind.FullRestakeDecrease or HookKind.FullRestakeReset => DelegatorKind.FullRestake,
        HookKind.OperatorSpecificDecrease or HookKind.OperatorSpecificReset =>
            DelegatorKind.OperatorSpecific,
        _ => DelegatorKind.NetworkRestake,
    };
}

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct HookedOperator(Address Hook, VaultOperator Operator);
