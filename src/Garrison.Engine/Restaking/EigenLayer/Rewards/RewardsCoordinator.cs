using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Rewards;

/// <summary>Where services pay in and earners claim: submissions, splits, roots and claims.</summary>
/// <remarks>Source: <c>RewardsCoordinator.sol</c>, v1.12.0.</remarks>
public sealed class RewardsCoordinator
{
    internal const int PausedAvs = 0;
    internal const int PausedForAll = 1;
    internal const int PausedClaims = 2;
    internal const int PausedRoots = 3;
    internal const int PausedForAllEarners = 4;
    internal const int PausedOperatorDirectedAvs = 5;
    internal const int PausedAvsSplit = 6;
    internal const int PausedProgrammaticSplit = 7;
    internal const int PausedSetSplit = 8;
    internal const int PausedOperatorDirectedSet = 9;
    internal const int PausedUniqueStake = 10;
    internal const int PausedTotalStake = 11;

    private static readonly Refusal _alreadyDeployed = new("AlreadyDeployed");

    private readonly Store _store;
    private readonly Cell<Address> _self;
    private readonly Cell<RewardsLimits> _limits;
    private readonly Cell<RewardsSettings> _settings;
    private readonly Table<Address, bool> _isForAllSubmitter;
    private readonly Table<Address, bool> _paysFee;

    internal RewardsCoordinator(Store store, EigenLayerCore core, Ledger ledger)
    {
        _store = store;
        Core = core;
        _self = store.Cell<Address>();
        _limits = store.Cell<RewardsLimits>();
        _settings = store.Cell<RewardsSettings>();
        _isForAllSubmitter = store.Table<Address, bool>();
        _paysFee = store.Table<Address, bool>();
        Submissions = new Submissions(store, this, ledger);
        Splits = new Splits(store, this);
        Roots = new DistributionRoots(store, this);
        Claims = new Claims(store, this, ledger);
    }

    /// <summary>Its address.</summary>
    public Address Self => _self.Value;

    /// <summary>The limits of submissions.</summary>
    public ref readonly RewardsLimits Limits => ref _limits.Value;

    /// <summary>What the owner can change.</summary>
    public ref readonly RewardsSettings Settings => ref _settings.Value;

    /// <summary>What services and others pay in.</summary>
    public Submissions Submissions { get; }

    /// <summary>What operators keep.</summary>
    public Splits Splits { get; }

    /// <summary>Who earned what, as roots of trees.</summary>
    public DistributionRoots Roots { get; }

    /// <summary>What earners take out.</summary>
    public Claims Claims { get; }

    internal EigenLayerCore Core { get; }

    /// <summary>The time as 32 bits, truncated as the contract truncates it.</summary>
    internal uint Now => unchecked((uint)Core.Clock.Seconds);

    /// <summary>Whether an account may pay rewards to everyone.</summary>
    public bool IsForAllSubmitter(Address account) => _isForAllSubmitter[account];

    /// <summary>Whether an account pays the protocol fee of 20 % on what it submits.</summary>
    public bool PaysProtocolFee(Address submitter) => _paysFee[submitter];

    internal bool IsPaused(int bit) => Core.Pausing.IsPaused(Self, bit);

    internal bool MayCall(Address account, Address sender, uint selector) =>
        Core.Permissions.CanCall(account, sender, Self, selector);

    internal void Emit(Event fact) => _store.Emit(fact);

    internal Refusal? Deploy(Address coordinator, RewardsLimits limits, RewardsSettings settings)
    {
        if (!Self.IsZero) return _alreadyDeployed;

        _self.Set(coordinator);
        _limits.Set(limits);
        _settings.Set(settings);
        return null;
    }

    internal Refusal? SetOptIn(Address sender, Address submitter, bool isOptedIn)
    {
        if (!MayCall(submitter, sender, RewardsSelectors.SetOptInForProtocolFee))
        {
            return Refusals.InvalidPermissions;
        }

        Emit(new OptInForProtocolFeeSet(Self, submitter, _paysFee[submitter], isOptedIn));
        _paysFee[submitter] = isOptedIn;
        return null;
    }

    internal Refusal? SetForAllSubmitter(Address sender, Address submitter, bool isAllowed)
    {
        if (sender != Core.Governance.Owner) return Refusals.NotOwner;

        Emit(new RewardsForAllSubmitterSet(Self, submitter, _isForAllSubmitter[submitter], isAllowed));
        _isForAllSubmitter[submitter] = isAllowed;
        return null;
    }

    internal Refusal? SetActivationDelay(Address sender, uint delaySeconds)
    {
        if (sender != Core.Governance.Owner) return Refusals.NotOwner;

        Emit(new ActivationDelaySet(Self, Settings.ActivationDelaySeconds, delaySeconds));
        _settings.Set(Settings with { ActivationDelaySeconds = delaySeconds });
        return null;
    }

    internal Refusal? SetDefaultSplit(Address sender, ushort splitBps)
    {
        if (sender != Core.Governance.Owner) return Refusals.NotOwner;
        if (splitBps > Splits.WholeBps) return RewardsRefusals.SplitExceedsMax;

        Emit(new DefaultOperatorSplitBipsSet(Self, Settings.DefaultSplitBps, splitBps));
        _settings.Set(Settings with { DefaultSplitBps = splitBps });
        return null;
    }

    internal Refusal? SetFeeRecipient(Address sender, Address recipient)
    {
        if (sender != Core.Governance.Owner) return Refusals.NotOwner;
        if (recipient.IsZero) return RewardsRefusals.InvalidAddressZero;

        Emit(new FeeRecipientSet(Self, Settings.FeeRecipient, recipient));
        _settings.Set(Settings with { FeeRecipient = recipient });
        return null;
    }

    internal Refusal? SetUpdater(Address sender, Address updater)
    {
        if (sender != Core.Governance.Owner) return Refusals.NotOwner;

        Emit(new RewardsUpdaterSet(Self, Settings.Updater, updater));
        _settings.Set(Settings with { Updater = updater });
        return null;
    }
}
