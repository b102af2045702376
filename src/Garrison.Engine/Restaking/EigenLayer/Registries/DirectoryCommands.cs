using System.Text.Json.Serialization;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Registries;

/// <summary>Puts the AVSDirectory beside EigenLayer's core.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Directory">Its address.</param>
public sealed record DeployAvsDirectory(Address Sender, Address Directory) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Directory.Deploy(Directory);
}

/// <summary>Takes an operator on for the service that sends this.</summary>
/// <param name="Sender">The service.</param>
/// <param name="Operator">Which operator.</param>
/// <param name="Signature">The operator's, over <c>OperatorAVSRegistration</c> of EIP-712.</param>
public sealed record RegisterOperatorToAvs(Address Sender, Address Operator, Approval Signature)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Directory.Register(Sender, Operator, Signature);
}

/// <summary>Lets an operator of the service that sends this go.</summary>
/// <param name="Sender">The service.</param>
/// <param name="Operator">Which operator.</param>
public sealed record DeregisterOperatorFromAvs(Address Sender, Address Operator) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Directory.Deregister(Sender, Operator);
}

/// <summary>Makes a salt of the sender useless.</summary>
/// <param name="Sender">The operator.</param>
/// <param name="Salt">Which salt.</param>
public sealed record CancelSalt(Address Sender, Hash32 Salt) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Directory.CancelSalt(Sender, Salt);
}

/// <summary>Says where the service that sends this describes itself; no more than an event.</summary>
/// <param name="Sender">The service.</param>
/// <param name="MetadataUri">Where.</param>
public sealed record UpdateDirectoryMetadata(Address Sender, string MetadataUri) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Directory.UpdateMetadata(Sender, MetadataUri);
}

/// <summary>Whether an operator works for a service.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AvsRegistrationStatus>))]
public enum AvsRegistrationStatus : byte
{
    /// <summary>It does not.</summary>
    [JsonStringEnumMemberName("UNREGISTERED")]
    Unregistered,

    /// <summary>It does.</summary>
    [JsonStringEnumMemberName("REGISTERED")]
    Registered,
}

/// <summary>An operator began or ceased to work for a service.</summary>
/// <param name="Contract">The AVSDirectory.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Avs">The service.</param>
/// <param name="Status">Which of the two.</param>
public sealed record OperatorAvsRegistrationStatusUpdated(
    Address Contract, Address Operator, Address Avs, AvsRegistrationStatus Status) : Event(Contract);
