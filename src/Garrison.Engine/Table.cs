using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Garrison.Engine;

/// <summary>A mapping from keys to values that a <see cref="Store"/> can undo and fork.</summary>
/// <remarks>
/// <para>
/// As in a Solidity mapping, every key is present and reads as the default value until it is written:
/// absent and zero are one state, so writing the default value removes the row. There is no enumeration,
/// because a rule that depended on the order of a hash table would not be deterministic; a rule that must
/// visit every member keeps an <see cref="OrderedSet{TOwner, TItem}"/>.
/// </para>
/// <para>
/// Rows lie one after another without holes in one array of unmanaged memory, and an open-addressing
/// index of (hash, row) finds them, so a fork is two block copies. Undo restores rows and index exactly.
/// </para>
/// </remarks>
internal sealed class Table<TKey, TValue> : StateTable
    where TKey : unmanaged, IEquatable<TKey>
    where TValue : unmanaged
{
    private const int SmallestIndex = 8;

    private readonly Store _store;
    private readonly int _number;
    private Row[] _rows;
    private Slot[] _slots;
    private int _count;
    private Undo[] _undo = [];
    private int _undoCount;

    static Table()
    {
        Layout.AssertDense(typeof(TKey));
        Layout.AssertDense(typeof(TValue));
    }

    internal Table(Store store, int number, Table<TKey, TValue>? parent)
    {
        _store = store;
        _number = number;
        _rows = parent is null ? [] : GC.AllocateUninitializedArray<Row>(parent._rows.Length);
        _slots = parent is null
            ? new Slot[SmallestIndex]
            : GC.AllocateUninitializedArray<Slot>(parent._slots.Length);
        if (parent is not null)
        {
            CopyRows(parent);
        }
    }

    private enum Change
    {
        Insert,
        Update,
        Remove,
    }

    /// <inheritdoc/>
    public override long Bytes =>
        ((long)_count * Unsafe.SizeOf<Row>()) + ((long)_slots.Length * Unsafe.SizeOf<Slot>());

    /// <summary>The value of a key; default until written. Writing the default removes the row.</summary>
    public TValue this[in TKey key]
    {
        get
        {
            int row = Find(in key, Hash(in key));
            return row < 0 ? default : _rows[row].Value;
        }

        set
        {
            uint hash = Hash(in key);
            int row = Find(in key, hash);
            bool isDefault = EqualityComparer<TValue>.Default.Equals(value, default);
            if (row >= 0 && !isDefault)
            {
                Push(new Undo(Change.Update, row, _rows[row]));
                _rows[row] = new Row(key, value);
            }
            else if (row >= 0)
            {
                Push(new Undo(Change.Remove, row, _rows[row]));
                RemoveAt(row);
            }
            else if (!isDefault)
            {
                Push(new Undo(Change.Insert, _count, default));
                Append(new Row(key, value), hash);
            }
        }
    }

    /// <inheritdoc/>
    public override void UndoOne()
    {
        _undoCount--;
        ref Undo undo = ref _undo[_undoCount];
        switch (undo.Change)
        {
            case Change.Update:
                _rows[undo.At] = undo.Before;
                break;
            case Change.Insert:
                RemoveAt(undo.At);
                break;
            default:
                PutBack(undo.At, undo.Before);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Forget() => _undoCount = 0;

    /// <inheritdoc/>
    public override void CopyFrom(StateTable other)
    {
        var source = (Table<TKey, TValue>)other;
        if (_rows.Length < source._count)
        {
            _rows = GC.AllocateUninitializedArray<Row>(source._rows.Length);
        }

        if (_slots.Length != source._slots.Length)
        {
            _slots = GC.AllocateUninitializedArray<Slot>(source._slots.Length);
        }

        CopyRows(source);
    }

    /// <inheritdoc/>
    public override void AppendTo(IncrementalHash hash)
    {
        Row[] sorted = _rows.AsSpan(0, _count).ToArray();
        Array.Sort(sorted, static (a, b) => BytesOf(in a.Key).SequenceCompareTo(BytesOf(in b.Key)));
        hash.AppendData(BytesOf(in _count));
        hash.AppendData(MemoryMarshal.AsBytes<Row>(sorted));
    }

    private static ReadOnlySpan<byte> BytesOf<T>(in T value)
        where T : unmanaged =>
        MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value));

    // The hash codes of keys are products, whose high bits are the well-mixed ones.
    private static uint Hash(in TKey key)
    {
        ulong product = unchecked((uint)key.GetHashCode() * 0x9E37_79B9_7F4A_7C15UL);
        return (uint)(product >> 32);
    }

    private int Find(in TKey key, uint hash)
    {
        Slot[] slots = _slots;
        uint mask = (uint)slots.Length - 1;
        for (uint at = hash & mask; slots[at].Row != 0; at = (at + 1) & mask)
        {
            if (slots[at].Hash == hash && _rows[slots[at].Row - 1].Key.Equals(key))
            {
                return slots[at].Row - 1;
            }
        }

        return -1;
    }

    private void Append(in Row row, uint hash)
    {
        if (_count == _rows.Length)
        {
            Array.Resize(ref _rows, Math.Max(4, _rows.Length * 2));
        }

        _rows[_count] = row;
        _count++;
        if (_count * 2 > _slots.Length)
        {
            Reindex(_slots.Length * 2);
        }
        else
        {
            Point(hash, _count);
        }
    }

    private void RemoveAt(int row)
    {
        Unpoint(row);
        int last = _count - 1;
        if (row != last)
        {
            _slots[SlotOf(last)].Row = row + 1;
            _rows[row] = _rows[last];
        }

        _count = last;
    }

    // The exact inverse of RemoveAt: the row that filled the hole goes back to the end.
    private void PutBack(int row, in Row before)
    {
        if (row == _count)
        {
            Append(in before, Hash(in before.Key));
            return;
        }

        Row moved = _rows[row];
        _slots[SlotOf(row)].Row = _count + 1;
        _rows[_count] = moved;
        _rows[row] = before;
        _count++;
        Point(Hash(in before.Key), row + 1);
    }

    private uint SlotOf(int row)
    {
        uint mask = (uint)_slots.Length - 1;
        uint at = Hash(in _rows[row].Key) & mask;
        while (_slots[at].Row != row + 1)
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private void Point(uint hash, int rowNumber)
    {
        uint mask = (uint)_slots.Length - 1;
        uint at = hash & mask;
        while (_slots[at].Row != 0)
        {
            at = (at + 1) & mask;
        }

        _slots[at] = new Slot { Hash = hash, Row = rowNumber };
    }

    // Empties a slot and pulls later ones of the same run back, so that no search stops too early.
    private void Unpoint(int row)
    {
        uint mask = (uint)_slots.Length - 1;
        uint hole = SlotOf(row);
        for (uint at = (hole + 1) & mask; _slots[at].Row != 0; at = (at + 1) & mask)
        {
            uint home = _slots[at].Hash & mask;
            if ((unchecked(at - home) & mask) >= (unchecked(at - hole) & mask))
            {
                _slots[hole] = _slots[at];
                hole = at;
            }
        }

        _slots[hole] = default;
    }

    private void Reindex(int size)
    {
        _slots = new Slot[size];
        for (int row = 0; row < _count; row++)
        {
            Point(Hash(in _rows[row].Key), row + 1);
        }
    }

    private void CopyRows(Table<TKey, TValue> source)
    {
        _count = source._count;
        source._rows.AsSpan(0, _count).CopyTo(_rows);
        source._slots.AsSpan().CopyTo(_slots);
    }

    private void Push(in Undo undo)
    {
        if (_undoCount == _undo.Length)
        {
            Array.Resize(ref _undo, Math.Max(4, _undo.Length * 2));
        }

        _undo[_undoCount] = undo;
        _undoCount++;
        _store.Wrote(_number);
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly struct Row(TKey key, TValue value)
    {
        public readonly TKey Key = key;
        public readonly TValue Value = value;
    }

    private struct Slot
    {
        public uint Hash;
        public int Row;
    }

    private readonly struct Undo(Change change, int at, Row before)
    {
        public readonly Change Change = change;
        public readonly int At = at;
        public readonly Row Before = before;
    }
}
