using System.Text.Json;

using Garrison.Primitives;

namespace Garrison.Conformance.Renzo;

/// <summary>The arguments of an operation: by name, or by place where an outsider calls.</summary>
internal readonly struct RenzoArguments(JsonElement args, Labels labels)
{
    public bool AreOfOutsider => args.TryGetProperty("unauthorised", out _);

    public Address Asset => Account("asset");

    public Address Delegator => labels[$"od{Text("od")}"];

    public Address Account(string name) => labels[Text(name)];

    public string Text(string name) => args.GetProperty(name).GetString()!;

    public string Text(int place) => args.GetProperty("args")[place].GetString()!;

    public UInt256 Wei(string name) => UInt256.Parse(Text(name));

    public UInt256 Wei(int place) => UInt256.Parse(Text(place));

    public bool Flag(string name) => args.GetProperty(name).GetBoolean();
}
