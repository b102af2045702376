using Garrison.Engine;
using Garrison.Engine.Restaking.Slashing;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;
using Garrison.Tests.Engine.Restaking.Symbiotic;

using static Garrison.Tests.Engine.Restaking.Symbiotic.OneVault;

namespace Garrison.Tests.Engine.Restaking.Slashing;

/// <summary>The rules of other systems before the slashes of a vault.</summary>
public sealed class SymbioticPipelineTests
{
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
        Accept(world, new SetEpochCap(Network, TheVault, new EpochCap(300UL, 3_600)));
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
            Network, new RegisteredMaximum((UInt256)30UL * Wad.Scale, 60, 0, default)));
        Refused refused = Assert.IsType<Refused>(world.Execute(Propose(world, SlasherKind.Instant, 301UL)));
        Assert.Equal("MaxSlashPercentageWadBreached", refused.Reason.Name);

        Command slash = Slash(world, SlasherKind.Instant, 250UL);
        Accept(world, new ProposeSlash(Network, slash, default));
        Assert.Equal(1_000UL, world.Symbiotic.Vaults.TotalStake(TheVault));
        Accept(world, new AdvanceClock(default, 5, 60));
        Assert.Equal(250UL, Taken(world.Execute(new FinalizeSlash(default, 1, slash))));
    }

    // The burner is the escrow. 600 and 400 of 1,000 shares lost 250: 150 and 100, and get just that back.
    [Fact]
    public void A_locked_slash_goes_back_to_those_it_was_taken_from()
    {
        World world = Open(SlasherKind.Instant);
        Accept(world, new ServeAsEscrow(Burner, Network));
        Accept(world, new SetSlashEscrow(Network, new EscrowTerms(Burner, Curator, Curator, 600)));
        Accept(world, Propose(world, SlasherKind.Instant, 250UL));
        Accept(world, new LockSlashed(Network, Token, 250UL, [
            .. Holders.Select(holder => new VictimWeight(
                holder, world.Symbiotic.Vaults.ActiveSharesOf(TheVault, holder))),
        ]));
        Accept(world, new RefundSlashed(Curator, 1));
        Assert.Equal(150UL, world.Ledger.Balance(Token, Holders[0]));
        Assert.Equal(100UL, world.Ledger.Balance(Token, Holders[1]));
        Assert.Equal(UInt256.Zero, world.Ledger.Balance(Token, Burner));
    }

    private static Command Slash(World world, SlasherKind kind, UInt256 amount)
    {
        ulong capture = world.Clock.Seconds - 5;
        return kind == SlasherKind.Instant
            ? new SlashVault(Network, TheVault, TheSubnetwork, Operators[0], amount, capture)
            : new RequestVaultSlash(Network, TheVault, TheSubnetwork, Operators[0], amount, capture);
    }

    private static ProposeSlash Propose(World world, SlasherKind kind, UInt256 amount) =>
        new(Network, Slash(world, kind, amount), default);

    private static UInt256 Taken(Receipt receipt) =>
        Assert.IsType<Accepted>(receipt).Events.OfType<VaultSlashed>().Single().SlashedAmount;

    private static void Accept(World world, Command command) =>
        Assert.IsType<Accepted>(world.Execute(command));

    private static World Open(SlasherKind kind)
    {
        World world = OneVault.Open(
            DelegatorKind.OperatorSpecific, new Slasher(kind, TellsBurner: false, 3_600, 3), 86_400);
        Accept(world, new SetNetworkLimit(Curator, TheVault, TheSubnetwork, UInt256.MaxValue));
        Accept(world, new AdvanceClock(default, 1, 12));
        return world;
    }
}
