using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <summary>Rewards that lie in the pool already and join the rate evenly over a window.</summary>
/// <remarks>Source: <c>PufferRevenueDepositor.sol</c>.</remarks>
/// <param name="Amount">What was paid in last.</param>
/// <param name="Since">The second at which it was.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct LinearDrip(UInt256 Amount, ulong Since)
{
    /// <summary>What does not count yet, ⌈amount · seconds left / window⌉, rounded up against the rate;
    /// nothing without a window.</summary>
    public UInt256 PendingUp(ulong now, ulong windowSeconds)
    {
        ulong passed = now - Since;
        return passed >= windowSeconds
            ? UInt256.Zero
            : UInt256.MulDivUp(Amount, windowSeconds - passed, windowSeconds);
    }
}
