using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.Kelp;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking.Kelp;

/// <summary>The words of tables of Kelp.</summary>
/// <remarks>
/// Assets are tA, restaked in strategy A, and ETHER; n1 and n2 restake; adm, man and opr have the roles. A
/// request has to be 40 blocks old, and an update may move the price by 2 %.
/// </remarks>
internal static class KelpVerbs
{
    private const string Cast = """
        deploy adm                            ok
        grant adm man Manager,Pauser          ok
        grant adm opr Operator                ok
        nodes adm n1 n2                       ok
        support adm tA 1e24                   ok
        strategy adm tA A                     ok
        support adm ETHER 1e24                ok
        price tA 1e18                         ok
        price ETHER 1e18                      ok
        oracle adm tA feed                    ok
        oracle adm ETHER feed                 ok
        wait man 40                           ok
        limit adm 2                           ok
        mint ETHER alice 1e24                 ok
        mint ETHER bob 1e24                   ok
        mint ETHER man 1e24                   ok
        """;

    /// <summary>Plays lines where Kelp is, and its price was updated to 1.</summary>
    public static IssuerScript Play(string lines) =>
        new IssuerScript(Command, Read).Play($"{Cast}\nupdate alice ok\n{lines}");

    /// <summary>Plays lines where Kelp is and has no price.</summary>
    public static IssuerScript PlayUnpriced(string lines) =>
        new IssuerScript(Command, Read).Play($"{Cast}\n{lines}");

    /// <summary>Plays lines where nothing is.</summary>
    public static IssuerScript PlayBare(string lines) => new IssuerScript(Command, Read).Play(lines);

    public static Command? Command(string[] words) =>
        OfUser(words) ?? OfOperator(words) ?? OfContract(words) ?? OfSetting(words) ?? OfAssets(words);

    private static Command? OfUser(string[] words) => words switch
    {
        ["give", var who, "ETHER", var amount, .. var least] => new DepositEtherToKelp(
            Of(who), Number(amount), least is [var one] ? Number(one) : UInt256.Zero, "r"),
        ["give", var who, var asset, var amount, .. var least] => new DepositToKelp(
            Of(who), Of(asset), Number(amount), least is [var one] ? Number(one) : UInt256.Zero, "r"),
        ["update", var who] => new UpdateKelpPrice(Of(who)),
        ["ask", var who, var asset, var amount] => new RequestKelpWithdrawal(
            Of(who), Of(asset), Number(amount), "r"),
        ["take", var who, var asset] => new CompleteKelpWithdrawal(Of(who), Of(asset), "r"),
        ["swap", var who, var asset, var ether, var least] => new SwapEtherForKelpAsset(
            Of(who), Of(asset), Number(ether), Number(least)),
        ["gift", var who, var amount] => new GiveEtherToKelpVault(Of(who), Number(amount)),
        _ => null,
    };

    private static Command? OfOperator(string[] words) => words switch
    {
        ["unlock", var who, var asset, var excluded] => new UnlockKelpQueue(
            Of(who), Of(asset), Number(excluded), KelpPriceBounds.Any),
        ["unlock", var who, var asset, var excluded,
            var minimumAsset, var minimum, var maximumAsset, var maximum] => new UnlockKelpQueue(
                Of(who),
                Of(asset),
                Number(excluded),
                new KelpPriceBounds(
                    Number(minimumAsset), Number(minimum), Number(maximumAsset), Number(maximum))),
        ["toVault", var who, "ETHER", var amount] => new SendKelpEtherToVault(Of(who), Number(amount)),
        ["toVault", var who, var asset, var amount] => new SendKelpAssetToVault(
            Of(who), Of(asset), Number(amount)),
        ["toVaultAsToken", var who, var amount] => new SendKelpAssetToVault(
            Of(who), Ledger.Ether, Number(amount)),
        ["toNode", var who, var from, var index, "ETHER", var amount] => new SendKelpEtherToDelegator(
            Of(who), Of(from), Number(index), Number(amount)),
        ["toNode", var who, var from, var index, var asset, var amount] => new SendKelpAssetToDelegator(
            Of(who), Of(from), Number(index), Of(asset), Number(amount)),
        _ => null,
    };

    private static Command? OfContract(string[] words) => words switch
    {
        ["mintRs", var who, var to, var amount] => new MintKelpToken(Of(who), Of(to), Number(amount)),
        ["burnRs", var who, var from, var amount] => new BurnKelpToken(Of(who), Of(from), Number(amount)),
        ["redeem", var who, var asset, var amount] => new RedeemFromKelpVault(
            Of(who), Of(asset), Number(amount)),
        ["left", var who, var asset, var shares] => new AddKelpSharesUnstaking(
            Of(who), Of(asset), Number(shares)),
        ["arrived", var who, var asset, var shares] => new ReduceKelpSharesUnstaking(
            Of(who), Of(asset), Number(shares)),
        ["accounted", var who, var how] => new SetKelpDelegatorAccounted(default, Of(who), how == "on"),
        ["converter", var ether] => new SetKelpConverterValue(default, Number(ether)),
        _ => null,
    };

    private static Command? OfSetting(string[] words) => words switch
    {
        ["deploy", var admin] => new DeployKelp(
            default,
            new KelpContracts(
                Of("config"),
                Of("rs"),
                Of("kelpOracle"),
                Of("kpool"),
                Of("manager"),
                Of("vault"),
                Of("treasury")),
            Of(admin)),
        ["grant", var who, var to, var roles] => new GrantKelpRoles(
            Of(who), Of(to), Enum.Parse<KelpRoles>(roles)),
        ["nodes", var who, .. var nodes] => new AddKelpNodeDelegators(Of(who), [.. nodes.Select(Of)]),
        ["wait", var who, var blocks] => new SetKelpWithdrawalDelay(Of(who), Number(blocks)),
        ["limit", var who, var percent] => new SetKelpPriceLimit(Of(who), Number(percent)),
        ["fee", var who, var bps] => new SetKelpProtocolFee(Of(who), Number(bps)),
        ["minDeposit", var who, var amount] => new SetKelpMinimumDeposit(Of(who), Number(amount)),
        ["halt", var who, var contract] => new SetKelpPaused(Of(who), Of(contract), true),
        ["resume", var who, var contract] => new SetKelpPaused(Of(who), Of(contract), false),
        _ => null,
    };

    private static Command? OfAssets(string[] words) => words switch
    {
        ["support", var who, var asset, var limit] => new SupportKelpAsset(Of(who), Of(asset), Number(limit)),
        ["strategy", var who, var asset, var strategy] => new SetKelpStrategy(
            Of(who), Of(asset), Of(strategy)),
        ["oracle", var who, var asset, var oracle] => new SetKelpPriceOracle(
            Of(who), Of(asset), Of(oracle), false),
        ["oracleValidated", var who, var asset, var oracle] => new SetKelpPriceOracle(
            Of(who), Of(asset), Of(oracle), true),
        ["cap", var who, var asset, var limit] => new SetKelpDepositLimit(Of(who), Of(asset), Number(limit)),
        ["minAsk", var who, var asset, var amount] => new SetKelpMinimumWithdrawal(
            Of(who), Of(asset), Number(amount)),
        _ => null,
    };

    public static object? Read(World world, string[] words)
    {
        KelpIssuer kelp = world.Kelp;
        return words switch
        {
            ["price"] => kelp.Price,
            ["live"] => kelp.Outlook().Live,
            ["staleFor", var reason] => Says(kelp.Outlook().Refused, reason),
            ["isStale"] => kelp.Outlook().Refused is null ? 0 : 1,
            ["supply"] => kelp.Supply,
            ["worth"] => kelp.Worth(out UInt256 worth) is null ? worth.DivDown(Wad.Scale) : "refused",
            ["total", var asset] => kelp.TotalAssets(Of(asset), out UInt256 total) is null
                ? total
                : "refused",
            ["free", var asset] => kelp.Available(Of(asset), out UInt256 free) is null ? free : "refused",
            ["room", var asset] => kelp.DepositRoom(Of(asset), out UInt256 room) is null ? room : "refused",
            ["committed", var asset] => kelp.Asset(Of(asset)).Committed,
            ["waiting", var asset] => kelp.Queue(Of(asset)).Waiting.Count,
            ["owed", var asset] => kelp.Queue(Of(asset)).Owed,
            ["liquid", var asset] => kelp.Queue(Of(asset)).Liquid,
            ["lacking", var asset] => kelp.Queue(Of(asset)).Deficit,
            ["unknownFor", var asset, var reason] => Says(kelp.Queue(Of(asset)).Refused, reason),
            ["due", var asset] => kelp.Queue(Of(asset)).Waiting.Count(static waiting => waiting.IsDue),
            _ => null,
        };
    }
    private static int Says(Refusal? refusal, string reason) =>
        (refusal?.Name ?? "nothing") == reason ? 1 : 0;
}
