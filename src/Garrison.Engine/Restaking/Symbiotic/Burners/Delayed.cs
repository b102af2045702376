using System.Runtime.InteropServices;

namespace Garrison.Engine.Restaking.Symbiotic.Burners;

/// <summary>A value that changes a while after it was asked to, once someone accepts the change.</summary>
/// <param name="Value">What counts.</param>
/// <param name="Pending">What it is to become.</param>
/// <param name="FromSecond">The first second at which that can be accepted; 0 when nothing is
/// pending.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct Delayed<TValue>(TValue Value, TValue Pending, ulong FromSecond)
    where TValue : unmanaged, IEquatable<TValue>
{
    /// <summary>A value that nothing is to change.</summary>
    internal static Delayed<TValue> Of(TValue value) => new(value, default, 0);

    /// <summary>Whether a change can be accepted.</summary>
    internal bool IsDue(ulong now) => FromSecond != 0 && FromSecond <= now;

    /// <summary>The same with the change made.</summary>
    internal Delayed<TValue> Accepted => Of(Pending);

    /// <summary>The same with the change made, if it is due.</summary>
    internal Delayed<TValue> Settled(ulong now) => IsDue(now) ? Accepted : this;

    /// <summary>The same with another change asked for, in the place of one that waits; null when it is the
    /// value that counts and nothing waits. To ask for that value takes the waiting change back.</summary>
    internal Delayed<TValue>? Changed(TValue value, ulong now, ulong delaySeconds)
    {
        Delayed<TValue> settled = Settled(now);
        if (value.Equals(settled.Value)) return settled.FromSecond == 0 ? null : Of(value);

        return settled with { Pending = value, FromSecond = Uint48.Add(now, delaySeconds) };
    }
}
