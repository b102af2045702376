using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <content>stETH and wstETH in the shape of all liquid tokens.</content>
/// <remarks>Both stand on the same assets: a wstETH is a share of them, a stETH the ether that a share is
/// counted as. What validators are worth is that of the last report.</remarks>
public sealed partial class LidoCore : IIssuerFamily
{
    IssuerKind IIssuerFamily.Kind => IssuerKind.Lido;

    IReadOnlyList<Address> IIssuerFamily.Tokens =>
        Deployment.Token.IsZero ? [] : [Deployment.Token, Deployment.Wrapper];

    Refusal? IIssuerFamily.Rate(Address token, out UInt256 rate)
    {
        rate = Wad.Scale;
        return token == Deployment.Wrapper ? Pool.ConvertToEtherDown(Wad.Scale, out rate) : null;
    }

    Refusal? IIssuerFamily.Assets(Address token, out UInt256 ether)
    {
        ether = Pool.TotalEther;
        return null;
    }

    UInt256 IIssuerFamily.Claims(Address token) =>
        token == Deployment.Wrapper ? Pool.TotalShares : Pool.TotalEther;

    UInt256 IIssuerFamily.Supply(Address token) => Ledger.Supply(token);

    IReadOnlyList<LiquidQueue> IIssuerFamily.Queues(Address token) =>
    [
        new LiquidQueue(
            Ledger.Ether,
            Queue.UnfinalizedEther,
            (Queue.Last - Queue.LastFinalized).ToUInt64(),
            Queue.LockedEther,
            Pool.Accounts.Buffered,
            Queue.Deficit),
    ];

    IReadOnlyList<LiquidHolding> IIssuerFamily.Holdings(Address token)
    {
        LidoAccounts accounts = Pool.Accounts;
        LiquidHolding[] holdings =
        [
            LiquidHolding.Held(Deployment.Token, Ledger.Ether, accounts.Buffered),
            LiquidHolding.Held(Deployment.Token, Ledger.Ether, accounts.Balance) with
            {
                Kind = HoldingKind.Posted,
            },
            LiquidHolding.OnTheWay(Deployment.Token, Ledger.Ether, Pool.TransientEther),
        ];
        return
        [
            .. holdings.Where(static one => !one.Amount.IsZero)
                .Select(static one => one with { Ether = one.Amount.ToUInt256() }),
        ];
    }
}
