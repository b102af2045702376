using Garrison.Engine;
using Garrison.Primitives;

namespace Garrison.Tests.Engine;

/// <summary>Every kind of table reads as the plain collection it stands for, through undo and fork.</summary>
public sealed class TableProperties
{
    private enum Verb
    {
        Write,
        SetCell,
        Add,
        Remove,
        Push,
        Pop,
        Record,
        Checkpoint,
        Revert,
        RevertAll,
        Commit,
        Fork,
        CopyFrom,
    }

    [Fact]
    public void Tables_read_as_their_models() => Sequences.Check(
        Math.Max(1, Check.Count / 10), 100, Draw, static steps => new Run().Fault(steps));

    [Fact]
    public void A_digest_does_not_know_the_order_of_writes() => Sequences.Check(
        Math.Max(1, Check.Count / 10),
        30,
        static dice => (Key: (uint)dice.Below(20), Value: (ulong)dice.Below(3), Place: dice.Next()),
        static rows =>
        {
            (uint Key, ulong Value, ulong Place)[] last = [.. rows.GroupBy(
                row => row.Key).Select(g => g.Last())];
            Hash32 forward = DigestOf(rows);
            Hash32 shuffled = DigestOf([.. last.OrderBy(row => row.Place)]);
            return forward == shuffled ? null : $"{forward} and {shuffled}";
        });

    [Fact]
    public void Absent_and_zero_are_one_state()
    {
        Tables tables = new(new Store());
        Hash32 empty = tables.Store.Digest();
        tables.Table[7] = 1;
        tables.Table[7] = 0;
        Assert.True(tables.Set.Add(1, 2) && tables.Set.Remove(1, 2));
        tables.Queue.Push(1, 2);
        tables.Queue.Pop(1);
        tables.Cell.Set(3);
        tables.Cell.Set(0);
        _ = tables.Store.Commit();
        Assert.Equal(empty, tables.Store.Digest());
    }

    [Fact]
    public void What_a_history_forgets_no_later_lookup_sees() => Sequences.Check(
        Math.Max(1, Check.Count / 10),
        40,
        static dice => (Blocks: (uint)dice.Below(3), Value: dice.Next() % 100, Window: (uint)dice.Below(8)),
        static entries =>
        {
            (Tables kept, Tables forgetful) = (new(new Store()), new(new Store()));
            (uint block, uint since) = (10, 0);
            foreach ((uint blocks, ulong value, uint window) in entries)
            {
                block += blocks;
                kept.History.Push(1, block, value);
                forgetful.History.Push(1, block, value);
                since = Math.Max(since, block - window);
                forgetful.History.Forget(1, since);
                for (uint at = since; at <= block; at++)
                {
                    if (kept.History.At(1, at, 0) != forgetful.History.At(1, at, 0))
                    {
                        return $"at {at} of {block}";
                    }
                }
            }

            return null;
        });

    [Fact]
    public void A_revert_takes_back_the_events_too()
    {
        Store store = new();
        AvsEvent(store, 1);
        Checkpoint checkpoint = store.Checkpoint();
        AvsEvent(store, 2);
        store.Revert(checkpoint);
        AvsEvent(store, 3);
        Assert.Equal([1, 3], store.Commit().Select(fact => fact.Contract.ToUInt256().ToUInt64()));
        Assert.Empty(store.Commit());
    }

    [Fact]
    public void A_value_with_gaps_is_refused()
    {
        InvariantException exception = Assert.Throws<InvariantException>(
            () => Layout.AssertDense(typeof(Gappy)));
        Assert.Contains("gaps between its fields", exception.Message);
        _ = Assert.Throws<TypeInitializationException>(() => new Store().Table<uint, Gappy>());
        Layout.AssertDense(typeof(Dense));
    }

    private static void AvsEvent(Store store, ulong number) => store.Emit(
        new Transferred(Address.FromNumber(number), Address.Zero, Address.Zero, UInt256.Zero));

    private static Hash32 DigestOf(IReadOnlyList<(uint Key, ulong Value, ulong Place)> rows)
    {
        Tables tables = new(new Store());
        foreach ((uint key, ulong value, _) in rows)
        {
            tables.Table[key] = value;
        }

        _ = tables.Store.Commit();
        return tables.Store.Digest();
    }

    private static Step Draw(Dice dice) => new(
        dice.OneIn(3) ? Verb.Write : (Verb)dice.Below((int)Verb.CopyFrom + 1),
        (uint)dice.Below((int)TableModel.Owners),
        (uint)dice.Below((int)TableModel.Keys),
        (ulong)dice.Below(3));

    private readonly record struct Gappy(byte Small, ulong Large);

    private readonly record struct Dense(ulong Large, uint Small, uint Other);

    private readonly record struct Step(Verb Verb, uint Owner, uint Key, ulong Value);

    /// <summary>A store, its model, the places it can be taken back to, and its parents.</summary>
    private sealed class Run
    {
        private readonly List<(Tables Tables, TableModel Model, Hash32 Digest)> _parents = [];
        private readonly Stack<(Checkpoint Place, TableModel Model)> _places = [];
        private Tables _tables = new(new Store());
        private TableModel _model = new();
        private TableModel _committed = new();
        private Hash32 _digest;

        public string? Fault(IReadOnlyList<Step> steps)
        {
            Commit();
            foreach (Step step in steps)
            {
                string? fault = Do(step) ? _model.Difference(_tables) : "the answer of a write";
                if (fault is not null) return fault;
            }

            Commit();
            return _parents.Find(parent => parent.Tables.Store.Digest() != parent.Digest).Tables is null
                ? null
                : "a parent changed";
        }

        private bool Do(Step step)
        {
            (uint owner, uint item) = (step.Owner, step.Key % TableModel.Items);
            switch (step.Verb)
            {
                case Verb.Write:
                    _tables.Table[step.Key] = step.Value;
                    _model.Write(step.Key, step.Value);
                    return true;
                case Verb.SetCell:
                    _tables.Cell.Set(step.Value);
                    _model.SetCell(step.Value);
                    return true;
                case Verb.Add:
                    return _tables.Set.Add(owner, item) == _model.Add(owner, item);
                case Verb.Remove:
                    return _tables.Set.Remove(owner, item) == _model.Remove(owner, item);
                case Verb.Push:
                    _tables.Queue.Push(owner, item);
                    _model.Push(owner, item);
                    return true;
                case Verb.Pop:
                    if (_model.Pop(owner)) _tables.Queue.Pop(owner);
                    return true;
                case Verb.Record:
                    uint block = _model.NewestBlock(owner) + (step.Key % 3);
                    _tables.History.Push(owner, block, step.Value);
                    _model.Record(owner, block, step.Value);
                    return true;
                default:
                    return Travel(step.Verb);
            }
        }

        private bool Travel(Verb verb)
        {
            switch (verb)
            {
                case Verb.Checkpoint:
                    _places.Push((_tables.Store.Checkpoint(), _model.Clone()));
                    return true;
                case Verb.Revert when _places.TryPop(out (Checkpoint Place, TableModel Model) to):
                    _tables.Store.Revert(to.Place);
                    _model = to.Model;
                    return true;
                case Verb.RevertAll:
                    _tables.Store.Revert(default);
                    _model = _committed.Clone();
                    _places.Clear();
                    return _tables.Store.Digest() == _digest;
                case Verb.Commit:
                    Commit();
                    return true;
                case Verb.Fork:
                    Commit();
                    _parents.Add((_tables, _model.Clone(), _digest));
                    _tables = _tables.Fork();
                    return _tables.Store.Digest() == _digest;
                case Verb.CopyFrom when _parents.Count > 0:
                    Commit();
                    _tables.Store.CopyFrom(_parents[^1].Tables.Store);
                    (_model, _digest) = (_parents[^1].Model.Clone(), _parents[^1].Digest);
                    _committed = _model.Clone();
                    return _tables.Store.Digest() == _digest;
                default:
                    return true;
            }
        }

        private void Commit()
        {
            _ = _tables.Store.Commit();
            _places.Clear();
            _committed = _model.Clone();
            _digest = _tables.Store.Digest();
        }
    }
}
