using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Slashing;

/// <summary>The rule that a service takes at most so much from one operator in one epoch.</summary>
/// <remarks>
/// Each place has a cap of its own, in its own unit. Epochs are counted from second 0. Source: Jito's
/// <c>vault_ncn_slasher_operator_ticket.rs</c>, which refuses a slash above the rest; here it is cut to the
/// rest, and refused when there is none.
/// </remarks>
public sealed class EpochCaps
{
    private readonly Clock _clock;
    private readonly Table<Place, EpochCap> _cap;
    private readonly Table<Victim, EpochUse> _use;

    internal EpochCaps(Store store, Clock clock)
    {
        _clock = clock;
        _cap = store.Table<Place, EpochCap>();
        _use = store.Table<Victim, EpochUse>();
    }

    /// <summary>The cap of a service in a place; of no epoch when it has none.</summary>
    public EpochCap Of(Address service, Address place) => _cap[new(service, place)];

    /// <summary>What was counted against an operator in the last epoch that had a slash.</summary>
    public EpochUse UseOf(Address service, Address @operator, Address place) =>
        _use[new(service, @operator, place)];

    internal Refusal? Set(Address service, Address place, EpochCap cap)
    {
        _cap[new(service, place)] = cap.EpochSeconds == 0 ? default : cap;
        return null;
    }

    /// <summary>Cuts amounts to what is left of this epoch.</summary>
    internal Refusal? Cut(ISlashTarget slash, Span<UInt256> amounts)
    {
        bool isCut = false;
        bool isAnyLeft = false;
        for (int i = 0; i < amounts.Length; i++)
        {
            Address place = slash.Places[i];
            EpochUse use = UseOf(slash.Service, slash.Operator, place);
            UInt256 allowed = UInt256.Min(
                amounts[i], Of(slash.Service, place).RestAt(_clock.Seconds, use));
            isCut |= allowed != amounts[i];
            isAnyLeft |= !allowed.IsZero;
            amounts[i] = allowed;
        }

        return isCut && !isAnyLeft ? SlashingRefusals.MaxSlashedPerOperatorExceeded : null;
    }

    /// <summary>Counts what is taken.</summary>
    internal void Record(ISlashTarget slash, ReadOnlySpan<UInt256> amounts)
    {
        for (int i = 0; i < amounts.Length; i++)
        {
            Address place = slash.Places[i];
            EpochCap cap = Of(slash.Service, place);
            if (cap.EpochSeconds == 0) continue;

            EpochUse use = UseOf(slash.Service, slash.Operator, place);
            _use[new(slash.Service, slash.Operator, place)] = cap.Add(_clock.Seconds, use, amounts[i]);
        }
    }

    private readonly record struct Place(Address Service, Address Where);

    private readonly record struct Victim(Address Service, Address Operator, Address Where);
}

/// <summary>How much may be taken in one epoch.</summary>
/// <param name="Max">At most this, in the unit of the place.</param>
/// <param name="EpochSeconds">How long an epoch is; 0 for no cap.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct EpochCap(UInt256 Max, ulong EpochSeconds)
{
    /// <summary>What may still be taken at a time: max(0, Max − slashed in this epoch).</summary>
    public UInt256 RestAt(ulong now, EpochUse use)
    {
        if (EpochSeconds == 0) return UInt256.MaxValue;

        return use.Epoch == now / EpochSeconds ? Max.SaturatingSub(use.Slashed) : Max;
    }

    /// <summary>The count after another slash; a later epoch starts at 0.</summary>
    public EpochUse Add(ulong now, EpochUse use, UInt256 amount)
    {
        ulong epoch = now / EpochSeconds;
        return new(use.Epoch == epoch ? use.Slashed + amount : amount, epoch);
    }
}

/// <summary>How much was taken in an epoch.</summary>
/// <param name="Slashed">How much, in the unit of the place.</param>
/// <param name="Epoch">Which epoch.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct EpochUse(UInt256 Slashed, ulong Epoch);
