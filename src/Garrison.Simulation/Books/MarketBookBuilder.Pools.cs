using Garrison.Engine.Exchange;
using Garrison.Engine.Exchange.ComposableStable;
using Garrison.Engine.Exchange.Concentrated;
using Garrison.Engine.Exchange.ConstantProduct;
using Garrison.Engine.Exchange.StableSwap;
using Garrison.Primitives;

namespace Garrison.Simulation.Books;

/// <content>Pools.</content>
internal sealed partial class MarketBookBuilder
{
    private const ulong AverageWindowSeconds = 866;
    private const ulong StableFeeScaleInWad = 100_000_000;
    private const ulong MillionthInWad = 1_000_000_000_000;
    private const int DoubleSqrtPriceBits = 192;

    // 0.01 %: the one fee that factories did not begin with.
    private const uint SmallestFee = 100;

    private static readonly Address _concentratedFactory = BookReader.AssumedAddress("factory/concentrated");
    private static readonly Address _pairFactory = BookReader.AssumedAddress("factory/constantProduct");

    private void DeployExchanges()
    {
        MarketPoolKind[] kinds = [.. _book.Pools.Select(static pool => pool.Kind).Distinct()];
        if (kinds.Contains(MarketPoolKind.ComposableStable))
        {
            Do(new DeployComposableStable(_governor, new ComposableStableContracts(
                BookReader.AssumedAddress("balancer/vault"),
                BookReader.AssumedAddress("balancer/collector"),
                BookReader.AssumedAddress("balancer/percentages"),
                _governor)));
        }

        if (kinds.Contains(MarketPoolKind.Concentrated))
        {
            Do(new DeployConcentratedFactory(_governor, _concentratedFactory));
            Do(new EnableConcentratedFee(_governor, _concentratedFactory, SmallestFee, TickSpacing: 1));
        }

        if (kinds.Contains(MarketPoolKind.ConstantProduct))
        {
            Do(new DeployConstantProductFactory(_governor, _pairFactory, _governor));
        }
    }

    private void AddPool(MarketPool pool)
    {
        _names[pool.Address] = pool.Name;
        switch (pool.Kind)
        {
            case MarketPoolKind.StableSwap:
                DeployStable(pool);
                break;
            case MarketPoolKind.LegacyStableSwap:
                DeployLegacyStable(pool);
                break;
            case MarketPoolKind.ComposableStable:
                DeployComposable(pool);
                break;
            case MarketPoolKind.Concentrated:
                DeployConcentrated(pool);
                break;
            default:
                Do(new CreateConstantProductPair(
                    _governor,
                    _pairFactory,
                    pool.Address,
                    Token(pool.Tokens[0]).Address,
                    Token(pool.Tokens[1]).Address));
                break;
        }

        if (pool.Amounts.Count > 0) Provide(pool, pool.Amounts, range: null);

        foreach (MarketRange range in pool.Ranges)
        {
            Provide(pool, range.Amounts, range.Ticks);
        }
    }

    private void Provide(MarketPool pool, IReadOnlyList<MarketAmount> amounts, TickRange? range)
    {
        foreach (MarketAmount one in amounts)
        {
            Fund(Token(one.Token), pool.Provider, one.Amount, $"providers of {pool.Name}");
        }

        UInt256[] inOrder =
        [
            .. _world.Exchange.Tokens(pool.Address).Select(token =>
                amounts.FirstOrDefault(one => Token(one.Token).Address == token)?.Amount ?? UInt256.Zero),
        ];
        Do(new AddToPool(pool.Provider, pool.Address, pool.Provider, inOrder, UInt256.Zero, range));
    }

    private void DeployStable(MarketPool pool) => Do(new DeployStableSwap(
        _governor,
        pool.Address,
        new StableSwapParameters(
            [
                .. pool.Tokens.Select(Token).Select(token => IsRated(pool, token)
                    ? new StableSwapCoin(
                        token.Address, StableSwapAsset.Oracle, token.Decimals, RateOf(token))
                    : new StableSwapCoin(token.Address, StableSwapAsset.Plain, token.Decimals)),
            ],
            pool.Amplification,
            pool.Fee.Raw.DivDown(StableFeeScaleInWad),
            pool.OffpegFeeMultiplier.Raw.DivDown(StableFeeScaleInWad),
            AverageWindowSeconds,
            _governor,
            _governor)));

    private void DeployLegacyStable(MarketPool pool) => Do(new DeployLegacyStableSwap(
        _governor,
        pool.Address,
        new LegacyStableSwapParameters(
            Token(pool.Tokens[0]).Address,
            Token(pool.Tokens[1]).Address,
            BookReader.AssumedAddress($"liquidity/{pool.Name}"),
            pool.Amplification,
            pool.Fee.Raw.DivDown(StableFeeScaleInWad),
            pool.AdminFee.Raw.DivDown(StableFeeScaleInWad),
            _governor)));

    private void DeployComposable(MarketPool pool)
    {
        foreach (MarketToken token in pool.Rated.Select(Token))
        {
            Do(new SetComposableProviderRate(_governor, Feed(token.RateFeed!), RateOf(token)));
        }

        Do(new CreateComposableStablePool(
            _governor,
            pool.Address,
            _governor,
            [
                .. pool.Tokens.Select(Token).OrderBy(static token => token.Address).Select(token =>
                    new ComposableStableToken(
                        token.Address,
                        (ulong)token.Decimals,
                        IsRated(pool, token) ? Feed(token.RateFeed!) : Address.Zero)),
            ],
            pool.Amplification,
            pool.Fee.Raw.ToUInt64(),
            PauseWindowEnd: 0,
            BufferPeriodEnd: 0));
    }

    private void DeployConcentrated(MarketPool pool)
    {
        (MarketToken first, MarketToken second) = (Token(pool.Tokens[0]), Token(pool.Tokens[1]));
        Do(new CreateConcentratedPool(
            _governor,
            _concentratedFactory,
            pool.Address,
            first.Address,
            second.Address,
            FeeInMillionths(pool)));

        // A price of whole tokens, in the smallest units of both, by which of them is token 0; up, so that it
        // reads as the book says.
        UInt256 paid = pool.Price.Raw * PowerOfTen(second.Decimals);
        UInt256 bought = Wad.Scale * PowerOfTen(first.Decimals);
        UInt256 ratio = first.Address < second.Address
            ? UInt256.MulDivDown(paid, UInt256.One << DoubleSqrtPriceBits, bought)
            : UInt256.MulDivDown(bought, UInt256.One << DoubleSqrtPriceBits, paid);
        Do(new InitializeConcentratedPool(_governor, pool.Address, ratio.SqrtUp()));
    }

    private static bool IsRated(MarketPool pool, MarketToken token) =>
        pool.Rated.Contains(token.Symbol, StringComparer.Ordinal);

    private static uint FeeInMillionths(MarketPool pool) =>
        (uint)pool.Fee.Raw.DivDown(MillionthInWad).ToUInt64();
}
