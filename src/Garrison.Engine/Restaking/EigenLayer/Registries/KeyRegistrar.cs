using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Registries;

/// <summary>The keys with which operators sign for sets.</summary>
/// <remarks>
/// A key is used once in its life: what was registered is known for good, also after it was given up.
/// Neither the set need exist nor the operator be one. Source: <c>KeyRegistrar.sol</c>, v1.9.0.
/// </remarks>
public sealed class KeyRegistrar
{
    private const int Bn254SignatureBytes = 64;

    private static readonly uint _configureOperatorSet =
        Keccak.Selector("configureOperatorSet((address,uint32),uint8)");

    private static readonly uint _registerKey =
        Keccak.Selector("registerKey(address,(address,uint32),bytes,bytes)");

    private static readonly uint _deregisterKey = Keccak.Selector("deregisterKey(address,(address,uint32))");

    private readonly Store _store;
    private readonly EigenLayerCore _core;
    private readonly Cell<Address> _self;
    private readonly Table<OperatorSet, CurveType> _curve;
    private readonly Table<OperatorInSet, Address> _ecdsa;
    private readonly Table<OperatorInSet, Bn254Key> _bn254;
    private readonly Table<Hash32, bool> _isUsed;
    private readonly Table<Hash32, Address> _operator;

    internal KeyRegistrar(Store store, EigenLayerCore core)
    {
        _store = store;
        _core = core;
        _self = store.Cell<Address>();
        _curve = store.Table<OperatorSet, CurveType>();
        _ecdsa = store.Table<OperatorInSet, Address>();
        _bn254 = store.Table<OperatorInSet, Bn254Key>();
        _isUsed = store.Table<Hash32, bool>();
        _operator = store.Table<Hash32, Address>();
    }

    /// <summary>Its address.</summary>
    public Address Self => _self.Value;

    /// <summary>On which curve the operators of a set sign; none until the service says.</summary>
    public CurveType CurveOf(OperatorSet set) => _curve[set];

    /// <summary>Whether an operator has a key for a set.</summary>
    public bool IsRegistered(OperatorSet set, Address @operator) =>
        !EcdsaKeyOf(set, @operator).IsZero || !Bn254KeyOf(set, @operator).IsZero;

    /// <summary>The address with whose key an operator signs for a set; zero for none.</summary>
    public Address EcdsaKeyOf(OperatorSet set, Address @operator) => _ecdsa[new(@operator, set)];

    /// <summary>The key on BN254 with which an operator signs for a set; all zero for none.</summary>
    public Bn254Key Bn254KeyOf(OperatorSet set, Address @operator) => _bn254[new(@operator, set)];

    /// <summary>What an operator's key for a set is known by; zero when it has none.</summary>
    public Hash32 KeyHashOf(OperatorSet set, Address @operator)
    {
        if (!IsRegistered(set, @operator)) return Hash32.Zero;

        return CurveOf(set) == CurveType.Ecdsa
            ? HashOf(EcdsaKeyOf(set, @operator))
            : Bn254KeyOf(set, @operator).Hash();
    }

    /// <summary>Whether a key was ever registered, by anyone for any set.</summary>
    public bool IsUsed(Hash32 keyHash) => _isUsed[keyHash];

    /// <summary>Who registered a key, and whether that operator has a key for the set now.</summary>
    /// <remarks>As in the contract, that key need not be the one asked about.</remarks>
    public (Address Operator, bool IsRegistered) OperatorOf(OperatorSet set, Hash32 keyHash)
    {
        Address @operator = _operator[keyHash];
        return (@operator, IsRegistered(set, @operator));
    }

    /// <summary>What a key on secp256k1 is known by: the Keccak hash of its address.</summary>
    public static Hash32 HashOf(Address key)
    {
        Span<byte> bytes = stackalloc byte[Address.Size];
        key.WriteBytes(bytes);
        return Keccak.Hash(bytes);
    }

    internal Refusal? Deploy(Address registrar)
    {
        if (!Self.IsZero) return RegistryRefusals.AlreadyDeployed;

        _self.Set(registrar);
        return null;
    }

    internal Refusal? Configure(Address sender, OperatorSet set, CurveType curve)
    {
        if (!MayCall(set.Avs, sender, _configureOperatorSet)) return Refusals.InvalidPermissions;
        if (curve is not (CurveType.Ecdsa or CurveType.Bn254)) return RegistryRefusals.InvalidCurveType;
        if (_curve[set] != CurveType.None) return RegistryRefusals.ConfigurationAlreadySet;

        _curve[set] = curve;
        _store.Emit(new OperatorSetConfigured(Self, set, curve));
        return null;
    }

    internal Refusal? Register(RegisterKey command)
    {
        (Address @operator, OperatorSet set) = (command.Operator, command.Set);
        if (!MayCall(@operator, command.Sender, _registerKey)) return Refusals.InvalidPermissions;

        CurveType curve = _curve[set];
        if (curve == CurveType.None) return RegistryRefusals.OperatorSetNotConfigured;
        if (IsRegistered(set, @operator)) return RegistryRefusals.OperatorAlreadyRegistered;

        Refusal? refusal = curve == CurveType.Ecdsa
            ? RegisterEcdsa(command, new(@operator, set))
            : RegisterBn254(command, new(@operator, set));
        if (refusal is not null) return refusal;

        _store.Emit(new KeyRegistered(Self, set, @operator, curve, command.KeyData));
        return null;
    }

    internal Refusal? Deregister(Address sender, Address @operator, OperatorSet set)
    {
        if (!MayCall(@operator, sender, _deregisterKey)) return Refusals.InvalidPermissions;
        if (_core.OperatorSets.IsSlashable(@operator, set)) return RegistryRefusals.OperatorStillSlashable;

        CurveType curve = _curve[set];
        if (curve == CurveType.None) return RegistryRefusals.OperatorSetNotConfigured;
        if (!IsRegistered(set, @operator)) return RegistryRefusals.KeyNotFound;

        _ecdsa[new(@operator, set)] = Address.Zero;
        _bn254[new(@operator, set)] = default;
        _store.Emit(new KeyDeregistered(Self, set, @operator, curve));
        return null;
    }

    private Refusal? RegisterEcdsa(RegisterKey command, OperatorInSet place)
    {
        if (command.KeyData.Length != Address.Size) return RegistryRefusals.InvalidKeyFormat;

        Address key = Address.FromBytes(command.KeyData);
        if (key.IsZero) return RegistryRefusals.ZeroPubkey;

        Hash32 hash = HashOf(key);
        if (_isUsed[hash]) return RegistryRefusals.KeyAlreadyRegistered;
        if (command.Signature.Signer != key) return Refusals.InvalidSignature;

        _ecdsa[place] = key;
        Use(hash, place.Operator);
        return null;
    }

    // Unlike on the other curve, whether the key was used is asked after the signature.
    private Refusal? RegisterBn254(RegisterKey command, OperatorInSet place)
    {
        if (command.KeyData.Length != Bn254Key.Size) return RegistryRefusals.InvalidKeyFormat;
        if (command.Signature.LengthBytes != Bn254SignatureBytes) return Refusals.InvalidSignature;

        Bn254Key key = Bn254Key.FromBytes(command.KeyData);
        if (key.IsZero) return RegistryRefusals.ZeroPubkey;
        if (!command.Signature.IsPaired) return Refusals.InvalidSignature;

        Hash32 hash = key.Hash();
        if (_isUsed[hash]) return RegistryRefusals.KeyAlreadyRegistered;

        _bn254[place] = key;
        Use(hash, place.Operator);
        return null;
    }

    private void Use(Hash32 hash, Address @operator)
    {
        _isUsed[hash] = true;
        _operator[hash] = @operator;
    }

    private bool MayCall(Address account, Address sender, uint selector) =>
        _core.Permissions.CanCall(account, sender, Self, selector);
}
