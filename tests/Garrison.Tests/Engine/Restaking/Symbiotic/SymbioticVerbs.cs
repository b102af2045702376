using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>The commands of a <see cref="SymbioticScript"/>, each in the words of its line.</summary>
internal static class SymbioticVerbs
{
    public static Command Command(World world, string[] line)
    {
        string[] words = [.. line.Select(word => Ago(world, word))];
        if (words is [_, _, var requested, "last"]) words[3] = LastRequest(world, requested);

        return Time(world, words) ?? Tokens(words) ?? VaultVerbs.Create(words) ?? Stakers(words)
            ?? Curators(words) ?? Networks(words) ?? OptIns(words) ?? RoleHolders(words)
            ?? throw new InvalidOperationException($"no verb '{string.Join(' ', words)}'");
    }

    /// <summary>A subnetwork as its network and number: <c>net/0</c>.</summary>
    public static Subnetwork Sub(string text) =>
        Subnetwork.Of(Of(text[..text.IndexOf('/')]), Number(text[(text.IndexOf('/') + 1)..]));

    /// <summary>A second of the story; with an @ in front, one of the world.</summary>
    public static ulong Second(string text) =>
        text[0] == '@' ? ulong.Parse(text[1..]) : SymbioticScript.Start + ulong.Parse(text);

    // A word like -20 is the second 20 seconds ago, one like ~2 the epoch 2 epochs ago.
    private static string Ago(World world, string word)
    {
        ulong epoch = (world.Clock.Seconds - SymbioticScript.Start) / 100;
        return word switch
        {
            ['-', >= '0' and <= '9', ..] => $"@{world.Clock.Seconds - ulong.Parse(word[1..])}",
            ['~', ..] => $"{epoch - Math.Min(epoch, ulong.Parse(word[1..]))}",
            _ => word,
        };
    }

    private static string LastRequest(World world, string vault)
    {
        ulong count = world.Symbiotic.Slashers.RequestCount(Of(vault));
        return $"{count - Math.Min(count, 1)}";
    }

    private static AdvanceClock? Time(World world, string[] words) => words switch
    {
        ["pass", var seconds] => new AdvanceClock(default, 1, ulong.Parse(seconds)),
        ["to", var second] => new AdvanceClock(default, 1, Second(second) - world.Clock.Seconds),
        _ => null,
    };

    private static Command? Tokens(string[] words) => words switch
    {
        ["mint", var token, var who, var amount] => new Mint(default, Of(token), Of(who), Number(amount)),
        ["donate", var who, var vault, var amount] => new Transfer(
            Of(who), Of("tC"), Of(vault), Number(amount)),
        ["rebasing", var token] => new IssueRebasing(default, Of(token)),
        ["rebase", var token, var amount] => new Rebase(default, Of(token), Number(amount)),
        _ => null,
    };

    private static Command? Stakers(string[] words) => words switch
    {
        ["deposit", var who, var vault, var amount] => new DepositIntoVault(
            Of(who), Of(vault), Of(who), Number(amount)),
        ["deposit", var who, var vault, var amount, var to] => new DepositIntoVault(
            Of(who), Of(vault), Of(to), Number(amount)),
        ["withdraw", var who, var vault, var amount] => new WithdrawFromVault(
            Of(who), Of(vault), Of(who), Number(amount)),
        ["withdraw", var who, var vault, var amount, var to] => new WithdrawFromVault(
            Of(who), Of(vault), Of(to), Number(amount)),
        ["redeem", var who, var vault, var shares] => new RedeemFromVault(
            Of(who), Of(vault), Of(who), Number(shares)),
        ["redeem", var who, var vault, var shares, var to] => new RedeemFromVault(
            Of(who), Of(vault), Of(to), Number(shares)),
        ["claim", var who, var vault, var epoch] => new ClaimFromVault(
            Of(who), Of(vault), Of(who), Number(epoch)),
        ["claim", var who, var vault, var epoch, var to] => new ClaimFromVault(
            Of(who), Of(vault), Of(to), Number(epoch)),
        ["claims", var who, var vault, var to, .. var epochs] => new ClaimBatchFromVault(
            Of(who), Of(vault), Of(to), [.. epochs.Select(Number)]),
        ["send", var who, var vault, var to, var shares] => new TransferVaultShares(
            Of(who), Of(vault), Of(to), Number(shares)),
        _ => null,
    };

    private static Command? Curators(string[] words) => words switch
    {
        ["whitelisting", var who, var vault, var status] => new SetDepositWhitelist(
            Of(who), Of(vault), status == "on"),
        ["whitelist", var who, var vault, var account, var status] => new SetDepositorWhitelistStatus(
            Of(who), Of(vault), Of(account), status == "on"),
        ["limiting", var who, var vault, var status] => new SetIsDepositLimit(
            Of(who), Of(vault), status == "on"),
        ["limit", var who, var vault, var amount] => new SetDepositLimit(Of(who), Of(vault), Number(amount)),
        ["give", var who, var vault, var sub, var amount] => new SetNetworkLimit(
            Of(who), Of(vault), Sub(sub), Number(amount)),
        ["shares", var who, var vault, var sub, var @operator, var shares] => new SetOperatorNetworkShares(
            Of(who), Of(vault), Sub(sub), Of(@operator), Number(shares)),
        ["entrust", var who, var vault, var sub, var @operator, var amount] => new SetOperatorNetworkLimit(
            Of(who), Of(vault), Sub(sub), Of(@operator), Number(amount)),
        ["hook", var who, var vault, var hook] => new SetHook(Of(who), Of(vault), Of(hook)),
        _ => null,
    };

    private static Command? Networks(string[] words) => words switch
    {
        ["operator", var who] => new RegisterSymbioticOperator(Of(who)),
        ["network", var who] => new RegisterNetwork(Of(who)),
        ["middleware", var network, var who] => new SetMiddleware(Of(network), Of(who)),
        ["take", var network, var vault, var identifier, var amount] => new SetMaxNetworkLimit(
            Of(network), Of(vault), Number(identifier), Number(amount)),
        ["slash", var who, var vault, var sub, var @operator, var amount, var capture] => new SlashVault(
            Of(who), Of(vault), Sub(sub), Of(@operator), Number(amount), Second(capture)),
        ["request", var who, var vault, var sub, var @operator, var amount, var capture] =>
            new RequestVaultSlash(
                Of(who), Of(vault), Sub(sub), Of(@operator), Number(amount), Second(capture)),
        ["execute", var who, var vault, var index] => new ExecuteVaultSlash(
            Of(who), Of(vault), Number(index)),
        ["veto", var who, var vault, var index] => new VetoVaultSlash(Of(who), Of(vault), Number(index)),
        ["resolver", var network, var vault, var identifier, var who] => new SetResolver(
            Of(network), Of(vault), Number(identifier), Of(who)),
        _ => null,
    };

    private static Command? OptIns(string[] words) => words switch
    {
        ["optIn", var kind, var who, var where, .. var signed] => new OptInTo(
            signed.Length == 0 ? Of(who) : Of("anyone"), Kind(kind), Of(who), Of(where), Signed(signed)),
        ["optOut", var kind, var who, var where, .. var signed] => new OptOutOf(
            signed.Length == 0 ? Of(who) : Of("anyone"), Kind(kind), Of(who), Of(where), Signed(signed)),
        ["skip", var kind, var who, var where] => new IncreaseOptInNonce(Of(who), Kind(kind), Of(where)),
        _ => null,
    };

    private static Command? RoleHolders(string[] words) => words switch
    {
        ["grant", var who, var contract, var role, var account] => new GrantRole(
            Of(who), Of(contract), Role(role), Of(account)),
        ["revoke", var who, var contract, var role, var account] => new RevokeRole(
            Of(who), Of(contract), Role(role), Of(account)),
        ["renounce", var who, var contract, var role] => new RenounceRole(Of(who), Of(contract), Role(role)),
        _ => null,
    };

    private static OptInKind Kind(string word) => word == "vault" ? OptInKind.Vault : OptInKind.Network;

    private static OptInSignature? Signed(string[] words) =>
        words is [var signer, var nonce, var deadline]
            ? new OptInSignature(Of(signer), Number(nonce), Second(deadline))
            : null;

    private static Hash32 Role(string word) => word == "ADMIN" ? Roles.DefaultAdmin : Keccak.HashText(word);
}
