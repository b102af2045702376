using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>The smallest market: one vault, one subnetwork, two operators and two holders.</summary>
internal static class OneVault
{
    public static readonly Address TheVault = Address.FromNumber(1);
    public static readonly Address Network = Address.FromNumber(2);
    public static readonly Address Curator = Address.FromNumber(3);
    public static readonly Address Token = Address.FromNumber(4);
    public static readonly Address Burner = Address.FromNumber(5);
    public static readonly Address[] Operators = [Address.FromNumber(6), Address.FromNumber(7)];
    public static readonly Address[] Holders = [Address.FromNumber(8), Address.FromNumber(9)];
    public static readonly Subnetwork TheSubnetwork = Subnetwork.Of(Network, 0UL);

    /// <summary>A world in which both operators serve both, the holders have 600 and 400 in the vault, and
    /// the subnetwork takes as much as it gets.</summary>
    public static World Open(DelegatorKind kind, Slasher slasher, ulong epochSeconds)
    {
        World world = new();
        Command[] commands =
        [
            new AdvanceClock(default, 1, 1_000_000),
            new DeploySymbiotic(default, SymbioticContracts.Mainnet),
            .. Operators.Select(static one => new RegisterSymbioticOperator(one)),
            new RegisterNetwork(Network),
            new SetMiddleware(Network, Network),
            new CreateVault(
                Curator,
                TheVault,
                new VaultParameters(
                    Token,
                    Burner,
                    epochSeconds,
                    VaultKind.Plain,
                    HasDepositWhitelist: false,
                    HasDepositLimit: false,
                    UInt256.Zero,
                    VaultRoleHolders.All(Curator)),
                DelegatorParameters.Of(Address.FromNumber(10), kind, Curator, Operators[0], Network),
                new SlasherParameters(Address.FromNumber(11), slasher)),
            .. Operators.SelectMany(static one => new Command[]
            {
                new OptInTo(one, OptInKind.Vault, one, TheVault),
                new OptInTo(one, OptInKind.Network, one, Network),
            }),
            new SetMaxNetworkLimit(Network, TheVault, 0UL, UInt256.MaxValue),
            new Mint(default, Token, Holders[0], 600UL),
            new Mint(default, Token, Holders[1], 400UL),
            new DepositIntoVault(Holders[0], TheVault, Holders[0], 600UL),
            new DepositIntoVault(Holders[1], TheVault, Holders[1], 400UL),
        ];
        Assert.All(commands, command => Assert.IsType<Accepted>(world.Execute(command)));
        return world;
    }
}
