using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <summary>The report of the oracle: rewards, losses, fees and withdrawals in one go.</summary>
/// <remarks>
/// What a report takes in, and burns, is cut to what the rate may grow by; a fall is never cut, but refused
/// whole when it is more than slashings could have caused, unless a second opinion says the same. While
/// reports are refused the rate stays what it was. The voting of the committee is left out: a report is what
/// it agreed on. Source: <c>AccountingOracle.sol</c>, <c>Accounting.sol</c>,
/// <c>OracleReportSanityChecker.sol</c>.
/// </remarks>
public sealed partial class LidoReports
{
    /// <summary>The scale of fees: 10²⁰ is all.</summary>
    public static readonly UInt256 FeePrecision = Wad.Scale * 100UL;

    private readonly LidoCore _lido;
    private readonly Cell<LidoLimits> _limits;
    private readonly Cell<LidoFeeTerms> _fees;
    private readonly Table<ulong, LidoModuleFee> _moduleFee;
    private readonly Cell<ulong> _historyCount;
    private readonly Table<ulong, LidoPastReport> _history;
    private readonly Cell<bool> _hasSecondOpinion;
    private readonly Table<ulong, LidoSecondOpinion> _secondOpinion;

    internal LidoReports(LidoCore lido)
    {
        _lido = lido;
        _limits = lido.Store.Cell<LidoLimits>();
        _fees = lido.Store.Cell<LidoFeeTerms>();
        _moduleFee = lido.Store.Table<ulong, LidoModuleFee>();
        _historyCount = lido.Store.Cell<ulong>();
        _history = lido.Store.Table<ulong, LidoPastReport>();
        _hasSecondOpinion = lido.Store.Cell<bool>();
        _secondOpinion = lido.Store.Table<ulong, LidoSecondOpinion>();
    }

    /// <summary>What reports may say and do.</summary>
    public LidoLimits Limits => _limits.Value;

    /// <summary>The part of rewards that is a fee, of 10²⁰.</summary>
    public UInt256 TotalFee => _fees.Value.TotalFee;

    private LidoPool Pool => _lido.Pool;

    internal void Begin() => _limits.Set(LidoLimits.Mainnet);

    internal Refusal? SetLimits(Address sender, LidoLimits limits)
    {
        if (_lido.RefuseOthersThanAdmin(sender) is { } stranger) return stranger;
        if (!limits.IsValid) return LidoRefusals.IncorrectLimitValue;

        _limits.Set(limits);
        return null;
    }

    internal Refusal? SetFees(Address sender, UInt256 totalFee, IReadOnlyList<LidoModuleFee> modules)
    {
        if (_lido.RefuseOthersThanAdmin(sender) is { } stranger) return stranger;
        if (totalFee > FeePrecision || modules.Sum(static module => module.Fee) > totalFee)
        {
            return LidoRefusals.IncorrectFees;
        }

        for (ulong i = 0; i < _fees.Value.Modules; i++)
        {
            _moduleFee[i] = default;
        }

        _fees.Set(new LidoFeeTerms(totalFee, (ulong)modules.Count));
        for (int i = 0; i < modules.Count; i++)
        {
            _moduleFee[(ulong)i] = modules[i];
        }

        return null;
    }

    internal Refusal? AskSecondOpinions(Address sender, bool isAsked)
    {
        if (_lido.RefuseOthersThanAdmin(sender) is { } stranger) return stranger;

        _hasSecondOpinion.Set(isAsked);
        return null;
    }

    internal Refusal? PostSecondOpinion(ulong timestamp, UInt256 balance, UInt256 withdrawalVault)
    {
        _secondOpinion[timestamp] = new LidoSecondOpinion(true, balance, withdrawalVault);
        return null;
    }

    internal Refusal? Report(ReportToLido report)
    {
        if (_lido.RefuseWithout(LidoRole.Report, report.Sender) is { } stranger) return stranger;

        UInt256 previous = _lido.Queue.LastReport;
        if (report.Timestamp <= previous) return LidoRefusals.RefSlotMustBeGreater;
        if (_lido.Queue.OnReport(report.IsBunker, previous, report.Timestamp) is { } early) return early;

        ulong elapsed = ((UInt256)report.Timestamp - previous).ToUInt64();
        if (Simulate(report, out LidoUpdate update) is { } refusal) return refusal;

        return Check(report, elapsed, update) ?? Apply(report, elapsed, update);
    }

    // Every step sees the pool as the steps before it have left it, as the logs show.
    private Refusal? Apply(ReportToLido report, ulong elapsed, in LidoUpdate update)
    {
        Address token = _lido.Deployment.Token;
        UInt256 sharesBefore = Pool.TotalShares;
        UInt256 etherBefore = Pool.TotalEther;
        if (!update.SharesToFinalize.IsZero && _lido.Burner.RequestShares(
            report.Sender, _lido.Deployment.Queue, update.SharesToFinalize) is { } unheld)
        {
            return unheld;
        }

        Pool.TakeReport(report.Timestamp, report.Validators, report.Balance);
        if (!update.Smoothing.SharesToBurn.IsZero
            && _lido.Burner.Burn(update.Smoothing.SharesToBurn) is { } unburnt)
        {
            return unburnt;
        }

        if (MintFees(update.FeeShares) is { } unminted) return unminted;
        if (Pool.Collect(update.Smoothing.Rewards, update.Smoothing.Withdrawals) is { } empty) return empty;
        if (!update.EtherToLock.IsZero && PayRequests(report, update.EtherToLock) is { } unpaid)
        {
            return unpaid;
        }

        _lido.Store.Emit(new LidoEtherDistributed(
            token,
            report.Timestamp,
            update.Principal,
            report.Balance,
            update.Smoothing.Withdrawals,
            update.Smoothing.Rewards,
            Pool.Accounts.Buffered));
        _lido.Store.Emit(new LidoTokenRebased(
            token,
            report.Timestamp,
            elapsed,
            sharesBefore,
            etherBefore,
            update.SharesAfter,
            update.EtherAfter,
            update.FeeShares));
        return null;
    }

    private Refusal? PayRequests(ReportToLido report, UInt256 amount) =>
        Pool.PayQueue(amount)
            ?? _lido.Queue.FinalizePaid(report.Batches[^1], report.SimulatedShareRate, amount);

    // Each part is rounded down; the treasury gets what is left.
    private Refusal? MintFees(UInt256 shares)
    {
        if (shares.IsZero) return null;

        UInt256 left = shares;
        for (ulong i = 0; i < _fees.Value.Modules; i++)
        {
            LidoModuleFee module = _moduleFee[i];
            if (module.Fee.IsZero) continue;

            UInt256 part = (shares * module.Fee).DivDown(TotalFee);
            if (Pool.MintShares(module.Recipient, part) is { } refusal) return refusal;

            left -= part;
        }

        return Pool.MintShares(_lido.Deployment.Treasury, left);
    }
}

/// <summary>What the operators of a module get of the rewards.</summary>
/// <param name="Recipient">Who gets it.</param>
/// <param name="Fee">Which part of the rewards, of 10²⁰.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct LidoModuleFee(Address Recipient, UInt256 Fee);

/// <summary>How much of rewards is a fee.</summary>
/// <param name="TotalFee">The part, of 10²⁰.</param>
/// <param name="Modules">Among how many modules some of it is divided.</param>
internal readonly record struct LidoFeeTerms(UInt256 TotalFee, ulong Modules);

/// <summary>What is kept of a report, to know how much was lost lately.</summary>
/// <param name="Timestamp">Its time, in seconds.</param>
/// <param name="Exited">How many validators had left.</param>
/// <param name="Fall">By how much the balance fell, in wei.</param>
internal readonly record struct LidoPastReport(ulong Timestamp, ulong Exited, UInt256 Fall);

/// <summary>What another oracle says of the validators.</summary>
/// <param name="Exists">Whether it has said so.</param>
/// <param name="Balance">What they are worth, in wei.</param>
/// <param name="WithdrawalVault">What is in the withdrawal vault, in wei.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct LidoSecondOpinion(bool Exists, UInt256 Balance, UInt256 WithdrawalVault);
