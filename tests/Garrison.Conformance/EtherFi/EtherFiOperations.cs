using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.EtherFi;
using Garrison.Primitives;

namespace Garrison.Conformance.EtherFi;

/// <summary>The commands that the operations of a recording stand for.</summary>
internal sealed class EtherFiOperations(Labels labels)
{
    public Command? ToCommand(string name, Address from, JsonElement args) =>
        OfHolder(name, from, args)
            ?? OfQueue(name, from, args)
            ?? OfOracle(name, from, args)
            ?? OfPool(name, from, args)
            ?? OfAccess(name, from, args)
            ?? OfLimits(name, from, args)
            ?? OfStranger(name, from);

    private Command? OfHolder(string name, Address from, JsonElement args) => name switch
    {
        "deposit" => new DepositToEtherFi(from, Wei(args, "value")),
        "depositToRecipient" => new DepositToEtherFiRecipient(
            from, Account(args, "recipient"), Wei(args, "amount")),
        "wrap" => new WrapEEth(from, Wei(args, "amount")),
        "unwrap" => new UnwrapWeEth(from, Wei(args, "amount")),
        "eethTransfer" => new TransferEEth(from, Account(args, "to"), Wei(args, "amount")),
        "weethTransfer" => new TransferWeEth(from, Account(args, "to"), Wei(args, "amount")),
        "redeemEEth" => new RedeemEEth(
            from, Wei(args, "amount"), Account(args, "receiver"), Account(args, "token")),
        "redeemWeEth" => new RedeemWeEth(
            from, Wei(args, "amount"), Account(args, "receiver"), Account(args, "token")),
        _ => null,
    };

    private Command? OfQueue(string name, Address from, JsonElement args) => name switch
    {
        "requestWithdraw" => new RequestEtherFiWithdrawal(
            from, Account(args, "recipient"), Wei(args, "amount")),
        "claimWithdraw" => new ClaimEtherFiWithdrawals(from, [Id(args, "id")]),
        "batchClaimWithdraw" => new ClaimEtherFiWithdrawals(from, Ids(args)),
        "nftTransfer" => new TransferEtherFiRequest(
            from, Account(args, "owner"), Account(args, "to"), Id(args, "id")),
        "invalidateRequest" => new InvalidateEtherFiRequest(from, Id(args, "id")),
        "validateRequest" => new ValidateEtherFiRequest(from, Id(args, "id")),
        "seizeInvalidRequest" => new SeizeEtherFiRequest(from, Id(args, "id"), Account(args, "recipient")),
        _ => null,
    };

    private Command? OfOracle(string name, Address from, JsonElement args) => name switch
    {
        "submitReport" => new SubmitEtherFiReport(from, Report(args)),
        "executeTasks" => new ExecuteEtherFiReport(from, Report(args)),
        "unpublishReport" => new UnpublishEtherFiReport(from, Report(args), Members(args)),
        "finalizeWithdrawalsWhenStale" => new FinalizeEtherFiWhenStale(from),
        "updateAcceptableRebaseApr" => new SetEtherFiRebaseApr(
            from, int.Parse(args.GetProperty("bps").GetString()!)),
        "setMaxNegativeRebaseBps" => new SetEtherFiMaxNegativeRebase(from, Wei(args, "bps")),
        "updateMaxFinalizedWithdrawalAmountPerDay" => new SetEtherFiMaxFinalizedPerDay(
            from, Wei(args, "amount")),
        _ => null,
    };

    private Command? OfPool(string name, Address from, JsonElement args) => name switch
    {
        "batchCreateBeaconValidators" => new CreateEtherFiValidators(from, Id(args, "count")),
        "confirmAndFundBeaconValidators" => new ConfirmEtherFiValidators(
            from, Id(args, "count"), Wei(args, "validatorSizeWei")),
        "sendEthToPool" => new SendToEtherFiPool(Account(args, "sender"), Wei(args, "amount")),
        "setMinWithdrawAmount" => new SetEtherFiMinWithdraw(from, Wei(args, "amount")),
        "setMaxWithdrawAmount" => new SetEtherFiMaxWithdraw(from, Wei(args, "amount")),
        "setStEthFeed" => new PostEtherFiStEthPrice(
            from,
            Int256.Parse(args.GetProperty("price").GetString()!),
            ulong.Parse(args.GetProperty("updatedAt").GetString()!)),
        "mintStEthToRestaker" => new Mint(
            from, labels["stETH"], labels["restaker"], Wei(args, "amount")),
        _ => null,
    };

    private Command? OfAccess(string name, Address from, JsonElement args) => name switch
    {
        "pause" => new PauseEtherFi(from, Account(args, "contract")),
        "unpause" => new UnpauseEtherFi(from, Account(args, "contract")),
        "pauseUntil" => new PauseEtherFiUntil(from, Account(args, "contract")),
        "unpauseUntil" => new UnpauseEtherFiUntil(from, Account(args, "contract")),
        "blacklistUserUntil" => new BlacklistFromEtherFi(from, Account(args, "user")),
        "setBlacklistUntil" => new BlacklistFromEtherFiFor(
            from, Account(args, "user"), Wei(args, "duration")),
        "unblacklistUser" => new UnblacklistFromEtherFi(from, Account(args, "user")),
        _ => null,
    };

    private Command? OfLimits(string name, Address from, JsonElement args) => name switch
    {
        "rateLimiter.setCapacity" => new SetEtherFiLimiterCapacity(from, Bucket(args), Value64(args)),
        "rateLimiter.setRefillRate" => new SetEtherFiLimiterRefillRate(from, Bucket(args), Value64(args)),
        "rateLimiter.setRemaining" => new SetEtherFiLimiterRemaining(from, Bucket(args), Value64(args)),
        "redemption.setExitFeeBasisPoints" => new SetEtherFiExitFee(
            from, (ushort)Value64(args), Account(args, "token")),
        "redemption.setExitFeeSplitToTreasuryInBps" => new SetEtherFiExitFeeSplit(
            from, (ushort)Value64(args), Account(args, "token")),
        "redemption.setLowWatermarkInBpsOfTvl" => new SetEtherFiLowWatermark(
            from, (ushort)Value64(args), Account(args, "token")),
        "redemption.setCapacity" => new SetEtherFiRedemptionCapacity(
            from, Wei(args, "value"), Account(args, "token")),
        "redemption.setRefillRatePerSecond" => new SetEtherFiRedemptionRefill(
            from, Wei(args, "value"), Account(args, "token")),
        "sweepDust" => new SweepEtherFiDust(from, Account(args, "token"), Account(args, "to")),
        _ => null,
    };

    // What only contracts may call is recorded of strangers, whose amounts do not count.
    private static Command? OfStranger(string name, Address from) => name switch
    {
        "finalizeRequests" => new FinalizeEtherFiRequests(from, UInt256.One),
        "rebase" => new RebaseEtherFi(from, Int256.One, UInt256.Zero),
        "addEthAmountLockedForWithdrawal" => new LockEtherFiEther(from, UInt256.One),
        "poolWithdraw" => new WithdrawFromEtherFiPool(from, from, UInt256.One),
        "burnEEthShares" => new BurnEtherFiShares(from, UInt256.One),
        _ => null,
    };

    private static EtherFiReport Report(JsonElement args)
    {
        JsonElement report = args.GetProperty("report");
        return new EtherFiReport(
            Id(report, "consensusVersion"),
            Id(report, "refSlotFrom"),
            Id(report, "refSlotTo"),
            Id(report, "refBlockFrom"),
            Id(report, "refBlockTo"),
            Int256.Parse(report.GetProperty("accruedRewards").GetString()!),
            Wei(report, "protocolFees"),
            [
                .. report.GetProperty("validatorsToApprove").EnumerateArray()
                    .Select(static validator => ulong.Parse(validator.GetString()!)),
            ],
            Id(report, "lastFinalizedWithdrawalRequestId"),
            Wei(report, "finalizedWithdrawalAmount"));
    }

    private IReadOnlyList<Address> Members(JsonElement args) =>
        [.. args.GetProperty("members").EnumerateArray().Select(member => labels[member.GetString()!])];

    private static IReadOnlyList<uint> Ids(JsonElement args) =>
        [.. args.GetProperty("ids").EnumerateArray().Select(static id => uint.Parse(id.GetString()!))];

    private static uint Id(JsonElement args, string name) =>
        uint.Parse(args.GetProperty(name).GetString()!);

    private static Hash32 Bucket(JsonElement args) =>
        Keccak.HashText(args.GetProperty("bucket").GetString()!);

    private static ulong Value64(JsonElement args) => ulong.Parse(args.GetProperty("value").GetString()!);

    private Address Account(JsonElement args, string name) => labels[args.GetProperty(name).GetString()!];

    private static UInt256 Wei(JsonElement args, string name) =>
        UInt256.Parse(args.GetProperty(name).GetString()!);
}
