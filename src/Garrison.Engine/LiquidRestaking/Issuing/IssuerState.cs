using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <summary>What of an issuer is paused.</summary>
[Flags]
public enum IssuerPause : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Deposits.</summary>
    Deposits = 1,

    /// <summary>Requests, claims, and leaving at once.</summary>
    Exits = 2,

    /// <summary>Pushing rates.</summary>
    Pricing = 4,

    /// <summary>All of it.</summary>
    Everything = Deposits | Exits | Pricing,
}

/// <summary>What an issuer has in its books beside what it holds.</summary>
/// <param name="Paused">What is paused.</param>
/// <param name="Validators">How many validators count as staked.</param>
/// <param name="LastValidator">The last number that was given to one.</param>
/// <param name="RewardsMinted">Rewards of validators that tokens were created for.</param>
/// <param name="RewardsDeposited">Of these, what was paid in.</param>
/// <param name="Drip">Rewards that join the rate over time.</param>
/// <param name="Deposited">All that was ever deposited, in the asset.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct IssuerBooks(
    IssuerPause Paused,
    uint Validators,
    ulong LastValidator,
    UInt256 RewardsMinted,
    UInt256 RewardsDeposited,
    LinearDrip Drip,
    UInt256 Deposited);

/// <summary>The queue of an issuer.</summary>
/// <param name="Requests">How many numbers were given out, and for batches those of batch 0.</param>
/// <param name="Final">The last request, or batch, that is final.</param>
/// <param name="Exiting">What waits, at the rates of the requests.</param>
/// <param name="Exited">All that was ever set aside.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct IssuerQueue(ulong Requests, ulong Final, UInt256 Exiting, UInt256 Exited);

/// <summary>A request to leave; empty when it was paid.</summary>
/// <param name="Recipient">Who is paid.</param>
/// <param name="Tokens">For how many tokens.</param>
/// <param name="RateAtRequest">The rate when it was made.</param>
/// <param name="RateAtFinalization">The rate when it was finalised; for batches see there.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ExitRequest(
    Address Recipient, UInt256 Tokens, Wad RateAtRequest, Wad RateAtFinalization);

/// <summary>Requests that are finalised together.</summary>
/// <param name="Tokens">What is burned then.</param>
/// <param name="Expected">What they were worth when they were made.</param>
/// <param name="Rate">The rate when it was finalised; 0 before.</param>
/// <param name="ClaimedCount">How many were paid.</param>
/// <param name="Claimed">And how much.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ExitBatch(
    UInt256 Tokens, UInt256 Expected, Wad Rate, uint ClaimedCount, UInt256 Claimed)
{
    /// <summary>What was set aside for it.</summary>
    public UInt256 SetAside => LesserRate.SetAsideDown(Tokens, Expected, Rate);
}

/// <summary>A validator and its bond.</summary>
/// <param name="Operator">Whose it is; zero for none.</param>
/// <param name="Bond">In tokens.</param>
/// <param name="IsActive">Whether it counts as staked.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct BondedValidator(Address Operator, UInt256 Bond, bool IsActive);

/// <summary>What one account has waiting in epochs.</summary>
/// <param name="LastEpoch">The last epoch it has shares in.</param>
/// <param name="Claimable">What it can be paid.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct EpochAccountState(ulong LastEpoch, UInt256 Claimable);

[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct IssuerNumber(Address Issuer, ulong Number);

internal readonly record struct IssuerAccount(Address Issuer, Address Account);

internal readonly record struct IssuerEpochAccount(IssuerNumber Epoch, Address Account);
