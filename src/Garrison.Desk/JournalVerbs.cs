using System.CommandLine;

using Garrison.Engine;

namespace Garrison.Desk;

/// <summary>Journals: replayed, checked, and named by the digest of their world.</summary>
internal static class JournalVerbs
{
    private static readonly Argument<FileInfo> _journal = new("journal")
    {
        Description = "A journal, one entry a line.",
    };

    private static readonly Argument<FileInfo?> _optional = new("journal")
    {
        Description = "A journal; the book by default.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static System.CommandLine.Command Replay()
    {
        System.CommandLine.Command verb = new(
            "replay", "Rebuilds a world from a journal, and checks every line.")
        {
            _journal,
            Shelf.FormOption,
        };
        verb.SetAction(static parsed =>
        {
            World world = Load(parsed.GetRequiredValue(_journal), parsed, out int entries);
            Section facts = new(
                "replayed",
                [new Column("entries", true), new Column(
                    "block", true), new Column("time"), new Column("digest")],
                [
                    [
                        Cell.Number(entries),
                        Cell.Number((long)world.Clock.Block),
                        Amounts.ToTime(world.Clock.Seconds),
                        world.Digest().ToString(),
                    ],
                ]);
            Verb.Print(new Report("The journal replays to itself.", [facts], []), parsed);
            return ExitCode.Ok;
        });
        return verb;
    }

    public static System.CommandLine.Command Digest()
    {
        System.CommandLine.Command verb = new("digest", "The digest of the world of a journal, or of a book.")
        {
            _optional,
            Shelf.BookOption,
            Shelf.FormOption,
        };
        verb.SetAction(static parsed =>
        {
            FileInfo? file = parsed.GetValue(_optional);
            World world = file is null ? Shelf.Open(parsed).World : Load(file, parsed, out _);
            string name = file is null ? parsed.GetRequiredValue(Shelf.BookOption) : file.Name;
            Section digest = new(
                "digest", [new Column("of"), new Column("digest")], [[name, world.Digest().ToString()]]);
            Verb.Print(new Report("SHA-256 of all state", [digest], []), parsed);
            return ExitCode.Ok;
        });
        return verb;
    }

    private static World Load(FileInfo file, ParseResult parsed, out int entries)
    {
        if (!file.Exists) throw new DeskException(ExitCode.NotFound, $"there is no file {file}");

        int count = 0;
        DateTimeOffset start = TimeProvider.System.GetUtcNow();
        TextWriter errors = parsed.InvocationConfiguration.Error;
        try
        {
            World world = Journal.Replay(File.ReadLines(file.FullName), number =>
            {
                count = number;
                if (number % 5000 == 0 && TimeProvider.System.GetUtcNow() - start > TimeSpan.FromSeconds(1))
                {
                    errors.WriteLine($"{number} entries replayed");
                }
            });
            entries = count;
            return world;
        }
        catch (JournalException exception)
        {
            throw new DeskException(ExitCode.Failed, $"{file}: {exception.Message.Split('\n')[0]}");
        }
    }
}
