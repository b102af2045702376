using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.Renzo;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking.Renzo;

/// <summary>The words of tables of Renzo.</summary>
/// <remarks>
/// Assets are tA, tB and ETHER, with buffers of 20, 20 and 20; d1 should have 60 % and d2 40 %. A request
/// has to be 100 seconds old; the instant withdrawer leaves half of a buffer, for 1 to 11 %. adm has every
/// role; tA stands for stETH.
/// </remarks>
internal static class RenzoVerbs
{
    private const string Cast = """
        deploy adm 100                        ok
        collateral adm tA                     ok
        collateral adm tB                     ok
        feed adm tA feed                      ok
        feed adm tB feed                      ok
        price tA 1e18                         ok
        price tB 1e18                         ok
        operatorOf d1 op posted               ok
        operatorOf d2 op posted               ok
        delegation d1 op                      ok
        delegation d2 op                      ok
        add adm d1 6000                       ok
        add adm d2 4000                       ok
        buffer adm tA 20e18                   ok
        buffer adm tB 20e18                   ok
        buffer adm ETHER 20e18                ok
        drawdown adm 5000                     ok
        instantFee adm ifee 100 1100          ok
        white adm rinstant on                 ok
        resume adm                            ok
        mint ETHER alice 1e24                 ok
        mint ETHER bob 1e24                   ok
        """;

    /// <summary>Plays lines where Renzo is.</summary>
    public static IssuerScript Play(string lines) =>
        new IssuerScript(Command, Read).Play($"{Cast}\n{lines}");

    /// <summary>Plays lines where nothing is.</summary>
    public static IssuerScript PlayBare(string lines) => new IssuerScript(Command, Read).Play(lines);

    public static Command? Command(string[] words) =>
        OfUser(words) ?? OfQueues(words) ?? OfDelegators(words) ?? OfSetting(words) ?? OfAdmin(words);

    private static Command? OfUser(string[] words) => words switch
    {
        ["give", var who, "ETHER", var amount] => new DepositEtherToRenzo(
            Of(who), Number(amount), UInt256.Zero),
        ["give", var who, var token, var amount] => new DepositToRenzo(
            Of(who), Of(token), Number(amount), UInt256.Zero),
        ["ask", var who, var asset, var amount] => new RequestRenzoWithdrawal(
            Of(who), Of(asset), Number(amount)),
        ["take", var who, var index] => new ClaimRenzoWithdrawal(Of("anyone"), Of(who), Number(index)),
        ["instant", var who, var asset, var amount, var least] => new WithdrawInstantlyFromRenzo(
            Of(who), Of(asset), Number(amount), Number(least)),
        _ => null,
    };

    private static Command? OfQueues(string[] words) => words switch
    {
        ["rewards", var who, var amount] => new SendRenzoRewards(Of(who), Number(amount)),
        ["exited", var who, var amount] => new ForwardRenzoWithdrawal(Of(who), Number(amount)),
        ["fill", var who, var token, var amount] => new FillRenzoTokenBuffer(
            Of(who), Of(token), Number(amount)),
        ["fillEther", var who, var amount] => new FillRenzoEtherBuffer(Of(who), Number(amount)),
        ["giftToQueue", var who, var amount] => new GiveEtherToRenzoQueue(Of(who), Number(amount)),
        ["let", var who, var token, var spender, var amount] => new Approve(
            Of(who), Of(token), Of(spender), Number(amount)),
        ["stake", var who, var delegator] => new StakeRenzoEther(Of(who), Of(delegator), "0x"),
        ["sweep", var who, var token] => new SweepRenzoToken(Of(who), Of(token)),
        ["toLido", var who, var amount] => new StartRenzoRebalance(Of(who), Number(amount)),
        ["fromLido", var who, var id, var ether] => new CompleteRenzoRebalance(
            Of(who), Number(id), Number(ether)),
        ["mintEz", var who, var to, var amount] => new MintRenzoToken(Of(who), Of(to), Number(amount)),
        ["burnEz", var who, var from, var amount] => new BurnRenzoToken(Of(who), Of(from), Number(amount)),
        _ => null,
    };

    private static Command? OfDelegators(string[] words) => words switch
    {
        ["operatorOf", var delegator, var to, var where] => new SetRenzoOperator(
            default, Of(delegator), Of(to), where == "eigenlayer"),
        ["delegation", var delegator, var to] => new PostRenzoDelegation(default, Of(delegator), Of(to)),
        ["add", var who, var delegator, var bps] => new AddRenzoDelegator(
            Of(who), Of(delegator), Number(bps)),
        ["allocation", var who, var delegator, var bps] => new SetRenzoAllocation(
            Of(who), Of(delegator), Number(bps)),
        ["unverified", var delegator, var ether] => new SetRenzoUnverified(
            default, Of(delegator), Number(ether)),
        _ => null,
    };

    private static Command? OfSetting(string[] words) => words switch
    {
        ["buffer", var who, var asset, var amount] => new SetRenzoBufferTargets(
            Of(who), [new RenzoBufferTarget(Of(asset), Number(amount))]),
        ["noBuffer", var who] => new SetRenzoBufferTargets(Of(who), []),
        ["coolDown", var who, var seconds] => new SetRenzoCoolDown(Of(who), Number(seconds)),
        ["white", var who, var account, var how] => new SetRenzoWhitelisted(
            Of(who), [Of(account)], [how == "on"]),
        ["whiteUneven", var who] => new SetRenzoWhitelisted(Of(who), [Of("alice")], []),
        ["halt", var who] => new SetRenzoQueuePaused(Of(who), true),
        ["resume", var who] => new SetRenzoQueuePaused(Of(who), false),
        ["haltDeposits", var who, var how] => new SetRenzoPaused(Of(who), how == "on"),
        ["risk", var kind, var value] => new PostRenzoRisk(
            default, Enum.Parse<RenzoRisk>(kind), Number(value)),
        _ => null,
    };

    private static Command? OfAdmin(string[] words) => words switch
    {
        ["deploy", var admin, var seconds] => new DeployRenzo(
            default,
            new RenzoContracts(
                Of("ez"), Of("rmanager"), Of("rdeposits"), Of("rqueue"), Of("rinstant"), Of("tA"), Of("lido"),
                Of("beyond")),
            Of(admin),
            Number(seconds)),
        ["grant", var who, var to, var roles] => new GrantRenzoRoles(
            Of(who), Of(to), Enum.Parse<RenzoRoles>(roles)),
        ["collateral", var who, var token] => new AddRenzoCollateral(Of(who), Of(token)),
        ["feed", var who, var token, var feed] => new SetRenzoFeed(Of(who), Of(token), Of(feed)),
        ["valueLimit", var who, var token, var limit] => new SetRenzoValueLimit(
            Of(who), Of(token), Number(limit)),
        ["rewardsFee", var who, var to, var bps] => new SetRenzoRewardsFee(Of(who), Of(to), Number(bps)),
        ["drawdown", var who, var bps] => new SetRenzoDrawdown(Of(who), Number(bps)),
        ["instantFee", var who, var to, var least, var most] => new SetRenzoInstantFee(
            Of(who), Of(to), Number(least), Number(most)),
        _ => null,
    };

    public static object? Read(World world, string[] words)
    {
        RenzoIssuer renzo = world.Renzo;
        return words switch
        {
            ["rate"] => renzo.Rate(out UInt256 rate) is null ? rate : "refused",
            ["value"] => renzo.Value(out RenzoValue value) is null ? value.Total : "refused",
            ["supply"] => renzo.Supply,
            ["spare", var asset] => renzo.Spare(Of(asset)),
            ["lacking", var asset] => renzo.Deficit(Of(asset)),
            ["queued", var asset] => renzo.Queue(Of(asset)).QueueDeficit,
            ["reserve", var asset] => renzo.Queue(Of(asset)).Reserve,
            ["collateralOf", var asset] => renzo.AvailableCollateral(Of(asset), out UInt256 free) is null
                ? free
                : "refused",
            ["requests", var who] => renzo.RequestCount(Of(who)),
            ["payout", var who, var index] => renzo.Waiting(Of(who))[int.Parse(index)].Payout,
            ["isFilled", var who, var index] => renzo.Waiting(Of(who))[int.Parse(index)].IsFilled ? 1 : 0,
            ["idOf", var who, var index] => renzo.RequestOf(Of(who), ulong.Parse(index)).Id,
            _ => null,
        };
    }
}
