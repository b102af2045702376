using System.Text.Json;

using Garrison.Primitives;

using static Garrison.Tests.Desk.Terminal;

namespace Garrison.Tests.Desk;

/// <summary>What lrt allocate says of the real book, writes for operators, and says to bad input.</summary>
public sealed class AllocateVerbTests
{
    private const string Header = "avs_address,operator_set_id,strategy_address,bips";

    [Fact]
    public void It_prints_every_form() => PrintsEveryForm(["lrt", "allocate"], "One percentage point more");

    [Theory]
    [InlineData(2, "at most 1", "--max-operator|1.5")]
    [InlineData(2, "--stake 0", "--stake|0")]
    [InlineData(2, "--stake much", "--stake|much")]
    [InlineData(2, "TOKEN=ETHER", "--price|EIGEN")]
    [InlineData(2, "at most 1000000 ETH", "--price|EIGEN=1000001")]
    [InlineData(2, "pays EIGEN, WETH, S11", "--price|DOGE=1")]
    [InlineData(2, "'city'", "--group|city")]
    [InlineData(2, "needs one of EigenLayer", "--book|symbiotic-2024-10")]
    [InlineData(3, "no operator of eigenlayer-2024-10 with ether", "--from|Nobody")]
    [InlineData(3, "there is no file nowhere.tsv", "--estimates|nowhere.tsv")]
    [InlineData(3, "there is no file nowhere.tsv", "--entities|nowhere.tsv")]
    [InlineData(3, "no operator of eigenlayer-2024-10 is called Nobody", "--candidate|Nobody")]
    [InlineData(4, "at most 30 % with operators of Puffer", "--from|Puffer|--group|brand")]
    public void Bad_input_gets_one_line_and_a_code(int code, string message, string words) =>
        FailsInOneLine(code, message, ["lrt", "allocate", .. words.Split('|')]);

    // Of the twenty largest operators none has more than 11 %; but P2P runs five of them, with 36 %.
    [Fact]
    public void By_address_the_stake_is_spread_and_by_entity_it_is_not()
    {
        JsonElement sections = Json(["lrt", "allocate"]).GetProperty("sections");
        JsonElement[] rows = [.. sections.GetProperty("Concentration of the stake").EnumerateArray()];
        Assert.Equal("P2P.org [all AVS]", Text(rows[0], "largest"));
        Assert.InRange(Part(rows[0], "has"), 0.107, 0.108);
        Assert.InRange(Part(rows[0], "effective number"), 15.4, 15.5);
        Assert.Equal("P2P", Text(rows[2], "largest"));
        Assert.InRange(Part(rows[2], "has"), 0.363, 0.364);
        Assert.InRange(Part(rows[2], "effective number"), 5.7, 5.8);

        Assert.Equal("P2P", Text(rows[3], "largest"));
        Assert.InRange(Part(rows[3], "has"), 0.2999, 0.3);
        JsonElement limit = sections.GetProperty("Limits that bind, or are broken now").EnumerateArray()
            .Single(static row => Text(row, "limit") == "an entity (broken)");
        Assert.Equal("P2P", Text(limit, "of"));
        Assert.InRange(Part(limit, "after"), 0.2999, 0.3);
    }

    // One service pays 2 % and loses half a percent, and takes 10 %: 100,000 · 0.1 · 2 % = 200 ETH, less 50.
    [Fact]
    public void Estimates_decide_and_files_say_how() => WithFolder(folder =>
    {
        string estimates = Path.Combine(folder, "estimates.tsv");
        File.WriteAllText(estimates, "operator\tset\treward\tloss\n# all alike\n*\teOracle\t0.02\t0.005\n");
        string csv = Path.Combine(folder, "out");
        string[] line =
        [
            "lrt", "allocate", "--from", "ether.fi", "--stake", "100000", "--estimates", estimates,
            "--csv", csv,
        ];
        JsonElement sections = Json(line).GetProperty("sections");
        JsonElement[] all = [.. sections.GetProperty("In all, of a year").EnumerateArray()];
        Assert.Equal("200000000000000000000", all[0].GetProperty("ether").GetProperty("after").GetString());
        Assert.Equal("50000000000000000000", all[1].GetProperty("ether").GetProperty("after").GetString());
        Assert.Equal("150000000000000000000", all[2].GetProperty("ether").GetProperty("after").GetString());

        JsonElement[] sent = [.. sections.GetProperty("What operators send").EnumerateArray()];
        Assert.Equal(sent.Length, Directory.GetFiles(csv).Length);
        foreach (JsonElement step in sent)
        {
            string[] lines = File.ReadAllLines(Path.Combine(csv, Text(step, "file")));
            Assert.Equal(Header, lines[0]);
            Assert.Equal(Text(step, "changes"), (lines.Length - 1).ToString());
            string[][] rows = [.. lines.Skip(1).Select(static row => row.Split(','))];
            Assert.Equal(rows.Length, rows.Select(static row => (row[0], row[1], row[2])).Distinct().Count());
            Assert.All(rows, static row =>
            {
                Assert.False(Address.Parse(row[0]).IsZero);
                Assert.Equal("1", row[1]);
                Assert.Equal("0xbeaC0eeEeeeeEEeEeEEEEeeEEeEeeeEeeEEBEaC0", row[2]);
                Assert.InRange(int.Parse(row[3]), 0, 2000);
            });
        }

        (int code, _, string errors) = Run(line);
        Assert.Equal(2, code);
        Assert.Contains("give a folder without", errors);
    });

    // Two of three are one, says the table, and may keep half; the third gets the other half.
    [Fact]
    public void Tables_say_who_has_what_and_who_is_who() => WithFolder(folder =>
    {
        string from = Path.Combine(folder, "from.tsv");
        File.WriteAllText(from, "Chorus One\t600\nKraken\t400\nGalaxy\t0\n");
        string entities = Path.Combine(folder, "entities.tsv");
        File.WriteAllText(entities, "Chorus One\tone house\nKraken\tone house\n");
        string[] line =
        [
            "lrt", "allocate", "--from", from, "--entities", entities, "--max-operator", "0.5",
            "--max-entity", "0.5",
        ];
        JsonElement[] rows =
        [
            .. Json(line).GetProperty("sections").GetProperty("Stake").EnumerateArray(),
        ];
        Assert.Equal(["one house", "one house", "Galaxy"], rows.Select(static row => Text(row, "entity")));
        Assert.Equal(
            "500000000000000000000",
            rows[2].GetProperty("stake").GetProperty("after").GetString());
    });

    [Theory]
    [InlineData("--from", "Kiln\n", "from.tsv:1: give operator, ether, with a tab between")]
    [InlineData("--from", "Kraken\t5\nKraken\t6\n", "from.tsv:2: Kraken is there twice")]
    [InlineData("--from", "Kraken\t0\n", "nobody has anything")]
    [InlineData("--estimates", "*\t-\t0.01\t0.01\n", "mere delegation cannot be slashed")]
    [InlineData("--estimates", "Kraken\teOracle\t0.01\t0.01\n", "from.tsv:1: Kraken does not serve eOracle")]
    [InlineData("--estimates", "*\teOracle\tmuch\t0.01\n", "from.tsv:1: reward much")]
    public void Bad_tables_are_told_where(string option, string text, string message) => WithFolder(folder =>
    {
        string path = Path.Combine(folder, "from.tsv");
        File.WriteAllText(path, text);
        FailsInOneLine(2, message, ["lrt", "allocate", option, path]);
    });

    private static void WithFolder(Action<string> test)
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            test(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Part(JsonElement row, string name) => double.Parse(Text(row, name)) / 1e18;

    private static string Text(JsonElement row, string name)
    {
        JsonElement cell = row.GetProperty(name);
        return cell.ValueKind == JsonValueKind.Object
            ? cell.GetProperty("value").GetString()!
            : cell.GetString()!;
    }
}
