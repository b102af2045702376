using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>What an operator wants to put behind a set.</summary>
/// <param name="Set">Behind which.</param>
/// <param name="Strategies">Of what.</param>
/// <param name="NewMagnitudes">How much of each from now on, in 10⁻¹⁸ of all.</param>
public sealed record AllocationTarget(
    OperatorSet Set, IReadOnlyList<Address> Strategies, IReadOnlyList<ulong> NewMagnitudes);

/// <summary>Changes what an operator puts behind sets.</summary>
/// <param name="Sender">The operator, or who may act for it.</param>
/// <param name="Operator">Which one.</param>
/// <param name="Targets">What it wants.</param>
public sealed record ModifyAllocations(
    Address Sender, Address Operator, IReadOnlyList<AllocationTarget> Targets) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Magnitudes.Modify(Sender, Operator, Targets);
}

/// <summary>Frees magnitude whose deallocation has matured.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Operator">Whose.</param>
/// <param name="Strategies">In what.</param>
/// <param name="Counts">At most how many deallocations of each.</param>
public sealed record ClearDeallocationQueue(
    Address Sender, Address Operator, IReadOnlyList<Address> Strategies, IReadOnlyList<ushort> Counts)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Magnitudes.ClearDeallocations(Operator, Strategies, Counts);
}

/// <summary>Changes how long an operator's increases wait.</summary>
/// <param name="Sender">The operator, or who may act for it.</param>
/// <param name="Operator">Which one.</param>
/// <param name="DelayBlocks">How long, after the configuration delay.</param>
public sealed record SetAllocationDelay(Address Sender, Address Operator, uint DelayBlocks) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Magnitudes.SetDelay(Sender, Operator, DelayBlocks);
}

/// <summary>Takes a part of what an operator has put behind a set.</summary>
/// <param name="Sender">The slasher of the set.</param>
/// <param name="Set">Which set.</param>
/// <param name="Operator">Whom.</param>
/// <param name="Strategies">Of what, in ascending order of address.</param>
/// <param name="WadsToSlash">Which part of each allocation, above 0 and at most 10¹⁸.</param>
/// <param name="Description">Why.</param>
public sealed record SlashOperator(
    Address Sender,
    OperatorSet Set,
    Address Operator,
    IReadOnlyList<Address> Strategies,
    IReadOnlyList<UInt256> WadsToSlash,
    string Description) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Slashing.Slash(this);
}

/// <summary>Says what a registrar does when a service's members come and go.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Registrar">Which contract.</param>
/// <param name="Policy">What it does.</param>
public sealed record SetRegistrarPolicy(Address Sender, Address Registrar, RegistrarPolicy Policy)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.OperatorSets.SetPolicy(Registrar, Policy);
}

/// <summary>Names the registrar of a service.</summary>
/// <param name="Sender">The service, or who may act for it.</param>
/// <param name="Avs">The service.</param>
/// <param name="Registrar">What is asked from now on.</param>
public sealed record SetAvsRegistrar(Address Sender, Address Avs, Address Registrar) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.OperatorSets.SetRegistrar(Sender, Avs, Registrar);
}

/// <summary>Says where a service describes itself; it needs to before it creates sets.</summary>
/// <param name="Sender">The service, or who may act for it.</param>
/// <param name="Avs">The service.</param>
/// <param name="MetadataUri">Where.</param>
public sealed record UpdateAvsMetadata(Address Sender, Address Avs, string MetadataUri) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.OperatorSets.UpdateMetadata(Sender, Avs, MetadataUri);
}

/// <summary>A set to be created.</summary>
/// <param name="Id">Its number within the service.</param>
/// <param name="Strategies">What counts in it.</param>
/// <param name="Slasher">Who may slash; null for the service, in the older form of the call.</param>
public sealed record NewOperatorSet(uint Id, IReadOnlyList<Address> Strategies, Address? Slasher = null);

/// <summary>Creates sets whose slashes are burned.</summary>
/// <param name="Sender">The service, or who may act for it.</param>
/// <param name="Avs">The service.</param>
/// <param name="Sets">What to create; all of them with a slasher, or none.</param>
public sealed record CreateOperatorSets(Address Sender, Address Avs, IReadOnlyList<NewOperatorSet> Sets)
    : Command(Sender)
{
    internal bool HasSlashers => Sets.Any(static set => set.Slasher is not null);

    internal override Refusal? Apply(World world) => world.EigenLayer.OperatorSets.Create(this);
}

/// <summary>Creates sets whose slashes are paid to someone, for good.</summary>
/// <param name="Sender">The service, or who may act for it.</param>
/// <param name="Avs">The service.</param>
/// <param name="Sets">What to create; all of them with a slasher, or none.</param>
/// <param name="Recipients">Who is paid by each.</param>
public sealed record CreateRedistributingOperatorSets(
    Address Sender, Address Avs, IReadOnlyList<NewOperatorSet> Sets, IReadOnlyList<Address> Recipients)
    : Command(Sender)
{
    internal bool HasSlashers => Sets.Any(static set => set.Slasher is not null);

    internal override Refusal? Apply(World world) => world.EigenLayer.OperatorSets.CreateRedistributing(this);
}

/// <summary>Makes strategies count in a set.</summary>
/// <param name="Sender">The service, or who may act for it.</param>
/// <param name="Set">Which set.</param>
/// <param name="Strategies">Which ones.</param>
public sealed record AddStrategiesToOperatorSet(
    Address Sender, OperatorSet Set, IReadOnlyList<Address> Strategies) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.OperatorSets.AddStrategies(Sender, Set, Strategies);
}

/// <summary>Makes strategies count no more in a set: what was put behind it can't be slashed from then
/// on.</summary>
/// <param name="Sender">The service, or who may act for it.</param>
/// <param name="Set">Which set.</param>
/// <param name="Strategies">Which ones.</param>
public sealed record RemoveStrategiesFromOperatorSet(
    Address Sender, OperatorSet Set, IReadOnlyList<Address> Strategies) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.OperatorSets.RemoveStrategies(Sender, Set, Strategies);
}

/// <summary>Takes an operator into sets of a service.</summary>
/// <param name="Sender">The operator, or who may act for it.</param>
/// <param name="Operator">Who joins.</param>
/// <param name="Avs">The service.</param>
/// <param name="Ids">Which sets.</param>
public sealed record RegisterForOperatorSets(
    Address Sender, Address Operator, Address Avs, IReadOnlyList<uint> Ids) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.OperatorSets.Register(Sender, Operator, Avs, Ids);
}

/// <summary>Takes an operator out of sets; they can slash it for the deallocation delay.</summary>
/// <param name="Sender">The operator, the service, or who may act for one of them.</param>
/// <param name="Operator">Who leaves.</param>
/// <param name="Avs">The service.</param>
/// <param name="Ids">Which sets.</param>
public sealed record DeregisterFromOperatorSets(
    Address Sender, Address Operator, Address Avs, IReadOnlyList<uint> Ids) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.OperatorSets.Deregister(Sender, Operator, Avs, Ids);
}

/// <summary>Names another slasher of a set, who may slash after the configuration delay.</summary>
/// <param name="Sender">The service, or who may act for it.</param>
/// <param name="Set">Which set.</param>
/// <param name="Slasher">Who may slash.</param>
public sealed record UpdateSlasher(Address Sender, OperatorSet Set, Address Slasher) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.OperatorSets.UpdateSlasher(Sender, Set, Slasher);
}

/// <summary>Gives sets from before 1.9.0 the slasher that their service had appointed.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Sets">Which sets; those that have a slasher are passed over.</param>
public sealed record MigrateSlashers(Address Sender, IReadOnlyList<OperatorSet> Sets) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.OperatorSets.MigrateSlashers(Sets);
}
