using System.Globalization;
using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Lending.Morpho;
using Garrison.Engine.Oracle;
using Garrison.Primitives;

namespace Garrison.Bench.Anvil;

/// <summary>Morpho Blue, with a rate model, tokens and oracles of ours.</summary>
internal sealed class RealMorpho(RecordedBench.Sequence sequence) : RealProtocol
{
    private const string Market = "(address,address,address,address,uint256)";
    private const int MarketWords = 5;

    private static readonly Address _admin = Account("admin");

    private readonly Dictionary<string, Address> _contract = new(StringComparer.Ordinal);
    private readonly List<Word[]> _market = [];
    private readonly Dictionary<int, Hash32> _recorded = [];

    private Address Morpho => _contract["morpho"];

    private JsonElement State => sequence.Header.GetProperty("state");

    public override void Deploy(AnvilNode node)
    {
        _contract.Clear();
        _market.Clear();
        _contract["morpho"] = node.Deploy(_admin, RealContracts.Code("Morpho") + Calldata.Words(_admin));
        _contract["irm"] = node.Deploy(_admin, RealContracts.Code("RateModel"));
        DeployTokens(node);
        Address fees = Account(sequence.Header.GetProperty("feeRecipient").GetString()!);
        Do(Calldata.Of("enableIrm(address)", _contract["irm"]));
        Do(Calldata.Of("enableIrm(address)", Address.Zero));
        Do(Calldata.Of("setFeeRecipient(address)", fees));
        foreach (JsonElement market in sequence.Header.GetProperty("markets").EnumerateArray())
        {
            Do(Calldata.Of("enableLltv(uint256)", UInt256.Parse(market.GetProperty("lltv").GetString()!)));
        }

        foreach (JsonElement market in sequence.Header.GetProperty("markets").EnumerateArray())
        {
            CreateMarket(node, market);
        }

        void Do(string data) => _ = node.Do(new(_admin, Morpho, data));
    }

    public override Transaction ToTransaction(Command command) => command switch
    {
        PostFeedAnswer post => new(
            _admin, _contract[sequence.Labels[post.Feed]], Calldata.Of("set(uint256)", post.Answer)),
        SetMorphoAuthorization set => Call(
            command, "setAuthorization(address,bool)", To(set.Authorized), set.NewIsAuthorized),
        AccrueMorphoInterest accrue => Call(command, $"accrueInterest({Market})", [.. Of(accrue.Market)]),
        SetMorphoFee set => Call(command, $"setFee({Market},uint256)", [.. Of(set.Market), set.NewFee]),
        LiquidateMorphoPosition liquidate => Call(
            command,
            $"liquidate({Market},address,uint256,uint256,bytes)",
            [.. Of(liquidate.Market), To(liquidate.Borrower), liquidate.SeizedAssets, liquidate.RepaidShares,
                .. NoBytes(4)]),
        _ => ToPayment(command),
    };

    public override IEnumerable<Check> Checks(World world)
    {
        foreach ((int index, Hash32 recorded) in _recorded)
        {
            byte[] words = Convert.FromHexString(Calldata.Words(_market[index]));
            UInt256 id = UInt256.Parse(Keccak.Hash(words).ToString());
            MorphoMarket market = world.Morpho.Market(recorded);
            yield return new Check(
                Morpho,
                Calldata.Of("market(bytes32)", id),
                (0, market.Supply.Assets),
                (1, market.Supply.Shares),
                (2, market.Borrow.Assets),
                (3, market.Borrow.Shares),
                (4, market.LastUpdate),
                (5, market.Fee));
            yield return new Check(
                _contract["irm"], Calldata.Of("rateAtTarget(bytes32)", id), (0, market.RateAtTarget));
        }
    }

    private Transaction ToPayment(Command command) => command switch
    {
        SupplyToMorpho supply => Call(
            command,
            $"supply({Market},uint256,uint256,address,bytes)",
            [.. Of(supply.Market), supply.Assets, supply.Shares, To(supply.OnBehalf), .. NoBytes(4)]),
        RepayToMorpho repay => Call(
            command,
            $"repay({Market},uint256,uint256,address,bytes)",
            [.. Of(repay.Market), repay.Assets, repay.Shares, To(repay.OnBehalf), .. NoBytes(4)]),
        WithdrawFromMorpho withdraw => Call(
            command,
            $"withdraw({Market},uint256,uint256,address,address)",
            [.. Of(withdraw.Market), withdraw.Assets, withdraw.Shares, To(withdraw.OnBehalf),
                To(withdraw.Receiver)]),
        BorrowFromMorpho borrow => Call(
            command,
            $"borrow({Market},uint256,uint256,address,address)",
            [.. Of(borrow.Market), borrow.Assets, borrow.Shares, To(borrow.OnBehalf), To(borrow.Receiver)]),
        SupplyMorphoCollateral supply => Call(
            command,
            $"supplyCollateral({Market},uint256,address,bytes)",
            [.. Of(supply.Market), supply.Assets, To(supply.OnBehalf), .. NoBytes(3)]),
        WithdrawMorphoCollateral withdraw => Call(
            command,
            $"withdrawCollateral({Market},uint256,address,address)",
            [.. Of(withdraw.Market), withdraw.Assets, To(withdraw.OnBehalf), To(withdraw.Receiver)]),
        _ => throw Unknown(command),
    };

    private void DeployTokens(AnvilNode node)
    {
        foreach (JsonProperty balance in State.EnumerateObject()
            .Where(static one => one.Name.StartsWith("bal.", StringComparison.Ordinal)))
        {
            string[] parts = balance.Name.Split('.');
            string token = $"T{parts[2]}";
            if (!_contract.TryGetValue(token, out Address contract))
            {
                contract = _contract[token] = node.Deploy(_admin, RealContracts.Code("Token"));
            }

            UInt256 amount = UInt256.Parse(balance.Value.GetString()!);
            _ = node.Do(new(
                _admin, contract, Calldata.Of("mint(address,uint256)", Account(parts[1]), amount)));
        }
    }

    private void CreateMarket(AnvilNode node, JsonElement market)
    {
        int index = market.GetProperty("index").GetInt32();
        Address feed = _contract[$"oracle{index}"] = node.Deploy(_admin, RealContracts.Code("Feed"));
        UInt256 price = UInt256.Parse(State.GetProperty($"market.{index}.oraclePrice").GetString()!);
        _ = node.Do(new(_admin, feed, Calldata.Of("set(uint256)", price)));
        _market.Add([
            _contract[$"T{market.GetProperty("loanToken").GetInt32()}"],
            _contract[$"T{market.GetProperty("collateralToken").GetInt32()}"],
            feed,
            market.GetProperty("irm").GetString() == "zero" ? Address.Zero : _contract["irm"],
            UInt256.Parse(market.GetProperty("lltv").GetString()!),
        ]);
        _ = node.Do(
            new(_admin, Morpho, Calldata.Of($"createMarket({Market})", _market[index])),
            ulong.Parse(
                State.GetProperty($"market.{index}.lastUpdate").GetString()!, CultureInfo.InvariantCulture));
    }

    private Transaction Call(Command command, string signature, params ReadOnlySpan<Word> words) =>
        new(To(command.Sender), Morpho, Calldata.Of(signature, words));

    private Address To(Address recorded) => Account(sequence.Labels[recorded]);

    private Word[] Of(Hash32 recorded)
    {
        int index = int.Parse(sequence.Labels.Name(recorded.ToString()), CultureInfo.InvariantCulture);
        _recorded[index] = recorded;
        return _market[index];
    }

    // Bytes that are none: where their length stands, after the market and some words, and 0.
    private static Word[] NoBytes(int wordsBefore) => [(MarketWords + wordsBefore) * Word.Size, 0];
}
