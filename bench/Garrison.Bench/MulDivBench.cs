using System.Numerics;

using Garrison.Primitives;

namespace Garrison.Bench;

/// <summary>⌊x · y / z⌋ against the integers that .NET has.</summary>
internal static class MulDivBench
{
    private const int Count = 1024;

    public static IEnumerable<BenchResult> Run()
    {
        yield return Against("muldiv-wad", 84, "BigInteger, times faster");
        yield return Against("muldiv-full", 256, "BigInteger, times faster");
        yield return AgainstUInt128();
    }

    private static BenchResult Against(string name, int bits, string baseline)
    {
        UInt256 wad = Wad.Scale;
        UInt256[] x = Numbers(1, bits);
        UInt256[] y = bits == 84 ? [.. Numbers(2, 60).Select(n => UInt256.Min(n, wad))] : Numbers(2, 250);
        UInt256[] z = bits == 84
            ? [.. x.Select(_ => wad)]
            : [.. Numbers(3, 251).Select(n => n | (UInt256.One << 252))];
        BigInteger[] bigX = [.. x.Select(static n => n.ToBigInteger())];
        BigInteger[] bigY = [.. y.Select(static n => n.ToBigInteger())];
        BigInteger[] bigZ = [.. z.Select(static n => n.ToBigInteger())];
        double[] times = Measure.NanosecondsEach(
            15,
            (() => Sink.Keep(Ours(x, y, z)), Count),
            (() => Sink.Keep(Theirs(bigX, bigY, bigZ)), Count));
        return new BenchResult(name, times[0], "ns", baseline, times[1] / times[0]);
    }

    private static BenchResult AgainstUInt128()
    {
        UInt256[] x = Numbers(1, 63);
        UInt256[] y = Numbers(2, 63);
        UInt256[] z = [.. Numbers(3, 63).Select(static n => n | UInt256.One)];
        UInt128[] narrowX = [.. x.Select(static n => n.ToUInt128())];
        UInt128[] narrowY = [.. y.Select(static n => n.ToUInt128())];
        UInt128[] narrowZ = [.. z.Select(static n => n.ToUInt128())];
        double[] times = Measure.NanosecondsEach(
            15,
            (() => Sink.Keep(Ours(x, y, z)), Count),
            (() => Sink.Keep(Narrow(narrowX, narrowY, narrowZ)), Count));
        return new BenchResult("muldiv-narrow", times[0], "ns", "UInt128, times faster", times[1] / times[0]);
    }

    private static UInt256 Ours(UInt256[] x, UInt256[] y, UInt256[] z)
    {
        UInt256 sum = UInt256.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            sum = sum.WrappingAdd(UInt256.MulDivDown(x[i], y[i], z[i]));
        }

        return sum;
    }

    private static BigInteger Theirs(BigInteger[] x, BigInteger[] y, BigInteger[] z)
    {
        BigInteger sum = BigInteger.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i] / z[i];
        }

        return sum;
    }

    private static UInt128 Narrow(UInt128[] x, UInt128[] y, UInt128[] z)
    {
        UInt128 sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum = unchecked(sum + (x[i] * y[i] / z[i]));
        }

        return sum;
    }

    // The numbers of a hash: the same in every run.
    private static UInt256[] Numbers(int stream, int bits) =>
    [
        .. Enumerable.Range(0, Count).Select(index =>
            UInt256.Parse(Keccak.HashText($"{stream}/{index}").ToString()) >> (256 - bits)),
    ];
}

/// <summary>Keeps the compiler from leaving out work whose result nobody reads.</summary>
internal static class Sink
{
    private static object? _kept;

    public static void Keep<T>(T value)
        where T : struct
    {
        if (value.GetHashCode() == 42) _kept = value;

        GC.KeepAlive(_kept);
    }
}
