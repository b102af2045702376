using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>A group of operators that one service asks the same of, and may slash for it.</summary>
/// <param name="Avs">The service that owns the set.</param>
/// <param name="Id">Its number within the service.</param>
public readonly record struct OperatorSet(Address Avs, uint Id);

internal readonly record struct StakerStrategy(Address Staker, Address Strategy);

internal readonly record struct OperatorStrategy(Address Operator, Address Strategy);

internal readonly record struct OperatorInSet(Address Operator, OperatorSet Set);

internal readonly record struct AllocationKey(Address Operator, OperatorSet Set, Address Strategy);

[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct SlashKey(OperatorSet Set, ulong SlashId);

internal readonly record struct SlashedStrategy(SlashKey Slash, Address Strategy);

[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct WithdrawalKey(Address Staker, ulong Nonce);

internal readonly record struct WithdrawalLeg(WithdrawalKey Withdrawal, int Index);
