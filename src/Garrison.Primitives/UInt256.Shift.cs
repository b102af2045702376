namespace Garrison.Primitives;

public readonly partial struct UInt256
{
    /// <summary>⌊<paramref name="x"/> · <paramref name="y"/> / 2^<paramref name="count"/>⌋, with the product
    /// taken in full, 512 bits wide.</summary>
    /// <exception cref="OverflowException">The quotient does not fit in 256 bits.</exception>
    public static UInt256 MulShiftDown(in UInt256 x, in UInt256 y, int count) =>
        Shift(Multiply(in x, in y), count);

    /// <summary>⌈<paramref name="x"/> · <paramref name="y"/> / 2^<paramref name="count"/>⌉, with the product
    /// taken in full, 512 bits wide.</summary>
    /// <exception cref="OverflowException">The quotient does not fit in 256 bits.</exception>
    public static UInt256 MulShiftUp(in UInt256 x, in UInt256 y, int count)
    {
        Product product = Multiply(in x, in y);
        UInt256 down = Shift(in product, count);
        return product.Low.TrailingZeroCount() < count ? down + One : down;
    }

    private static UInt256 Shift(in Product product, int count)
    {
        if (count == 128 && product.High.IsZero) return product.Low.High;

        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 256);
        return product.High.FitsIn(count)
            ? (product.High << (256 - count)) | (product.Low >> count)
            : throw new OverflowException("The quotient needs more than 256 bits.");
    }
}
