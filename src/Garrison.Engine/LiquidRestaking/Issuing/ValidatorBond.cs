using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <summary>What a validator's operator loses of the bond before the holders lose anything.</summary>
/// <remarks>Source: <c>PufferProtocol.sol</c>.</remarks>
public static class ValidatorBond
{
    /// <summary>The shares that are burned when a validator has left: all of the bond if it was slashed,
    /// what is missing rounded up in shares if it came back short, else none.</summary>
    /// <param name="pool">The pool before anything of the exit is booked.</param>
    /// <param name="bond">The bond, in shares.</param>
    /// <param name="stake">What the validator counted as.</param>
    /// <param name="withdrawn">What came back.</param>
    /// <param name="wasSlashed">Whether it was slashed.</param>
    public static UInt256 BurnUp(
        SharePool pool, UInt256 bond, UInt256 stake, UInt256 withdrawn, bool wasSlashed) =>
        wasSlashed ? bond
        : withdrawn < stake ? pool.ToSharesUp(stake - withdrawn)
        : UInt256.Zero;
}
