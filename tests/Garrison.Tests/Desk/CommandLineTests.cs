using System.Text.Json;

using static Garrison.Tests.Desk.Terminal;

namespace Garrison.Tests.Desk;

/// <summary>Verbs run whole, on the real book: what they print, and what they say to bad input.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("book list")]
    [InlineData("book show")]
    [InlineData("operator list")]
    [InlineData("operator show Chorus One")]
    [InlineData("exposure ether.fi-2 - P2P.org|--at|21200000")]
    [InlineData("whatif slash --operator ether.fi-2 - P2P.org|--set|EigenDA|--wad|0.1|--leave-after|0.5")]
    [InlineData("withdrawal ladder --operator ether.fi-2 - P2P.org")]
    [InlineData("exposure ether.fi-2 - P2P.org|--at|2024-11-05|--book|symbiotic-2024-10")]
    [InlineData("operator show ether.fi-2 - P2P.org|--book|symbiotic-2024-10")]
    [InlineData("withdrawal ladder --operator ether.fi-2 - P2P.org|--book|symbiotic-2024-10")]
    [InlineData("book show|--book|symbiotic-2024-10")]
    [InlineData(
        "whatif slash --operator ether.fi-2 - P2P.org|--set|EigenDA|--wad|0.1|--leave-before|0.5|--book|"
            + "symbiotic-2024-10")]
    [InlineData("whatif compare --operator ether.fi-2 - P2P.org|--set|EigenDA|--wad|0.1|--leave-after|0.5")]
    [InlineData("whatif compare --operator Chorus One|--set|eOracle|--wad|1|--limits|full|--epoch-days|1")]
    [InlineData(
        "whatif compare --operator Chorus One|--set|EigenDA|--wad|1|--limits|full|--leave-after|0.5|"
            + "--veto-days|2|--operator|0xf80B7bA7e778Abf08A63426886ca40189C7Ef48A")]
    [InlineData("digest")]
    public void Every_verb_prints_every_form(string line) => PrintsEveryForm(Words(line), "");

    [Theory]
    [InlineData(3, "no operator of eigenlayer-2024-10 is called Nobody", "operator|show|Nobody")]
    [InlineData(3, "names", "operator|show|P2P")]
    [InlineData(3, "is no operator", "operator|show|0x00000000000000000000000000000000000E16E4")]
    [InlineData(2, "wrong checksum", "operator|show|0x00000000000000000000000000000000000e16E4")]
    [InlineData(3, "no set", "whatif|slash|--operator|Chorus One|--set|Nobody|--wad|0.1")]
    [InlineData(2, "at most 1", "whatif|slash|--operator|Chorus One|--set|EigenDA|--wad|1.1")]
    [InlineData(2, "at most 1", "whatif|slash|--operator|Chorus One|--set|EigenDA|--wad|ten")]
    [InlineData(2, "above 0", "whatif|slash|--operator|Chorus One|--set|EigenDA|--wad|0")]
    [InlineData(2, "--set", "whatif|slash|--operator|Chorus One|--wad|0.1")]
    [InlineData(2, "in the past", "exposure|Chorus One|--at|5")]
    [InlineData(2, "in the past", "exposure|Chorus One|--at|2024-10-30|--book|symbiotic-2024-10")]
    [InlineData(2, "or a day such as", "exposure|Chorus One|--at|tomorrow")]
    [InlineData(2, "'--operator' is required", "whatif|compare|--set|EigenDA|--wad|0.1")]
    [InlineData(
        2, "1 to 365", "whatif|compare|--operator|Chorus One|--set|EigenDA|--wad|0.1|--epoch-days|0")]
    [InlineData(
        2,
        "less than an epoch",
        "whatif|compare|--operator|Chorus One|--set|EigenDA|--wad|0.1|--veto-days|7")]
    [InlineData(2, "half", "whatif|compare|--operator|Chorus One|--set|EigenDA|--wad|0.1|--limits|half")]
    [InlineData(2, "needs one of EigenLayer", "rewards|show|--book|symbiotic-2024-10")]
    [InlineData(
        2, "needs one of EigenLayer", "whatif|slash|--base|--operator|Chorus One|--book|symbiotic-2024-10")]
    [InlineData(
        4,
        "has nothing to slash of EL-1",
        "whatif|slash|--operator|EL-1|--set|EigenDA|--wad|0.1|--book|symbiotic-2024-10")]
    [InlineData(3, "there is no book nowhere", "book|show|--book|nowhere")]
    [InlineData(3, "there is no file", "replay|nowhere.jsonl")]
    [InlineData(2, "frobnicate", "frobnicate")]
    public void Bad_input_gets_one_line_and_a_code(int code, string message, string words) =>
        FailsInOneLine(code, message, words.Split('|'));

    [Fact]
    public void A_book_is_a_journal()
    {
        (_, string journal, _) = Run(["book", "export"]);
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".jsonl");
        try
        {
            File.WriteAllText(path, journal);
            (int code, string replayed, string errors) = Run(["replay", path, "-o", "json"]);
            Assert.True(code == 0, errors);
            (_, string digest, _) = Run(["digest", "-o", "json"]);
            string named = JsonElement.Parse(digest).GetProperty("sections").GetProperty("digest")[0]
                .GetProperty("digest").GetString()!;
            Assert.Contains(named, replayed);

            File.WriteAllText(path, journal[..(journal.Length / 2)]);
            (code, _, errors) = Run(["replay", path]);
            Assert.Equal(1, code);
            Assert.Contains("is cut off in the middle", errors);

            File.WriteAllText(path, "not a journal\n");
            (code, _, errors) = Run(["digest", path]);
            Assert.Equal(1, code);
            Assert.Contains("this is not a journal", errors);
        }
        finally
        {
            File.Delete(path);
        }
    }

    // Words are parted by bars where they hold blanks themselves.
    private static string[] Words(string line)
    {
        string[] parts = line.Split('|');
        string[] verbs = parts[0].Split(' ', parts[0].StartsWith("whatif", StringComparison.Ordinal)
            || parts[0].StartsWith("withdrawal", StringComparison.Ordinal) ? 4
            : parts[0].StartsWith("exposure", StringComparison.Ordinal) ? 2 : 3);
        return [.. verbs, .. parts[1..]];
    }
}
