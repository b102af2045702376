using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

public sealed partial class EtherFiPool
{
    /// <summary>The most that one report may add, in wei: ⌊assets · 25 / 10⁴⌋.</summary>
    public UInt256 LargestRise => (Rate.Assets * _maxPositiveRebaseBps).DivDown(Bps.Scale);

    /// <summary>Takes ether back that was counted as outside.</summary>
    internal Refusal? Receive(Address sender, UInt256 value)
    {
        if (_core.Ledger.Transfer(Ledger.Ether, sender, Contract, value) is { } unpaid) return unpaid;
        if (!value.FitsIn(128)) return EtherFiRefusals.InvalidAmount;

        UInt128 back = value.ToUInt128();
        _books.Set(Books with { In = Books.In + back, Out = Books.Out - back });
        return RefuseShortfall();
    }

    /// <summary>Moves ether to the escrow of the queue: all in all nothing changes, so the rate
    /// stays.</summary>
    internal Refusal? Lock(Address sender, UInt256 amount)
    {
        Address queue = _core.Contracts.WithdrawRequestNft;
        if (sender != _core.Contracts.Admin && sender != queue) return EtherFiRefusals.IncorrectCaller;
        if (Books.In < amount) return EtherFiRefusals.InsufficientLiquidity;

        UInt128 locked = amount.ToUInt128();
        _books.Set(Books with { In = Books.In - locked, Out = Books.Out + locked });
        if (Send(queue, amount) is { } refusal) return refusal;

        _core.Withdrawals.Receive(amount);
        return RefuseShortfall();
    }

    /// <summary>Sends the first ether of new validators.</summary>
    internal Refusal? CreateValidators(Address sender, uint count)
    {
        if (_core.Access.RefusePaused(Contract) is { } paused) return paused;
        if (_core.Access.Require(EtherFiRole.OracleOperations, sender) is { } refusal) return refusal;

        return FundValidators(_core.Limits.InitialDeposit * count);
    }

    /// <summary>Sends the rest of what validators are to have.</summary>
    internal Refusal? ConfirmValidators(Address sender, uint count, UInt256 size)
    {
        if (_core.Access.RefusePaused(Contract) is { } paused) return paused;
        if (_core.Access.Require(EtherFiRole.OracleOperations, sender) is { } refusal) return refusal;

        EtherFiLimits limits = _core.Limits;
        if (size < limits.MinValidatorSize || size > limits.MaxValidatorSize)
        {
            return EtherFiRefusals.InvalidValidatorSize;
        }

        return FundValidators((size - limits.InitialDeposit) * count);
    }

    // The ether goes before it is counted off, and a call with more than there is says nothing.
    private Refusal? FundValidators(UInt256 amount)
    {
        if (_core.Ledger.Balance(Ledger.Ether, Contract) < amount) return Refusal.EmptyRevert;

        Address manager = _core.Contracts.StakingManager;
        if (_core.Ledger.Transfer(Ledger.Ether, Contract, manager, amount) is { } unpaid) return unpaid;

        _core.Store.Emit(new EtherFiValidatorsFunded(manager, amount));
        UInt128 sent = amount.TruncateToUInt128();
        _books.Set(Books with { Out = Books.Out + sent, In = Books.In - sent });
        return RefuseShortfall();
    }

    private Refusal? Send(Address recipient, UInt256 amount) =>
        _core.Ledger.Send(Ledger.Ether, Contract, recipient, amount) is null
            ? null
            : EtherFiRefusals.SendFail;
}
