namespace Garrison.Simulation.Rewards;

/// <summary>The days on which the rules of the calculation changed.</summary>
/// <remarks>Source: the sidecar's configuration; reference section 3.10.</remarks>
/// <param name="Amazon">Before it, payouts were rounded to fifteen digits.</param>
/// <param name="Nile">Before it, payouts were rounded to the digits a double shows.</param>
/// <param name="Panama">Before it, some addresses got no programmatic incentives.</param>
/// <param name="Arno">Before it, operators kept a tenth; from it on, services can direct rewards.</param>
/// <param name="Trinity">Before it, the owner's default split was not read.</param>
/// <param name="Mississippi">From it on, sets have rewards, and their operators incentives.</param>
/// <param name="Colorado">From it on, what a set without strategies cannot pay is refunded.</param>
/// <param name="Sabine">From it on, sets pay by stake.</param>
public sealed record Forks(
    int Amazon, int Nile, int Panama, int Arno, int Trinity, int Mississippi, int Colorado, int Sabine)
{
    /// <summary>Ethereum mainnet's.</summary>
    public static Forks Mainnet { get; } = new(
        Amazon: Days.Of(new DateOnly(2024, 8, 2)),
        Nile: Days.Of(new DateOnly(2024, 8, 12)),
        Panama: Days.Of(new DateOnly(2024, 10, 1)),
        Arno: Days.Of(new DateOnly(2025, 1, 21)),
        Trinity: Days.Of(new DateOnly(2025, 1, 21)),
        Mississippi: Days.Of(new DateOnly(2025, 4, 17)),
        Colorado: Days.Of(new DateOnly(2025, 4, 17)),
        Sabine: Days.Of(new DateOnly(2026, 3, 12)));

    /// <summary>The newest rules on every day.</summary>
    public static Forks Newest { get; } = new(
        Amazon: int.MinValue,
        Nile: int.MinValue,
        Panama: int.MinValue,
        Arno: int.MinValue,
        Trinity: int.MinValue,
        Mississippi: int.MinValue,
        Colorado: int.MinValue,
        Sabine: int.MinValue);

    /// <summary>Whether a run with a cutoff knows a kind of reward.</summary>
    public bool IsKnown(RewardKind kind, int cutoffDay) => cutoffDay >= kind switch
    {
        RewardKind.DirectedAvs => Arno,
        RewardKind.DirectedSet => Mississippi,
        RewardKind.UniqueStake or RewardKind.TotalStake => Sabine,
        _ => int.MinValue,
    };
}
