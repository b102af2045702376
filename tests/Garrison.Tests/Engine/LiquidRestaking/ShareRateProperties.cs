using FsCheck;
using FsCheck.Fluent;

using Garrison.Engine.LiquidRestaking;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.LiquidRestaking;

/// <summary>What holds of shares without virtual ones.</summary>
public sealed class ShareRateProperties
{
    private static Gen<ShareRate> Rate =>
        from assets in Any.Limb
        from shares in Any.Limb
        select new ShareRate(assets, shares);

    private static Gen<UInt256> Amount => Any.Limb.Select(static limb => (UInt256)limb);

    [Fact]
    public void Nothing_comes_of_nothing()
    {
        ShareRate empty = default;
        Assert.Equal(7UL, empty.ToMintedDown(7UL));
        Assert.Equal(0UL, empty.ToSharesDown(7UL));
        Assert.Equal(0UL, empty.ToSharesUp(7UL));
        Assert.Equal(0UL, empty.ToAssetsDown(7UL));
        Assert.Equal(0UL, empty.ToAssetsUp(7UL));
    }

    // 13 assets for 10 shares.
    [Fact]
    public void Quotients_round_as_they_say()
    {
        ShareRate rate = new(13UL, 10UL);
        Assert.Equal(3UL, rate.ToMintedDown(5UL));
        Assert.Equal(3UL, rate.ToSharesDown(5UL));
        Assert.Equal(4UL, rate.ToSharesUp(5UL));
        Assert.Equal(6UL, rate.ToAssetsDown(5UL));
        Assert.Equal(7UL, rate.ToAssetsUp(5UL));
    }

    [Fact]
    public void A_deposit_does_not_lower_the_rate_and_gains_nothing() => Check.That(
        Rate,
        Amount,
        static (rate, amount) =>
        {
            UInt256 minted = rate.ToMintedDown(amount);
            ShareRate after = new(rate.Assets + amount, rate.Shares + minted);
            return !after.IsBelow(rate)
                && (after.ToAssetsDown(minted) <= amount || (rate.Assets.IsZero || rate.Shares.IsZero));
        });

    [Fact]
    public void A_withdrawal_does_not_lower_the_rate() => Check.That(
        Rate,
        Amount,
        static (rate, amount) =>
        {
            UInt256 burned = rate.ToSharesUp(amount);
            if (amount > rate.Assets || burned > rate.Shares) return true;

            return !new ShareRate(rate.Assets - amount, rate.Shares - burned).IsBelow(rate);
        });

    [Fact]
    public void A_loss_lowers_the_rate() => Check.That(
        Rate,
        static rate => rate.Assets.IsZero || rate.Shares.IsZero
            || (rate with { Assets = rate.Assets - UInt256.One }).IsBelow(rate));
}
