using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.Issuing;
using Garrison.Primitives;
using Garrison.Tests.Engine.Restaking.Symbiotic;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking.Issuing;

/// <summary>The laws of the presets over random histories, one step at a time.</summary>
/// <remarks>CHECKS of the environment is how many steps are tried of each.</remarks>
public sealed class IssuerProperties
{
    private const int Length = 60;

    private static readonly string[] _actors =
    [
        "alice", "bob", "rich", "P", "S", "staker", "queue", "treasury", "operators", "keeper", "lost",
    ];

    [Fact]
    public void Puffer_keeps_its_laws() => Sequences.Check(
        Math.Max(1, Check.Count / Length), Length, DrawPuffer, steps => Fault(OpenPuffer(), "P", steps));

    [Fact]
    public void Swell_keeps_its_laws() => Sequences.Check(
        Math.Max(1, Check.Count / Length), Length, DrawSwell, steps => Fault(OpenSwell(), "S", steps));

    [Fact]
    public void Mellow_keeps_its_laws() => Sequences.Check(
        Math.Max(1, Check.Count / Length), Length, DrawMellow, steps => Fault(OpenMellow(), "M", steps));

    // A law that nothing ever tests holds for nothing.
    [Theory]
    [InlineData("P", 9)]
    [InlineData("S", 6)]
    [InlineData("M", 3)]
    public void Histories_reach_every_event(string issuer, int wanted)
    {
        HashSet<Type> reached = [];
        for (ulong seed = 1; seed <= 20; seed++)
        {
            Dice dice = new(seed);
            World world = issuer == "P" ? OpenPuffer() : issuer == "S" ? OpenSwell() : OpenMellow();
            for (int i = 0; i < Length; i++)
            {
                string step = issuer == "P" ? DrawPuffer(dice)
                    : issuer == "S" ? DrawSwell(dice)
                    : DrawMellow(dice);
                if (Execute(world, step) is not Accepted accepted) continue;

                reached.UnionWith(accepted.Events.Select(static fact => fact.GetType())
                    .Where(static type => type.Name.StartsWith("Issuer", StringComparison.Ordinal)));
            }
        }

        Assert.True(reached.Count >= wanted, string.Join(", ", reached.Select(static type => type.Name)));
    }

    private static World OpenPuffer() => IssuerScript.Play("""
        create P                       ok
        deposit alice P ETHER 100e18   ok
        """);

    private static World OpenSwell() => IssuerScript.Play("""
        create S                       ok
        deposit alice S ETHER 100e18   ok
        post staker ETHER 100e18       ok
        """);

    private static World OpenMellow()
    {
        SymbioticScript below = SymbioticScript.Play("""
            vault V full instant                  ok
            optIn vault op V                      ok
            optIn network op net                  ok
            take net V 0 1e30                     ok
            give curator V net/0 1e30             ok
            entrust curator V net/0 op 1e30       ok
            limiting curator V on                 ok
            limit curator V 3000                  ok
            """);
        IssuerScript.Play(below.World, "create M ok\ndeposit alice M tC 1000 ok");
        return below.World;
    }

    private static string DrawPuffer(Dice dice)
    {
        string who = dice.Of("alice", "bob");
        int small = dice.Below(6);
        return dice.Below(13) switch
        {
            0 or 1 => $"deposit {who} P ETHER {1 + (dice.Next() % 18_000_000_000_000_000_000UL)}",
            2 or 3 => $"request {who} P {dice.Next() % 5_000_000_000_000_000_000UL}",
            4 => $"finalize keeper P {small}",
            5 => $"claim {who} P {dice.Below(12)}",
            6 => $"redeem {who} P {dice.Next() % 9_000_000_000_000_000_000UL}",
            7 => $"withdraw {who} P {dice.Next() % 9_000_000_000_000_000_000UL}",
            8 => $"excess keeper P {small}",
            9 => $"post P ETHER {dice.Of("-1.3e18", "0.7e18", "0", "2e18")}",
            10 => dice.OneIn(2) ? $"revenue rich P {1 + (dice.Next() % 999_999_999UL)}" : "pass 7000 50000",
            11 => dice.OneIn(2) ? $"register {who} P" : $"provision keeper P {small}",
            _ => $"settle P {small} {dice.Of("32e18 well", "31.1e18 well", "28e18 slashed")}",
        };
    }

    private static string DrawSwell(Dice dice)
    {
        string who = dice.Of("alice", "bob");
        return dice.Below(8) switch
        {
            0 => $"deposit {who} S ETHER {dice.Next() % 18_000_000_000_000_000_000UL}",
            1 or 2 => $"request {who} S {dice.Next() % 5_000_000_000_000_000_000UL}",
            3 => $"finalize keeper S {dice.Below(8)}",
            4 => $"claim {who} S {dice.Below(8)}",
            5 => "pass 1 90000",
            6 => "pause gov S None",
            _ => $"reprice {dice.Of("1.003", "0.997", "1.02", "0.9", "1")}",
        };
    }

    private static string DrawMellow(Dice dice)
    {
        string who = dice.Of("alice", "bob");
        int amount = 1 + dice.Below(700);
        return dice.Below(8) switch
        {
            0 or 1 => $"deposit {who} M tC {amount}",
            2 => $"withdraw {who} M {amount}",
            3 => $"redeem {who} M {amount}",
            4 => $"claimEpochs {who} M {amount}",
            5 => $"pass 1 {dice.Below(120)}",
            6 => "push M",
            _ => $"slash {dice.Below(60)}",
        };
    }

    private static Receipt Execute(World world, string step) => step.Split(' ') switch
    {
        ["slash", var amount] => world.Execute(SymbioticVerbs.Command(
            world, ["slash", "mid", "V", "net/0", "op", amount, "-1"])),
        ["reprice", var factor] => world.Execute(Reprice(world, factor)),
        var words => IssuerScript.Execute(world, IssuerScript.Parse(words)),
    };

    private static Batch Reprice(World world, string factor)
    {
        Address issuer = Of("S");
        UInt256 supply = world.Issuers.Supply(issuer);
        UInt256 reserves = world.Issuers.Rate(issuer).MulDown(supply);
        UInt256 next = new Wad(Number($"{factor}e18")).MulDown(reserves);
        ulong block = world.Clock.Block;
        ulong last = world.Issuers.LastSnapshot(issuer).Block;
        ReserveSnapshot snapshot = new(
            last, block, block, block, next, UInt256.Zero, next.SaturatingSub(reserves), supply);
        return new Batch(default,
        [
            new AdvanceClock(default, 1, 12),
            new Garrison.Engine.LiquidRestaking.PostBacking(
                default, Of("staker"), Of("ETHER"), Int256.FromUInt256(next)),
            new SubmitIssuerSnapshot(Of("keeper"), issuer, snapshot),
        ]);
    }

    private static string? Fault(World world, string issuer, IReadOnlyList<string> steps)
    {
        UInt256 ether = Ether(world);
        foreach (string step in steps)
        {
            SharePool before = world.Issuers.Pool(Of(issuer));
            Wad rate = world.Issuers.Rate(Of(issuer));
            bool isAccepted = Execute(world, step) is Accepted;
            string? fault = isAccepted ? StepFault(world, issuer, step.Split(' ')[0], before, rate) : null;
            fault ??= Ether(world) == ether ? null : "ether came or went";
            fault ??= QueueFault(world, issuer) ?? RoundTripFault(world.Fork(), issuer);
            if (fault is not null) return $"{step}: {fault}";
        }

        return null;
    }

    // Of M the vault below rounds as well, against the issuer: two units of dust a step.
    private static string? StepFault(World world, string issuer, string verb, SharePool before, Wad rate)
    {
        if (verb is "post" or "revenue" or "pass" or "settle" or "slash" or "reprice") return null;
        if (issuer == "S") return world.Issuers.Rate(Of("S")) == rate ? null : "the stored rate moved";

        SharePool after = world.Issuers.Pool(Of(issuer));
        UInt256 dust = issuer == "M" ? (UInt256)3UL : UInt256.One;
        UInt256 fair = UInt256.MulDivUp(
            before.Assets + UInt256.One, after.Shares + UInt256.One, before.Shares + UInt256.One);
        if (after.Assets + dust < fair) return "the rate fell";
        if (verb is not ("deposit" or "register" or "provision")) return null;

        UInt256 share = before.ToAssetsUp(UInt256.One);
        return after.Assets > fair + share ? "the rate rose" : null;
    }

    private static string? QueueFault(World world, string name)
    {
        Issuers issuers = world.Issuers;
        Address issuer = Of(name);
        UInt256 owed = UInt256.Zero;
        if (name == "M")
        {
            owed = issuers.EpochAccountOf(issuer, Of("alice")).Claimable
                + issuers.EpochAccountOf(issuer, Of("bob")).Claimable;
        }

        IssuerQueue queue = issuers.Queue(issuer);
        for (ulong number = 0; number <= queue.Requests && name != "M"; number++)
        {
            bool isFinal = name == "P" ? number / 2 <= queue.Final : number <= queue.Final;
            ExitRequest request = issuers.RequestOf(issuer, number);
            Wad last = name == "P" ? issuers.BatchOf(issuer, number / 2).Rate : request.RateAtFinalization;
            if (isFinal) owed += LesserRate.PayDown(request.Tokens, request.RateAtRequest, last);
        }

        Address asset = issuers.Terms(issuer).Asset;
        return world.Ledger.Balance(asset, Of("queue")) >= owed ? null : "the queue owes more than it has";
    }

    // Who comes and goes at once gains nothing, and nobody loses by it.
    private static string? RoundTripFault(World world, string name)
    {
        Address issuer = Of(name);
        Address asset = world.Issuers.Terms(issuer).Asset;
        string token = name == "M" ? "tC" : "ETHER";
        UInt256 amount = (UInt256)777_777_777UL;
        UInt256 others = world.Issuers.WorthOf(issuer, Of("alice"));
        _ = world.Execute(new Mint(default, asset, Of("guest"), amount));
        if (Execute(world, $"deposit guest {name} {token} {amount}") is Refused) return null;

        UInt256 held = world.Ledger.Balance(issuer, Of("guest"));
        if (world.Issuers.WorthOf(issuer, Of("guest")) > amount) return "a deposit is worth more than it was";

        _ = Execute(world, $"redeem guest {name} {held}");
        if (world.Ledger.Balance(asset, Of("guest")) > amount) return "a round trip gains";

        UInt256 dust = name == "M" ? (UInt256)3UL : UInt256.Zero;
        return world.Issuers.WorthOf(issuer, Of("alice")) + dust < others ? "others lost by it" : null;
    }

    private static UInt256 Ether(World world) => _actors.Sum(actor =>
        world.Ledger.Balance(Garrison.Engine.Ledger.Ether, Of(actor)));
}
