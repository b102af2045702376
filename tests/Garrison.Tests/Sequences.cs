using System.Text;

namespace Garrison.Tests;

/// <summary>Runs random sequences of steps. One that fails is cut down to steps that are all
/// needed.</summary>
internal static class Sequences
{
    /// <summary>Runs sequences of a length and fails with the shortest form of the first that has a
    /// fault.</summary>
    /// <param name="sequences">How many sequences.</param>
    /// <param name="length">How many steps in each.</param>
    /// <param name="draw">Draws a step.</param>
    /// <param name="fault">Runs a sequence from the start, and says what is wrong, or null.</param>
    public static void Check<TStep>(
        int sequences, int length, Func<Dice, TStep> draw, Func<IReadOnlyList<TStep>, string?> fault)
    {
        for (int seed = 1; seed <= sequences; seed++)
        {
            Dice dice = new((ulong)seed);
            List<TStep> steps = [.. Enumerable.Range(0, length).Select(_ => draw(dice))];
            if (fault(steps) is not null)
            {
                Assert.Fail(Describe(seed, Shorten(steps, some => fault(some) is not null), fault));
            }
        }
    }

    /// <summary>Leaves out steps as long as the rest still fails.</summary>
    public static List<TStep> Shorten<TStep>(List<TStep> steps, Func<IReadOnlyList<TStep>, bool> fails)
    {
        for (int size = Math.Max(1, steps.Count / 2); size >= 1; size /= 2)
        {
            for (int at = steps.Count - size; at >= 0; at -= size)
            {
                List<TStep> rest = [.. steps[..at], .. steps[(at + size)..]];
                if (fails(rest))
                {
                    steps = rest;
                    at = Math.Min(at, steps.Count);
                }
            }
        }

        return steps;
    }

    private static string Describe<TStep>(
        int seed, List<TStep> steps, Func<IReadOnlyList<TStep>, string?> fault)
    {
        StringBuilder text = new($"sequence {seed}: {fault(steps)}, after");
        foreach (TStep step in steps)
        {
            _ = text.Append("\n  ").Append(step);
        }

        return text.ToString();
    }
}
