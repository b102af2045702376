using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace Garrison.Engine.Staking;

/// <summary>Where a validator's withdrawals go, and how far it compounds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Credentials>))]
public enum Credentials : byte
{
    /// <summary>0x00: a key of the beacon chain. Nothing can be withdrawn.</summary>
    Bls = 0,

    /// <summary>0x01: an address. What is above 32 ether is skimmed.</summary>
    Execution = 1,

    /// <summary>0x02: an address. Compounds up to 2,048 ether, and can withdraw a part.</summary>
    Compounding = 2,
}

/// <summary>Which attestations a validator makes in time.</summary>
[Flags]
public enum Duties : byte
{
    /// <summary>None: it is offline.</summary>
    None = 0,

    /// <summary>The source vote.</summary>
    Source = 1,

    /// <summary>The target vote, which finality counts.</summary>
    Target = 2,

    /// <summary>The head vote.</summary>
    Head = 4,

    /// <summary>All.</summary>
    All = Source | Target | Head,
}

/// <summary>Validators with neighbouring indices of which each is like the next: their number, and one
/// of them.</summary>
/// <param name="Count">How many.</param>
/// <param name="EffectiveBalanceGwei">What counts for duties, rewards and penalties, each.</param>
/// <param name="BalanceGwei">What each has.</param>
/// <param name="EligibilityEpoch">From when each waits for activation.</param>
/// <param name="ActivationEpoch">From when each is active.</param>
/// <param name="ExitEpoch">From when each is active no more.</param>
/// <param name="WithdrawableEpoch">From when each can be paid out.</param>
/// <param name="InactivityScore">How long each has missed targets in a leak.</param>
/// <param name="Credentials">Where its withdrawals go.</param>
/// <param name="Duties">Which attestations each makes in time.</param>
/// <param name="IsSlashed">Whether each was slashed.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct Cohort(
    ulong Count,
    ulong EffectiveBalanceGwei,
    ulong BalanceGwei,
    ulong EligibilityEpoch,
    ulong ActivationEpoch,
    ulong ExitEpoch,
    ulong WithdrawableEpoch,
    ulong InactivityScore,
    Credentials Credentials,
    Duties Duties,
    bool IsSlashed)
{
    /// <summary>Validators that have been active since the first epoch and do all their duties.</summary>
    public static Cohort Active(ulong count, ulong balanceGwei, Credentials credentials) => new(
        count,
        Math.Min(balanceGwei - (balanceGwei % Spec.Increment), MaxFor(credentials)),
        balanceGwei,
        0,
        0,
        Spec.FarFuture,
        Spec.FarFuture,
        0,
        credentials,
        Duties.All,
        IsSlashed: false);

    /// <summary>The highest effective balance that the credentials allow.</summary>
    public ulong EffectiveBalanceMaxGwei => MaxFor(Credentials);

    /// <summary>The effective balance in increments.</summary>
    public ulong Increments => EffectiveBalanceGwei / Spec.Increment;

    /// <summary>Whether each takes part in an epoch.</summary>
    public bool IsActive(ulong epoch) => ActivationEpoch <= epoch && epoch < ExitEpoch;

    /// <summary>Whether each gets rewards and penalties for the epoch before the current one.</summary>
    public bool IsEligible(ulong previousEpoch) =>
        IsActive(previousEpoch) || (IsSlashed && previousEpoch + 1 < WithdrawableEpoch);

    /// <summary>Whether each made a vote that counts: unslashed, and in time.</summary>
    public bool Did(Duties duty) => !IsSlashed && (Duties & duty) == duty;

    /// <summary>The same validators with a gain, each.</summary>
    public Cohort Gain(ulong gwei) => this with { BalanceGwei = BalanceGwei + gwei };

    /// <summary>The same validators but for what a loss leaves of the balance, at least 0.</summary>
    public Cohort Lose(ulong gwei) => this with { BalanceGwei = BalanceGwei - Math.Min(BalanceGwei, gwei) };

    /// <summary>Whether another cohort holds validators like these.</summary>
    /// <remarks>Field by field, those that differ most often first: a walk asks this of every
    /// cohort.</remarks>
    internal bool IsLike(in Cohort other) => BalanceGwei == other.BalanceGwei
        && EffectiveBalanceGwei == other.EffectiveBalanceGwei
        && WithdrawableEpoch == other.WithdrawableEpoch
        && ExitEpoch == other.ExitEpoch
        && InactivityScore == other.InactivityScore
        && ActivationEpoch == other.ActivationEpoch
        && EligibilityEpoch == other.EligibilityEpoch
        && Credentials == other.Credentials
        && Duties == other.Duties
        && IsSlashed == other.IsSlashed;

    private static ulong MaxFor(Credentials credentials) =>
        credentials == Credentials.Compounding ? Spec.EffectiveBalanceMax : Spec.ActivationBalanceMin;
}
