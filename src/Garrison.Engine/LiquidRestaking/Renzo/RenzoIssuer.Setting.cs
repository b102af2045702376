using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Renzo;

public sealed partial class RenzoIssuer
{
    internal Refusal? GrantRoles(Address sender, Address account, RenzoRoles roles)
    {
        if (RefuseOthersThanAdmin(sender) is { } refusal) return refusal;

        _roles[account] = roles;
        return null;
    }

    internal Refusal? AddCollateral(Address sender, Address token)
    {
        if (RefuseOthersThanAdmin(sender) is { } refusal) return refusal;
        if (!_tokens.Add(default, token)) return RenzoRefusals.AlreadyAdded;

        _store.Emit(new RenzoCollateralAdded(RestakeManager, token));
        return null;
    }

    internal Refusal? SetFeed(Address sender, Address token, Address feed)
    {
        if (RefuseOthersThan(RenzoRoles.OracleAdmin, sender, RenzoRefusals.NotOracleAdmin) is { } refusal)
        {
            return refusal;
        }

        if (token.IsZero) return RenzoRefusals.InvalidZeroInput;

        _feed[token] = feed;
        _store.Emit(new RenzoFeedUpdated(RestakeManager, token, feed));
        return null;
    }

    internal Refusal? SetValueLimit(Address sender, Address token, UInt256 limit)
    {
        if (RefuseOthersThanAdmin(sender) is { } refusal) return refusal;
        if (FindToken(token, out _) is { } unknown) return unknown;

        _valueLimit[token] = limit;
        _store.Emit(new RenzoValueLimitUpdated(RestakeManager, token, limit));
        return null;
    }

    internal Refusal? SetRewardsFee(Address sender, Address recipient, UInt256 bps)
    {
        if (RefuseOthersThanAdmin(sender) is { } refusal) return refusal;
        if (!bps.IsZero && recipient.IsZero) return RenzoRefusals.InvalidZeroInput;
        if (bps > Bps.Scale) return RenzoRefusals.OverMaxBasisPoints;

        _terms.Set(_terms.Value with { FeeRecipient = recipient, FeeBps = bps });
        _store.Emit(new RenzoFeeConfigUpdated(DepositQueue, recipient, bps));
        return null;
    }

    internal Refusal? SetPaused(Address sender, bool isPaused)
    {
        if (RefuseOthersThanPauser(sender) is { } refusal) return refusal;

        _terms.Set(_terms.Value with { IsPaused = isPaused });
        return null;
    }

    internal Refusal? SetQueuePaused(Address sender, bool isPaused)
    {
        if (RefuseOthersThanPauser(sender) is { } refusal) return refusal;
        if (_terms.Value.IsQueuePaused == isPaused)
        {
            return isPaused ? RenzoRefusals.Paused : RenzoRefusals.NotPaused;
        }

        _terms.Set(_terms.Value with { IsQueuePaused = isPaused });
        _store.Emit(isPaused
            ? new RenzoPaused(WithdrawQueue, sender)
            : new RenzoUnpaused(WithdrawQueue, sender));
        return null;
    }

    internal Refusal? SetBufferTargets(Address sender, IReadOnlyList<RenzoBufferTarget> targets)
    {
        if (RefuseOthersThanQueueAdmin(sender) is { } refusal) return refusal;
        if (targets.Count == 0) return RenzoRefusals.InvalidZeroInput;

        foreach (RenzoBufferTarget target in targets)
        {
            if (target.Asset.IsZero || target.Amount.IsZero) return RenzoRefusals.InvalidZeroInput;

            RenzoBuffer buffer = _buffer[target.Asset];
            _buffer[target.Asset] = buffer with { Target = target.Amount };
            _store.Emit(new RenzoBufferTargetUpdated(WithdrawQueue, buffer.Target, target.Amount));
        }

        return null;
    }

    internal Refusal? SetCoolDown(Address sender, UInt256 seconds)
    {
        if (RefuseOthersThanQueueAdmin(sender) is { } refusal) return refusal;
        if (seconds.IsZero) return RenzoRefusals.InvalidZeroInput;

        _store.Emit(new RenzoCoolDownUpdated(WithdrawQueue, _terms.Value.CoolDownSeconds, seconds));
        _terms.Set(_terms.Value with { CoolDownSeconds = seconds });
        return null;
    }

    internal Refusal? SetWhitelisted(
        Address sender, IReadOnlyList<Address> accounts, IReadOnlyList<bool> statuses)
    {
        if (RefuseOthersThanQueueAdmin(sender) is { } refusal) return refusal;
        if (accounts.Count != statuses.Count) return RenzoRefusals.MismatchedArrayLengths;

        for (int index = 0; index < accounts.Count; index++)
        {
            if (accounts[index].IsZero) return RenzoRefusals.InvalidZeroInput;

            _isWhitelisted[accounts[index]] = statuses[index];
        }

        _store.Emit(new RenzoWhitelistUpdated(WithdrawQueue, accounts, statuses));
        return null;
    }

    internal Refusal? SetDrawdown(Address sender, UInt256 bps)
    {
        if (RefuseOthersThanOwner(sender) is { } refusal) return refusal;
        if (bps.IsZero) return RenzoRefusals.InvalidZeroInput;
        if (bps > Bps.Scale) return RenzoRefusals.OverMaxBasisPoints;

        _instant.Set(_instant.Value with { DrawdownBps = bps });
        return null;
    }

    internal Refusal? SetInstantFee(Address sender, Address recipient, UInt256 minimumBps, UInt256 maximumBps)
    {
        if (RefuseOthersThanOwner(sender) is { } refusal) return refusal;
        if (recipient.IsZero) return RenzoRefusals.InvalidZeroInput;
        if (minimumBps > Bps.Scale || maximumBps > Bps.Scale || maximumBps < minimumBps)
        {
            return RenzoRefusals.OverMaxBasisPoints;
        }

        _instant.Set(_instant.Value with
        {
            FeeRecipient = recipient,
            MinimumFeeBps = minimumBps,
            MaximumFeeBps = maximumBps,
        });
        return null;
    }

    /// <summary>An outside fact: what the risk oracle says.</summary>
    internal Refusal? PostRisk(RenzoRisk risk, UInt256 value)
    {
        _risk[(byte)risk] = value;
        return null;
    }

    private Refusal? RefuseOthersThanOwner(Address sender) =>
        RefuseOthersThan(RenzoRoles.InstantOwner, sender, RenzoRefusals.NotOwner);
}
