using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>The line that makes a vault.</summary>
/// <remarks>
/// <code>
/// vault V network veto epoch:50 tokenised -admin      ok
/// </code>
/// is a vault V with a delegator of a kind (<c>network</c>, <c>full</c>, <c>operator</c> or <c>pinned</c>), a
/// slasher (<c>none</c>, <c>instant</c> or <c>veto</c>), and whatever is not as usual; <c>-admin</c> is a
/// vault without that role.
/// </remarks>
internal static class VaultVerbs
{
    /// <summary>The command of a line; null when it does not make a vault.</summary>
    public static CreateVault? Create(string[] words) =>
        words is ["vault", var name, var kind, var slasher, .. var odd]
            ? new CreateVault(
                Of("anyone"), Of(name), Vault(odd), Delegator(name, kind, odd), Slasher(name, slasher, odd))
            : null;

    private static VaultParameters Vault(string[] odd) => new(
        Of(Value(odd, "collateral") ?? "tC"),
        Of(Value(odd, "burner") ?? "burner"),
        ulong.Parse(Value(odd, "epoch") ?? "100"),
        odd.Contains("tokenised") ? VaultKind.Tokenized : VaultKind.Plain,
        odd.Contains("whitelisted"),
        odd.Contains("limited"),
        Number(Value(odd, "limit") ?? "0"),
        new VaultRoleHolders(
            Unless(odd, "-admin"),
            Unless(odd, "-whitelistSetter"),
            Unless(odd, "-whitelister"),
            Unless(odd, "-limitSwitch"),
            Unless(odd, "-limitSetter")));

    private static DelegatorParameters Delegator(string name, string kind, string[] odd) => new(
        Of(name + ".delegator"),
        kind switch
        {
            "network" => DelegatorKind.NetworkRestake,
            "full" => DelegatorKind.FullRestake,
            "operator" => DelegatorKind.OperatorSpecific,
            _ => DelegatorKind.OperatorNetworkSpecific,
        },
        Of(Value(odd, "operator") ?? "op"),
        Of(Value(odd, "network") ?? "net"),
        Address.Zero,
        Unless(odd, "-delegatorAdmin"),
        Unless(odd, "-hookSetter"),
        Setters(odd, "networkSetters"),
        Setters(odd, "operatorSetters"));

    private static SlasherParameters? Slasher(string name, string kind, string[] odd) => kind == "none"
        ? null
        : new SlasherParameters(Of(name + ".slasher"), new Slasher(
            kind == "veto" ? SlasherKind.Veto : SlasherKind.Instant,
            odd.Contains("tells"),
            ulong.Parse(Value(odd, "veto") ?? "40"),
            ulong.Parse(Value(odd, "delay") ?? "3")));

    private static Address Unless(string[] odd, string word) =>
        odd.Contains(word) ? Address.Zero : Of("curator");

    private static Address[] Setters(string[] odd, string word) => Value(odd, word) is { } names
        ? [.. names.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Of)]
        : [Of("curator")];

    private static string? Value(string[] odd, string name) =>
        Array.Find(odd, word => word.StartsWith(name + ":"))?[(name.Length + 1)..];
}
