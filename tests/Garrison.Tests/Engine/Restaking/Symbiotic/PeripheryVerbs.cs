using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>The commands of a <see cref="PeripheryScript"/>: those of the core here, the others where their
/// names say.</summary>
internal static class PeripheryVerbs
{
    /// <summary>The subnetwork that is meant where none is named.</summary>
    public static Subnetwork Net { get; } = Subnetwork.Of(Of("net"), UInt256.Zero);

    public static Command Command(World world, string[] words) =>
        Core(world, words) ?? Setting(words) ?? HookVerbs.Command(words) ?? RouterVerbs.Command(words)
        ?? RewardVerbs.Command(words)
        ?? throw new InvalidOperationException($"no verb '{string.Join(' ', words)}'");

    /// <summary>A second of the story.</summary>
    public static ulong Second(string text) => PeripheryScript.Start + ulong.Parse(text);

    /// <summary>The value of the word that begins with a name and a colon.</summary>
    public static string? Value(string[] words, string name) =>
        Array.Find(words, word => word.StartsWith(name + ":"))?[(name.Length + 1)..];

    private static Command? Core(World world, string[] words) => words switch
    {
        ["pass", var seconds] => new AdvanceClock(default, 1, ulong.Parse(seconds)),
        ["vault", var name, var kind, .. var odd] => Vault(name, kind, odd),
        ["stake", var who, var vault, var amount] => new DepositIntoVault(
            Of(who), Of(vault), Of(who), Number(amount)),
        ["leave", var who, var vault, var amount] => new WithdrawFromVault(
            Of(who), Of(vault), Of(who), Number(amount)),
        ["slash", var who, var vault, var amount] => new SlashVault(
            Of("mid"), Of(vault), Net, Of(who), Number(amount), world.Clock.Seconds - 1),
        ["request", var who, var vault, var amount] => new RequestVaultSlash(
            Of("mid"), Of(vault), Net, Of(who), Number(amount), world.Clock.Seconds - 1),
        ["execute", var vault, var index] => new ExecuteVaultSlash(Of("mid"), Of(vault), Number(index)),
        ["mint", var token, var who, var amount] => new Mint(default, Of(token), Of(who), Number(amount)),
        ["send", var token, var from, var to, var amount] => new Transfer(
            Of(from), Of(token), Of(to), Number(amount)),
        ["rebasing", var token] => new IssueRebasing(default, Of(token)),
        ["rebase", var token, var amount] => new Rebase(default, Of(token), Number(amount)),
        _ => null,
    };

    private static Command? Setting(string[] words) => words switch
    {
        ["shares", var vault, var who, var shares] => new SetOperatorNetworkShares(
            Of("curator"), Of(vault), Net, Of(who), Number(shares)),
        ["limit", var vault, var amount] => new SetNetworkLimit(
            Of("curator"), Of(vault), Net, Number(amount)),
        ["operatorLimit", var vault, var who, var amount] => new SetOperatorNetworkLimit(
            Of("curator"), Of(vault), Net, Of(who), Number(amount)),
        ["setHook", var vault, var hook] => new SetHook(Of("curator"), Of(vault), Of(hook)),
        ["revoke", var contract, var role, var account] => new RevokeRole(
            Of("curator"), Of(contract), Keccak.HashText(role), Of(account)),
        ["grant", var contract, var role, var account] => new GrantRole(
            Of("curator"), Of(contract), Keccak.HashText(role), Of(account)),
        _ => null,
    };

    // The network takes 1000 and is given as much; both operators serve the vault.
    private static Batch Vault(string name, string kind, string[] odd)
    {
        Address vault = Of(name);
        DelegatorKind delegator = kind switch
        {
            "network" => DelegatorKind.NetworkRestake,
            "full" => DelegatorKind.FullRestake,
            "operator" => DelegatorKind.OperatorSpecific,
            _ => DelegatorKind.OperatorNetworkSpecific,
        };
        List<Command> steps =
        [
            new CreateVault(
                default,
                vault,
                new VaultParameters(
                    Of("tC"),
                    Of(Value(odd, "burner") ?? "burner"),
                    100,
                    VaultKind.Plain,
                    HasDepositWhitelist: false,
                    HasDepositLimit: false,
                    UInt256.Zero,
                    VaultRoleHolders.All(Of("curator"))),
                new DelegatorParameters(
                    Of(name + ".delegator"),
                    delegator,
                    Of("op"),
                    Of("net"),
                    Of(Value(odd, "hook") ?? "nobody"),
                    Of("curator"),
                    Of("curator"),
                    [Of("curator"), Of("hook")],
                    [Of("curator"), Of("hook")]),
                new SlasherParameters(Of(name + ".slasher"), new Slasher(
                    odd.Contains("veto") ? SlasherKind.Veto : SlasherKind.Instant,
                    !odd.Contains("silent"),
                    10,
                    3))),
            new OptInTo(Of("op"), OptInKind.Vault, Of("op"), vault, null),
            new OptInTo(Of("rival"), OptInKind.Vault, Of("rival"), vault, null),
            new SetMaxNetworkLimit(Of("net"), vault, UInt256.Zero, 1000UL),
        ];
        if (delegator != DelegatorKind.OperatorNetworkSpecific)
        {
            steps.Add(new SetNetworkLimit(Of("curator"), vault, Net, 1000UL));
        }

        return new Batch(default, steps);
    }
}
