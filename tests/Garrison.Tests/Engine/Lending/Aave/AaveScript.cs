using Garrison.Engine;
using Garrison.Engine.Lending.Aave;
using Garrison.Primitives;
using Garrison.Tests.Engine.Restaking;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Lending.Aave;

/// <summary>Plays a table of a pool of Aave: one command a line, its outcome last; or a view, and what it
/// reads.</summary>
/// <remarks>
/// <code>
/// supply alice tA 1e18         ok
/// borrow alice tB 1000e6       ok
/// owed alice tB                = 1000e6
/// </code>
/// A token tA has 18 decimals and is worth 3,000 dollars, a token tB has 6 and is worth one. They are
/// collateral at 80/83 % with a bonus of 5 %, and at 75/78 % with 4.5 %; the treasury has a tenth of the
/// interest and of the bonus. Alice, bob and carol have both tokens, and liq has tB; <c>aA</c> and <c>dA</c>
/// are the pool's tokens. Every command is executed as it is read back from its JSON.
/// </remarks>
internal sealed class AaveScript
{
    private const string Cast = """
        list admin tA 18 8000 100 350 8000        ok
        list admin tB 6 9000 0 550 6000           ok
        collateral admin tA 8000 8300 10500       ok
        collateral admin tB 7500 7800 10450       ok
        switch admin Borrowing tA on              ok
        switch admin Borrowing tB on              ok
        fee admin tA 1000                         ok
        fee admin tB 1000                         ok
        factor admin tA 1000                      ok
        factor admin tB 1000                      ok
        price tA 3000e8                           ok
        price tB 1e8                              ok
        mint tA alice 1e30                        ok
        mint tB alice 1e30                        ok
        mint tA bob 1e40                          ok
        mint tB bob 1e30                          ok
        mint tA carol 1e30                        ok
        mint tB carol 1e30                        ok
        mint tB liq 1e30                          ok
        mint tB umbrella 1e30                     ok
        """;

    private readonly List<Command> _commands = [];

    private AaveScript()
    {
        Do(new AdvanceClock(default, 1000, 1_700_000_000));
        Do(new DeployAave(default, Pool, new AavePool(
            Of("admin"), Of("configurator"), Of("strategy"), Of("treasury"), Of("umbrella"))));
        PlayLines(Cast);
    }

    /// <summary>The pool.</summary>
    public static Address Pool => Of("pool");

    /// <summary>The world the lines are played on.</summary>
    public World World { get; } = new();

    /// <summary>All that was executed, accepted or not.</summary>
    public IReadOnlyList<Command> Commands => _commands;

    /// <summary>Plays the lines on a fresh pool.</summary>
    public static AaveScript Play(string lines)
    {
        AaveScript script = new();
        script.PlayLines(lines);
        return script;
    }

    /// <summary>Plays more lines.</summary>
    public void PlayLines(string lines) =>
        Lines.Play(World, lines, words => Execute(AaveVerbs.Parse(words)), Read);

    /// <summary>Executes a command.</summary>
    public Receipt Execute(Command command)
    {
        Command read = EngineJson.ReadCommand(EngineJson.Write(command));
        _commands.Add(read);
        return World.Execute(read);
    }

    private void Do(Command command) => Assert.IsType<Accepted>(Execute(command));

    private string Read(string[] words)
    {
        AaveCore aave = World.Aave;
        Address who = Of(words[1]);
        Address token = Of(words[^1]);
        object value = words[0] switch
        {
            "supplied" => aave.Tokens.Supplied(Pool, token, who),
            "owed" => aave.Tokens.Owed(Pool, token, who),
            "wallet" => World.Ledger.Balance(token, who),
            "allowance" => aave.Tokens.BorrowAllowance(Pool, token, who, Of(words[2])),
            "health" => aave.Users.Account(Pool, who).HealthFactor,
            "collateral" => aave.Users.Account(Pool, who).Collateral,
            "debt" => aave.Users.Account(Pool, who).Debt,
            "available" => aave.Users.Account(Pool, who).Available,
            "ltv" => aave.Users.Account(Pool, who).LtvBps,
            "emode" => aave.Users.Of(Pool, who).Category,
            "backs" => aave.Users.Of(Pool, who).Collateral,
            "liquidity" => aave.Reserves.Of(Pool, token).Available,
            "deficit" => aave.Reserves.Of(Pool, token).Deficit,
            "earned" => aave.Reserves.Of(Pool, token).ScaledTreasury,
            "utilisation" => aave.Reserves.Utilisation(Pool, token).Raw,
            "pending" => aave.Reserves.TermsOf(Pool, token).PendingLtvBps,
            string other => throw new InvalidOperationException($"no view '{other}'"),
        };
        return value.ToString()!;
    }
}
