using System.Text.Json;

using static Garrison.Tests.Desk.Terminal;

namespace Garrison.Tests.Desk;

/// <summary>What the verbs about liquid restaking tokens say, and what they say to bad input.</summary>
public sealed class LrtVerbTests
{
    [Theory]
    [InlineData("lrt|list", "309,402.7954 ezETH*")]
    [InlineData("lrt|show|ezETH", "1.020500 ETH*")]
    [InlineData("lrt|show|Kelp", "rsETH adapter, L2s")]
    [InlineData("lrt|backing|ezETH", "Renzo Operated by Figment")]
    [InlineData("lrt|backing|rsETH|--holder|pools", "of rsETH in pools")]
    [InlineData("lrt|queue|rsETH", "279.8755 ETHx*")]
    [InlineData("lrt|report|ezETH", "counted 2.44 times over")]
    [InlineData("lrt|whatif|ezETH|--slash|EigenDA|--wad|0.1", "rate is live")]
    [InlineData("lrt|whatif|rsETH|--slash|EigenDA|--wad|0.5", "RSETHPriceExceedsLimit")]
    [InlineData("lrt|whatif|ezETH|--run|0.3", "12,039.0490 stETH*")]
    [InlineData("lrt|whatif|rsETH|--stuck", "1,160.6978 ETH*")]
    [InlineData("book|show|--book|lrt-2024-10", "value counted once")]
    [InlineData("exposure|Kelp by Kiln|--book|lrt-2024-10", "Kelp by Kiln")]
    public void Every_verb_prints_every_form(string line, string inTable) =>
        PrintsEveryForm(line.Split('|'), inTable);

    [Theory]
    [InlineData(3, "no token of lrt-2024-10 is called ezETG", "lrt|show|ezETG")]
    [InlineData(3, "--holder moon: no holder of ezETH", "lrt|backing|ezETH|--holder|moon")]
    [InlineData(3, "--holder ezETH names 4 of them", "lrt|backing|ezETH|--holder|ezETH")]
    [InlineData(2, "say what happens: --slash SERVICE", "lrt|whatif|ezETH")]
    [InlineData(2, "say what happens: --slash SERVICE", "lrt|whatif|ezETH|--slash|EigenDA|--run|0.1")]
    [InlineData(2, "--slash needs --wad", "lrt|whatif|ezETH|--slash|EigenDA")]
    [InlineData(2, "--run 2: give a part", "lrt|whatif|ezETH|--run|2")]
    [InlineData(2, "--wad 0: give a part", "lrt|whatif|ezETH|--stuck|--wad|0")]
    [InlineData(3, "no set of lrt-2024-10 is called Moon", "lrt|whatif|ezETH|--slash|Moon|--wad|0.1")]
    [InlineData(4, "can slash none of Kelp's operators", "lrt|whatif|rsETH|--slash|Service 14|--wad|0.1")]
    [InlineData(2, "is no book of issuers; there are lrt-2024-10", "lrt|list|--book|ezeth-2024-04")]
    public void Bad_input_gets_one_line_and_a_code(int code, string message, string words) =>
        FailsInOneLine(code, message, words.Split('|'));

    // What stands behind a token by operator is what the base book has of it.
    [Fact]
    public void A_report_has_every_part_as_exact_numbers()
    {
        JsonElement sections = Json(["lrt", "report", "rsETH"]).GetProperty("sections");
        string[] names = [.. sections.EnumerateObject().Select(static section => section.Name)];
        Assert.Equal(
            ["token", "holders", "rails to other chains", "queue", "what stands behind it", "by operator",
                "slashable by whom", "value counted once"],
            names);
        Assert.Contains("77958585815134000000000", sections.GetProperty("what stands behind it").ToString());
    }
}
