using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ComposableStable;

/// <summary>A calculation of Balancer's stable pools, which may be refused on the way.</summary>
/// <remarks>
/// The contracts name the arithmetic that fails. The first failure stays in <see cref="Refusal"/>, and all
/// that is computed after it is void: whoever uses a result looks at the refusal first. Source:
/// <c>StableMath.sol</c>, <c>FixedPoint.sol</c>, <c>Math.sol</c>.
/// </remarks>
public ref partial struct StableMath
{
    /// <summary>The scale of ratios, fees and rates: 10¹⁸ is 1.</summary>
    public static UInt256 One => Wad.Scale;

    /// <summary>Why the calculation failed; null while it did not.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>a + b; refused above 256 bits.</summary>
    public UInt256 Add(UInt256 a, UInt256 b)
    {
        UInt256 sum = a.WrappingAdd(b);
        return sum < a ? Fail(ComposableStableRefusals.AddOverflow) : sum;
    }

    /// <summary>a − b; refused below 0.</summary>
    public UInt256 Subtract(UInt256 a, UInt256 b) =>
        b > a ? Fail(ComposableStableRefusals.SubOverflow) : a.WrappingSub(b);

    /// <summary>a · b; refused above 256 bits.</summary>
    public UInt256 Multiply(UInt256 a, UInt256 b) =>
        UInt256.TryMultiply(in a, in b, out UInt256 product)
            ? product
            : Fail(ComposableStableRefusals.MulOverflow);

    /// <summary>⌊a / b⌋; refused for b = 0.</summary>
    public UInt256 DivideDown(UInt256 a, UInt256 b) =>
        b.IsZero ? Fail(ComposableStableRefusals.ZeroDivision) : a.DivDown(b);

    /// <summary>⌈a / b⌉; refused for b = 0.</summary>
    public UInt256 DivideUp(UInt256 a, UInt256 b) =>
        b.IsZero ? Fail(ComposableStableRefusals.ZeroDivision) : a.DivUp(b);

    /// <summary>⌊a · ratio⌋ for a ratio in 10⁻¹⁸; refused when a · ratio is above 256 bits.</summary>
    public UInt256 ScaleDown(UInt256 a, UInt256 ratio) => Multiply(a, ratio).DivDown(One);

    /// <summary>⌈a · ratio⌉ for a ratio in 10⁻¹⁸; refused when a · ratio is above 256 bits.</summary>
    public UInt256 ScaleUp(UInt256 a, UInt256 ratio) => Multiply(a, ratio).DivUp(One);

    /// <summary>⌊a / b⌋ in 10⁻¹⁸; refused for b = 0, and when a · 10¹⁸ is above 256 bits.</summary>
    public UInt256 RatioDown(UInt256 a, UInt256 b) =>
        b.IsZero ? Fail(ComposableStableRefusals.ZeroDivision) : Inflate(a).DivDown(b);

    /// <summary>⌈a / b⌉ in 10⁻¹⁸; refused for b = 0, and when a · 10¹⁸ is above 256 bits.</summary>
    public UInt256 RatioUp(UInt256 a, UInt256 b) =>
        b.IsZero ? Fail(ComposableStableRefusals.ZeroDivision) : Inflate(a).DivUp(b);

    /// <summary>1 − ratio in 10⁻¹⁸, and 0 for a ratio above 1.</summary>
    public static UInt256 Complement(UInt256 ratio) => One.SaturatingSub(ratio);

    /// <summary>Keeps a refusal, unless there was one before.</summary>
    /// <returns>0, which is void.</returns>
    public UInt256 Fail(Refusal refusal)
    {
        Refusal ??= refusal;
        return UInt256.Zero;
    }

    private UInt256 Inflate(UInt256 a) =>
        UInt256.TryMultiply(in a, One, out UInt256 product)
            ? product
            : Fail(ComposableStableRefusals.DivInternal);

    private UInt256 Sum(scoped ReadOnlySpan<UInt256> values)
    {
        UInt256 sum = UInt256.Zero;
        foreach (UInt256 value in values)
        {
            sum = Add(sum, value);
        }

        return sum;
    }
}
