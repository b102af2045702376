using System.Globalization;
using System.Text.Json;

namespace Garrison.Bench.Anvil;

/// <summary>What the bench <c>anvil</c> found, for the benches that run without it.</summary>
internal static class AnvilRates
{
    private static readonly string _path = Repository.Path("bench", "Garrison.Bench", "anvil.json");
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };


    /// <summary>A baseline for the recordings of a protocol: anvil on the same, or else the most that it
    /// reached on any other.</summary>
    private static (double PerSecond, string Label) Of(string bench)
    {
        SortedDictionary<string, AnvilRate> rates = Read();
        if (rates.TryGetValue(bench, out AnvilRate? own))
        {
            return (
                own.OperationsPerSecond,
                Text($"anvil's {own.OperationsPerSecond:N0}/s {own.How}, times faster"));
        }

        (string other, AnvilRate rate) = rates.MaxBy(static one => one.Value.OperationsPerSecond);
        return (
            rate.OperationsPerSecond,
            Text($"anvil's most on others, {rate.OperationsPerSecond:N0}/s on {other}, times faster"));
    }

    /// <summary>A figure of ours against that baseline.</summary>
    public static BenchResult Compare(string bench, double perSecond, string unit)
    {
        (double theirs, string label) = Of(bench);
        return new BenchResult(bench, perSecond, unit, label, perSecond / theirs);
    }

    /// <summary>Keeps what anvil reaches at best on the recordings of a protocol.</summary>
    public static void Keep(string bench, AnvilRate rate)
    {
        SortedDictionary<string, AnvilRate> rates = Read();
        rates[bench] = rate;
        File.WriteAllText(_path, JsonSerializer.Serialize(rates, _options) + "\n");
    }

    private static SortedDictionary<string, AnvilRate> Read() => new(
        File.Exists(_path)
            ? JsonSerializer.Deserialize<Dictionary<string, AnvilRate>>(File.ReadAllText(_path), _options)!
            : [],
        StringComparer.Ordinal);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What anvil reaches.</summary>
/// <param name="OperationsPerSecond">Operations in a second of the CPU time of its process.</param>
/// <param name="How">In which way.</param>
internal sealed record AnvilRate(double OperationsPerSecond, string How);
