using System.Numerics;
using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;
using Garrison.Risk.RewardsDesk;
using Garrison.Simulation.Books;
using Garrison.Tests.Repository;

using static Garrison.Tests.Desk.Terminal;

namespace Garrison.Tests.Desk;

/// <summary>Verbs about rewards and yield, run whole on the real book.</summary>
public sealed class RewardsVerbTests
{
    private const string Avs = "rewards|submit|--kind|avs|--payer|EigenDA";

    private const string Submit = Avs + "|--token|WETH|--amount|10|--days|7";

    private const string Directed = "rewards|submit|--kind|directed-set|--payer|eOracle|--token|WETH"
        + "|--operator|Chorus One=1|--days|7|--at|2024-11-12";

    [Theory]
    [InlineData("rewards|show")]
    [InlineData("rewards|show|Chorus One|--days|3")]
    [InlineData("rewards|explain|Chorus One|--stakers|--day|2024-11-05")]
    [InlineData("rewards|claim|Chorus One")]
    [InlineData(Submit)]
    [InlineData(Directed)]
    [InlineData("yield|decompose|Chorus One|--days|2")]
    public void Every_verb_prints_every_form(string line) =>
        PrintsEveryForm(line.Split('|'), "* rests on assumptions");

    [Theory]
    [InlineData(3, "no operator of eigenlayer-2024-10 is called Nobody", "rewards|show|Nobody")]
    [InlineData(3, "see garrison operator list", "rewards|explain|Nobody|--day|2024-11-05")]
    [InlineData(3, "see garrison operator list", "yield|decompose|Nobody")]
    [InlineData(3, "has earned nothing", "rewards|prove|Manifold Finance")]
    [InlineData(3, "has earned nothing", "rewards|claim|Manifold Finance")]
    [InlineData(3, "earned nothing on", "rewards|explain|Chorus One|--day|2024-11-05|--reward|0xff")]
    [InlineData(2, "such as 2024-10-31", "rewards|explain|Chorus One|--day|tomorrow")]
    [InlineData(2, "knows days from 2024-11-01", "rewards|explain|Chorus One|--day|2024-10-01")]
    [InlineData(2, "give from 0 to 365", "rewards|show|--days|-1")]
    [InlineData(2, "two thirds", "yield|decompose|Chorus One|--participation|0.5")]
    [InlineData(2, "--active-ether", "yield|decompose|Chorus One|--active-ether|5")]
    [InlineData(2, "give an amount", Avs + "|--token|WETH|--days|7|--amount|.")]
    [InlineData(2, "NAME=VALUE", Avs + "|--token|WETH|--days|7|--amount|1|--leave|=2024-11-05")]
    [InlineData(2, "below 2^96", Submit + "|--strategy|stETH=79228162514.264337593543950336")]
    [InlineData(2, "needs --journal", "rewards|claim|Chorus One|--broadcast")]
    [InlineData(3, "garrison book export", "rewards|claim|Chorus One|--journal|nowhere.jsonl")]
    [InlineData(3, "no token", Avs + "|--token|A|--amount|1|--days|7")]
    [InlineData(2, "whole tokens", Avs + "|--token|WETH|--amount|x|--days|7")]
    [InlineData(2, "for a directed kind", Submit + "|--operator|Chorus One=1")]
    [InlineData(2, "NAME=VALUE", Directed + "|--leave|Chorus One")]
    [InlineData(3, "nobody in", "rewards|submit|--kind|avs|--payer|X|--token|WETH|--amount|1|--days|7")]
    [InlineData(4, "DurationExceedsMax", Avs + "|--token|WETH|--amount|1|--days|731")]
    [InlineData(
        4,
        "UnauthorizedCaller",
        "rewards|submit|--kind|all-earners|--payer|EigenDA|--token|WETH|--amount|1|--days|7")]
    [InlineData(4, "insufficient allowance", Submit + "|--unfunded")]
    [InlineData(4, "SubmissionNotRetroactive", Directed + "|--start|2024-11-10")]
    public void Bad_input_gets_one_line_and_a_code(int code, string message, string words) =>
        FailsInOneLine(code, message, words.Split('|'));

    [Fact]
    public void Incentives_of_a_day_are_what_the_tables_of_the_book_come_to()
    {
        Book book = Load();
        BookOperator one = book.Operators.First(static o => o.Name == "Chorus One");
        BookProgramme programme = book.Programmes[1];
        Address strategy = Assert.Single(programme.Strategies).Strategy;
        BigInteger own = Shares(one, strategy);
        BigInteger all = book.Operators.Where(static o => o.ServiceCount > 0)
            .Aggregate(BigInteger.Zero, (sum, o) => sum + Shares(o, strategy));

        // Quotients above 10¹⁶ are rounded, half up; the proportion is cut to fifteen digits.
        BigInteger perDay = Rounded(programme.Amount.ToBigInteger(), 70);
        BigInteger payout = own * BigInteger.Pow(10, 15) / all * perDay / BigInteger.Pow(10, 15);
        BigInteger kept = Rounded(payout * 1000, 10_000);

        JsonElement staker = Earned("rewards|show|Chorus One|--stakers|--days|1");
        Assert.Equal($"{payout - kept}", staker.GetProperty("earned").GetProperty("value").GetString());
        Assert.Equal("emission", staker.GetProperty("source").GetString());
        JsonElement itself = Earned("rewards|show|Chorus One|--days|1");
        Assert.Equal($"{kept}", itself.GetProperty("earned").GetProperty("value").GetString());

        JsonElement Earned(string words) => Json(words.Split('|'))
            .GetProperty("sections").GetProperty("days").EnumerateArray()
            .First(day => day.GetProperty("programme").GetString() == programme.Name);
    }

    // What its stakers received in the week to 3 November 2024, by its own account: see docs/models/yield.md.
    [Fact]
    public void A_week_of_incentives_is_near_what_ether_fi_received()
    {
        const double Received = 351_442;
        Book book = Load();
        Address[] cohorts =
        [
            .. book.Operators.Where(static o => o.Name.StartsWith("ether.fi-")).Select(static o => o.Cohort),
        ];
        RewardsProjection projection = RewardsProjection.Open(book, cohorts.Contains);
        projection.RunTo(projection.LastDay + 7);
        Assert.Equal(20, cohorts.Length);
        double computed = projection.Rows
            .Where(row => row.Day <= projection.LastDay && row.Reward.Strategies.Count > 1
                && row.Reward.Token == book.Programmes[0].Token.Address)
            .Sum(static row => (double)row.Amount.ToBigInteger() / 1e18);
        Assert.InRange(computed, Received * 0.99, Received * 1.01);
    }

    [Fact]
    public void A_protocol_fee_is_part_of_gross()
    {
        JsonElement json = Json(["yield", "decompose", "Chorus One", "--days", "3"]);
        JsonElement fees = json.GetProperty("sections").GetProperty("In all").EnumerateArray()
            .First(static row => row.GetProperty("token").GetString() == "WETH");
        BigInteger organic = Value(fees, "organic");
        BigInteger protocol = Value(fees, "protocol fee");
        Assert.Equal(BigInteger.Zero, Value(fees, "emissions"));
        Assert.Equal(organic, Value(fees, "gross"));
        Assert.Equal(organic - protocol - Value(fees, "operator split"), Value(fees, "net"));

        // A fifth of what was paid in, rounded down a row.
        Assert.InRange(organic - (protocol * 5), 0, 15);
    }

    [Fact]
    public void What_prove_prints_the_contract_accepts_once()
    {
        string text = Table("rewards|prove|Chorus One|--days|9|-o|json");
        RewardsClaim claim = Read(JsonElement.Parse(text));
        RewardsProjection projection = RewardsProjection.Open(Load());
        projection.RunTo(projection.LastDay + 9);
        ProcessClaims command = new(claim.Earner, [claim], Address.FromNumber(7));
        Assert.Equal(new Refused(new Refusal("RootNotActivated")), projection.World.Execute(command));

        projection.WaitUntil(projection.World.EigenLayer.Rewards.Roots[claim.RootIndex].ActivatedAt);
        _ = Assert.IsType<Accepted>(projection.World.Execute(command));
        foreach (TokenEarnings one in claim.Earnings)
        {
            Assert.Equal(one.Cumulative, projection.World.Ledger.Balance(one.Token, Address.FromNumber(7)));
        }

        Assert.Equal(
            new Refused(new Refusal("EarningsNotGreaterThanClaimed")), projection.World.Execute(command));
        (_, string table, _) = Run(["rewards", "prove", "Chorus One", "--days", "9"]);
        Assert.Contains("checked against the root", table);
    }

    [Fact]
    public void An_empty_tail_is_warned_of_and_no_other()
    {
        Assert.DoesNotContain("No operator is registered", Table(Directed));
        string[] leaving = [.. Directed.Split('|'), "--leave", "Chorus One=2024-11-09"];
        (_, string warned, _) = Run(leaving);
        Assert.Contains("No operator is registered from 2024-11-09 to 2024-11-11", warned);
        Assert.Contains("out of the tokens of others", warned);
        (_, string both, _) = Run([.. leaving, "--operator", "P2P.org [all AVS]=1"]);
        Assert.DoesNotContain("No operator is registered", both);
    }

    [Fact]
    public void A_journal_is_appended_to_when_told_so_and_replays()
    {
        (_, string exported, _) = Run(["book", "export"]);
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".jsonl");
        try
        {
            File.WriteAllText(path, exported);
            string[] submit = [.. Submit.Split('|'), "--journal", path];
            (int code, string text, string errors) = Run(submit);
            Assert.True(code == 0, errors);
            Assert.Contains("nothing was written", text);
            Assert.Equal(exported, File.ReadAllText(path));

            (code, _, errors) = Run([.. submit, "--unfunded", "--broadcast"]);
            Assert.Equal(4, code);
            Assert.Contains("insufficient allowance", errors);
            Assert.Equal(exported, File.ReadAllText(path));

            (code, text, errors) = Run([.. submit, "--broadcast"]);
            Assert.True(code == 0, errors);
            Assert.Contains("commands were appended", text);
            (code, _, errors) = Run(["rewards", "claim", "Chorus One", "--journal", path, "--broadcast"]);
            Assert.True(code == 0, errors);
            World world = Journal.Replay(File.ReadLines(path));
            Address token = Load().Programmes[0].Token.Address;
            Address earner = Load().Operators.First(static o => o.Name == "Chorus One").Address;
            Assert.False(world.EigenLayer.Rewards.Claims.Claimed(earner, token).IsZero);

            string before = File.ReadAllText(path);
            (code, _, errors) = Run(
                ["rewards", "claim", "Chorus One", "--days", "0", "--journal", path, "--broadcast"]);
            Assert.Equal(4, code);
            Assert.Contains("EarningsNotGreaterThanClaimed", errors);
            Assert.Equal(before, File.ReadAllText(path));
            Assert.Contains("EigenDA 0x", Table($"rewards|show|--days|0|--journal|{path}"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static RewardsClaim Read(JsonElement claim)
    {
        JsonElement leaf = claim.GetProperty("earnerLeaf");
        return new RewardsClaim(
            claim.GetProperty("rootIndex").GetUInt32(),
            claim.GetProperty("earnerIndex").GetUInt32(),
            Bytes(claim.GetProperty("earnerTreeProof")),
            Address.Parse(leaf.GetProperty("earner").GetString()!),
            Hash32.Parse(leaf.GetProperty("earnerTokenRoot").GetString()!),
            [.. claim.GetProperty("tokenIndices").EnumerateArray().Select(static one => one.GetUInt32())],
            [.. claim.GetProperty("tokenTreeProofs").EnumerateArray().Select(Bytes)],
            [
                .. claim.GetProperty("tokenLeaves").EnumerateArray().Select(static one => new TokenEarnings(
                    Address.Parse(one.GetProperty("token").GetString()!),
                    UInt256.Parse(one.GetProperty("cumulativeEarnings").GetString()!))),
            ]);
    }

    private static byte[] Bytes(JsonElement hex) => Convert.FromHexString(hex.GetString()![2..]);

    private static BigInteger Value(JsonElement row, string name) =>
        BigInteger.Parse(row.GetProperty(name).GetProperty("value").GetString()!);

    private static BigInteger Shares(BookOperator one, Address strategy) =>
        one.Shares.FirstOrDefault(shares => shares.Strategy == strategy)?.Amount.ToBigInteger() ?? 0;

    private static BigInteger Rounded(BigInteger left, BigInteger right) =>
        ((2 * left) + right) / (2 * right);

    private static Book Load() => BookReader.Load(Path.Combine(Source.Root, "books", "eigenlayer-2024-10"));

    private static string Table(string words)
    {
        (int code, string text, string errors) = Run(words.Split('|'));
        Assert.True(code == 0, errors);
        return text;
    }
}
