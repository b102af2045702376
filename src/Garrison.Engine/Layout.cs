using System.Reflection;
using System.Runtime.CompilerServices;

namespace Garrison.Engine;

/// <summary>Checks that the bytes of a value are its fields and nothing else.</summary>
/// <remarks>
/// Rows are copied and hashed as bytes. A gap that the runtime leaves between fields holds whatever was
/// there before, and would make two equal worlds hash differently.
/// </remarks>
internal static class Layout
{
    /// <summary>Stops the machine unless the type has no gaps between its fields.</summary>
    public static void AssertDense(Type type) =>
        Invariant.Assert(SizeOf(type) == FieldBytes(type), $"{type} has gaps between its fields: pack it");

    private static int FieldBytes(Type type) =>
        type.IsPrimitive || type.IsEnum
            ? SizeOf(type)
            : type == typeof(Int128) || type == typeof(UInt128)
                ? 16
                : Repeats(type) * type
                    .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                    .Sum(static field => FieldBytes(field.FieldType));

    // An inline array declares one field, and has it several times.
    private static int Repeats(Type type) =>
        type.GetCustomAttribute<InlineArrayAttribute>() is { } array ? array.Length : 1;

    private static int SizeOf(Type type) => RuntimeHelpers.SizeOf(type.TypeHandle);
}
