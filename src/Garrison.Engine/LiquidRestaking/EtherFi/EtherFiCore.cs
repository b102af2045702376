using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

/// <summary>ether.fi's contracts, which call one another as they do on chain.</summary>
/// <remarks>
/// Source: etherfi-protocol/smart-contracts b4a0968. The equations are in
/// <c>docs/protocols/etherfi.md</c>.
/// </remarks>
public sealed partial class EtherFiCore
{
    private readonly Backings _backings;
    private readonly Cell<EtherFiContracts> _contracts;
    private readonly Cell<EtherFiLimits> _limits;
    private readonly OrderedSet<Everyone, EtherFiHolding> _holdings;

    internal EtherFiCore(Store store, Clock clock, Ledger ledger, Backings backings)
    {
        Store = store;
        Clock = clock;
        Ledger = ledger;
        _backings = backings;
        _contracts = store.Cell<EtherFiContracts>();
        _limits = store.Cell<EtherFiLimits>();
        _holdings = new(store);
        Access = new EtherFiAccess(this);
        Limiter = new EtherFiLimiter(this);
        EEth = new EEthToken(this);
        WeEth = new WeEthToken(this);
        Pool = new EtherFiPool(this);
        Withdrawals = new EtherFiWithdrawals(this);
        Redemptions = new EtherFiRedemptions(this);
        Oracle = new EtherFiOracle(this);
        Admin = new EtherFiAdmin(this);
    }

    /// <summary>The addresses.</summary>
    public ref readonly EtherFiContracts Contracts => ref _contracts.Value;

    /// <summary>What the contracts are built with.</summary>
    public ref readonly EtherFiLimits Limits => ref _limits.Value;

    /// <summary>Whether there is an ether.fi.</summary>
    public bool IsDeployed => !Contracts.LiquidityPool.IsZero;

    /// <summary>Roles, pauses and the blacklist.</summary>
    public EtherFiAccess Access { get; }

    /// <summary>How much may be minted and burned in a time.</summary>
    public EtherFiLimiter Limiter { get; }

    /// <summary>The rebasing token.</summary>
    public EEthToken EEth { get; }

    /// <summary>The wrapper.</summary>
    public WeEthToken WeEth { get; }

    /// <summary>The pool.</summary>
    public EtherFiPool Pool { get; }

    /// <summary>The queue.</summary>
    public EtherFiWithdrawals Withdrawals { get; }

    /// <summary>The way out at once.</summary>
    public EtherFiRedemptions Redemptions { get; }

    /// <summary>The committee.</summary>
    public EtherFiOracle Oracle { get; }

    /// <summary>What the reports are checked by.</summary>
    public EtherFiAdmin Admin { get; }

    internal Store Store { get; }

    internal Clock Clock { get; }

    internal Ledger Ledger { get; }

    internal Refusal? Deploy(DeployEtherFi deployment)
    {
        if (IsDeployed) return EtherFiRefusals.AlreadyDeployed;
        if (deployment.Contracts.LiquidityPool.IsZero) return EtherFiRefusals.AddressZero;

        EtherFiLimits limits = deployment.Limits;
        if (limits.MaxRebaseAprBps is <= 0 or > 10_000) return EtherFiRefusals.InvalidMaxAcceptableRebaseApr;
        if (limits.StaleReportBlocks == 0) return EtherFiRefusals.InvalidStaleOracleReportBlockWindow;
        if (limits.MaxFinalizedPerDay.IsZero)
        {
            return EtherFiRefusals.InvalidMaxAcceptableFinalizedWithdrawalAmount;
        }

        if (limits.MaxRequestsPerReport == 0)
        {
            return EtherFiRefusals.InvalidMaxNumberOfRequestsToFinalizePerReport;
        }

        _contracts.Set(deployment.Contracts);
        _limits.Set(limits);
        Access.Begin(deployment.Sender);
        Withdrawals.Begin();
        Oracle.Begin(deployment.Slots);
        Admin.Begin(deployment.RebaseAprBps, deployment.PostReportWaitSlots);
        return null;
    }

    internal Refusal? SetFeeRecipient(Address sender, Address recipient)
    {
        if (Access.Require(EtherFiRole.OperatingTimelock, sender) is { } refusal) return refusal;

        _contracts.Set(_contracts.Value with { FeeRecipient = recipient });
        Store.Emit(new EtherFiFeeRecipientUpdated(Contracts.LiquidityPool, recipient));
        return null;
    }

    internal Refusal? AddHolding(Address holder, Address asset)
    {
        _ = _holdings.Add(default, new EtherFiHolding(holder, asset));
        return null;
    }
}

/// <summary>Something of ether.fi that lies outside its pool.</summary>
/// <param name="Holder">The account that holds or restakes it.</param>
/// <param name="Asset">The asset, counted as one ether a unit of 10¹⁸.</param>
public readonly record struct EtherFiHolding(Address Holder, Address Asset);
