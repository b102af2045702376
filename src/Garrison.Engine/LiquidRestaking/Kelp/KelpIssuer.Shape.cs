using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Kelp;

/// <content>rsETH in the shape of all liquid tokens.</content>
public sealed partial class KelpIssuer : IIssuerFamily
{
    IssuerKind IIssuerFamily.Kind => IssuerKind.Kelp;

    IReadOnlyList<Address> IIssuerFamily.Tokens => Token.IsZero ? [] : [Token];

    Refusal? IIssuerFamily.Rate(Address token, out UInt256 rate)
    {
        rate = Price;
        return null;
    }

    Refusal? IIssuerFamily.Assets(Address token, out UInt256 ether)
    {
        Refusal? refusal = Worth(out UInt256 worth);
        ether = refusal is null ? worth.DivDown(Wad.Scale) : UInt256.Zero;
        return refusal;
    }

    UInt256 IIssuerFamily.Claims(Address token) => Supply;

    UInt256 IIssuerFamily.Supply(Address token) => Supply;

    IReadOnlyList<LiquidQueue> IIssuerFamily.Queues(Address token) =>
    [
        .. _assets.ToArray(default).Select(asset =>
        {
            KelpQueue queue = Queue(asset);
            return new LiquidQueue(
                asset,
                queue.Owed,
                (ulong)queue.Waiting.Count,
                _ledger.Balance(asset, WithdrawalManager),
                queue.Liquid,
                queue.Deficit);
        }),
    ];

    // What is unlocked for requests is theirs: the manager's assets do not count.
    IReadOnlyList<LiquidHolding> IIssuerFamily.Holdings(Address token)
    {
        List<LiquidHolding> holdings = [];
        foreach (Address asset in _assets.ToArray(default))
        {
            foreach (Address delegator in _delegators.ToArray(default))
            {
                holdings.Add(LiquidHolding.Of(
                    _backings.Of(delegator, asset), delegator, asset, _backings.Amount(delegator, asset)));
                holdings.Add(LiquidHolding.Held(delegator, asset, _ledger.Balance(asset, delegator)));
            }

            holdings.Add(LiquidHolding.Held(DepositPool, asset, _ledger.Balance(asset, DepositPool)));
            holdings.Add(LiquidHolding.Held(UnstakingVault, asset, _ledger.Balance(asset, UnstakingVault)));
            holdings.Add(LiquidHolding.OnTheWay(UnstakingVault, asset, Unstaking(asset)));
        }

        holdings.Add(LiquidHolding.OnTheWay(DepositPool, Ledger.Ether, _terms.Value.ConverterValue));
        return [.. holdings.Where(static one => !one.Amount.IsZero).Select(Valued)];
    }

    private LiquidHolding Valued(LiquidHolding holding) =>
        holding.Amount.IsNegative || AssetPrice(holding.Asset, out UInt256 price) is not null
            ? holding
            : holding with { Ether = UInt256.MulDivDown(holding.Amount.ToUInt256(), price, Wad.Scale) };
}
