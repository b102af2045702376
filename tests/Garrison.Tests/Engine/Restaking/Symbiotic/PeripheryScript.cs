using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;
using static Garrison.Tests.Engine.Restaking.Symbiotic.PeripheryVerbs;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>Plays a table of what surrounds Symbiotic's core: one command a line, its outcome last; or a
/// view, and what it reads.</summary>
/// <remarks>
/// <code>
/// vault V full burner:router   ok
/// stake alice V 1000           ok
/// slash op V 100               ok
/// limit V                      = 900
/// </code>
/// <c>op</c> and <c>rival</c> are operators that serve <c>net</c> and any vault; <c>mid</c> acts for
/// <c>net</c>, whose subnetwork 0 is meant where none is named. Alice, bob and mid have tokens tC, the
/// collateral, and tR. <c>curator</c> has every role, and the hook <c>hook</c> those with each vault's
/// delegator that it may need. Seconds count from the start of the story.
/// </remarks>
internal sealed class PeripheryScript
{
    /// <summary>When the story starts.</summary>
    public const ulong Start = 1_700_000_000;

    private readonly List<Command> _played = [];

    private PeripheryScript()
    {
        Do(new AdvanceClock(default, 1000, Start));
        Do(new DeploySymbiotic(default, SymbioticContracts.Mainnet));
        Do(new RegisterNetwork(Of("net")));
        Do(new RegisterNetwork(Of("other")));
        Do(new SetMiddleware(Of("net"), Of("mid")));
        Do(new SetMiddleware(Of("other"), Of("othermid")));
        foreach (string name in new[] { "op", "rival" })
        {
            Do(new RegisterSymbioticOperator(Of(name)));
            Do(new OptInTo(Of(name), OptInKind.Network, Of(name), Of("net"), null));
        }

        foreach (string name in new[] { "alice", "bob", "mid", "othermid" })
        {
            Do(new Mint(default, Of("tC"), Of(name), Number("1e40")));
            Do(new Mint(default, Of("tR"), Of(name), Number("1e40")));
        }
    }

    /// <summary>The world the lines are played on.</summary>
    public World World { get; } = new();

    /// <summary>All commands that were played, accepted or not.</summary>
    public IReadOnlyList<Command> Played => _played;

    /// <summary>Plays the lines on a fresh chain.</summary>
    public static PeripheryScript Play(string lines)
    {
        PeripheryScript script = new();
        script.PlayLines(lines);
        return script;
    }

    /// <summary>Plays more lines.</summary>
    public void PlayLines(string lines)
    {
        foreach (string line in lines.Split('\n', StringSplitOptions.TrimEntries))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0) continue;

            bool isView = words[^2] == "=";
            string got = isView ? PeripheryViews.Read(World, words[..^2]) : Outcome(words[..^1]);
            string expected = isView ? Expected(words[^1]) : words[^1];
            Assert.True(got == expected, $"{line}\ngot {got}");
        }
    }

    /// <summary>Executes the command of a line that says no outcome.</summary>
    public Receipt Execute(string line) => Execute(Command(World, line.Split(' ')));

    private static string Expected(string word) => char.IsDigit(word[0]) ? Number(word).ToString() : word;

    private string Outcome(string[] words)
    {
        Hash32 before = World.Digest();
        if (Execute(Command(World, words)) is not Refused refused) return "ok";

        Assert.Equal(before, World.Digest());
        return refused.Reason.Name.Replace(' ', '_');
    }

    private void Do(Command command) => Assert.IsType<Accepted>(Execute(command));

    private Receipt Execute(Command command)
    {
        _played.Add(command);
        return World.Execute(command);
    }
}
