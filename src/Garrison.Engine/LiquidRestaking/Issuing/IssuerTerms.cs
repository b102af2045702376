using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <summary>Where the rate of a token comes from.</summary>
public enum RateSource : byte
{
    /// <summary>What the issuer has over what there is of the token, at any time.</summary>
    Live,

    /// <summary>A number that a keeper pushes.</summary>
    Stored,

    /// <summary>The same as live, of what lies idle and in a vault of Symbiotic.</summary>
    Vault,
}

/// <summary>How holders leave.</summary>
public enum ExitQueue : byte
{
    /// <summary>Tokens are burned when a full batch is finalised.</summary>
    Batches,

    /// <summary>Tokens are burned at the request.</summary>
    BurnedAtRequest,

    /// <summary>Tokens are burned at the request, and what they are worth leaves with an epoch.</summary>
    Epochs,
}

/// <summary>Who acts for an issuer, and where things lie.</summary>
/// <param name="Owner">Changes terms and pauses.</param>
/// <param name="Keeper">Pushes rates, finalises requests, settles validators.</param>
/// <param name="Treasury">Gets its part of the fees.</param>
/// <param name="Operators">Get theirs; of a vault, the farm that rewards go to.</param>
/// <param name="Queue">The contract that holds what waits.</param>
/// <param name="Staker">The contract that stakes, and holds bonds.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct IssuerAccounts(
    Address Owner, Address Keeper, Address Treasury, Address Operators, Address Queue, Address Staker);

/// <summary>How much at a time.</summary>
/// <param name="Deposits">The most that the issuer may have after a deposit; the greatest number for
/// endless.</param>
/// <param name="RequestMinimum">The least that may be asked for at a time, in tokens.</param>
/// <param name="RequestMaximum">The most.</param>
/// <param name="BatchSize">How many requests make a batch.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct IssuerLimits(
    UInt256 Deposits, UInt256 RequestMinimum, UInt256 RequestMaximum, uint BatchSize);

/// <summary>What the issuer keeps.</summary>
/// <param name="HasInstantLane">Whether holders can leave at once.</param>
/// <param name="ExitBps">What those who stay get of it.</param>
/// <param name="TreasuryExitBps">What the treasury gets of it.</param>
/// <param name="TreasuryRewards">The treasury's part of rewards, times 10¹⁸.</param>
/// <param name="OperatorRewards">The operators' part of rewards, times 10¹⁸.</param>
/// <param name="DripSeconds">Over how long rewards join the rate; 0 for at once.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct IssuerFees(
    bool HasInstantLane,
    uint ExitBps,
    uint TreasuryExitBps,
    UInt256 TreasuryRewards,
    UInt256 OperatorRewards,
    ulong DripSeconds)
{
    /// <summary>What the instant lane keeps.</summary>
    public ExitFee Exit => new(new Bps(ExitBps), new Bps(TreasuryExitBps));
}

/// <summary>What stands below the issuer.</summary>
/// <param name="Stake">What each validator counts as, whatever its balance is.</param>
/// <param name="Bond">What its operator puts up, in the asset.</param>
/// <param name="Vault">The vault of Symbiotic; zero for none.</param>
/// <param name="Collateral">A token that wraps the asset one to one; zero for none.</param>
/// <param name="CollateralLimit">How much of it there may be.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct IssuerBelow(
    UInt256 Stake, UInt256 Bond, Address Vault, Address Collateral, UInt256 CollateralLimit);

/// <summary>What an issuer is: which policies, and with which numbers.</summary>
/// <param name="Rate">Where the rate comes from.</param>
/// <param name="Exits">How holders leave.</param>
/// <param name="Asset">What it counts and pays in.</param>
/// <param name="Accounts">Who acts for it.</param>
/// <param name="Limits">How much at a time.</param>
/// <param name="Fees">What it keeps.</param>
/// <param name="Guard">Which pushed rates are refused.</param>
/// <param name="Below">What stands below.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct IssuerTerms(
    RateSource Rate,
    ExitQueue Exits,
    Address Asset,
    IssuerAccounts Accounts,
    IssuerLimits Limits,
    IssuerFees Fees,
    RepriceGuard Guard,
    IssuerBelow Below);
