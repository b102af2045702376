using System.Runtime.InteropServices;

namespace Garrison.Engine.Staking;

/// <summary>Which epochs two thirds of the stake voted for, and which can no longer change.</summary>
/// <remarks>Source: <c>weigh_justification_and_finalization</c>,
/// <c>specs/phase0/beacon-chain.md</c>.</remarks>
public sealed class Finality
{
    private readonly BeaconChain _chain;
    private readonly Cell<Checkpoints> _checkpoints;

    internal Finality(Store store, BeaconChain chain)
    {
        _chain = chain;
        _checkpoints = store.Cell<Checkpoints>();
    }

    /// <summary>The last epoch that is final.</summary>
    public ulong FinalizedEpoch => _checkpoints.Value.Finalized;

    /// <summary>Whether epochs have gone without finality for so long that the offline pay for it.</summary>
    public bool IsLeaking => _chain.PreviousEpoch > FinalizedEpoch + Spec.EpochsToInactivity;

    internal void Start(ulong epoch)
    {
        ulong finalized = epoch < 2 ? 0 : epoch - 2;
        ulong justified = epoch == 0 ? 0 : epoch - 1;
        _checkpoints.Set(new Checkpoints(finalized, justified, finalized, 0b11));
    }

    /// <summary>Sets what is final, as a report of another chain says.</summary>
    internal void SetFinalized(ulong epoch) => _checkpoints.Set(new Checkpoints(epoch, epoch, epoch, 0));

    internal void Process(in Tally tally)
    {
        ulong epoch = _chain.Epoch;
        if (epoch <= 1) return;

        Checkpoints before = _checkpoints.Value;
        Checkpoints after = before with
        {
            PreviousJustified = before.Justified,
            Bits = (byte)((before.Bits << 1) & 0b1111),
        };
        if (tally.Target * 3 >= tally.Active * 2)
        {
            after = after with { Justified = epoch - 1, Bits = (byte)(after.Bits | 0b10) };
        }

        if (tally.CurrentTarget * 3 >= tally.Active * 2)
        {
            after = after with { Justified = epoch, Bits = (byte)(after.Bits | 0b01) };
        }

        _checkpoints.Set(after with { Finalized = FinalizedBy(before, after.Bits, epoch) });
    }

    // An epoch is final when it and all after it up to the newest justified one are justified.
    private static ulong FinalizedBy(Checkpoints before, byte bits, ulong epoch)
    {
        ulong finalized = before.Finalized;
        if ((bits & 0b1110) == 0b1110 && before.PreviousJustified + 3 == epoch)
        {
            finalized = before.PreviousJustified;
        }

        if ((bits & 0b0110) == 0b0110 && before.PreviousJustified + 2 == epoch)
        {
            finalized = before.PreviousJustified;
        }

        if ((bits & 0b0111) == 0b0111 && before.Justified + 2 == epoch)
        {
            finalized = before.Justified;
        }

        if ((bits & 0b0011) == 0b0011 && before.Justified + 1 == epoch)
        {
            finalized = before.Justified;
        }

        return finalized;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Checkpoints(
        ulong PreviousJustified, ulong Justified, ulong Finalized, byte Bits);
}
