using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

using Garrison.Primitives;

namespace Garrison.Engine;

/// <summary>What happened, in order: each command with its receipt, one JSON object a line.</summary>
/// <remarks>
/// <para>
/// The first line names the format, the last one closes the journal. Every line but the first ends in the
/// SHA-256 of the line before it, and every few entries, and at the end, the digest of the world is written
/// down. So a journal checks itself: no line can be changed, taken out or cut off unseen, and a replay must
/// come to the same receipts and digests.
/// </para>
/// <para>The format is in <c>docs/journal.md</c>.</para>
/// </remarks>
public static class Journal
{
    /// <summary>The format that this engine writes and reads.</summary>
    public const string Format = "garrison-journal/1";

    /// <summary>How many entries lie between two digests.</summary>
    public const int DigestInterval = 1000;

    /// <summary>Executes commands on a world and writes them down, from the first line to the last.</summary>
    /// <param name="world">A new world.</param>
    /// <param name="commands">The commands, in order.</param>
    public static IEnumerable<string> Record(World world, IEnumerable<Command> commands)
    {
        JournalWriter writer = new(world);
        yield return JournalWriter.Open();
        foreach (Command command in commands)
        {
            yield return writer.Execute(command, out _);
        }

        yield return writer.Close();
    }

    /// <summary>Rebuilds a world from a journal, and checks every line on the way.</summary>
    /// <param name="lines">The lines, the last one the closing line.</param>
    /// <param name="progress">Is told the number of each entry after it was replayed; may be null.</param>
    /// <exception cref="JournalException">A line is not what it was when it was written, is missing, or the
    /// engine comes to another outcome; the message says at which entry.</exception>
    public static World Replay(IEnumerable<string> lines, Action<int>? progress = null)
    {
        World world = new();
        int count = 0;
        _ = Resume(world, lines, (_, _) => progress?.Invoke(++count));
        return world;
    }

    /// <summary>Rebuilds a world from a journal as <see cref="Replay"/> does, to go on where it
    /// ends.</summary>
    /// <param name="world">A new world; it is the journal's afterwards.</param>
    /// <param name="lines">The lines, the last one the closing line.</param>
    /// <param name="observe">Is told each command and its receipt after it was replayed.</param>
    /// <returns>The writer of the lines that follow, which take the place of the closing line.</returns>
    /// <exception cref="JournalException">As <see cref="Replay"/>.</exception>
    public static JournalWriter Resume(
        World world, IEnumerable<string> lines, Action<Command, Receipt> observe)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(observe);
        JournalWriter writer = new(world);
        using IEnumerator<string> reader = lines.GetEnumerator();
        CheckHeader(reader);
        while (reader.MoveNext())
        {
            if (!TryReplayLine(writer, reader.Current, observe))
            {
                return reader.MoveNext()
                    ? throw new JournalException(
                        $"there are lines after the closing line, entry {writer.Count}")
                    : writer;
            }
        }

        throw new JournalException(
            $"the journal ends after entry {writer.Count} without a closing line: it was cut off there");
    }

    internal static Hash32 HashOf(string line) => new(SHA256.HashData(Encoding.UTF8.GetBytes(line)));

    private static void CheckHeader(IEnumerator<string> reader)
    {
        if (!reader.MoveNext())
        {
            throw new JournalException($"the file is empty; a journal begins with {JournalWriter.Open()}");
        }

        if (reader.Current != JournalWriter.Open())
        {
            string start = reader.Current.Length > 60 ? reader.Current[..60] + "…" : reader.Current;
            throw new JournalException(
                $"this is not a journal of format {Format}: line 1 should be {JournalWriter.Open()},"
                    + $" but is {start}");
        }
    }

    // False for a closing line that is right.
    private static bool TryReplayLine(JournalWriter writer, string line, Action<Command, Receipt> observe)
    {
        int number = writer.Count + 1;
        if (!line.EndsWith(writer.Link, StringComparison.Ordinal))
        {
            throw new JournalException(Broken(number, line));
        }

        if (line.StartsWith(JournalWriter.ClosingStart, StringComparison.Ordinal))
        {
            if (line == writer.Close()) return false;

            throw new JournalException(
                $"after entry {writer.Count}: the closing line says {line},"
                    + $" the engine comes to {writer.Close()}");
        }

        Command command = ReadCommand(line, number);
        string written = writer.Execute(command, out Receipt receipt);
        if (written != line)
        {
            throw new JournalException($"entry {number} (line {number + 1}): the journal says {line}\n"
                + $"the engine comes to {written}");
        }

        observe(command, receipt);
        return true;
    }

    private static string Broken(int number, string line)
    {
        string place = $"entry {number} (line {number + 1})";
        return line.EndsWith('}')
            ? $"{place} does not follow from the line before it: one of the two was altered, or lines"
                + " between them are missing"
            : $"{place} is cut off in the middle";
    }

    private static Command ReadCommand(string line, int number)
    {
        try
        {
            using var entry = JsonDocument.Parse(line);
            return EngineJson.ReadCommand(entry.RootElement.GetProperty("command").GetRawText());
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException)
        {
            throw new JournalException(
                $"entry {number} (line {number + 1}) is not a journal entry: {exception.Message}");
        }
    }
}

/// <summary>Executes commands on a world and writes each down as a line.</summary>
/// <param name="world">A world in which nothing has been executed yet, or all of it by this writer.</param>
public sealed class JournalWriter(World world)
{
    internal const string ClosingStart = "{\"entries\":";

    private static readonly string _header =
        $$"""{"format":"{{Journal.Format}}","digestInterval":{{Journal.DigestInterval}}}""";

    private string _previous = _header;

    /// <summary>How many entries have been written.</summary>
    public int Count { get; private set; }

    internal string Link => $",\"previous\":\"{Journal.HashOf(_previous)}\"}}";

    /// <summary>The first line.</summary>
    public static string Open() => _header;

    /// <summary>Executes a command and returns its line.</summary>
    public string Execute(Command command, out Receipt receipt)
    {
        receipt = world.Execute(command);
        Count++;
        StringBuilder line = new();
        _ = line.Append(
            CultureInfo.InvariantCulture, $"{{\"sequence\":{Count},\"block\":{world.Clock.Block}");
        _ = line.Append(CultureInfo.InvariantCulture, $",\"time\":{world.Clock.Seconds}");
        _ = line.Append(",\"command\":").Append(EngineJson.Write(command));
        _ = line.Append(",\"receipt\":").Append(EngineJson.Write(receipt));
        if (Count % Journal.DigestInterval == 0)
        {
            _ = line.Append(",\"digest\":\"").Append(world.Digest()).Append('"');
        }

        _previous = line.Append(Link).ToString();
        return _previous;
    }

    /// <summary>The closing line, as of now.</summary>
    public string Close() => string.Create(
        CultureInfo.InvariantCulture,
        $"{ClosingStart}{Count},\"digest\":\"{world.Digest()}\"{Link}");
}

/// <summary>A journal that cannot be replayed.</summary>
/// <param name="message">At which entry, and what is wrong with it.</param>
public sealed class JournalException(string message) : Exception(message);
