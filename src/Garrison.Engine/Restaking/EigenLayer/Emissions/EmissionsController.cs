using System.Runtime.InteropServices;

using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Emissions;

/// <summary>Mints EIGEN, a fixed amount an epoch, and pays it in as rewards by weight.</summary>
/// <remarks>
/// Anyone presses the button. The first press of an epoch mints; presses go through the distributions in
/// order of their ids, each once an epoch. One that the RewardsCoordinator refuses is passed over: its part
/// stays, with what rounding left, and is swept to the incentive council when all are through. Source:
/// <c>EmissionsController.sol</c>, v1.12.0.
/// </remarks>
public sealed class EmissionsController
{
    /// <summary>Pauses pressing and sweeping.</summary>
    internal const int PausedTokenFlows = 0;

    private const ushort WholeBps = 10_000;

    private readonly Store _store;
    private readonly EigenLayerCore _core;
    private readonly Ledger _ledger;
    private readonly Cell<Address> _self;
    private readonly Cell<EmissionsTerms> _terms;
    private readonly Cell<Address> _council;
    private readonly Cell<ushort> _totalWeight;
    private readonly Distributions _distributions;
    private readonly Table<UInt256, Epoch> _epoch;

    internal EmissionsController(Store store, EigenLayerCore core, Ledger ledger)
    {
        _store = store;
        _core = core;
        _ledger = ledger;
        _self = store.Cell<Address>();
        _terms = store.Cell<EmissionsTerms>();
        _council = store.Cell<Address>();
        _totalWeight = store.Cell<ushort>();
        _distributions = new Distributions(store);
        _epoch = store.Table<UInt256, Epoch>();
    }

    /// <summary>The epoch before the first one.</summary>
    public static UInt256 BeforeStart => UInt256.MaxValue;

    /// <summary>Its address.</summary>
    public Address Self => _self.Value;

    /// <summary>What it mints, and when.</summary>
    public ref readonly EmissionsTerms Terms => ref _terms.Value;

    /// <summary>Who decides on distributions, and gets what is left.</summary>
    public Address IncentiveCouncil => _council.Value;

    /// <summary>The sum of all weights, disabled ones too, in hundredths of a percent.</summary>
    public ushort TotalWeightBps => _totalWeight.Value;

    /// <summary>Which epoch it is, from 0; <see cref="BeforeStart"/> before the first.</summary>
    public UInt256 CurrentEpoch =>
        Now < Terms.StartSeconds ? BeforeStart : (Now - Terms.StartSeconds) / Terms.EpochSeconds;

    /// <summary>Whether distributions of this epoch wait to be processed.</summary>
    public bool IsButtonPressable =>
        CurrentEpoch != BeforeStart && _epoch[CurrentEpoch].Processed < ProcessableDistributions;

    /// <summary>When the next epoch begins, in seconds since the Unix epoch.</summary>
    public UInt256 NextTimeButtonPressable =>
        CurrentEpoch == BeforeStart ? Terms.StartSeconds : StartOf(CurrentEpoch + UInt256.One);

    /// <summary>When this epoch began, in seconds since the Unix epoch; the greatest number before the
    /// first.</summary>
    public UInt256 LastTimeButtonPressable =>
        CurrentEpoch == BeforeStart ? UInt256.MaxValue : StartOf(CurrentEpoch);

    /// <summary>How many distributions there are.</summary>
    public ulong TotalDistributions => _distributions.Count;

    /// <summary>How many distributions this epoch can process: those added in it wait for the
    /// next.</summary>
    public ulong ProcessableDistributions => CurrentEpoch == BeforeStart
        ? _distributions.Count
        : _distributions.Count - _epoch[CurrentEpoch].Added;

    private ulong Now => _core.Clock.Seconds;

    /// <summary>A distribution, by its id from 0 to below <see cref="TotalDistributions"/>.</summary>
    public Distribution DistributionOf(ulong id) => _distributions[id];

    /// <summary>How many distributions an epoch has processed; the id of the next.</summary>
    public ulong ProcessedIn(UInt256 epoch) => _epoch[epoch].Processed;

    /// <summary>Whether an epoch's emissions were minted.</summary>
    public bool IsMinted(UInt256 epoch) => _epoch[epoch].IsMinted;

    internal Refusal? Deploy(Address controller, EmissionsTerms terms, Address council)
    {
        if (!Self.IsZero) return EmissionsRefusals.AlreadyDeployed;

        uint interval = _core.Rewards.Limits.IntervalSeconds;
        if (terms.EpochSeconds % interval != 0) return EmissionsRefusals.EpochNotAligned;
        if (terms.StartSeconds % interval != 0) return EmissionsRefusals.StartNotAligned;

        _self.Set(controller);
        _terms.Set(terms);
        return StoreCouncil(council);
    }

    internal Refusal? SetIncentiveCouncil(Address sender, Address council) =>
        sender == _core.Governance.Owner ? StoreCouncil(council) : Refusals.NotOwner;

    internal Refusal? Sweep()
    {
        if (_core.Pausing.IsPaused(Self, PausedTokenFlows)) return Refusals.CurrentlyPaused;

        UInt256 amount = _ledger.Balance(Terms.Eigen, Self);
        if (IsButtonPressable || amount.IsZero) return null;
        if (_ledger.Transfer(Terms.Eigen, Self, IncentiveCouncil, amount) is { } refusal) return refusal;

        _store.Emit(new Swept(Self, IncentiveCouncil, amount));
        return null;
    }

    internal Refusal? PressButton(UInt256 length, bool isStarved)
    {
        if (_core.Pausing.IsPaused(Self, PausedTokenFlows)) return Refusals.CurrentlyPaused;

        UInt256 epoch = CurrentEpoch;
        if (epoch == BeforeStart) return EmissionsRefusals.EmissionsNotStarted;

        ulong next = _epoch[epoch].Processed;
        ulong processable = ProcessableDistributions;
        if (next >= processable) return EmissionsRefusals.AllDistributionsProcessed;
        if (!_epoch[epoch].IsMinted && Mint(epoch) is { } shortage) return shortage;

        ulong end = UInt256.Min(next + length, processable).ToUInt64();
        for (ulong id = next; id < end; id++)
        {
            Distribution distribution = _distributions[id];
            if (!distribution.IsOn(epoch)) continue;
            if (Process(id, epoch, distribution, isStarved) is { } refusal) return refusal;
        }

        _epoch[epoch] = _epoch[epoch] with { Processed = end };
        return null;
    }

    internal Refusal? Add(Address sender, Distribution distribution)
    {
        if (sender != IncentiveCouncil) return EmissionsRefusals.CallerIsNotIncentiveCouncil;
        if (distribution.Type == DistributionType.Disabled)
        {
            return EmissionsRefusals.CannotAddDisabledDistribution;
        }
        if (Check(distribution, TotalWeightBps) is { } refusal) return refusal;

        UInt256 epoch = CurrentEpoch;
        _epoch[epoch] = _epoch[epoch] with { Added = _epoch[epoch].Added + 1 };
        _totalWeight.Set((ushort)(TotalWeightBps + distribution.WeightBps));
        ulong id = _distributions.Add(distribution);
        _store.Emit(new DistributionAdded(Self, id, epoch, distribution));
        return null;
    }

    internal Refusal? Update(Address sender, ulong id, Distribution distribution)
    {
        if (sender != IncentiveCouncil) return EmissionsRefusals.CallerIsNotIncentiveCouncil;
        if (id >= TotalDistributions) return RewardsRefusals.OutOfRange;

        ulong others = TotalWeightBps - _distributions[id].WeightBps;
        if (Check(distribution, others) is { } refusal) return refusal;

        _totalWeight.Set((ushort)(others + distribution.WeightBps));
        _distributions.Replace(id, distribution);
        _store.Emit(new DistributionUpdated(Self, id, CurrentEpoch, distribution));
        return null;
    }

    private Refusal? Check(Distribution distribution, ulong othersBps)
    {
        if (IsButtonPressable) return EmissionsRefusals.MustBeProcessed;
        if (distribution.IsForSet && !_core.OperatorSets.Exists(distribution.Set))
        {
            return EmissionsRefusals.OperatorSetNotRegistered;
        }
        if (CurrentEpoch != BeforeStart && distribution.StartEpoch <= CurrentEpoch)
        {
            return EmissionsRefusals.StartEpochMustBeInTheFuture;
        }
        if (distribution.WeightBps > WholeBps - othersBps) return EmissionsRefusals.TotalWeightExceedsMax;

        return distribution.Type != DistributionType.Manual && distribution.Submissions.Count == 0
            ? EmissionsRefusals.SubmissionsCannotBeEmpty
            : null;
    }

    private Refusal? Mint(UInt256 epoch)
    {
        (Address eigen, Address backing) = (Terms.Eigen, Terms.BackingEigen);
        UInt256 amount = Terms.InflationPerEpoch;
        _epoch[epoch] = _epoch[epoch] with { IsMinted = true };
        return _ledger.Approve(backing, Self, eigen, amount)
            ?? _ledger.Approve(eigen, Self, _core.Rewards.Self, amount)
            ?? _ledger.Mint(backing, Self, amount)
            ?? _ledger.TransferFrom(backing, eigen, Self, eigen, amount)
            ?? _ledger.Mint(eigen, Self, amount);
    }

    private Refusal? Process(ulong id, UInt256 epoch, Distribution distribution, bool isStarved)
    {
        // Down twice, for the council: what is left over is swept to it.
        UInt256 total = (Terms.InflationPerEpoch * distribution.WeightBps).DivDown(WholeBps);
        if (total.IsZero) return null;

        bool isManual = distribution.Type == DistributionType.Manual;
        if (!isManual && (uint)distribution.Submissions.Count > total) return null;
        if (!isManual && isStarved) return EmissionsRefusals.MaliciousCallDetected;

        bool success = _store.Attempt(() => isManual
            ? _ledger.Transfer(Terms.Eigen, Self, IncentiveCouncil, total)
            : Submit(distribution, SubmissionsOf(distribution, total, epoch))) is null;
        _store.Emit(new DistributionProcessed(Self, id, epoch, distribution, success));
        return null;
    }

    private Submission[] SubmissionsOf(Distribution distribution, UInt256 total, UInt256 epoch)
    {
        UInt256 each = total.DivDown((uint)distribution.Submissions.Count);
        uint start = unchecked((uint)StartOf(epoch).ToUInt64());
        uint duration = unchecked((uint)Terms.EpochSeconds);
        return
        [
            .. distribution.Submissions.Select(strategies =>
                new Submission(strategies, Terms.Eigen, each, start, duration)),
        ];
    }

    private Refusal? Submit(Distribution distribution, Submission[] submissions)
    {
        Submissions into = _core.Rewards.Submissions;
        OperatorSet set = distribution.Set;
        return distribution.Type switch
        {
            DistributionType.RewardsForAllEarners => into.CreateForAllEarners(Self, submissions),
            DistributionType.EigenDA => into.CreateForEigenDA(Self, set.Avs, submissions),
            DistributionType.OperatorSetUniqueStake => into.CreateForSet(Self, set, true, submissions),
            _ => into.CreateForSet(Self, set, false, submissions),
        };
    }

    private UInt256 StartOf(UInt256 epoch) => Terms.StartSeconds + (Terms.EpochSeconds * epoch);

    private Refusal? StoreCouncil(Address council)
    {
        if (council.IsZero) return Refusals.InputAddressZero;

        _council.Set(council);
        _store.Emit(new IncentiveCouncilUpdated(Self, council));
        return null;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Epoch(bool IsMinted, ulong Processed, ulong Added);
}
