using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Slashing;

/// <summary>Slashes that wait until nobody can call them off any more.</summary>
/// <remarks>
/// What is set aside does not grow or shrink with the stake; at the end the smaller of it and what is there
/// is taken. Only a hash of the slash is kept, so whoever ends the wait says the slash again. Source:
/// Karak's
/// <c>SlasherLib.sol</c>, where the committee may cancel as long as nobody has finalized; here only in the
/// window.
/// </remarks>
public sealed class PendingSlashes
{
    private readonly Store _store;
    private readonly Clock _clock;
    private readonly Cell<ulong> _count;
    private readonly Table<ulong, PendingSlash> _pending;
    private readonly Table<Share, UInt256> _earmark;

    internal PendingSlashes(Store store, Clock clock)
    {
        _store = store;
        _clock = clock;
        _count = store.Cell<ulong>();
        _pending = store.Table<ulong, PendingSlash>();
        _earmark = store.Table<Share, UInt256>();
    }

    /// <summary>How many slashes have ever waited; the newest has this number.</summary>
    public ulong Count => _count.Value;

    /// <summary>A slash that waits; of no service when there is none of this number.</summary>
    public PendingSlash Of(ulong id) => _pending[id];

    /// <summary>What a slash has set aside in a place.</summary>
    public UInt256 EarmarkIn(ulong id, Address place) => _earmark[new(id, place)];

    internal Refusal? Add(
        ISlashTarget slash, Command command, RegisteredMaximum terms, ReadOnlySpan<UInt256> amounts)
    {
        ulong id = Count + 1;
        _count.Set(id);
        ulong deadline = _clock.Seconds + terms.VetoSeconds;
        _pending[id] = new(slash.Service, terms.Committee, RootOf(command), deadline);
        _store.Emit(new SlashQueued(slash.Service, id, slash.Operator, deadline));
        for (int i = 0; i < amounts.Length; i++)
        {
            _earmark[new(id, slash.Places[i])] = amounts[i];
            _store.Emit(new SlashEarmarked(slash.Service, id, slash.Places[i], amounts[i]));
        }

        return null;
    }

    internal Refusal? Cancel(Address sender, ulong id, ISlashTarget slash, Command command)
    {
        PendingSlash pending = Of(id);
        if (sender != pending.Committee) return SlashingRefusals.Unauthorized;
        if (pending.Root != RootOf(command)) return SlashingRefusals.InvalidSlashingParams;
        if (_clock.Seconds >= pending.Deadline) return SlashingRefusals.VetoPeriodEnded;

        Remove(id, slash);
        _store.Emit(new SlashCancelled(pending.Service, id));
        return null;
    }

    /// <summary>Ends the wait of a slash, and says how much it takes in each place.</summary>
    internal Refusal? Finalize(ulong id, ISlashTarget slash, Command command, out UInt256[] amounts)
    {
        amounts = new UInt256[slash.Places.Count];
        PendingSlash pending = Of(id);
        if (pending.Root != RootOf(command)) return SlashingRefusals.InvalidSlashingParams;
        if (_clock.Seconds < pending.Deadline) return SlashingRefusals.MinSlashingDelayNotPassed;

        for (int i = 0; i < amounts.Length; i++)
        {
            amounts[i] = UInt256.Min(EarmarkIn(id, slash.Places[i]), slash.StakeIn(i));
        }

        Remove(id, slash);
        _store.Emit(new SlashFinalized(pending.Service, id));
        return null;
    }

    private static Hash32 RootOf(Command command) => Keccak.HashText(EngineJson.Write(command));

    private void Remove(ulong id, ISlashTarget slash)
    {
        _pending[id] = default;
        foreach (Address place in slash.Places)
        {
            _earmark[new(id, place)] = UInt256.Zero;
        }
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Share(ulong Id, Address Place);
}

/// <summary>A slash that waits.</summary>
/// <param name="Service">Whose it is.</param>
/// <param name="Committee">Who can call it off.</param>
/// <param name="Root">The Keccak hash of the slash as it is written in a journal.</param>
/// <param name="Deadline">Until when it can be called off, in seconds; from then on it can be
/// executed.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct PendingSlash(Address Service, Address Committee, Hash32 Root, ulong Deadline);
