using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Slashing;

/// <summary>A slash of some protocol as the rules see it: of whom, in which places, and how much of
/// each.</summary>
/// <remarks>A place is what holds stake of its own: a strategy of EigenLayer, a vault of Symbiotic. Amounts
/// are in the unit of the place.</remarks>
internal interface ISlashTarget
{
    /// <summary>Who slashes: the service that the rules belong to.</summary>
    Address Service { get; }

    /// <summary>Who is slashed.</summary>
    Address Operator { get; }

    /// <summary>Where it takes from, each place once.</summary>
    IReadOnlyList<Address> Places { get; }

    /// <summary>The most that the service could take in a place at this moment.</summary>
    UInt256 StakeIn(int place);

    /// <summary>What the slash asks for in a place that holds some stake, rounded down for the
    /// slashed.</summary>
    UInt256 AskedDown(int place, UInt256 stake);

    /// <summary>What the slash asks for as a part of the stake, rounded up so that no limit is passed
    /// unseen.</summary>
    Wad PartUp(int place);

    /// <summary>The same slash for other amounts, none above the stake; null when it would take
    /// nothing.</summary>
    Command? Taking(ReadOnlySpan<UInt256> amounts);
}

/// <summary>Every slash that can go through the rules.</summary>
internal static class SlashTargets
{
    /// <summary>How the rules see a command; null when it is not a slash.</summary>
    /// <remarks>To add a protocol: a class beside <see cref="EigenLayerSlash"/> and
    /// <see cref="SymbioticSlash"/>, and its line here.</remarks>
    public static ISlashTarget? Of(World world, Command command) => command switch
    {
        SlashOperator slash => new EigenLayerSlash(world.EigenLayer, slash),
        SlashVault slash => new SymbioticSlash(world.Symbiotic, slash, isRequest: false),
        RequestVaultSlash request => SymbioticSlash.Of(world.Symbiotic, request),
        _ => null,
    };
}
