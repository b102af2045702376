using System.Numerics;

using Garrison.Primitives;

namespace Garrison.Tests.Primitives;

/// <summary>Compares bounded arithmetic with unbounded: the same result, or the failure that is due.</summary>
internal static class Exact
{
    /// <summary>Whether a result is the exact one, or an overflow where the exact one does not fit.</summary>
    public static bool Is(BigInteger exact, Func<UInt256> compute) =>
        exact.Sign < 0 || exact >> 256 != 0
            ? Throws<OverflowException>(compute)
            : compute().ToBigInteger() == exact;

    /// <summary>The same for signed results.</summary>
    public static bool Is(BigInteger exact, Func<Int256> compute) =>
        exact < -(BigInteger.One << 255) || exact >= BigInteger.One << 255
            ? Throws<OverflowException>(compute)
            : Value(compute()) == exact;

    /// <summary>A signed value without a bound.</summary>
    public static BigInteger Value(Int256 value) =>
        value.IsNegative ? -value.Abs().ToBigInteger() : value.Abs().ToBigInteger();

    /// <summary>Whether a computation fails in a certain way.</summary>
    public static bool Throws<TException>(Delegate compute)
        where TException : Exception
    {
        try
        {
            _ = compute.DynamicInvoke();
            return false;
        }
        catch (System.Reflection.TargetInvocationException exception)
        {
            return exception.InnerException is TException;
        }
    }
}
