using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Tests.Simulation;

/// <summary>A table of programmes is read as it says, or refused with the row and the cell that is
/// wrong.</summary>
public sealed class ProgrammeTests
{
    private const string Header =
        "name\tpayer\tkind\ttoken\taddress\tisEther\tamount\tdays\tstrategies\tpaysFee\tsource\n";

    private const string Fees = "Fees\tA\tavs\tWETH\t\tyes\t7\t70\tether=1\tno\torganic\n";

    [Theory]
    [InlineData("avs", "gift", "gift is no kind")]
    [InlineData("ether=1", "fooETH=1", "fooETH=1")]
    [InlineData("ether=1", "stETH", "is not a strategy of the book and its multiplier")]
    [InlineData("ether=1", "stETH=x", "x")]
    [InlineData("organic", "free", "free is no source")]
    [InlineData("no\torganic", "maybe\torganic", "neither yes nor no")]
    [InlineData("\t70\t", "\tlong\t", "long")]
    [InlineData("\t7\t", "\tmuch\t", "much")]
    public void A_wrong_cell_is_named(string right, string wrong, string named)
    {
        BookException exception = Assert.Throws<BookException>(() => Read(Fees.Replace(right, wrong)));
        Assert.StartsWith("rewards.tsv: Fees: ", exception.Message);
        Assert.Contains(named, exception.Message);
    }

    [Fact]
    public void A_right_row_is_read()
    {
        BookProgramme programme = Assert.Single(Read(Fees));
        Assert.Equal("Fees", programme.Name);
        Assert.Equal(Wad.Scale, Assert.Single(programme.Strategies).Multiplier);
    }

    private static IReadOnlyList<BookProgramme> Read(string rows)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "rewards.tsv"), Header + rows);
            BookStrategy strategy = new(Address.FromNumber(1), "stETH", Address.FromNumber(2));
            return ProgrammeReader.Read(folder.FullName, [strategy], []);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
