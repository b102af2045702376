namespace Garrison.Tests;

/// <summary>A stream of numbers that its seed determines: SplitMix64.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Any 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E37_79B9_7F4A_7C15;
            ulong z = _state;
            z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
            z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>From 0 to below a count.</summary>
    public int Below(int count) => (int)(Next() % (uint)count);

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int count) => Below(count) == 0;

    /// <summary>One of the items.</summary>
    public T Of<T>(params ReadOnlySpan<T> items) => items[Below(items.Length)];
}
