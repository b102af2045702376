using Garrison.Engine;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking;

/// <summary>Plays a table on a world: one command a line, its outcome last; or a view, and what it
/// reads.</summary>
internal static class Lines
{
    /// <summary>Plays every line, and fails at the first that goes otherwise.</summary>
    /// <param name="world">The world that is played on.</param>
    /// <param name="lines">The table.</param>
    /// <param name="execute">Executes the command that the words of a line stand for.</param>
    /// <param name="read">Reads the view that the words of a line stand for.</param>
    public static void Play(
        World world, string lines, Func<string[], Receipt> execute, Func<string[], string> read)
    {
        foreach (string line in lines.Split('\n', StringSplitOptions.TrimEntries))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0) continue;

            bool isView = words[^2] == "=";
            string got = isView ? read(words[..^2]) : Outcome(world, () => execute(words[..^1]));
            string expected = isView ? Number(words[^1]).ToString() : words[^1];
            Assert.True(got == expected, $"{line}\ngot {got}");
        }
    }

    private static string Outcome(World world, Func<Receipt> execute)
    {
        Hash32 before = world.Digest();
        if (execute() is not Refused refused) return "ok";

        Assert.Equal(before, world.Digest());
        return refused.Reason.Name.Replace(' ', '_');
    }
}
