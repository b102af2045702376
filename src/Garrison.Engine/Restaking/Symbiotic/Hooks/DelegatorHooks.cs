using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.Hooks;

/// <summary>The hooks that weigh an operator anew when it is slashed.</summary>
/// <remarks>
/// Source: symbioticfi/hooks, the contracts named as the kinds are, with <c>Hook</c> behind. A hook speaks to
/// the delegator as anyone would, from its own address: without the role it is refused. Whatever refuses it
/// takes all back that it did for this slash, and the slash goes on.
/// </remarks>
public sealed class DelegatorHooks
{
    private readonly SymbioticCore _core;
    private readonly Table<Address, Hook> _hook;
    private readonly Fifo<HookedOperator, ulong> _slashes;

    internal DelegatorHooks(Store store, SymbioticCore core)
    {
        _core = core;
        _hook = store.Table<Address, Hook>();
        _slashes = new(store);
    }

    /// <summary>The hook at an address; of no kind when there is none.</summary>
    public Hook Of(Address hook) => _hook[hook];

    /// <summary>How many of an operator's slashes a reset remembers: all since the last reset, up to as many
    /// as are too many.</summary>
    public int RememberedSlashes(Address hook, Address vault, Subnetwork subnetwork, Address @operator) =>
        _slashes.Count(new(hook, new(new(vault, subnetwork), @operator)));

    internal Refusal? Deploy(Address address, Hook hook)
    {
        if (_hook[address].Kind != HookKind.None) return SymbioticRefusals.AlreadyDeployed;
        if (!Uint48.Holds(hook.PeriodSeconds)) return SymbioticRefusals.EmptyRevert;
        if (hook.IsReset && hook.SlashCount == 0) return HookRefusals.InvalidSlashCount;

        _hook[address] = hook;
        return null;
    }

    /// <summary>Weighs the operator of a slash anew. An address without a hook takes the call and does
    /// nothing.</summary>
    internal Refusal? OnSlash(Address address, in SlashFacts slash)
    {
        Hook hook = _hook[address];
        if (hook.Kind == HookKind.None) return null;
        if (_core.Delegators.Of(slash.Vault).Kind != hook.DelegatorKind) return NotFor(hook.DelegatorKind);
        if (hook.IsReset) return Count(address, hook, slash);

        return hook.Kind switch
        {
            HookKind.NetworkRestakeDecrease =>
                DecreaseNetworkLimit(address, slash) ?? DecreaseShares(address, slash),
            HookKind.NetworkRestakeRedistribute => Redistribute(address, slash),
            HookKind.FullRestakeDecrease =>
                DecreaseNetworkLimit(address, slash) ?? DecreaseOperatorLimit(address, slash),
            _ => DecreaseNetworkLimit(address, slash),
        };
    }

    private Refusal? DecreaseNetworkLimit(Address self, in SlashFacts slash)
    {
        UInt256 limit = _core.Delegators.NetworkLimit(slash.Vault, slash.Subnetwork);
        return limit.IsZero
            ? null
            : _core.Delegators.SetNetworkLimit(
                self, slash.Vault, slash.Subnetwork, limit.SaturatingSub(slash.Amount));
    }

    private Refusal? DecreaseOperatorLimit(Address self, in SlashFacts slash)
    {
        UInt256 limit = _core.Delegators.OperatorLimit(slash.Vault, slash.Subnetwork, slash.Operator);
        return limit.IsZero
            ? null
            : _core.Delegators.SetOperatorLimit(
                self, slash.Vault, slash.Subnetwork, slash.Operator, limit.SaturatingSub(slash.Amount));
    }

    // The shares that the slashed stake was at the capture, rounded up against the operator.
    private Refusal? DecreaseShares(Address self, in SlashFacts slash)
    {
        UInt256 shares = SharesOf(slash);
        if (shares.IsZero) return null;

        UInt256 sharesAt = _core.Delegators.OperatorSharesAt(
            slash.Vault, slash.Subnetwork, slash.Operator, slash.CaptureTimestamp);
        UInt256 lost = UInt256.MulDivUp(slash.Amount, sharesAt, slash.StakeAt);
        return SetShares(self, slash, shares.SaturatingSub(lost));
    }

    // What could still be slashed just before is what the shares of now are taken to stand for.
    private Refusal? Redistribute(Address self, in SlashFacts slash)
    {
        UInt256 shares = SharesOf(slash);
        UInt256 left = slash.SlashableStake - slash.Amount;
        return shares.IsZero
            ? null
            : SetShares(self, slash, UInt256.MulDivDown(left, shares, slash.SlashableStake));
    }

    private Refusal? Count(Address self, in Hook hook, in SlashFacts slash)
    {
        HookedOperator key = new(self, new(new(slash.Vault, slash.Subnetwork), slash.Operator));
        ulong now = _core.Clock.Seconds;
        _slashes.Push(key, now);
        if ((ulong)_slashes.Count(key) > hook.SlashCount) _slashes.Pop(key);
        if ((ulong)_slashes.Count(key) < hook.SlashCount) return null;
        if (now - _slashes.At(key, 0) > hook.PeriodSeconds) return null;

        while (_slashes.Count(key) > 0)
        {
            _slashes.Pop(key);
        }

        return Reset(self, hook.Kind, slash);
    }

    private Refusal? Reset(Address self, HookKind kind, in SlashFacts slash)
    {
        Delegators delegators = _core.Delegators;
        (Address vault, Subnetwork subnetwork, Address @operator) =
            (slash.Vault, slash.Subnetwork, slash.Operator);
        switch (kind)
        {
            case HookKind.NetworkRestakeReset:
                return SharesOf(slash).IsZero ? null : SetShares(self, slash, UInt256.Zero);
            case HookKind.FullRestakeReset:
                return delegators.OperatorLimit(vault, subnetwork, @operator).IsZero
                    ? null
                    : delegators.SetOperatorLimit(self, vault, subnetwork, @operator, UInt256.Zero);
            default:
                return delegators.NetworkLimit(vault, subnetwork).IsZero
                    ? null
                    : delegators.SetNetworkLimit(self, vault, subnetwork, UInt256.Zero);
        }
    }

    private UInt256 SharesOf(in SlashFacts slash) =>
        _core.Delegators.OperatorShares(slash.Vault, slash.Subnetwork, slash.Operator);

    private Refusal? SetShares(Address self, in SlashFacts slash, UInt256 shares) =>
        _core.Delegators.SetOperatorShares(self, slash.Vault, slash.Subnetwork, slash.Operator, shares);

    private static Refusal NotFor(DelegatorKind kind) => kind switch
    {
        DelegatorKind.NetworkRestake => HookRefusals.NotNetworkRestakeDelegator,
        DelegatorKind.FullRestake => HookRefusals.NotFullRestakeDelegator,
        _ => HookRefusals.NotOperatorSpecificDelegator,
    };
}
