namespace Garrison.Risk;

/// <summary>When an epoch of Ethereum's mainnet begins.</summary>
public static class BeaconTime
{
    private const ulong Genesis = 1_606_824_023;

    /// <summary>The epoch at a time, in seconds since the Unix epoch, rounded down.</summary>
    public static ulong EpochAt(ulong seconds) => (seconds - Genesis) / Engine.Staking.Spec.SecondsPerEpoch;

    /// <summary>The epoch at the beginning of a day, UTC, rounded down.</summary>
    public static ulong EpochAt(DateOnly date) =>
        EpochAt((ulong)new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds());

    /// <summary>When an epoch begins, in seconds since the Unix epoch; an estimate for one to come only in
    /// that the chain might stop.</summary>
    public static ulong SecondsAt(ulong epoch) => Genesis + (epoch * Engine.Staking.Spec.SecondsPerEpoch);
}
