using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Slashing;

/// <summary>The rule that a service says once, for good, how much a slash takes at most, how long it can be
/// called off and how often one can come.</summary>
/// <remarks>Source: Karak, <c>SlasherLib.sol</c>, where the two times are constants of two days and the
/// committee is the protocol's.</remarks>
public sealed class RegisteredMaximums
{
    private readonly Clock _clock;
    private readonly Table<Address, RegisteredMaximum> _maximum;
    private readonly Table<Offender, ulong> _nextSlashAt;

    internal RegisteredMaximums(Store store, Clock clock)
    {
        _clock = clock;
        _maximum = store.Table<Address, RegisteredMaximum>();
        _nextSlashAt = store.Table<Offender, ulong>();
    }

    /// <summary>What a service has registered; of no percentage when nothing.</summary>
    public RegisteredMaximum Of(Address service) => _maximum[service];

    /// <summary>From when on a service may slash an operator again, in seconds.</summary>
    public ulong NextSlashAt(Address service, Address @operator) => _nextSlashAt[new(service, @operator)];

    internal Refusal? Register(Address service, RegisteredMaximum maximum)
    {
        if (Of(service).IsOn) return SlashingRefusals.AlreadyRegistered;
        if (maximum.Percentage.IsZero) return SlashingRefusals.ZeroSlashPercentage;
        if (maximum.Percentage > RegisteredMaximum.Whole) return SlashingRefusals.MaxSlashPercentageBreached;

        _maximum[service] = maximum;
        return null;
    }

    internal Refusal? Check(ISlashTarget slash)
    {
        RegisteredMaximum maximum = Of(slash.Service);
        if (!maximum.IsOn) return null;
        if (_clock.Seconds < NextSlashAt(slash.Service, slash.Operator))
        {
            return SlashingRefusals.SlashingCooldownNotPassed;
        }

        for (int i = 0; i < slash.Places.Count; i++)
        {
            if (!maximum.Allows(slash.PartUp(i))) return SlashingRefusals.MaxSlashPercentageBreached;
        }

        return null;
    }

    internal void Record(ISlashTarget slash)
    {
        RegisteredMaximum maximum = Of(slash.Service);
        if (!maximum.IsOn) return;

        _nextSlashAt[new(slash.Service, slash.Operator)] = _clock.Seconds + maximum.CooldownSeconds;
    }

    private readonly record struct Offender(Address Service, Address Operator);
}

/// <summary>What stakers know of a service's slashes beforehand.</summary>
/// <param name="Percentage">The most that one slash takes of a place, in units of 10⁻¹⁸ percent.</param>
/// <param name="VetoSeconds">How long a slash waits and can be called off; 0 to wait only for a second
/// command.</param>
/// <param name="CooldownSeconds">How long after a slash of an operator the next can be asked for.</param>
/// <param name="Committee">Who can call one off.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct RegisteredMaximum(
    UInt256 Percentage, ulong VetoSeconds, ulong CooldownSeconds, Address Committee)
{
    /// <summary>100 percent: 10²⁰.</summary>
    public static UInt256 Whole { get; } = Wad.Scale * 100UL;

    /// <summary>Whether anything was registered.</summary>
    [JsonIgnore]
    public bool IsOn => !Percentage.IsZero;

    /// <summary>Whether a slash may ask for a part of a place.</summary>
    public bool Allows(Wad part) => part.Raw * 100UL <= Percentage;
}
