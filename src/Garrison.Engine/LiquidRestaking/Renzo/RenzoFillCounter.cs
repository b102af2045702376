using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Renzo;

/// <summary>A queue that is filled in order by two counters that only rise: each request waits until as much
/// was filled as was asked for up to it.</summary>
/// <remarks>
/// The one whom an inflow does not cover keeps what it brought, so it is filled in parts; those behind it
/// wait. Source: <c>WithdrawQueue.sol</c>, <c>queuedWithdrawToFill</c> and <c>queuedWithdrawFilled</c>.
/// </remarks>
/// <param name="ToFill">All that was ever asked for by requests that had to wait.</param>
/// <param name="Filled">All that was ever set aside for them.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct RenzoFillCounter(UInt256 ToFill, UInt256 Filled)
{
    /// <summary>What is still to be filled.</summary>
    public UInt256 Deficit => ToFill.SaturatingSub(Filled);

    /// <summary>A request joins, with what there is to spare; it is filled at the new
    /// <see cref="ToFill"/>.</summary>
    public RenzoFillCounter Join(UInt256 amount, UInt256 spare) => new(ToFill + amount, Filled + spare);

    /// <summary>An inflow goes to those who wait, up to what they lack.</summary>
    public RenzoFillCounter Fill(UInt256 inflow, out UInt256 filled)
    {
        filled = UInt256.Min(inflow, Deficit);
        return this with { Filled = Filled + filled };
    }

    /// <summary>Whether a request is filled, by the number it joined at.</summary>
    public bool Reached(UInt256 fillAt) => fillAt <= Filled;
}
