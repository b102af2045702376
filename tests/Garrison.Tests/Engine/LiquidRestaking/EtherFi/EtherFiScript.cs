using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.EtherFi;
using Garrison.Primitives;
using Garrison.Tests.Engine.Restaking;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking.EtherFi;

/// <summary>Plays a table of ether.fi: one command a line, its outcome last; or a view, and what it
/// reads.</summary>
/// <remarks>
/// <code>
/// deposit alice 100e18         ok
/// pass 7264                    ok
/// vote m0 0.01e18 0 0 0        ok
/// vote m1 0.01e18 0 0 0        ok
/// wait                         ok
/// execute anyone               ok
/// eeth alice                   = 100.01e18
/// </code>
/// A block is a slot, and the first is slot 0. Reports span days of 7,200 slots: <c>vote</c> fills the span
/// in, and says rewards (with an m in front: a loss), fees, the last request and its amount; fields may be
/// set otherwise (<c>to=7</c>). <c>execute</c> and <c>unpublish</c> mean the report that was voted on last.
/// Members are m0 to m2, two of them decide, and a report waits ten slots. At most three requests are
/// finalized at a time. Redeeming costs 1 %, half of it for the treasury. tA is stETH. <c>mule</c> takes no
/// ether. Every command is executed as it is read back from its JSON.
/// </remarks>
internal sealed class EtherFiScript
{
    /// <summary>When slot 0 is.</summary>
    public const ulong Start = 1_700_000_000;

    private static readonly UInt256 _ether = 1_000_000_000_000_000_000UL;

    private readonly EtherFiVerbs _verbs;
    private readonly List<Command> _commands = [];

    private EtherFiScript(World world)
    {
        World = world;
        _verbs = new EtherFiVerbs(world);
    }

    /// <summary>The world the lines are played on.</summary>
    public World World { get; }

    /// <summary>All that was executed, accepted or not.</summary>
    public IReadOnlyList<Command> Commands => _commands;

    /// <summary>Plays the lines on a fresh chain.</summary>
    public static EtherFiScript Play(string lines)
    {
        World world = new();
        EtherFiScript script = new(world);
        _ = script.Execute(new AdvanceClock(default, 1000, Start));
        script.Deploy();
        script.Do("mint tA restaker 5000e18");
        script.PlayLines(lines);
        return script;
    }

    /// <summary>Plays the lines on a world that has other protocols.</summary>
    public static EtherFiScript Play(World world, string lines)
    {
        EtherFiScript script = new(world);
        script.Deploy();
        script.PlayLines(lines);
        return script;
    }

    /// <summary>Plays the lines where there is no ether.fi yet.</summary>
    public static void PlayBare(string lines)
    {
        EtherFiScript script = new(new World());
        _ = script.Execute(new AdvanceClock(default, 1000, Start));
        script.PlayLines(lines);
    }

    /// <summary>Plays more lines.</summary>
    public void PlayLines(string lines) =>
        Lines.Play(World, lines, words => Execute(_verbs.Command(words)), words => _verbs.Read(words));

    /// <summary>The command of a line without an outcome.</summary>
    public Command Parse(string line) => _verbs.Command(line.Split(' '));

    /// <summary>Executes a command.</summary>
    public Receipt Execute(Command command)
    {
        Command read = EngineJson.ReadCommand(EngineJson.Write(command));
        _commands.Add(read);
        return World.Execute(read);
    }

    /// <summary>The command that makes ether.fi in every table.</summary>
    public static DeployEtherFi Deployment(EtherFiLimits limits) => new(
        Of("deployer"),
        new EtherFiContracts(
            Of("lp"), Of("eeth"), Of("weeth"), Of("wrn"), Of("rm"), Of("admin"), Of("oracle"), Of("rl"),
            Of("bl"), Of("manager"), Of("restaker"), Of("tA"), Of("liquifier"), Of("members"),
            Of("treasury"), Of("fees")),
        limits,
        new EtherFiSlots(7200, 0, 32, 12, Start),
        10_000,
        10);

    /// <summary>What the contracts are built with in every table.</summary>
    public static EtherFiLimits Limits { get; } = new(
        10_000, 3, Number("1e30"), 10, 20_000, 1, 10_000, 1_000, 5_000, 86_400, Number("1e16"), _ether,
        32UL * _ether, 2048UL * _ether);

    private void Deploy()
    {
        Assert.IsType<Accepted>(Execute(Deployment(Limits)));
        foreach ((EtherFiRole role, string name) in new[]
        {
            (EtherFiRole.UpgradeTimelock, "upgrader"), (EtherFiRole.OperatingTimelock, "timelock"),
            (EtherFiRole.OperatingMultisig, "multisig"), (EtherFiRole.SuperGuardian, "superGuardian"),
            (EtherFiRole.Guardian, "guardian"), (EtherFiRole.OracleOperations, "operations"),
        })
        {
            Do($"role deployer {role} {name} on");
        }

        foreach (string line in new[]
        {
            "addMember timelock m0 1", "addMember timelock m1 2", "addMember timelock m2 2",
            "perDay timelock 1e24", "most multisig 3000e18", "least multisig 1e12", "price 1e18",
            "limiter timelock mint 1e15 1e9", "limiter timelock burn 1e15 1e9",
            "terms timelock ETHER 5000 100 0 2000e18 0.05e18", "terms timelock tA 5000 100 0 2000e18 0.05e18",
            "refuse mule",
        })
        {
            Do(line);
        }

        foreach (string who in new[] { "alice", "bob", "carol", "mule" })
        {
            Do($"mint ETHER {who} 1e24");
            foreach (string spender in new[] { "lp", "weeth", "rm" })
            {
                Do($"approve {who} {spender} 1e60");
            }

            Do($"approveWe {who} rm 1e60");
        }
    }

    private void Do(string line) => Assert.IsType<Accepted>(Execute(Parse(line)));
}
