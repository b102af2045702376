using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Slashing;

/// <summary>What other restaking systems put between an offence and its slash, as rules that a service can
/// switch on.</summary>
/// <remarks>
/// A slash that is proposed here passes the registered maximum, the span, the epoch's cap and the meter,
/// waits while it can be called off, and is then executed by its protocol. The span comes before the cap,
/// since the cap counts what is taken. Where a rule leaves less than was asked for, the protocol gets a
/// smaller slash. While every rule is off, a proposal does what the slash itself does. Equations:
/// <c>docs/models/slash-rules.md</c>.
/// </remarks>
public sealed class SlashPipeline
{
    private readonly Store _store;

    internal SlashPipeline(Store store, Clock clock, Ledger ledger)
    {
        _store = store;
        Maximums = new RegisteredMaximums(store, clock);
        Spans = new Spans(store, clock);
        EpochCaps = new EpochCaps(store, clock);
        Meters = new SlashMeters(store, clock);
        Pending = new PendingSlashes(store, clock);
        Locked = new LockedSlashes(store, clock, ledger);
        Bonds = new Bonds(store, clock);
    }

    /// <summary>How much a slash takes at most, said beforehand.</summary>
    public RegisteredMaximums Maximums { get; }

    /// <summary>The most of several offences, and not their sum.</summary>
    public Spans Spans { get; }

    /// <summary>How much an operator loses in an epoch at most.</summary>
    public EpochCaps EpochCaps { get; }

    /// <summary>How much power is slashed in a while at most.</summary>
    public SlashMeters Meters { get; }

    /// <summary>Slashes that can still be called off.</summary>
    public PendingSlashes Pending { get; }

    /// <summary>Slashed tokens that can still be given back.</summary>
    public LockedSlashes Locked { get; }

    /// <summary>Who is bonded to which services, and how long that holds withdrawals.</summary>
    public Bonds Bonds { get; }

    internal Refusal? Propose(World world, ProposeSlash proposal)
    {
        Command command = proposal.Slash;
        if (SlashTargets.Of(world, command) is not { } slash) return SlashingRefusals.NotASlash;
        if (command.Sender != proposal.Sender) return SlashingRefusals.Unauthorized;

        // The protocol speaks first, so that nobody without the right to slash uses up what others may
        // take.
        if (Rehearse(world, command) is { } unfit) return unfit;

        UInt256[] amounts = Asked(slash);
        Evidence evidence = proposal.Evidence;
        Refusal? refusal = Maximums.Check(slash)
            ?? Spans.Cut(slash, evidence, amounts)
            ?? EpochCaps.Cut(slash, amounts)
            ?? Meters.Pass(slash, evidence);
        if (refusal is not null) return refusal;

        Maximums.Record(slash);
        Spans.Record(slash, evidence, amounts);
        EpochCaps.Record(slash, amounts);
        EmitCuts(slash, amounts);
        RegisteredMaximum terms = Maximums.Of(slash.Service);
        return terms.IsOn
            ? Pending.Add(slash, command, terms, amounts)
            : slash.Taking(amounts) is { } cut ? cut.Apply(world) : SlashingRefusals.NothingToSlash;
    }

    internal Refusal? Finalize(World world, FinalizeSlash finalization)
    {
        if (SlashTargets.Of(world, finalization.Slash) is not { } slash) return SlashingRefusals.NotASlash;

        return Pending.Finalize(finalization.Id, slash, finalization.Slash, out UInt256[] amounts)
            ?? slash.Taking(amounts)?.Apply(world);
    }

    internal Refusal? Cancel(World world, CancelSlash cancellation)
    {
        if (SlashTargets.Of(world, cancellation.Slash) is not { } slash) return SlashingRefusals.NotASlash;

        return Pending.Cancel(cancellation.Sender, cancellation.Id, slash, cancellation.Slash);
    }

    private static UInt256[] Asked(ISlashTarget slash)
    {
        var amounts = new UInt256[slash.Places.Count];
        for (int i = 0; i < amounts.Length; i++)
        {
            amounts[i] = slash.AskedDown(i, slash.StakeIn(i));
        }

        return amounts;
    }

    private Refusal? Rehearse(World world, Command slash)
    {
        Checkpoint before = _store.Checkpoint();
        Refusal? refusal = slash.Apply(world);
        _store.Revert(before);
        return refusal;
    }

    private void EmitCuts(ISlashTarget slash, ReadOnlySpan<UInt256> amounts)
    {
        UInt256[] asked = Asked(slash);
        for (int i = 0; i < asked.Length; i++)
        {
            if (asked[i] == amounts[i]) continue;

            _store.Emit(new SlashCut(slash.Service, slash.Operator, slash.Places[i], asked[i], amounts[i]));
        }
    }
}
