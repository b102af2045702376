using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic;

/// <summary>What an operator opts in to.</summary>
public enum OptInKind : byte
{
    /// <summary>A vault, whose stake it is given.</summary>
    Vault,

    /// <summary>A network, which it serves.</summary>
    Network,
}

/// <summary>Which operators serve which vaults, or which networks, and since when.</summary>
/// <remarks>Source: <c>OptInService.sol</c>, which is on chain once for each kind.</remarks>
public sealed class OptInService
{
    private readonly Store _store;
    private readonly SymbioticCore _core;
    private readonly OptInKind _kind;
    private readonly History<OptIn, bool> _isOptedIn;
    private readonly OrderedSet<Address, Address> _operators;
    private readonly Table<OptIn, UInt256> _nonce;

    internal OptInService(Store store, SymbioticCore core, OptInKind kind)
    {
        _store = store;
        _core = core;
        _kind = kind;
        _isOptedIn = new(store);
        _operators = new(store);
        _nonce = store.Table<OptIn, UInt256>();
    }

    private Address Self => _kind == OptInKind.Vault
        ? _core.Contracts.VaultOptInService
        : _core.Contracts.NetworkOptInService;

    /// <summary>Whether an operator serves a vault or a network.</summary>
    public bool IsOptedIn(Address @operator, Address where) =>
        _isOptedIn.Latest(new(@operator, where), whenEmpty: false);

    /// <summary>Whether it did at the end of a second.</summary>
    public bool IsOptedInAt(Address @operator, Address where, ulong second) =>
        _isOptedIn.At(new(@operator, where), second, whenNone: false);

    /// <summary>The operators that serve a vault or a network.</summary>
    public IReadOnlyList<Address> OperatorsOf(Address where) => _operators.ToArray(where);

    /// <summary>The number that the next signature of an operator must carry.</summary>
    public UInt256 Nonce(Address @operator, Address where) => _nonce[new(@operator, where)];

    internal IEnumerable<ulong> Changes(Address @operator, Address where, ulong after, ulong until) =>
        _isOptedIn.Moments(new(@operator, where), after, until);

    internal Refusal? OptIn(Address @operator, Address where)
    {
        OptIn key = new(@operator, where);
        if (!_core.Registries.IsOperator(@operator)) return SymbioticRefusals.NotWho;
        if (!Exists(where)) return SymbioticRefusals.NotWhereEntity;
        if (_isOptedIn.Latest(key, whenEmpty: false)) return SymbioticRefusals.AlreadyOptedIn;

        _isOptedIn.Push(key, _core.Clock.Seconds, value: true);
        _ = _operators.Add(where, @operator);
        IncreaseNonce(@operator, where);
        _store.Emit(new OptedIn(Self, @operator, where));
        return null;
    }

    internal Refusal? OptOut(Address @operator, Address where)
    {
        OptIn key = new(@operator, where);
        if (!_isOptedIn.Latest(key, whenEmpty: false)) return SymbioticRefusals.NotOptedIn;
        if (_isOptedIn.LatestMoment(key) == _core.Clock.Seconds) return SymbioticRefusals.OptOutCooldown;

        _isOptedIn.Push(key, _core.Clock.Seconds, value: false);
        _ = _operators.Remove(where, @operator);
        IncreaseNonce(@operator, where);
        _store.Emit(new OptedOut(Self, @operator, where));
        return null;
    }

    internal Refusal? CheckSignature(Address @operator, Address where, OptInSignature signature)
    {
        if (!Uint48.Holds(signature.DeadlineSecond)) return SymbioticRefusals.EmptyRevert;
        if (signature.DeadlineSecond < _core.Clock.Seconds) return SymbioticRefusals.ExpiredSignature;

        return signature.Signer == @operator && signature.Nonce == Nonce(@operator, where)
            ? null
            : SymbioticRefusals.InvalidSignature;
    }

    internal void IncreaseNonce(Address @operator, Address where)
    {
        OptIn key = new(@operator, where);
        _nonce[key] = _nonce[key].WrappingAdd(UInt256.One);
        _store.Emit(new NonceIncreased(Self, @operator, where));
    }

    private bool Exists(Address where) => _kind == OptInKind.Vault
        ? _core.Vaults.Exists(where)
        : _core.Registries.IsNetwork(where);
}

internal readonly record struct OptIn(Address Operator, Address Where);

/// <summary>Who signed that an operator opts in or out.</summary>
/// <param name="Signer">Who signed, as recovered from the signature.</param>
/// <param name="Nonce">The number that was signed.</param>
/// <param name="DeadlineSecond">The last second at which it counts.</param>
public sealed record OptInSignature(Address Signer, UInt256 Nonce, ulong DeadlineSecond);

/// <summary>Has an operator serve a vault or a network.</summary>
/// <param name="Sender">The operator; anyone with its signature.</param>
/// <param name="Kind">Whether it is a vault or a network.</param>
/// <param name="Operator">Who.</param>
/// <param name="Where">Which vault or network.</param>
/// <param name="Signature">What the operator signed; null when it sends this itself.</param>
public sealed record OptInTo(
    Address Sender, OptInKind Kind, Address Operator, Address Where, OptInSignature? Signature = null)
    : Command(Sender)
{
    internal override Refusal? Apply(World world)
    {
        OptInService service = world.Symbiotic.OptIns(Kind);
        return Signature is null
            ? service.OptIn(Sender, Where)
            : service.CheckSignature(Operator, Where, Signature) ?? service.OptIn(Operator, Where);
    }
}

/// <summary>Has an operator leave a vault or a network.</summary>
/// <param name="Sender">The operator; anyone with its signature.</param>
/// <param name="Kind">Whether it is a vault or a network.</param>
/// <param name="Operator">Who.</param>
/// <param name="Where">Which vault or network.</param>
/// <param name="Signature">What the operator signed; null when it sends this itself.</param>
public sealed record OptOutOf(
    Address Sender, OptInKind Kind, Address Operator, Address Where, OptInSignature? Signature = null)
    : Command(Sender)
{
    internal override Refusal? Apply(World world)
    {
        OptInService service = world.Symbiotic.OptIns(Kind);
        return Signature is null
            ? service.OptOut(Sender, Where)
            : service.CheckSignature(Operator, Where, Signature) ?? service.OptOut(Operator, Where);
    }
}

/// <summary>Makes signatures that the sender gave before worthless.</summary>
/// <param name="Sender">The operator.</param>
/// <param name="Kind">Whether it is a vault or a network.</param>
/// <param name="Where">Which vault or network.</param>
public sealed record IncreaseOptInNonce(Address Sender, OptInKind Kind, Address Where) : Command(Sender)
{
    internal override Refusal? Apply(World world)
    {
        world.Symbiotic.OptIns(Kind).IncreaseNonce(Sender, Where);
        return null;
    }
}

/// <summary>Signatures of a number count no more.</summary>
/// <param name="Contract">The service.</param>
/// <param name="Who">Whose.</param>
/// <param name="Where">For which vault or network.</param>
public sealed record NonceIncreased(Address Contract, Address Who, Address Where) : Event(Contract);

/// <summary>An operator serves a vault or a network.</summary>
/// <param name="Contract">The service.</param>
/// <param name="Who">The operator.</param>
/// <param name="Where">Which vault or network.</param>
public sealed record OptedIn(Address Contract, Address Who, Address Where) : Event(Contract);

/// <summary>An operator serves a vault or a network no more.</summary>
/// <param name="Contract">The service.</param>
/// <param name="Who">The operator.</param>
/// <param name="Where">Which vault or network.</param>
public sealed record OptedOut(Address Contract, Address Who, Address Where) : Event(Contract);
