using System.Collections.Immutable;
using System.Security.Cryptography;

using Garrison.Primitives;

namespace Garrison.Engine;

/// <summary>The memory of a world: every table, and what the current command did to them.</summary>
/// <remarks>
/// The one place that knows how to roll back and how to fork, so that no protocol has to. A command ends in
/// <see cref="Commit"/> or in a <see cref="Revert"/> to its beginning; a part of a command that may fail
/// on its own ends in a revert to its own checkpoint. A fork owns a copy of every row.
/// </remarks>
internal sealed class Store
{
    private readonly Store? _parent;
    private readonly List<StateTable> _tables = [];
    private readonly List<Event> _events = [];
    private int[] _writes = new int[64];
    private int _writeCount;

    /// <summary>An empty store.</summary>
    public Store()
    {
    }

    private Store(Store parent)
    {
        _parent = parent;
        Arena = new Arena(parent.Arena);
    }

    /// <summary>The memory that the tables lie in.</summary>
    public Arena Arena { get; private set; } = new();

    /// <summary>A store that will hold the same rows, once the same tables have been declared on
    /// it.</summary>
    public Store Fork() => new(this);

    /// <summary>Declares the next table. A fork declares the same tables in the same order.</summary>
    public Table<TKey, TValue> Table<TKey, TValue>()
        where TKey : unmanaged, IEquatable<TKey>
        where TValue : unmanaged
    {
        var parent = (Table<TKey, TValue>?)_parent?._tables[_tables.Count];
        Table<TKey, TValue> table = new(this, _tables.Count, parent);
        _tables.Add(table);
        return table;
    }

    /// <summary>Declares the next single value. A fork declares the same ones in the same order.</summary>
    public Cell<TValue> Cell<TValue>()
        where TValue : unmanaged
    {
        var parent = (Cell<TValue>?)_parent?._tables[_tables.Count];
        Cell<TValue> cell = new(this, _tables.Count, parent);
        _tables.Add(cell);
        return cell;
    }

    /// <summary>Makes this store equal to another with the same tables, in the memory it already
    /// has.</summary>
    public void CopyFrom(Store other)
    {
        Invariant.Assert(_writeCount == 0 && other._writeCount == 0);
        Invariant.Assert(_tables.Count == other._tables.Count);
        Arena.CopyFrom(other.Arena);
        for (int i = 0; i < _tables.Count; i++)
        {
            _tables[i].CopyFrom(other._tables[i]);
        }
    }

    /// <summary>Lays the tables side by side, without the holes that grown tables left behind.</summary>
    public void Compact()
    {
        Invariant.Assert(_writeCount == 0);
        Arena compact = new();
        foreach (StateTable table in _tables)
        {
            table.MoveTo(compact);
        }

        Arena = compact;
    }

    /// <summary>Records a fact of the current command.</summary>
    public void Emit(Event fact) => _events.Add(fact);

    /// <summary>The place to come back to: how many writes and events there are.</summary>
    public Checkpoint Checkpoint() => new(_writeCount, _events.Count);

    /// <summary>Takes back every write and event since a checkpoint, newest first.</summary>
    public void Revert(Checkpoint to)
    {
        while (_writeCount > to.Writes)
        {
            _writeCount--;
            _tables[_writes[_writeCount]].UndoOne();
        }

        _events.RemoveRange(to.Events, _events.Count - to.Events);
    }

    /// <summary>Runs a part of a command that may fail while the command goes on: Solidity's
    /// try.</summary>
    /// <returns>Why it failed, with all that it did taken back; else null.</returns>
    public Refusal? Attempt(Func<Refusal?> part)
    {
        Checkpoint before = Checkpoint();
        Refusal? refusal;
        try
        {
            refusal = part();
        }
        catch (ArithmeticException panic)
        {
            refusal = Refusal.OfPanic(panic);
        }

        if (refusal is not null) Revert(before);

        return refusal;
    }

    /// <summary>Keeps what the command wrote, and hands over the facts it recorded.</summary>
    public ImmutableArray<Event> Commit()
    {
        for (int i = 0; i < _writeCount; i++)
        {
            _tables[_writes[i]].Forget();
        }

        _writeCount = 0;
        ImmutableArray<Event> facts = [.. _events];
        _events.Clear();
        return facts;
    }

    /// <summary>SHA-256 of every table in order of declaration, each as its rows in order of key
    /// bytes.</summary>
    /// <remarks>Two stores have one digest exactly if every key reads the same in both.</remarks>
    public Hash32 Digest()
    {
        Invariant.Assert(_writeCount == 0);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (StateTable table in _tables)
        {
            table.AppendTo(hash);
        }

        return new Hash32(hash.GetHashAndReset());
    }

    /// <summary>How many bytes the rows of all tables take, without the room kept to grow.</summary>
    public long Bytes() => _tables.Sum(static table => table.Bytes);

    internal void Wrote(int table)
    {
        if (_writeCount == _writes.Length)
        {
            Array.Resize(ref _writes, _writes.Length * 2);
        }

        _writes[_writeCount] = table;
        _writeCount++;
    }
}

/// <summary>A place in the history of a command that its writes can be taken back to.</summary>
/// <param name="Writes">How many writes had been made.</param>
/// <param name="Events">How many events had been recorded.</param>
internal readonly record struct Checkpoint(int Writes, int Events);

/// <summary>State whose writes can be taken back one at a time, newest first.</summary>
internal abstract class StateTable
{
    /// <summary>How many bytes the rows take.</summary>
    public abstract long Bytes { get; }

    /// <summary>Takes back the newest write.</summary>
    public abstract void UndoOne();

    /// <summary>Keeps every write.</summary>
    public abstract void Forget();

    /// <summary>Becomes equal to another table of the same type, whose store's arena was copied.</summary>
    public abstract void CopyFrom(StateTable other);

    /// <summary>Moves the rows to another arena, with a little room to grow.</summary>
    public abstract void MoveTo(Arena arena);

    /// <summary>Feeds the rows, in an order that depends on nothing but their keys.</summary>
    public abstract void AppendTo(IncrementalHash hash);
}
