using System.Collections.Immutable;

using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>How vaults are made, and what they may not be made with.</summary>
public sealed class CreationTables
{
    [Fact]
    public void Vaults() => SymbioticScript.Play("""
        vault V network none collateral:nobody epoch:281474976710656  EmptyRevert
        vault V network none collateral:nobody epoch:0  InvalidCollateral
        vault V network none epoch:0 -admin -limitSwitch  InvalidEpochDuration
        vault V network none -admin -limitSwitch networkSetters:nobody  MissingRoles
        vault V network none epoch:281474976710655  ok
        vault V network none                       VaultAlreadyExists
        epoch V                                    = 0
        """);

    // Without an admin, what is on must be of use, and what can be set must be on.
    [Fact]
    public void Roles_without_an_admin() => SymbioticScript.Play("""
        vault A network none -admin                ok
        vault B network none -whitelistSetter -whitelister whitelisted -limitSwitch limit:5  ok
        vault C network none -admin -whitelistSetter                       MissingRoles
        vault C network none -admin -whitelistSetter whitelisted           ok
        vault D network none -admin -whitelistSetter -whitelister          ok
        vault E network none -admin -whitelistSetter -whitelister whitelisted  MissingRoles
        vault E network none -admin -whitelister whitelisted               ok
        vault F network none -admin -limitSwitch                           MissingRoles
        vault F network none -admin -limitSwitch limited                   ok
        vault G network none -admin -limitSwitch -limitSetter              ok
        vault H network none -admin -limitSwitch -limitSetter limited      MissingRoles
        vault H network none -admin -limitSwitch -limitSetter limited limit:5  ok
        vault I network none -admin -limitSwitch -limitSetter limit:5      MissingRoles
        vault I network none -admin -limitSwitch limit:5                   MissingRoles
        vault I network none -admin -limitSetter limit:5                   ok
        """);

    [Fact]
    public void Delegators() => SymbioticScript.Play("""
        vault A network veto networkSetters:nobody -delegatorAdmin operatorSetters:  MissingRoleHolders
        vault A network none networkSetters: -delegatorAdmin               MissingRoleHolders
        vault A network none networkSetters: operatorSetters:              ok
        vault B network none networkSetters:alice,nobody                   ZeroAddressRoleHolder
        vault B network none networkSetters:alice,alice,nobody             DuplicateRoleHolder
        vault B network none operatorSetters:alice,nobody                  ZeroAddressRoleHolder
        vault B network none operatorSetters:alice,alice                   DuplicateRoleHolder
        vault B full none operatorSetters: -delegatorAdmin                 MissingRoleHolders
        vault B full none networkSetters: -delegatorAdmin                  MissingRoleHolders
        vault B full none operatorSetters:alice,alice                      DuplicateRoleHolder
        vault B full none networkSetters:alice,nobody                      ZeroAddressRoleHolder
        vault B full none networkSetters:alice,bob operatorSetters:alice   ok
        vault C operator none networkSetters: -delegatorAdmin operator:alice  MissingRoleHolders
        vault C operator none networkSetters:nobody operator:alice         NotOperator
        vault C operator none networkSetters:nobody                        ZeroAddressRoleHolder
        vault C operator none networkSetters:alice,alice                   DuplicateRoleHolder
        vault C operator none operatorSetters: -delegatorAdmin             ok
        vault D pinned none network:alice operator:alice                   NotNetwork
        vault D pinned none operator:alice                                 NotOperator
        vault D pinned none networkSetters: operatorSetters: -delegatorAdmin  ok
        """);

    [Fact]
    public void Slashers() => SymbioticScript.Play("""
        vault V network veto networkSetters:nobody veto:100                ZeroAddressRoleHolder
        vault V network veto veto:281474976710656                          EmptyRevert
        vault V network veto veto:100 delay:2 tells burner:nobody          InvalidVetoDuration
        vault V network veto veto:99 delay:2 tells burner:nobody           InvalidResolverSetEpochsDelay
        vault V network veto veto:99 delay:3 tells burner:nobody           NoBurner
        vault V network instant tells burner:nobody                        NoBurner
        vault V network instant burner:nobody veto:100 delay:0             ok
        vault W network veto veto:99 delay:3 tells                         ok
        vault X network none burner:nobody                                 ok
        """);

    // As the factories of the main network logged it: curators first, then the admin, then the hook's.
    [Fact]
    public void First_roles_are_given_by_the_factories()
    {
        SymbioticContracts contracts = SymbioticContracts.Mainnet;
        Assert.Equal(
        [
            .. new[]
            {
                Roles.DefaultAdmin, Roles.DepositWhitelistSet, Roles.DepositorWhitelist,
                Roles.IsDepositLimitSet, Roles.DepositLimitSet,
            }.Select(role => Granted("V", role, contracts.VaultFactory)),
            .. new[]
            {
                Roles.NetworkLimitSet, Roles.OperatorNetworkSharesSet, Roles.DefaultAdmin, Roles.HookSet,
            }.Select(role => Granted("V.delegator", role, contracts.DelegatorFactory)),
            new DelegatorSet(Of("V"), Of("V.delegator")),
            new SlasherSet(Of("V"), Address.Zero),
        ],
        Facts("vault V network none"));
    }

    private static RoleGranted Granted(string contract, Hash32 role, Address factory) =>
        new(Of(contract), role, Of("curator"), factory);

    private static ImmutableArray<Event> Facts(string line)
    {
        SymbioticScript script = SymbioticScript.Play("");
        return Assert.IsType<Accepted>(script.Execute(script.Parse(line))).Events;
    }
}
