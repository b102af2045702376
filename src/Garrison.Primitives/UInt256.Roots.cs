namespace Garrison.Primitives;

public readonly partial struct UInt256
{
    /// <summary>⌊√this⌋: the largest r with r² ≤ this.</summary>
    /// <remarks>Newton's iteration from above, which falls until it is there.</remarks>
    public UInt256 SqrtDown()
    {
        if (IsZero) return Zero;

        UInt256 root = One << ((BitLength + 1) / 2);
        while (true)
        {
            UInt256 next = (root.SaturatingAdd(DivDown(root))) >> 1;
            if (next >= root) return root;

            root = next;
        }
    }

    /// <summary>⌈√this⌉: the smallest r with r² ≥ this.</summary>
    public UInt256 SqrtUp()
    {
        UInt256 root = SqrtDown();
        return root.WrappingMul(root) == this ? root : root + One;
    }
}
