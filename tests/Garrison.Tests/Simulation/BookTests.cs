using Garrison.Primitives;
using Garrison.Risk;
using Garrison.Risk.Restaking;
using Garrison.Simulation.Books;
using Garrison.Tests.Repository;

namespace Garrison.Tests.Simulation;

/// <summary>The real book holds the real numbers, and what is tried on it stays on the fork.</summary>
public sealed class BookTests
{
    private static readonly Lazy<Book> _book = new(Load);

    [Fact]
    public void Every_operator_has_its_real_shares()
    {
        Book book = _book.Value;
        Assert.Equal(1665, book.Operators.Count);
        Assert.Equal(155_164, book.Operators.Sum(static one => one.Stakers));
        foreach (BookOperator one in book.Operators)
        {
            foreach (BookShares shares in one.Shares)
            {
                Assert.Equal(
                    shares.Amount, book.World.EigenLayer.Delegation.OperatorShares(
                        one.Address, shares.Strategy));
            }
        }
    }

    [Fact]
    public void Edges_have_the_real_counts_on_both_sides()
    {
        Book book = _book.Value;
        Assert.Equal([258, 103, 74, 71, 64, 61, 49, 47, 42, 42], book.Services.Take(
            10).Select(s => s.Operators.Count));
        ILookup<Address, BookService> edges = book.Services
            .SelectMany(static service => service.Operators, static (service, one) => (service, one))
            .ToLookup(static edge => edge.one, static edge => edge.service);
        Assert.All(book.Operators, one => Assert.Equal(one.ServiceCount, edges[one.Address].Count()));
        Assert.All(book.Services, service => Assert.Equal(
            service.Operators.Count, book.World.EigenLayer.OperatorSets.MembersOf(service.Set).Count));
    }

    [Fact]
    public void Two_loads_come_to_one_digest() =>
        Assert.Equal(_book.Value.World.Digest(), Load().World.Digest());

    [Fact]
    public void Counts_that_do_not_fit_are_refused()
    {
        _ = Assert.Throws<BookException>(static () => ServiceGraph.Complete([1, 1], [3]));
        _ = Assert.Throws<BookException>(static () => ServiceGraph.Complete([2, 2], [1, 1]));
    }

    [Fact]
    public void A_slash_takes_from_holders_what_is_booked_and_leaves_the_book_alone()
    {
        Book book = _book.Value;
        Hash32 before = book.World.Digest();
        BookService service = book.Services[0];
        BookOperator[] operators = [.. book.Operators.Where(
            one => service.Operators.Contains(one.Address)).Take(20)];
        SlashOutcome outcome = SlashWhatIf.Run(book, new SlashShock(
            operators, service, [], new Wad(
                123_456_789_123_456_789UL), new Wad(Wad.Scale >> 2), default, 7200));

        Assert.Equal(before, book.World.Digest());
        Assert.NotEmpty(outcome.Losses);

        // A magnitude rounds up by less than 10⁻¹⁸ of all, and each of the two holdings rounds once more.
        Assert.All(outcome.Losses, static loss => Assert.True(
            loss.Lost >= loss.Slashed && loss.Lost - loss.Slashed <= 2UL, $"{loss.Lost} {loss.Slashed}"));
        Assert.True(outcome.Market.World.EigenLayer.Withdrawals.NoncesOf(operators[0].Cohort).Count <= 1);
    }

    [Fact]
    public void Nothing_stays_of_a_refused_shock()
    {
        Book book = _book.Value;
        BookOperator stranger = book.Operators.First(static one => one.ServiceCount == 0);
        WhatIfRefusedException exception = Assert.Throws<WhatIfRefusedException>(() => SlashWhatIf.Run(
            book, new SlashShock([stranger], book.Services[0], [], Wad.One, default, default, 0)));
        Assert.Contains("OperatorNotSlashable", exception.Message);
    }

    private static Book Load() => BookReader.Load(Path.Combine(Source.Root, "books", "eigenlayer-2024-10"));
}
