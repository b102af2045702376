using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Slashing;

/// <summary>The rule that a staker's withdrawals wait as long as the slowest service it is bonded to
/// says.</summary>
/// <remarks>
/// A bond that ends counts until its own time is over, and until then the staker takes on no other. Source:
/// Octopus, <c>staker.rs</c> of its restaking base.
/// </remarks>
public sealed class Bonds
{
    private readonly Store _store;
    private readonly Clock _clock;
    private readonly Table<Address, ulong> _unbondingSeconds;
    private readonly OrderedSet<Address, Bond> _bonds;
    private readonly Table<Pair, ulong> _secondsOf;
    private readonly Table<Address, ulong> _unbondedAt;

    internal Bonds(Store store, Clock clock)
    {
        _store = store;
        _clock = clock;
        _unbondingSeconds = store.Table<Address, ulong>();
        _bonds = new(store);
        _secondsOf = store.Table<Pair, ulong>();
        _unbondedAt = store.Table<Address, ulong>();
    }

    /// <summary>How long bonds to a service take to end, for those that begin at this moment; 0 when it
    /// asks for none.</summary>
    public ulong UnbondingSeconds(Address service) => _unbondingSeconds[service];

    /// <summary>The bonds of a staker, each with the time that held when it began.</summary>
    public IReadOnlyList<Bond> Of(Address staker) => _bonds.ToArray(staker);

    /// <summary>When the last bond that has ended is over, in seconds.</summary>
    public ulong UnbondedAt(Address staker) => _unbondedAt[staker];

    /// <summary>How long a withdrawal that begins at this moment takes: the longest of all bonds, in
    /// seconds.</summary>
    public ulong DelaySeconds(Address staker)
    {
        ulong longest = UnbondedAt(staker) > _clock.Seconds ? UnbondedAt(staker) - _clock.Seconds : 0;
        for (int i = 0; i < _bonds.Count(staker); i++)
        {
            longest = Math.Max(longest, _bonds.At(staker, i).UnbondingSeconds);
        }

        return longest;
    }

    internal Refusal? SetUnbonding(Address service, ulong seconds)
    {
        _unbondingSeconds[service] = seconds;
        return null;
    }

    internal Refusal? Begin(Address staker, Address service)
    {
        ulong seconds = UnbondingSeconds(service);
        if (seconds == 0) return SlashingRefusals.NoUnbondingPeriod;
        if (_secondsOf[new(staker, service)] != 0) return SlashingRefusals.AlreadyBonded;
        if (UnbondedAt(staker) > _clock.Seconds) return SlashingRefusals.StillUnbonding;

        _secondsOf[new(staker, service)] = seconds;
        _ = _bonds.Add(staker, new(service, seconds));
        _store.Emit(new BondBegun(service, staker, seconds));
        return null;
    }

    internal Refusal? End(Address staker, Address service)
    {
        ulong seconds = _secondsOf[new(staker, service)];
        if (seconds == 0) return SlashingRefusals.NotBonded;

        _secondsOf[new(staker, service)] = 0;
        _ = _bonds.Remove(staker, new(service, seconds));
        ulong over = _clock.Seconds + seconds;
        _unbondedAt[staker] = Math.Max(UnbondedAt(staker), over);
        _store.Emit(new BondEnded(service, staker, over));
        return null;
    }

    private readonly record struct Pair(Address Staker, Address Service);
}

/// <summary>A service that someone is bonded to.</summary>
/// <param name="Service">The service.</param>
/// <param name="UnbondingSeconds">How long the bond takes to end.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct Bond(Address Service, ulong UnbondingSeconds);
