using Garrison.Engine.Oracle;
using Garrison.Primitives;

namespace Garrison.Engine.Lending.Morpho;

/// <summary>Morpho Blue: markets of one collateral and one loan each, and nothing between them.</summary>
/// <remarks>
/// Every rounding is against the one who acts. Whoever pays sends the command, so no allowance is asked
/// for. Source: <c>Morpho.sol</c>.
/// </remarks>
public sealed partial class MorphoMarkets
{
    private static readonly UInt256 _feeMax = 250_000_000_000_000_000UL;

    private readonly Store _store;
    private readonly Clock _clock;
    private readonly Ledger _ledger;
    private readonly Feeds _oracle;
    private readonly Cell<MorphoDeployment> _deployment;
    private readonly Table<Address, bool> _isAdaptiveCurve;
    private readonly Table<Address, bool> _isIrmEnabled;
    private readonly Table<UInt256, bool> _isLltvEnabled;
    private readonly OrderedSet<Everyone, Hash32> _all;
    private readonly Table<Hash32, MorphoTerms> _terms;
    private readonly Table<Hash32, MorphoMarket> _market;
    private readonly Table<MorphoAccount, MorphoPosition> _position;
    private readonly Table<MorphoAuthorization, bool> _isAuthorized;
    private readonly Table<Address, UInt256> _nonce;

    internal MorphoMarkets(Store store, Clock clock, Ledger ledger, Feeds oracle)
    {
        _store = store;
        _clock = clock;
        _ledger = ledger;
        _oracle = oracle;
        _deployment = store.Cell<MorphoDeployment>();
        _isAdaptiveCurve = store.Table<Address, bool>();
        _isIrmEnabled = store.Table<Address, bool>();
        _isLltvEnabled = store.Table<UInt256, bool>();
        _all = new(store);
        _terms = store.Table<Hash32, MorphoTerms>();
        _market = store.Table<Hash32, MorphoMarket>();
        _position = store.Table<MorphoAccount, MorphoPosition>();
        _isAuthorized = store.Table<MorphoAuthorization, bool>();
        _nonce = store.Table<Address, UInt256>();
    }

    private Address Contract => _deployment.Value.Contract;

    private bool IsDeployed => !Contract.IsZero;

    internal Refusal? Deploy(Address contract, Address owner)
    {
        if (IsDeployed) return MorphoRefusals.AlreadyDeployed;
        if (owner.IsZero) return MorphoRefusals.ZeroAddress;

        _deployment.Set(new MorphoDeployment(contract, owner, Address.Zero));
        _store.Emit(new MorphoOwnerSet(contract, owner));
        return null;
    }

    internal Refusal? DeployIrm(Address irm)
    {
        _isAdaptiveCurve[irm] = true;
        return null;
    }

    internal Refusal? SetOwner(Address sender, Address newOwner)
    {
        if (RefuseOthersThanOwner(sender) is { } refusal) return refusal;
        if (newOwner == Deployment.Owner) return MorphoRefusals.AlreadySet;

        _deployment.Set(_deployment.Value with { Owner = newOwner });
        _store.Emit(new MorphoOwnerSet(Contract, newOwner));
        return null;
    }

    internal Refusal? EnableIrm(Address sender, Address irm)
    {
        if (RefuseOthersThanOwner(sender) is { } refusal) return refusal;
        if (_isIrmEnabled[irm]) return MorphoRefusals.AlreadySet;

        _isIrmEnabled[irm] = true;
        _store.Emit(new MorphoIrmEnabled(Contract, irm));
        return null;
    }

    internal Refusal? EnableLltv(Address sender, UInt256 lltv)
    {
        if (RefuseOthersThanOwner(sender) is { } refusal) return refusal;
        if (_isLltvEnabled[lltv]) return MorphoRefusals.AlreadySet;
        if (lltv >= Wad.Scale) return MorphoRefusals.MaxLltvExceeded;

        _isLltvEnabled[lltv] = true;
        _store.Emit(new MorphoLltvEnabled(Contract, lltv));
        return null;
    }

    internal Refusal? SetFee(Address sender, Hash32 id, UInt256 newFee)
    {
        if (RefuseOthersThanOwner(sender) is { } refusal) return refusal;

        MorphoMarket market = _market[id];
        if (!market.Exists) return MorphoRefusals.MarketNotCreated;
        if (newFee == market.Fee) return MorphoRefusals.AlreadySet;
        if (newFee > _feeMax) return MorphoRefusals.MaxFeeExceeded;
        if (Accrue(id, in _terms.Read(id), ref market) is { } tooMuch) return tooMuch;

        _market[id] = market with { Fee = newFee.ToUInt64() };
        _store.Emit(new MorphoFeeSet(Contract, id, newFee));
        return null;
    }

    internal Refusal? SetFeeRecipient(Address sender, Address newFeeRecipient)
    {
        if (RefuseOthersThanOwner(sender) is { } refusal) return refusal;
        if (newFeeRecipient == Deployment.FeeRecipient) return MorphoRefusals.AlreadySet;

        _deployment.Set(_deployment.Value with { FeeRecipient = newFeeRecipient });
        _store.Emit(new MorphoFeeRecipientSet(Contract, newFeeRecipient));
        return null;
    }

    internal Refusal? CreateMarket(MorphoMarketParameters parameters)
    {
        if (!IsDeployed) return Refusal.EmptyRevert;
        if (!_isIrmEnabled[parameters.Irm]) return MorphoRefusals.IrmNotEnabled;
        if (!_isLltvEnabled[parameters.Lltv]) return MorphoRefusals.LltvNotEnabled;

        Hash32 id = parameters.Id;
        if (_market[id].Exists) return MorphoRefusals.MarketAlreadyCreated;
        if (!parameters.Irm.IsZero && !_isAdaptiveCurve[parameters.Irm]) return Refusal.EmptyRevert;

        MorphoMarket market = new() { LastUpdate = _clock.Seconds };
        _store.Emit(new MorphoMarketCreated(Contract, id, parameters));
        if (!parameters.Irm.IsZero)
        {
            (UInt256 rate, ulong rateAtTarget) = AdaptiveCurve.BorrowRate(in market, 0);
            market = market with { RateAtTarget = rateAtTarget };
            _store.Emit(new MorphoBorrowRateUpdated(parameters.Irm, id, rate, rateAtTarget));
        }

        _ = _all.Add(default, id);
        _market[id] = market;
        _terms[id] = new MorphoTerms(
            parameters.LoanToken,
            parameters.CollateralToken,
            parameters.Oracle,
            parameters.Irm,
            parameters.Lltv);
        return null;
    }

    internal Refusal? SetAuthorization(Address sender, Address authorized, bool newIsAuthorized)
    {
        if (!IsDeployed) return Refusal.EmptyRevert;

        MorphoAuthorization key = new(sender, authorized);
        if (_isAuthorized[key] == newIsAuthorized) return MorphoRefusals.AlreadySet;

        _isAuthorized[key] = newIsAuthorized;
        _store.Emit(new MorphoAuthorizationSet(Contract, sender, sender, authorized, newIsAuthorized));
        return null;
    }

    internal Refusal? SetAuthorizationWithSignature(SetMorphoAuthorizationWithSignature signed)
    {
        if (!IsDeployed) return Refusal.EmptyRevert;
        if (_clock.Seconds > signed.Deadline) return MorphoRefusals.SignatureExpired;

        Address authorizer = signed.Authorizer;
        UInt256 nonce = _nonce[authorizer];
        if (signed.Nonce != nonce) return MorphoRefusals.InvalidNonce;
        if (signed.Signer.IsZero || signed.Signer != authorizer) return MorphoRefusals.InvalidSignature;

        // Whether it is set already does not count: using the nonce up can be the purpose.
        _nonce[authorizer] = nonce + UInt256.One;
        _isAuthorized[new(authorizer, signed.Authorized)] = signed.IsAuthorized;
        _store.Emit(new MorphoNonceIncremented(Contract, signed.Sender, authorizer, nonce));
        _store.Emit(new MorphoAuthorizationSet(
            Contract, signed.Sender, authorizer, signed.Authorized, signed.IsAuthorized));
        return null;
    }

    private Refusal? RefuseOthersThanOwner(Address sender) =>
        !IsDeployed ? Refusal.EmptyRevert
        : sender != Deployment.Owner ? MorphoRefusals.NotOwner
        : null;
}
