using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;
using Garrison.Risk.Restaking;
using Garrison.Simulation.Books;
using Garrison.Tests.Repository;

namespace Garrison.Tests.Risk.Restaking;

/// <summary>One shock on two protocols: the same capital, and a rule for every difference.</summary>
public sealed class ProtocolComparisonTests
{
    private static readonly Lazy<Book> _book = new(
        static () => BookReader.Load(Path.Combine(Source.Root, "books", "eigenlayer-2024-10")));

    private static readonly Lazy<Book> _vaults = new(
        static () => VaultBook.Rebuild(_book.Value, VaultTerms.Usual));

    private static readonly Lazy<Book> _full = new(
        static () => VaultBook.Rebuild(_book.Value, VaultTerms.Of(3 * 86_400, VaultLimits.Full)));

    [Fact]
    public void The_vaults_hold_what_was_delegated_and_are_bound_by_what_was_allocated()
    {
        var one = RestakingMarket.Of(_book.Value);
        var other = RestakingMarket.Of(_vaults.Value);
        foreach (BookOperator @operator in _book.Value.Operators.Where(static one => one.ServiceCount > 0))
        {
            Assert.Equal(
                one.StakesOf(@operator).OrderBy(static stake => stake.Asset)
                    .Select(static stake => (stake.Asset, stake.Active, stake.Rewarded, stake.Bound)),
                other.StakesOf(@operator).OrderBy(static stake => stake.Asset)
                    .Select(static stake => (stake.Asset, stake.Active, stake.Rewarded, stake.Bound)));
            Assert.Equal(Slashable(one, @operator), Slashable(other, @operator));
        }
    }

    [Fact]
    public void Every_difference_has_a_rule_and_no_rule_is_given_for_none() => Roll(20, static dice =>
    {
        var comparison = ProtocolComparison.Run(
            _book.Value, dice.Of(_vaults.Value, _full.Value), Shock(dice, _book.Value));
        Assert.NotEmpty(comparison.Losses);
        Assert.All(comparison.Losses, static row =>
        {
            Assert.Equal(row.EigenLayer == row.Symbiotic, row.Why.Count == 0);
            UInt256 held = row.Operator.Shares.First(shares => shares.Strategy == row.Asset).Amount;
            UInt256 bound = (held.DivUp(Wad.Scale) * 2UL) + 4UL;
            Assert.True(
                !row.Why.Contains(DifferenceRule.Rounding)
                    || row.EigenLayer.AbsoluteDifference(row.Symbiotic) <= bound,
                $"{row.EigenLayer} {row.Symbiotic} of {held}");
        });
        Assert.All(comparison.Slashable, static row =>
            Assert.Equal(row.EigenLayer.After == row.Symbiotic.After, row.Why.Count == 0));
    });

    // With as much behind each service, the same part of it is gone, but for what a magnitude of 18 digits
    // and the shares of two holdings round.
    [Fact]
    public void With_equal_limits_the_losses_are_equal_but_for_rounding() => Roll(10, static dice =>
    {
        var comparison = ProtocolComparison.Run(_book.Value, _vaults.Value, Shock(dice, _book.Value));
        Assert.All(comparison.Losses, static row =>
        {
            UInt256 held = row.Operator.Shares.First(shares => shares.Strategy == row.Asset).Amount;
            UInt256 unit = held.DivUp(Wad.Scale);
            Assert.True(
                row.EigenLayer.AbsoluteDifference(row.Symbiotic) <= (unit * 2UL) + 4UL,
                $"{row.EigenLayer} {row.Symbiotic} of {held}");
            Assert.DoesNotContain(DifferenceRule.LimitsOverlap, row.Why);
        });
    });

    // A stake of S behind each of n services in full loses n times what a nth of it would.
    [Fact]
    public void Full_limits_lose_as_many_times_more_as_there_are_services()
    {
        BookService service = _book.Value.Services[0];
        BookOperator one = _book.Value.Operators.First(
            one => one.ServiceCount == 4 && service.Operators.Contains(one.Address));
        SlashShock shock = new([one], service, [], new Wad(Wad.Scale >> 1), default, default, 0);
        var comparison = ProtocolComparison.Run(_book.Value, _full.Value, shock);
        Assert.All(comparison.Losses, row =>
        {
            UInt256 held = one.Shares.First(shares => shares.Strategy == row.Asset).Amount;
            Assert.Equal(held.DivUp(2), row.Symbiotic);
            Assert.True(
                row.EigenLayer.AbsoluteDifference(held.DivDown(8)) <= 8UL, $"{row.EigenLayer} of {held}");
            Assert.Equal([DifferenceRule.LimitsOverlap], row.Why);
        });
        Assert.All(comparison.Claims, static row =>
            Assert.Equal(new Wad(Wad.Scale * 4UL), row.Symbiotic.Claimed));
    }

    // Half an epoch is over: what is asked for one block later is out at the end of the next epoch, ten and a
    // half days on; EigenLayer counts fourteen days from that block.
    [Fact]
    public void Exits_follow_epochs_there_and_blocks_here()
    {
        BookOperator one = _book.Value.Operators.First(static one => one.ServiceCount == 4);
        BookService service = _book.Value.Services.First(each => each.Operators.Contains(one.Address));
        var comparison = ProtocolComparison.Run(_book.Value, _vaults.Value, new SlashShock(
            [one], service, [], new Wad(Wad.Scale >> 1), new Wad(Wad.Scale >> 1), default, 0));
        ulong start = _book.Value.World.Clock.Seconds;
        Assert.Equal(2, comparison.Exits.Count);
        Assert.All(comparison.Exits, row =>
        {
            Assert.Equal(start + (3 * 604_800 / 2), row.Symbiotic.Second);
            Assert.Equal(
                start + 12 + ((Delays.Mainnet.WithdrawalDelayBlocks + 1) * 12), row.EigenLayer.Second);
        });
    }

    // The stake of the offence's second answers, so what ran during the veto bears its part.
    [Fact]
    public void A_veto_delays_a_slash_and_changes_nothing_else()
    {
        Book vetoed = VaultBook.Rebuild(_book.Value, VaultTerms.Usual with { VetoSeconds = 3 * 86_400 });
        BookOperator one = _book.Value.Operators.First(static one => one.ServiceCount == 4);
        BookService service = _book.Value.Services.First(each => each.Operators.Contains(one.Address));
        SlashShock shock = new(
            [one], service, [], new Wad(Wad.Scale >> 1), new Wad(Wad.Scale >> 1), default, 0);
        var instant = ProtocolComparison.Run(_book.Value, _vaults.Value, shock);
        var delayed = ProtocolComparison.Run(_book.Value, vetoed, shock);
        Assert.Equal(
            instant.Symbiotic.SlashBlock + (3 * 86_400 / 12), delayed.Symbiotic.SlashBlock);
        Assert.Equal(
            instant.Losses.Select(static row => (row.Asset, row.Symbiotic)),
            delayed.Losses.Select(static row => (row.Asset, row.Symbiotic)));
    }

    private static void Roll(int count, Action<Dice> holds)
    {
        for (int seed = 1; seed <= count; seed++)
        {
            holds(new Dice((ulong)seed));
        }
    }

    private static SlashShock Shock(Dice dice, Book book)
    {
        BookService service = book.Services[dice.Below(book.Services.Count)];
        Address[] some = [.. service.Operators.Where(_ => dice.OneIn(service.Operators.Count / 3))];
        BookOperator[] operators =
        [
            .. book.Operators.Where(one => one.Shares.Count > 0 && service.Operators.Contains(one.Address))
                .Where((one, index) => index == 0 || some.Contains(one.Address)),
        ];
        return new SlashShock(
            operators,
            service,
            [],
            Part(dice, mayBeZero: false),
            Part(dice),
            Part(dice),
            (ulong)dice.Below(200_000));
    }

    private static Wad Part(Dice dice, bool mayBeZero = true) => mayBeZero && dice.OneIn(3)
        ? default
        : new Wad(1UL + (dice.Next() % 1_000_000_000_000_000_000UL));

    private static IEnumerable<(string, Address, UInt256)> Slashable(
        RestakingMarket market, BookOperator @operator) =>
        market.BindingsOf(@operator, market.Now)
            .Where(static binding => !binding.SlashableNow.IsZero)
            .Select(static binding => (binding.Service.Name, binding.Asset, binding.SlashableNow))
            .Order();
}
