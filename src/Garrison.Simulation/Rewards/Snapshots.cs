using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>What counts on each day: the state of the calculation, which later runs extend.</summary>
public sealed class Snapshots
{
    /// <summary>The split that holds where nobody said anything, in hundredths of a percent.</summary>
    public const uint UsualSplitBps = 1000;

    /// <summary>Shares of stakers.</summary>
    public Timelines<(Address Staker, Address Strategy), Int256> StakerShares { get; } = new();

    /// <summary>Shares of operators.</summary>
    public Timelines<(Address Operator, Address Strategy), Int256> OperatorShares { get; } = new();

    /// <summary>Operators of stakers; zero while they have none.</summary>
    public Timelines<Address, Address> Delegations { get; } = new();

    /// <summary>Operators of services.</summary>
    public Timelines<(Address Operator, Address Avs), bool> AvsOperators { get; } = new();

    /// <summary>Strategies that services list for operators.</summary>
    public Timelines<(Address Operator, Address Avs, Address Strategy), bool> AvsStrategies { get; } = new();

    /// <summary>Operators of sets.</summary>
    public Timelines<(Address Operator, OperatorSet Set), bool> SetOperators { get; } = new();

    /// <summary>Strategies of sets.</summary>
    public Timelines<(Address Strategy, OperatorSet Set), bool> SetStrategies { get; } = new();

    /// <summary>Allocations.</summary>
    public Timelines<(Address Operator, OperatorSet Set, Address Strategy), Magnitude> Allocations { get; } =
        new();

    /// <summary>Splits of services' rewards.</summary>
    public Timelines<(Address Operator, Address Avs), uint> AvsSplits { get; } = new();

    /// <summary>Splits of programmatic incentives.</summary>
    public Timelines<Address, uint> ProgrammaticSplits { get; } = new();

    /// <summary>Splits of sets' rewards.</summary>
    public Timelines<(Address Operator, OperatorSet Set), uint> SetSplits { get; } = new();

    /// <summary>The split of those who said nothing; under one key.</summary>
    public Timelines<bool, uint> DefaultSplits { get; } = new();

    /// <summary>What an operator keeps of a service's rewards on a day, in hundredths of a percent.</summary>
    /// <param name="operator">Whose split.</param>
    /// <param name="avs">Whose rewards.</param>
    /// <param name="day">The day, since the Unix epoch.</param>
    /// <param name="isDefaultRead">Whether the owner's default holds for those who said nothing.</param>
    public uint AvsSplitBps(Address @operator, Address avs, int day, bool isDefaultRead = true) =>
        SplitBps(AvsSplits[(@operator, avs)], day, isDefaultRead);

    /// <summary>What an operator keeps of a set's rewards on a day, in hundredths of a percent.</summary>
    public uint SetSplitBps(Address @operator, OperatorSet set, int day) =>
        SplitBps(SetSplits[(@operator, set)], day, isDefaultRead: true);

    /// <summary>What an operator keeps of programmatic incentives on a day, in hundredths of a
    /// percent.</summary>
    /// <param name="operator">Whose split.</param>
    /// <param name="day">The day, since the Unix epoch.</param>
    /// <param name="isDefaultRead">Whether the owner's default holds for those who said nothing.</param>
    public uint ProgrammaticSplitBps(Address @operator, int day, bool isDefaultRead = true) =>
        SplitBps(ProgrammaticSplits[@operator], day, isDefaultRead);

    /// <summary>The days on which an operator works for who pays a directed reward: for its set, or for its
    /// service.</summary>
    /// <param name="reward">A directed reward.</param>
    /// <param name="operator">Whose days.</param>
    public Timeline<bool> RegistrationsOf(PaidReward reward, Address @operator)
    {
        ArgumentNullException.ThrowIfNull(reward);
        return reward.Kind == RewardKind.DirectedSet
            ? SetOperators[(@operator, reward.Set)]
            : AvsOperators[(@operator, reward.Set.Avs)];
    }

    /// <summary>Takes over what an earlier run wrote; shares and allocations may have changed since, all
    /// else stays as it was written.</summary>
    public void Keep(Snapshots earlier)
    {
        StakerShares.Keep(earlier.StakerShares, isOverwritten: true);
        OperatorShares.Keep(earlier.OperatorShares, isOverwritten: true);
        Allocations.Keep(earlier.Allocations, isOverwritten: true);
        Delegations.Keep(earlier.Delegations, isOverwritten: false);
        AvsOperators.Keep(earlier.AvsOperators, isOverwritten: false);
        AvsStrategies.Keep(earlier.AvsStrategies, isOverwritten: false);
        SetOperators.Keep(earlier.SetOperators, isOverwritten: false);
        SetStrategies.Keep(earlier.SetStrategies, isOverwritten: false);
        AvsSplits.Keep(earlier.AvsSplits, isOverwritten: false);
        ProgrammaticSplits.Keep(earlier.ProgrammaticSplits, isOverwritten: false);
        SetSplits.Keep(earlier.SetSplits, isOverwritten: false);
        DefaultSplits.Keep(earlier.DefaultSplits, isOverwritten: false);
    }

    private uint SplitBps(Timeline<uint> own, int day, bool isDefaultRead)
    {
        if (own.TryGet(day, out uint split)) return split;

        return isDefaultRead && DefaultSplits[true].TryGet(day, out split) ? split : UsualSplitBps;
    }
}

/// <summary>An allocation on a day.</summary>
/// <param name="Allocated">What is behind the set, in 10⁻¹⁸.</param>
/// <param name="Max">What the operator has in all, in 10⁻¹⁸.</param>
public readonly record struct Magnitude(ulong Allocated, ulong Max);
