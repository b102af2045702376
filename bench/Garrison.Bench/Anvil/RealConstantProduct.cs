using Garrison.Engine;
using Garrison.Engine.Exchange.ConstantProduct;
using Garrison.Primitives;

namespace Garrison.Bench.Anvil;

/// <summary>A pair of Uniswap v2, which its user pays and calls.</summary>
internal sealed class RealConstantProduct(RecordedBench.Sequence sequence) : RealProtocol
{
    private static readonly Address _user = Account("u");

    private Address _token0;
    private Address _token1;
    private Address _factory;
    private Address _pair;

    private Address Recorded => sequence.Labels["pair"];

    public override void Deploy(AnvilNode node)
    {
        string token = RealContracts.Code("Token");
        Address[] tokens = [node.Deploy(_user, token), node.Deploy(_user, token)];
        (_token0, _token1) = (tokens.Min(), tokens.Max());
        _factory = node.Deploy(_user, RealContracts.Code("UniswapV2Factory") + Calldata.Words(_user));
        foreach (Address each in tokens)
        {
            _ = node.Do(new(_user, each, Calldata.Of("mint(address,uint256)", _user, UInt256.MaxValue)));
        }

        _ = node.Do(
            new(_user, _factory, Calldata.Of("createPair(address,address)", _token0, _token1)),
            sequence.Start.Clock.Seconds);
        _pair = Address.FromUInt256(Calldata.Read(
            node.View(_factory, Calldata.Of("getPair(address,address)", _token0, _token1)), 0));
    }

    public override Transaction ToTransaction(Command command) => command switch
    {
        Transfer transfer => new(
            _user,
            Token(transfer.Token),
            Calldata.Of("transfer(address,uint256)", To(transfer.To), transfer.Amount)),
        AddConstantProductLiquidity => new(_user, _pair, Calldata.Of("mint(address)", _user)),
        RemoveConstantProductLiquidity => new(_user, _pair, Calldata.Of("burn(address)", _user)),
        SwapConstantProduct swap => new(
            _user,
            _pair,
            Calldata.Of(
                "swap(uint256,uint256,address,bytes)",
                swap.Amount0Out, swap.Amount1Out, _user, 4 * Word.Size, 0)),
        SkimConstantProduct => new(_user, _pair, Calldata.Of("skim(address)", _user)),
        SyncConstantProduct => new(_user, _pair, Calldata.Of("sync()")),
        SetConstantProductFeeTo set => new(
            _user, _factory, Calldata.Of("setFeeTo(address)", To(set.FeeTo))),
        _ => throw Unknown(command),
    };

    public override IEnumerable<Check> Checks(World world)
    {
        ConstantProductPair pair = world.ConstantProductPools.Of(Recorded);
        yield return new Check(
            _pair,
            Calldata.Of("getReserves()"),
            (0, pair.Reserve0),
            (1, pair.Reserve1),
            (2, (ulong)pair.UpdatedAt));
        yield return new Check(_pair, Calldata.Of("price0CumulativeLast()"), (0, pair.Price0Cumulative));
        yield return new Check(_pair, Calldata.Of("kLast()"), (0, pair.KLast));
        yield return new Check(_pair, Calldata.Of("totalSupply()"), (0, world.Ledger.Supply(Recorded)));
    }

    private Address Token(Address recorded) =>
        recorded == Recorded
            ? _pair
            : recorded == sequence.Start.ConstantProductPools.Terms(Recorded).Token0 ? _token0 : _token1;

    private Address To(Address recorded) => sequence.Labels[recorded] switch
    {
        "pair" => _pair,
        "zero" => Address.Zero,
        string label => Account(label),
    };
}
