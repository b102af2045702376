using System.Text.Json;

using static Garrison.Tests.Desk.Terminal;

namespace Garrison.Tests.Desk;

/// <summary>What the verbs about pools and loans say, and what they say to bad input.</summary>
public sealed class MarketVerbTests
{
    private const string RsEth = "|--book|rseth-2026-04";

    [Theory]
    [InlineData("book|show|--book|ezeth-2024-04", "* Assumed: Balancer ezETH/WETH, amplification: fitted")]
    [InlineData("book|show" + RsEth, "Kelp's bridge  156,873.0000 rsETH  152,578.0000 rsETH  102.8149 %")]
    [InlineData("digest|--book|ezeth-2024-04", "ezeth-2024-04")]
    [InlineData("pool|list", "Balancer ezETH/WETH")]
    [InlineData("pool|list" + RsEth, "Uniswap rsETH/WETH")]
    [InlineData("pool|show|Balancer", "WETH     5,867.0000 WETH     5,867.0000 ETH  23.7775 %")]
    [InlineData("pool|show|0x596192bb6e41802428ac943d2f1476c1af25cc0e", "Balancer stable")]
    [InlineData("pool|show|uniswap", "ticks -15000 to 110*")]
    [InlineData("pool|quote|Balancer|--sell|100|--of|ezETH", "as of block 19720796, 2024-04-23 21:35 UTC")]
    [InlineData("pool|quote|Balancer|--buy|100|--of|WETH|--for|ezeth", "100.0000 WETH")]
    [InlineData("pool|quote|Uniswap|--sell|100000|--of|ezETH", "it takes only a part of what is sold")]
    [InlineData("pool|depth|Balancer", "0.1000 %  1.005265 WETH    904.1591 ezETH*    909.3212 WETH*")]
    [InlineData("pool|depth|Arbitrum|--sell|ezETH|--bps|5,500", "5.0000 %")]
    [InlineData("loan|show", "90.0000 %*")]
    [InlineData("loan|show|86|--position|middle 3", "liquidated below")]
    [InlineData("loan|show|77|--each", "safest (77 %) 6")]
    [InlineData("loan|show" + RsEth, "3,000,000.0000 WETH  2,655,000.0000 WETH  88.5000 %")]
    [InlineData("loan|ladder", "Morpho ezETH/WETH 86 %, by the market price of ezETH")]
    [InlineData("loan|ladder|77|--falls|2.5,20|--by|price", "2.5000 %  0.983287 WETH")]
    [InlineData("loan|ladder|--token|weETH" + RsEth, "Aave Core, by the own rate of weETH")]
    [InlineData("loan|ladder|--by|both" + RsEth, "by the market price and the own rate of rsETH")]
    public void Every_verb_prints_every_form(string line, string inTable) =>
        PrintsEveryForm(line.Split('|'), inTable);

    [Theory]
    [InlineData(3, "no pool of ezeth-2024-04 is called Balancr; did you mean", "pool|show|Balancr")]
    [InlineData(3, "ezETH names 3 of them: Balancer ezETH/WETH, Uniswap", "pool|depth|ezETH")]
    [InlineData(
        3,
        "--of rETH: Balancer ezETH/WETH has no rETH; did you mean",
        "pool|quote|Bal|--sell|1|--of|rETH")]
    [InlineData(2, "give either --sell or --buy", "pool|quote|Bal|--of|WETH")]
    [InlineData(2, "give either --sell or --buy", "pool|quote|Bal|--of|WETH|--sell|1|--buy|1")]
    [InlineData(2, "--sell ten: give an amount", "pool|quote|Bal|--of|WETH|--sell|ten")]
    [InlineData(4, "does not trade that: the rules say", "pool|quote|Bal|--of|WETH|--buy|100000")]
    [InlineData(2, "--bps 0: give numbers from 1 to 9999", "pool|depth|Bal|--bps|10,0")]
    [InlineData(3, "no lending market of ezeth-2024-04 is called Compound", "loan|show|Compound")]
    [InlineData(3, "middle 33: nobody of that name borrowed here", "loan|show|--position|middle 33")]
    [InlineData(2, "--falls 100: give percents below 100", "loan|ladder|--falls|1,100")]
    [InlineData(3, "--token stETH: ezeth-2024-04 has no stETH", "loan|ladder|--token|stETH")]
    [InlineData(3, "nothing is lent against wstETH there", "loan|ladder|--token|wstETH")]
    [InlineData(2, "rate", "loan|ladder|--by|rates")]
    [InlineData(
        2,
        "is no book of markets; there are ezeth-2024-04, rseth-2026-04",
        "pool|list|--book|eigenlayer-2024-10")]
    [InlineData(2, "is a book of markets: this needs one of restaked capital", "operator|list" + RsEth)]
    [InlineData(3, "there is no book nowhere", "loan|show|--book|nowhere")]
    public void Bad_input_gets_one_line_and_a_code(int code, string message, string words) =>
        FailsInOneLine(code, message, words.Split('|'));

    [Fact]
    public void A_quote_says_what_is_assumed_and_in_which_unit()
    {
        JsonElement trade = Json(["pool", "quote", "Balancer", "--sell", "100", "--of", "ezETH"])
            .GetProperty("sections").GetProperty("trade");
        JsonElement gets = trade[1].GetProperty("amount");
        Assert.Equal("100612735", gets.GetProperty("value").GetString()![..9]);
        Assert.Equal("WETH", gets.GetProperty("symbol").GetString());
        Assert.Equal(18, gets.GetProperty("decimals").GetInt32());
        JsonElement lent = Json(["loan", "show", "--book", "rseth-2026-04"])
            .GetProperty("sections").GetProperty("lent")[0];
        Assert.False(lent.GetProperty("owed").TryGetProperty("assumed", out _));
        JsonElement wstEth = Json(["loan", "show", "--book", "rseth-2026-04"])
            .GetProperty("sections").GetProperty("lent")[1];
        Assert.True(wstEth.GetProperty("lent").GetProperty("assumed").GetBoolean());
    }

    [Fact]
    public void A_market_that_cannot_see_a_fall_is_said_to_be_blind()
    {
        (_, string output, _) = Run(["loan", "ladder", "--book", "rseth-2026-04"]);
        Assert.Contains(
            "Aave Core does not see the market price of rsETH: a fall of it liquidates nobody there.",
            output);
        Assert.DoesNotContain("by the market price of rsETH\n", output);
        Assert.Contains("5.0000 %  2,346.26 USD   140*  365,510.9663 rsETH*  836,875,824.01 USD*", output);
    }
}
