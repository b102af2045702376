using System.Text.Json;

using Garrison.Primitives;
using Garrison.Simulation.Rewards;

namespace Garrison.Conformance.Calculation;

/// <summary>A recorded table of PostgreSQL's divisions.</summary>
internal static class DivisionTable
{
    /// <summary>Plays the table: the quotient with all its digits, and its floor.</summary>
    public static void Play(JsonElement document, Findings findings)
    {
        foreach ((int i, JsonElement row) in document.GetProperty("cases").EnumerateArray().Index())
        {
            string a = row.GetProperty("a").GetString()!;
            string b = row.GetProperty("b").GetString()!;
            string place = $"case {i}: {a} / {b}";
            PgNumeric quotient = PgNumeric.Parse(a) / PgNumeric.Parse(b);
            findings.CountOperation();
            findings.CountKeys(2);
            findings.Compare(place, "quotient", row.GetProperty("quotient").GetString(), quotient.ToString());
            string? floor = row.GetProperty("floor").GetString();
            findings.Compare(place, "floor", floor, quotient.Floor().ToString());
            if (IsWhole(a) && IsWhole(b))
            {
                findings.CountKeys(1);
                UInt256 shorter = PgDivision.Floor(UInt256.Parse(a), UInt256.Parse(b));
                findings.Compare(place, "short floor", floor, shorter.ToString());
            }
        }
    }

    private static bool IsWhole(string number) => !number.Contains('.') && !number.Contains('-');
}
