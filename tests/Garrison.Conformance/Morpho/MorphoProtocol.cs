using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Lending.Morpho;
using Garrison.Engine.Oracle;
using Garrison.Primitives;

namespace Garrison.Conformance.Morpho;

/// <summary>Plays recordings of some markets of Morpho Blue.</summary>
internal sealed class MorphoProtocol : Protocol
{
    private readonly MorphoSetting _setting;

    public MorphoProtocol(JsonElement header)
    {
        _setting = new MorphoSetting(header, Labels);
        foreach (Command command in _setting.Begin(World.Clock))
        {
            Build(command);
        }
    }

    /// <inheritdoc/>
    public override Command ToCommand(JsonElement operation)
    {
        string name = operation.GetProperty("op").GetString()!;
        Address from = Labels[operation.GetProperty("from").GetString()!];
        JsonElement args = operation.GetProperty("args");
        return OfPool(name, from, args)
            ?? OfRest(name, from, args)
            ?? throw new RecordingException($"the operation {name} is not known");
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadState()
    {
        SortedDictionary<string, string> state = new(StringComparer.Ordinal)
        {
            ["block"] = World.Clock.Block.ToString(),
            ["ts"] = World.Clock.Seconds.ToString(),
        };
        for (int index = 0; index < _setting.Markets.Count; index++)
        {
            ReadMarket(state, index);
        }

        foreach (string user in _setting.Users)
        {
            foreach ((int index, Address token) in _setting.Tokens.Index())
            {
                state[$"bal.{user}.{index}"] = World.Ledger.Balance(token, Labels[user]).ToString();
            }
        }

        return state;
    }

    private void ReadMarket(SortedDictionary<string, string> state, int index)
    {
        MorphoMarketParameters parameters = _setting.Markets[index];
        Hash32 id = parameters.Id;
        MorphoMarket market = World.Morpho.Market(id);
        string prefix = $"market.{index}.";
        state[prefix + "totalSupplyAssets"] = market.Supply.Assets.ToString();
        state[prefix + "totalSupplyShares"] = market.Supply.Shares.ToString();
        state[prefix + "totalBorrowAssets"] = market.Borrow.Assets.ToString();
        state[prefix + "totalBorrowShares"] = market.Borrow.Shares.ToString();
        state[prefix + "lastUpdate"] = market.LastUpdate.ToString();
        state[prefix + "fee"] = market.Fee.ToString();
        state[prefix + "rateAtTarget"] = market.RateAtTarget.ToString();
        state[prefix + "oraclePrice"] = World.Oracle
            .Price(parameters.Oracle, World.Clock.Seconds).Price.ToString();
        foreach (string user in _setting.Users)
        {
            MorphoPosition position = World.Morpho.Position(id, Labels[user]);
            state[$"pos.{index}.{user}"] =
                $"{position.SupplyShares},{position.BorrowShares},{position.Collateral}";
        }
    }

    private Command? OfPool(string name, Address from, JsonElement args) => name switch
    {
        "supply" => new SupplyToMorpho(
            from, Market(args), Wei(args, "assets"), Wei(args, "shares"), Account(args, "onBehalf")),
        "withdraw" => new WithdrawFromMorpho(
            from,
            Market(args),
            Wei(args, "assets"),
            Wei(args, "shares"),
            Account(args, "onBehalf"),
            Account(args, "receiver")),
        "borrow" => new BorrowFromMorpho(
            from,
            Market(args),
            Wei(args, "assets"),
            Wei(args, "shares"),
            Account(args, "onBehalf"),
            Account(args, "receiver")),
        "repay" => new RepayToMorpho(
            from, Market(args), Wei(args, "assets"), Wei(args, "shares"), Account(args, "onBehalf")),
        _ => null,
    };

    private Command? OfRest(string name, Address from, JsonElement args) => name switch
    {
        "supplyCollateral" => new SupplyMorphoCollateral(
            from, Market(args), Wei(args, "assets"), Account(args, "onBehalf")),
        "withdrawCollateral" => new WithdrawMorphoCollateral(
            from, Market(args), Wei(args, "assets"), Account(args, "onBehalf"), Account(args, "receiver")),
        "liquidate" => new LiquidateMorphoPosition(
            from,
            Market(args),
            Account(args, "borrower"),
            Wei(args, "seizedAssets"),
            Wei(args, "repaidShares")),
        "accrueInterest" => new AccrueMorphoInterest(from, Market(args)),
        "setOraclePrice" => new PostFeedAnswer(from, Parameters(args).Oracle, Wei(args, "price")),
        "setFee" => new SetMorphoFee(from, Market(args), Wei(args, "fee")),
        "setAuthorization" => new SetMorphoAuthorization(
            from, Account(args, "authorized"), args.GetProperty("status").GetBoolean()),
        _ => null,
    };

    private MorphoMarketParameters Parameters(JsonElement args) =>
        _setting.Markets[args.GetProperty("market").GetInt32()];

    private Hash32 Market(JsonElement args) => Parameters(args).Id;

    private Address Account(JsonElement args, string name) => Labels[args.GetProperty(name).GetString()!];

    private static UInt256 Wei(JsonElement args, string name) =>
        UInt256.Parse(args.GetProperty(name).GetString()!);
}
