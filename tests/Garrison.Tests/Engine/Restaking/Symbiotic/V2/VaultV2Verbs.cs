using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Engine.Restaking.Symbiotic.V2;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.Symbiotic.V2;

/// <summary>The commands of a <see cref="VaultV2Script"/>.</summary>
internal static class VaultV2Verbs
{
    public static Command Command(string[] words) =>
        VaultCommand(words)
            ?? DelegatorCommand(words)
            ?? AdapterCommand(words)
            ?? LaneCommand(words)
            ?? throw new InvalidOperationException($"no command '{string.Join(' ', words)}'");

    private static Command? VaultCommand(string[] words) => words switch
    {
        ["pass", var seconds] => new AdvanceClock(default, 1, ulong.Parse(seconds)),
        ["pay", var who, var to, var amount, .. var token] => new Transfer(
            Of(who), Of(token.Length == 0 ? "tT" : token[0]), Of(to), Number(amount)),
        ["deploy", var vault, var token, var curator, .. var decimals] => new DeployVaultV2(
            default, Of(vault), new(
                Of(token),
                decimals.Length == 0 ? (byte)18 : byte.Parse(decimals[0]),
                Of(curator),
                Of("del"),
                Of("wq"),
                default,
                default)),
        ["deposit", var who, var vault, var assets, .. var to] => new DepositIntoVaultV2(
            Of(who), Of(vault), Number(assets), Receiver(who, to)),
        ["mint", var who, var vault, var shares, .. var to] => new MintVaultV2Shares(
            Of(who), Of(vault), Number(shares), Receiver(who, to)),
        ["withdraw", var who, var vault, var assets, .. var to] => new WithdrawFromVaultV2(
            Of(who), Of(vault), Number(assets), Receiver(who, to)),
        ["redeem", var who, var vault, var shares, .. var to] => new RedeemVaultV2Shares(
            Of(who), Of(vault), Number(shares), Receiver(who, to)),
        ["send", var who, var vault, var shares, var to] => new TransferVaultV2Shares(
            Of(who), Of(vault), Number(shares), Of(to)),
        ["accrue", var vault] => new AccrueVaultV2Interest(default, Of(vault)),
        ["closed", var who, var vault, var status] => new SetVaultV2DepositWhitelist(
            Of(who), Of(vault), status == "yes"),
        ["depositor", var who, var vault, var account, var status] => new SetVaultV2DepositorStatus(
            Of(who), Of(vault), Of(account), status == "yes"),
        ["limited", var who, var vault, var status] => new SetVaultV2IsDepositLimit(
            Of(who), Of(vault), status == "yes"),
        ["cap", var who, var vault, var limit] => new SetVaultV2DepositLimit(
            Of(who), Of(vault), Number(limit)),
        ["management", var who, var vault, var rate, var to] => new SetVaultV2ManagementFee(
            Of(who), Of(vault), new(Number(rate), Of(to))),
        ["performance", var who, var vault, var rate, var to] => new SetVaultV2PerformanceFee(
            Of(who), Of(vault), new(Number(rate), Of(to))),
        ["protocol", var vault, var management, var performance, var to] => new SetVaultV2ProtocolFee(
            default, Of(vault), new(Of(to), Number(management), Number(performance))),
        ["request", var who, var vault, var shares, .. var to] => new RequestRedeem(
            Of(who), Of(vault), Number(shares), Receiver(who, to)),
        ["give", var who, var vault, var number, var to] => new TransferRedemptionRequest(
            Of(who), Of(vault), ulong.Parse(number), Of(to)),
        ["fill", var vault] => new FillQueue(default, Of(vault)),
        ["claim", var vault, var number] => new ClaimRedemption(default, Of(vault), ulong.Parse(number)),
        ["sweep", var vault] => new SweepPending(default, Of(vault)),
        _ => null,
    };

    private static Command? DelegatorCommand(string[] words) => words switch
    {
        ["admit", var vault, var adapter, var status] => new WhitelistAdapter(
            default, Of(vault), Of(adapter), status == "yes"),
        ["add", var who, var vault, var adapter] => new AddAdapter(Of(who), Of(vault), Of(adapter)),
        ["remove", var who, var vault, var adapter] => new RemoveAdapter(Of(who), Of(vault), Of(adapter)),
        ["limits", var who, var vault, var adapter, var absolute, var share] => new SetAdapterLimits(
            Of(who), Of(vault), Of(adapter), Number(absolute), Number(share)),
        ["swap", var who, var vault, var one, var other] => new SwapAdapters(
            Of(who), Of(vault), Of(one), Of(other)),
        ["route", var who, var vault, .. var adapters] => new SetAutoAllocateAdapters(
            Of(who), Of(vault), [.. adapters.Select(Of)]),
        ["allocate", var who, var vault, var adapter, var assets] => new AllocateAssets(
            Of(who), Of(vault), Of(adapter), Number(assets)),
        ["allocateAll", var who, var vault, var assets] => new AllocateAllAssets(
            Of(who), Of(vault), Number(assets)),
        ["allocateExact", var who, var vault, var adapter, var assets] => new AllocateExactAssets(
            Of(who), Of(vault), Of(adapter), Number(assets)),
        ["deallocate", var who, var vault, var adapter, var assets] => new DeallocateAssets(
            Of(who), Of(vault), Of(adapter), Number(assets)),
        ["deallocateAll", var who, var vault, var assets] => new DeallocateAllAssets(
            Of(who), Of(vault), Number(assets)),
        ["deallocateExact", var who, var vault, var assets] => new DeallocateExactAssets(
            Of(who), Of(vault), Number(assets)),
        ["force", var who, var vault, var adapter, var assets] => new ForceDeallocateAssets(
            Of(who), Of(vault), Of(adapter), Number(assets)),
        _ => null,
    };

    private static Command? AdapterCommand(string[] words) => words switch
    {
        ["app", var adapter, var vault, var @operator, var seconds, var burner, .. var odd] =>
            new DeployAppAdapter(default, Of(adapter), Of(vault), new(
                odd.Contains("netless") ? default : VaultV2Script.Net,
                Of(@operator),
                ulong.Parse(seconds),
                Of(burner))),
        ["yield", var adapter, var vault, var market] => new DeployYieldAdapter(
            default, Of(adapter), Of(vault), Of(market)),
        ["slash", var who, var adapter, var amount] => new SlashAppAdapter(
            Of(who), Of(adapter), Number(amount)),
        ["release", var who, var adapter, var amount] => new ReleaseAppAdapter(
            Of(who), Of(adapter), Number(amount)),
        ["reward", var who, var adapter, var amount, .. var token] => new RewardAppAdapter(
            Of(who), Of(adapter), Of(token.Length == 0 ? "tT" : token[0]), Number(amount)),
        ["middleware", var network, var who] => new SetMiddleware(Of(network), Of(who)),
        ["interest", var who, var adapter, var assets] => new AccrueYield(
            Of(who), Of(adapter), Number(assets)),
        ["loss", var adapter, var assets] => new WriteOffYield(
            default, Of(adapter), Number(assets), Of("thief")),
        ["lent", var adapter, var assets] => new SetYieldLent(default, Of(adapter), Number(assets)),
        _ => null,
    };

    private static Command? LaneCommand(string[] words) => words switch
    {
        ["lane", var adapter, var vault, var owner] => new DeployLiquidLane(
            default, Of(adapter), Of(vault), Of(owner)),
        ["token", var who, var lane, var token] => new AddLaneToken(
            Of(who), Of(lane), Of(token), 18, Of("account" + token)),
        ["untoken", var who, var lane, var token] => new RemoveLaneToken(Of(who), Of(lane), Of(token)),
        ["tokenLimit", var who, var lane, var token, var limit] => new SetLaneLimit(
            Of(who), Of(lane), Of(token), Number(limit)),
        ["discount", var who, var lane, var token, var ppm] => new SetLaneMinDiscount(
            Of(who), Of(lane), Of(token), Number(ppm)),
        ["maker", var who, var lane, var maker] => new SetLaneMarketMaker(
            Of(who), Of(lane), Of(maker), false),
        ["filler", var who, var lane, var filler, var status] => new SetLaneFiller(
            Of(who), Of(lane), Of(filler), status == "yes"),
        ["price", var lane, var token, var price] => new PostLanePrice(
            default, Of(lane), Of(token), Number(price)),
        ["exchange", var who, var lane, var token, var amount, var assets, .. var to] => new SwapInLane(
            Of(who), Of(lane), new(Receiver(who, to), Of(token), Number(amount), Number(assets))),
        ["settle", var issuer, var lane, var token, var amount, var assets] => new RedeemLaneTokens(
            Of(issuer), Of(lane), Of(token), Number(amount), Number(assets)),
        _ => null,
    };

    private static Address Receiver(string sender, string[] to) => Of(to.Length == 0 ? sender : to[0]);
}
