using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Slashing;

/// <summary>The rule that what was slashed lies in escrow for a while, with a list of whose it was, so that
/// it can be given back.</summary>
/// <remarks>
/// The escrow is an address to which the protocol pays what it slashes: the recipient of a redistributing
/// set, the burner of a vault. It has to agree first, to one service for good. Whose it was and in which
/// proportion is said by the service, as a fact from outside. The terms of the moment of locking hold until
/// the end. After the design of Imua; see <c>docs/models/slash-rules.md</c>.
/// </remarks>
public sealed class LockedSlashes
{
    private readonly Store _store;
    private readonly Clock _clock;
    private readonly Ledger _ledger;
    private readonly Table<Address, EscrowTerms> _terms;
    private readonly Table<Address, Address> _serves;
    private readonly Cell<ulong> _count;
    private readonly Table<ulong, LockedSlash> _lock;
    private readonly Table<Place, VictimWeight> _victims;
    private readonly Table<Holding, UInt256> _locked;

    internal LockedSlashes(Store store, Clock clock, Ledger ledger)
    {
        _store = store;
        _clock = clock;
        _ledger = ledger;
        _terms = store.Table<Address, EscrowTerms>();
        _serves = store.Table<Address, Address>();
        _count = store.Cell<ulong>();
        _lock = store.Table<ulong, LockedSlash>();
        _victims = store.Table<Place, VictimWeight>();
        _locked = store.Table<Holding, UInt256>();
    }

    /// <summary>How many locks there ever were; the newest has this number.</summary>
    public ulong Count => _count.Value;

    /// <summary>The terms of a service; of no escrow when the rule is off.</summary>
    public EscrowTerms TermsOf(Address service) => _terms[service];

    /// <summary>A lock; of no amount when there is none of this number, or it is over.</summary>
    public LockedSlash Of(ulong id) => _lock[id];

    /// <summary>How much of a token lies locked in an escrow.</summary>
    public UInt256 LockedIn(Address escrow, Address token) => _locked[new(escrow, token)];

    /// <summary>The service that an escrow has agreed to keep tokens for; zero for none.</summary>
    public Address ServedBy(Address escrow) => _serves[escrow];

    /// <summary>Has an escrow keep tokens for a service, for good.</summary>
    internal Refusal? Serve(Address escrow, Address service)
    {
        if (!_serves[escrow].IsZero) return SlashingRefusals.AlreadyServes;

        _serves[escrow] = service;
        return null;
    }

    internal Refusal? Set(Address service, EscrowTerms terms)
    {
        if (!terms.Escrow.IsZero)
        {
            if (_serves[terms.Escrow] != service) return SlashingRefusals.EscrowNotAgreed;
            if (terms.Destination.IsZero) return SlashingRefusals.NoDestination;
        }

        _terms[service] = terms;
        return null;
    }

    internal Refusal? Lock(
        Address service, Address token, UInt256 amount, IReadOnlyList<VictimWeight> victims)
    {
        EscrowTerms terms = TermsOf(service);
        if (terms.Escrow.IsZero) return SlashingRefusals.NoEscrow;
        if (amount.IsZero) return SlashingRefusals.NothingToLock;

        UInt256 total = victims.Sum(static victim => victim.Weight);
        if (total.IsZero || victims.Any(static victim => victim.Victim.IsZero))
        {
            return SlashingRefusals.NoVictims;
        }

        UInt256 locked = LockedIn(terms.Escrow, token) + amount;
        if (_ledger.Balance(token, terms.Escrow) < locked) return SlashingRefusals.InsufficientEscrow;

        ulong id = Count + 1;
        _count.Set(id);
        _locked[new(terms.Escrow, token)] = locked;
        ulong until = _clock.Seconds + terms.WindowSeconds;
        _lock[id] = new(service, token, amount, total, until, terms, victims.Count);
        for (int i = 0; i < victims.Count; i++)
        {
            _victims[new(id, i)] = victims[i];
        }

        _store.Emit(new SlashLocked(service, id, token, amount, until));
        return null;
    }

    /// <summary>Gives all of a lock back to those it was taken from.</summary>
    internal Refusal? Refund(Address sender, ulong id)
    {
        LockedSlash slash = Of(id);
        if (slash.Amount.IsZero) return SlashingRefusals.NoSuchLock;
        if (sender != slash.Terms.Vetoer) return SlashingRefusals.Unauthorized;
        if (_clock.Seconds >= slash.Until) return SlashingRefusals.VetoPeriodEnded;

        UInt256 reached = UInt256.Zero;
        for (int i = 0; i < slash.Victims; i++)
        {
            VictimWeight victim = _victims[new(id, i)];
            UInt256 part = slash.Part(reached, victim.Weight);
            reached += victim.Weight;
            if (Pay(slash, victim.Victim, part) is { } refusal) return refusal;

            _store.Emit(new LockRefunded(slash.Service, id, victim.Victim, part));
        }

        Remove(id, slash);
        return null;
    }

    /// <summary>Sends a lock that nobody refunded on its way.</summary>
    internal Refusal? Release(ulong id)
    {
        LockedSlash slash = Of(id);
        if (slash.Amount.IsZero) return SlashingRefusals.NoSuchLock;
        if (_clock.Seconds < slash.Until) return SlashingRefusals.MinSlashingDelayNotPassed;
        if (Pay(slash, slash.Terms.Destination, slash.Amount) is { } refusal) return refusal;

        Remove(id, slash);
        _store.Emit(new LockReleased(slash.Service, id, slash.Terms.Destination, slash.Amount));
        return null;
    }

    private Refusal? Pay(LockedSlash slash, Address to, UInt256 amount) =>
        amount.IsZero ? null : _ledger.Transfer(slash.Token, slash.Terms.Escrow, to, amount);

    private void Remove(ulong id, LockedSlash slash)
    {
        _lock[id] = default;
        _locked[new(slash.Terms.Escrow, slash.Token)] -= slash.Amount;
        for (int i = 0; i < slash.Victims; i++)
        {
            _victims[new(id, i)] = default;
        }
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Place(ulong Id, int Index);

    private readonly record struct Holding(Address Escrow, Address Token);
}

/// <summary>Where what a service slashes lies, and for how long.</summary>
/// <param name="Escrow">The address that the protocol pays to; zero to switch the rule off.</param>
/// <param name="Vetoer">Who can have it given back.</param>
/// <param name="Destination">Where it goes when nobody does.</param>
/// <param name="WindowSeconds">How long it lies there.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct EscrowTerms(
    Address Escrow, Address Vetoer, Address Destination, ulong WindowSeconds);

/// <summary>Someone who lost in a slash, and how much beside the others.</summary>
/// <param name="Victim">Who.</param>
/// <param name="Weight">Shares at the time of the slash, or any other measure.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct VictimWeight(Address Victim, UInt256 Weight);

/// <summary>Slashed tokens in escrow.</summary>
/// <param name="Service">Who slashed.</param>
/// <param name="Token">Which token; one that is not rebasing, or the parts do not add up.</param>
/// <param name="Amount">How many, in the smallest unit.</param>
/// <param name="TotalWeight">The sum of the victims' weights.</param>
/// <param name="Until">Until when it can be given back, in seconds; from then on it can be
/// released.</param>
/// <param name="Terms">The terms when it was locked.</param>
/// <param name="Victims">How many victims there are.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct LockedSlash(
    Address Service,
    Address Token,
    UInt256 Amount,
    UInt256 TotalWeight,
    ulong Until,
    EscrowTerms Terms,
    int Victims)
{
    /// <summary>What a victim gets back: ⌊A · (r + w) / W⌋ − ⌊A · r / W⌋ for weight w after the weights r
    /// of those before it.</summary>
    /// <remarks>Each part is within one unit of its exact value, and all of them add up to A.</remarks>
    /// <param name="reached">r, the weights of those that come before.</param>
    /// <param name="weight">w.</param>
    public UInt256 Part(UInt256 reached, UInt256 weight) =>
        UInt256.MulDivDown(Amount, reached + weight, TotalWeight)
            - UInt256.MulDivDown(Amount, reached, TotalWeight);
}
