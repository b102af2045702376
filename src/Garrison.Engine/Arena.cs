using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Garrison.Engine;

/// <summary>One block of bytes in which all tables of a store have their regions.</summary>
/// <remarks>
/// A region is a number of bytes from the start, so it means the same in a copy of the block: to fork a
/// store is to copy one block. A table that outgrows its region takes a larger one at the end and leaves a
/// hole, until <see cref="Store.Compact"/>. Fresh memory costs several times what the copy into it does (the
/// system hands out every page with a fault), so the arenas of one family pass retired blocks on.
/// </remarks>
internal sealed class Arena
{
    private const int SmallestBlock = 4096;
    private const int RegionAlignment = 64;

    private readonly ConcurrentBag<byte[]> _retired;
    private byte[] _block;
    private int _top;

    /// <summary>An empty arena, the first of its family.</summary>
    public Arena()
    {
        _retired = [];
        _block = [];
    }

    /// <summary>A copy of another arena, of its family.</summary>
    public Arena(Arena other)
    {
        _retired = other._retired;
        _block = [];
        CopyFrom(other);
    }

    /// <summary>Becomes a copy of another arena, in the same memory if it is enough.</summary>
    public void CopyFrom(Arena other)
    {
        if (_block.Length < other._top)
        {
            _block = Block(other._top);
        }

        _top = other._top;
        other._block.AsSpan(0, _top).CopyTo(_block);
    }

    /// <summary>Takes room for a number of items, whose bytes are arbitrary: where it starts.</summary>
    public int Take<T>(int count)
        where T : unmanaged
    {
        int at = _top;
        int bytes = count * Unsafe.SizeOf<T>();
        _top += (bytes + RegionAlignment - 1) / RegionAlignment * RegionAlignment;
        if (_top > _block.Length)
        {
            byte[] larger = Block(Math.Max(SmallestBlock, (int)Math.Min(Array.MaxLength, 2L * _top)));
            _block.AsSpan(0, at).CopyTo(larger);
            _block = larger;
        }

        return at;
    }

    /// <summary>The items of a region, where they are now: to be read and written before anything is
    /// taken.</summary>
    public Span<T> Region<T>(int at, int count)
        where T : unmanaged =>
        count == 0 ? [] : MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref _block[at]), count);

    /// <summary>Hands the memory to the next arena of the family.</summary>
    public void Retire()
    {
        _retired.Add(_block);
        (_block, _top) = ([], 0);
    }

    // Room beyond the need lets a fork grow a little without another block.
    private byte[] Block(int bytes) =>
        _retired.TryTake(out byte[]? retired) && retired.Length >= bytes
            ? retired
            : GC.AllocateUninitializedArray<byte>((int)Math.Min(Array.MaxLength, bytes + (bytes / 8L)));
}
