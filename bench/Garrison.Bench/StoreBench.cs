using Garrison.Engine;
using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Bench;

/// <summary>Forks against copies of the same bytes, and writes against a plain dictionary's.</summary>
internal static class StoreBench
{
    private const int Keys = 4096;

    public static IEnumerable<BenchResult> Fork()
    {
        World world = BookReader.Load(Repository.Path("books", "eigenlayer-2024-10")).World;
        World scratch = world.Fork();

        // Memory never written is one page of zeros many times over, and flatters whoever reads it.
        byte[] source = new byte[world.Bytes];
        source.AsSpan().Fill(1);
        byte[] target = new byte[world.Bytes];
        double[] times = Measure.NanosecondsEach(
            15,
            (() => source.AsSpan().CopyTo(target), 1),
            (() => scratch.CopyFrom(world), 1),
            (() => world.Fork().Retire(), 1));
        yield return new BenchResult("fork-bytes", world.Bytes, "bytes", "none", 1);
        yield return new BenchResult(
            "fork-into", times[1] / 1000, "us", "memcpy, times its cost", times[1] / times[0]);
        yield return new BenchResult(
            "fork-new", times[2] / 1000, "us", "memcpy, times its cost", times[2] / times[0]);
    }

    public static IEnumerable<BenchResult> Write()
    {
        Store store = new();
        Table<Address, UInt256> table = store.Table<Address, UInt256>();
        Dictionary<Address, UInt256> dictionary = [];
        Address[] keys = [.. Enumerable.Range(1, Keys).Select(static n => Address.FromNumber((ulong)n))];
        ulong round = 0;
        double[] times = Measure.NanosecondsEach(
            15,
            (() => WriteTable(store, table, keys, ++round), Keys),
            (() => WriteDictionary(dictionary, keys, ++round), Keys));
        yield return new BenchResult(
            "write-with-undo", times[0], "ns", "Dictionary write, times its cost", times[0] / times[1]);
    }

    private static void WriteTable(Store store, Table<Address, UInt256> table, Address[] keys, ulong value)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            table[keys[i]] = value;
            if (i % 8 == 7) _ = store.Commit();
        }
    }

    private static void WriteDictionary(Dictionary<Address, UInt256> dictionary, Address[] keys, ulong value)
    {
        foreach (Address key in keys)
        {
            dictionary[key] = value;
        }
    }
}

/// <summary>The files of the repository that the benches run in.</summary>
internal static class Repository
{
    /// <summary>A path from the folder of the solution.</summary>
    public static string Path(params string[] parts)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "garrison.slnx")))
        {
            folder = folder.Parent;
        }

        return System.IO.Path.Combine([folder?.FullName
            ?? throw new InvalidOperationException("No solution."), .. parts]);
    }
}
