using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Renzo;

/// <content>ezETH in the shape of all liquid tokens.</content>
public sealed partial class RenzoIssuer : IIssuerFamily
{
    IssuerKind IIssuerFamily.Kind => IssuerKind.Renzo;

    IReadOnlyList<Address> IIssuerFamily.Tokens => Token.IsZero ? [] : [Token];

    Refusal? IIssuerFamily.Rate(Address token, out UInt256 rate) => Rate(out rate);

    Refusal? IIssuerFamily.Assets(Address token, out UInt256 ether)
    {
        Refusal? refusal = Value(out RenzoValue value);
        ether = refusal is null ? value.Total : UInt256.Zero;
        return refusal;
    }

    UInt256 IIssuerFamily.Claims(Address token) => Supply;

    UInt256 IIssuerFamily.Supply(Address token) => Supply;

    // Requests are kept by user, and nobody keeps the users.
    IReadOnlyList<LiquidQueue> IIssuerFamily.Queues(Address token) =>
    [
        .. _tokens.ToArray(default).Append(Ledger.Ether)
            .Where(asset => !_buffer.Read(asset).Target.IsZero)
            .Select(asset =>
            {
                RenzoQueue queue = Queue(asset);
                return new LiquidQueue(
                    asset,
                    queue.QueueDeficit,
                    null,
                    queue.Reserve,
                    queue.Spare,
                    queue.QueueDeficit.SaturatingSub(queue.Spare));
            }),
    ];

    IReadOnlyList<LiquidHolding> IIssuerFamily.Holdings(Address token)
    {
        List<LiquidHolding> holdings = [];
        Address[] assets = [.. _tokens.ToArray(default), Ledger.Ether];
        foreach (Address delegator in _delegators.ToArray(default))
        {
            holdings.AddRange(assets.Select(asset => LiquidHolding.Of(
                _backings.Of(delegator, asset), delegator, asset, _backings.Amount(delegator, asset))));
            holdings.Add(LiquidHolding.OnTheWay(
                delegator, Ledger.Ether, _delegator.Read(delegator).Unverified));
        }

        holdings.AddRange(assets.Select(asset => LiquidHolding.Held(
            WithdrawQueue, asset, _ledger.Balance(asset, WithdrawQueue))));
        holdings.Add(LiquidHolding.Held(
            DepositQueue, Ledger.Ether, _ledger.Balance(Ledger.Ether, DepositQueue)));
        holdings.Add(LiquidHolding.OnTheWay(
            _contracts.Value.LidoQueue, Ledger.Ether, _terms.Value.StEthPending));
        return [.. holdings.Where(static one => !one.Amount.IsZero).Select(Valued)];
    }

    private LiquidHolding Valued(LiquidHolding holding)
    {
        if (holding.Amount.IsNegative) return holding;

        UInt256 value = holding.Amount.ToUInt256();
        return holding.Asset == Ledger.Ether || TokenValueDown(holding.Asset, value, out value) is null
            ? holding with { Ether = value }
            : holding;
    }
}
