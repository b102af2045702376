using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Engine.LiquidRestaking.Issuing;
using Garrison.Primitives;
using Garrison.Tests.Engine.Restaking;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking.Issuing;

/// <summary>Plays a table of issuers: one command a line, its outcome last; or a view, and what it
/// reads.</summary>
/// <remarks>
/// P is as Puffer, with batches of two; S as Swell; M as Mellow over the vault V of collateral tC. Each has
/// <c>gov</c>, <c>keeper</c>, <c>treasury</c>, <c>operators</c>, <c>queue</c> and <c>staker</c>. Alice, bob
/// and rich have ether and tA. Every command is executed as it is read back from its JSON.
/// </remarks>
internal static class IssuerScript
{
    private const string Cast = """
        mint ETHER alice 1000e18   ok
        mint ETHER bob 1000e18     ok
        mint ETHER rich 1000e18    ok
        mint tA alice 1000e18      ok
        pass 1000 1700000000       ok
        """;

    public static IssuerAccounts Accounts { get; } = new(
        Of("gov"), Of("keeper"), Of("treasury"), Of("operators"), Of("queue"), Of("staker"));

    /// <summary>Plays the lines on a fresh chain.</summary>
    public static World Play(string lines)
    {
        World world = new();
        Play(world, Cast);
        Play(world, lines);
        return world;
    }

    /// <summary>Plays the lines on a chain that is there.</summary>
    public static void Play(World world, string lines) =>
        Lines.Play(world, lines, words => Execute(world, Parse(words)), words => Read(world, words));

    /// <summary>Executes a command as it is read back from its JSON.</summary>
    public static Receipt Execute(World world, Command command) =>
        world.Execute(EngineJson.ReadCommand(EngineJson.Write(command)));

    /// <summary>The terms of P, S and M.</summary>
    public static IssuerTerms TermsOf(string name)
    {
        if (name == "S") return IssuerPresets.Swell2024(Accounts);
        if (name == "M")
        {
            return IssuerPresets.Mellow2024(Accounts, Of("tC"), Of("V"), Of("W"), UInt256.MaxValue);
        }

        IssuerTerms puffer = IssuerPresets.Puffer2025(Accounts);
        return puffer with { Limits = puffer.Limits with { BatchSize = 2 } };
    }

    public static Command Parse(string[] words) => Outside(words) ?? Holders(words) ?? Keepers(words)
        ?? throw new InvalidOperationException($"no verb '{string.Join(' ', words)}'");

    private static Command? Outside(string[] words) => words switch
    {
        ["mint", var token, var who, var amount] => new Mint(default, Of(token), Of(who), Number(amount)),
        ["send", var who, var token, var to, var amount] => new Transfer(
            Of(who), Of(token), Of(to), Number(amount)),
        ["pass", var blocks, var seconds] => new AdvanceClock(
            default, ulong.Parse(blocks), ulong.Parse(seconds)),
        ["post", var holder, var token, var amount] => new PostBacking(
            default, Of(holder), Of(token), Signed(amount)),
        ["backing", var holder, var token, var kind, var venue] => new SetBacking(
            default, Of(holder), Of(token), Enum.Parse<BackingKind>(kind), Of(venue)),
        _ => null,
    };

    private static Command? Holders(string[] words) => words switch
    {
        ["deposit", var who, var issuer, var asset, var amount] => new DepositToIssuer(
            Of(who), Of(issuer), Of(asset), Number(amount), Of(who)),
        ["request", var who, var issuer, var amount] => new RequestIssuerExit(
            Of(who), Of(issuer), Number(amount), Of(who)),
        ["request", var who, var issuer, var amount, var to] => new RequestIssuerExit(
            Of(who), Of(issuer), Number(amount), Of(to)),
        ["claim", var who, var issuer, var number] => new ClaimIssuerExit(
            Of(who), Of(issuer), ulong.Parse(number)),
        ["claimEpochs", var who, var issuer, var maximum] => new ClaimIssuerEpochs(
            Of(who), Of(issuer), Of(who), Number(maximum)),
        ["withdraw", var who, var issuer, var assets] => new WithdrawFromIssuer(
            Of(who), Of(issuer), Number(assets), Of(who)),
        ["redeem", var who, var issuer, var shares] => new RedeemFromIssuer(
            Of(who), Of(issuer), Number(shares), Of(who)),
        ["register", var who, var issuer] => new RegisterIssuerValidator(Of(who), Of(issuer)),
        ["revenue", var who, var issuer, var amount] => new DepositIssuerRevenue(
            Of(who), Of(issuer), Number(amount)),
        ["rewards", var who, var issuer, var amount] => new DepositIssuerRewards(
            Of(who), Of(issuer), Number(amount)),
        ["farm", var who, var issuer, var token, var amount] => new PushIssuerRewards(
            Of(who), Of(issuer), Of(token), Number(amount)),
        ["push", var issuer] => new PushIssuerAssets(Of("anyone"), Of(issuer)),
        _ => null,
    };

    private static Command? Keepers(string[] words) => words switch
    {
        ["create", var issuer] => new CreateIssuer(default, Of(issuer), TermsOf(issuer)),
        ["accept", var who, var issuer, var asset] => new AcceptIssuerAsset(Of(who), Of(issuer), Of(asset)),
        ["pause", var who, var issuer, var parts] => new PauseIssuer(
            Of(who), Of(issuer), Enum.Parse<IssuerPause>(parts)),
        ["fees", var who, var issuer, var pool, var treasury] => new ChangeIssuerTerms(
            Of(who),
            Of(issuer),
            TermsOf(issuer) with
            {
                Fees = TermsOf(issuer).Fees with
                {
                    ExitBps = uint.Parse(pool),
                    TreasuryExitBps = uint.Parse(treasury),
                },
            }),
        ["finalize", var who, var issuer, var last] => new FinalizeIssuerExits(
            Of(who), Of(issuer), ulong.Parse(last)),
        ["excess", var who, var issuer, var batch] => new ReturnIssuerExcess(
            Of(who), Of(issuer), ulong.Parse(batch)),
        ["snapshot", var issuer, var last, var block, var slot, var staked, var other, var rewards,
            var supply] => new SubmitIssuerSnapshot(
                Of("keeper"),
                Of(issuer),
                new ReserveSnapshot(
                    ulong.Parse(last),
                    ulong.Parse(block),
                    ulong.Parse(slot),
                    ulong.Parse(slot),
                    Number(staked),
                    Number(other),
                    Number(rewards),
                    Number(supply))),
        ["mintRewards", var who, var issuer, var amount] => new MintIssuerRewards(
            Of(who), Of(issuer), Number(amount)),
        ["provision", var who, var issuer, var number] => new ProvisionIssuerValidator(
            Of(who), Of(issuer), ulong.Parse(number)),
        ["settle", var issuer, var number, var withdrawn, var how] => new SettleIssuerValidator(
            Of("keeper"), Of(issuer), ulong.Parse(number), Number(withdrawn), how == "slashed"),
        _ => null,
    };

    private static string Read(World world, string[] words)
    {
        Issuers issuers = world.Issuers;
        Address issuer = Of(words[1]);
        object value = words switch
        {
            ["bal", var token, var who] => world.Ledger.Balance(Of(token), Of(who)),
            ["rate", _] => issuers.Rate(issuer).Raw,
            ["assets", _] => issuers.TotalAssets(issuer),
            ["supply", _] => issuers.Supply(issuer),
            ["available", _] => issuers.Available(issuer),
            ["deficit", _] => issuers.Deficit(issuer),
            ["exiting", _] => issuers.Queue(issuer).Exiting,
            ["exited", _] => issuers.Queue(issuer).Exited,
            ["waiting", _] => issuers.Waiting(issuer).Count,
            ["pending", _] => issuers.Undistributed(issuer),
            ["worth", _, var who] => issuers.WorthOf(issuer, Of(who)),
            ["instant", _, var who] => issuers.InstantMaximum(issuer, Of(who)),
            ["paused", _] => (int)issuers.Books(issuer).Paused,
            _ => throw new InvalidOperationException($"no view '{words[0]}'"),
        };
        return value.ToString()!;
    }

    private static Int256 Signed(string text) => text[0] == '-'
        ? -Int256.FromUInt256(Number(text[1..]))
        : Int256.FromUInt256(Number(text));
}
