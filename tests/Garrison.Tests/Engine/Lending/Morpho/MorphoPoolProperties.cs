using System.Numerics;

using FsCheck;
using FsCheck.Fluent;

using Garrison.Engine.Lending.Morpho;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Lending.Morpho;

/// <summary>What holds of the shares of any pool, and of Morpho's arithmetic.</summary>
public sealed class MorphoPoolProperties
{
    private static Gen<MorphoPool> Pool =>
        from assets in Any.Limb
        from shares in Any.UInt128
        select new MorphoPool(assets, shares.ToUInt128() >> 1);

    private static Gen<UInt256> Amount => Any.Limb.Select(static limb => (UInt256)(limb >> 2));

    [Fact]
    public void Nobody_gains_by_coming_and_leaving() => Check.That(
        Pool,
        Amount,
        static (pool, amount) => Holds(() =>
        {
            UInt256 minted = pool.ToSharesDown(amount);
            MorphoPool after = new((UInt128)(pool.Assets + amount), (UInt128)(pool.Shares + minted));
            return after.ToAssetsDown(minted) <= amount && after.ToSharesUp(amount) >= minted;
        }));

    [Fact]
    public void Nobody_gains_by_borrowing_and_repaying() => Check.That(
        Pool,
        Amount,
        static (pool, amount) => Holds(() =>
        {
            UInt256 owed = pool.ToSharesUp(amount);
            MorphoPool after = new((UInt128)(pool.Assets + amount), (UInt128)(pool.Shares + owed));
            return after.ToAssetsUp(owed) >= amount && after.ToSharesDown(amount) <= owed;
        }));

    [Fact]
    public void Shares_are_the_formula_in_whole_numbers() => Check.That(
        Pool,
        Any.UInt256,
        static (pool, amount) =>
        {
            BigInteger assets = (BigInteger)pool.Assets + 1;
            BigInteger shares = (BigInteger)pool.Shares + 1_000_000;
            var x = amount.ToBigInteger();
            return Agrees(() => pool.ToSharesDown(amount), x * shares, x * shares / assets)
                && Agrees(() => pool.ToAssetsDown(amount), x * assets, x * assets / shares)
                && AgreesUp(() => pool.ToSharesUp(amount), x * shares, assets)
                && AgreesUp(() => pool.ToAssetsUp(amount), x * assets, shares);
        });

    [Fact]
    public void A_number_is_narrowed_or_refused() => Check.That(
        Any.UInt256,
        static value => MorphoMath.Narrow(value, out UInt128 narrow) is { } refusal
            ? refusal.Name == "max uint128 exceeded" && value.ToBigInteger() >> 128 != 0
            : narrow == value);

    // A product that leaves 256 bits is a panic, even when the quotient would not.
    private static bool AgreesUp(Func<UInt256> compute, BigInteger product, BigInteger denominator)
    {
        BigInteger sum = product + denominator - 1;
        return Agrees(compute, sum, sum / denominator);
    }

    private static bool Agrees(Func<UInt256> compute, BigInteger largest, BigInteger result)
    {
        try
        {
            return compute().ToBigInteger() == result && largest >> 256 == 0;
        }
        catch (OverflowException)
        {
            return largest >> 256 != 0;
        }
    }

    // What does not fit is refused, and says nothing of the law.
    private static bool Holds(Func<bool> law)
    {
        try
        {
            return law();
        }
        catch (OverflowException)
        {
            return true;
        }
    }
}
