using System.Text.Json;

using Garrison.Primitives;

using static Garrison.Tests.Desk.Terminal;

namespace Garrison.Tests.Desk;

/// <summary>What the verbs about validators say, and what they say to bad input.</summary>
public sealed class ValidatorVerbTests
{
    private const string Operator = "ether.fi-2 - P2P.org";

    private static readonly string[] _parts = ["at once", "by correlation", "by missed votes"];

    private static readonly string[] _stages =
    [
        "before", "slashed", "the first correlation penalty", "the last is withdrawable",
        "the service has slashed",
    ];

    [Theory]
    [InlineData("validator|show")]
    [InlineData("validator|show|--count|3|--balance|2048|--credentials|0x02|--at|2025-09-10")]
    [InlineData("validator|queue")]
    [InlineData("validator|queue|--at|2023-06-01|--eth|100000.5")]
    [InlineData("whatif|slash|--base|--operator|" + Operator + "|--share|0.01")]
    [InlineData("whatif|slash|--base|--operator|Chorus One|--set|EigenDA|--wad|0.5")]
    [InlineData("whatif|slash|--base|--share|0.001")]
    public void Every_verb_prints_every_form(string line) => PrintsEveryForm(line.Split('|'), "ETH");

    [Theory]
    [InlineData(2, "a day such as", "validator|queue|--at|yesterday")]
    [InlineData(3, "there is no record of 2023-01-01", "validator|queue|--at|2023-01-01")]
    [InlineData(2, "--eth 0", "validator|queue|--eth|0")]
    [InlineData(2, "--eth -1", "validator|queue|--eth|-1")]
    [InlineData(2, "--eth much", "validator|queue|--eth|much")]
    [InlineData(2, "whole gwei", "validator|queue|--eth|0.0000000001")]
    [InlineData(2, "needs 32 ETH", "validator|show|--balance|31")]
    [InlineData(2, "at most 1 %", "validator|show|--count|1000000")]
    [InlineData(2, "at least 1", "validator|show|--count|0")]
    [InlineData(2, "'0x02'", "validator|show|--credentials|0x03")]
    [InlineData(2, "at most 1", "validator|show|--participation|2")]
    [InlineData(2, "at most 1", "whatif|slash|--base|--share|1.5")]
    [InlineData(4, "somebody has to be left", "whatif|slash|--base|--share|1")]
    [InlineData(4, "somebody has to be left", "whatif|slash|--base|--operator|" + Operator + "|--stake|100")]
    [InlineData(3, "has no validator", "whatif|slash|--base|--operator|Chorus One|--balance|2048000")]
    [InlineData(3, "is called Nobody", "whatif|slash|--base|--operator|Nobody")]
    [InlineData(2, "two thirds", "validator|show|--participation|0.666666666666666666")]
    [InlineData(2, "needs 32 ETH", "validator|show|--balance|31.9")]
    [InlineData(2, "needs 32 ETH", "whatif|slash|--base|--balance|16")]
    [InlineData(2, "one --operator", "whatif|slash|--base|--set|EigenDA|--wad|0.1")]
    [InlineData(2, "'--wad' is required", "whatif|slash|--base|--operator|Chorus One|--set|EigenDA")]
    [InlineData(2, "goes with --set", "whatif|slash|--base|--operator|Chorus One|--wad|0.1")]
    [InlineData(2, "goes with --base", "whatif|slash|--share|0.1|--operator|Chorus One|--set|EigenDA")]
    public void Bad_input_gets_one_line_and_a_code(int code, string message, string words) =>
        FailsInOneLine(code, message, words.Split('|'));

    // 35.9 million ether: a base reward of 10,784 gwei, of which full duty earns 14 + 26 + 14 of 64.
    [Fact]
    public void Show_says_what_votes_earn_and_cost()
    {
        JsonElement sections = Sections(
            "validator", "show", "--stake", "35900000", "--participation", "1", "--at", "2025-09-10");
        string[] earned =
        [
            .. sections.GetProperty("What they earn").EnumerateArray()
                .Select(static row => Value(row.GetProperty("an epoch"))),
        ];
        Assert.Equal(["2359000000000", "4381000000000", "2359000000000"], earned[..3]);
        UInt256 rest = UInt256.Parse(earned[3]) + UInt256.Parse(earned[4]);

        // The sync committee's 2 of 64 and the proposers' 8, rounded down on the way.
        Assert.InRange(rest.ToUInt64(), 1_684_000_000_000UL, 1_685_000_000_000UL);

        // The chance of a sync committee seat costs as much as it earns.
        string lost = Value(sections.GetProperty("What they lose offline")[0].GetProperty("an epoch"));
        Assert.Equal(UInt256.Parse(earned[3]) + 6_740_000_000_000UL, UInt256.Parse(lost));

        JsonElement alone = sections.GetProperty("What a slashing costs")[0];
        Assert.Equal("7812500000000000", Value(alone.GetProperty("at once")));
        Assert.Equal("85568000000000", Value(alone.GetProperty("halfway")));
        Assert.Equal("36.41 days", alone.GetProperty("withdrawable after").GetString());
    }

    [Fact]
    public void Queue_says_what_was_recorded_and_what_the_rules_say()
    {
        JsonElement sections = Sections("validator", "queue", "--at", "2025-09-10", "--eth", "256");
        JsonElement leaving = sections.GetProperty("Queues")[1];
        Assert.Equal("1055761000000000000000000", Value(leaving.GetProperty("waiting")));
        Assert.Equal("18.33 days", leaving.GetProperty("wait by the rules").GetString());
        Assert.Equal("18.33 days", leaving.GetProperty("wait recorded").GetString());
        JsonElement[] steps =
        [
            .. sections.GetProperty("If 256.0000 ETH asked to leave behind it").EnumerateArray(),
        ];
        long[] epochs = [.. steps.Select(static step => long.Parse(step.GetProperty("epoch").GetString()!))];
        Assert.Equal(256, epochs[1] - epochs[0]);
        Assert.True(epochs[2] > epochs[1]);
    }

    [Fact]
    public void A_base_slash_reaches_the_holders_before_a_service_does()
    {
        JsonElement sections = Sections(
            "whatif", "slash", "--base", "--operator", Operator, "--share", "0.05", "--set", "EigenDA",
            "--wad", "1");
        JsonElement all = sections.GetProperty("In all")[0];
        UInt256 lost = UInt256.Parse(Value(all.GetProperty("lost")));
        UInt256[] parts = [.. _parts.Select(part => UInt256.Parse(Value(all.GetProperty(part))))];
        Assert.Equal(lost, parts[0] + parts[1] + parts[2]);

        JsonElement[] stages = [.. sections.GetProperty("By when").EnumerateArray()];
        Assert.Equal(
            _stages,
            stages.Select(static stage => stage.GetProperty("after").GetString()));
        UInt256[] pods =
        [
            .. stages.Select(static stage => UInt256.Parse(Value(stage.GetProperty("in the pods")))),
        ];
        Assert.Equal(lost, pods[0] - pods[3]);

        // The holders bear the loss of the pods, within a unit of the factor, and then the service's.
        UInt256[] held =
        [
            .. stages.Select(static stage => UInt256.Parse(Value(
                stage.GetProperty("withdrawable by the holders")))),
        ];
        Assert.InRange((pods[3] - held[3]).ToUInt64(), 0UL, 1_000_000UL);
        Assert.True(held[4] < held[3]);
        JsonElement holders = sections.GetProperty("Who loses what").EnumerateArray()
            .Single(static row => row.GetProperty("strategy").GetString() == "beaconETH");
        Assert.Equal(held[0] - held[4], UInt256.Parse(Value(holders.GetProperty("lost"))));
    }

    private static JsonElement Sections(params string[] words) => Json(words).GetProperty("sections");

    private static string Value(JsonElement cell) => cell.GetProperty("value").GetString()!;
}
