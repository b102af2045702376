using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>Slashed shares on their way out: recorded by the slash, paid when someone clears it.</summary>
/// <remarks>
/// They are paid at the rate of the moment of clearing, to the recipient of the set, or burned. From 1.13.0
/// a slash rests for a resolution delay first. Source: <c>StrategyManager.sol</c>.
/// </remarks>
public sealed class SlashedShares
{
    private readonly Store _store;
    private readonly EigenLayerCore _core;
    private readonly OrderedSet<Everyone, OperatorSet> _sets;
    private readonly OrderedSet<OperatorSet, ulong> _slashes;
    private readonly OrderedSet<SlashKey, Address> _strategies;
    private readonly Table<SlashedStrategy, UInt256> _shares;
    private readonly Table<SlashKey, uint> _resolutionBlock;
    private readonly OrderedSet<Everyone, Address> _legacyStrategies;
    private readonly Table<Address, UInt256> _legacyShares;

    internal SlashedShares(Store store, EigenLayerCore core)
    {
        _store = store;
        _core = core;
        _sets = new(store);
        _slashes = new(store);
        _strategies = new(store);
        _shares = store.Table<SlashedStrategy, UInt256>();
        _resolutionBlock = store.Table<SlashKey, uint>();
        _legacyStrategies = new(store);
        _legacyShares = store.Table<Address, UInt256>();
    }

    private Address Self => _core.Contracts.StrategyManager;

    /// <summary>The sets with slashes that were not cleared, in the contract's order.</summary>
    public IReadOnlyList<OperatorSet> PendingSets() => _sets.ToArray(default);

    /// <summary>The slashes of a set that were not cleared, in the contract's order.</summary>
    public IReadOnlyList<ulong> PendingSlashes(OperatorSet set) => _slashes.ToArray(set);

    /// <summary>The strategies of a slash that were not cleared, in the contract's order.</summary>
    public IReadOnlyList<Address> PendingStrategies(OperatorSet set, ulong slashId) =>
        _strategies.ToArray(new SlashKey(set, slashId));

    /// <summary>The shares of a slash that were not cleared.</summary>
    public UInt256 PendingShares(OperatorSet set, ulong slashId, Address strategy) =>
        _shares[new(new SlashKey(set, slashId), strategy)];

    /// <summary>The last block at which a slash still rests; 0 for none.</summary>
    public uint ResolutionBlock(OperatorSet set, ulong slashId) => _resolutionBlock[new(set, slashId)];

    /// <summary>Shares that slashes before redistribution left to be burned.</summary>
    public UInt256 LegacyBurnableShares(Address strategy) => _legacyShares[strategy];

    internal Refusal? Record(OperatorSet set, ulong slashId, Address strategy, UInt256 shares)
    {
        SlashKey slash = new(set, slashId);
        if (!_strategies.Add(slash, strategy)) return Refusals.StrategyAlreadyInSlash;

        _shares[new(slash, strategy)] = shares;
        _ = _sets.Add(default, set);
        if (_slashes.Add(set, slashId) && _core.Version >= EigenLayerVersion.V1130)
        {
            uint resolutionBlock = checked(_core.Block + _core.Delays.SlashResolutionDelayBlocks);
            _resolutionBlock[slash] = resolutionBlock;
            _store.Emit(new SlashResolutionBlockSet(Self, set, slashId, resolutionBlock));
        }

        _store.Emit(new BurnOrRedistributableSharesIncreased(Self, set, slashId, strategy, shares));
        return null;
    }

    internal Refusal? Clear(OperatorSet set, ulong slashId)
    {
        if (CheckClearing(new(set, slashId)) is { } early) return early;

        foreach (Address strategy in PendingStrategies(set, slashId))
        {
            if (ClearOne(new(set, slashId), strategy) is { } refusal) return refusal;
        }

        return null;
    }

    internal Refusal? ClearByStrategy(OperatorSet set, ulong slashId, Address strategy) =>
        CheckClearing(new(set, slashId)) ?? ClearOne(new(set, slashId), strategy);

    internal Refusal? BurnLegacy(Address strategy)
    {
        if (IsClearingPaused()) return Refusals.CurrentlyPaused;

        UInt256 shares = _legacyShares[strategy];
        _legacyShares[strategy] = UInt256.Zero;
        _ = _legacyStrategies.Remove(default, strategy);
        _store.Emit(new BurnableSharesDecreased(Self, strategy, shares));
        return shares.IsZero ? null : Pay(strategy, Constants.BurnAddress, shares);
    }

    internal void Import(OperatorSet set, ulong slashId, Address strategy, UInt256 shares)
    {
        SlashKey slash = new(set, slashId);
        _ = _sets.Add(default, set);
        _ = _slashes.Add(set, slashId);
        _ = _strategies.Add(slash, strategy);
        _shares[new(slash, strategy)] = shares;
    }

    private bool IsClearingPaused() =>
        _core.Version >= EigenLayerVersion.V1130 && _core.Pausing.IsPaused(Self, Pausing.Clearing);

    private Refusal? CheckClearing(SlashKey slash)
    {
        if (IsClearingPaused()) return Refusals.CurrentlyPaused;

        uint resolutionBlock = _resolutionBlock[slash];
        return resolutionBlock != 0 && _core.Clock.Block <= resolutionBlock
            ? Refusals.SlashResolutionDelayNotElapsed
            : null;
    }

    private Refusal? ClearOne(SlashKey slash, Address strategy)
    {
        if (!_strategies.Remove(slash, strategy)) return null;

        UInt256 shares = _shares[new(slash, strategy)];
        _shares[new(slash, strategy)] = UInt256.Zero;
        Forget(slash);
        if (shares.IsZero) return null;

        if (Pay(strategy, _core.OperatorSets.RedistributionRecipient(slash.Set), shares) is { } refusal)
        {
            return refusal;
        }

        _store.Emit(new BurnOrRedistributableSharesDecreased(
            Self, slash.Set, slash.SlashId, strategy, shares));
        return null;
    }

    private Refusal? Pay(Address strategy, Address recipient, UInt256 shares) =>
        _core.Strategies.Withdraw(
            strategy, recipient, _core.Strategies.TokenOf(strategy), shares, out _);

    private void Forget(SlashKey slash)
    {
        if (_strategies.Count(slash) > 0) return;

        _ = _slashes.Remove(slash.Set, slash.SlashId);
        _resolutionBlock[slash] = 0;
        if (_slashes.Count(slash.Set) == 0)
        {
            _ = _sets.Remove(default, slash.Set);
        }
    }
}

/// <summary>Pays out all strategies of a slash; one that cannot pay stops all.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Set">The set that slashed.</param>
/// <param name="SlashId">Which slash of the set.</param>
public sealed record ClearBurnOrRedistributableShares(Address Sender, OperatorSet Set, ulong SlashId)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.SlashedShares.Clear(Set, SlashId);
}

/// <summary>Pays out one strategy of a slash.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Set">The set that slashed.</param>
/// <param name="SlashId">Which slash of the set.</param>
/// <param name="Strategy">Which strategy.</param>
public sealed record ClearBurnOrRedistributableSharesByStrategy(
    Address Sender, OperatorSet Set, ulong SlashId, Address Strategy) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.SlashedShares.ClearByStrategy(Set, SlashId, Strategy);
}

/// <summary>Burns what slashes before redistribution left of a strategy.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Strategy">Which strategy.</param>
public sealed record BurnShares(Address Sender, Address Strategy) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.SlashedShares.BurnLegacy(Strategy);
}

/// <summary>A slash may not be cleared before this block has passed.</summary>
/// <param name="Contract">The StrategyManager.</param>
/// <param name="OperatorSet">The set that slashed.</param>
/// <param name="SlashId">Which slash of the set.</param>
/// <param name="ResolutionBlock">The last block of the delay.</param>
public sealed record SlashResolutionBlockSet(
    Address Contract, OperatorSet OperatorSet, ulong SlashId, uint ResolutionBlock) : Event(Contract);

/// <summary>Shares were slashed and wait to be cleared.</summary>
/// <param name="Contract">The StrategyManager.</param>
/// <param name="OperatorSet">The set that slashed.</param>
/// <param name="SlashId">Which slash of the set.</param>
/// <param name="Strategy">Of which strategy.</param>
/// <param name="Shares">How many; may be 0.</param>
public sealed record BurnOrRedistributableSharesIncreased(
    Address Contract, OperatorSet OperatorSet, ulong SlashId, Address Strategy, UInt256 Shares)
    : Event(Contract);

/// <summary>Slashed shares were paid out.</summary>
/// <param name="Contract">The StrategyManager.</param>
/// <param name="OperatorSet">The set that slashed.</param>
/// <param name="SlashId">Which slash of the set.</param>
/// <param name="Strategy">Of which strategy.</param>
/// <param name="Shares">How many.</param>
public sealed record BurnOrRedistributableSharesDecreased(
    Address Contract, OperatorSet OperatorSet, ulong SlashId, Address Strategy, UInt256 Shares)
    : Event(Contract);

/// <summary>Legacy slashed shares were burned.</summary>
/// <param name="Contract">The StrategyManager.</param>
/// <param name="Strategy">Of which strategy.</param>
/// <param name="Shares">How many; may be 0.</param>
public sealed record BurnableSharesDecreased(Address Contract, Address Strategy, UInt256 Shares)
    : Event(Contract);
