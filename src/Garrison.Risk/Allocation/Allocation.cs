using Garrison.Primitives;

namespace Garrison.Risk.Allocation;

/// <summary>An operator that an issuer's stake may be delegated to.</summary>
/// <param name="Address">Who.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Entity">Who runs it: operators of one entity fail together.</param>
/// <param name="Share">Which part of the stake it has now.</param>
/// <param name="Reward">What a unit delegated to it earns in a year, wherever it is allocated.</param>
public sealed record Candidate(Address Address, string Label, string Entity, Wad Share, Wad Reward);

/// <summary>A set that an operator may put stake behind.</summary>
/// <param name="Operator">The index of the operator.</param>
/// <param name="Service">Whose set.</param>
/// <param name="Share">Which part of the issuer's stake the operator puts behind it now.</param>
/// <param name="Reward">What a unit behind it earns in a year, on top of what it earns anyway.</param>
/// <param name="Loss">What a unit behind it is expected to lose in a year by slashing.</param>
public sealed record Choice(int Operator, string Service, Wad Share, Wad Reward, Wad Loss);

/// <summary>How much may be where, as parts of the whole stake but for the last.</summary>
/// <param name="Operator">With one operator.</param>
/// <param name="Entity">With all operators of one entity.</param>
/// <param name="Service">Behind one service.</param>
/// <param name="Slashable">Behind any service, as a part of what an operator has; so of the whole
/// too.</param>
public sealed record AllocationLimits(Wad Operator, Wad Entity, Wad Service, Wad Slashable);

/// <summary>Where an issuer may put its stake, and on what terms.</summary>
/// <param name="Operators">With whom.</param>
/// <param name="Choices">Behind what.</param>
/// <param name="Limits">How much where.</param>
/// <param name="MoveCost">What it costs, once, to take a unit from an operator. Above 0 it also settles which
/// of equally good allocations is taken: the one that moves least.</param>
/// <param name="MayIdle">Whether stake may be delegated to nobody; else all of it is.</param>
public sealed record AllocationRequest(
    IReadOnlyList<Candidate> Operators,
    IReadOnlyList<Choice> Choices,
    AllocationLimits Limits,
    Wad MoveCost,
    bool MayIdle);

/// <summary>Which limit it is.</summary>
public enum LimitKind
{
    /// <summary>What one operator may have.</summary>
    Operator,

    /// <summary>What the operators of one entity may have.</summary>
    Entity,

    /// <summary>What may be behind one service.</summary>
    Service,

    /// <summary>What of an operator's stake may be behind any service; at most all, since EigenLayer lets an
    /// operator put each unit behind one set only.</summary>
    Slashable,

    /// <summary>All stake is delegated, and no more than all.</summary>
    Whole,
}

/// <summary>A limit, how far it is used, and what it costs.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Subject">Of whom or what; empty where there is only one.</param>
/// <param name="Cap">How much is allowed, as a part of the whole stake; slashable, of what each operator
/// has.</param>
/// <param name="Before">How much is used now; slashable, by the operator that uses most of it.</param>
/// <param name="After">How much is used by the allocation, rounded down, likewise.</param>
/// <param name="Price">What a unit more would bring in a year, at the margin; 0 where the limit does not
/// bind or costs nothing.</param>
/// <param name="PointMore">What a percentage point more brings in a year, as a part of the whole stake: found
/// by solving again.</param>
public sealed record LimitUse(
    LimitKind Kind, string Subject, Wad Cap, Wad Before, Wad After, Fraction Price, Fraction PointMore)
{
    /// <summary>Whether what is there now breaks it.</summary>
    public bool IsBroken => Before > Cap;
}

/// <summary>The best allocation within limits.</summary>
/// <param name="Stakes">Which part of the stake each operator has, rounded down.</param>
/// <param name="Shares">Which part of the stake is behind each choice, rounded down.</param>
/// <param name="Bips">Which part of what the operator has is behind each choice, in hundredths of a percent,
/// rounded down, so that no limit breaks.</param>
/// <param name="Moved">Which part is taken from operators that have it now.</param>
/// <param name="Reward">What is expected to be earned in a year, as a part of the stake.</param>
/// <param name="Loss">What is expected to be lost in a year, as a part of the stake.</param>
/// <param name="Slashable">Which part of the stake is behind sets.</param>
/// <param name="Value">Rewards less losses of a year, less the cost of moving, as a part of the
/// stake.</param>
/// <param name="Limits">Limits that bind or are broken now, the dearest first.</param>
public sealed record AllocationPlan(
    IReadOnlyList<Wad> Stakes,
    IReadOnlyList<Wad> Shares,
    IReadOnlyList<uint> Bips,
    Wad Moved,
    Fraction Reward,
    Fraction Loss,
    Fraction Slashable,
    Fraction Value,
    IReadOnlyList<LimitUse> Limits);
