using System.Runtime.InteropServices;

using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Kelp;

/// <summary>Kelp, which issues rsETH: a price that is stored until somebody updates it, and a queue for each
/// asset.</summary>
/// <remarks>
/// What node delegators have in EigenLayer is read from <see cref="Backings"/>, feeds from
/// <see cref="AssetPrices"/>. Ether is <see cref="Ledger.Ether"/>. Whoever pays sends the command, so no
/// allowance is asked for. Source: <c>LRTConfig.sol</c>, <c>LRTOracle.sol</c>, <c>LRTDepositPool.sol</c>,
/// <c>LRTWithdrawalManager.sol</c>, <c>LRTUnstakingVault.sol</c>, <c>RSETH.sol</c>.
/// </remarks>
public sealed partial class KelpIssuer
{
    private const int NodeDelegatorsMax = 10;
    private const ulong DefaultDelayBlocks = 8 * 24 * 60 * 60 / 12;
    private const ulong DelayBlocksMax = 10 * 24 * 60 * 60 / 12;

    private readonly Store _store;
    private readonly Clock _clock;
    private readonly Ledger _ledger;
    private readonly Strategies _strategies;
    private readonly Backings _backings;
    private readonly AssetPrices _prices;
    private readonly Cell<KelpContracts> _contracts;
    private readonly Cell<KelpTerms> _terms;
    private readonly Table<Address, KelpRoles> _roles;
    private readonly Table<Address, bool> _isPaused;
    private readonly OrderedSet<Everyone, Address> _assets;
    private readonly Table<Address, KelpAsset> _asset;
    private readonly OrderedSet<Everyone, Address> _delegators;
    private readonly Table<Address, bool> _isUnaccounted;
    private readonly Table<RequestKey, KelpRequest> _request;
    private readonly Table<UserKey, KelpNonces> _nonces;
    private readonly Table<NonceKey, ulong> _nonce;

    internal KelpIssuer(
        Store store,
        Clock clock,
        Ledger ledger,
        EigenLayerCore eigenLayer,
        Backings backings,
        AssetPrices prices)
    {
        _store = store;
        _clock = clock;
        _ledger = ledger;
        _strategies = eigenLayer.Strategies;
        _backings = backings;
        _prices = prices;
        _contracts = store.Cell<KelpContracts>();
        _terms = store.Cell<KelpTerms>();
        _roles = store.Table<Address, KelpRoles>();
        _isPaused = store.Table<Address, bool>();
        _assets = new(store);
        _asset = store.Table<Address, KelpAsset>();
        _delegators = new(store);
        _isUnaccounted = store.Table<Address, bool>();
        _request = store.Table<RequestKey, KelpRequest>();
        _nonces = store.Table<UserKey, KelpNonces>();
        _nonce = store.Table<NonceKey, ulong>();
    }

    private Address Token => _contracts.Value.Token;

    private Address DepositPool => _contracts.Value.DepositPool;

    private Address WithdrawalManager => _contracts.Value.WithdrawalManager;

    private Address UnstakingVault => _contracts.Value.UnstakingVault;

    internal Refusal? Deploy(in KelpContracts contracts, Address admin)
    {
        if (!Token.IsZero) return KelpRefusals.AlreadyDeployed;
        if (admin.IsZero || contracts.Token.IsZero) return KelpRefusals.ZeroAddressNotAllowed;

        _contracts.Set(contracts);
        _terms.Set(new KelpTerms { DelayBlocks = DefaultDelayBlocks });
        _roles[admin] = KelpRoles.Admin;
        return null;
    }

    /// <summary>rsETH is created for whom the pool or the oracle say.</summary>
    internal Refusal? Mint(Address sender, Address to, UInt256 amount)
    {
        if (Token.IsZero || (sender != DepositPool && sender != _contracts.Value.Oracle))
        {
            return KelpRefusals.CallerHasNotTheRole;
        }

        return RefuseIfPaused(Token) ?? _ledger.Mint(Token, to, amount);
    }

    /// <summary>rsETH is burned as the withdrawal manager says.</summary>
    internal Refusal? Burn(Address sender, Address from, UInt256 amount) =>
        Token.IsZero || sender != WithdrawalManager
            ? KelpRefusals.CallerHasNotTheRole
            : RefuseIfPaused(Token) ?? _ledger.Burn(Token, from, amount);

    private bool Has(Address account, KelpRoles role) => (_roles[account] & role) != KelpRoles.None;

    private Refusal? RefuseOthersThanAdmin(Address sender) =>
        Has(sender, KelpRoles.Admin) ? null : KelpRefusals.CallerIsNotAdmin;

    private Refusal? RefuseOthersThanManager(Address sender) =>
        Has(sender, KelpRoles.Manager) ? null : KelpRefusals.CallerIsNotManager;

    private Refusal? RefuseOthersThanOperator(Address sender) =>
        Has(sender, KelpRoles.Operator) ? null : KelpRefusals.CallerIsNotOperator;

    private Refusal? RefuseIfPaused(Address contract) => _isPaused[contract] ? KelpRefusals.Paused : null;

    private Refusal? RefuseUnsupported(Address asset) =>
        _asset.Read(asset).IsSupported ? null : KelpRefusals.AssetNotSupported;

    // What the contracts do with the address that stands for ether where they mean a token.
    private Refusal? MoveToken(Address asset, Address from, Address to, UInt256 amount) =>
        asset == Ledger.Ether ? KelpRefusals.CallToNonContract : _ledger.Transfer(asset, from, to, amount);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct RequestKey(Address Asset, ulong Nonce);

    private readonly record struct UserKey(Address Asset, Address User);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct NonceKey(Address Asset, Address User, ulong Index);
}

/// <summary>Which of a user's requests for an asset are not claimed, as two ends of a queue.</summary>
/// <param name="Begin">How many were claimed.</param>
/// <param name="End">How many were made.</param>
public readonly record struct KelpNonces(ulong Begin, ulong End);
