using Garrison.Engine;
using Garrison.Engine.Exchange.Concentrated;
using Garrison.Primitives;

namespace Garrison.Bench.Anvil;

/// <summary>A pool of Uniswap v3, and a contract of ours that calls it and pays.</summary>
internal sealed class RealConcentrated(RecordedBench.Sequence sequence) : RealProtocol
{
    private static readonly Address _admin = Account("admin");

    private Address _token0;
    private Address _token1;
    private Address _factory;
    private Address _pool;
    private Address _payer;

    private Address Recorded => sequence.Labels["pool"];

    public override void Deploy(AnvilNode node)
    {
        string token = RealContracts.Code("Token");
        Address[] tokens = [node.Deploy(_admin, token), node.Deploy(_admin, token)];
        (_token0, _token1) = (tokens.Min(), tokens.Max());
        _factory = node.Deploy(_admin, RealContracts.Code("UniswapV3Factory"));
        _payer = node.Deploy(_admin, RealContracts.Code("Payer") + Calldata.Words(_token0, _token1));
        foreach (Address each in tokens)
        {
            _ = node.Do(new(_admin, each, Calldata.Of("mint(address,uint256)", _payer, UInt256.MaxValue)));
        }

        World start = sequence.Start;
        ConcentratedPoolTerms terms = start.ConcentratedPools.Terms(Recorded);
        if (terms.Fee == 100)
        {
            string enable = Calldata.Of("enableFeeAmount(uint24,int24)", terms.Fee, terms.TickSpacing);
            _ = node.Do(new(_admin, _factory, enable));
        }

        string create = Calldata.Of("createPool(address,address,uint24)", _token0, _token1, terms.Fee);
        string find = Calldata.Of("getPool(address,address,uint24)", _token0, _token1, terms.Fee);
        _ = node.Do(new(_admin, _factory, create));
        _pool = Address.FromUInt256(Calldata.Read(node.View(_factory, find), 0));
        UInt256 price = start.ConcentratedPools.Of(Recorded).SqrtPriceX96;
        _ = node.Do(new(_admin, _pool, Calldata.Of("initialize(uint160)", price)), start.Clock.Seconds);
    }

    public override Transaction ToTransaction(Command command) => command switch
    {
        MintConcentratedLiquidity mint => ByPayer(
            Calldata.Of(
                "mint(address,address,int24,int24,uint128)",
                _pool, To(mint.Owner), mint.TickLower, mint.TickUpper, mint.Liquidity)),
        SwapConcentrated swap => ByPayer(
            Calldata.Of(
                "swap(address,address,bool,int256,uint160)",
                _pool, To(swap.Recipient), swap.ZeroForOne, swap.AmountSpecified, swap.SqrtPriceLimitX96)),
        FlashConcentrated flash => ByPayer(
            Calldata.Of(
                "flash(address,address,uint256,uint256,uint256,uint256)",
                _pool, To(flash.Recipient), flash.Amount0, flash.Amount1, flash.Paid0, flash.Paid1)),
        BurnConcentratedLiquidity burn => ByItself(
            command,
            Calldata.Of("burn(int24,int24,uint128)", burn.TickLower, burn.TickUpper, burn.Liquidity)),
        CollectConcentrated collect => ByItself(
            command,
            Calldata.Of(
                "collect(address,int24,int24,uint128,uint128)",
                To(collect.Recipient), collect.TickLower, collect.TickUpper, collect.Amount0,
                collect.Amount1)),
        SetConcentratedFeeProtocol set => ByItself(
            command,
            Calldata.Of("setFeeProtocol(uint8,uint8)", (ulong)set.FeeProtocol0, (ulong)set.FeeProtocol1)),
        CollectConcentratedProtocol collect => ByItself(
            command,
            Calldata.Of(
                "collectProtocol(address,uint128,uint128)",
                To(collect.Recipient), collect.Amount0, collect.Amount1)),
        IncreaseConcentratedObservations more => ByItself(
            command,
            Calldata.Of(
                "increaseObservationCardinalityNext(uint16)", (ulong)more.ObservationCardinalityNext)),
        _ => throw Unknown(command),
    };

    public override IEnumerable<Check> Checks(World world)
    {
        ConcentratedPool pool = world.ConcentratedPools.Of(Recorded);
        yield return new Check(
            _pool,
            Calldata.Of("slot0()"),
            (0, pool.SqrtPriceX96),
            (2, (ulong)pool.ObservationIndex),
            (3, (ulong)pool.ObservationCardinality));
        yield return new Check(_pool, Calldata.Of("liquidity()"), (0, pool.Liquidity));
        yield return new Check(_pool, Calldata.Of("feeGrowthGlobal0X128()"), (0, pool.FeeGrowthGlobal0X128));
        yield return new Check(_pool, Calldata.Of("feeGrowthGlobal1X128()"), (0, pool.FeeGrowthGlobal1X128));
        yield return new Check(
            _pool, Calldata.Of("protocolFees()"), (0, pool.ProtocolFees0), (1, pool.ProtocolFees1));
    }

    private Transaction ByPayer(string data) => new(_admin, _payer, data);

    private Transaction ByItself(Command command, string data) =>
        new(Account(sequence.Labels[command.Sender]), _pool, data);

    private Address To(Address recorded) =>
        sequence.Labels[recorded] == "caller" ? _payer : Account(sequence.Labels[recorded]);
}
