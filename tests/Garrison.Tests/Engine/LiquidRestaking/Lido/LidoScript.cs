using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.Lido;
using Garrison.Primitives;
using Garrison.Tests.Engine.Restaking;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking.Lido;

/// <summary>Plays a table of Lido: one command a line, its outcome last; or a view, and what it
/// reads.</summary>
/// <remarks>
/// <code>
/// submit alice 100e18          ok
/// report 0 0 burn=0            ok
/// staked alice                 = 100e18
/// </code>
/// A report is of the second before it, by the oracle, with the validators, their balance, and what else it
/// says. Every command is executed as it is read back from its JSON.
/// </remarks>
internal sealed class LidoScript
{
    /// <summary>The time at which a table begins, in seconds.</summary>
    public const ulong Start = 1_700_000_000;

    private const string Cast = """
        deploy                                   ok
        grant gov Pause guard                    ok
        grant gov Resume guard                   ok
        grant gov Finalize oracle                ok
        grant gov Oracle oracle                  ok
        grant gov Report oracle                  ok
        grant gov Deposit dsm                    ok
        grant gov Burn fund                      ok
        resume guard                             ok
        ether alice 1e24                         ok
        ether bob 1e24                           ok
        ether fund 1e24                          ok
        ether oracle 1e24                        ok
        """;

    public LidoScript()
    {
        _ = Execute(new AdvanceClock(default, 1, Start));
        PlayLines(Cast);
    }

    /// <summary>The world the lines are played on.</summary>
    public World World { get; } = new();

    /// <summary>Plays a table.</summary>
    public static LidoScript Play(string lines)
    {
        LidoScript script = new();
        script.PlayLines(lines);
        return script;
    }

    public void PlayLines(string lines) =>
        Lines.Play(World, lines, words => Execute(Parse(words)), Read);

    public Receipt Execute(Command command) =>
        World.Execute(EngineJson.ReadCommand(EngineJson.Write(command)));

    public Command Parse(string[] words) =>
        Owners(words) ?? Holders(words) ?? Requests(words) ?? Reports(words)
            ?? throw new InvalidOperationException(string.Join(' ', words));

    private static Command? Owners(string[] words) => words switch
    {
        ["deploy"] => new DeployLido(default, new LidoDeployment(
            Of("gov"), Of("stETH"), Of("wstETH"), Of("queue"), Of("burner"), Of("withdrawals"),
            Of("rewards"), Of("treasury"))),
        ["grant", var who, var role, var whom] => new GrantLidoRole(
            Of(who), Enum.Parse<LidoRole>(role), Of(whom)),
        ["fees", var who, var total, .. var modules] => new SetLidoFees(
            Of(who), Number(total), [.. modules.Select(static module => new LidoModuleFee(
                Of(module.Split('=')[0]), Number(module.Split('=')[1])))]),
        ["opinions", var who, var asked] => new AskLidoSecondOpinions(Of(who), asked == "on"),
        ["limits", var who, var rebase] => new SetLidoLimits(
            Of(who), LidoLimits.Mainnet with { MaxPositiveRebase = Number(rebase).ToUInt64() }),
        ["pauseFor", var who, var duration] => new PauseLidoQueueFor(Of(who), Number(duration)),
        ["pauseUntil", var who, var until] => new PauseLidoQueueUntil(Of(who), Number(until)),
        ["resume", var who] => new ResumeLidoQueue(Of(who)),
        ["wait", var seconds] => new AdvanceClock(default, 1, Number(seconds).ToUInt64()),
        ["ether", var who, var amount] => new Mint(default, Ledger.Ether, Of(who), Number(amount)),
        ["deaf", var who] => new RefuseEther(Of(who), true),
        _ => null,
    };

    private static Command? Holders(string[] words) => words switch
    {
        ["submit", var who, var value] => new SubmitToLido(Of(who), Number(value)),
        ["send", var who, var to, var amount] => new Transfer(Of(who), Of("stETH"), Of(to), Number(amount)),
        ["pay", var who, var to, var amount] => new Transfer(Of(who), Ledger.Ether, Of(to), Number(amount)),
        ["sendShares", var who, var to, var shares] => new TransferLidoShares(
            Of(who), Of(to), Number(shares)),
        ["wrap", var who, var amount] => new WrapStakedEther(Of(who), Number(amount)),
        ["unwrap", var who, var amount] => new UnwrapStakedEther(Of(who), Number(amount)),
        ["allow", var who] => new Approve(Of(who), Of("wstETH"), Of("queue"), UInt256.MaxValue),
        ["burn", var who, var amount, var cover] => new RequestLidoBurn(
            Of(who), Number(amount), cover == "cover"),
        _ => null,
    };

    private static Command? Requests(string[] words) => words switch
    {
        ["request", var who, var amounts] => new RequestLidoWithdrawals(Of(who), All(amounts), default),
        ["requestWrapped", var who, var amounts] => new RequestLidoWrappedWithdrawals(
            Of(who), All(amounts), default),
        ["claim", var who, var id] => new ClaimLidoWithdrawal(Of(who), Number(id)),
        ["claims", var who, var ids, var hints] => new ClaimLidoWithdrawals(Of(who), All(ids), All(hints)),
        ["claims", var who, var ids, var hints, var to] => new ClaimLidoWithdrawalsTo(
            Of(who), All(ids), All(hints), Of(to)),
        ["move", var who, var from, var to, var id] => new TransferLidoRequest(
            Of(who), Of(from), Of(to), Number(id)),
        ["approve", var who, var to, var id] => new ApproveLidoRequest(Of(who), Of(to), Number(id)),
        ["operator", var who, var whom, var approved] => new SetLidoRequestOperator(
            Of(who), Of(whom), approved == "on"),
        ["finalize", var who, var last, var rate, var value] => new FinalizeLidoWithdrawals(
            Of(who), Number(last), Number(rate), Number(value)),
        _ => null,
    };

    private Command? Reports(string[] words) => words switch
    {
        ["deposit", var who, var most] => new DepositLidoValidators(Of(who), Number(most).ToUInt64()),
        ["rebase", var pooled] => new RebaseLido(default, Number(pooled)),
        ["onReport", var who, var bunker, var start, var time] => new ReportToLidoQueue(
            Of(who), bunker == "bunker", Number(start), Number(time)),
        ["opinion", var balance, var vault] => new PostLidoSecondOpinion(
            default, World.Clock.Seconds - 1, Number(balance), Number(vault)),
        ["report", var validators, var balance, .. var rest] => Report(validators, balance, rest),
        _ => null,
    };

    private ReportToLido Report(string validators, string balance, string[] rest)
    {
        Dictionary<string, string> said = rest.ToDictionary(
            static word => word.Split('=')[0], static word => word.Split('=')[^1]);
        UInt256 Said(string name) => Number(said.GetValueOrDefault(name, "0"));
        return new ReportToLido(
            Of(said.GetValueOrDefault("by", "oracle")),
            World.Clock.Seconds - 1 + Said("late").ToUInt64(),
            Number(validators).ToUInt64(),
            Number(balance),
            Said("exited").ToUInt64(),
            Said("withdrawals"),
            Said("rewards"),
            Said("burn"),
            said.TryGetValue("batches", out string? ends) ? All(ends) : [],
            Said("rate"),
            said.ContainsKey("bunker"));
    }

    private string Read(string[] words)
    {
        LidoCore lido = World.Lido;
        return (words switch
        {
            ["staked", var who] => World.Ledger.Balance(Of("stETH"), Of(who)),
            ["wrapped", var who] => World.Ledger.Balance(Of("wstETH"), Of(who)),
            ["ether", var who] => World.Ledger.Balance(Ledger.Ether, Of(who)),
            ["shares", var who] => World.Ledger.SharesOf(Of("stETH"), Of(who)),
            ["pooled"] => lido.Pool.TotalEther,
            ["shares"] => lido.Pool.TotalShares,
            ["rate"] => lido.Pool.RateDown,
            ["buffered"] => lido.Pool.Accounts.Buffered,
            ["waiting"] => lido.Queue.UnfinalizedEther,
            ["deficit"] => lido.Queue.Deficit,
            ["locked"] => lido.Queue.LockedEther,
            ["finalized"] => lido.Queue.LastFinalized,
            ["bunker"] => lido.Queue.IsBunkerModeActive ? UInt256.One : UInt256.Zero,
            ["burning"] => lido.Burner.RequestedShares,
            ["batch", var ether, var rate] => lido.Queue.BatchesFor(
                Number(ether), Number(rate), World.Clock.Seconds) is [.., var last] ? last : UInt256.Zero,
            ["batches", var ether, var rate] => (UInt256)(ulong)lido.Queue.BatchesFor(
                Number(ether), Number(rate), World.Clock.Seconds).Count,
            _ => throw new InvalidOperationException(string.Join(' ', words)),
        }).ToString();
    }

    private static UInt256[] All(string list) => [.. list.Split(',').Select(Number)];
}
