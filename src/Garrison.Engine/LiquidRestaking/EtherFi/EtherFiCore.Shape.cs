using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

/// <content>eETH and weETH in the shape of all liquid tokens.</content>
/// <remarks>Both stand on the same assets: a weETH is a share of them, an eETH the ether that a share is
/// counted as.</remarks>
public sealed partial class EtherFiCore : IIssuerFamily
{
    IssuerKind IIssuerFamily.Kind => IssuerKind.EtherFi;

    IReadOnlyList<Address> IIssuerFamily.Tokens => IsDeployed ? [Contracts.EEth, Contracts.WeEth] : [];

    Refusal? IIssuerFamily.Rate(Address token, out UInt256 rate)
    {
        rate = token == Contracts.WeEth ? WeEthRate : Wad.Scale;
        return null;
    }

    Refusal? IIssuerFamily.Assets(Address token, out UInt256 ether)
    {
        Int256 assets = Int256.FromUInt256(Pool.Books.In) + ValueOutside();
        ether = assets.IsNegative ? UInt256.Zero : assets.ToUInt256();
        return assets.IsNegative ? LiquidTokenRefusals.NegativeBacking : null;
    }

    UInt256 IIssuerFamily.Claims(Address token) =>
        token == Contracts.WeEth ? EEth.TotalShares : TotalAssets;

    UInt256 IIssuerFamily.Supply(Address token) => token == Contracts.WeEth ? WeEth.Supply : TotalAssets;

    IReadOnlyList<LiquidQueue> IIssuerFamily.Queues(Address token)
    {
        EtherFiQueueView queue = Queue();
        return
        [
            new LiquidQueue(
                Ledger.Ether,
                queue.Amount,
                (ulong)queue.Waiting.Count,
                queue.Locked,
                queue.Available,
                queue.Deficit),
        ];
    }

    IReadOnlyList<LiquidHolding> IIssuerFamily.Holdings(Address token)
    {
        List<LiquidHolding> holdings =
        [
            LiquidHolding.Held(Contracts.LiquidityPool, Ledger.Ether, Pool.Books.In),
            LiquidHolding.Held(Contracts.WithdrawRequestNft, Ledger.Ether, Withdrawals.Queue.Locked),
        ];
        foreach (EtherFiHolding one in _holdings.ToArray(default))
        {
            holdings.Add(LiquidHolding.Of(
                _backings.Of(one.Holder, one.Asset),
                one.Holder,
                one.Asset,
                _backings.Amount(one.Holder, one.Asset)));
            holdings.Add(LiquidHolding.Held(
                one.Holder, one.Asset, Ledger.Balance(one.Asset, one.Holder)));
        }

        return
        [
            .. holdings.Where(static one => !one.Amount.IsZero).Select(static one =>
                one.Amount.IsNegative ? one : one with { Ether = one.Amount.ToUInt256() }),
        ];
    }
}
