using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ComposableStable;

/// <summary>What a pool is made with and keeps.</summary>
/// <param name="Owner">Sets the swap fee, the amplification and the durations of rates.</param>
/// <param name="Count">How many tokens the vault knows of it, its own among them.</param>
/// <param name="PoolTokenIndex">The place of its own token.</param>
/// <param name="Tokens">All of them, in order of address.</param>
/// <param name="RateProviders">Who knows the rate of each; zero for 1.</param>
/// <param name="DecimalFactors">What brings each to 18 decimals, in 10⁻¹⁸.</param>
/// <param name="ExemptTokens">A bit for each whose yield pays no protocol fee.</param>
/// <param name="PauseWindowEnd">Until when it can be paused, in seconds.</param>
/// <param name="BufferPeriodEnd">Until when a pause can last, in seconds.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct PoolSettings(
    Address Owner,
    byte Count,
    byte PoolTokenIndex,
    TokenAddresses Tokens,
    TokenAddresses RateProviders,
    TokenNumbers DecimalFactors,
    byte ExemptTokens,
    ulong PauseWindowEnd,
    ulong BufferPeriodEnd)
{
    /// <summary>How many tokens there are without the pool's own.</summary>
    public int TokenCount => Count - 1;

    /// <summary>Whether no token is exempt.</summary>
    public bool AreNoneExempt => ExemptTokens == 0;

    /// <summary>Whether all are.</summary>
    public bool AreAllExempt => System.Numerics.BitOperations.PopCount(ExemptTokens) == TokenCount;

    /// <summary>The place among all, of a place among those without the pool's own.</summary>
    public int WithPoolToken(int index) => index < PoolTokenIndex ? index : index + 1;

    /// <summary>The place among those without the pool's own.</summary>
    public int WithoutPoolToken(int index) => index < PoolTokenIndex ? index : index - 1;

    /// <summary>The place of a token, or −1.</summary>
    public int IndexOf(Address token)
    {
        for (int i = 0; i < Count; i++)
        {
            if (Tokens[i] == token) return i;
        }

        return -1;
    }

    public bool HasRateProvider(int index) => !RateProviders[index].IsZero;

    public bool IsExempt(int index) => (ExemptTokens & (1 << index)) != 0;
}

/// <summary>What changes of a pool with its swaps.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal record struct PoolState
{
    /// <summary>What the vault holds for it of each token, in the token's smallest unit.</summary>
    public TokenNumbers Balances;

    /// <summary>The invariant after the last join or exit: growth since then pays protocol fees.</summary>
    public UInt256 LastInvariant;

    /// <summary>The amplification that it was taken with, in 1/1,000.</summary>
    public ulong LastAmplification;

    /// <summary>The block of the last change in the vault.</summary>
    public ulong LastChangeBlock;

    /// <summary>In 10⁻¹⁸.</summary>
    public ulong SwapFee;

    /// <summary>The protocol's part of swap fees, as last looked up, in 10⁻¹⁸.</summary>
    public ulong ProtocolSwapFee;

    /// <summary>The protocol's part of yield, as last looked up, in 10⁻¹⁸.</summary>
    public ulong ProtocolYieldFee;

    /// <summary>A fee that this kind of pool looks up and does not charge, in 10⁻¹⁸.</summary>
    public ulong ProtocolAumFee;

    /// <summary>The amplification, on its way.</summary>
    public AmplificationPath Amplification;

    /// <summary>Whether its governor paused it.</summary>
    public bool IsPaused;

    /// <summary>Whether it can be left without any calculation, and pays no protocol fees.</summary>
    public bool InRecoveryMode;
}

/// <summary>An amplification that moves from one value to another in a straight line.</summary>
/// <param name="StartValue">In 1/1,000.</param>
/// <param name="EndValue">In 1/1,000.</param>
/// <param name="StartTime">In seconds.</param>
/// <param name="EndTime">In seconds.</param>
internal readonly record struct AmplificationPath(
    ulong StartValue, ulong EndValue, ulong StartTime, ulong EndTime)
{
    /// <summary>A value that stays.</summary>
    public static AmplificationPath Constant(ulong value, ulong now) => new(value, value, now, now);

    /// <summary>Whether it still moves.</summary>
    public bool IsMoving(ulong now) => now < EndTime;

    /// <summary>The value of a second, the distance gone rounded down.</summary>
    public ulong At(ulong now)
    {
        if (now >= EndTime) return EndValue;

        ulong gone = now - StartTime;
        ulong whole = EndTime - StartTime;
        return EndValue > StartValue
            ? StartValue + Part(EndValue - StartValue, gone, whole)
            : StartValue - Part(StartValue - EndValue, gone, whole);
    }

    private static ulong Part(ulong distance, ulong gone, ulong whole) =>
        (ulong)((UInt128)distance * gone / whole);
}

/// <summary>The rate of a token as last looked up, and as of the last join or exit.</summary>
/// <param name="Current">In 10⁻¹⁸.</param>
/// <param name="Old">In 10⁻¹⁸.</param>
/// <param name="Duration">For how many seconds a rate is kept.</param>
/// <param name="Expires">The last second of the current one.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ComposableStableRate(
    UInt256 Current, UInt256 Old, uint Duration, uint Expires);

/// <summary>A number for each token of a pool.</summary>
[InlineArray(Capacity)]
internal struct TokenNumbers : IEquatable<TokenNumbers>
{
    /// <summary>The most tokens of a pool, its own among them.</summary>
    public const int Capacity = 6;

    private UInt256 _first;

    public static bool operator ==(TokenNumbers left, TokenNumbers right) => left.Equals(right);

    public static bool operator !=(TokenNumbers left, TokenNumbers right) => !left.Equals(right);

    public readonly bool Equals(TokenNumbers other) => ((ReadOnlySpan<UInt256>)this).SequenceEqual(other);

    public override readonly bool Equals(object? obj) => obj is TokenNumbers other && Equals(other);

    public override readonly int GetHashCode() => this[0].GetHashCode();
}

/// <summary>An address for each token of a pool.</summary>
[InlineArray(TokenNumbers.Capacity)]
internal struct TokenAddresses : IEquatable<TokenAddresses>
{
    private Address _first;

    public static bool operator ==(TokenAddresses left, TokenAddresses right) => left.Equals(right);

    public static bool operator !=(TokenAddresses left, TokenAddresses right) => !left.Equals(right);

    public readonly bool Equals(TokenAddresses other) => ((ReadOnlySpan<Address>)this).SequenceEqual(other);

    public override readonly bool Equals(object? obj) => obj is TokenAddresses other && Equals(other);

    public override readonly int GetHashCode() => this[0].GetHashCode();
}

/// <summary>A rate for each token of a pool.</summary>
[InlineArray(TokenNumbers.Capacity)]
internal struct TokenRates : IEquatable<TokenRates>
{
    private ComposableStableRate _first;

    public static bool operator ==(TokenRates left, TokenRates right) => left.Equals(right);

    public static bool operator !=(TokenRates left, TokenRates right) => !left.Equals(right);

    public readonly bool Equals(TokenRates other) =>
        ((ReadOnlySpan<ComposableStableRate>)this).SequenceEqual(other);

    public override readonly bool Equals(object? obj) => obj is TokenRates other && Equals(other);

    public override readonly int GetHashCode() => this[0].GetHashCode();
}
