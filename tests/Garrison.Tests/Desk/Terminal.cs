using System.Text.Json;

using Garrison.Desk;

namespace Garrison.Tests.Desk;

/// <summary>Runs verbs as a user does, and checks what holds for every one of them.</summary>
internal static class Terminal
{
    /// <summary>What a line prints, on both streams, and its exit code.</summary>
    public static (int Code, string Output, string Errors) Run(string[] words)
    {
        (StringWriter output, StringWriter errors) = (new(), new());
        int code = CommandLine.Run(words, output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    /// <summary>What a line prints as JSON; fails when it does not succeed.</summary>
    public static JsonElement Json(string[] words)
    {
        (int code, string output, string errors) = Run([.. words, "-o", "json"]);
        Assert.True(code == 0, errors);
        return JsonElement.Parse(output);
    }

    /// <summary>A line prints JSON, rows of JSON, CSV and a table, in which a text stands.</summary>
    public static void PrintsEveryForm(string[] words, string inTable)
    {
        Assert.NotEmpty(Json(words).GetProperty("title").GetString()!);
        (_, string rows, _) = Run([.. words, "-o", "ndjson"]);
        Assert.All(
            rows.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            static row => Assert.Equal(JsonValueKind.Object, JsonElement.Parse(row).ValueKind));
        (_, string csv, _) = Run([.. words, "-o", "csv"]);
        Assert.StartsWith("section,", csv);
        (_, string table, _) = Run(words);
        Assert.NotEmpty(table);
        Assert.Contains(inTable, table);
    }

    /// <summary>A line ends with a code, one line of error that says what is wrong, and no output.</summary>
    public static void FailsInOneLine(int code, string message, string[] words)
    {
        (int got, string output, string errors) = Run(words);
        Assert.Equal(code, got);
        Assert.Contains(message, errors);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(output);
    }
}
