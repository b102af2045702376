using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Garrison.Engine;

/// <summary>A single value that a <see cref="Store"/> can undo and fork; default until written.</summary>
internal sealed class Cell<TValue> : StateTable
    where TValue : unmanaged
{
    private readonly Store _store;
    private readonly int _number;
    private readonly Stack<TValue> _undo = [];
    private TValue _value;

    static Cell() => Layout.AssertDense(typeof(TValue));

    internal Cell(Store store, int number, Cell<TValue>? parent)
    {
        _store = store;
        _number = number;
        _value = parent is null ? default : parent._value;
    }

    /// <summary>The value, in place: not to be held across a write.</summary>
    public ref readonly TValue Value => ref _value;

    /// <inheritdoc/>
    public override long Bytes => Unsafe.SizeOf<TValue>();

    /// <summary>Replaces the value.</summary>
    public void Set(TValue value)
    {
        _undo.Push(_value);
        _store.Wrote(_number);
        _value = value;
    }

    /// <inheritdoc/>
    public override void UndoOne() => _value = _undo.Pop();

    /// <inheritdoc/>
    public override void Forget() => _undo.Clear();

    /// <inheritdoc/>
    public override void CopyFrom(StateTable other) => _value = ((Cell<TValue>)other)._value;

    /// <inheritdoc/>
    public override void MoveTo(Arena arena)
    {
        // A single value lies in the cell itself.
    }

    /// <inheritdoc/>
    public override void AppendTo(IncrementalHash hash) =>
        hash.AppendData(MemoryMarshal.AsBytes(new ReadOnlySpan<TValue>(in _value)));
}
