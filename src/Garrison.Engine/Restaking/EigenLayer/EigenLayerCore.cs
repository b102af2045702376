using Garrison.Engine.Restaking.EigenLayer.Emissions;
using Garrison.Engine.Restaking.EigenLayer.Pods;
using Garrison.Engine.Restaking.EigenLayer.Registries;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Engine.Restaking.EigenLayer.Vaults;
using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>EigenLayer's contracts, which call one another as they do on chain.</summary>
/// <remarks>
/// Source: Layr-Labs/eigenlayer-contracts v1.12.0, with the changes of 1.13.0 and 1.13.1 by
/// <see cref="Version"/>. The equations are in <c>docs/protocols/eigenlayer.md</c>.
/// </remarks>
public sealed class EigenLayerCore
{
    private static readonly Refusal _alreadyDeployed = new("AlreadyDeployed");

    private readonly Cell<EigenLayerVersion> _version;
    private readonly Cell<Delays> _delays;
    private readonly Cell<Contracts> _contracts;
    private readonly Cell<Governance> _governance;

    internal EigenLayerCore(Store store, Clock clock, Ledger ledger)
    {
        Clock = clock;
        _version = store.Cell<EigenLayerVersion>();
        _delays = store.Cell<Delays>();
        _contracts = store.Cell<Contracts>();
        _governance = store.Cell<Governance>();
        Pausing = new Pausing(store, this);
        Permissions = new PermissionController(store, this);
        Vaults = new DurationVaults(store, this);
        Strategies = new Strategies(store, this, ledger);
        StrategyFactory = new StrategyFactory(store, this);
        StrategyManager = new StrategyManager(store, this, ledger);
        SlashedShares = new SlashedShares(store, this);
        Pods = new EigenPodManager(store, this, ledger);
        Magnitudes = new Magnitudes(store, this);
        OperatorSets = new OperatorSets(store, this);
        Slashing = new Slashing(store, this);
        Delegation = new DelegationManager(store, this);
        Withdrawals = new Withdrawals(store, this);
        Rewards = new RewardsCoordinator(store, this, ledger);
        EigenPods = new EigenPods(store, this, ledger);
        Keys = new KeyRegistrar(store, this);
        Directory = new AvsDirectory(store, this);
        Emissions = new EmissionsController(store, this, ledger);
    }

    /// <summary>Whose rules hold.</summary>
    public EigenLayerVersion Version => _version.Value;

    /// <summary>The waiting times.</summary>
    public ref readonly Delays Delays => ref _delays.Value;

    /// <summary>The addresses.</summary>
    public ref readonly Contracts Contracts => ref _contracts.Value;

    /// <summary>The powers.</summary>
    public ref readonly Governance Governance => ref _governance.Value;

    /// <summary>Which functions are paused.</summary>
    public Pausing Pausing { get; }

    /// <summary>Who acts for whom.</summary>
    public PermissionController Permissions { get; }

    /// <summary>What holds the tokens: shares against underlying.</summary>
    public Strategies Strategies { get; }

    /// <summary>Strategies for any token.</summary>
    public StrategyFactory StrategyFactory { get; }

    /// <summary>Strategies that lock deposits for a time.</summary>
    public DurationVaults Vaults { get; }

    /// <summary>Deposit shares of tokens.</summary>
    public StrategyManager StrategyManager { get; }

    /// <summary>Slashed shares that wait to be burned or redistributed.</summary>
    public SlashedShares SlashedShares { get; }

    /// <summary>Deposit shares of beacon chain ether.</summary>
    public EigenPodManager Pods { get; }

    /// <summary>How much of their stake operators put behind which set.</summary>
    public Magnitudes Magnitudes { get; }

    /// <summary>Operator sets, their members, strategies and slashers.</summary>
    public OperatorSets OperatorSets { get; }

    /// <summary>Slashing.</summary>
    public Slashing Slashing { get; }

    /// <summary>Who delegates to whom, and operator shares.</summary>
    public DelegationManager Delegation { get; }

    /// <summary>The withdrawal queue.</summary>
    public Withdrawals Withdrawals { get; }

    /// <summary>Pods: what the beacon chain left of validators' balances.</summary>
    public EigenPods EigenPods { get; }

    /// <summary>Rewards: what services pay, and what earners claim.</summary>
    public RewardsCoordinator Rewards { get; }

    /// <summary>The keys with which operators sign for sets.</summary>
    public KeyRegistrar Keys { get; }

    /// <summary>Which operators work for which services, from before there were sets.</summary>
    public AvsDirectory Directory { get; }

    /// <summary>What is minted each epoch, and to whom it goes.</summary>
    public EmissionsController Emissions { get; }

    /// <summary>The clock that the contracts read.</summary>
    internal Clock Clock { get; }

    /// <summary>The block number as 32 bits, truncated as the contracts truncate it.</summary>
    internal uint Block => unchecked((uint)Clock.Block);

    /// <summary>Where the deposit shares of a strategy are kept.</summary>
    internal IShareManager ShareManagerOf(Address strategy) =>
        strategy == Constants.BeaconChainEtherStrategy ? Pods : StrategyManager;

    internal Refusal? Deploy(
        EigenLayerVersion version, Delays delays, Contracts contracts, Governance governance)
    {
        if (!Contracts.DelegationManager.IsZero) return _alreadyDeployed;

        _version.Set(version);
        _delays.Set(delays);
        _contracts.Set(contracts);
        _governance.Set(governance);
        return null;
    }

    internal Refusal? Upgrade(Address sender, EigenLayerVersion version)
    {
        if (sender != Governance.Owner) return Refusals.NotOwner;

        _version.Set(version);
        return null;
    }

    internal Refusal? SetStrategyWhitelister(Address sender, Address whitelister)
    {
        if (sender != Governance.Owner) return Refusals.NotOwner;

        Address before = Governance.StrategyWhitelister;
        _governance.Set(Governance with { StrategyWhitelister = whitelister });
        Strategies.Emit(new StrategyWhitelisterChanged(Contracts.StrategyManager, before, whitelister));
        return null;
    }
}
