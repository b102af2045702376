using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Garrison.Desk;

/// <summary>Prints a report as a table, JSON, CSV or a JSON object a row.</summary>
internal static class Printer
{
    private static readonly JsonWriterOptions _json = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The forms that a report can be printed in.</summary>
    public static IReadOnlyList<string> Forms { get; } = ["table", "json", "csv", "ndjson"];

    public static void Print(Report report, string form, TextWriter output)
    {
        switch (form)
        {
            case "json":
                output.WriteLine(Json(_json, writer => WriteReport(writer, report)));
                break;
            case "ndjson":
                PrintRows(report, output);
                break;
            case "csv":
                PrintCsv(report, output);
                break;
            default:
                PrintTables(report, output);
                break;
        }
    }

    private static void PrintTables(Report report, TextWriter output)
    {
        output.WriteLine(report.Title);
        foreach (Section section in report.Sections.Where(static section => section.Rows.Count > 0))
        {
            output.WriteLine();
            output.WriteLine(section.Name);
            string[][] lines =
            [
                [.. section.Columns.Select(static column => column.Name)],
                .. section.Rows.Select(row => row.Zip(
                    section.Columns, static (cell, column) =>
                        column.IsAssumed || cell.IsAssumed ? cell.Text + "*" : cell.Text)
                    .ToArray()),
            ];
            int[] widths = [.. section.Columns.Select((_, index) => lines.Max(line => line[index].Length))];
            foreach (string[] line in lines)
            {
                output.WriteLine(Aligned(line, section.Columns, widths).TrimEnd());
            }
        }

        if (report.Notes.Count > 0) output.WriteLine();

        foreach (string note in report.Notes)
        {
            output.WriteLine(note);
        }
    }

    private static string Aligned(string[] cells, IReadOnlyList<Column> columns, int[] widths) =>
        "  " + string.Join("  ", cells.Select((cell, index) =>
            columns[index].IsNumber ? cell.PadLeft(widths[index]) : cell.PadRight(widths[index])));

    private static void PrintCsv(Report report, TextWriter output)
    {
        foreach (Section section in report.Sections)
        {
            output.WriteLine(
                string.Join(',', section.Columns.Select(static c => Quoted(c.Name)).Prepend("section")));
            foreach (IReadOnlyList<Cell> row in section.Rows)
            {
                output.WriteLine(string.Join(
                    ',', row.Select(static cell => Quoted(cell.Raw)).Prepend(Quoted(section.Name))));
            }
        }
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(
            ",\"\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static void PrintRows(Report report, TextWriter output)
    {
        foreach (Section section in report.Sections)
        {
            foreach (IReadOnlyList<Cell> row in section.Rows)
            {
                output.WriteLine(Json(
                    _json with { Indented = false }, writer => WriteRow(
                        writer, section, row, withSection: true)));
            }
        }
    }

    /// <summary>What a writer of JSON was told, as text.</summary>
    public static string Json(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteReport(Utf8JsonWriter writer, Report report)
    {
        writer.WriteStartObject();
        writer.WriteString("title", report.Title);
        writer.WriteStartObject("sections");
        foreach (Section section in report.Sections)
        {
            writer.WriteStartArray(section.Name);
            foreach (IReadOnlyList<Cell> row in section.Rows)
            {
                WriteRow(writer, section, row, withSection: false);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteStartArray("notes");
        foreach (string note in report.Notes)
        {
            writer.WriteStringValue(note);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteRow(
        Utf8JsonWriter writer, Section section, IReadOnlyList<Cell> row, bool withSection)
    {
        writer.WriteStartObject();
        if (withSection) writer.WriteString("section", section.Name);

        for (int i = 0; i < row.Count; i++)
        {
            writer.WritePropertyName(section.Columns[i].Name);
            WriteCell(writer, row[i], section.Columns[i].IsAssumed || row[i].IsAssumed);
        }

        writer.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter writer, Cell cell, bool isAssumed)
    {
        if (cell.Symbol is null && !isAssumed)
        {
            writer.WriteStringValue(cell.Raw);
            return;
        }

        writer.WriteStartObject();
        string[] halves = cell.Raw.Split(" -> ");
        if (halves.Length == 2)
        {
            writer.WriteString("before", halves[0]);
            writer.WriteString("after", halves[1]);
        }
        else
        {
            writer.WriteString("value", cell.Raw);
        }

        if (cell.Symbol is not null)
        {
            writer.WriteNumber("decimals", cell.Decimals);
            writer.WriteString("symbol", cell.Symbol);
        }

        if (isAssumed) writer.WriteBoolean("assumed", value: true);

        writer.WriteEndObject();
    }
}
