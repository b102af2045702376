using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic;

/// <content>Slashes on request, which a resolver may veto.</content>
public sealed partial class Slashers
{
    /// <summary>How many slashes of a vault were requested.</summary>
    public ulong RequestCount(Address vault) => _requestCount[vault];

    /// <summary>A request, by its number from 0.</summary>
    public SlashRequest RequestOf(Address vault, ulong index) => _request[new(vault, index)];

    /// <summary>Who could veto a subnetwork's slashes at the end of a second; zero for nobody.</summary>
    public Address ResolverAt(Address vault, Subnetwork subnetwork, ulong second) =>
        _resolver.At(new(vault, subnetwork), second, Address.Zero);

    internal Refusal? RequestSlash(
        Address sender,
        Address vault,
        Subnetwork subnetwork,
        Address @operator,
        UInt256 amount,
        ulong captureTimestamp)
    {
        if (!Is(vault, SlasherKind.Veto)) return SymbioticRefusals.EmptyRevert;
        if (!Uint48.Holds(captureTimestamp)) return SymbioticRefusals.EmptyRevert;
        if (_core.Middleware.Check(sender, subnetwork.Network) is { } stranger) return stranger;

        ulong vetoDeadline = Uint48.Add(Now, _slasher[vault].VetoSeconds);
        ulong earliest = vetoDeadline - _core.Vaults.Of(vault).EpochSeconds;
        if (captureTimestamp < earliest || captureTimestamp >= Now)
        {
            return SymbioticRefusals.InvalidCaptureTimestamp;
        }

        UInt256 slashable = SlashableStake(vault, subnetwork, @operator, captureTimestamp);
        UInt256 requested = UInt256.Min(amount, slashable);
        if (requested.IsZero) return SymbioticRefusals.InsufficientSlash;

        ulong index = _requestCount[vault];
        _requestCount[vault] = index + 1;
        _request[new(vault, index)] = new SlashRequest(
            subnetwork, @operator, requested, captureTimestamp, vetoDeadline, IsCompleted: false);
        _store.Emit(new SlashRequested(
            SelfOf(vault), index, subnetwork, @operator, requested, captureTimestamp, vetoDeadline));
        return null;
    }

    internal Refusal? ExecuteSlash(Address sender, Address vault, UInt256 slashIndex)
    {
        if (!Is(vault, SlasherKind.Veto)) return SymbioticRefusals.EmptyRevert;
        if (slashIndex >= _requestCount[vault]) return SymbioticRefusals.SlashRequestNotExist;

        RequestKey requestKey = new(vault, slashIndex.ToUInt64());
        SlashRequest request = _request[requestKey];
        if (_core.Middleware.Check(sender, request.Subnetwork.Network) is { } stranger) return stranger;
        if (CanBeVetoed(vault, request) && request.VetoDeadline > Now)
        {
            return SymbioticRefusals.VetoPeriodNotEnded;
        }

        if (Now - request.CaptureTimestamp > _core.Vaults.Of(vault).EpochSeconds)
        {
            return SymbioticRefusals.SlashPeriodEnded;
        }

        VaultOperator key = Key(vault, request.Subnetwork, request.Operator);
        UInt256 slashable = Slashable(vault, key, request.CaptureTimestamp, out UInt256 stakeAt);
        UInt256 slashed = UInt256.Min(request.Amount, slashable);
        if (slashed.IsZero) return SymbioticRefusals.InsufficientSlash;
        if (request.IsCompleted) return SymbioticRefusals.SlashRequestCompleted;

        _request[requestKey] = request with { IsCompleted = true };
        SlashFacts facts = new(
            vault,
            request.Subnetwork,
            request.Operator,
            slashed,
            request.CaptureTimestamp,
            slashable,
            stakeAt);
        if (Take(key, facts) is { } refusal) return refusal;

        _store.Emit(new SlashExecuted(SelfOf(vault), slashIndex, slashed));
        return null;
    }

    internal Refusal? VetoSlash(Address sender, Address vault, UInt256 slashIndex)
    {
        if (!Is(vault, SlasherKind.Veto)) return SymbioticRefusals.EmptyRevert;
        if (slashIndex >= _requestCount[vault]) return SymbioticRefusals.SlashRequestNotExist;

        RequestKey requestKey = new(vault, slashIndex.ToUInt64());
        SlashRequest request = _request[requestKey];
        if (!CanBeVetoed(vault, request)) return SymbioticRefusals.NoResolver;
        if (sender != ResolverAt(vault, request.Subnetwork, request.CaptureTimestamp))
        {
            return SymbioticRefusals.NotResolver;
        }

        if (request.VetoDeadline <= Now) return SymbioticRefusals.VetoPeriodEnded;
        if (request.IsCompleted) return SymbioticRefusals.SlashRequestCompleted;

        _request[requestKey] = request with { IsCompleted = true };
        _store.Emit(new SlashVetoed(SelfOf(vault), slashIndex, sender));
        return null;
    }

    /// <summary>Changes who may veto: the first one at once, another after the delay. Naming the one that is
    /// takes a pending change back.</summary>
    internal Refusal? SetResolver(Address sender, Address vault, UInt256 identifier, Address resolver)
    {
        if (!Is(vault, SlasherKind.Veto)) return SymbioticRefusals.EmptyRevert;
        if (!Subnetwork.IsIdentifier(identifier)) return SymbioticRefusals.EmptyRevert;
        if (!_core.Registries.IsNetwork(sender)) return SymbioticRefusals.NotNetwork;

        VaultSubnetwork key = new(vault, Subnetwork.Of(sender, identifier));
        if (_resolver.IsEmpty(key))
        {
            if (resolver.IsZero) return SymbioticRefusals.AlreadySet;

            _resolver.Push(key, Now, resolver);
        }
        else
        {
            bool isPending = _resolver.LatestMoment(key) > Now;
            if (isPending) _resolver.Pop(key);

            if (_resolver.Latest(key, Address.Zero) != resolver)
            {
                UInt256 change = ResolverChangeSecond(vault);
                if (!Uint48.Holds(change)) return SymbioticRefusals.SafeCastOverflowedUintDowncast;

                _resolver.Push(key, change.ToUInt64(), resolver);
            }
            else if (!isPending)
            {
                return SymbioticRefusals.AlreadySet;
            }
        }

        _store.Emit(new ResolverSet(SelfOf(vault), key.Subnetwork, resolver));
        return null;
    }

    private UInt256 ResolverChangeSecond(Address address)
    {
        Vault vault = _core.Vaults.Of(address);
        UInt256 epochs = (UInt256)vault.EpochAt(Now) + _slasher[address].ResolverSetEpochsDelay;
        return vault.FirstEpochStart + (epochs * vault.EpochSeconds);
    }

    // A resolver must have been there at the capture, and still be there before this block.
    private bool CanBeVetoed(Address vault, in SlashRequest request) =>
        !ResolverAt(vault, request.Subnetwork, request.CaptureTimestamp).IsZero
            && !ResolverAt(vault, request.Subnetwork, Now - 1).IsZero;
}
