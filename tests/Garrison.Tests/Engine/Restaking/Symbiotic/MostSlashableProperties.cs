using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.Symbiotic.OneVault;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>What is said to be slashable is what a slash then takes, whichever capture it names.</summary>
public sealed class MostSlashableProperties
{
    private const ulong EpochSeconds = 20;

    [Theory]
    [InlineData(DelegatorKind.NetworkRestake)]
    [InlineData(DelegatorKind.FullRestake)]
    [InlineData(DelegatorKind.OperatorSpecific)]
    [InlineData(DelegatorKind.OperatorNetworkSpecific)]
    public void It_is_the_most_that_any_capture_takes(DelegatorKind kind)
    {
        for (ulong seed = 1; seed <= 4; seed++)
        {
            Dice dice = new(seed);
            World world = Open(kind);
            for (int step = 0; step < 60; step++)
            {
                _ = world.Execute(Step(dice, world));
                ulong wait = (ulong)dice.Below(25);
                Address @operator = dice.Of(Operators);
                UInt256 said = world.Symbiotic.Slashers.MostSlashable(
                    TheVault, TheSubnetwork, @operator, world.Clock.Seconds + wait);
                Assert.Equal(MostTaken(world, @operator, wait), said);
            }
        }
    }

    private static UInt256 MostTaken(World world, Address @operator, ulong wait)
    {
        World later = world.Fork();
        _ = later.Execute(new AdvanceClock(default, 1, wait));
        UInt256 most = UInt256.Zero;
        for (ulong capture = later.Clock.Seconds - EpochSeconds; capture < later.Clock.Seconds; capture++)
        {
            if (later.Fork().Execute(Slash(@operator, UInt256.MaxValue, capture)) is Accepted accepted)
            {
                most = UInt256.Max(most, accepted.Events.OfType<VaultSlashed>().Single().SlashedAmount);
            }
        }

        return most;
    }

    private static Command Step(Dice dice, World world)
    {
        Address @operator = dice.Of(Operators);
        OptInKind kind = dice.Of(OptInKind.Vault, OptInKind.Network);
        Address where = kind == OptInKind.Vault ? TheVault : Network;
        UInt256 amount = (ulong)dice.Below(1_000);
        return dice.Below(12) switch
        {
            0 or 1 or 2 => new AdvanceClock(default, 1, 1UL + (ulong)dice.Below(9)),
            3 => new DepositIntoVault(Holders[0], TheVault, Holders[0], amount),
            4 or 5 => new WithdrawFromVault(Holders[0], TheVault, Holders[0], amount),
            6 => new SetNetworkLimit(Curator, TheVault, TheSubnetwork, amount * 2UL),
            7 => new SetOperatorNetworkShares(Curator, TheVault, TheSubnetwork, @operator, amount),
            8 => new SetOperatorNetworkLimit(Curator, TheVault, TheSubnetwork, @operator, amount),
            9 => new SetMaxNetworkLimit(Network, TheVault, 0UL, amount * 3UL),
            10 => dice.OneIn(2)
                ? new OptInTo(@operator, kind, @operator, where)
                : new OptOutOf(@operator, kind, @operator, where),
            _ => Slash(@operator, (ulong)dice.Below(200), world.Clock.Seconds - 1 - (ulong)dice.Below(19)),
        };
    }

    private static SlashVault Slash(Address @operator, UInt256 amount, ulong capture) =>
        new(Network, TheVault, TheSubnetwork, @operator, amount, capture);

    private static World Open(DelegatorKind kind)
    {
        World world = OneVault.Open(
            kind, new Slasher(SlasherKind.Instant, TellsBurner: false, 0, 0), EpochSeconds);
        _ = world.Execute(new SetMaxNetworkLimit(Network, TheVault, 0UL, 2_000UL));
        _ = world.Execute(new Mint(default, Token, Holders[0], 1_000_000UL));
        _ = world.Execute(new AdvanceClock(default, 1, 30));
        return world;
    }
}
