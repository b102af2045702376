using System.Text.Json.Serialization;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>An operator's increases will wait this long.</summary>
/// <param name="Contract">The AllocationManager.</param>
/// <param name="Operator">Whose.</param>
/// <param name="Delay">In blocks.</param>
/// <param name="EffectBlock">From when on.</param>
public sealed record AllocationDelaySet(Address Contract, Address Operator, uint Delay, uint EffectBlock)
    : Event(Contract);

/// <summary>What an operator puts behind a set changes, or was slashed.</summary>
/// <param name="Contract">The AllocationManager.</param>
/// <param name="Operator">Whose.</param>
/// <param name="OperatorSet">Behind which.</param>
/// <param name="Strategy">Of what.</param>
/// <param name="Magnitude">How much from the effect block on, in 10⁻¹⁸.</param>
/// <param name="EffectBlock">From when on.</param>
public sealed record AllocationUpdated(
    Address Contract,
    Address Operator,
    OperatorSet OperatorSet,
    Address Strategy,
    ulong Magnitude,
    uint EffectBlock) : Event(Contract);

/// <summary>What an operator has put behind all sets changed.</summary>
/// <param name="Contract">The AllocationManager.</param>
/// <param name="Operator">Whose.</param>
/// <param name="Strategy">Of what.</param>
/// <param name="EncumberedMagnitude">How much now, in 10⁻¹⁸.</param>
public sealed record EncumberedMagnitudeUpdated(
    Address Contract, Address Operator, Address Strategy, ulong EncumberedMagnitude) : Event(Contract);

/// <summary>Slashing lowered what an operator can put behind sets.</summary>
/// <param name="Contract">The AllocationManager.</param>
/// <param name="Operator">Whose.</param>
/// <param name="Strategy">Of what.</param>
/// <param name="MaxMagnitude">How much is left, in 10⁻¹⁸.</param>
public sealed record MaxMagnitudeUpdated(
    Address Contract, Address Operator, Address Strategy, ulong MaxMagnitude) : Event(Contract);

/// <summary>A set slashed an operator.</summary>
/// <param name="Contract">The AllocationManager.</param>
/// <param name="Operator">Whom.</param>
/// <param name="OperatorSet">Which set.</param>
/// <param name="Strategies">Of what.</param>
/// <param name="WadSlashed">Which part of the maximum magnitude before, in 10⁻¹⁸, rounded down.</param>
/// <param name="Description">Why.</param>
public sealed record OperatorSlashed(
    Address Contract,
    Address Operator,
    OperatorSet OperatorSet,
    IReadOnlyList<Address> Strategies,
    IReadOnlyList<UInt256> WadSlashed,
    string Description) : Event(Contract);

/// <summary>A service named its registrar.</summary>
/// <param name="Contract">The AllocationManager.</param>
/// <param name="Avs">The service.</param>
/// <param name="Registrar">What is asked.</param>
public sealed record AvsRegistrarSet(Address Contract, Address Avs, Address Registrar) : Event(Contract);

/// <summary>A service says where it describes itself.</summary>
/// <param name="Contract">The AllocationManager.</param>
/// <param name="Avs">The service.</param>
/// <param name="MetadataUri">Where.</param>
public sealed record AvsMetadataUriUpdated(
    Address Contract, Address Avs, [property: JsonPropertyName("metadataURI")] string MetadataUri)
    : Event(Contract);

/// <summary>A set was created.</summary>
/// <param name="Contract">The AllocationManager.</param>
/// <param name="OperatorSet">Which one.</param>
public sealed record OperatorSetCreated(Address Contract, OperatorSet OperatorSet) : Event(Contract);

/// <summary>A set pays what it slashes to someone, for good.</summary>
/// <param name="Contract">The AllocationManager.</param>
/// <param name="OperatorSet">Which set.</param>
/// <param name="RedistributionRecipient">Whom.</param>
public sealed record RedistributionAddressSet(
    Address Contract, OperatorSet OperatorSet, Address RedistributionRecipient) : Event(Contract);

/// <summary>A strategy counts in a set.</summary>
/// <param name="Contract">The AllocationManager.</param>
/// <param name="OperatorSet">Which set.</param>
/// <param name="Strategy">Which strategy.</param>
public sealed record StrategyAddedToOperatorSet(
    Address Contract, OperatorSet OperatorSet, Address Strategy) : Event(Contract);

/// <summary>A strategy counts no more in a set.</summary>
/// <param name="Contract">The AllocationManager.</param>
/// <param name="OperatorSet">Which set.</param>
/// <param name="Strategy">Which strategy.</param>
public sealed record StrategyRemovedFromOperatorSet(
    Address Contract, OperatorSet OperatorSet, Address Strategy) : Event(Contract);

/// <summary>An operator joined a set.</summary>
/// <param name="Contract">The AllocationManager.</param>
/// <param name="Operator">Who.</param>
/// <param name="OperatorSet">Which set.</param>
public sealed record OperatorAddedToOperatorSet(
    Address Contract, Address Operator, OperatorSet OperatorSet) : Event(Contract);

/// <summary>An operator left a set.</summary>
/// <param name="Contract">The AllocationManager.</param>
/// <param name="Operator">Who.</param>
/// <param name="OperatorSet">Which set.</param>
public sealed record OperatorRemovedFromOperatorSet(
    Address Contract, Address Operator, OperatorSet OperatorSet) : Event(Contract);

/// <summary>A set has, or will have, another slasher.</summary>
/// <param name="Contract">The AllocationManager.</param>
/// <param name="OperatorSet">Which set.</param>
/// <param name="Slasher">Who.</param>
/// <param name="EffectBlock">From when on.</param>
public sealed record SlasherUpdated(
    Address Contract, OperatorSet OperatorSet, Address Slasher, uint EffectBlock) : Event(Contract);

/// <summary>A set from before 1.9.0 got the slasher its service had appointed.</summary>
/// <param name="Contract">The AllocationManager.</param>
/// <param name="OperatorSet">Which set.</param>
/// <param name="Slasher">Who.</param>
public sealed record SlasherMigrated(Address Contract, OperatorSet OperatorSet, Address Slasher)
    : Event(Contract);
