using System.Text.Json;

namespace Garrison.Conformance.Calculation;

/// <summary>A table of a recording: names of columns, and rows of values.</summary>
internal sealed class RecordedTable
{
    private readonly Dictionary<string, int> _columns;
    private readonly JsonElement[] _rows;

    public RecordedTable(JsonElement table)
    {
        Columns = [.. table.GetProperty("columns").EnumerateArray().Select(static one => one.GetString()!)];
        _columns = Columns.Index().ToDictionary(static one => one.Item, static one => one.Index);
        _rows = [.. table.GetProperty("rows").EnumerateArray()];
    }

    public string[] Columns { get; }

    public IEnumerable<Row> Rows => _rows.Select(row => new Row(_columns, row));

    /// <summary>Compares rows as a bag: a table has no order.</summary>
    /// <param name="actual">The rows there are.</param>
    /// <param name="cell">A cell of a row, by the name of its column.</param>
    /// <param name="place">Where the table is in the recording.</param>
    /// <param name="findings">Takes the differences.</param>
    public void Compare<T>(
        IEnumerable<T> actual, Func<string, T, string> cell, string place, Findings findings)
    {
        Dictionary<string, int> bag = [];
        foreach (JsonElement row in _rows)
        {
            string text = string.Join(' ', row.EnumerateArray().Select(
                (value, i) => Normal(Columns[i], value.ToString())));
            bag[text] = bag.GetValueOrDefault(text) + 1;
        }

        foreach (T row in actual)
        {
            string text = string.Join(' ', Columns.Select(column => cell(column, row)));
            if (bag.TryGetValue(text, out int count) && count > 0) bag[text] = count - 1;
            else findings.Compare(place, "row", null, text);
        }

        foreach ((string text, int count) in bag)
        {
            for (int i = 0; i < count; i++) findings.Compare(place, "row", text, null);
        }

        findings.CountKeys((long)_rows.Length * Columns.Length);
    }

    // Days are printed with and without their time; doubles in the notation of C.
    private static string Normal(string column, string value) => column switch
    {
        "snapshot" or "reward_start_exclusive" or "reward_end_inclusive" => value[..10],
        "tokens_per_day" => double.Parse(value).ToString("R"),
        _ => value,
    };

    /// <summary>A row, by the names of its columns.</summary>
    internal readonly record struct Row(Dictionary<string, int> Columns, JsonElement Values)
    {
        public JsonElement this[string column] => Columns.TryGetValue(column, out int at)
            ? Values[at]
            : throw new RecordingException($"a row has no column {column}");

        public string Text(string column) => this[column].ToString();
    }
}
