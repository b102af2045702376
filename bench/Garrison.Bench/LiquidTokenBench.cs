using System.Diagnostics;

using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Engine.LiquidRestaking.Renzo;
using Garrison.Primitives;
using Garrison.Risk.LiquidRestaking;
using Garrison.Risk.Restaking;
using Garrison.Simulation.Books;

namespace Garrison.Bench;

/// <summary>A year of Renzo on the real operators: 10,000 holders who come and go, and a whole report every
/// day.</summary>
internal static class LiquidTokenBench
{
    private const int Holders = 10_000;
    private const int Days = 365;
    private const int ActiveEach = 30;
    private const ulong DaySeconds = 86_400;
    private const ulong DayBlocks = 7_200;
    private const double BarSeconds = 10;

    private static readonly Address _governor = BookReader.AssumedAddress("governor");

    public static IEnumerable<BenchResult> Run()
    {
        IssuerBook book = BookReader.LoadIssuers(Repository.Path("books", "lrt-2024-10"));
        List<double> seconds = [];
        long commands = 0;
        for (int round = 0; round < 3; round++)
        {
            using var process = Process.GetCurrentProcess();
            TimeSpan before = process.TotalProcessorTime;
            commands = Year(book);
            process.Refresh();
            seconds.Add((process.TotalProcessorTime - before).TotalSeconds);
        }

        double median = Measure.Median([.. seconds]);
        yield return new BenchResult(
            "lrt",
            median,
            "s",
            $"{Days} days, {commands} commands; times below the bar of 10 s",
            BarSeconds / median);
    }

    private static long Year(IssuerBook book)
    {
        World world = book.World.Fork();
        BookIssuer renzo = book.Issuers.First(static one => one.Kind == IssuerKind.Renzo);
        Address[] holders = Spread(world, renzo);
        long commands = 0;
        long accepted = 0;
        for (int day = 0; day < Days; day++)
        {
            commands += Pass(world, renzo);
            for (int holder = day % ActiveEach; holder < Holders; holder += ActiveEach)
            {
                accepted += Act(world, holders[holder], (day / ActiveEach) + holder) is Accepted ? 1 : 0;
                commands++;
            }

            Report(book, world, renzo, holders);
        }

        return accepted * 10 > commands * 9
            ? commands
            : throw new InvalidOperationException($"Of {commands} commands only {accepted} were accepted.");
    }

    private static Address[] Spread(World world, BookIssuer renzo)
    {
        Address wallets = renzo.Holders[0].Account;
        UInt256 each = world.Ledger.Balance(renzo.Token, wallets).DivDown(Holders);
        Address[] holders = new Address[Holders];
        for (int i = 0; i < Holders; i++)
        {
            holders[i] = Address.FromNumber(0x10_0000UL + (ulong)i);
            Do(world, new Transfer(wallets, renzo.Token, holders[i], each));
            Do(world, new Mint(_governor, Ledger.Ether, holders[i], Wad.Scale * 100UL));
        }

        return holders;
    }

    // A day: its price, its rewards of about 3 % a year, and what stands idle goes to validators.
    private static int Pass(World world, BookIssuer renzo)
    {
        Do(world, new AdvanceClock(_governor, DayBlocks, DaySeconds));
        foreach (BookIssuerAsset asset in renzo.Assets.Where(static one => one.Asset != Ledger.Ether))
        {
            Do(world, new PostAssetPrice(
                _governor,
                BookReader.AssumedAddress($"lrt-2024-10/Renzo feed of {asset.Symbol}"),
                asset.Asset,
                Int256.FromUInt256(asset.Price.Raw),
                world.Clock.Seconds));
        }

        Do(world, new Mint(_governor, Ledger.Ether, _governor, Wad.Scale * 25UL));
        Do(world, new SendRenzoRewards(_governor, Wad.Scale * 25UL));
        int staked = 0;
        while (world.Execute(new StakeRenzoEther(_governor, renzo.Operators[staked % 5].Cohort, ""))
            is Accepted)
        {
            staked++;
        }

        return staked + 5;
    }

    // Month by month each holder asks to leave with a token, claims, and puts an ether in.
    private static Receipt Act(World world, Address holder, int turn) => world.Execute((turn % 3) switch
    {
        0 => new DepositEtherToRenzo(holder, Wad.Scale, UInt256.Zero),
        1 => new RequestRenzoWithdrawal(holder, Ledger.Ether, Wad.Scale),
        _ => new ClaimRenzoWithdrawal(holder, holder, UInt256.Zero),
    });

    private static void Report(IssuerBook book, World world, BookIssuer renzo, Address[] holders)
    {
        var view = TokenView.Of(renzo, world);
        LookThrough look = new(book, world);
        BlockTime later = BlockTime.AtBlock(
            world.Clock, world.EigenLayer.Withdrawals.SlashableUntil((uint)world.Clock.Block));
        UInt256 slashable = look.SlashableOf(renzo, later).Sum(static part => part.EtherNow);
        UInt256 worth = UInt256.Zero;
        foreach (Address holder in holders)
        {
            worth += view.WorthDown(world.Ledger.Balance(renzo.Token, holder));
        }

        var once = ValueOnce.Of(book, world);
        if (view.Rate is null || slashable.IsZero || worth.IsZero || once.Once >= once.AddedUp)
        {
            throw new InvalidOperationException("The report of a day makes no sense.");
        }
    }

    private static void Do(World world, Command command)
    {
        if (world.Execute(command) is Refused refused)
        {
            throw new InvalidOperationException($"{refused.Reason}: {EngineJson.Write(command)}");
        }
    }
}
