namespace Garrison.Simulation.Loops;

/// <summary>Why a loop cannot be made or undone as asked.</summary>
public enum LoopRefusal
{
    /// <summary>A rule of a protocol forbids one of the commands.</summary>
    Rule,

    /// <summary>The market's oracle says nothing.</summary>
    NoPrice,

    /// <summary>The target is more than the market lends.</summary>
    TargetAboveLimit,

    /// <summary>The position is at the target or beyond already.</summary>
    TargetIsBehind,

    /// <summary>The account does not have what it is to put in.</summary>
    EquityShort,

    /// <summary>The market has less to lend or to give back than is needed.</summary>
    LiquidityShort,

    /// <summary>The lender of the flash loan has less than is needed.</summary>
    FlashShort,

    /// <summary>The exchange takes no trade of the size that is needed.</summary>
    PoolShort,

    /// <summary>All the collateral does not fetch what has to be repaid.</summary>
    CollateralShort,

    /// <summary>The exchange pays less than the oracle says by more than is allowed.</summary>
    SlippageAboveLimit,

    /// <summary>The oracle follows the pool, and the trade moves it so that the position ends beyond the
    /// target.</summary>
    TargetMissed,

    /// <summary>There is no room for another step, or no step is left.</summary>
    StepsShort,
}

/// <summary>A loop cannot be made or undone as asked. The world is as it was.</summary>
/// <param name="reason">Why not.</param>
/// <param name="message">The same with its numbers.</param>
public sealed class LoopRefusedException(LoopRefusal reason, string message) : Exception(message)
{
    /// <summary>Why not.</summary>
    public LoopRefusal Reason { get; } = reason;
}
