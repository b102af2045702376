using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>What became of what a reward had to give on a day.</summary>
internal sealed class DayTally
{
    /// <summary>What there was to give.</summary>
    public UInt256 Assigned { get; set; }

    /// <summary>What stakers and operators got.</summary>
    public UInt256 Paid { get; set; }

    /// <summary>What the service got back.</summary>
    public UInt256 Refunded { get; set; }

    /// <summary>What nobody could get.</summary>
    public UInt256 Stuck { get; set; }

    /// <summary>What rounding left; less than 0 where it gave too much.</summary>
    public Int256 Dust { get; set; }

    /// <summary>Whether there are rows, which move on where the next run begins.</summary>
    public bool HasRows { get; set; }

    /// <summary>Adds what is left of a pool after it was divided.</summary>
    public void AddDust(UInt256 pool, UInt256 given) =>
        Dust += Int256.FromUInt256(pool) - Int256.FromUInt256(given);
}
