using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Lending.Morpho;

using static Garrison.Tests.Desk.Terminal;

namespace Garrison.Tests.Desk;

/// <summary>What the verbs about loops say, and what they say to bad input.</summary>
public sealed class LoopVerbTests
{
    private const string RsEth = "|--book|rseth-2026-04";

    private const string Open = "loop|open|86|--equity|";
    private const string Stranger = "loop|unwind|aave|--position|wstETH with room 3" + RsEth;
    private const string Leave = "loop|unwind|aave|--position|rsETH with room 7";

    [Theory]
    [InlineData(
        "loop|open|aave|--equity|100|--leverage|8|--yield|2.5|--dry-run" + RsEth, "0.985066 WETH")]
    [InlineData("loop|open|aave|--equity|100|--ltv|0.9" + RsEth, "90.0000 %")]
    [InlineData(
        "loop|open|aave|--equity|100|--health|1.05|--pool|uniswap" + RsEth, "through Uniswap rsETH/WETH")]
    [InlineData(Open + "100|--of|WETH|--leverage|3|--steps", "in 3 steps through Balancer")]
    [InlineData(Leave + RsEth, "no debt")]
    [InlineData(Leave + "|--health|1.2" + RsEth, "1.0555          1.2000*")]
    [InlineData("loop|unwind|86|--position|safest 3|--steps", "all")]
    [InlineData("loop|unwind|86|--position|middle 3|--yield|3", "no debt")]
    public void Every_verb_prints_every_form(string line, string inTable) =>
        PrintsEveryForm(line.Split('|'), inTable);

    [Theory]
    [InlineData(2, "say where to: --leverage 8", Open + "1")]
    [InlineData(2, "give one of --leverage, --ltv and --health", Open + "1|--ltv|0.5|--health|2")]
    [InlineData(2, "--leverage 0.5: give 1 or more", Open + "1|--leverage|0.5")]
    [InlineData(2, "--equity 0: give an amount above 0", Open + "0|--leverage|2")]
    [InlineData(4, "no such pool of ezeth-2024-04 changes", Open + "1|--leverage|2|--pool|Arb")]
    [InlineData(4, "no such pool of rseth-2026-04 changes WETH for wstETH", Stranger)]
    [InlineData(2, "--equity ten: give an amount", Open + "ten|--leverage|2")]
    [InlineData(3, "--of wstETH: the loop has no wstETH", Open + "1|--leverage|2|--of|wstETH")]
    [InlineData(3, "does not lend WETH for wstETH", Open + "1|--leverage|2|--collateral|wstETH")]
    [InlineData(4, "a loan to value of 9000 bps is above the 8600 bps", Open + "1|--leverage|10")]
    [InlineData(4, "(SlippageAboveLimit)", Open + "100|--leverage|3|--slippage|0|--pool|Uniswap")]
    [InlineData(4, "(TargetIsBehind)", "loop|unwind|86|--position|safest 3|--leverage|5")]
    [InlineData(3, "nobody of that name borrowed here", "loop|unwind|86|--position|nobody")]
    [InlineData(
        4,
        "no such pool of rseth-2026-04 changes WETH for weETH",
        "loop|open|aave|--equity|10|--leverage|5|--collateral|weETH" + RsEth)]
    public void Bad_input_gets_one_line_and_a_code(int code, string message, string words) =>
        FailsInOneLine(code, message, words.Split('|'));

    // 8 times 100 rsETH at 1.0695 and what slippage and premium leave of them: 748.9 of debt on 855.9, whose
    // 95 % carry it until the price is 748.914 / (0.95 · 800.282) = 0.985065.
    [Fact]
    public void The_commands_of_a_plan_are_in_the_journals_own_form()
    {
        JsonElement sections = Json(
            ["loop", "open", "aave", "--equity", "100", "--leverage", "8", "--book", "rseth-2026-04"])
            .GetProperty("sections");
        JsonElement[] commands = [.. sections.GetProperty("commands").EnumerateArray()];
        Assert.Equal(
            ["lending.aave.setUserEMode", "lending.aave.flashLoanSimple", "exchange.swap",
                "lending.aave.supply", "lending.aave.borrow"],
            commands.Select(static row => KindOf(row.GetProperty("command"))));
        Assert.Equal("2.3", commands[^1].GetProperty("step").ToString());
    }

    [Fact]
    public void A_saved_plan_is_one_command()
    {
        string file = Path.GetTempFileName();
        (int code, _, _) = Run(["loop", "open", "86", "--equity", "10", "--leverage", "2", "--save", file]);
        Assert.Equal(0, code);
        Batch batch = Assert.IsType<Batch>(EngineJson.ReadCommand(File.ReadAllText(file)));
        Assert.IsType<FlashLoanFromMorpho>(Assert.Single(batch.Commands));
        File.Delete(file);
    }

    private static string KindOf(JsonElement command)
    {
        using JsonDocument document = JsonDocument.Parse(command.ToString());
        return document.RootElement.GetProperty("type").GetString()!;
    }
}
