using System.Text.Json;

using Garrison.Primitives;

namespace Garrison.Conformance.Kelp;

/// <summary>The arguments of an operation: by name, or by place where an outsider calls.</summary>
internal readonly struct KelpArguments(JsonElement args, Labels labels)
{
    public Address Asset => Account("asset");

    public Address Delegator => labels[$"ndc{args.GetProperty("ndc").GetString()}"];

    public Address Account(string name) => labels[args.GetProperty(name).GetString()!];

    public Address Account(int place) => labels[Text(place)];

    public UInt256 Wei(string name) => UInt256.Parse(args.GetProperty(name).GetString()!);

    public UInt256 Wei(int place) => UInt256.Parse(Text(place));

    public Int256 Signed(string name) => Int256.Parse(args.GetProperty(name).GetString()!);

    public bool Flag(string name) => args.GetProperty(name).GetBoolean();

    private string Text(int place) => args.GetProperty("args")[place].GetString()!;
}
