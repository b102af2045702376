using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>What is said to be slashable is what a slash then takes, whichever capture it names.</summary>
public sealed class MostSlashableProperties
{
    private const ulong EpochSeconds = 20;

    private static readonly Address _vault = Address.FromNumber(1);
    private static readonly Address _network = Address.FromNumber(2);
    private static readonly Address _curator = Address.FromNumber(3);
    private static readonly Address _token = Address.FromNumber(4);
    private static readonly Address _holder = Address.FromNumber(5);
    private static readonly Address[] _operators = [Address.FromNumber(6), Address.FromNumber(7)];
    private static readonly Subnetwork _subnetwork = Subnetwork.Of(_network, 0UL);

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
                Address @operator = dice.Of(_operators);
                UInt256 said = world.Symbiotic.Slashers.MostSlashable(
                    _vault, _subnetwork, @operator, world.Clock.Seconds + wait);
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
        Address @operator = dice.Of(_operators);
        OptInKind kind = dice.Of(OptInKind.Vault, OptInKind.Network);
        Address where = kind == OptInKind.Vault ? _vault : _network;
        UInt256 amount = (ulong)dice.Below(1_000);
        return dice.Below(12) switch
        {
            0 or 1 or 2 => new AdvanceClock(default, 1, 1UL + (ulong)dice.Below(9)),
            3 => new DepositIntoVault(_holder, _vault, _holder, amount),
            4 or 5 => new WithdrawFromVault(_holder, _vault, _holder, amount),
            6 => new SetNetworkLimit(_curator, _vault, _subnetwork, amount * 2UL),
            7 => new SetOperatorNetworkShares(_curator, _vault, _subnetwork, @operator, amount),
            8 => new SetOperatorNetworkLimit(_curator, _vault, _subnetwork, @operator, amount),
            9 => new SetMaxNetworkLimit(_network, _vault, 0UL, amount * 3UL),
            10 => dice.OneIn(2)
                ? new OptInTo(@operator, kind, @operator, where, null)
                : new OptOutOf(@operator, kind, @operator, where, null),
            _ => Slash(@operator, (ulong)dice.Below(200), world.Clock.Seconds - 1 - (ulong)dice.Below(19)),
        };
    }

    private static SlashVault Slash(Address @operator, UInt256 amount, ulong capture) =>
        new(_network, _vault, _subnetwork, @operator, amount, capture);

    private static World Open(DelegatorKind kind)
    {
        World world = new();
        Command[] commands =
        [
            new AdvanceClock(default, 1, 1_000),
            new DeploySymbiotic(default, SymbioticContracts.Mainnet),
            .. _operators.Select(static one => new RegisterSymbioticOperator(one)),
            new RegisterNetwork(_network),
            new SetMiddleware(_network, _network),
            new CreateVault(
                _curator,
                _vault,
                new VaultParameters(
                    _token,
                    Address.FromNumber(8),
                    EpochSeconds,
                    VaultKind.Plain,
                    HasDepositWhitelist: false,
                    HasDepositLimit: false,
                    UInt256.Zero,
                    VaultRoleHolders.All(_curator)),
                DelegatorParameters.Of(Address.FromNumber(9), kind, _curator, _operators[0], _network),
                new SlasherParameters(
                    Address.FromNumber(10), new Slasher(SlasherKind.Instant, TellsBurner: false, 0, 0))),
            .. _operators.SelectMany(static one => new Command[]
            {
                new OptInTo(one, OptInKind.Vault, one, _vault, null),
                new OptInTo(one, OptInKind.Network, one, _network, null),
            }),
            new SetMaxNetworkLimit(_network, _vault, 0UL, 2_000UL),
            new Mint(default, _token, _holder, 1_000_000UL),
            new DepositIntoVault(_holder, _vault, _holder, 1_000UL),
            new AdvanceClock(default, 1, 30),
        ];
        Assert.All(commands, command => Assert.IsType<Accepted>(world.Execute(command)));
        return world;
    }
}
