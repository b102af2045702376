using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <summary>What the instant lane keeps: a part for the pool and one for the treasury.</summary>
/// <remarks>Both are of what the shares are worth, not of what is paid. Source:
/// <c>PufferVaultV5.sol</c>.</remarks>
/// <param name="Pool">For those who stay.</param>
/// <param name="Treasury">For the treasury.</param>
public readonly record struct ExitFee(Bps Pool, Bps Treasury)
{
    /// <summary>The most that either may be, 2.5 %.</summary>
    public static Bps Max { get; } = new(250);

    /// <summary>Both parts as one.</summary>
    public Bps Total => new(Pool.Raw + Treasury.Raw);

    /// <summary>What is paid of a worth: each part rounded up, against the one who leaves.</summary>
    public UInt256 NetDown(UInt256 worth) => worth - Pool.MulUp(worth) - Treasury.MulUp(worth);

    /// <summary>The same with both parts rounded up as one, as the views have it.</summary>
    public UInt256 PreviewNetDown(UInt256 worth) => worth - Total.MulUp(worth);

    /// <summary>The worth of which a payment is left, rounded down.</summary>
    public UInt256 GrossDown(UInt256 payment) =>
        UInt256.MulDivDown(payment, Bps.Scale, Bps.Scale - Total.Raw);
}
