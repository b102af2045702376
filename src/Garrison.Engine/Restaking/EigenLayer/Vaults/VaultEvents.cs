using System.Text.Json.Serialization;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Vaults;

/// <summary>A vault is ready for deposits.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="VaultAdmin">Who locks it.</param>
/// <param name="Arbitrator">Who may open it early.</param>
/// <param name="UnderlyingToken">What it takes.</param>
/// <param name="Duration">How long it stays locked, in seconds.</param>
/// <param name="MaxPerDeposit">At most this in one deposit.</param>
/// <param name="StakeCap">At most this in all.</param>
/// <param name="MetadataUri">What its admin says of it.</param>
public sealed record VaultInitialized(
    Address Contract,
    Address VaultAdmin,
    Address Arbitrator,
    Address UnderlyingToken,
    uint Duration,
    UInt256 MaxPerDeposit,
    UInt256 StakeCap,
    [property: JsonPropertyName("metadataURI")] string MetadataUri) : Event(Contract);

/// <summary>The factory made a vault.</summary>
/// <param name="Contract">The StrategyFactory.</param>
/// <param name="Vault">The vault.</param>
/// <param name="UnderlyingToken">What it takes.</param>
/// <param name="VaultAdmin">Who locks it.</param>
/// <param name="Duration">How long it stays locked, in seconds.</param>
/// <param name="MaxPerDeposit">At most this in one deposit.</param>
/// <param name="StakeCap">At most this in all.</param>
/// <param name="MetadataUri">What its admin says of it.</param>
/// <param name="OperatorSetAvs">The service that it secures.</param>
/// <param name="OperatorSetId">The service's set.</param>
public sealed record DurationVaultDeployed(
    Address Contract,
    Address Vault,
    Address UnderlyingToken,
    Address VaultAdmin,
    uint Duration,
    UInt256 MaxPerDeposit,
    UInt256 StakeCap,
    [property: JsonPropertyName("metadataURI")] string MetadataUri,
    [property: JsonPropertyName("operatorSetAVS")] Address OperatorSetAvs,
    uint OperatorSetId) : Event(Contract);

/// <summary>A vault was locked.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="LockedAt">When, in seconds since the Unix epoch.</param>
/// <param name="UnlockAt">When anyone may open it.</param>
public sealed record VaultLocked(Address Contract, uint LockedAt, uint UnlockAt) : Event(Contract);

/// <summary>A vault was opened.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="MaturedAt">When, in seconds since the Unix epoch.</param>
public sealed record VaultMatured(Address Contract, uint MaturedAt) : Event(Contract);

/// <summary>A vault was opened before its time.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Arbitrator">By whom.</param>
/// <param name="MaturedAt">When, in seconds since the Unix epoch.</param>
public sealed record VaultAdvancedToWithdrawals(Address Contract, Address Arbitrator, uint MaturedAt)
    : Event(Contract);

/// <summary>A vault tried to take its magnitude back.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Success">Whether nothing is allocated any more, or will be after the delay.</param>
public sealed record DeallocateAttempted(Address Contract, bool Success) : Event(Contract);

/// <summary>A vault tried to leave its set.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Success">Whether it is out.</param>
public sealed record DeregisterAttempted(Address Contract, bool Success) : Event(Contract);

/// <summary>What a vault's admin says of it changed.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="NewMetadataUri">What now.</param>
public sealed record MetadataUriUpdated(
    Address Contract, [property: JsonPropertyName("newMetadataURI")] string NewMetadataUri)
    : Event(Contract);
