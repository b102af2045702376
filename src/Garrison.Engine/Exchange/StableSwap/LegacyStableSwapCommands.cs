using Garrison.Primitives;

namespace Garrison.Engine.Exchange.StableSwap;

/// <summary>Announces the fees of a legacy pool.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Fee">In units of 10⁻¹⁰.</param>
/// <param name="AdminFee">The owner's part, in units of 10⁻¹⁰.</param>
public sealed record CommitLegacyStableFee(Address Sender, Address Pool, UInt256 Fee, UInt256 AdminFee)
    : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) => pools.CommitFee(Sender, Pool, Fee, AdminFee);
}

/// <summary>Sets the fees that were announced three days ago.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Pool">Which pool.</param>
public sealed record ApplyLegacyStableFee(Address Sender, Address Pool) : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) => pools.ApplyFee(Sender, Pool);
}

/// <summary>Takes the announced fees back.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Pool">Which pool.</param>
public sealed record RevertLegacyStableFee(Address Sender, Address Pool) : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) => pools.RevertFee(Sender, Pool);
}

/// <summary>Announces another owner of a legacy pool.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Owner">Who.</param>
public sealed record CommitLegacyStableOwner(Address Sender, Address Pool, Address Owner)
    : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) => pools.CommitOwner(Sender, Pool, Owner);
}

/// <summary>Hands a legacy pool to the owner who was announced three days ago.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Pool">Which pool.</param>
public sealed record ApplyLegacyStableOwner(Address Sender, Address Pool) : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) => pools.ApplyOwner(Sender, Pool);
}

/// <summary>Takes the announced owner back.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Pool">Which pool.</param>
public sealed record RevertLegacyStableOwner(Address Sender, Address Pool) : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) => pools.RevertOwner(Sender, Pool);
}

/// <summary>Stops a legacy pool, in its first sixty days; liquidity can still be taken out in
/// proportion.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Pool">Which pool.</param>
public sealed record KillLegacyStable(Address Sender, Address Pool) : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) => pools.Kill(Sender, Pool);
}

/// <summary>Lets a legacy pool go on.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Pool">Which pool.</param>
public sealed record UnkillLegacyStable(Address Sender, Address Pool) : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) => pools.Unkill(Sender, Pool);
}

/// <summary>Leaves the owner's fees to those who hold liquidity.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Pool">Which pool.</param>
public sealed record DonateLegacyStableAdminFees(Address Sender, Address Pool)
    : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) => pools.DonateAdminFees(Sender, Pool);
}
