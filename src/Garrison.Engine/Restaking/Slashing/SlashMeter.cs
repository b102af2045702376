using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Slashing;

/// <summary>How much voting power may still be slashed before slashes have to wait.</summary>
/// <remarks>
/// A slash passes while the meter is not below 0 and takes the whole power of the slashed off it, so one
/// large operator can push it far down; each period gives one allowance back, up to the allowance. Source:
/// Cosmos Interchain Security, <c>throttle.go</c> and <c>relay.go</c> of the provider.
/// </remarks>
/// <param name="Power">What is left, in units of power; below 0 while slashes have to wait.</param>
/// <param name="ReplenishAt">When the next allowance comes, in seconds.</param>
public readonly record struct SlashMeter(Int256 Power, ulong ReplenishAt)
{
    /// <summary>A meter that is full, whatever the allowance is.</summary>
    public static SlashMeter Full { get; } = new(Int256.MaxValue, 0);

    /// <summary>Whether slashes have to wait.</summary>
    public bool IsExhausted => Power.IsNegative;

    /// <summary>What a period gives: totalPower · fraction to the nearest whole, a half to the even one,
    /// and at least 1.</summary>
    /// <exception cref="OverflowException">The result does not fit in 256 bits.</exception>
    public static UInt256 AllowanceHalfEven(UInt256 totalPower, Wad fraction)
    {
        UInt256 down = fraction.MulDown(totalPower);
        UInt256 twiceRest = UInt256.MulMod(totalPower, fraction.Raw, Wad.Scale) * 2UL;
        bool isUp = twiceRest > Wad.Scale || (twiceRest == Wad.Scale && !down.Mod(2UL).IsZero);
        return UInt256.Max(UInt256.One, isUp ? down + UInt256.One : down);
    }

    /// <summary>The meter at a later time, with all allowances that have come.</summary>
    /// <remarks>
    /// The chain looks at every block. A full meter pushes the next allowance a period ahead each time; one
    /// that is not full gets an allowance whenever the time has come. Here the blocks between two slashes
    /// are caught up in one step.
    /// </remarks>
    /// <param name="now">The time, in seconds.</param>
    /// <param name="allowance">What a period gives, and what the meter holds at most; above 0.</param>
    /// <param name="periodSeconds">How long a period is; above 0.</param>
    public SlashMeter At(ulong now, UInt256 allowance, ulong periodSeconds)
    {
        Int256 full = Int256.FromUInt256(allowance);
        SlashMeter filled = new(full, now + periodSeconds);
        if (Power >= full) return filled;
        if (now < ReplenishAt) return this;

        ulong due = ((now - ReplenishAt) / periodSeconds) + 1;
        UInt256 missing = (full - Power).ToUInt256().DivUp(allowance);
        return missing <= due
            ? filled
            : new(Power + Int256.FromUInt256(allowance * due), ReplenishAt + (due * periodSeconds));
    }

    /// <summary>The meter after a slash.</summary>
    /// <param name="power">The power of the slashed; 0 when it had none any more.</param>
    public SlashMeter Minus(UInt256 power) => this with { Power = Power - Int256.FromUInt256(power) };
}

/// <summary>The rule that slashes of a service wait while too much power was slashed lately.</summary>
public sealed class SlashMeters
{
    private readonly Store _store;
    private readonly Clock _clock;
    private readonly Table<Address, Settings> _settings;
    private readonly Table<Address, SlashMeter> _meter;

    internal SlashMeters(Store store, Clock clock)
    {
        _store = store;
        _clock = clock;
        _settings = store.Table<Address, Settings>();
        _meter = store.Table<Address, SlashMeter>();
    }

    /// <summary>Whether a service has the rule on.</summary>
    public bool IsOn(Address service) => _settings[service].PeriodSeconds != 0;

    /// <summary>The meter of a service that has the rule on, at this moment.</summary>
    /// <param name="service">Which service.</param>
    /// <param name="totalPower">The power of all its operators.</param>
    public SlashMeter Of(Address service, UInt256 totalPower)
    {
        Settings settings = _settings[service];
        UInt256 allowance = SlashMeter.AllowanceHalfEven(totalPower, new Wad(settings.Fraction));
        return _meter[service].At(_clock.Seconds, allowance, settings.PeriodSeconds);
    }

    internal Refusal? Set(Address service, UInt256 fraction, ulong periodSeconds)
    {
        if (fraction > Wad.Scale) return SlashingRefusals.InvalidFraction;

        bool isOn = periodSeconds != 0;
        _settings[service] = isOn ? new(fraction, periodSeconds) : default;
        _meter[service] = isOn ? SlashMeter.Full : default;
        return null;
    }

    internal Refusal? Pass(ISlashTarget slash, Evidence evidence)
    {
        if (!IsOn(slash.Service)) return null;

        SlashMeter meter = Of(slash.Service, evidence.TotalPower);
        if (meter.IsExhausted) return SlashingRefusals.SlashMeterExhausted;

        meter = meter.Minus(evidence.Power);
        _meter[slash.Service] = meter;
        _store.Emit(new SlashMeterLowered(slash.Service, slash.Operator, evidence.Power, meter.Power));
        return null;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Settings(UInt256 Fraction, ulong PeriodSeconds);
}
