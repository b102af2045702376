using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>A small market for random histories: four vaults, one with each kind of delegator.</summary>
internal static class Market
{
    /// <summary>The vaults by name, and how each shares stake out.</summary>
    public static IReadOnlyDictionary<string, DelegatorKind> Kinds { get; } =
        new Dictionary<string, DelegatorKind>
        {
            ["V"] = DelegatorKind.FullRestake,
            ["W"] = DelegatorKind.NetworkRestake,
            ["X"] = DelegatorKind.OperatorSpecific,
            ["Y"] = DelegatorKind.OperatorNetworkSpecific,
        };

    public static Address[] Vaults { get; } = [.. Kinds.Keys.Select(Of)];

    public static Address[] Stakers { get; } = [Of("alice"), Of("bob"), Of("carol")];

    public static Address[] Operators { get; } = [Of("op"), Of("rival")];

    public static Subnetwork[] Subnetworks { get; } =
        [.. new[] { "net/0", "net/1", "other/0" }.Select(SymbioticVerbs.Sub)];

    /// <summary>The lines that a history begins with.</summary>
    public static IReadOnlyList<string> Opening { get; } =
    [
        "vault V full instant", "vault W network veto tokenised", "vault X operator instant tokenised",
        "vault Y pinned veto",
        .. from vault in Kinds.Keys
           from who in new[] { "op", "rival" }
           select $"optIn vault {who} {vault}",
        .. from network in new[] { "net", "other" }
           from who in new[] { "op", "rival" }
           select $"optIn network {who} {network}",
        .. from vault in Kinds.Keys
           from line in new[] { $"take net {vault} 0 1e30", $"resolver net {vault} 0 judge" }
           where vault is "W" or "Y" || !line.StartsWith("resolver")
           select line,
        .. from vault in new[] { "V", "W", "X" }
           from line in new[]
           {
               $"take other {vault} 0 1e30", $"give curator {vault} net/0 1e30",
               $"give curator {vault} other/0 1e19",
           }
           select line,
        "entrust curator V net/0 op 1e30", "entrust curator V net/0 rival 1e18",
        "entrust curator V other/0 op 1e30", "shares curator W net/0 op 2", "shares curator W net/0 rival 1",
        "shares curator W other/0 op 7",
    ];

    /// <summary>Draws a line of a history.</summary>
    public static string Draw(Dice dice) => dice.Below(12) switch
    {
        <= 4 => Staker(dice),
        <= 7 => Slash(dice),
        8 => Curator(dice),
        9 => Network(dice),
        _ => $"pass {dice.Of(1, 1, 7, 30, 40, 60, 100)}",
    };

    private static string Staker(Dice dice)
    {
        string who = dice.Of("alice", "bob", "carol");
        string to = dice.OneIn(4) ? dice.Of("alice", "bob", "carol") : who;
        string vault = dice.OneIn(3) ? "V" : Vault(dice);
        return dice.Below(12) switch
        {
            <= 3 => $"deposit {who} {vault} {Amount(dice)} {to}",
            4 => $"withdraw {who} {vault} {Amount(dice)} {to}",
            5 or 6 => $"redeem {who} {vault} {Amount(dice)} {to}",
            7 or 8 => $"claim {who} {vault} ~{1 + dice.Below(2)} {to}",
            9 or 10 => $"claims {who} {vault} {to} ~{1 + dice.Below(2)}{(dice.OneIn(4) ? " ~3" : "")}",
            _ => dice.OneIn(4)
                ? $"donate {who} {vault} {Amount(dice)}"
                : $"send {who} {vault} {to} {Amount(dice)}",
        };
    }

    private static string Slash(Dice dice)
    {
        string sub = dice.Of("net/0", "net/0", "other/0", "net/1");
        string middleware = sub[0] == 'o' ? "othermid" : "mid";
        string index = dice.OneIn(4) ? $"{dice.Below(4)}" : "last";
        string slashed = $"{sub} {dice.Of("op", "op", "rival")} {Amount(dice)}";
        string vetoed = dice.Of("W", "W", "Y");
        return dice.Below(9) switch
        {
            0 or 1 => $"slash {middleware} {dice.Of("V", "X")} {slashed} -{dice.Below(110)}",
            2 or 3 => $"request {middleware} {vetoed} {slashed} -{dice.Of(dice.Below(70), 1, 2)}",
            4 or 5 or 6 => $"execute {dice.Of("mid", "mid", "othermid")} {vetoed} {index}",
            7 => $"veto {dice.Of("judge", "judge", "bob")} {vetoed} {index}",
            _ when dice.OneIn(2) => $"veto judge {vetoed} last",
            _ => $"slash {middleware} {dice.Of("V", "X")} {sub} op 1e30 -{1 + dice.Below(9)}",
        };
    }

    private static string Curator(Dice dice)
    {
        string vault = Vault(dice);
        string sub = dice.Of("net/0", "net/1", "other/0");
        return dice.Below(6) switch
        {
            0 => $"give curator {vault} {sub} {Amount(dice)}",
            1 => $"shares curator {vault} {sub} {dice.Of("op", "rival")} {dice.Below(4)}",
            2 => $"entrust curator {vault} {sub} {dice.Of("op", "rival")} {Amount(dice)}",
            3 => $"limiting curator {vault} {dice.Of("on", "off", "off")}",
            4 => $"limit curator {vault} {Amount(dice)}",
            _ => dice.OneIn(2)
                ? $"whitelisting curator {vault} {dice.Of("on", "off", "off")}"
                : $"whitelist curator {vault} alice {dice.Of("on", "off")}",
        };
    }

    private static string Network(Dice dice)
    {
        string vault = Vault(dice);
        string network = dice.Of("net", "net", "other");
        string who = dice.Of("op", "rival");
        return dice.Below(6) switch
        {
            0 => $"take {network} {vault} {dice.Below(2)} {Amount(dice)}",
            1 => $"take {network} {vault} 0 1e30",
            2 => $"resolver {network} {vault} 0 {dice.Of("judge", "bob", "nobody")}",
            3 => dice.OneIn(3) ? $"optOut vault {who} {vault}" : $"optOut network {who} {network}",
            _ => dice.OneIn(2) ? $"optIn vault {who} {vault}" : $"optIn network {who} {network}",
        };
    }

    private static string Vault(Dice dice) => dice.Of("V", "V", "W", "W", "X", "Y");

    private static string Amount(Dice dice) => dice.Below(6) switch
    {
        0 => $"{dice.Below(4)}",
        1 => $"{dice.Below(2000)}",
        2 or 3 => $"{1 + dice.Below(9)}e18",
        4 => $"{dice.Next() >> 1}",
        _ => $"{1 + dice.Below(99)}e{dice.Below(20)}",
    };
}
