using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Garrison.Engine;

/// <summary>Checks that the engine obeys its own rules.</summary>
internal static class Invariant
{
    /// <summary>Stops the machine unless the condition holds. A bug of ours, never an outcome.</summary>
    public static void Assert(
        [DoesNotReturnIf(false)] bool condition,
        [CallerArgumentExpression(nameof(condition))] string? invariant = null)
    {
        if (!condition)
        {
            throw new InvariantException(invariant!);
        }
    }
}

/// <summary>The engine broke one of its own invariants; never caught inside it.</summary>
/// <param name="invariant">The condition that should have held.</param>
public sealed class InvariantException(string invariant) : Exception($"Invariant broken: {invariant}");
