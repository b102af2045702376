using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Engine.Restaking.Symbiotic.V2;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.Symbiotic.V2;

/// <summary>Plays a table on vaults of version 2: one command a line, its outcome last; or a view, and what
/// it reads.</summary>
/// <remarks>
/// <code>
/// deposit alice V 1000        ok
/// redeem alice V 1001         ERC4626ExceededMaxRedeem
/// shares V alice              = 1000
/// </code>
/// Vault V takes tT, with 18 decimals as its shares; vault W takes tU, with 6. The curator of both is
/// <c>cur</c>. Adapters A and B stand behind <c>op</c> for <c>net</c>, whose middleware is <c>mid</c>, for
/// 100 seconds each; Y lends out; L is a lane of <c>cur</c>. All four are whitelisted for V, and in use by
/// nobody until added. Everyone has tokens; tI is a token to redeem, with 18 decimals.
/// </remarks>
internal sealed class VaultV2Script
{
    private const ulong Start = 1_700_000_000;

    private static readonly string[] _people = ["alice", "bob", "carol", "payer", "issuer"];

    private VaultV2Script()
    {
        Do(new AdvanceClock(default, 1000, Start));
        Do(new DeploySymbiotic(default, SymbioticContracts.Mainnet));
        Do(new RegisterNetwork(Of("net")));
        Do(new SetMiddleware(Of("net"), Of("mid")));
        foreach (string who in _people)
        {
            foreach (string token in new[] { "tT", "tU", "tI" })
            {
                Do(new Mint(default, Of(token), Of(who), Number("1e30")));
            }
        }

        DeployVault("V", "tT", 18);
        DeployVault("W", "tU", 6);
        AppAdapter app = new(Net, Of("op"), 100, Of("burner"));
        Do(new DeployAppAdapter(default, Of("A"), Of("V"), app));
        Do(new DeployAppAdapter(default, Of("B"), Of("V"), app));
        Do(new DeployYieldAdapter(default, Of("Y"), Of("V"), Of("market")));
        Do(new DeployLiquidLane(default, Of("L"), Of("V"), Of("cur")));
        foreach (string adapter in new[] { "A", "B", "Y", "L" })
        {
            Do(new WhitelistAdapter(default, Of("V"), Of(adapter), true));
        }
    }

    /// <summary>The subnetwork of adapters A and B.</summary>
    public static Subnetwork Net => Subnetwork.Of(Of("net"), 1UL);

    /// <summary>The world the lines are played on.</summary>
    public World World { get; } = new();

    /// <summary>Plays the lines on a fresh market.</summary>
    public static VaultV2Script Play(string lines)
    {
        VaultV2Script script = new();
        script.PlayLines(lines);
        return script;
    }

    /// <summary>Executes the command of a line without an outcome.</summary>
    public Receipt Execute(string line) => Execute(VaultV2Verbs.Command(line.Split(' ')));

    private static VaultV2Configuration Configuration(string name, string token, byte decimals) => new(
        Of(token), decimals, Of("cur"), Of("del" + name), Of("wq" + name), default, Of("alice"));

    private void DeployVault(string name, string token, byte decimals) =>
        Do(new DeployVaultV2(default, Of(name), Configuration(name, token, decimals)));

    private void PlayLines(string lines)
    {
        foreach (string line in lines.Split('\n', StringSplitOptions.TrimEntries))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0) continue;

            bool isView = words[^2] == "=";
            string got = isView ? VaultV2Views.Read(World, words[..^2]).ToString() : Outcome(words[..^1]);
            string expected = isView ? Number(words[^1]).ToString() : words[^1];
            Assert.True(got == expected, $"{line}\ngot {got}");
        }
    }

    private string Outcome(string[] words)
    {
        Hash32 before = World.Digest();
        if (Execute(VaultV2Verbs.Command(words)) is not Refused refused) return "ok";

        Assert.Equal(before, World.Digest());
        return refused.Reason.Name.Replace(' ', '_');
    }

    private void Do(Command command) => Assert.IsType<Accepted>(Execute(command));

    // Every command is executed as a journal would hold it, and every receipt can be written there.
    private Receipt Execute(Command command)
    {
        Receipt receipt = World.Execute(EngineJson.ReadCommand(EngineJson.Write(command)));
        Assert.NotEmpty(EngineJson.Write(receipt));
        return receipt;
    }
}

/// <summary>What a line of a <see cref="VaultV2Script"/> can read.</summary>
internal static class VaultV2Views
{
    public static UInt256 Read(World world, string[] words)
    {
        SymbioticV2 v2 = world.Symbiotic.V2;
        Address of = Of(words[1]);
        ulong number = words.Length > 2 && ulong.TryParse(words[2], out ulong parsed) ? parsed : 0;
        return words[0] switch
        {
            "shares" => v2.Shares.Balance(of, Of(words[2])),
            "sharesAt" => v2.Shares.BalanceAt(of, Of(words[2]), world.Clock.Seconds - ulong.Parse(words[3])),
            "supply" => v2.Shares.Supply(of),
            "supplyAt" => v2.Shares.SupplyAt(of, world.Clock.Seconds - number),
            "total" => v2.Vaults.Due(of).TotalAssets,
            "free" => v2.Vaults.FreeAssets(of),
            "withdrawable" => v2.Vaults.Withdrawable(of),
            "worth" => v2.Vaults.Pool(of).ToAssetsDown(v2.Shares.Balance(of, Of(words[2]))),
            "pending" => v2.Queues.PendingAssets(of),
            "pendingShares" => v2.Queues.PendingShares(of),
            "filled" => v2.Queues.TotalFilled(of),
            "claimable" => v2.Queues.Claimable(of, number).Assets,
            "claimableShares" => v2.Queues.Claimable(of, number).Shares,
            "holds" => v2.Adapters.TotalAssets(of),
            "slashable" => v2.Apps.Slashable(of),
            "stake" => v2.Apps.Stake(of),
            "stakeAt" => v2.Apps.StakeAt(of, world.Clock.Seconds - number),
            "limit" => v2.Delegators.LimitOf(of, Of(words[2])),
            "absolute" => v2.Delegators.LimitsOf(of).Absolute,
            "index" => (UInt256)(ulong)v2.Curation.IndexOf(of),
            "payout" => v2.Lanes.MaxPayoutDown(of, Of(words[2]), Number(words[3])),
            "balance" => world.Ledger.Balance(Of(words[2]), of),
            _ => throw new InvalidOperationException($"no view '{words[0]}'"),
        };
    }
}
