using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Slashing;

/// <summary>The rule that offences of one span cost the most that any of them does, and not their
/// sum.</summary>
/// <remarks>
/// Time is counted in eras from second 0. Everyone's first span began long ago; an offence in the newest
/// span ends it with the era in which it is reported. So several offences share a span when they were all
/// committed before the first of them was punished. A slash asks for its part of the stake that the span
/// found when it first took some. Source: Polkadot, <c>slashing.rs</c> of its staking pallet.
/// </remarks>
public sealed class Spans
{
    private readonly Clock _clock;
    private readonly Table<Address, SpanSettings> _settings;
    private readonly History<Offender, ulong> _span;
    private readonly Table<Place, SpanLoss> _loss;

    internal Spans(Store store, Clock clock)
    {
        _clock = clock;
        _settings = store.Table<Address, SpanSettings>();
        _span = new(store);
        _loss = store.Table<Place, SpanLoss>();
    }

    /// <summary>The rule of a service; of no length when it is off.</summary>
    public SpanSettings Of(Address service) => _settings[service];

    /// <summary>The number of the span that a moment belongs to.</summary>
    public ulong SpanAt(Address service, Address @operator, ulong seconds) =>
        _span.At(new(service, @operator), Of(service).EraOf(seconds), 0);

    /// <summary>What a span has taken in a place.</summary>
    public SpanLoss LossIn(Address service, Address @operator, Address place, ulong span) =>
        _loss[new(service, @operator, place, span)];

    internal Refusal? Set(Address service, SpanSettings settings)
    {
        // Spans are numbered by era, so eras of another length would change which span a moment is in.
        if (Of(service).EraSeconds != 0) return SlashingRefusals.SpansAlreadySet;
        if (settings.EraSeconds == 0) return SlashingRefusals.InvalidPeriod;

        _settings[service] = settings;
        return null;
    }

    /// <summary>Cuts amounts to what they are above the losses of the span.</summary>
    internal Refusal? Cut(ISlashTarget slash, Evidence evidence, Span<UInt256> amounts)
    {
        SpanSettings settings = Of(slash.Service);
        if (settings.EraSeconds == 0) return null;
        if (evidence.OffenceSeconds > _clock.Seconds) return SlashingRefusals.OffenceInFuture;
        if (!settings.Covers(evidence.OffenceSeconds, _clock.Seconds)) return SlashingRefusals.OffenceTooOld;

        ulong span = SpanAt(slash.Service, slash.Operator, evidence.OffenceSeconds);
        bool isCut = false;
        bool isAnyLeft = false;
        for (int i = 0; i < amounts.Length; i++)
        {
            SpanLoss loss = LossIn(slash.Service, slash.Operator, slash.Places[i], span);
            UInt256 stake = loss.Stake.IsZero ? slash.StakeIn(i) : loss.Stake;
            UInt256 excess = loss.ExcessOf(slash.AskedDown(i, stake));
            UInt256 left = UInt256.Min(amounts[i], excess);
            isCut |= left != amounts[i];
            isAnyLeft |= !left.IsZero;
            amounts[i] = left;
        }

        return isCut && !isAnyLeft ? SlashingRefusals.SpanAlreadySlashed : null;
    }

    /// <summary>Counts what is taken, and ends the span if it was the newest.</summary>
    internal void Record(ISlashTarget slash, Evidence evidence, ReadOnlySpan<UInt256> amounts)
    {
        SpanSettings settings = Of(slash.Service);
        if (settings.EraSeconds == 0) return;

        ulong span = SpanAt(slash.Service, slash.Operator, evidence.OffenceSeconds);
        for (int i = 0; i < amounts.Length; i++)
        {
            Place place = new(slash.Service, slash.Operator, slash.Places[i], span);
            SpanLoss loss = _loss[place];
            UInt256 stake = loss.Stake.IsZero ? slash.StakeIn(i) : loss.Stake;
            _loss[place] = new(stake, loss.Taken + amounts[i]);
        }

        Offender offender = new(slash.Service, slash.Operator);
        if (span == _span.Latest(offender, 0))
        {
            _span.Push(offender, settings.EraOf(_clock.Seconds) + 1, span + 1);
        }
    }

    private readonly record struct Offender(Address Service, Address Operator);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Place(Address Service, Address Operator, Address Where, ulong Span);
}

/// <summary>How spans are counted.</summary>
/// <param name="EraSeconds">How long an era is.</param>
/// <param name="WindowEras">How many eras an offence can lie back.</param>
public readonly record struct SpanSettings(ulong EraSeconds, ulong WindowEras)
{
    /// <summary>The era of a moment, from 0; 0 while the rule is off.</summary>
    public ulong EraOf(ulong seconds) => EraSeconds == 0 ? 0 : seconds / EraSeconds;

    /// <summary>Whether an offence can still be punished.</summary>
    public bool Covers(ulong offenceSeconds, ulong now) =>
        EraOf(now) - EraOf(offenceSeconds) <= WindowEras;
}

/// <summary>What a span has cost someone in one place.</summary>
/// <param name="Stake">What was there when the span first took some.</param>
/// <param name="Taken">How much it has taken.</param>
public readonly record struct SpanLoss(UInt256 Stake, UInt256 Taken)
{
    /// <summary>What an offence adds: max(0, asked − taken).</summary>
    public UInt256 ExcessOf(UInt256 asked) => asked.SaturatingSub(Taken);
}
