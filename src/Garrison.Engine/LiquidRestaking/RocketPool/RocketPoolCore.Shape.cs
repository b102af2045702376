using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.RocketPool;

/// <content>rETH in the shape of all liquid tokens.</content>
/// <remarks>What stands behind rETH is what members voted; nobody waits, since whoever cannot be paid is
/// refused.</remarks>
public sealed partial class RocketPoolCore : IIssuerFamily
{
    IssuerKind IIssuerFamily.Kind => IssuerKind.RocketPool;

    IReadOnlyList<Address> IIssuerFamily.Tokens => Token.IsZero ? [] : [Token];

    Refusal? IIssuerFamily.Rate(Address token, out UInt256 rate)
    {
        rate = RateDown;
        return null;
    }

    Refusal? IIssuerFamily.Assets(Address token, out UInt256 ether)
    {
        ether = Balances.TotalEther;
        return null;
    }

    UInt256 IIssuerFamily.Claims(Address token) => Balances.Supply;

    UInt256 IIssuerFamily.Supply(Address token) => Supply;

    IReadOnlyList<LiquidQueue> IIssuerFamily.Queues(Address token) =>
        [new LiquidQueue(Ledger.Ether, UInt256.Zero, 0, UInt256.Zero, Collateral, UInt256.Zero)];

    // What rETH can pay out is known; the rest of the vote is with validators.
    IReadOnlyList<LiquidHolding> IIssuerFamily.Holdings(Address token)
    {
        UInt256 liquid = UInt256.Min(Collateral, Balances.TotalEther);
        LiquidHolding[] holdings =
        [
            LiquidHolding.Held(Token, Ledger.Ether, liquid),
            LiquidHolding.Held(Token, Ledger.Ether, Balances.TotalEther - liquid) with
            {
                Kind = HoldingKind.Posted,
            },
        ];
        return
        [
            .. holdings.Where(static one => !one.Amount.IsZero)
                .Select(static one => one with { Ether = one.Amount.ToUInt256() }),
        ];
    }
}
