using Garrison.Primitives;
using Garrison.Risk.Allocation;
using Garrison.Simulation.Books;

namespace Garrison.Tests.Risk.Allocation;

/// <summary>Who is behind a name, on names of the real book.</summary>
public sealed class EntityRuleTests
{
    private static readonly Dictionary<string, string> _noTable = [];

    [Theory]
    [InlineData("ether.fi-1 - Pier Two", "Pier Two", "ether.fi")]
    [InlineData("ether.fi-12", "ether.fi", "ether.fi")]
    [InlineData("Renzo Operated By P2P.org", "P2P", "Renzo")]
    [InlineData("Renzo $EIGEN powered by P2P", "P2P", "Renzo $EIGEN")]
    [InlineData("Eigenpie by P2P.org", "P2P", "Eigenpie")]
    [InlineData("P2P.org [all AVS]", "P2P", "P2P")]
    [InlineData("Operated By EasyNode", "EasyNode", "EasyNode")]
    [InlineData("Othentic #1", "Othentic", "Othentic")]
    [InlineData("CoinSummer Labs 2", "CoinSummer Labs", "CoinSummer Labs")]
    [InlineData("Unit 410 [2A]", "Unit 410", "Unit 410")]
    [InlineData("01node", "01node", "01node")]
    [InlineData("5", "5", "5")]
    public void A_name_says_who_runs_it_and_for_whom(string name, string runner, string brand)
    {
        Assert.Equal([runner], new EntityRule(EntityPart.Runner, _noTable).Of([Named(name, 1)]));
        Assert.Equal([brand], new EntityRule(EntityPart.Brand, _noTable).Of([Named(name, 1)]));
    }

    [Fact]
    public void Capitals_and_further_words_make_no_other_entity()
    {
        BookOperator[] operators =
        [
            Named("Renzo Operated By HashKey Cloud", 1), Named("Puffer - Hashkey Cloud", 2),
            Named("InfStones Enterprise", 3), Named("Swell - InfStones", 4), Named("InfStonesque", 5),
        ];
        IReadOnlyList<string> entities = new EntityRule(EntityPart.Runner, _noTable).Of(operators);
        Assert.Equal(entities[0], entities[1]);
        Assert.Equal(["InfStones", "InfStones", "InfStonesque"], entities.Skip(2));
    }

    [Fact]
    public void The_table_wins_and_a_nameless_operator_is_its_own()
    {
        BookOperator nameless = Named("", 7);
        Dictionary<string, string> table = new()
        {
            ["mETHProtocol-P2P"] = "P2P",
            [Named("Odd", 8).Address.ToString()] = "P2P",
        };
        Assert.Equal(
            ["P2P", "P2P", nameless.Address.ToString()],
            new EntityRule(EntityPart.Runner, table).Of(
                [Named("mETHProtocol-P2P", 6), Named("Odd", 8), nameless]));
    }

    // 50, 30, 10, 5 and 5 have HHI 0.355 and 2.817 effective holders.
    [Fact]
    public void Concentration_of_known_parts()
    {
        UInt256 percent = Wad.Scale.DivDown(100UL);
        var measure = Concentration.Of(
        [
            ("a", percent * 50UL), ("b", percent * 30UL), ("c", percent * 10UL), ("d", percent * 5UL),
            ("e", percent * 5UL), ("f", UInt256.Zero),
        ]);
        Assert.Equal(("a", 5), (measure.Largest, measure.Holders));
        Assert.Equal(percent * 50UL, measure.LargestShare.Raw);
        Assert.Equal(UInt256.Parse("355000000000000000"), measure.Herfindahl.Raw);
        Assert.Equal(UInt256.Parse("2816901408450704225"), measure.Effective.Raw);
    }

    private static BookOperator Named(string name, ulong number) => new(
        Address.FromNumber(number), name, 1, 0, Address.FromNumber(number + 1000), []);
}
