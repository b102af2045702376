using System.IO.Compression;
using System.Text.Json;

namespace Garrison.Conformance;

/// <summary>Finds recordings and reads their lines.</summary>
public static class Recordings
{
    private const int GzipFirst = 0x1f;
    private const int GzipSecond = 0x8b;

    /// <summary>The recordings among files and folders, each folder's in order of name.</summary>
    /// <exception cref="RecordingException">A path does not exist, or holds no recording.</exception>
    public static IEnumerable<string> Find(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            string[] found = File.Exists(path)
                ? [path]
                : Directory.Exists(path)
                    ? [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                        .Where(IsRecording).Order(StringComparer.Ordinal)]
                    : throw new RecordingException($"{path}: there is no such file or folder");
            if (found.Length == 0)
            {
                throw new RecordingException(
                    $"{path}: there is no recording in it: .jsonl or .json, or either with .gz");
            }

            foreach (string file in found)
            {
                yield return file;
            }
        }
    }

    /// <summary>The lines of a recording, parsed, each with its number from 1.</summary>
    /// <exception cref="RecordingException">A line is not JSON, or the file is damaged.</exception>
    public static IEnumerable<(int Number, JsonElement Line)> Read(string path)
    {
        using Stream stream = Open(path);
        using StreamReader reader = new(stream);
        for (int number = 1; ReadLine(reader, path, number) is { } text; number++)
        {
            yield return (number, Parse(text, path, number));
        }
    }

    /// <summary>A file as text, unzipped when its first bytes say that it is zipped, whatever its
    /// name.</summary>
    internal static Stream Open(string path)
    {
        FileStream file = File.OpenRead(path);
        bool isZipped = file.ReadByte() == GzipFirst && file.ReadByte() == GzipSecond;
        file.Position = 0;
        return isZipped ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private static bool IsRecording(string path) =>
        path.EndsWith(".jsonl", StringComparison.Ordinal)
            || path.EndsWith(".jsonl.gz", StringComparison.Ordinal)
            || Documents.IsDocument(path);

    private static string? ReadLine(StreamReader reader, string path, int number)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (InvalidDataException exception)
        {
            throw new RecordingException($"{path}:{number}: the file is damaged: {exception.Message}");
        }
    }

    private static JsonElement Parse(string text, string path, int number)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException exception)
        {
            throw new RecordingException($"{path}:{number}: not a line of a recording: {exception.Message}");
        }
    }
}

/// <summary>A recording that cannot be played.</summary>
/// <param name="message">Where, and what is wrong.</param>
public sealed class RecordingException(string message) : Exception(message);
