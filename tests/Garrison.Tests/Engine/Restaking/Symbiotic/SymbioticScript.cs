using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;
using static Garrison.Tests.Engine.Restaking.Symbiotic.SymbioticVerbs;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>Plays a table of Symbiotic: one command a line, its outcome last; or a view, and what it
/// reads.</summary>
/// <remarks>
/// <code>
/// vault V network instant      ok
/// deposit alice V 100          ok
/// active V                     = 100
/// </code>
/// Seconds count from the start of the story, at which a vault of the first line begins its epoch 0; an
/// epoch takes 100 seconds. <c>op</c> and <c>rival</c> are operators, <c>net</c> and <c>other</c> networks
/// for which <c>mid</c> and <c>othermid</c> act, and <c>curator</c> has every role. Alice, bob and carol
/// have collateral tC. Every command is executed as it is read back from its JSON.
/// </remarks>
internal sealed class SymbioticScript
{
    /// <summary>When the story starts.</summary>
    public const ulong Start = 1_700_000_000;

    private const string Cast = """
        operator op                  ok
        operator rival               ok
        network net                  ok
        network other                ok
        middleware net mid           ok
        middleware other othermid    ok
        mint tC alice 1e40           ok
        mint tC bob 1e40             ok
        mint tC carol 1e40           ok
        """;

    private readonly List<Command> _commands = [];

    private SymbioticScript()
    {
        Do(new AdvanceClock(default, 1000, Start));
        Do(new DeploySymbiotic(default, SymbioticContracts.Mainnet));
        PlayLines(Cast);
    }

    /// <summary>The world the lines are played on.</summary>
    public World World { get; } = new();

    /// <summary>All that was executed, accepted or not.</summary>
    public IReadOnlyList<Command> Commands => _commands;

    /// <summary>Plays the lines on a fresh chain.</summary>
    public static SymbioticScript Play(string lines)
    {
        SymbioticScript script = new();
        script.PlayLines(lines);
        return script;
    }

    /// <summary>Plays more lines.</summary>
    public void PlayLines(string lines) => Lines.Play(World, lines, words => Execute(Parse(words)), Read);

    /// <summary>The command of a line without an outcome.</summary>
    public Command Parse(string line) => Parse(line.Split(' '));

    /// <summary>Executes a command.</summary>
    public Receipt Execute(Command command)
    {
        Command read = EngineJson.ReadCommand(EngineJson.Write(command));
        _commands.Add(read);
        return World.Execute(read);
    }

    private Command Parse(string[] words) => Command(World, words);

    private void Do(Command command) => Assert.IsType<Accepted>(Execute(command));

    private string Read(string[] words)
    {
        object value = words[0] == "tokens"
            ? World.Ledger.Balance(Of(words[1]), Of(words[2]))
            : OfVault(words) ?? OfStake(words) ?? OfOptIn(words)
                ?? throw new InvalidOperationException($"no view '{words[0]}'");
        return value.ToString()!;
    }

    private object? OfVault(string[] words)
    {
        Vaults vaults = World.Symbiotic.Vaults;
        Address vault = Of(words[1]);
        return words switch
        {
            ["epoch", _] => vaults.CurrentEpoch(vault),
            ["active", _] => vaults.ActiveStake(vault),
            ["activeAt", _, var second] => vaults.ActiveStakeAt(vault, Second(second)),
            ["activeShares", _] => vaults.ActiveShares(vault),
            ["sharesOf", _, var who] => vaults.ActiveSharesOf(vault, Of(who)),
            ["sharesOfAt", _, var who, var second] => vaults.ActiveSharesOfAt(
                vault, Of(who), Second(second)),
            ["worth", _, var who] => vaults.ActiveBalanceOf(vault, Of(who)),
            ["worthAt", _, var who, var second] => vaults.ActiveBalanceOfAt(vault, Of(who), Second(second)),
            ["total", _] => vaults.TotalStake(vault),
            ["slashableOf", _, var who] => vaults.SlashableBalanceOf(vault, Of(who)),
            ["bucket", _, var epoch] => vaults.Withdrawals(vault, ulong.Parse(epoch)).Assets,
            ["bucketShares", _, var epoch] => vaults.Withdrawals(vault, ulong.Parse(epoch)).Shares,
            ["leaving", _, var epoch, var who] => vaults.WithdrawalsOf(vault, ulong.Parse(epoch), Of(who)),
            _ => null,
        };
    }

    private object? OfStake(string[] words)
    {
        SymbioticCore core = World.Symbiotic;
        Address vault = Of(words[1]);
        return words switch
        {
            ["stake", _, var sub, var who] => core.Delegators.Stake(vault, Sub(sub), Of(who)),
            ["stakeAt", _, var sub, var who, var second] => core.Delegators.StakeAt(
                vault, Sub(sub), Of(who), Second(second)),
            ["given", _, var sub] => core.Delegators.NetworkLimit(vault, Sub(sub)),
            ["slashable", _, var sub, var who, var second] => core.Slashers.SlashableStake(
                vault, Sub(sub), Of(who), Second(second)),
            ["cumulative", _, var sub, var who] => core.Slashers.CumulativeSlash(vault, Sub(sub), Of(who)),
            ["captured", _, var sub, var who] => core.Slashers.LatestCapture(
                vault, Sub(sub), Of(who)) - Start,
            ["requested", _, var index] => core.Slashers.RequestOf(vault, ulong.Parse(index)).Amount,
            ["resolves", _, var sub, var who, var second] => Flag(
                core.Slashers.ResolverAt(vault, Sub(sub), Second(second)) == Of(who)),
            _ => null,
        };
    }

    private object? OfOptIn(string[] words) => words switch
    {
        ["serves", var who, var where] => Flag(
            World.Symbiotic.VaultOptIns.IsOptedIn(Of(who), Of(where))
            || World.Symbiotic.NetworkOptIns.IsOptedIn(Of(who), Of(where))),
        ["servers", "vault", var where] => World.Symbiotic.VaultOptIns.OperatorsOf(Of(where)).Count,
        ["nonce", "vault", var who, var where] => World.Symbiotic.VaultOptIns.Nonce(Of(who), Of(where)),
        _ => null,
    };

    private static int Flag(bool holds) => holds ? 1 : 0;
}
