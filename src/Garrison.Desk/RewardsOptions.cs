using System.CommandLine;

using Garrison.Primitives;
using Garrison.Risk.RewardsDesk;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>What verbs about rewards have in common.</summary>
internal static class RewardsOptions
{
    public const string AssumedNote =
        "* rests on assumptions of the book (who pays what, and who serves whom): see garrison book show.";

    public const int DaysMax = 365;

    public static Argument<string> Earner { get; } = new("earner")
    {
        Description = "Who earns: the name of an operator or a service, a part of one, or an address.",
    };

    public static Option<bool> Stakers { get; } = new("--stakers")
    {
        Description = "The stakers of the operator, instead of itself.",
    };

    public static Option<int> Days { get; } = new("--days")
    {
        Description = "How many days are counted after the last root, or the day of the book.",
        DefaultValueFactory = static _ => 14,
    };

    public static Option<FileInfo?> Journal { get; } = new("--journal")
    {
        Description = "Start where this journal of the book ends, instead of with the book.",
    };

    public static Option<bool> Broadcast { get; } = new("--broadcast")
    {
        Description = "Append what was tried to the journal; without it nothing is written.",
    };

    /// <summary>The rewards of the book or the journal that was asked for, not yet played on.</summary>
    /// <param name="book">The book.</param>
    /// <param name="parsed">What was asked for.</param>
    /// <param name="watch">Whose rows are kept; null for nobody's.</param>
    public static RewardsProjection Open(Book book, ParseResult parsed, Func<Address, bool>? watch)
    {
        FileInfo? file = parsed.GetValue(Journal);
        if (parsed.GetValue(Broadcast) && file is null)
        {
            throw new DeskException(ExitCode.Usage, "--broadcast needs --journal FILE to append to");
        }

        if (book.Programmes.Count == 0)
        {
            throw new DeskException(ExitCode.NotFound, $"{book.Name} has no rewards.tsv, so no rewards");
        }

        if (file is null) return RewardsProjection.Open(book, watch);
        if (!file.Exists)
        {
            throw new DeskException(
                ExitCode.NotFound, $"there is no file {file}: make one with garrison book export > {file}");
        }

        RewardsProjection projection = RewardsProjection.Resume(book, File.ReadLines(file.FullName), watch);
        return projection;
    }

    /// <summary>The same, played on for the days that were asked for.</summary>
    public static RewardsProjection Play(Book book, ParseResult parsed, Func<Address, bool>? watch)
    {
        int days = parsed.GetValue(Days);
        if (days is < 0 or > DaysMax)
        {
            throw new DeskException(ExitCode.Usage, $"--days {days}: give from 0 to {DaysMax}");
        }

        RewardsProjection projection = Open(book, parsed, watch);
        projection.RunTo(projection.LastDay + days);
        return projection;
    }

    /// <summary>Appends the first commands of a projection to the journal, if that was asked for.</summary>
    /// <returns>What was done, for the notes.</returns>
    public static string Commit(RewardsProjection projection, ParseResult parsed, int count)
    {
        if (!parsed.GetValue(Broadcast))
        {
            return "A preview: nothing was written. --broadcast --journal FILE appends it to a journal.";
        }

        FileInfo file = parsed.GetValue(Journal)!;
        JournalFile.Append(file, projection.Commands.Take(count));
        return $"{count} commands were appended to {file.Name}.";
    }
}
