using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Renzo;

/// <summary>What the withdraw queue keeps of one asset.</summary>
/// <param name="Target">How much it should have to spare; 0 when nobody may ask for the asset.</param>
/// <param name="Reserve">What is set aside for requests.</param>
/// <param name="Counter">Those who wait.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct RenzoBuffer(UInt256 Target, UInt256 Reserve, RenzoFillCounter Counter)
{
    /// <summary>balance − reserve: what is to spare.</summary>
    /// <exception cref="OverflowException">More is set aside than there is.</exception>
    public UInt256 Spare(UInt256 balance) => balance - Reserve;

    /// <summary>max(target − spare, 0) and what those who wait lack: how much of an inflow goes
    /// here.</summary>
    /// <exception cref="OverflowException">More is set aside than there is, or a sum leaves 256
    /// bits.</exception>
    public UInt256 Deficit(UInt256 balance) => Target.SaturatingSub(Spare(balance)) + Counter.Deficit;
}

/// <summary>A request to leave Renzo with an asset.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Id">Its number among all.</param>
/// <param name="Amount">What it was worth when it was made; it is never paid more.</param>
/// <param name="EzEth">How much ezETH it gives, which the queue holds until it is claimed.</param>
/// <param name="CreatedAt">When it was made, in seconds since the Unix epoch.</param>
/// <param name="IsQueued">Whether it had to wait for the asset.</param>
/// <param name="FillAt">The counter at which it is filled.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct RenzoRequest(
    Address Asset,
    ulong Id,
    UInt256 Amount,
    UInt256 EzEth,
    ulong CreatedAt,
    bool IsQueued,
    UInt256 FillAt);
