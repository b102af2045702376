using Garrison.Engine.Restaking.EigenLayer.Vaults;
using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>Deploys one strategy for any token, and keeps a list of tokens that get none.</summary>
/// <remarks>Source: <c>StrategyFactory.sol</c>. The address of a new strategy comes with the
/// command.</remarks>
public sealed class StrategyFactory
{
    private readonly Store _store;
    private readonly EigenLayerCore _core;
    private readonly Table<Address, Address> _strategy;
    private readonly Table<Address, bool> _isBlacklisted;
    private readonly OrderedSet<Address, Address> _vaults;

    internal StrategyFactory(Store store, EigenLayerCore core)
    {
        _store = store;
        _core = core;
        _strategy = store.Table<Address, Address>();
        _isBlacklisted = store.Table<Address, bool>();
        _vaults = new(store);
    }

    private Address Self => _core.Contracts.StrategyFactory;

    /// <summary>The strategy of a token; zero until one is deployed.</summary>
    public Address StrategyOf(Address token) => _strategy[token];

    /// <summary>Whether a token gets no strategy.</summary>
    public bool IsBlacklisted(Address token) => _isBlacklisted[token];

    /// <summary>The duration vaults of a token, oldest first.</summary>
    public IReadOnlyList<Address> DurationVaultsOf(Address token) => _vaults.ToArray(token);

    internal Refusal? DeployNewStrategy(Address token, Address strategy)
    {
        if (_core.Pausing.IsPaused(Self, Pausing.NewStrategies)) return Refusals.CurrentlyPaused;
        if (_isBlacklisted[token]) return Refusals.BlacklistedToken;
        if (!_strategy[token].IsZero) return Refusals.StrategyAlreadyExists;
        if (_core.Strategies.Deploy(strategy, token, StrategyKind.Base, Address.Zero) is { } refusal)
        {
            return refusal;
        }

        _strategy[token] = strategy;
        _store.Emit(new StrategySetForToken(Self, token, strategy));
        return _core.StrategyManager.AddToWhitelist(Self, [strategy]);
    }

    internal Refusal? DeployDurationVault(Address vault, VaultConfiguration configuration)
    {
        Address token = configuration.Token;
        if (_core.Pausing.IsPaused(Self, Pausing.NewStrategies)) return Refusals.CurrentlyPaused;
        if (CheckVaultToken(token) is { } barred) return barred;
        if (_core.Strategies.Deploy(vault, token, StrategyKind.Base, Address.Zero) is { } taken) return taken;
        if (_core.Vaults.Initialize(vault, configuration) is { } refusal) return refusal;

        _ = _vaults.Add(token, vault);
        if (_core.StrategyManager.AddToWhitelist(Self, [vault]) is { } closed) return closed;

        _store.Emit(new DurationVaultDeployed(
            Self,
            vault,
            token,
            configuration.Admin,
            configuration.DurationSeconds,
            configuration.Limits.MaxPerDeposit,
            configuration.Limits.MaxTotalDeposits,
            configuration.MetadataUri,
            configuration.Set.Avs,
            configuration.Set.Id));
        return null;
    }

    internal Refusal? BlacklistTokens(Address sender, IReadOnlyList<Address> tokens)
    {
        if (sender != _core.Governance.Owner) return Refusals.NotOwner;

        List<Address> strategies = [];
        foreach (Address token in tokens)
        {
            if (_isBlacklisted[token]) return Refusals.AlreadyBlacklisted;

            _isBlacklisted[token] = true;
            _store.Emit(new TokenBlacklisted(Self, token));
            if (!_strategy[token].IsZero)
            {
                strategies.Add(_strategy[token]);
            }
        }

        return strategies.Count == 0 ? null : _core.StrategyManager.RemoveFromWhitelist(Self, strategies);
    }

    internal Refusal? Whitelist(Address sender, IReadOnlyList<Address> strategies) =>
        sender == _core.Governance.Owner
            ? _core.StrategyManager.AddToWhitelist(Self, strategies)
            : Refusals.NotOwner;

    internal Refusal? RemoveFromWhitelist(Address sender, IReadOnlyList<Address> strategies) =>
        sender == _core.Governance.Owner
            ? _core.StrategyManager.RemoveFromWhitelist(Self, strategies)
            : Refusals.NotOwner;

    // Until 1.13.0 vaults followed the list; since then only EIGEN and what it wraps get none.
    private Refusal? CheckVaultToken(Address token)
    {
        if (_core.Version < EigenLayerVersion.V1130)
        {
            return _isBlacklisted[token] ? Refusals.BlacklistedToken : null;
        }

        Address eigen = _core.Contracts.EigenStrategy;
        return !token.IsZero && _core.Strategies.Accepts(eigen, token)
            ? VaultRefusals.ProhibitedToken
            : null;
    }
}

/// <summary>Deploys and whitelists the strategy of a token.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Token">What it will hold.</param>
/// <param name="Strategy">Where the chain puts it.</param>
public sealed record DeployNewStrategy(Address Sender, Address Token, Address Strategy) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.StrategyFactory.DeployNewStrategy(Token, Strategy);
}

/// <summary>Bars tokens from the factory, and their strategies from new deposits.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Tokens">Which ones.</param>
public sealed record BlacklistTokens(Address Sender, IReadOnlyList<Address> Tokens) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.StrategyFactory.BlacklistTokens(Sender, Tokens);
}

/// <summary>Whitelists strategies through the factory.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Strategies">Which ones.</param>
public sealed record WhitelistStrategies(Address Sender, IReadOnlyList<Address> Strategies) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.StrategyFactory.Whitelist(Sender, Strategies);
}

/// <summary>Takes strategies off the whitelist through the factory.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Strategies">Which ones.</param>
public sealed record RemoveStrategiesFromWhitelist(Address Sender, IReadOnlyList<Address> Strategies)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.StrategyFactory.RemoveFromWhitelist(Sender, Strategies);
}

/// <summary>A token got its strategy.</summary>
/// <param name="Contract">The StrategyFactory.</param>
/// <param name="Token">The token.</param>
/// <param name="Strategy">The strategy.</param>
public sealed record StrategySetForToken(Address Contract, Address Token, Address Strategy)
    : Event(Contract);

/// <summary>A token was barred.</summary>
/// <param name="Contract">The StrategyFactory.</param>
/// <param name="Token">The token.</param>
public sealed record TokenBlacklisted(Address Contract, Address Token) : Event(Contract);
