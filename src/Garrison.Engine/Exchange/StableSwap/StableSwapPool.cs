using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Exchange.StableSwap;

/// <summary>What gives a coin of a pool its rate. The numbers are the contract's.</summary>
public enum StableSwapAsset : byte
{
    /// <summary>Its decimals alone.</summary>
    Plain = 0,

    /// <summary>An oracle, such as that of wstETH.</summary>
    Oracle = 1,

    /// <summary>Its decimals alone, but balances move by themselves, as those of stETH do.</summary>
    Rebasing = 2,

    /// <summary>What a share of an ERC-4626 vault converts to.</summary>
    Vault = 3,
}

/// <summary>A coin of a pool that is to be made.</summary>
/// <param name="Token">The token.</param>
/// <param name="Kind">What gives it its rate.</param>
/// <param name="Decimals">Of the token, at most 18.</param>
/// <param name="Rate">Of an oracle: 10¹⁸ for par. Of a vault: what one whole share converts to, in the
/// smallest unit of its asset. Null for par, and for the other kinds.</param>
/// <param name="AssetDecimals">Of a vault's asset, at most 18; not read for the other kinds.</param>
public sealed record StableSwapCoin(
    Address Token,
    StableSwapAsset Kind = StableSwapAsset.Plain,
    int Decimals = 18,
    UInt256? Rate = null,
    int AssetDecimals = 18);

/// <summary>What a pool is made with.</summary>
/// <param name="Coins">From 2 to 8 coins, in their order.</param>
/// <param name="A">The amplification.</param>
/// <param name="Fee">Of a swap at par, in units of 10⁻¹⁰.</param>
/// <param name="OffpegFeeMultiplier">How often the fee is taken far from par, in units of 10⁻¹⁰; up to once,
/// the fee is the same everywhere.</param>
/// <param name="MaExpTime">The window of the averages of prices, in seconds: the time in which a weight
/// falls to 1/e.</param>
/// <param name="Admin">Who governs all pools of the factory.</param>
/// <param name="FeeReceiver">Who is paid the admin's part of fees; nobody for never.</param>
public sealed record StableSwapParameters(
    IReadOnlyList<StableSwapCoin> Coins,
    ulong A,
    UInt256 Fee,
    UInt256 OffpegFeeMultiplier,
    UInt256 MaExpTime,
    Address Admin,
    Address FeeReceiver);

/// <summary>What the ETH/stETH pool is made with.</summary>
/// <param name="Coin0">The first coin.</param>
/// <param name="Coin1">The second coin.</param>
/// <param name="LpToken">The token of its liquidity.</param>
/// <param name="A">The amplification.</param>
/// <param name="Fee">Of a swap, in units of 10⁻¹⁰.</param>
/// <param name="AdminFee">The owner's part of fees, in units of 10⁻¹⁰.</param>
/// <param name="Owner">Who governs the pool, and is paid that part.</param>
public sealed record LegacyStableSwapParameters(
    Address Coin0, Address Coin1, Address LpToken, ulong A, UInt256 Fee, UInt256 AdminFee, Address Owner);

/// <summary>A value and its moving average, each below 2¹²⁸.</summary>
/// <param name="Last">The value since the last change.</param>
/// <param name="Average">The average as of that change.</param>
internal readonly record struct StableSwapAverage(UInt128 Last, UInt128 Average)
{
    /// <summary>The average when the old one has come to weigh less, rounded down.</summary>
    /// <param name="weight">Of the old average, in units of 10⁻¹⁸.</param>
    public UInt256 Blend(UInt256 weight) =>
        ((Last * (Wad.Scale - weight)) + (Average * weight)).DivDown(Wad.Scale);
}

/// <summary>A coin of a pool: 10 to the power of 36 less its decimals, and that at its rate.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct StableSwapCoinTerms(
    Address Token, StableSwapAsset Kind, UInt256 Multiplier, UInt256 Rate);

[InlineArray(StableSwapTerms.MostCoins)]
internal struct StableSwapCoinList
{
    private StableSwapCoinTerms _first;
}

[InlineArray(StableSwapTerms.MostCoins)]
internal struct StableSwapAmounts
{
    private UInt256 _first;
}

[InlineArray(StableSwapTerms.MostCoins - 1)]
internal struct StableSwapAverages
{
    private StableSwapAverage _first;
}

/// <summary>What a pool is set to: it changes seldom.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct StableSwapTerms : IEquatable<StableSwapTerms>
{
    public const int MostCoins = 8;

    public byte CoinCount;
    public bool IsLegacy;

    // Of a pool of rebasing coins and of a legacy one the balances are those of the ledger.
    public bool ReadsLedger;
    public Address LpToken;
    public Address Governor;
    public Address Admin;
    public Address FeeReceiver;
    public UInt256 Fee;
    public UInt256 OffpegFeeMultiplier;
    public UInt256 AdminFee;
    public ulong InitialA;
    public ulong FutureA;
    public ulong InitialATime;
    public ulong FutureATime;
    public UInt256 PriceWindow;
    public UInt256 InvariantWindow;
    public StableSwapCoinList Coins;

    public readonly bool Has(int coin) => coin >= 0 && coin < CoinCount;

    public readonly bool Equals(StableSwapTerms other) => RowBytes.AreEqual(in this, in other);

    public override readonly bool Equals(object? obj) => obj is StableSwapTerms other && Equals(other);

    public override readonly int GetHashCode() => LpToken.GetHashCode();
}

/// <summary>What every swap changes of a pool.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct StableSwapBooks : IEquatable<StableSwapBooks>
{
    public ulong PriceTime;
    public ulong InvariantTime;
    public StableSwapAverage Invariant;

    // What is in the pool, the admin's part included.
    public StableSwapAmounts Balances;
    public StableSwapAmounts AdminBalances;
    public StableSwapAverages Prices;

    public readonly bool Equals(StableSwapBooks other) => RowBytes.AreEqual(in this, in other);

    public override readonly bool Equals(object? obj) => obj is StableSwapBooks other && Equals(other);

    public override readonly int GetHashCode() => Invariant.GetHashCode();
}

/// <summary>Rows of inline arrays, which have no equality of their own, compared as bytes.</summary>
internal static class RowBytes
{
    public static bool AreEqual<T>(in T one, in T other)
        where T : unmanaged =>
        MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in one)).SequenceEqual(
            MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in other)));
}
