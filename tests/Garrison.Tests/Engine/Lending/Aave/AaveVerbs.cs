using Garrison.Engine;
using Garrison.Engine.Lending.Aave;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Lending.Aave;

/// <summary>The commands of an <see cref="AaveScript"/>.</summary>
internal static class AaveVerbs
{
    private static Address Pool => AaveScript.Pool;

    /// <summary>The command that the words of a line stand for.</summary>
    public static Command Parse(params string[] words) =>
        OfUser(words) ?? OfDebtor(words) ?? OfAdmin(words) ?? OfCategory(words)
            ?? throw new InvalidOperationException($"no verb '{string.Join(' ', words)}'");

    private static Command? OfUser(string[] words) => words switch
    {
        ["mint", var token, var who, var amount] => new Mint(default, Of(token), Of(who), Number(amount)),
        ["tick", var seconds] => new AdvanceClock(default, 1, ulong.Parse(seconds)),
        ["price", var token, var price] => new PostAavePrice(default, Pool, Of(token), Number(price)),
        ["source", var who, var token, var feed] => new SetAavePriceSource(
            Of(who), Pool, Of(token), Of(feed)),
        ["supply", var who, var token, var amount, .. var to] => new SupplyToAave(
            Of(who), Pool, Of(token), Amount(amount), Other(to, who)),
        ["withdraw", var who, var token, var amount, .. var to] => new WithdrawFromAave(
            Of(who), Pool, Of(token), Amount(amount), Other(to, who)),
        ["move", var who, var token, var amount, var to] => new TransferAToken(
            Of(who), Pool, Of(token), Amount(amount), Of(to)),
        ["use", var who, var token, var state] => new UseAaveCollateral(
            Of(who), Pool, Of(token), state == "on"),
        ["emode", var who, var number] => new SetAaveUserEMode(Of(who), Pool, byte.Parse(number)),
        ["treasury", .. var tokens] => new MintAaveToTreasury(default, Pool, [.. tokens.Select(Of)]),
        ["flash", var who, var token, var amount, .. var paid] => new FlashLoanFromAave(
            Of(who),
            Pool,
            Of(token),
            Number(amount),
            paid is [var lost] ? [new Transfer(Of(who), Of(token), Of("shop"), Number(lost))] : []),
        _ => null,
    };

    private static Command? OfDebtor(string[] words) => words switch
    {
        ["borrow", var who, var token, var amount, .. var whose] => new BorrowFromAave(
            Of(who), Pool, Of(token), Amount(amount), Other(whose, who)),
        ["repay", var who, var token, var amount, .. var whose] => new RepayToAave(
            Of(who), Pool, Of(token), Amount(amount), Other(whose, who)),
        ["offset", var who, var token, var amount] => new RepayWithATokens(
            Of(who), Pool, Of(token), Amount(amount)),
        ["delegate", var who, var token, var to, var amount] => new ApproveAaveDelegation(
            Of(who), Pool, Of(token), Of(to), Number(amount)),
        ["liquidate", var who, var collateral, var debt, var whose, var amount, .. var kind] =>
            new LiquidateInAave(
                Of(who),
                Pool,
                Of(collateral),
                Of(debt),
                Of(whose),
                Amount(amount),
                kind is ["inside"]),
        ["cover", var who, var token, var amount] => new EliminateAaveDeficit(
            Of(who), Pool, Of(token), Amount(amount)),
        _ => null,
    };

    private static Command? OfAdmin(string[] words) => words switch
    {
        ["deploy", var who] => new DeployAave(Of(who), Pool, default),
        ["list", var who, var token, var decimals, .. var curve] => new ListAaveReserve(
            Of(who),
            Pool,
            Of(token),
            Of(token.Replace('t', 'a')),
            Of(token.Replace('t', 'd')),
            byte.Parse(decimals),
            Curve(curve)),
        ["collateral", var who, var token, var ltv, var threshold, var bonus] => new ConfigureAaveCollateral(
            Of(who), Pool, Of(token), Bps(ltv), Bps(threshold), Bps(bonus)),
        ["switch", var who, var what, var token, var state] => new SwitchAaveReserve(
            Of(who), Pool, Of(token), Enum.Parse<AaveSwitch>(what), state == "on"),
        ["pause", var who, var token, var state, .. var grace] => new PauseAaveReserve(
            Of(who), Pool, Of(token), state == "on", grace is [var seconds] ? ulong.Parse(seconds) : 0),
        ["endGrace", var who, var token] => new DisableAaveGracePeriod(Of(who), Pool, Of(token)),
        ["factor", var who, var token, var bps] => new SetAaveReserveFactor(
            Of(who), Pool, Of(token), Bps(bps)),
        ["fee", var who, var token, var bps] => new SetAaveLiquidationFee(
            Of(who), Pool, Of(token), Bps(bps)),
        ["supplyCap", var who, var token, var cap] => new SetAaveSupplyCap(
            Of(who), Pool, Of(token), ulong.Parse(cap)),
        ["borrowCap", var who, var token, var cap] => new SetAaveBorrowCap(
            Of(who), Pool, Of(token), ulong.Parse(cap)),
        ["curve", var who, var token, .. var curve] => new SetAaveInterestRateData(
            Of(who), Pool, Of(token), Curve(curve)),
        ["premium", var who, var bps] => new SetAaveFlashPremium(Of(who), Pool, Bps(bps)),
        _ => null,
    };

    private static Command? OfCategory(string[] words) => words switch
    {
        ["category", var who, var number, var ltv, var threshold, var bonus, .. var isolated] =>
            new SetAaveCategory(
                Of(who),
                Pool,
                byte.Parse(number),
                Bps(ltv),
                Bps(threshold),
                Bps(bonus),
                "correlated",
                isolated is ["isolated"]),
        ["isolate", var who, var number, var state] => new IsolateAaveCategory(
            Of(who), Pool, byte.Parse(number), state == "on"),
        ["in", var who, var number, var role, var token, var state] => new SetAaveAssetInCategory(
            Of(who), Pool, Of(token), byte.Parse(number), Enum.Parse<AaveCategoryRole>(role), state == "on"),
        _ => null,
    };

    private static AaveCurve Curve(string[] bps) =>
        new(uint.Parse(bps[0]), uint.Parse(bps[1]), uint.Parse(bps[2]), uint.Parse(bps[3]));

    private static ushort Bps(string bps) => ushort.Parse(bps);

    private static UInt256 Amount(string amount) => amount == "all" ? UInt256.MaxValue : Number(amount);

    private static Address Other(string[] words, string who) => Of(words is [var other] ? other : who);
}
