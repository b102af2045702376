using Garrison.Engine.Restaking.Symbiotic.Burners;
using Garrison.Engine.Restaking.Symbiotic.Hooks;
using Garrison.Engine.Restaking.Symbiotic.Rewards;
using Garrison.Engine.Restaking.Symbiotic.V2;
using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic;

/// <summary>Symbiotic's contracts, which call one another as they do on chain.</summary>
/// <remarks>
/// Source: symbioticfi/core, version 1 as published in <c>@symbioticfi/core</c> 1.0.3. The equations are in
/// <c>docs/protocols/symbiotic.md</c>.
/// </remarks>
public sealed class SymbioticCore
{
    private readonly Cell<SymbioticContracts> _contracts;
    private readonly Table<Address, bool> _isTaken;

    internal SymbioticCore(Store store, Clock clock, Ledger ledger)
    {
        Clock = clock;
        Ledger = ledger;
        _contracts = store.Cell<SymbioticContracts>();
        _isTaken = store.Table<Address, bool>();
        Registries = new Registries(store, this);
        Middleware = new MiddlewareService(store, this);
        Roles = new Roles(store);
        VaultOptIns = new OptInService(store, this, OptInKind.Vault);
        NetworkOptIns = new OptInService(store, this, OptInKind.Network);
        Vaults = new Vaults(store, this);
        Delegators = new Delegators(store, this);
        Slashers = new Slashers(store, this);
        Hooks = new DelegatorHooks(store, this);
        BurnerRouters = new BurnerRouters(store, this);
        StakerRewards = new StakerRewards(store, this);
        OperatorRewards = new OperatorRewards(store, this);
        V2 = new SymbioticV2(store, this);
    }

    /// <summary>The addresses.</summary>
    public ref readonly SymbioticContracts Contracts => ref _contracts.Value;

    /// <summary>Who is an operator, and who a network.</summary>
    public Registries Registries { get; }

    /// <summary>Who acts for a network.</summary>
    public MiddlewareService Middleware { get; }

    /// <summary>Who may set what.</summary>
    public Roles Roles { get; }

    /// <summary>Which operators serve which vaults.</summary>
    public OptInService VaultOptIns { get; }

    /// <summary>Which operators serve which networks.</summary>
    public OptInService NetworkOptIns { get; }

    /// <summary>The collateral, and whose it is.</summary>
    public Vaults Vaults { get; }

    /// <summary>How stake is shared out.</summary>
    public Delegators Delegators { get; }

    /// <summary>What can be slashed, and how.</summary>
    public Slashers Slashers { get; }

    /// <summary>What weighs operators anew when they are slashed.</summary>
    public DelegatorHooks Hooks { get; }

    /// <summary>Where slashed collateral goes.</summary>
    public BurnerRouters BurnerRouters { get; }

    /// <summary>What networks pay to the holders of vaults.</summary>
    public StakerRewards StakerRewards { get; }

    /// <summary>What networks pay to operators.</summary>
    public OperatorRewards OperatorRewards { get; }

    /// <summary>Version 2: vaults over adapters.</summary>
    public SymbioticV2 V2 { get; }

    internal Clock Clock { get; }

    internal Ledger Ledger { get; }

    internal Refusal? Deploy(SymbioticContracts contracts)
    {
        if (_contracts.Value != default) return SymbioticRefusals.AlreadyDeployed;

        _contracts.Set(contracts);
        return null;
    }

    /// <summary>Puts a contract at an address where there is none: the roles and the money of one are never
    /// those of another.</summary>
    internal Refusal? Take(Address address)
    {
        if (address.IsZero || _isTaken[address]) return SymbioticRefusals.AlreadyDeployed;

        _isTaken[address] = true;
        return null;
    }

    internal OptInService OptIns(OptInKind kind) => kind == OptInKind.Vault ? VaultOptIns : NetworkOptIns;

    internal Refusal? CreateVault(CreateVault command)
    {
        Address vault = command.Vault;
        if (Vaults.Create(vault, command.Parameters) is { } refusal) return refusal;
        if (Delegators.Create(vault, command.Delegator) is { } delegatorRefusal) return delegatorRefusal;
        if (command.Slasher is { } slasher && Slashers.Create(vault, slasher) is { } slasherRefusal)
        {
            return slasherRefusal;
        }

        if (Take(vault) is { } taken) return taken;
        if (Take(command.Delegator.Address) is { } delegatorTaken) return delegatorTaken;
        if (command.Slasher is { } placed && Take(placed.Address) is { } slasherTaken) return slasherTaken;

        Vaults.Bind(vault, command.Delegator.Address, command.Slasher?.Address ?? Address.Zero);
        return null;
    }
}

/// <summary>Where the contracts are that every vault shares.</summary>
/// <param name="OperatorRegistry">Lists the operators.</param>
/// <param name="NetworkRegistry">Lists the networks.</param>
/// <param name="MiddlewareService">Knows who acts for a network.</param>
/// <param name="VaultOptInService">Knows which operators serve which vaults.</param>
/// <param name="NetworkOptInService">Knows which operators serve which networks.</param>
/// <param name="VaultFactory">Makes the vaults, and gives their first roles.</param>
/// <param name="DelegatorFactory">Makes the delegators, and gives their first roles.</param>
public readonly record struct SymbioticContracts(
    Address OperatorRegistry,
    Address NetworkRegistry,
    Address MiddlewareService,
    Address VaultOptInService,
    Address NetworkOptInService,
    Address VaultFactory = default,
    Address DelegatorFactory = default)
{
    /// <summary>The addresses on Ethereum's main network.</summary>
    public static SymbioticContracts Mainnet { get; } = new(
        Address.Parse("0xAd817a6Bc954F678451A71363f04150FDD81Af9F"),
        Address.Parse("0xC773b1011461e7314CF05f97d95aa8e92C1Fd8aA"),
        Address.Parse("0xD7dC9B366c027743D90761F71858BCa83C6899Ad"),
        Address.Parse("0xb361894bC06cbBA7Ea8098BF0e32EB1906A5F891"),
        Address.Parse("0x7133415b33B438843D581013f98A08704316633c"),
        Address.Parse("0xAEb6bdd95c502390db8f52c8909F703E9Af6a346"),
        Address.Parse("0x985Ed57AF9D475f1d83c1c1c8826A0E5A34E8C7B"));
}

/// <summary>Puts Symbiotic on the chain.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Contracts">Where.</param>
public sealed record DeploySymbiotic(Address Sender, SymbioticContracts Contracts) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.Deploy(Contracts);
}
