using Garrison.Engine;
using Garrison.Engine.Restaking.Slashing;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Restaking.Slashing;

/// <summary>The rules of other systems before the slashes of a vault.</summary>
public sealed class SymbioticPipelineTests
{
    private static readonly Address _vault = Address.FromNumber(1);
    private static readonly Address _network = Address.FromNumber(2);
    private static readonly Address _curator = Address.FromNumber(3);
    private static readonly Address _token = Address.FromNumber(4);
    private static readonly Address _escrow = Address.FromNumber(5);
    private static readonly Address _operator = Address.FromNumber(6);
    private static readonly Address[] _holders = [Address.FromNumber(7), Address.FromNumber(8)];
    private static readonly Subnetwork _subnetwork = Subnetwork.Of(_network, 0UL);

    [Theory]
    [InlineData(SlasherKind.Instant, 100UL)]
    [InlineData(SlasherKind.Instant, 5_000UL)]
    [InlineData(SlasherKind.Instant, 0UL)]
    [InlineData(SlasherKind.Veto, 100UL)]
    [InlineData(SlasherKind.Veto, 0UL)]
    public void Without_rules_a_proposal_is_the_slash_itself(SlasherKind kind, ulong amount)
    {
        (World direct, World proposed) = (Open(kind), Open(kind));
        Receipt one = direct.Execute(Slash(direct, kind, amount));
        Receipt other = proposed.Execute(Propose(proposed, kind, amount));
        Assert.Equal(EngineJson.Write(one), EngineJson.Write(other));
        Assert.Equal(direct.Digest(), proposed.Digest());
    }

    // 300 of the 1,000 may go in an epoch: 200 do, then 100 of the next 200, then nothing.
    [Fact]
    public void A_cap_cuts_the_amount_to_what_the_epoch_has_left()
    {
        World world = Open(SlasherKind.Instant);
        Accept(world, new SetEpochCap(_network, _vault, new EpochCap(300UL, 3_600)));
        Assert.Equal(200UL, Taken(world.Execute(Propose(world, SlasherKind.Instant, 200UL))));
        Assert.Equal(100UL, Taken(world.Execute(Propose(world, SlasherKind.Instant, 200UL))));
        Refused refused = Assert.IsType<Refused>(world.Execute(Propose(world, SlasherKind.Instant, 1UL)));
        Assert.Equal("VaultMaxSlashedPerOperatorExceeded", refused.Reason.Name);
    }

    // The maximum is 30 % of what can be slashed; 250 of 1,000 are set aside, and taken when nobody called
    // it off.
    [Fact]
    public void A_registered_maximum_refuses_more_and_earmarks_less()
    {
        World world = Open(SlasherKind.Instant);
        Accept(world, new RegisterMaximum(
            _network, new RegisteredMaximum((UInt256)30UL * Wad.Scale, 60, 0, default)));
        Refused refused = Assert.IsType<Refused>(world.Execute(Propose(world, SlasherKind.Instant, 301UL)));
        Assert.Equal("MaxSlashPercentageWadBreached", refused.Reason.Name);

        Command slash = Slash(world, SlasherKind.Instant, 250UL);
        Accept(world, new ProposeSlash(_network, slash, default));
        Assert.Equal(1_000UL, world.Symbiotic.Vaults.TotalStake(_vault));
        Accept(world, new AdvanceClock(default, 5, 60));
        Assert.Equal(250UL, Taken(world.Execute(new FinalizeSlash(default, 1, slash))));
    }

    // The burner is the escrow. 600 and 400 of 1,000 shares lost 250: 150 and 100, and get just that back.
    [Fact]
    public void A_locked_slash_goes_back_to_those_it_was_taken_from()
    {
        World world = Open(SlasherKind.Instant);
        Accept(world, new SetSlashEscrow(_network, new EscrowTerms(_escrow, _curator, _curator, 600)));
        Accept(world, Propose(world, SlasherKind.Instant, 250UL));
        Accept(world, new LockSlashed(_network, _token, 250UL, [
            .. _holders.Select(holder => new VictimWeight(
                holder, world.Symbiotic.Vaults.ActiveSharesOf(_vault, holder))),
        ]));
        Accept(world, new RefundSlashed(_curator, 1));
        Assert.Equal(150UL, world.Ledger.Balance(_token, _holders[0]));
        Assert.Equal(100UL, world.Ledger.Balance(_token, _holders[1]));
        Assert.Equal(UInt256.Zero, world.Ledger.Balance(_token, _escrow));
    }

    private static Command Slash(World world, SlasherKind kind, UInt256 amount)
    {
        ulong capture = world.Clock.Seconds - 5;
        return kind == SlasherKind.Instant
            ? new SlashVault(_network, _vault, _subnetwork, _operator, amount, capture)
            : new RequestVaultSlash(_network, _vault, _subnetwork, _operator, amount, capture);
    }

    private static ProposeSlash Propose(World world, SlasherKind kind, UInt256 amount) =>
        new(_network, Slash(world, kind, amount), default);

    private static UInt256 Taken(Receipt receipt) =>
        Assert.IsType<Accepted>(receipt).Events.OfType<VaultSlashed>().Single().SlashedAmount;

    private static void Accept(World world, Command command) =>
        Assert.IsType<Accepted>(world.Execute(command));

    private static World Open(SlasherKind kind)
    {
        World world = new();
        Command[] commands =
        [
            new AdvanceClock(default, 1, 1_000_000),
            new DeploySymbiotic(default, SymbioticContracts.Mainnet),
            new RegisterSymbioticOperator(_operator),
            new RegisterNetwork(_network),
            new SetMiddleware(_network, _network),
            new CreateVault(
                _curator,
                _vault,
                new VaultParameters(
                    _token,
                    _escrow,
                    86_400,
                    VaultKind.Plain,
                    HasDepositWhitelist: false,
                    HasDepositLimit: false,
                    UInt256.Zero,
                    VaultRoleHolders.All(_curator)),
                DelegatorParameters.Of(
                    Address.FromNumber(9), DelegatorKind.OperatorSpecific, _curator, _operator, default),
                new SlasherParameters(
                    Address.FromNumber(10), new Slasher(kind, TellsBurner: false, 3_600, 3))),
            new OptInTo(_operator, OptInKind.Vault, _operator, _vault, null),
            new OptInTo(_operator, OptInKind.Network, _operator, _network, null),
            new SetMaxNetworkLimit(_network, _vault, 0UL, UInt256.MaxValue),
            new SetNetworkLimit(_curator, _vault, _subnetwork, UInt256.MaxValue),
            new Mint(default, _token, _holders[0], 600UL),
            new Mint(default, _token, _holders[1], 400UL),
            new DepositIntoVault(_holders[0], _vault, _holders[0], 600UL),
            new DepositIntoVault(_holders[1], _vault, _holders[1], 400UL),
            new AdvanceClock(default, 1, 12),
        ];
        Assert.All(commands, command => Assert.IsType<Accepted>(world.Execute(command)));
        return world;
    }
}
