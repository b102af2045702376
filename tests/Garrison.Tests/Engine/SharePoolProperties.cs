using FsCheck.Fluent;

using Garrison.Engine;
using Garrison.Primitives;

namespace Garrison.Tests.Engine;

/// <summary>What holds of any pool of shares.</summary>
public sealed class SharePoolProperties
{
    [Fact]
    public void Assets_fit_exactly_when_their_shares_do() => Check.That(
        Any.UInt256,
        Any.UInt256.Where(static x => x != UInt256.MaxValue),
        Any.UInt256.Where(static x => x != UInt256.MaxValue),
        static (assets, all, shares) =>
        {
            SharePool pool = new(all, shares);
            return pool.Fits(assets) == Mints(pool, assets);
        });

    private static bool Mints(SharePool pool, UInt256 assets)
    {
        try
        {
            _ = pool.ToSharesDown(assets);
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
