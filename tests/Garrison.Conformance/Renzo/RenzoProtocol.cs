using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Engine.LiquidRestaking.Renzo;
using Garrison.Primitives;

namespace Garrison.Conformance.Renzo;

/// <summary>Plays recordings of Renzo.</summary>
/// <remarks>
/// What stood in for the delegators and for EigenLayer there, a number for each delegator and asset, is a
/// posted backing here.
/// </remarks>
internal sealed class RenzoProtocol : Protocol
{
    private readonly RenzoSetting _setting;
    private readonly RenzoState _state;
    private Address _from;

    public RenzoProtocol(JsonElement header)
    {
        _setting = new RenzoSetting(header, Labels);
        _state = new RenzoState(World, Labels, _setting);
        foreach (Command command in _setting.Begin())
        {
            Build(command);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadState() => _state.Read();

    /// <summary>The feeds answer as of now; and what delegators and Lido send, they get first.</summary>
    public override IEnumerable<Command> Preparation(JsonElement operation)
    {
        string name = operation.GetProperty("op").GetString()!;
        RenzoArguments args = new(operation.GetProperty("args"), Labels);
        if (name == "setPrice")
        {
            _setting.Prices[args.Text("asset")] = (Int256.Parse(args.Text("price")), args.Flag("stale"));
        }

        foreach (Command answer in _setting.Answers(World.Clock.Seconds))
        {
            yield return answer;
        }

        if (args.AreOfOutsider) yield break;

        switch (name)
        {
            case "mockFullWithdrawalETH":
                yield return new Mint(default, Ledger.Ether, args.Delegator, args.Wei("amount"));
                break;
            case "mockCompletedTokenWithdrawal":
                yield return new Mint(default, args.Asset, args.Delegator, args.Wei("amount"));
                break;
            case "completeStETHRebalance":
                yield return new Mint(default, Ledger.Ether, Labels["stEthQueueMock"], Rebalanced(args));
                break;
        }
    }

    /// <inheritdoc/>
    public override Command ToCommand(JsonElement operation)
    {
        string name = operation.GetProperty("op").GetString()!;
        _from = Labels[operation.GetProperty("from").GetString()!];
        RenzoArguments args = new(operation.GetProperty("args"), Labels);
        return (args.AreOfOutsider
                ? OfOutsider(name, args)
                : OfUser(name, args) ?? OfAdmin(name, args) ?? OfQueueAdmin(name, args))
            ?? OfStandIn(name, args)
            ?? throw new RecordingException($"the operation {name} is not known");
    }

    // Validators cost ether that the queue does not have: a call without it fails and says nothing.
    /// <inheritdoc/>
    public override string ReadError(JsonElement error) =>
        base.ReadError(error) is var text && text == Refusal.EmptyRevert.Name ? "InsufficientBalance" : text;

    private Command? OfUser(string name, RenzoArguments args) => name switch
    {
        "deposit" => new DepositToRenzo(_from, args.Asset, args.Wei("amount"), UInt256.Zero),
        "depositETH" => new DepositEtherToRenzo(_from, args.Wei("amount"), UInt256.Zero),
        "withdraw" => new RequestRenzoWithdrawal(_from, args.Asset, args.Wei("ezETH")),
        "claim" => new ClaimRenzoWithdrawal(_from, args.Account("user"), args.Wei("index")),
        "instantWithdraw" => new WithdrawInstantlyFromRenzo(
            _from, args.Asset, args.Wei("ezETH"), args.Wei("minOut")),
        "sendRewardsToDepositQueue" => new SendRenzoRewards(_from, args.Wei("amount")),
        "fillERC20withdrawBuffer(no allowance)" => new FillRenzoTokenBuffer(
            _from, args.Asset, args.Wei("amount")),
        "donate" => new Transfer(_from, args.Asset, args.Account("to"), args.Wei("amount")),
        "donateETH" => DonateEther(args.Account("to"), args.Wei("amount")),
        "transferEzETH" => new Transfer(_from, Labels["ezETH"], args.Account("to"), args.Wei("amount")),
        _ => null,
    };

    private Command DonateEther(Address to, UInt256 amount) =>
        to == Labels["withdrawQueue"] ? new GiveEtherToRenzoQueue(_from, amount)
        : to == Labels["depositQueue"] ? new SendRenzoRewards(_from, amount)
        : new Transfer(_from, Ledger.Ether, to, amount);

    private Command? OfAdmin(string name, RenzoArguments args) => name switch
    {
        "stakeEthFromQueue" => new StakeRenzoEther(_from, args.Delegator, "0x"),
        "sweepERC20" => new SweepRenzoToken(_from, args.Asset),
        "setTokenTvlLimit" => new SetRenzoValueLimit(_from, args.Asset, args.Wei("limit")),
        "setFeeConfig" => new SetRenzoRewardsFee(_from, Labels["feeDest"], args.Wei("bps")),
        "setOperatorDelegatorAllocation" => new SetRenzoAllocation(_from, args.Delegator, args.Wei("bps")),
        "setAllowedBufferDrawdownBps" => new SetRenzoDrawdown(_from, args.Wei("bps")),
        "setFeeInfo" => new SetRenzoInstantFee(_from, Labels["iwFee"], args.Wei("min"), args.Wei("max")),
        "setPaused" => new SetRenzoPaused(_from, args.Flag("paused")),
        _ => null,
    };

    private Command? OfQueueAdmin(string name, RenzoArguments args) => name switch
    {
        "pauseWithdrawQueue" => new SetRenzoQueuePaused(_from, true),
        "unpauseWithdrawQueue" => new SetRenzoQueuePaused(_from, false),
        "updateCoolDownPeriod" => new SetRenzoCoolDown(_from, args.Wei("seconds")),
        "updateWithdrawBufferTarget" => new SetRenzoBufferTargets(
            _from, [new RenzoBufferTarget(args.Asset, args.Wei("target"))]),
        "setWhiteListed" => new SetRenzoWhitelisted(_from, [args.Account("user")], [args.Flag("value")]),
        "startStETHRebalance" => new StartRenzoRebalance(_from, args.Wei("amount")),
        "completeStETHRebalance" => new CompleteRenzoRebalance(_from, args.Wei("id"), Rebalanced(args)),
        _ => null,
    };

    private Command? OfStandIn(string name, RenzoArguments args) => name switch
    {
        "time" or "setPrice" => new AdvanceClock(_from, 0, 0),
        "riskOracle" => new PostRenzoRisk(_from, Risk(args.Text("type")), args.Wei("value")),
        "mockDelegatorDelta" => Move(args, args.Asset, Int256.Parse(args.Text("delta"))),
        "mockUndelegate" => new PostRenzoDelegation(_from, args.Delegator, default),
        "mockDelegate" => new PostRenzoDelegation(
            _from, args.Delegator, World.Renzo.Delegator(args.Delegator).Operator),
        "mockFullWithdrawalETH" => new Batch(_from,
        [
            Move(args, Ledger.Ether, -Int256.Parse(args.Text("amount"))),
            new ForwardRenzoWithdrawal(args.Delegator, args.Wei("amount")),
        ]),
        "mockCompletedTokenWithdrawal" => new Batch(_from,
        [
            Move(args, args.Asset, -Int256.Parse(args.Text("amount"))),
            new Approve(args.Delegator, args.Asset, Labels["depositQueue"], args.Wei("amount")),
            new FillRenzoTokenBuffer(args.Delegator, args.Asset, args.Wei("amount")),
        ]),
        _ => null,
    };

    // Lists stay empty: the role is asked for before anything that is in them.
    private Command? OfOutsider(string name, RenzoArguments args) => name switch
    {
        "setPaused" => new SetRenzoPaused(_from, args.Text(0) == "true"),
        "pause" or "pauseWithdrawQueue" => new SetRenzoQueuePaused(_from, true),
        "unpause" or "unpauseWithdrawQueue" => new SetRenzoQueuePaused(_from, false),
        "updateWithdrawBufferTarget" => new SetRenzoBufferTargets(_from, []),
        "setWhiteListed" => new SetRenzoWhitelisted(_from, [], []),
        "stakeEthFromQueue" => new StakeRenzoEther(_from, Labels[args.Text(0)], "0x"),
        "setFeeInfo" => new SetRenzoInstantFee(_from, Labels[args.Text(0)], args.Wei(1), args.Wei(2)),
        "setAllowedBufferDrawdownBps" => new SetRenzoDrawdown(_from, args.Wei(0)),
        "startStETHRebalance" => new StartRenzoRebalance(_from, args.Wei(0)),
        "completeStETHRebalance" => new CompleteRenzoRebalance(_from, args.Wei(0), UInt256.Zero),
        "fillEthWithdrawBuffer" => new FillRenzoEtherBuffer(_from, UInt256.Zero),
        "mint" => new MintRenzoToken(_from, Labels[args.Text(0)], args.Wei(1)),
        "burn" => new BurnRenzoToken(_from, Labels[args.Text(0)], args.Wei(1)),
        "updateCoolDownPeriod" => new SetRenzoCoolDown(_from, args.Wei(0)),
        "setTokenTvlLimit" => new SetRenzoValueLimit(_from, Labels[args.Text(0)], args.Wei(1)),
        "setFeeConfig" => new SetRenzoRewardsFee(_from, Labels[args.Text(0)], args.Wei(1)),
        "setOperatorDelegatorAllocation" => new SetRenzoAllocation(_from, Labels[args.Text(0)], args.Wei(1)),
        "sweepERC20" => new SweepRenzoToken(_from, Labels[args.Text(0)]),
        _ => null,
    };

    private UInt256 Rebalanced(RenzoArguments args) => World.Renzo.Rebalance(args.Wei("id"));

    private PostBacking Move(RenzoArguments args, Address asset, Int256 delta) => new(
        _from, args.Delegator, asset, World.Backings.Amount(args.Delegator, asset) + delta);

    private static RenzoRisk Risk(string type) => type switch
    {
        "DEPOSIT_PAUSED" => RenzoRisk.DepositPaused,
        "WITHDRAW_REQUEST_PAUSED" => RenzoRisk.WithdrawRequestPaused,
        "CLAIM_PAUSED" => RenzoRisk.ClaimPaused,
        "INSTANT_WITHDRAW_PAUSED" => RenzoRisk.InstantWithdrawPaused,
        "WITHDRAW_COOLDOWN_PERIOD" => RenzoRisk.WithdrawCooldownPeriod,
        _ => throw new RecordingException($"the risk {type} is not known"),
    };
}
