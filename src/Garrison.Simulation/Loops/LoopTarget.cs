using Garrison.Primitives;

namespace Garrison.Simulation.Loops;

/// <summary>Where a position is to come to: in the end always a loan-to-value, at the market's
/// oracle.</summary>
/// <remarks>t = 1 − 1/L for a leverage L, collateral over equity; t = LT/h for a health factor h.</remarks>
public readonly record struct LoopTarget
{
    private readonly Kind _kind;
    private readonly Wad _value;

    private LoopTarget(Kind kind, Wad value) => (_kind, _value) = (kind, value);

    private enum Kind : byte
    {
        Ltv,
        Leverage,
        Health,
    }

    /// <summary>No debt at all.</summary>
    public static LoopTarget NoDebt => default;

    /// <summary>A loan-to-value, below 1.</summary>
    public static LoopTarget OfLtv(Wad ltv) => new(Kind.Ltv, ltv);

    /// <summary>Collateral over equity, at least 1.</summary>
    public static LoopTarget OfLeverage(Wad leverage)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(leverage, Wad.One);
        return new LoopTarget(Kind.Leverage, leverage);
    }

    /// <summary>Debt that the collateral carries over debt, at least 1.</summary>
    public static LoopTarget OfHealth(Wad health)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(health, Wad.One);
        return new LoopTarget(Kind.Health, health);
    }

    /// <summary>The loan-to-value that this is, rounded down, so to the safe side.</summary>
    public Wad LtvDown(LoopTerms terms) => _kind switch
    {
        Kind.Leverage => Wad.RatioDown(_value.Raw - Wad.Scale, _value.Raw),
        Kind.Health => Wad.RatioDown(terms.Threshold.Raw, _value.Raw),
        _ => _value,
    };
}
