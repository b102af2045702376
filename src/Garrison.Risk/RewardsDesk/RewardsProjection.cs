using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Engine.Staking;
using Garrison.Primitives;
using Garrison.Simulation.Books;
using Garrison.Simulation.Rewards;

namespace Garrison.Risk.RewardsDesk;

/// <summary>A root that was posted, with the tree it is the root of.</summary>
/// <param name="Index">Its place among the roots on chain.</param>
/// <param name="LastDay">The last day it counts.</param>
/// <param name="Tree">What everyone had earned by then.</param>
public sealed record PostedRoot(uint Index, int LastDay, EarningsTree Tree);

/// <summary>A book's rewards, played forward: what is paid in, divided each day, and posted each
/// week.</summary>
/// <remarks>
/// Everything goes through the engine, and the calculation knows nothing but receipts and what services are
/// seen to list. Nobody moves unless told to. Runs of the calculation are the roots that are posted, since
/// what a run pays depends on those before it.
/// </remarks>
public sealed class RewardsProjection
{
    /// <summary>How many days lie between two roots.</summary>
    public const int DaysPerRoot = 7;

    // Services are asked every day; a clock run far ahead would ask them without end.
    private const ulong YearsMax = 10;

    private readonly Func<Address, bool> _watch;
    private readonly ServiceListings _listings;
    private readonly SubmissionFees _fees = new();
    private readonly HashSet<Address> _emitted;
    private readonly List<Command> _commands = [];
    private readonly List<RewardRow> _rows = [];
    private readonly List<RewardWindow> _windows = [];
    private readonly List<PostedRoot> _roots = [];

    /// <summary>A projection in which nothing has happened yet.</summary>
    /// <param name="book">Whose market it is.</param>
    /// <param name="watch">Whose rows are kept; null for nobody's.</param>
    public RewardsProjection(Book book, Func<Address, bool>? watch)
    {
        ArgumentNullException.ThrowIfNull(book);
        Book = book;
        _watch = watch ?? (static _ => false);
        _listings = new ServiceListings(Reader);
        _emitted =
        [
            .. book.Programmes.Where(static one => one.Source == RewardSource.Emission)
                .Select(static one => one.Token.Address),
        ];
        Calculation = new RewardsCalculation(Reader.History, Forks.Newest);
    }

    /// <summary>Whose market it is.</summary>
    public Book Book { get; }

    /// <summary>The world, as far as it was played.</summary>
    public World World { get; } = new();

    /// <summary>The facts, as the indexer knows them.</summary>
    public ReceiptReader Reader { get; } = new();

    /// <summary>The calculation, as far as roots were posted.</summary>
    public RewardsCalculation Calculation { get; }

    /// <summary>What was executed since the book or the journal ended.</summary>
    public IReadOnlyList<Command> Commands => _commands;

    /// <summary>The rows of those who are watched, of all runs.</summary>
    public IReadOnlyList<RewardRow> Rows => _rows;

    /// <summary>Which days of which rewards the runs paid.</summary>
    public IReadOnlyList<RewardWindow> Windows => _windows;

    /// <summary>The roots that were posted.</summary>
    public IReadOnlyList<PostedRoot> Roots => _roots;

    /// <summary>The day of the clock, since the Unix epoch.</summary>
    public int Today => Days.Of((long)World.Clock.Seconds);

    /// <summary>The last day that the runs so far counted; the day before the first one without a
    /// run.</summary>
    public int LastDay => (Calculation.State.CutoffDay ?? (Days.Of((long)Book.World.Clock.Seconds) + 1)) - 1;

    /// <summary>The protocol fee that was taken from a submission, in its token's smallest unit.</summary>
    public UInt256 FeeOf(PaidReward reward) => _fees[reward.Hash];

    /// <summary>What became of a reward so far.</summary>
    /// <exception cref="InvalidOperationException">The account does not balance: a bug of ours.</exception>
    public RewardAccount AccountOf(PaidReward reward)
    {
        RewardAccount account = Calculation.State.AccountOf(reward);
        return account.IsBalanced
            ? account
            : throw new InvalidOperationException($"the account of {reward.Hash} does not balance");
    }

    /// <summary>A book, played again, with what it pays paid in.</summary>
    /// <param name="book">The book.</param>
    /// <param name="watch">Whose rows are kept; null for nobody's.</param>
    /// <exception cref="WhatIfRefusedException">A submission breaks a rule.</exception>
    public static RewardsProjection Open(Book book, Func<Address, bool>? watch = null)
    {
        RewardsProjection projection = new(book, watch);
        foreach (Command command in book.Commands)
        {
            projection.Absorb(command, projection.World.Execute(command));
        }

        projection.PayIn();
        return projection;
    }

    /// <summary>A journal of a book, played again; what the book pays is paid in unless it was.</summary>
    /// <param name="book">The book that the journal began with.</param>
    /// <param name="lines">The journal.</param>
    /// <param name="watch">Whose rows are kept; null for nobody's.</param>
    /// <exception cref="JournalException">The journal is damaged.</exception>
    /// <exception cref="BookException">It is of another book, or has roots that are not right.</exception>
    public static RewardsProjection Resume(
        Book book, IEnumerable<string> lines, Func<Address, bool>? watch = null)
    {
        RewardsProjection projection = new(book, watch);
        _ = Journal.Resume(projection.World, lines, projection.Absorb);
        if (!book.Operators.All(one => projection.World.EigenLayer.Delegation.IsOperator(one.Address)))
        {
            throw new BookException(
                $"the journal is not one of {book.Name}: operators of the book are missing");
        }

        ulong latest = book.World.Clock.Seconds + YearsMax * 365 * (ulong)Days.Seconds;
        if (projection.World.Clock.Seconds > latest)
        {
            throw new BookException(
                $"the clock of the journal is more than {YearsMax} years past that of {book.Name}");
        }

        projection.PayIn();
        return projection;
    }

    /// <summary>Executes a command that is part of what is tried.</summary>
    /// <exception cref="WhatIfRefusedException">A rule of the protocol forbids it.</exception>
    public Accepted Do(Command command)
    {
        Receipt receipt = World.Execute(command);
        if (receipt is Refused refused)
        {
            throw new WhatIfRefusedException(
                $"the rules say {refused.Reason} to {command.GetType().Name} of {command.Sender}");
        }

        _commands.Add(command);
        Absorb(command, receipt);
        return (Accepted)receipt;
    }

    /// <summary>Lets time pass until the first seconds of a day, unless it is that day or later.</summary>
    public void AdvanceTo(int day) => WaitUntil(((ulong)day * Days.Seconds) + Spec.SecondsPerSlot);

    /// <summary>Lets time pass until a time, in seconds since the Unix epoch, unless it is later.</summary>
    public void WaitUntil(ulong seconds)
    {
        if (seconds <= World.Clock.Seconds) return;

        ulong passed = seconds - World.Clock.Seconds;
        ulong blocks = ((UInt256)passed).DivUp(Spec.SecondsPerSlot).ToUInt64();
        _ = Do(new AdvanceClock(ProgrammeCommands.Governor, blocks, passed));
    }

    /// <summary>Lets time pass and posts a root each week, and one that counts up to a day.</summary>
    /// <param name="lastDay">The last day that is to be counted.</param>
    public void RunTo(int lastDay)
    {
        while (LastDay + DaysPerRoot < lastDay) RunOnce(LastDay + DaysPerRoot);

        if (LastDay < lastDay) RunOnce(lastDay);
    }

    private void RunOnce(int lastDay)
    {
        AdvanceTo(lastDay + 1);
        if (Calculate(lastDay + 1) is { } tree)
        {
            _ = Do(new SubmitRoot(ProgrammeCommands.Updater, tree.Root, (uint)lastDay * Days.Seconds));
        }
    }

    private void PayIn()
    {
        if (!World.EigenLayer.Rewards.Self.IsZero) return;

        foreach (Command command in ProgrammeCommands.Build(Book, World.Clock.Seconds)) _ = Do(command);
    }

    private void Absorb(Command command, Receipt receipt)
    {
        if (receipt is not Accepted accepted) return;

        int before = Reader.History.Rewards.Count;
        Reader.Read(World.Clock.Block, (long)World.Clock.Seconds, accepted);
        _listings.Observe(World, accepted, command is AdvanceClock);
        _fees.Read(World, accepted, [.. Reader.History.Rewards.Skip(before)]);
        for (int i = before; i < Reader.History.Rewards.Count; i++)
        {
            PaidReward reward = Reader.History.Rewards[i];
            if (_emitted.Contains(reward.Token))
            {
                Reader.History.Rewards[i] = reward with { Source = RewardSource.Emission };
            }
        }

        foreach (DistributionRootSubmitted posted in accepted.Events.OfType<DistributionRootSubmitted>())
        {
            Note(posted);
        }
    }

    private void Note(DistributionRootSubmitted posted)
    {
        int lastDay = Days.Of(posted.RewardsCalculationEndTimestamp);
        EarningsTree? tree = LastDay < lastDay ? Calculate(lastDay + 1) : TreeNow();
        if (tree is null || tree.Root != posted.Root)
        {
            throw new BookException(
                $"root {posted.RootIndex}, which counts to {Days.ToDate(lastDay):yyyy-MM-dd}, is not the one "
                    + "that the calculation comes to");
        }

        _roots.Add(new PostedRoot(posted.RootIndex, lastDay, tree));
    }

    private EarningsTree? Calculate(int cutoffDay)
    {
        RewardsRun run = Calculation.Run(cutoffDay, (long)World.Clock.Seconds, _watch);
        _rows.AddRange(run.Rows);
        _windows.AddRange(run.Windows);
        return TreeNow();
    }

    private EarningsTree? TreeNow() =>
        Calculation.State.Earned.Count == 0 ? null : new EarningsTree(Calculation.State.Earned);
}
