using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <content>What a report comes to, and whether that can be.</content>
public sealed partial class LidoReports
{
    private const ulong SecondsPerDay = 86_400;

    private static readonly UInt256 _maxBasisPoints = 10_000UL;
    private static readonly UInt256 _petaWei = 1_000_000_000_000_000UL;

    /// <summary>What a report would do, without doing it: what the oracle asks to learn the rate.</summary>
    /// <param name="report">The report; without batches no withdrawal is counted.</param>
    /// <param name="update">What it would do.</param>
    public Refusal? Simulate(ReportToLido report, out LidoUpdate update)
    {
        update = default;
        UInt256 etherToLock = UInt256.Zero;
        UInt256 sharesToFinalize = UInt256.Zero;
        if (report.Batches.Count != 0 && !_lido.Queue.IsPaused && _lido.Queue.Prefinalize(
            report.Batches, report.SimulatedShareRate, out etherToLock, out sharesToFinalize) is { } invalid)
        {
            return invalid;
        }

        LidoAccounts accounts = Pool.Accounts;
        UInt256 appeared = (UInt256)report.Validators - accounts.Validators;
        UInt256 principal = accounts.Balance + (appeared * LidoPool.DepositSize);
        LidoRebaseFacts facts = new(
            Pool.TotalEther,
            Pool.TotalShares,
            principal,
            report.Balance,
            report.WithdrawalVault,
            report.RewardsVault,
            report.SharesRequestedToBurn,
            etherToLock,
            sharesToFinalize);
        if (LidoSmoothing.Compute(Limits.MaxPositiveRebase, facts, out LidoSmoothing smoothing) is { } cut)
        {
            return cut;
        }

        UInt256 shares = Pool.TotalShares - smoothing.SharesToBurn;
        UInt256 ether = Pool.TotalEther + report.Balance + smoothing.Withdrawals - principal
            + smoothing.Rewards - etherToLock;
        UInt256 fee = FeeShares(report.Balance + smoothing.Withdrawals, principal, smoothing, ether, shares);
        update = new LidoUpdate(
            principal, etherToLock, sharesToFinalize, smoothing, fee, shares + fee, ether);
        return null;
    }

    // The fee is taken as shares, at the rate as if it had been taken as ether. No fee on a loss.
    private UInt256 FeeShares(
        UInt256 balance, UInt256 principal, in LidoSmoothing smoothing, UInt256 ether, UInt256 shares)
    {
        if (balance <= principal) return UInt256.Zero;

        UInt256 rewards = balance - principal + smoothing.Rewards;
        UInt256 fee = (rewards * TotalFee).DivDown(FeePrecision);
        return (fee * shares).DivDown(ether - fee);
    }

    private Refusal? Check(ReportToLido report, ulong elapsed, in LidoUpdate update)
    {
        LidoAccounts accounts = Pool.Accounts;
        if (report.Timestamp >= _lido.Clock.Seconds) return LidoRefusals.IncorrectReportTimestamp;
        if (report.Validators < accounts.Validators || report.Validators > accounts.Deposited)
        {
            return LidoRefusals.IncorrectReportValidators;
        }

        if (update.SharesAfter.IsZero) return LidoRefusals.InternalSharesCantBeZero;
        if (CheckFacts(report) is { } wrong) return wrong;
        if (CheckFall(report, update.Principal) is { } fell) return fell;
        if (LidoSanity.CheckIncrease(
            update.Principal, report.Balance, elapsed, Limits.AnnualIncrease) is { } grew)
        {
            return grew;
        }

        if (LidoSanity.CheckAppeared(
            report.Validators - accounts.Validators, elapsed, Limits.AppearedPerDay) is { } many)
        {
            return many;
        }

        return report.Batches.Count == 0 ? null : CheckWithdrawals(report, update);
    }

    private Refusal? CheckFacts(ReportToLido report)
    {
        LidoDeployment deployment = _lido.Deployment;
        UInt256 withdrawals = _lido.Ledger.Balance(Ledger.Ether, deployment.WithdrawalVault);
        UInt256 rewards = _lido.Ledger.Balance(Ledger.Ether, deployment.RewardsVault);
        return report.WithdrawalVault > withdrawals ? LidoRefusals.IncorrectWithdrawalsVaultBalance
            : report.RewardsVault > rewards ? LidoRefusals.IncorrectElRewardsVaultBalance
            : report.SharesRequestedToBurn > _lido.Burner.RequestedShares
                ? LidoRefusals.IncorrectSharesRequestedToBurn
            : null;
    }

    private Refusal? CheckWithdrawals(ReportToLido report, in LidoUpdate update)
    {
        if (LidoSanity.CheckRate(
            update.EtherAfter,
            update.SharesAfter,
            update.EtherToLock,
            update.Smoothing.SharesOfQueueToBurn,
            report.SimulatedShareRate,
            Limits.RateDeviation) is { } apart)
        {
            return apart;
        }

        return _lido.Queue.Status(report.Batches[^1]) is not { } last ? LidoRefusals.InvalidRequestId
            : report.Timestamp < last.Timestamp + Limits.RequestMargin
                ? LidoRefusals.IncorrectRequestFinalization
            : null;
    }

    // 18 days are half the time from a slashing to its end; what may be lost then is what a slashing takes
    // at once and what being offline costs, of all validators.
    private Refusal? CheckFall(ReportToLido report, UInt256 principal)
    {
        UInt256 after = report.Balance + report.WithdrawalVault;
        ulong count = _historyCount.Value;
        _history[count] = new LidoPastReport(
            report.Timestamp, report.Exited, principal.SaturatingSub(after));
        _historyCount.Set(count + 1);
        if (principal <= after) return null;

        ulong since = report.Timestamp - (18 * SecondsPerDay);
        UInt256 fell = FallSince(since);
        UInt256 most = MostLost(Limits.InitialSlashing, report.Validators - ExitedAt(since))
            + MostLost(
                Limits.InactivityPenalties,
                report.Validators - ExitedAt(report.Timestamp - (54 * SecondsPerDay)));
        if (fell <= most)
        {
            _lido.Store.Emit(new LidoNegativeRebaseAccepted(
                _lido.Deployment.Token, report.Timestamp, after, fell, most));
            return null;
        }

        return _hasSecondOpinion.Value ? CheckSecondOpinion(report) : LidoRefusals.IncorrectClBalanceDecrease;
    }

    private Refusal? CheckSecondOpinion(ReportToLido report)
    {
        LidoSecondOpinion opinion = _secondOpinion[report.Timestamp];
        if (!opinion.Exists) return LidoRefusals.SecondOpinionIsNotReady;
        if (opinion.Balance < report.Balance
            || _maxBasisPoints * (opinion.Balance - report.Balance)
                > (UInt256)Limits.SecondOpinionDeviation * opinion.Balance)
        {
            return LidoRefusals.SecondOpinionBalanceMismatch;
        }

        if (opinion.WithdrawalVault != report.WithdrawalVault) return LidoRefusals.SecondOpinionVaultMismatch;

        _lido.Store.Emit(new LidoNegativeRebaseConfirmed(
            _lido.Deployment.Token, report.Timestamp, report.Balance, report.WithdrawalVault));
        return null;
    }

    private static UInt256 MostLost(ushort petaWei, ulong validators) => _petaWei * petaWei * validators;

    private UInt256 FallSince(ulong timestamp)
    {
        UInt256 sum = UInt256.Zero;
        for (ulong i = _historyCount.Value; i > 0 && _history[i - 1].Timestamp > timestamp; i--)
        {
            sum += _history[i - 1].Fall;
        }

        return sum;
    }

    private ulong ExitedAt(ulong timestamp)
    {
        for (ulong i = _historyCount.Value; i > 0; i--)
        {
            if (_history[i - 1].Timestamp <= timestamp) return _history[i - 1].Exited;
        }

        return 0;
    }
}

/// <summary>What a report does.</summary>
/// <param name="Principal">What the validators were worth, with the deposits that appeared, in wei.</param>
/// <param name="EtherToLock">What it pays for requests, in wei.</param>
/// <param name="SharesToFinalize">The shares of these requests.</param>
/// <param name="Smoothing">What it takes in and burns.</param>
/// <param name="FeeShares">The shares that it mints as a fee.</param>
/// <param name="SharesAfter">All shares after it.</param>
/// <param name="EtherAfter">The pool after it, in wei.</param>
public readonly record struct LidoUpdate(
    UInt256 Principal,
    UInt256 EtherToLock,
    UInt256 SharesToFinalize,
    LidoSmoothing Smoothing,
    UInt256 FeeShares,
    UInt256 SharesAfter,
    UInt256 EtherAfter)
{
    /// <summary>Ether per share after the report, times 10²⁷, rounded down.</summary>
    public UInt256 ShareRateDown => (EtherAfter * LidoQueue.RatePrecision).DivDown(SharesAfter);
}
