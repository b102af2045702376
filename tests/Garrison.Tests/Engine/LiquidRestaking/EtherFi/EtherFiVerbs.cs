using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Engine.LiquidRestaking.EtherFi;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking.EtherFi;

/// <summary>The commands and the views of an <see cref="EtherFiScript"/>, each in the words of its
/// line.</summary>
internal sealed class EtherFiVerbs(World world)
{
    private EtherFiReport? _report;

    private EtherFiCore EtherFi => world.EtherFi;

    public Command Command(string[] words) =>
        Holders(words) ?? Queue(words) ?? Outside(words) ?? Reports(words) ?? Members(words) ?? Guards(words)
            ?? Access(words) ?? Redemptions(words) ?? Calls(words)
            ?? throw new InvalidOperationException($"no verb '{string.Join(' ', words)}'");

    private static Command? Holders(string[] words) => words switch
    {
        ["deposit", var who, var amount] => new DepositToEtherFi(Of(who), Number(amount)),
        ["credit", var who, var to, var amount] => new DepositToEtherFiRecipient(
            Of(who), Of(to), Number(amount)),
        ["approve", var who, var to, var amount] => new ApproveEEth(Of(who), Of(to), Number(amount)),
        ["approveWe", var who, var to, var amount] => new Approve(
            Of(who), Of("weeth"), Of(to), Number(amount)),
        ["send", var who, var to, var amount] => new TransferEEth(Of(who), Of(to), Number(amount)),
        ["take", var who, var from, var to, var amount] => new TransferEEthFrom(
            Of(who), Of(from), Of(to), Number(amount)),
        ["sendWe", var who, var to, var amount] => new TransferWeEth(Of(who), Of(to), Number(amount)),
        ["wrap", var who, var amount] => new WrapEEth(Of(who), Number(amount)),
        ["unwrap", var who, var amount] => new UnwrapWeEth(Of(who), Number(amount)),
        ["redeem", var who, var amount, var to, var token] => new RedeemEEth(
            Of(who), Number(amount), Of(to), Of(token)),
        ["redeemWe", var who, var amount, var to, var token] => new RedeemWeEth(
            Of(who), Number(amount), Of(to), Of(token)),
        ["mint", var token, var who, var amount] => new Mint(default, Of(token), Of(who), Number(amount)),
        ["move", var token, var who, var to, var amount] => new Transfer(
            Of(who), Of(token), Of(to), Number(amount)),
        ["refuse", var who] => new RefuseEther(Of(who), true),
        ["accept", var who] => new RefuseEther(Of(who), false),
        _ => null,
    };

    private static Command? Queue(string[] words) => words switch
    {
        ["request", var who, var amount] => new RequestEtherFiWithdrawal(Of(who), Of(who), Number(amount)),
        ["request", var who, var amount, var to] => new RequestEtherFiWithdrawal(
            Of(who), Of(to), Number(amount)),
        ["claim", var who, .. var ids] => new ClaimEtherFiWithdrawals(
            Of(who), [.. ids.Select(uint.Parse)]),
        ["give", var who, var from, var to, var id] => new TransferEtherFiRequest(
            Of(who), Of(from), Of(to), uint.Parse(id)),
        ["invalidate", var who, var id] => new InvalidateEtherFiRequest(Of(who), uint.Parse(id)),
        ["validate", var who, var id] => new ValidateEtherFiRequest(Of(who), uint.Parse(id)),
        ["seize", var who, var id, var to] => new SeizeEtherFiRequest(Of(who), uint.Parse(id), Of(to)),
        ["stale", var who] => new FinalizeEtherFiWhenStale(Of(who)),
        _ => null,
    };

    private static Command? Outside(string[] words) => words switch
    {
        ["pass", var blocks] => new AdvanceClock(default, ulong.Parse(blocks), 12 * ulong.Parse(blocks)),
        ["wait"] => new AdvanceClock(default, 10, 120),
        ["create", var who, var count] => new CreateEtherFiValidators(Of(who), uint.Parse(count)),
        ["fund", var who, var count, var size] => new ConfirmEtherFiValidators(
            Of(who), uint.Parse(count), Number(size)),
        ["back", var who, var amount] => new SendToEtherFiPool(Of(who), Number(amount)),
        ["holding", var holder, var asset] => new AddEtherFiHolding(default, Of(holder), Of(asset)),
        ["restakes", var holder, var asset, var strategy] => new SetBacking(
            default, Of(holder), Of(asset), BackingKind.EigenLayer, Of(strategy)),
        ["post", var holder, var asset, var amount] => new PostBacking(
            default, Of(holder), Of(asset), Signed(amount)),
        _ => null,
    };

    private Command? Reports(string[] words) => words switch
    {
        ["vote", var who, var rewards, var fees, var last, var amount, .. var fields] =>
            new SubmitEtherFiReport(Of(who), Draft(rewards, fees, last, amount, fields)),
        ["again", var who] => new SubmitEtherFiReport(Of(who), _report!),
        ["execute", var who] => new ExecuteEtherFiReport(Of(who), _report!),
        ["unpublish", var who, .. var members] => new UnpublishEtherFiReport(
            Of(who), _report!, [.. members.Select(Of)]),
        _ => null,
    };

    private static Command? Members(string[] words) => words switch
    {
        ["addMember", var who, var member, var quorum] => new AddEtherFiMember(
            Of(who), Of(member), uint.Parse(quorum)),
        ["removeMember", var who, var member, var quorum] => new RemoveEtherFiMember(
            Of(who), Of(member), uint.Parse(quorum)),
        ["enable", var who, var member, var on, var quorum] => new EnableEtherFiMember(
            Of(who), Of(member), on == "on", uint.Parse(quorum)),
        ["quorum", var who, var quorum] => new SetEtherFiQuorum(Of(who), uint.Parse(quorum)),
        ["period", var who, var slots] => new SetEtherFiReportPeriod(Of(who), uint.Parse(slots)),
        _ => null,
    };

    private static Command? Guards(string[] words) => words switch
    {
        ["apr", var who, var bps] => new SetEtherFiRebaseApr(Of(who), int.Parse(bps)),
        ["fall", var who, var bps] => new SetEtherFiMaxNegativeRebase(Of(who), Number(bps)),
        ["perDay", var who, var amount] => new SetEtherFiMaxFinalizedPerDay(Of(who), Number(amount)),
        ["validators", var who, var count] => new SetEtherFiMaxValidatorsPerDay(Of(who), ulong.Parse(count)),
        ["waits", var who, var slots] => new SetEtherFiPostReportWait(Of(who), ushort.Parse(slots)),
        ["least", var who, var amount] => new SetEtherFiMinWithdraw(Of(who), Number(amount)),
        ["most", var who, var amount] => new SetEtherFiMaxWithdraw(Of(who), Number(amount)),
        ["feeTo", var who, var to] => new SetEtherFiFeeRecipient(Of(who), Of(to)),
        ["limiter", var who, var name, var capacity, var rate] => new CreateEtherFiLimiter(
            Of(who), Bucket(name), Number(capacity).ToUInt64(), Number(rate).ToUInt64()),
        ["capacity", var who, var name, var gwei] => new SetEtherFiLimiterCapacity(
            Of(who), Bucket(name), Number(gwei).ToUInt64()),
        ["refill", var who, var name, var gwei] => new SetEtherFiLimiterRefillRate(
            Of(who), Bucket(name), Number(gwei).ToUInt64()),
        ["remaining", var who, var name, var gwei] => new SetEtherFiLimiterRemaining(
            Of(who), Bucket(name), Number(gwei).ToUInt64()),
        _ => null,
    };

    private static Command? Access(string[] words) => words switch
    {
        ["deploy", "badApr"] => EtherFiScript.Deployment(EtherFiScript.Limits with { MaxRebaseAprBps = 0 }),
        ["deploy", "badWindow"] => EtherFiScript.Deployment(
            EtherFiScript.Limits with { StaleReportBlocks = 0 }),
        ["deploy", "badAmount"] => EtherFiScript.Deployment(
            EtherFiScript.Limits with { MaxFinalizedPerDay = UInt256.Zero }),
        ["deploy", "badCount"] => EtherFiScript.Deployment(
            EtherFiScript.Limits with { MaxRequestsPerReport = 0 }),
        ["deploy"] => EtherFiScript.Deployment(EtherFiScript.Limits),
        ["role", var who, var role, var account, var on] => new SetEtherFiRole(
            Of(who), Enum.Parse<EtherFiRole>(role), Of(account), on == "on"),
        ["pause", var who, var contract] => new PauseEtherFi(Of(who), Of(contract)),
        ["unpause", var who, var contract] => new UnpauseEtherFi(Of(who), Of(contract)),
        ["pauseUntil", var who, var contract] => new PauseEtherFiUntil(Of(who), Of(contract)),
        ["unpauseUntil", var who, var contract] => new UnpauseEtherFiUntil(Of(who), Of(contract)),
        ["pauseFor", var who, var contract, var seconds] => new SetEtherFiPauseDuration(
            Of(who), Of(contract), ulong.Parse(seconds)),
        ["bar", var who, var user] => new BlacklistFromEtherFi(Of(who), Of(user)),
        ["barFor", var who, var user, var seconds] => new BlacklistFromEtherFiFor(
            Of(who), Of(user), Number(seconds)),
        ["barForGood", var who, var user] => new BlacklistFromEtherFiForGood(Of(who), Of(user)),
        ["unbar", var who, var user] => new UnblacklistFromEtherFi(Of(who), Of(user)),
        _ => null,
    };

    private Command? Redemptions(string[] words) => words switch
    {
        ["price", var price] => new PostEtherFiStEthPrice(default, Signed(price), world.Clock.Seconds),
        ["terms", var who, var token, var split, var fee, var kept, var capacity, var rate] =>
            new SetEtherFiRedemption(
                Of(who),
                Of(token),
                ushort.Parse(split),
                ushort.Parse(fee),
                ushort.Parse(kept),
                Number(capacity),
                Number(rate)),
        ["exitFee", var who, var token, var bps] => new SetEtherFiExitFee(
            Of(who), ushort.Parse(bps), Of(token)),
        ["split", var who, var token, var bps] => new SetEtherFiExitFeeSplit(
            Of(who), ushort.Parse(bps), Of(token)),
        ["watermark", var who, var token, var bps] => new SetEtherFiLowWatermark(
            Of(who), ushort.Parse(bps), Of(token)),
        ["exitCapacity", var who, var token, var amount] => new SetEtherFiRedemptionCapacity(
            Of(who), Number(amount), Of(token)),
        ["exitRefill", var who, var token, var amount] => new SetEtherFiRedemptionRefill(
            Of(who), Number(amount), Of(token)),
        ["sweep", var who, var token, var to] => new SweepEtherFiDust(Of(who), Of(token), Of(to)),
        _ => null,
    };

    private static Command? Calls(string[] words) => words switch
    {
        ["withdraw", var who, var to, var amount] => new WithdrawFromEtherFiPool(
            Of(who), Of(to), Number(amount)),
        ["burn", var who, var shares] => new BurnEtherFiShares(Of(who), Number(shares)),
        ["lock", var who, var amount] => new LockEtherFiEther(Of(who), Number(amount)),
        ["rebase", var who, var rewards, var fees] => new RebaseEtherFi(
            Of(who), Signed(rewards), Number(fees)),
        ["finalize", var who, var id] => new FinalizeEtherFiRequests(Of(who), Number(id)),
        _ => null,
    };

    public string Read(string[] words) => (
        OfHolder(words) ?? OfPool(words) ?? OfQueue(words) ?? OfLimits(words)
            ?? throw new InvalidOperationException($"no view '{words[0]}'")).ToString()!;

    private object? OfHolder(string[] words) => words switch
    {
        ["shares", var who] => EtherFi.EEth.SharesOf(Of(who)),
        ["eeth", var who] => EtherFi.EEth.BalanceOf(Of(who)),
        ["weeth", var who] => EtherFi.WeEth.BalanceOf(Of(who)),
        ["tokens", var token, var who] => world.Ledger.Balance(Of(token), Of(who)),
        ["allowed", var who, var to] => EtherFi.EEth.Allowance(Of(who), Of(to)),
        ["barred", var who] => EtherFi.Access.BlacklistedUntil(Of(who)),
        _ => null,
    };

    private object? OfPool(string[] words) => words switch
    {
        ["in"] => EtherFi.Pool.Books.In,
        ["out"] => EtherFi.Pool.Books.Out,
        ["total"] => EtherFi.TotalAssets,
        ["allShares"] => EtherFi.EEth.TotalShares,
        ["weSupply"] => EtherFi.WeEth.Supply,
        ["rateUp"] => EtherFi.Pool.RateUp,
        ["rate"] => EtherFi.WeEthRate,
        ["rise"] => EtherFi.Pool.LargestRise,
        ["fallAtMost"] => EtherFi.Admin.LargestFall,
        ["outside"] => EtherFi.ValueOutside(),
        ["unreported"] => EtherFi.Unreported(),
        ["unreportedLoss"] => -EtherFi.Unreported(),
        _ => null,
    };

    private object? OfQueue(string[] words) => words switch
    {
        ["claimable", var id] => EtherFi.Withdrawals.Claimable(uint.Parse(id)),
        ["frozen", var id] => EtherFi.Withdrawals.FrozenRate(uint.Parse(id)),
        ["next"] => EtherFi.Withdrawals.Queue.Next,
        ["finalized"] => EtherFi.Withdrawals.Queue.LastFinalized,
        ["locked"] => EtherFi.Withdrawals.Queue.Locked,
        ["waiting"] => EtherFi.Queue().Waiting.Count,
        ["asked"] => EtherFi.Queue().Amount,
        ["available"] => EtherFi.Queue().Available,
        ["deficit"] => EtherFi.Queue().Deficit,
        _ => null,
    };

    private object? OfLimits(string[] words) => words switch
    {
        ["redeemable", var token] => EtherFi.Redemptions.Redeemable(Of(token)),
        ["consumable", var name] => EtherFi.Limiter.Consumable(Bucket(name)),
        ["nextTo"] => EtherFi.Oracle.NextSlotTo,
        ["published"] => EtherFi.Oracle.Committee.LastPublishedSlot,
        ["handled"] => EtherFi.Admin.Handled.LastSlot,
        ["members"] => EtherFi.Oracle.Committee.ActiveMembers,
        _ => null,
    };

    private EtherFiReport Draft(string rewards, string fees, string last, string amount, string[] fields)
    {
        EtherFiOracle oracle = EtherFi.Oracle;

        // Two who vote in different blocks mean one report.
        uint blockTo = Math.Max(oracle.NextBlockFrom, EtherFi.Admin.Handled.LastExecutionBlock + 1);
        _report = new EtherFiReport(
            1,
            oracle.NextSlotFrom,
            oracle.NextSlotTo,
            oracle.NextBlockFrom,
            blockTo,
            Signed(rewards),
            Number(fees),
            [],
            uint.Parse(last),
            Number(amount));
        foreach (string field in fields)
        {
            uint value = uint.Parse(field.Split('=')[1]);
            _report = field.Split('=')[0] switch
            {
                "version" => _report with { ConsensusVersion = value },
                "from" => _report with { RefSlotFrom = value },
                "to" => _report with { RefSlotTo = value },
                "blockFrom" => _report with { RefBlockFrom = value },
                "blockTo" => _report with { RefBlockTo = value },
                "approve" => _report with
                {
                    ValidatorsToApprove = [.. Enumerable.Range(0, (int)value).Select(static id => (ulong)id)],
                },
                _ => throw new InvalidOperationException($"no field '{field}'"),
            };
        }

        return _report;
    }

    private static Int256 Signed(string text) =>
        text[0] == 'm' ? -Int256.FromUInt256(Number(text[1..])) : Int256.FromUInt256(Number(text));

    private static Hash32 Bucket(string name) => name switch
    {
        "mint" => EtherFiLimiter.Mint,
        "burn" => EtherFiLimiter.Burn,
        _ => Keccak.HashText(name),
    };
}
