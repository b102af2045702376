using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Staking;
using Garrison.Primitives;
using Garrison.Risk.Restaking;
using Garrison.Simulation.Books;

namespace Garrison.Risk;

/// <summary>A slashing at the base layer to try.</summary>
/// <param name="Operator">Whose validators; null for validators of all.</param>
/// <param name="Share">Which part of them is slashed, above 0 and at most 1.</param>
/// <param name="BalanceGwei">What each validator has; assumed.</param>
/// <param name="Credentials">Of each validator; assumed.</param>
/// <param name="StakeGwei">The active stake of all validators.</param>
/// <param name="Service">A service that slashes the operator after it all; null for none.</param>
public sealed record BaseSlashShock(
    BookOperator? Operator,
    Wad Share,
    ulong BalanceGwei,
    Credentials Credentials,
    ulong StakeGwei,
    SlashShock? Service);

/// <summary>Slashed validators that leave together, and what each lost.</summary>
/// <param name="Count">How many.</param>
/// <param name="ExitEpoch">When they have no duties any more.</param>
/// <param name="WithdrawableEpoch">When they can be paid.</param>
/// <param name="AtOnceGwei">What each lost at the slashing.</param>
/// <param name="CorrelationGwei">What each lost for what was slashed around; 0 for those that
/// escaped.</param>
/// <param name="VotesGwei">What each lost for missed votes.</param>
/// <param name="LeftGwei">What each is paid.</param>
public sealed record SlashedGroup(
    ulong Count,
    ulong ExitEpoch,
    ulong WithdrawableEpoch,
    ulong AtOnceGwei,
    ulong CorrelationGwei,
    ulong VotesGwei,
    ulong LeftGwei)
{
    /// <summary>The epoch at which the correlation penalty falls due.</summary>
    public ulong CorrelationEpoch => WithdrawableEpoch - (Spec.EpochsPerSlashingsVector / 2);

    /// <summary>All that each lost.</summary>
    public ulong LostGwei => AtOnceGwei + CorrelationGwei + VotesGwei;
}

/// <summary>What a slashing has taken by some time, and what it made of the operator's pods.</summary>
/// <param name="Name">What just happened.</param>
/// <param name="Epoch">When.</param>
/// <param name="LostGwei">What the validators have lost until then.</param>
/// <param name="PodWei">What the pods hold on the beacon chain; 0 without an operator.</param>
/// <param name="Factor">Their beacon chain slashing factor, in 10⁻¹⁸; 0 without an operator.</param>
/// <param name="WithdrawableWei">What the holders can withdraw or have queued; 0 without an operator.</param>
public sealed record BaseSlashStage(
    string Name, ulong Epoch, ulong LostGwei, UInt256 PodWei, ulong Factor, UInt256 WithdrawableWei);

/// <summary>What came of a slashing at the base layer that was tried on a fork.</summary>
/// <param name="World">The fork, at the end.</param>
/// <param name="Epoch">When the slashing happened.</param>
/// <param name="Validators">How many validators there were to slash.</param>
/// <param name="Groups">The slashed ones, in the order in which they leave.</param>
/// <param name="Stages">What was lost by when; the first is before the slashing.</param>
/// <param name="Slashed">What the service slashed, in shares by strategy.</param>
public sealed record BaseSlashOutcome(
    World World,
    ulong Epoch,
    ulong Validators,
    IReadOnlyList<SlashedGroup> Groups,
    IReadOnlyList<BaseSlashStage> Stages,
    IReadOnlyDictionary<(Address Operator, Address Strategy), UInt256> Slashed);

/// <summary>Slashes validators on a fork of a book, waits until the last can be paid, reports what is left
/// to their pods, and lets a service slash the rest.</summary>
/// <remarks>
/// The validators to slash come first, then the others of their operator, then the rest of the stake. Nothing
/// is skimmed meanwhile, and the operator's other validators neither gain nor lose in its pods: all that
/// changes there is the slashing.
/// </remarks>
public static class BaseSlashWhatIf
{
    private const ulong GweiInWei = 1_000_000_000;

    /// <summary>How many validators an operator has, if its beacon chain ether is in equal ones.</summary>
    public static ulong ValidatorsOf(World world, BookOperator @operator, ulong balanceGwei) =>
        PodWei(world, @operator).DivDown((UInt256)balanceGwei * GweiInWei).ToUInt64();

    /// <summary>Plays a slashing on a fork; the book stays as it is.</summary>
    /// <param name="book">The book.</param>
    /// <param name="shock">What to try.</param>
    /// <param name="progress">Hears after each epoch how many are played, and how many there will be.</param>
    /// <exception cref="WhatIfRefusedException">A rule of a protocol forbids a step.</exception>
    public static BaseSlashOutcome Run(
        Book book, BaseSlashShock shock, Action<ulong, ulong>? progress = null)
    {
        World world = book.World.Fork();
        ulong epoch = BeaconTime.EpochAt(world.Clock.Seconds);
        ulong effective = Cohort.Active(1, shock.BalanceGwei, shock.Credentials).EffectiveBalanceGwei;
        ulong all = shock.StakeGwei / effective;
        ulong own = shock.Operator is null ? all : ValidatorsOf(world, shock.Operator, shock.BalanceGwei);
        ulong slashed = Math.Max(1, shock.Share.MulDown(own).ToUInt64());
        if (own == 0 || own > all || slashed >= all)
        {
            throw new WhatIfRefusedException(
                $"{slashed} of {own} validators can't be slashed among {all}: somebody has to be left");
        }

        Start(world, shock, epoch, [slashed, own - slashed, all - own]);
        Course course = new(book, world, shock, slashed);
        course.Play(progress);
        Dictionary<(Address Operator, Address Strategy), UInt256> taken = [];
        if (shock is { Operator: not null, Service: { } service })
        {
            RestakingMarket market = new EigenLayerMarket(book, world);
            taken = SlashWhatIf.Slash(market, service, world.Clock.Seconds);
            course.Stages.Add(course.Stage("the service has slashed"));
        }

        return new BaseSlashOutcome(world, epoch, own, course.Groups(), course.Stages, taken);
    }

    private static void Start(World world, BaseSlashShock shock, ulong epoch, ulong[] counts) =>
        WhatIf.Do(world, new StartStaking(
            default,
            StakingParameters.Electra with { PayloadsPerEpoch = 0 },
            epoch,
            [
                .. counts.Where(static count => count > 0)
                    .Select(count => Cohort.Active(count, shock.BalanceGwei, shock.Credentials)),
            ]));

    private static UInt256 PodWei(World world, BookOperator @operator)
    {
        EigenPodManager pods = world.EigenLayer.Pods;
        UInt256 shares = pods.DepositShares(@operator.Cohort, Constants.BeaconChainEtherStrategy);
        return UInt256.MulDivDown(shares, pods.BeaconChainSlashingFactor(@operator.Cohort), Wad.Scale);
    }

    private sealed class Course(Book book, World world, BaseSlashShock shock, ulong slashed)
    {
        private readonly EigenLayerMarket _market = new(book, world);
        private readonly Dictionary<ulong, ulong> _correlation = [];
        private readonly ulong _startGwei = shock.BalanceGwei * slashed;
        private ulong _reportedGwei;
        private UInt256 _podWei = shock.Operator is null ? UInt256.Zero : PodWei(world, shock.Operator);

        public List<BaseSlashStage> Stages { get; } = [];

        private BeaconChain Chain => world.Staking;

        public void Play(Action<ulong, ulong>? progress)
        {
            Stages.Add(Stage("before"));
            _ = WhatIf.Do(world, new SlashValidators(default, 0, slashed, Chain.ValidatorCount - 1));
            ulong last = Chain.ValidatorAt(slashed - 1).WithdrawableEpoch;
            Report("slashed");
            (bool isHit, ulong start) = (false, Chain.Epoch);
            while (Chain.Epoch < last)
            {
                Advance();
                progress?.Invoke(Chain.Epoch - start, last - start);
                if (!isHit && _correlation.Count > 0)
                {
                    Report("the first correlation penalty");
                    isHit = true;
                }
            }

            Report("the last is withdrawable");
        }

        public BaseSlashStage Stage(string name) => new(
            name,
            Chain.Epoch,
            LostGwei(),
            _podWei,
            shock.Operator is null
                ? 0
                : world.EigenLayer.Pods.BeaconChainSlashingFactor(shock.Operator.Cohort),
            shock.Operator is null
                ? UInt256.Zero
                : _market.Held(shock.Operator, Constants.BeaconChainEtherStrategy));

        public List<SlashedGroup> Groups()
        {
            List<SlashedGroup> groups = [];
            ulong atOnce = Rewards.InitialSlashing(
                Cohort.Active(1, shock.BalanceGwei, shock.Credentials).EffectiveBalanceGwei);
            foreach ((ulong first, Cohort cohort) in Chain.Cohorts.TakeWhile(range => range.First < slashed))
            {
                ulong correlation = _correlation.GetValueOrDefault(first);
                groups.Add(new SlashedGroup(
                    cohort.Count,
                    cohort.ExitEpoch,
                    cohort.WithdrawableEpoch,
                    atOnce,
                    correlation,
                    shock.BalanceGwei - cohort.BalanceGwei - atOnce - correlation,
                    cohort.BalanceGwei));
            }

            return groups;
        }

        private void Advance()
        {
            Accepted accepted = WhatIf.Do(world, new AdvanceEpochs(default, 1));
            _ = WhatIf.Do(world, new AdvanceClock(
                default, Spec.SlotsPerEpoch, Spec.SecondsPerEpoch));
            foreach (CorrelationPenalized hit in accepted.Events.OfType<CorrelationPenalized>())
            {
                _correlation[hit.First] = hit.PenaltyGwei;
            }
        }

        // A checkpoint of the pods: what was lost since the last one is reported to EigenLayer.
        private void Report(string name)
        {
            ulong lost = LostGwei();
            if (shock.Operator is { } one && lost > _reportedGwei)
            {
                UInt256 wei = (UInt256)(lost - _reportedGwei) * GweiInWei;
                Address pod = world.EigenLayer.Pods.PodOf(one.Cohort);
                _ = WhatIf.Do(world, new RecordBeaconChainBalanceUpdate(
                    pod, one.Cohort, _podWei, -Int256.FromUInt256(wei)));
                _podWei -= wei;
                _reportedGwei = lost;
            }

            Stages.Add(Stage(name));
        }

        private ulong LostGwei()
        {
            ulong left = 0;
            foreach ((ulong first, Cohort cohort) in Chain.Cohorts.TakeWhile(range => range.First < slashed))
            {
                left += cohort.BalanceGwei * Math.Min(cohort.Count, slashed - first);
            }

            return _startGwei - left;
        }
    }
}
