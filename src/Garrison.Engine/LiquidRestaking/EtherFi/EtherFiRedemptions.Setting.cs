using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

public sealed partial class EtherFiRedemptions
{
    /// <summary>Sets all terms of a token, with a full bucket.</summary>
    internal Refusal? SetTerms(SetEtherFiRedemption setting)
    {
        EtherFiLimits limits = _core.Limits;
        if (RefuseSetting(setting.Sender) is { } refusal) return refusal;
        if (setting.ExitFeeSplitBps > limits.MaxExitFeeSplitBps)
        {
            return EtherFiRefusals.ExceedsMaxExitFeeSplit;
        }

        if (setting.ExitFeeBps > limits.MaxExitFeeBps) return EtherFiRefusals.ExceedsMaxExitFee;
        if (setting.LowWatermarkBps > limits.MaxLowWatermarkBps)
        {
            return EtherFiRefusals.ExceedsMaxLowWatermark;
        }

        if (ToUnits(setting.Capacity, isUp: false, out ulong capacity) is { } tooMuch) return tooMuch;
        if (ToUnits(setting.RefillPerSecond, isUp: false, out ulong refill) is { } tooFast) return tooFast;

        _terms[setting.Token] = new EtherFiRedemption(
            TokenBucket.Full(capacity, refill, _core.Clock.Seconds),
            setting.ExitFeeSplitBps,
            setting.ExitFeeBps,
            setting.LowWatermarkBps);
        return null;
    }

    internal Refusal? SetExitFee(Address sender, ushort bps, Address token)
    {
        if (RefuseSetting(sender) is { } refusal) return refusal;
        if (bps > _core.Limits.MaxExitFeeBps) return EtherFiRefusals.ExceedsMaxExitFee;

        _terms[token] = _terms[token] with { ExitFeeBps = bps };
        return null;
    }

    internal Refusal? SetExitFeeSplit(Address sender, ushort bps, Address token)
    {
        if (RefuseSetting(sender) is { } refusal) return refusal;
        if (bps > _core.Limits.MaxExitFeeSplitBps) return EtherFiRefusals.ExceedsMaxExitFeeSplit;

        _terms[token] = _terms[token] with { ExitFeeSplitBps = bps };
        return null;
    }

    internal Refusal? SetLowWatermark(Address sender, ushort bps, Address token)
    {
        if (RefuseSetting(sender) is { } refusal) return refusal;
        if (bps > _core.Limits.MaxLowWatermarkBps) return EtherFiRefusals.ExceedsMaxLowWatermark;

        _terms[token] = _terms[token] with { LowWatermarkBps = bps };
        return null;
    }

    internal Refusal? SetCapacity(Address sender, UInt256 wei, Address token)
    {
        if (RefuseSetting(sender) is { } refusal) return refusal;
        if (ToUnits(wei, isUp: false, out ulong units) is { } tooLarge) return tooLarge;

        EtherFiRedemption terms = _terms[token];
        _terms[token] = terms with { Bucket = terms.Bucket.WithCapacity(units, _core.Clock.Seconds) };
        return null;
    }

    internal Refusal? SetRefillRate(Address sender, UInt256 weiPerSecond, Address token)
    {
        if (RefuseSetting(sender) is { } refusal) return refusal;
        if (ToUnits(weiPerSecond, isUp: false, out ulong units) is { } tooLarge) return tooLarge;

        EtherFiRedemption terms = _terms[token];
        _terms[token] = terms with { Bucket = terms.Bucket.WithRefillRate(units, _core.Clock.Seconds) };
        return null;
    }

    /// <summary>Moves all that the manager holds of a token: what rounding left there.</summary>
    internal Refusal? SweepDust(Address sender, Address token, Address to)
    {
        if (_core.Access.Require(EtherFiRole.OperatingMultisig, sender) is { } refusal) return refusal;
        if (to.IsZero) return EtherFiRefusals.InvalidRecipient;

        bool isEEth = token == _core.Contracts.EEth;
        UInt256 balance = isEEth ? _core.EEth.BalanceOf(Contract) : _core.Ledger.Balance(token, Contract);
        if (balance.IsZero) return EtherFiRefusals.InsufficientBalance;

        Refusal? failed =
            isEEth ? _core.EEth.Transfer(Contract, Contract, to, balance)
            : token == _core.Contracts.WeEth ? _core.WeEth.Transfer(Contract, to, balance)
            : _core.Ledger.Transfer(token, Contract, to, balance);
        if (failed is not null) return failed;

        _core.Store.Emit(new EtherFiDustSwept(Contract, token, to, balance));
        return null;
    }

    private Refusal? RefuseSetting(Address sender) =>
        _core.Access.Require(EtherFiRole.OperatingTimelock, sender);
}
