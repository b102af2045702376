using Garrison.Engine.LiquidRestaking;

namespace Garrison.Tests.Engine.LiquidRestaking;

/// <summary>Buckets that are taken from and fill by the second.</summary>
public sealed class TokenBucketTests
{
    private static readonly TokenBucket _bucket = TokenBucket.Full(100, 3, 1000);

    [Fact]
    public void It_is_full_at_first_and_one_that_was_not_made_is_not_there()
    {
        Assert.Equal(100UL, _bucket.At(1000).Remaining);
        Assert.True(_bucket.Exists);
        Assert.False(default(TokenBucket).Exists);
    }

    // 100 - 60 are left; 19 seconds bring 57 of the 60, and 20 would bring 60.
    [Theory]
    [InlineData(1000, 40)]
    [InlineData(1001, 43)]
    [InlineData(1019, 97)]
    [InlineData(1020, 100)]
    [InlineData(1021, 100)]
    [InlineData(ulong.MaxValue, 100)]
    public void It_fills_up_to_what_it_holds(ulong second, ulong remaining)
    {
        Assert.True(_bucket.TryTake(60, 1000, out TokenBucket left));
        Assert.Equal(new TokenBucket(100, remaining, second, 3), left.At(second));
    }

    [Fact]
    public void It_gives_no_more_than_it_has_and_stays_as_it_is_then()
    {
        Assert.True(_bucket.TryTake(100, 1000, out TokenBucket empty));
        Assert.False(empty.TryTake(4, 1001, out TokenBucket same));
        Assert.Equal(empty, same);
        Assert.True(empty.TryTake(3, 1001, out TokenBucket left));
        Assert.Equal(new TokenBucket(100, 0, 1001, 3), left);
    }

    // What came in until a change came in by the old terms.
    [Fact]
    public void Changes_count_from_their_second_on()
    {
        TokenBucket used = _bucket with { Remaining = 10 };
        Assert.Equal(new TokenBucket(20, 20, 1010, 3), used.WithCapacity(20, 1010));
        Assert.Equal(new TokenBucket(200, 40, 1010, 3), used.WithCapacity(200, 1010));
        Assert.Equal(new TokenBucket(100, 40, 1010, 5), used.WithRefillRate(5, 1010));
        Assert.Equal(new TokenBucket(100, 7, 1010, 3), used.WithRemaining(7, 1010));
        Assert.Equal(new TokenBucket(100, 101, 1010, 3), used.WithRemaining(101, 1010));
        Assert.Equal(new TokenBucket(100, 100, 1011, 3), used.WithRemaining(101, 1010).At(1011));
    }
}
