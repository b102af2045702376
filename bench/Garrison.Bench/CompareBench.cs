using Garrison.Primitives;
using Garrison.Risk.Restaking;
using Garrison.Simulation.Books;

namespace Garrison.Bench;

/// <summary>One shock on the real book and on the same capital as vaults, by the 258 operators of its largest
/// service.</summary>
internal static class CompareBench
{
    public static IEnumerable<BenchResult> Run()
    {
        string folder = Repository.Path("books", "eigenlayer-2024-10");
        Book book = BookReader.Load(folder);
        SlashShock shock = new(
            [.. book.Operators.Where(one => book.Services[0].Operators.Contains(one.Address))],
            book.Services[0],
            [],
            new Wad(Wad.Scale.DivDown(10)),
            new Wad(Wad.Scale.DivDown(4)),
            new Wad(Wad.Scale.DivDown(4)),
            7_200);
        double[] times = Measure.NanosecondsEach(
            5,
            (() => BookReader.Load(folder), 1),
            (() => ProtocolComparison.Run(book, VaultBook.Rebuild(book, VaultTerms.Usual), shock), 1));
        yield return new BenchResult(
            "compare", times[1] / 1e6, "ms", "loading the book, times its cost", times[1] / times[0]);
    }
}
