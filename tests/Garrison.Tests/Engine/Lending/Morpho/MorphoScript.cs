using Garrison.Engine;
using Garrison.Engine.Lending.Morpho;
using Garrison.Primitives;
using Garrison.Tests.Engine.Oracle;
using Garrison.Tests.Engine.Restaking;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Lending.Morpho;

/// <summary>Plays a table of Morpho: one command a line, its outcome last; or a view, and what it
/// reads.</summary>
/// <remarks>
/// <code>
/// supply alice M 1000          ok
/// collateral bob M 1000        ok
/// borrow bob M 860             ok
/// lent M                       = 1000
/// </code>
/// An amount is of assets; with an s in front of shares, and <c>both</c> is one of each. Market M lends tL
/// for tC up to 86 %, without interest; N does so up to 80 %, and its rate follows the adaptive curve. The
/// feed P of both says that a tC is worth a tL, until <c>rep</c> posts otherwise. <c>gov</c> is the owner,
/// and <c>fees</c> gets the fees. Every command is executed as it is read back from its JSON.
/// </remarks>
internal sealed class MorphoScript
{
    private const string Cast = """
        deploy morpho gov                                  ok
        curve curve                                        ok
        enableIrm gov nobody                               ok
        enableIrm gov curve                                ok
        enableLltv gov 0.86e18                             ok
        enableLltv gov 0.8e18                              ok
        feeTo gov fees                                     ok
        rate P 36 1e36                                     ok
        create alice M tL tC P nobody 0.86e18              ok
        create alice N tL tC P curve 0.8e18                ok
        mint tL alice 1e40                                 ok
        mint tL bob 1e40                                   ok
        mint tL carol 1e40                                 ok
        mint tC alice 1e40                                 ok
        mint tC bob 1e40                                   ok
        mint tC carol 1e40                                 ok
        """;

    private readonly List<Command> _commands = [];

    private MorphoScript(bool isBare)
    {
        _ = Execute(new AdvanceClock(default, 1000, OracleVerbs.Start));
        if (!isBare) PlayLines(Cast);
    }

    /// <summary>The world the lines are played on.</summary>
    public World World { get; } = new();

    /// <summary>The names of the markets.</summary>
    public Dictionary<string, Hash32> Markets { get; } = [];

    /// <summary>All that was executed, accepted or not.</summary>
    public IReadOnlyList<Command> Commands => _commands;

    /// <summary>Plays the lines on a fresh chain.</summary>
    public static MorphoScript Play(string lines)
    {
        MorphoScript script = new(isBare: false);
        script.PlayLines(lines);
        return script;
    }

    /// <summary>Plays the lines where there is no Morpho yet.</summary>
    public static void PlayBare(string lines) => new MorphoScript(isBare: true).PlayLines(lines);

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

    private Command Parse(string[] words) =>
        OracleVerbs.Command(words)
            ?? SeizeAll(words)
            ?? new MorphoVerbs(Markets).Command(words)
            ?? throw new InvalidOperationException($"no verb '{string.Join(' ', words)}'");

    private LiquidateMorphoPosition? SeizeAll(string[] words) =>
        words is ["seizeAll", var who, var market, var borrower]
            ? new LiquidateMorphoPosition(
                Of(who),
                Markets[market],
                Of(borrower),
                World.Morpho.Position(Markets[market], Of(borrower)).Collateral,
                UInt256.Zero)
            : null;

    private string Read(string[] words)
    {
        object value = OracleVerbs.Read(World, words) ?? OfMarket(words) ?? OfPosition(words)
            ?? throw new InvalidOperationException($"no view '{words[0]}'");
        return value.ToString()!;
    }

    private object? OfMarket(string[] words)
    {
        MorphoMarkets morpho = World.Morpho;
        Hash32 id = words.Length > 1 ? Markets.GetValueOrDefault(words[1]) : default;
        return words switch
        {
            ["lent", _] => morpho.Market(id).Supply.Assets,
            ["lentShares", _] => morpho.Market(id).Supply.Shares,
            ["owed", _] => morpho.Market(id).Borrow.Assets,
            ["owedShares", _] => morpho.Market(id).Borrow.Shares,
            ["fee", _] => morpho.Market(id).Fee,
            ["updated", _] => morpho.Market(id).LastUpdate - OracleVerbs.Start,
            ["atTarget", _] => morpho.Market(id).RateAtTarget,
            ["owedNow", _] => morpho.MarketNow(id).Borrow.Assets,
            ["utilization", _] => morpho.Rates(id).Utilization,
            ["borrowRate", _] => morpho.Rates(id).BorrowRate,
            ["supplyRate", _] => morpho.Rates(id).SupplyRate,
            ["liquidity", _] => morpho.Rates(id).Liquidity,
            ["markets"] => morpho.All.Count,
            _ => null,
        };
    }

    private object? OfPosition(string[] words)
    {
        MorphoMarkets morpho = World.Morpho;
        if (words.Length < 3) return null;

        Hash32 id = Markets.GetValueOrDefault(words[1]);
        Address who = Of(words[2]);
        return words[0] switch
        {
            "sharesOf" => morpho.Position(id, who).SupplyShares,
            "debtOf" => morpho.Position(id, who).BorrowShares,
            "collateralOf" => morpho.Position(id, who).Collateral,
            "healthy" => morpho.Health(id, who).IsHealthy ? 1 : 0,
            "maxBorrow" => morpho.Health(id, who).MaxBorrow,
            "borrowed" => morpho.Health(id, who).Borrowed,
            "headroom" => morpho.Health(id, who).Headroom,
            "worth" => morpho.Health(id, who).CollateralValue,
            "ltv" => morpho.Health(id, who).Ltv,
            "liquidatedBelow" => morpho.Health(id, who).LiquidationPrice,
            "badBelow" => morpho.Health(id, who).BadDebtPrice,
            "manages" => morpho.IsAuthorized(Of(words[1]), who) ? 1 : 0,
            "nonce" => morpho.Nonce(who),
            "tokens" => World.Ledger.Balance(Of(words[1]), who),
            _ => null,
        };
    }
}
