using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <summary>Lido: stETH, wstETH, the queue of withdrawals, and the report that moves them.</summary>
/// <remarks>There is one in a world. Version and sources: the page of the protocol.</remarks>
public sealed partial class LidoCore
{
    private readonly Cell<LidoDeployment> _deployment;
    private readonly Table<RoleHolder, bool> _hasRole;

    internal LidoCore(Store store, Clock clock, Ledger ledger)
    {
        Store = store;
        Clock = clock;
        Ledger = ledger;
        _deployment = store.Cell<LidoDeployment>();
        _hasRole = store.Table<RoleHolder, bool>();
        Pool = new LidoPool(this);
        Wrapper = new LidoWrapper(this);
        Queue = new LidoQueue(this);
        Burner = new LidoBurner(this);
        Reports = new LidoReports(this);
    }

    /// <summary>The contracts' addresses.</summary>
    public LidoDeployment Deployment => _deployment.Value;

    /// <summary>stETH, the ether not yet staked, and the validators.</summary>
    public LidoPool Pool { get; }

    /// <summary>wstETH.</summary>
    public LidoWrapper Wrapper { get; }

    /// <summary>The queue of withdrawals.</summary>
    public LidoQueue Queue { get; }

    /// <summary>Shares that wait to be burnt.</summary>
    public LidoBurner Burner { get; }

    /// <summary>Reports and the checks of them.</summary>
    public LidoReports Reports { get; }

    internal Store Store { get; }

    internal Clock Clock { get; }

    internal Ledger Ledger { get; }

    internal Refusal? Deploy(in LidoDeployment deployment)
    {
        if (!Deployment.Token.IsZero) return LidoRefusals.AlreadyDeployed;
        if (Ledger.IssueShares(deployment.Token) is { } refusal) return refusal;

        _deployment.Set(deployment);
        Queue.Begin();
        Reports.Begin();
        return Ledger.SetRefusesEther(deployment.Queue, true);
    }

    internal Refusal? Grant(Address sender, LidoRole role, Address account)
    {
        if (RefuseOthersThanAdmin(sender) is { } refusal) return refusal;

        _hasRole[new RoleHolder(role, account)] = true;
        return null;
    }

    internal Refusal? RefuseOthersThanAdmin(Address sender) =>
        sender == Deployment.Admin && !sender.IsZero ? null : LidoRefusals.MissingRole(sender, Hash32.Zero);

    internal Refusal? RefuseWithout(LidoRole role, Address sender) =>
        _hasRole[new RoleHolder(role, sender)] ? null
        : role switch
        {
            LidoRole.Deposit => LidoRefusals.AppAuthDsmFailed,
            LidoRole.Report => LidoRefusals.NotAuthorized,
            _ => LidoRefusals.MissingRole(sender, LidoRoles.Hash(role)),
        };

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct RoleHolder(LidoRole Role, Address Account);
}
