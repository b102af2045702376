using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Engine.LiquidRestaking.Kelp;
using Garrison.Primitives;

namespace Garrison.Conformance.Kelp;

/// <summary>Plays recordings of Kelp.</summary>
/// <remarks>
/// What stood in for EigenLayer there, a number for each delegator and asset, is a posted backing here; the
/// feeds, and the rate of a strategy, are posted prices.
/// </remarks>
internal sealed class KelpProtocol : Protocol
{
    private readonly KelpSetting _setting;
    private readonly KelpState _state;
    private Address _from;

    public KelpProtocol(JsonElement header)
    {
        _setting = new KelpSetting(header, Labels);
        _state = new KelpState(World, Labels, _setting);
        foreach (Command command in _setting.Begin())
        {
            Build(command);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadState() => _state.Read();

    /// <summary>What comes back from EigenLayer is minted for the delegator one block before.</summary>
    public override IEnumerable<Command> Preparation(JsonElement operation)
    {
        if (operation.GetProperty("op").GetString() != "mockCompleteUnstaking") yield break;

        KelpArguments args = new(operation.GetProperty("args"), Labels);
        yield return new Mint(default, args.Asset, args.Delegator, args.Wei("amount"));
    }

    /// <inheritdoc/>
    public override Command ToCommand(JsonElement operation)
    {
        string name = operation.GetProperty("op").GetString()!;
        _from = Labels[operation.GetProperty("from").GetString()!];
        JsonElement given = operation.GetProperty("args");
        KelpArguments args = new(given, Labels);
        return (given.TryGetProperty("unauthorised", out _)
                ? KelpOutsiders.ToCommand(name, _from, args, Labels)
                : OfUser(name, args) ?? OfOperator(name, args) ?? OfSetting(name, args))
            ?? OfStandIn(name, args)
            ?? throw new RecordingException($"the operation {name} is not known");
    }

    // The recorded text has the account's own address, which no label tells. A call that sends ether which
    // its contract does not have fails and says nothing.
    /// <inheritdoc/>
    public override string ReadError(JsonElement error)
    {
        const string Start = "AccessControl: account ";
        string text = base.ReadError(error);
        if (text == Refusal.EmptyRevert.Name) return "InsufficientBalance";

        return text.StartsWith(Start, StringComparison.Ordinal)
            ? $"{Start}{_from.ToLowerHex()}{text[(Start.Length + 42)..]}"
            : text;
    }

    private Command? OfUser(string name, KelpArguments args) => name switch
    {
        "depositETH" => new DepositEtherToKelp(_from, args.Wei("amount"), args.Wei("min"), "r"),
        "depositAsset" => new DepositToKelp(_from, args.Asset, args.Wei("amount"), args.Wei("min"), "r"),
        "updateRSETHPrice" => new UpdateKelpPrice(_from),
        "initiateWithdrawal" => new RequestKelpWithdrawal(_from, args.Asset, args.Wei("rsETH"), "r"),
        "completeWithdrawal" => new CompleteKelpWithdrawal(_from, args.Asset, "r"),
        "transferRsETH" => new Transfer(_from, Labels["rsETH"], args.Account("to"), args.Wei("amount")),
        "donate" when args.Asset == Ledger.Ether && args.Account("to") == Labels["unstakingVault"] =>
            new GiveEtherToKelpVault(_from, args.Wei("amount")),
        "donate" => new Transfer(_from, args.Asset, args.Account("to"), args.Wei("amount")),
        _ => null,
    };

    private Command? OfOperator(string name, KelpArguments args) => name switch
    {
        "transferAssetToNodeDelegator" => new SendKelpAssetToDelegator(
            _from, Labels["depositPool"], args.Wei("ndc"), args.Asset, args.Wei("amount")),
        "transferETHToNodeDelegator" => new SendKelpEtherToDelegator(
            _from, Labels["depositPool"], args.Wei("ndc"), args.Wei("amount")),
        "transferAssetToLRTUnstakingVault" => new SendKelpAssetToVault(_from, args.Asset, args.Wei("amount")),
        "transferETHToLRTUnstakingVault" => new SendKelpEtherToVault(_from, args.Wei("amount")),
        "unlockQueue" => new UnlockKelpQueue(
            _from,
            args.Asset,
            args.Wei("firstExcludedIndex"),
            new KelpPriceBounds(
                args.Wei("minAssetPrice"),
                args.Wei("minRsEthPrice"),
                args.Wei("maxAssetPrice"),
                args.Wei("maxRsEthPrice"))),
        "swapETHForAssetWithinDepositPool" => new SwapEtherForKelpAsset(
            _from, args.Asset, args.Wei("eth"), args.Wei("min")),
        _ => null,
    };

    private Command? OfSetting(string name, KelpArguments args) => name switch
    {
        "updateAssetDepositLimit" => new SetKelpDepositLimit(_from, args.Asset, args.Wei("limit")),
        "setPricePercentageLimit" => new SetKelpPriceLimit(_from, args.Wei("limit")),
        "setProtocolFeeBps" => new SetKelpProtocolFee(_from, args.Wei("bps")),
        "setWithdrawalDelayBlocks" => new SetKelpWithdrawalDelay(_from, args.Wei("blocks")),
        "setMinRsEthAmountToWithdraw" => new SetKelpMinimumWithdrawal(_from, args.Asset, args.Wei("min")),
        "setMinAmountToDeposit" => new SetKelpMinimumDeposit(_from, args.Wei("min")),
        "pause" => new SetKelpPaused(_from, args.Account("contract"), true),
        "unpause" => new SetKelpPaused(_from, args.Account("contract"), false),
        "updatePriceOracleForValidated" => new SetKelpPriceOracle(
            _from, args.Asset, Labels["priceMock"], true),
        _ => null,
    };

    private Command? OfStandIn(string name, KelpArguments args) => name switch
    {
        "mine" => new AdvanceClock(_from, 0, 0),
        "setAssetPrice" => new PostAssetPrice(
            _from, Labels["priceMock"], args.Asset, args.Signed("price"), World.Clock.Seconds),
        "mockStrategyRate" => new PostAssetPrice(
            _from,
            World.Kelp.Asset(args.Asset).Strategy,
            args.Asset,
            args.Signed("rate"),
            World.Clock.Seconds),
        "mockStakedDelta" => Move(args, args.Signed("delta")),
        "mockStake" => new Batch(_from,
        [
            new Transfer(args.Delegator, args.Asset, Address.FromNumber(0xDEAD), args.Wei("amount")),
            Move(args, args.Signed("amount")),
        ]),
        "mockUnstake" => new Batch(_from,
        [
            Move(args, -args.Signed("shares")),
            new AddKelpSharesUnstaking(args.Delegator, args.Asset, args.Wei("shares")),
        ]),
        "mockCompleteUnstaking" => new Batch(_from,
        [
            new ReduceKelpSharesUnstaking(args.Delegator, args.Asset, args.Wei("shares")),
            new Transfer(args.Delegator, args.Asset, Labels["unstakingVault"], args.Wei("amount")),
        ]),
        "mockSetAccounted" => new SetKelpDelegatorAccounted(_from, args.Delegator, args.Flag("accounted")),
        "mockConverterValue" => new SetKelpConverterValue(_from, args.Wei("value")),
        _ => null,
    };

    private PostBacking Move(KelpArguments args, Int256 delta) => new(
        _from, args.Delegator, args.Asset, World.Backings.Amount(args.Delegator, args.Asset) + delta);
}
