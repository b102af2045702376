using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Exchange.ConstantProduct;
using Garrison.Primitives;

namespace Garrison.Conformance.Exchange;

/// <summary>Plays recordings of one pair of Uniswap v2.</summary>
/// <remarks>Every operation begins with transfers to the pair, which stay when it is refused.</remarks>
internal sealed class ConstantProductProtocol : Protocol
{
    private static readonly Address _factory = Address.FromNumber(1);
    private static readonly Address _token0 = Address.FromNumber(2);
    private static readonly Address _token1 = Address.FromNumber(3);
    private static readonly Address _pair = Address.FromNumber(4);
    private static readonly Address _user = Address.FromNumber(5);
    private static readonly Address _feeTo = Address.FromNumber(6);

    public ConstantProductProtocol(JsonElement header)
    {
        Labels = new Labels { OnlyContract = "pair" };
        Labels.Add("zero", Address.Zero);
        Labels.Add("pair", _pair);
        Labels.Add("u", _user);
        Labels.Add("feeTo", _feeTo);
        Build(new AdvanceClock(default, 1, Number(header.GetProperty("state"), "ts")));
        Build(new Mint(_user, _token0, _user, UInt256.MaxValue));
        Build(new Mint(_user, _token1, _user, UInt256.MaxValue));
        Build(new DeployConstantProductFactory(_user, _factory, _user));
        Build(new CreateConstantProductPair(_user, _factory, _pair, _token0, _token1));
    }

    /// <inheritdoc/>
    public override bool EmptyRevertIsAnyRefusal => true;

    /// <inheritdoc/>
    public override bool Keeps(Event fact) => fact.Contract == _pair;

    /// <inheritdoc/>
    public override IEnumerable<Command> Preparation(JsonElement operation)
    {
        JsonElement args = operation.GetProperty("args");
        return operation.GetProperty("op").GetString() switch
        {
            "mint" => [Pay(_token0, Wei(args, "amount0")), Pay(_token1, Wei(args, "amount1"))],
            "burn" => [Pay(_pair, Wei(args, "liquidity"))],
            "swap" => [Pay(IsZeroForOne(args) ? _token0 : _token1, Wei(args, "amountIn"))],
            _ => [],
        };
    }

    /// <inheritdoc/>
    public override Command ToCommand(JsonElement operation)
    {
        string name = operation.GetProperty("op").GetString()!;
        JsonElement args = operation.GetProperty("args");
        return name switch
        {
            "mint" => new AddConstantProductLiquidity(_user, _pair, _user, UInt256.Zero, UInt256.Zero),
            "burn" => new RemoveConstantProductLiquidity(_user, _pair, _user, UInt256.Zero),
            "swap" => new SwapConstantProduct(
                _user,
                _pair,
                _user,
                UInt256.Zero,
                UInt256.Zero,
                IsZeroForOne(args) ? UInt256.Zero : Wei(args, "amountOut"),
                IsZeroForOne(args) ? Wei(args, "amountOut") : UInt256.Zero),
            "skim" => new SkimConstantProduct(_user, _pair, _user),
            "sync" => new SyncConstantProduct(_user, _pair),
            "donate" => Pay(
                args.GetProperty("token").GetString() == "token0" ? _token0 : _token1, Wei(args, "amount")),
            "setFeeTo" => new SetConstantProductFeeTo(
                _user, _factory, Labels[args.GetProperty("to").GetString()!]),
            _ => throw new RecordingException($"the operation {name} is not known"),
        };
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadState()
    {
        ConstantProductPair pair = World.ConstantProductPools.Of(_pair);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ts"] = $"{World.Clock.Seconds}",
            ["getReserves"] = $"{pair.Reserve0},{pair.Reserve1},{pair.UpdatedAt}",
            ["kLast"] = $"{pair.KLast}",
            ["price0CumulativeLast"] = $"{pair.Price0Cumulative}",
            ["price1CumulativeLast"] = $"{pair.Price1Cumulative}",
            ["totalSupply"] = $"{World.Ledger.Supply(_pair)}",
            ["lp.u"] = $"{World.Ledger.Balance(_pair, _user)}",
            ["lp.feeTo"] = $"{World.Ledger.Balance(_pair, _feeTo)}",
            ["bal0"] = $"{World.Ledger.Balance(_token0, _pair)}",
            ["bal1"] = $"{World.Ledger.Balance(_token1, _pair)}",
        };
    }

    private static Transfer Pay(Address token, UInt256 amount) => new(_user, token, _pair, amount);

    private static bool IsZeroForOne(JsonElement args) => args.GetProperty("zeroForOne").GetBoolean();

    private static ulong Number(JsonElement args, string name) =>
        ulong.Parse(args.GetProperty(name).GetString()!);

    private static UInt256 Wei(JsonElement args, string name) =>
        UInt256.Parse(args.GetProperty(name).GetString()!);
}
