using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.Relay;

/// <summary>Who signs for a network during an epoch.</summary>
/// <param name="Validators">All operators with a place in the list, by address.</param>
/// <param name="TotalActiveVotingPower">The power of those that are active.</param>
/// <param name="QuorumThreshold">The power that has to sign.</param>
public sealed record ValidatorSet(
    IReadOnlyList<Validator> Validators, UInt256 TotalActiveVotingPower, UInt256 QuorumThreshold);

/// <summary>An operator in a validator set.</summary>
/// <param name="Operator">Who.</param>
/// <param name="VotingPower">Its power, capped when it is active.</param>
/// <param name="IsActive">Whether it signs.</param>
/// <param name="Vaults">Where its power is from, by address, not capped.</param>
public sealed record Validator(
    Address Operator, UInt256 VotingPower, bool IsActive, IReadOnlyList<VaultVotingPower> Vaults);

/// <summary>Which kinds of keys an operator has registered.</summary>
/// <param name="Operator">Who.</param>
/// <param name="Tags">The kinds, as the key registry numbers them.</param>
public sealed record OperatorKeys(Address Operator, IReadOnlyList<byte> Tags);

/// <summary>How a validator set is chosen.</summary>
/// <param name="VotingPowerMax">What is counted of one operator at most; 0 for all.</param>
/// <param name="InclusionVotingPowerMin">The least with which an operator is active.</param>
/// <param name="ValidatorsMax">How many are active at most; 0 for all.</param>
/// <param name="RequiredKeyTags">The kinds of keys that an active operator has; it always has some.</param>
/// <param name="QuorumThreshold">What part of the active power has to sign, above 0.</param>
public sealed record ValidatorSetTerms(
    UInt256 VotingPowerMax,
    UInt256 InclusionVotingPowerMin,
    ulong ValidatorsMax,
    IReadOnlyList<byte> RequiredKeyTags,
    Wad QuorumThreshold);
