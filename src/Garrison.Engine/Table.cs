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
/// Rows lie one after another without holes, and an open-addressing index of (hash, row) finds them; both
/// are regions of the store's <see cref="Arena"/>, so a fork is one block copy of all tables. Undo restores
/// rows and index exactly.
/// </para>
/// </remarks>
internal sealed class Table<TKey, TValue> : StateTable
    where TKey : unmanaged, IEquatable<TKey>
    where TValue : unmanaged
{
    private const int SmallestIndex = 8;

    private static readonly TValue _default;

    private readonly Store _store;
    private readonly int _number;
    private int _rowsAt;
    private int _rowRoom;
    private int _slotsAt;
    private int _slotCount;
    private int _count;
    private int _found;
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
        if (parent is not null)
        {
            CopyFrom(parent);
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
        ((long)_count * Unsafe.SizeOf<Row>()) + ((long)_slotCount * Unsafe.SizeOf<Slot>());

    // Never held across a call that may take memory: the arena moves when it grows.
    private Span<Row> Rows => _store.Arena.Region<Row>(_rowsAt, _rowRoom);

    private Span<Slot> Slots => _store.Arena.Region<Slot>(_slotsAt, _slotCount);

    /// <summary>The value of a key; default until written. Writing the default removes the row.</summary>
    public TValue this[in TKey key]
    {
        get
        {
            int row = Find(in key);
            return row < 0 ? default : Rows[row].Value;
        }

        set
        {
            int row = Find(in key);
            bool isDefault = IsDefault(in value);
            if (row >= 0 && !isDefault)
            {
                ref Row place = ref Rows[row];
                Push(Change.Update, row).Before.Value = place.Value;
                place.Value = value;
            }
            else if (row >= 0)
            {
                Push(Change.Remove, row).Before = Rows[row];
                RemoveAt(row);
            }
            else if (!isDefault)
            {
                _ = Push(Change.Insert, _count);
                Append(new Row(in key, in value), Hash(in key));
            }
        }
    }

    /// <summary>The value of a key where it lies, so without a copy; not to be held across a
    /// write.</summary>
    public ref readonly TValue Read(scoped in TKey key)
    {
        int row = Find(in key);
        return ref row < 0 ? ref _default : ref Rows[row].Value;
    }

    /// <inheritdoc/>
    public override void UndoOne()
    {
        _undoCount--;
        ref Undo undo = ref _undo[_undoCount];
        switch (undo.Change)
        {
            case Change.Update:
                Rows[undo.At].Value = undo.Before.Value;
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
        (_rowsAt, _rowRoom) = (source._rowsAt, source._rowRoom);
        (_slotsAt, _slotCount) = (source._slotsAt, source._slotCount);
        _count = source._count;
    }

    /// <inheritdoc/>
    public override void MoveTo(Arena arena)
    {
        int room = _count + (_count / 16);
        int rowsAt = arena.Take<Row>(room);
        int slotsAt = arena.Take<Slot>(_slotCount);
        Rows[.._count].CopyTo(arena.Region<Row>(rowsAt, room));
        Slots.CopyTo(arena.Region<Slot>(slotsAt, _slotCount));
        (_rowsAt, _rowRoom, _slotsAt) = (rowsAt, room, slotsAt);
    }

    /// <inheritdoc/>
    public override void AppendTo(IncrementalHash hash)
    {
        Row[] sorted = Rows[.._count].ToArray();
        Array.Sort(sorted, static (a, b) => BytesOf(in a.Key).SequenceCompareTo(BytesOf(in b.Key)));
        hash.AppendData(BytesOf(in _count));
        hash.AppendData(MemoryMarshal.AsBytes<Row>(sorted));
    }

    private static ReadOnlySpan<byte> BytesOf<T>(in T value)
        where T : unmanaged =>
        MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value));

    // A type without gaps is its bytes. The first of them mostly tell.
    private static bool IsDefault(in TValue value)
    {
        ReadOnlySpan<byte> bytes = BytesOf(in value);
        return (bytes.Length < sizeof(ulong) || MemoryMarshal.Read<ulong>(bytes) == 0)
            && !bytes.ContainsAnyExcept((byte)0);
    }

    // The hash codes of keys are products, whose high bits are the well-mixed ones.
    private static uint Hash(in TKey key)
    {
        ulong product = unchecked((uint)key.GetHashCode() * 0x9E37_79B9_7F4A_7C15UL);
        return (uint)(product >> 32);
    }

    // What is read is often what was just read, and what is written too: so the row found last comes first.
    private int Find(in TKey key)
    {
        int last = _found;
        if (last < _count && Rows[last].Key.Equals(key)) return last;
        if (_count == 0) return -1;

        int row = Search(in key);
        if (row >= 0) _found = row;

        return row;
    }

    private int Search(in TKey key)
    {
        uint hash = Hash(in key);
        Span<Slot> slots = Slots;
        uint mask = (uint)slots.Length - 1;
        for (uint at = hash & mask; slots[(int)at].Row != 0; at = (at + 1) & mask)
        {
            Slot slot = slots[(int)at];
            if (slot.Hash == hash && Rows[slot.Row - 1].Key.Equals(key))
            {
                return slot.Row - 1;
            }
        }

        return -1;
    }

    private void Append(Row row, uint hash)
    {
        if (_count == _rowRoom)
        {
            GrowRows();
        }

        Rows[_count] = row;
        _count++;
        if (_count * 2 > _slotCount)
        {
            Reindex(Math.Max(SmallestIndex, _slotCount * 2));
        }
        else
        {
            Point(hash, _count);
        }
    }

    private void GrowRows()
    {
        int room = Math.Max(4, _rowRoom * 2);
        int at = _store.Arena.Take<Row>(room);
        Rows.CopyTo(_store.Arena.Region<Row>(at, room));
        (_rowsAt, _rowRoom) = (at, room);
    }

    private void RemoveAt(int row)
    {
        Unpoint(row);
        int last = _count - 1;
        if (row != last)
        {
            Slots[SlotOf(last)].Row = row + 1;
            Rows[row] = Rows[last];
        }

        _count = last;
    }

    // The exact inverse of RemoveAt: the row that filled the hole goes back to the end.
    private void PutBack(int row, Row before)
    {
        if (row == _count)
        {
            Append(before, Hash(in before.Key));
            return;
        }

        Span<Row> rows = Rows;
        Slots[SlotOf(row)].Row = _count + 1;
        rows[_count] = rows[row];
        rows[row] = before;
        _count++;
        Point(Hash(in before.Key), row + 1);
    }

    private int SlotOf(int row)
    {
        Span<Slot> slots = Slots;
        uint mask = (uint)slots.Length - 1;
        uint at = Hash(in Rows[row].Key) & mask;
        while (slots[(int)at].Row != row + 1)
        {
            at = (at + 1) & mask;
        }

        return (int)at;
    }

    private void Point(uint hash, int rowNumber)
    {
        Span<Slot> slots = Slots;
        uint mask = (uint)slots.Length - 1;
        uint at = hash & mask;
        while (slots[(int)at].Row != 0)
        {
            at = (at + 1) & mask;
        }

        slots[(int)at] = new Slot { Hash = hash, Row = rowNumber };
    }

    // Empties a slot and pulls later ones of the same run back, so that no search stops too early.
    private void Unpoint(int row)
    {
        Span<Slot> slots = Slots;
        uint mask = (uint)slots.Length - 1;
        uint hole = (uint)SlotOf(row);
        for (uint at = (hole + 1) & mask; slots[(int)at].Row != 0; at = (at + 1) & mask)
        {
            uint home = slots[(int)at].Hash & mask;
            if ((unchecked(at - home) & mask) >= (unchecked(at - hole) & mask))
            {
                slots[(int)hole] = slots[(int)at];
                hole = at;
            }
        }

        slots[(int)hole] = default;
    }

    private void Reindex(int size)
    {
        (_slotsAt, _slotCount) = (_store.Arena.Take<Slot>(size), size);
        Slots.Clear();
        for (int row = 0; row < _count; row++)
        {
            Point(Hash(in Rows[row].Key), row + 1);
        }
    }

    // What was there before is left to the caller: of an update the value, of a removal the row.
    private ref Undo Push(Change change, int at)
    {
        if (_undoCount == _undo.Length)
        {
            Array.Resize(ref _undo, Math.Max(4, _undo.Length * 2));
        }

        ref Undo undo = ref _undo[_undoCount];
        undo.Change = change;
        undo.At = at;
        _undoCount++;
        _store.Wrote(_number);
        return ref undo;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Row(in TKey key, in TValue value)
    {
        public readonly TKey Key = key;
        public TValue Value = value;
    }

    private struct Slot
    {
        public uint Hash;
        public int Row;
    }

    private struct Undo
    {
        public Change Change;
        public int At;
        public Row Before;
    }
}
