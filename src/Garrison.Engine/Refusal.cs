namespace Garrison.Engine;

/// <summary>Why the rules of a protocol refuse a command, named as the contract names its error.</summary>
/// <remarks>
/// A transition returns its refusal, or null when it went through; a call inside passes it on. Throwing
/// would cost ten times what an accepted command does, and agents are refused often.
/// </remarks>
/// <param name="Name">The name of the contract's error, or the text of its revert string.</param>
public sealed record Refusal(string Name)
{
    /// <summary>Arithmetic left the range of its type: Solidity's Panic(0x11).</summary>
    public static Refusal ArithmeticOverflow { get; } = new("Panic(0x11)");

    /// <summary>Division by zero: Solidity's Panic(0x12).</summary>
    public static Refusal DivisionByZero { get; } = new("Panic(0x12)");

    /// <summary>A revert that says nothing, as a call to an account without code does.</summary>
    public static Refusal EmptyRevert { get; } = new("EmptyRevert");

    /// <summary>The refusal that a panic of Solidity is, which C# throws.</summary>
    internal static Refusal OfPanic(ArithmeticException panic) =>
        panic is DivideByZeroException ? DivisionByZero : ArithmeticOverflow;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
