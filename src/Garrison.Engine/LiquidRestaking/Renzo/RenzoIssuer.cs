using System.Runtime.InteropServices;

using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Renzo;

/// <summary>Renzo, which issues ezETH: a rate that is live, buffers of each asset, and a queue behind
/// each.</summary>
/// <remarks>
/// What operator delegators have is read from <see cref="Backings"/>, feeds from <see cref="AssetPrices"/>.
/// Ether is <see cref="Ledger.Ether"/>. Users let the contracts take whatever they want, so no allowance is
/// asked of them. Source: <c>RestakeManager.sol</c>, <c>DepositQueue.sol</c>, <c>WithdrawQueue.sol</c>,
/// <c>InstantWithdrawer.sol</c>, <c>RenzoOracle.sol</c>, <c>RiskOracleMiddleware.sol</c>.
/// </remarks>
public sealed partial class RenzoIssuer
{
    private const ulong PriceSecondsMax = (24 * 60 * 60) + 60;

    private static readonly UInt256 _validatorEther = Wad.Scale * 32UL;

    private readonly Store _store;
    private readonly Clock _clock;
    private readonly Ledger _ledger;
    private readonly EigenLayerCore _eigenLayer;
    private readonly Backings _backings;
    private readonly AssetPrices _prices;
    private readonly Cell<RenzoContracts> _contracts;
    private readonly Cell<RenzoTerms> _terms;
    private readonly Cell<RenzoInstantTerms> _instant;
    private readonly Table<Address, RenzoRoles> _roles;
    private readonly Table<byte, UInt256> _risk;
    private readonly OrderedSet<Everyone, Address> _delegators;
    private readonly Table<Address, RenzoDelegator> _delegator;
    private readonly OrderedSet<Everyone, Address> _tokens;
    private readonly Table<Address, Address> _feed;
    private readonly Table<Address, UInt256> _valueLimit;
    private readonly Table<Address, RenzoBuffer> _buffer;
    private readonly Table<Address, bool> _isWhitelisted;
    private readonly Table<Address, ulong> _requestCount;
    private readonly Table<RequestKey, RenzoRequest> _request;
    private readonly Table<ulong, UInt256> _rebalance;
    private readonly Table<ulong, bool> _isRebalancePaid;

    internal RenzoIssuer(
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
        _eigenLayer = eigenLayer;
        _backings = backings;
        _prices = prices;
        _contracts = store.Cell<RenzoContracts>();
        _terms = store.Cell<RenzoTerms>();
        _instant = store.Cell<RenzoInstantTerms>();
        _roles = store.Table<Address, RenzoRoles>();
        _risk = store.Table<byte, UInt256>();
        _delegators = new(store);
        _delegator = store.Table<Address, RenzoDelegator>();
        _tokens = new(store);
        _feed = store.Table<Address, Address>();
        _valueLimit = store.Table<Address, UInt256>();
        _buffer = store.Table<Address, RenzoBuffer>();
        _isWhitelisted = store.Table<Address, bool>();
        _requestCount = store.Table<Address, ulong>();
        _request = store.Table<RequestKey, RenzoRequest>();
        _rebalance = store.Table<ulong, UInt256>();
        _isRebalancePaid = store.Table<ulong, bool>();
    }

    private Address Token => _contracts.Value.Token;

    private Address RestakeManager => _contracts.Value.RestakeManager;

    private Address DepositQueue => _contracts.Value.DepositQueue;

    private Address WithdrawQueue => _contracts.Value.WithdrawQueue;

    private Address InstantWithdrawer => _contracts.Value.InstantWithdrawer;

    /// <summary>The queue begins paused; the admin has every right.</summary>
    internal Refusal? Deploy(in RenzoContracts contracts, Address admin, UInt256 coolDown)
    {
        if (!Token.IsZero) return RenzoRefusals.AlreadyDeployed;
        if (contracts.Token.IsZero || admin.IsZero || coolDown.IsZero) return RenzoRefusals.InvalidZeroInput;
        if (_ledger.RefuseIssued(contracts.Token) is { } issued) return issued;

        _contracts.Set(contracts);
        _terms.Set(new RenzoTerms { IsQueuePaused = true, CoolDownSeconds = coolDown });
        _roles[admin] = RenzoRoles.All;
        return null;
    }

    /// <summary>ezETH is created as the restake manager says.</summary>
    internal Refusal? Mint(Address sender, Address to, UInt256 amount) =>
        Token.IsZero || sender != RestakeManager
            ? RenzoRefusals.NotEzEthMinterBurner
            : _ledger.Mint(Token, to, amount);

    /// <summary>ezETH is burned as the withdraw queue says.</summary>
    internal Refusal? Burn(Address sender, Address from, UInt256 amount) =>
        Token.IsZero || sender != WithdrawQueue
            ? RenzoRefusals.NotEzEthMinterBurner
            : _ledger.Burn(Token, from, amount);

    // Why the ether does not arrive is not told apart: the receiver's words are lost.
    private Refusal? Send(Address asset, Address from, Address to, UInt256 amount) =>
        _ledger.Send(asset, from, to, amount) is not { } refusal ? null
        : asset == Ledger.Ether ? RenzoRefusals.TransferFailed
        : refusal;

    private bool Has(Address account, RenzoRoles role) => (_roles[account] & role) != RenzoRoles.None;

    private Refusal? RefuseOthersThan(RenzoRoles role, Address sender, Refusal refusal) =>
        Has(sender, role) ? null : refusal;

    private Refusal? RefuseOthersThanAdmin(Address sender) => RefuseOthersThan(
        RenzoRoles.RestakeManagerAdmin, sender, RenzoRefusals.NotRestakeManagerAdmin);

    private Refusal? RefuseOthersThanQueueAdmin(Address sender) => RefuseOthersThan(
        RenzoRoles.WithdrawQueueAdmin, sender, RenzoRefusals.NotWithdrawQueueAdmin);

    private Refusal? RefuseOthersThanPauser(Address sender) => RefuseOthersThan(
        RenzoRoles.DepositWithdrawPauser, sender, RenzoRefusals.NotDepositWithdrawPauser);

    private bool IsStopped(RenzoRisk risk) => _risk[(byte)risk] == UInt256.One;

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct RequestKey(Address User, ulong Index);
}
