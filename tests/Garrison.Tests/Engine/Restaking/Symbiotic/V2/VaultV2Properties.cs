using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic.V2;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.Symbiotic.V2;

/// <summary>Laws of vaults of version 2 over random histories.</summary>
public sealed class VaultV2Properties
{
    private const int Length = 60;

    private const string Begin = """
        add cur V A                         ok
        add cur V Y                         ok
        add cur V L                         ok
        limits cur V A 100000 0.5e18        ok
        limits cur V Y 100000 1e18          ok
        limits cur V L 100000 0.4e18        ok
        route cur V A Y                     ok
        token cur L tI                      ok
        tokenLimit cur L tI 1e30            ok
        discount cur L tI 10000             ok
        price L tI 0.9e18                   ok
        lent Y 500                          ok
        """;

    private static readonly string[] _people = ["alice", "bob", "carol"];
    private static readonly string[] _holders = [.. _people, "fees", "wqV"];
    private static readonly string[] _vaultAddresses = ["V", "wqV", "A", "Y", "L", "market", "accounttI"];

    // Only these may make a share worth less: losses, prices, an issuer that pays less, and time.
    private static readonly string[] _losing = ["slash", "loss", "price", "settle", "pass", "management"];

    private static int Sequences => Math.Max(1, Check.Count / Length);

    [Fact]
    public void Nothing_is_made_and_nothing_lost() => Tests.Sequences.Check(Sequences, Length, Draw, lines =>
    {
        VaultV2Script script = VaultV2Script.Play(Begin);
        var books = new VaultV2Books();
        foreach (string line in lines)
        {
            if (script.Execute(line) is Accepted accepted) books.Enter(line.Split(' '), accepted);

            UInt256 held = Sum(_vaultAddresses, name => script.World.Ledger.Balance(Of("tT"), Of(name)));
            if (held + books.Out != books.In) return $"{held} held of {books.In} less {books.Out}: {line}";
        }

        return null;
    });

    // Each request is paid exactly what its part of the fills brought, and only after all before it.
    [Fact]
    public void The_queue_pays_what_fills_brought_in_order() => Tests.Sequences.Check(
        Sequences, Length, Draw, lines =>
        {
            VaultV2Script script = VaultV2Script.Play(Begin);
            WithdrawalQueues queues = script.World.Symbiotic.V2.Queues;
            foreach (string line in lines)
            {
                _ = script.Execute(line);
                UInt256 claimable = UInt256.Zero;
                bool isFilledBefore = true;
                for (ulong number = 0; number < queues.Count(Of("V")); number++)
                {
                    (UInt256 assets, UInt256 shares) = queues.Claimable(Of("V"), number);
                    RedemptionRequest request = queues.Get(Of("V"), number);
                    UInt256 filled = request.SharesClaimed + shares;
                    if (!filled.IsZero && !isFilledBefore) return $"{number} was paid too early: {line}";

                    isFilledBefore = filled == request.Shares;
                    claimable += assets;
                }

                UInt256 held = script.World.Ledger.Balance(Of("tT"), Of("wqV"));
                if (held != claimable) return $"{held} for claims of {claimable}: {line}";
            }

            return null;
        });

    [Fact]
    public void Shares_add_up_and_lose_worth_only_by_losses() => Tests.Sequences.Check(
        Sequences, Length, Draw, lines =>
        {
            VaultV2Script script = VaultV2Script.Play(Begin);
            SymbioticV2 v2 = script.World.Symbiotic.V2;
            foreach (string line in lines)
            {
                SharePool before = v2.Vaults.Pool(Of("V"));
                bool isAccepted = script.Execute(line) is Accepted;
                SharePool after = v2.Vaults.Pool(Of("V"));
                UInt256 shares = Sum(_holders, name => v2.Shares.Balance(Of("V"), Of(name)));
                if (shares != v2.Shares.Supply(Of("V"))) return $"{shares} shares held: {line}";
                if (v2.Shares.Balance(Of("V"), Of("wqV")) != v2.Queues.PendingShares(Of("V")))
                {
                    return $"the queue does not hold what waits: {line}";
                }
                if (isAccepted && !_losing.Contains(line.Split(' ')[0]) && IsWorthLess(after, before))
                {
                    return $"{before} became {after}: {line}";
                }
            }

            return null;
        });

    // What a network could count on at a moment is there to be slashed, until the duration has passed.
    [Fact]
    public void A_guarantee_is_kept() => Tests.Sequences.Check(Sequences * 2, Length, Draw, lines =>
    {
        VaultV2Script script = VaultV2Script.Play(Begin);
        AppAdapters apps = script.World.Symbiotic.V2.Apps;
        List<(ulong Until, UInt256 Stake)> guarantees = [];
        UInt256 taken = UInt256.Zero;
        foreach (string line in lines)
        {
            if (script.Execute(line) is Accepted accepted) taken += VaultV2Books.TakenByNetwork(accepted);

            ulong now = script.World.Clock.Seconds;
            UInt256 slashable = apps.Slashable(Of("A"));
            if (slashable > apps.TotalAssets(Of("A"))) return $"{slashable} are not there: {line}";

            guarantees.Add((now + 99, apps.Stake(Of("A")) + taken));
            if (guarantees.Exists(kept => now <= kept.Until && slashable + taken < kept.Stake))
            {
                return $"{slashable} left, {taken} taken: {line}";
            }
        }

        return null;
    });

    // Whatever happened before, who comes and leaves in one block has no more than before.
    [Fact]
    public void There_is_no_free_money() => Tests.Sequences.Check(Sequences, Length, Draw, lines =>
    {
        VaultV2Script script = VaultV2Script.Play(Begin);
        foreach (string line in lines)
        {
            _ = script.Execute(line);
            World fork = script.World.Fork();
            UInt256 before = fork.Ledger.Balance(Of("tT"), Of("payer"));
            _ = fork.Execute(new DepositIntoVaultV2(Of("payer"), Of("V"), 1000UL, Of("payer")));
            _ = fork.Execute(new SweepPending(default, Of("V")));
            UInt256 shares = fork.Symbiotic.V2.Shares.Balance(Of("V"), Of("payer"));
            _ = fork.Execute(new RedeemVaultV2Shares(Of("payer"), Of("V"), shares, Of("payer")));
            if (fork.Ledger.Balance(Of("tT"), Of("payer")) > before) return $"a gain after {line}";
        }

        return null;
    });

    [Fact]
    public void A_replay_gives_the_same_world() => Tests.Sequences.Check(1, Length * 4, Draw, lines =>
    {
        VaultV2Script first = VaultV2Script.Play(Begin);
        VaultV2Script second = VaultV2Script.Play(Begin);
        foreach (string line in lines)
        {
            Command command = VaultV2Verbs.Command(line.Split(' '));
            string json = EngineJson.Write(first.World.Execute(command));
            Receipt again = second.World.Execute(EngineJson.ReadCommand(EngineJson.Write(command)));
            if (json != EngineJson.Write(again)) return line;
        }

        return first.World.Digest() == second.World.Digest() ? null : "the worlds differ";
    });

    // Fee shares are worth at most the fee that was taken, and less than the worth of three shares below it.
    [Fact]
    public void Fee_shares_are_worth_the_fee() => Check.That(
        Any.UInt128, Any.UInt128, Any.UInt64, static (assets, shares, last) =>
        {
            VaultV2Fees fees = new(
                new(VaultV2Fee.ManagementRateMax, Of("fees")),
                new(VaultV2Fee.PerformanceRateMax, Of("fees")));
            VaultV2ProtocolFee protocol = new(
                Of("dao"), VaultV2Fee.ManagementRateMax, VaultV2Fee.PerformanceRateMax);
            const ulong Year = 365 * 86_400;
            SharePool pool = new(assets, shares);

            FeeAccrual due = FeeAccrual.Of(pool, new VaultV2Accounting(0, last, protocol), Year, fees);

            UInt256 whole = Number("1e18");
            UInt256 interest = assets.SaturatingSub(last);
            UInt256 management = UInt256.MulDivDown(assets * Year, VaultV2Fee.ManagementRateMax, whole);
            UInt256 performance = UInt256.MulDivDown(interest, VaultV2Fee.PerformanceRateMax, whole);
            UInt256 fee = (management + performance) * 2UL;
            SharePool after = pool with { Shares = shares + due.FeeShares };
            UInt256 least = after.ToAssetsUp(due.FeeShares + 3UL);
            return after.ToAssetsDown(due.FeeShares) <= fee && fee <= least;
        });

    private static UInt256 Sum(string[] names, Func<string, UInt256> amount) =>
        names.Aggregate(UInt256.Zero, (sum, name) => sum + amount(name));

    private static bool IsWorthLess(SharePool after, SharePool before) =>
        (after.Assets + UInt256.One) * (before.Shares + before.VirtualShares)
            < (before.Assets + UInt256.One) * (after.Shares + after.VirtualShares);

    private static string Draw(Dice dice) => dice.Below(4) switch
    {
        0 => DrawEntry(dice),
        1 => DrawExit(dice),
        2 => DrawMove(dice),
        _ => DrawFact(dice),
    };

    private static string DrawEntry(Dice dice)
    {
        string who = dice.Of<string>(_people);
        return dice.Below(5) switch
        {
            0 => $"mint {who} V {dice.Below(2000)}",
            1 => $"send {who} V {dice.Below(300)} {dice.Of<string>(_people)}",
            _ => $"deposit {who} V {dice.Below(2000)}",
        };
    }

    private static string DrawExit(Dice dice)
    {
        string who = dice.Of<string>(_people);
        return dice.Below(8) switch
        {
            0 => $"withdraw {who} V {dice.Below(500)}",
            1 => $"redeem {who} V {dice.Below(500)}",
            2 or 3 => $"claim V {dice.Below(12)}",
            4 => $"give {who} V {dice.Below(12)} {dice.Of<string>(_people)}",
            _ => $"request {who} V {dice.Below(600)}",
        };
    }

    private static string DrawMove(Dice dice)
    {
        string adapter = dice.Of("A", "A", "Y", "L");
        int amount = dice.Below(1500);
        return dice.Below(14) switch
        {
            0 => $"allocate cur V {adapter} {amount}",
            1 => $"allocateAll cur V {amount}",
            2 => $"allocateExact cur V {adapter} {amount}",
            3 => $"deallocate cur V {adapter} {amount}",
            4 => $"deallocateAll cur V {amount}",
            5 => $"deallocateExact cur V {amount}",
            6 => $"force cur V {adapter} {amount / 4}",
            7 => $"limits cur V {adapter} {amount * 4} {dice.Of("0.2e18", "0.7e18", "1e18")}",
            8 => $"performance cur V {dice.Of("0", "0.2e18")} fees",
            9 => $"management cur V {dice.Of("0", "1585489599")} fees",
            10 => dice.Of("sweep V", "fill V", "accrue V", "swap cur V A Y"),
            _ => $"exchange cur L tI {amount} {amount * 89 / 100} {dice.Of<string>(_people)}",
        };
    }

    private static string DrawFact(Dice dice)
    {
        int amount = dice.Below(300);
        return dice.Below(13) switch
        {
            0 => $"slash mid A {amount}",
            1 => $"release net A {amount}",
            2 => $"reward payer A {amount}",
            3 => $"interest payer Y {amount}",
            4 => $"loss Y {amount}",
            5 => $"lent Y {amount * 8}",
            6 => $"pay payer V {amount / 4}",
            7 => $"settle issuer L tI {amount} {amount}",
            8 => $"price L tI {dice.Of("0.9e18", "0.95e18", "0.8e18")}",
            9 or 10 => $"pay issuer L {amount * 5} tI",
            _ => $"pass {dice.Of(1, 33, 66, 99, 3600)}",
        };
    }
}
