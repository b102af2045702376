using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic;

/// <summary>Seconds as the contracts keep them: numbers of 48 bits.</summary>
/// <remarks>A number that is larger cannot be sent to a contract at all: decoding it reverts, and says
/// nothing.</remarks>
internal static class Uint48
{
    private const int Bits = 48;

    /// <summary>Whether a number of seconds is one of 48 bits.</summary>
    public static bool Holds(UInt256 seconds) => seconds.FitsIn(Bits);

    /// <summary>The sum of two numbers of seconds.</summary>
    /// <exception cref="OverflowException">The sum needs more than 48 bits.</exception>
    public static ulong Add(ulong left, ulong right)
    {
        ulong sum = left + right;
        return Holds(sum) ? sum : throw new OverflowException("A time of the contracts has 48 bits.");
    }
}
