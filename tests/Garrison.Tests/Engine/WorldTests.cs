using Garrison.Engine;
using Garrison.Primitives;

namespace Garrison.Tests.Engine;

/// <summary>What holds of any world: all or nothing, forks apart, tokens conserved.</summary>
public sealed class WorldTests
{
    private static readonly Address _token = Address.FromNumber(100);
    private static readonly Address _alice = Address.FromNumber(1);
    private static readonly Address _bob = Address.FromNumber(2);

    [Fact]
    public void A_refused_batch_changes_nothing()
    {
        World world = Funded();
        Hash32 before = world.Digest();
        Receipt receipt = world.Execute(new Batch(_alice,
        [
            new Transfer(_alice, _token, _bob, 10UL),
            new AdvanceClock(_alice, 1, 12),
            new Transfer(_bob, _token, _alice, 11UL),
        ]));
        Assert.Equal(new Refused(new Refusal("ERC20: transfer amount exceeds balance")), receipt);
        Assert.Equal(before, world.Digest());
    }

    [Fact]
    public void A_fork_goes_its_own_way()
    {
        World parent = Funded();
        Hash32 before = parent.Digest();
        World fork = parent.Fork();
        _ = fork.Execute(new Transfer(_alice, _token, _bob, 10UL));
        Assert.Equal(before, parent.Digest());
        Assert.NotEqual(before, fork.Digest());
        fork.CopyFrom(parent);
        Assert.Equal(before, fork.Digest());
    }

    [Fact]
    public void A_panic_is_a_refusal()
    {
        World world = Funded();
        Assert.Equal(
            new Refused(Refusal.ArithmeticOverflow),
            world.Execute(new Mint(_alice, _token, _bob, UInt256.MaxValue)));
        Assert.Equal(1000UL, world.Ledger.Supply(_token).ToUInt64());
    }

    [Fact]
    public void A_rebasing_token_rounds_down_for_the_pool()
    {
        World world = new();
        _ = world.Execute(new IssueRebasing(_alice, _token));
        _ = world.Execute(new Mint(_alice, _token, _alice, 100UL));
        _ = world.Execute(new Mint(_alice, _token, _bob, 200UL));

        // 300 shares over 400: 100 shares are worth ⌊133.3⌋, 200 are worth ⌊266.6⌋.
        _ = world.Execute(new Rebase(_alice, _token, 400UL));
        Assert.Equal(133UL, world.Ledger.Balance(_token, _alice).ToUInt64());
        Assert.Equal(266UL, world.Ledger.Balance(_token, _bob).ToUInt64());

        // 2 is ⌊2 · 300 / 400⌋ = 1 share, worth ⌊4/3⌋ where it lands.
        _ = world.Execute(new Transfer(_bob, _token, _alice, 2UL));
        Assert.Equal(134UL, world.Ledger.Balance(_token, _alice).ToUInt64());
        Assert.Equal(265UL, world.Ledger.Balance(_token, _bob).ToUInt64());
        Assert.Equal(400UL, world.Ledger.Supply(_token).ToUInt64());
    }

    [Fact]
    public void Ether_moves_without_an_event()
    {
        World world = new();
        _ = world.Execute(new Mint(_alice, Ledger.Ether, _alice, 5UL));
        Accepted accepted = Assert.IsType<Accepted>(
            world.Execute(new Transfer(_alice, Ledger.Ether, _bob, 5UL)));
        Assert.Empty(accepted.Events);
        Assert.Equal(
            new Refused(new Refusal("InsufficientBalance")),
            world.Execute(new Transfer(_alice, Ledger.Ether, _bob, 1UL)));
    }

    private static World Funded()
    {
        World world = new();
        _ = world.Execute(new Mint(_alice, _token, _alice, 1000UL));
        return world;
    }
}
