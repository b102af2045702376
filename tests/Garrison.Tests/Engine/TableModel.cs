using Garrison.Engine;

namespace Garrison.Tests.Engine;

/// <summary>One of each kind of state that a store can hold.</summary>
internal sealed class Tables(Store store)
{
    public Store Store { get; } = store;

    public Table<uint, ulong> Table { get; } = store.Table<uint, ulong>();

    public Cell<ulong> Cell { get; } = store.Cell<ulong>();

    public OrderedSet<uint, uint> Set { get; } = new(store);

    public Fifo<uint, uint> Queue { get; } = new(store);

    public History<uint, ulong> History { get; } = new(store);

    public Tables Fork() => new(Store.Fork());
}

/// <summary>What the tables should hold, in plain dictionaries and lists.</summary>
internal sealed class TableModel
{
    public const uint Keys = 40;
    public const uint Owners = 3;
    public const uint Items = 12;

    private readonly Dictionary<uint, ulong> _table = [];
    private readonly Dictionary<uint, List<uint>> _set = [];
    private readonly Dictionary<uint, List<uint>> _queue = [];
    private readonly Dictionary<uint, List<(uint Block, ulong Value)>> _history = [];
    private ulong _cell;

    public TableModel()
    {
        for (uint owner = 0; owner < Owners; owner++)
        {
            (_set[owner], _queue[owner], _history[owner]) = ([], [], []);
        }
    }

    private TableModel(TableModel other)
    {
        _table = new(other._table);
        _set = other._set.ToDictionary(pair => pair.Key, pair => pair.Value.ToList());
        _queue = other._queue.ToDictionary(pair => pair.Key, pair => pair.Value.ToList());
        _history = other._history.ToDictionary(pair => pair.Key, pair => pair.Value.ToList());
        _cell = other._cell;
    }

    public TableModel Clone() => new(this);

    public void Write(uint key, ulong value) => _table[key] = value;

    public void SetCell(ulong value) => _cell = value;

    public bool Add(uint owner, uint item)
    {
        if (_set[owner].Contains(item)) return false;

        _set[owner].Add(item);
        return true;
    }

    public bool Remove(uint owner, uint item)
    {
        int at = _set[owner].IndexOf(item);
        if (at < 0) return false;

        _set[owner][at] = _set[owner][^1];
        _set[owner].RemoveAt(_set[owner].Count - 1);
        return true;
    }

    public void Push(uint owner, uint item) => _queue[owner].Add(item);

    public bool Pop(uint owner)
    {
        if (_queue[owner].Count == 0) return false;

        _queue[owner].RemoveAt(0);
        return true;
    }

    /// <summary>The block of the newest value; 0 when there is none.</summary>
    public uint NewestBlock(uint owner) => _history[owner].LastOrDefault().Block;

    public void Record(uint owner, uint block, ulong value)
    {
        _ = _history[owner].RemoveAll(entry => entry.Block == block);
        _history[owner].Add((block, value));
    }

    /// <summary>Where the tables read other than the model; null when nowhere.</summary>
    public string? Difference(Tables tables)
    {
        for (uint key = 0; key < Keys; key++)
        {
            if (tables.Table[key] != _table.GetValueOrDefault(key)) return $"row {key}";
        }

        for (uint owner = 0; owner < Owners; owner++)
        {
            string? difference = SetDifference(tables, owner)
                ?? QueueDifference(tables, owner) ?? HistoryDifference(tables, owner);
            if (difference is not null) return $"{difference} of {owner}";
        }

        return tables.Cell.Value == _cell ? null : "the cell";
    }

    private string? SetDifference(Tables tables, uint owner)
    {
        if (!tables.Set.ToArray(owner).SequenceEqual(_set[owner])) return "the order of the set";

        for (uint item = 0; item < Items; item++)
        {
            if (tables.Set.Contains(owner, item) != _set[owner].Contains(item))
            {
                return $"membership of {item}";
            }
        }

        return null;
    }

    private string? QueueDifference(Tables tables, uint owner) =>
        Enumerable.Range(0, tables.Queue.Count(owner)).Select(i => tables.Queue.At(owner, i))
            .SequenceEqual(_queue[owner])
            ? null
            : "the queue";

    private string? HistoryDifference(Tables tables, uint owner)
    {
        List<(uint Block, ulong Value)> history = _history[owner];
        const ulong None = 77;
        for (uint block = 0; block <= NewestBlock(owner) + 1; block++)
        {
            int last = history.FindLastIndex(entry => entry.Block <= block);
            if (tables.History.At(owner, block, None) != (last < 0 ? None : history[last].Value))
            {
                return $"the history at {block}";
            }
        }

        ulong latest = history.Count == 0 ? None : history[^1].Value;
        return tables.History.Latest(owner, None) == latest
            && tables.History.IsEmpty(owner) == (history.Count == 0)
            ? null
            : "the newest value";
    }
}
