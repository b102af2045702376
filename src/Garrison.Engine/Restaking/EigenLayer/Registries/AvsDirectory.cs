using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Registries;

/// <summary>Which operators work for which services, from before there were operator sets.</summary>
/// <remarks>
/// Nothing here can be slashed; rewards by service still go by it. Source: <c>AVSDirectory.sol</c>, v1.9.0.
/// </remarks>
public sealed class AvsDirectory
{
    /// <summary>Pauses registration and its end.</summary>
    internal const int PausedRegistration = 0;

    private readonly Store _store;
    private readonly EigenLayerCore _core;
    private readonly Cell<Address> _self;
    private readonly Table<Registration, bool> _isRegistered;
    private readonly Table<SpentSalt, bool> _isSpent;

    internal AvsDirectory(Store store, EigenLayerCore core)
    {
        _store = store;
        _core = core;
        _self = store.Cell<Address>();
        _isRegistered = store.Table<Registration, bool>();
        _isSpent = store.Table<SpentSalt, bool>();
    }

    /// <summary>Its address.</summary>
    public Address Self => _self.Value;

    /// <summary>Whether an operator works for a service.</summary>
    public bool IsRegistered(Address avs, Address @operator) => _isRegistered[new(avs, @operator)];

    /// <summary>Whether an operator has signed with a salt that counted, or called it off.</summary>
    public bool IsSpent(Address @operator, Hash32 salt) => _isSpent[new(@operator, salt)];

    internal Refusal? Deploy(Address directory)
    {
        if (!Self.IsZero) return RegistryRefusals.AlreadyDeployed;

        _self.Set(directory);
        return null;
    }

    internal Refusal? Register(Address avs, Address @operator, Approval signature)
    {
        if (_core.Pausing.IsPaused(Self, PausedRegistration)) return Refusals.CurrentlyPaused;
        if (IsRegistered(avs, @operator)) return RegistryRefusals.OperatorAlreadyRegisteredToAvs;
        if (IsSpent(@operator, signature.Salt)) return Refusals.SaltSpent;
        if (!_core.Delegation.IsOperator(@operator)) return RegistryRefusals.NotRegisteredToEigenLayer;
        if (signature.Expiry < _core.Clock.Seconds) return Refusals.SignatureExpired;
        if (signature.Signer != @operator) return Refusals.InvalidSignature;

        _isSpent[new(@operator, signature.Salt)] = true;
        Set(avs, @operator, AvsRegistrationStatus.Registered);
        return null;
    }

    internal Refusal? Deregister(Address avs, Address @operator)
    {
        if (_core.Pausing.IsPaused(Self, PausedRegistration)) return Refusals.CurrentlyPaused;
        if (!IsRegistered(avs, @operator)) return RegistryRefusals.NotRegisteredToAvs;

        Set(avs, @operator, AvsRegistrationStatus.Unregistered);
        return null;
    }

    internal Refusal? CancelSalt(Address sender, Hash32 salt)
    {
        _isSpent[new(sender, salt)] = true;
        return null;
    }

    internal Refusal? UpdateMetadata(Address avs, string uri)
    {
        _store.Emit(new AvsMetadataUriUpdated(Self, avs, uri));
        return null;
    }

    private void Set(Address avs, Address @operator, AvsRegistrationStatus status)
    {
        _isRegistered[new(avs, @operator)] = status == AvsRegistrationStatus.Registered;
        _store.Emit(new OperatorAvsRegistrationStatusUpdated(Self, @operator, avs, status));
    }

    private readonly record struct Registration(Address Avs, Address Operator);

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct SpentSalt(Address Operator, Hash32 Salt);
}
