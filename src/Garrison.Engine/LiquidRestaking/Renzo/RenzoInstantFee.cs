using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Renzo;

/// <summary>What leaving at once costs: more, the emptier it leaves the buffer.</summary>
/// <remarks>Source: <c>InstantWithdrawer.sol</c>, <c>getFeeBasisPoints</c>.</remarks>
/// <param name="MinimumBps">At a buffer that is full or fuller, in 10⁻⁴.</param>
/// <param name="MaximumBps">At the limit, in 10⁻⁴; not below the minimum.</param>
public readonly record struct RenzoInstantFee(UInt256 MinimumBps, UInt256 MaximumBps)
{
    /// <summary>
    /// rest = ⌊10⁴ · (after − limit) / (target − limit)⌋, rounded down for the pool;
    /// fee = minimum + ⌊(maximum − minimum) · (10⁴ − rest) / 10⁴⌋, rounded down for whoever leaves.
    /// </summary>
    /// <param name="target">The buffer's target.</param>
    /// <param name="limit">What has to stay; not above <paramref name="after"/>.</param>
    /// <param name="after">What would stay.</param>
    /// <exception cref="DivideByZeroException">All of the target has to stay.</exception>
    /// <exception cref="OverflowException">A product leaves 256 bits.</exception>
    public UInt256 BpsDown(UInt256 target, UInt256 limit, UInt256 after)
    {
        UInt256 rest = (Bps.Scale * (after - limit)).DivDown(target - limit);
        return rest > Bps.Scale
            ? MinimumBps
            : MinimumBps + ((MaximumBps - MinimumBps) * (Bps.Scale - rest)).DivDown(Bps.Scale);
    }

    /// <summary>⌊target · drawdown / 10⁴⌋: what has to stay of a buffer, rounded down for whoever
    /// leaves.</summary>
    public static UInt256 LimitDown(UInt256 target, UInt256 drawdownBps) =>
        (target * drawdownBps).DivDown(Bps.Scale);
}
