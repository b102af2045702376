using Garrison.Engine;
using Garrison.Engine.Restaking.Slashing;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Engine.Restaking.Symbiotic.Rewards;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.Symbiotic.OneVault;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>What stands at an address keeps its roles and its money to itself.</summary>
public sealed class TakenAddressTests
{
    private static readonly Address _stranger = Address.FromNumber(99);

    [Theory]
    [InlineData(1UL, 20UL, 21UL)]
    [InlineData(22UL, 1UL, 23UL)]
    [InlineData(22UL, 10UL, 23UL)]
    [InlineData(22UL, 23UL, 11UL)]
    [InlineData(22UL, 22UL, 23UL)]
    [InlineData(22UL, 0UL, 23UL)]
    public void A_vault_is_made_of_contracts_of_its_own(ulong vault, ulong delegator, ulong slasher)
    {
        World world = Open();
        Hash32 before = world.Digest();
        Refused refused = Assert.IsType<Refused>(world.Execute(new CreateVault(
            _stranger,
            Address.FromNumber(vault),
            new VaultParameters(
                Token, Burner, 60, VaultKind.Plain, false, false, default, VaultRoleHolders.All(_stranger)),
            DelegatorParameters.Of(
                Address.FromNumber(delegator),
                DelegatorKind.OperatorSpecific,
                _stranger,
                Operators[0],
                Network),
            new SlasherParameters(
                Address.FromNumber(slasher), new Slasher(SlasherKind.Instant, false, 0, 0)))));
        Assert.Contains("Already", refused.Reason.Name);
        Assert.Equal(before, world.Digest());
    }

    [Fact]
    public void Rewards_do_not_stand_where_a_vault_does()
    {
        Refused refused = Assert.IsType<Refused>(Open().Execute(new DeployStakerRewards(
            _stranger,
            TheVault,
            new StakerRewardsParameters(TheVault, default, _stranger, _stranger, _stranger))));
        Assert.Equal("AlreadyDeployed", refused.Reason.Name);
    }

    // Whoever could name an escrow that has not agreed could send what it holds to himself.
    [Fact]
    public void Nobody_makes_an_escrow_of_another()
    {
        World world = Open();
        EscrowTerms terms = new(TheVault, _stranger, _stranger, 0);
        Assert.Equal(
            new Refused(new Refusal("EscrowNotAgreed")),
            world.Execute(new SetSlashEscrow(_stranger, terms)));
        Assert.IsType<Accepted>(world.Execute(new ServeAsEscrow(Burner, Network)));
        Assert.Equal(
            new Refused(new Refusal("AlreadyServes")), world.Execute(new ServeAsEscrow(Burner, _stranger)));
        Assert.Equal(
            new Refused(new Refusal("NoDestination")),
            world.Execute(new SetSlashEscrow(Network, new EscrowTerms(Burner, _stranger, default, 0))));
    }

    private static World Open() => OneVault.Open(
        DelegatorKind.FullRestake, new Slasher(SlasherKind.Instant, TellsBurner: false, 0, 0), 60);
}
