using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;
using Garrison.Tests.Engine.Restaking;
using Garrison.Tests.Engine.Restaking.EigenLayer;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking;

/// <summary>Plays a table of an issuer on top of EigenLayer: its own words first, then those of
/// <see cref="Script"/>.</summary>
/// <remarks>
/// Common words: <c>price tA 1e18</c> answers for every feed, <c>post n1 tA -5</c> posts what n1 has,
/// <c>back n1 tA A</c> has it read from strategy A, <c>refuse n1</c> has it take no ether. Every command is
/// executed as it is read back from its JSON.
/// </remarks>
internal sealed class IssuerScript(
    Func<string[], Command?> verbs, Func<World, string[], object?> views)
{
    private readonly List<Command> _commands = [];

    /// <summary>The world the lines are played on.</summary>
    public World World { get; } = Script.Open(EigenLayerVersion.V1120).World;

    /// <summary>A world on which all was executed again.</summary>
    public World Replay()
    {
        World world = Script.Open(EigenLayerVersion.V1120).World;
        foreach (Command command in _commands)
        {
            _ = world.Execute(command);
        }

        return world;
    }

    /// <summary>All that was executed, accepted or not.</summary>
    public IReadOnlyList<Command> Commands => _commands;

    /// <summary>Plays lines.</summary>
    public IssuerScript Play(string lines)
    {
        Lines.Play(World, lines, words => Execute(Parse(words)), Read);
        return this;
    }

    /// <summary>The command of a line without an outcome.</summary>
    public Command Parse(string line) => Parse(line.Split(' '));

    /// <summary>Executes a command.</summary>
    public Receipt Execute(Command command)
    {
        Command read = EngineJson.ReadCommand(EngineJson.Write(command));
        _commands.Add(read);
        return World.Execute(read);
    }

    private Command Parse(string[] words) => verbs(words) ?? Facts(words) ?? Verbs.Command(words, []);

    private PostAssetPrice Price(string asset, string price) => new(
        default, Of("feed"), Of(asset), Signed(price), World.Clock.Seconds);

    private Command? Facts(string[] words) => words switch
    {
        ["price", var asset, var price] => Price(asset, price),
        ["oldPrice", var asset, var price, var age] => Price(asset, price) with
        {
            UpdatedAt = World.Clock.Seconds - ulong.Parse(age),
        },
        ["rate", var strategy, var asset, var rate] => Price(asset, rate) with { Feed = Of(strategy) },
        ["post", var holder, var asset, var amount] => new PostBacking(
            default, Of(holder), Of(asset), Signed(amount)),
        ["back", var holder, var asset, var strategy] => new SetBacking(
            default, Of(holder), Of(asset), BackingKind.EigenLayer, Of(strategy)),
        ["refuse", var who] => new RefuseEther(Of(who), true),
        ["accept", var who] => new RefuseEther(Of(who), false),
        ["move", var who, var asset, var to, var amount] => new Transfer(
            Of(who), Of(asset), Of(to), Number(amount)),
        _ => null,
    };

    private string Read(string[] words)
    {
        object? value = views(World, words) ?? words switch
        {
            ["has", var who, var asset] => World.Ledger.Balance(Of(asset), Of(who)),
            ["backing", var holder, var asset] => World.Backings.Amount(Of(holder), Of(asset)),
            _ => null,
        };
        return value?.ToString() ?? Views.Read(World, words);
    }

    private static Int256 Signed(string text) =>
        text[0] == '-' ? -Int256.FromUInt256(Number(text[1..])) : Int256.FromUInt256(Number(text));
}
