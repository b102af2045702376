using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <content>The issuers' tokens in the shape of all liquid tokens.</content>
/// <remarks>An issuer that counts in another asset than ether knows nothing of ether, and says so. Of a
/// stored rate the assets are those that it was made of.</remarks>
public sealed partial class Issuers : IIssuerFamily
{
    IssuerKind IIssuerFamily.Kind => IssuerKind.Composed;

    IReadOnlyList<Address> IIssuerFamily.Tokens => All;

    Refusal? IIssuerFamily.Rate(Address token, out UInt256 rate)
    {
        rate = IsInEther(token) ? Rate(token).Raw : UInt256.Zero;
        return IsInEther(token) ? null : LiquidTokenRefusals.NotInEther;
    }

    Refusal? IIssuerFamily.Assets(Address token, out UInt256 ether)
    {
        ether = IsInEther(token) ? TotalAssets(token) : UInt256.Zero;
        return IsInEther(token) ? null : LiquidTokenRefusals.NotInEther;
    }

    UInt256 IIssuerFamily.Claims(Address token) => Supply(token);

    UInt256 IIssuerFamily.Supply(Address token) => Supply(token);

    // What waits for epochs of a vault has left the issuer, and no list is kept of it.
    IReadOnlyList<LiquidQueue> IIssuerFamily.Queues(Address token)
    {
        IssuerTerms terms = _terms[token];
        bool isListed = terms.Exits != ExitQueue.Epochs;
        return
        [
            new LiquidQueue(
                terms.Asset,
                _queue.Read(token).Exiting,
                isListed ? (ulong)Waiting(token).Count : null,
                _ledger.Balance(terms.Asset, terms.Accounts.Queue),
                Available(token),
                Deficit(token)),
        ];
    }

    IReadOnlyList<LiquidHolding> IIssuerFamily.Holdings(Address token)
    {
        IssuerTerms terms = _terms[token];
        LiquidHolding idle = LiquidHolding.Held(token, terms.Asset, _ledger.Balance(terms.Asset, token));
        LiquidHolding[] holdings = terms.Rate switch
        {
            RateSource.Stored => [idle with
            {
                Kind = HoldingKind.Posted,
                Amount = Int256.FromUInt256(TotalAssets(token)),
            }],
            RateSource.Vault =>
            [
                LiquidHolding.Held(token, terms.Asset, Available(token)),
                LiquidHolding.Held(token, terms.Asset, _vaults.ActiveBalanceOf(terms.Below.Vault, token)) with
                {
                    Kind = HoldingKind.Symbiotic,
                    Venue = terms.Below.Vault,
                },
            ],
            _ => LiveHoldings(token, in terms),
        };
        return
        [
            .. holdings.Where(static one => !one.Amount.IsZero).Select(one =>
                one.Amount.IsNegative || terms.Asset != Ledger.Ether
                    ? one
                    : one with { Ether = one.Amount.ToUInt256() }),
        ];
    }

    // Rewards that were minted for and not paid in are on their way; those that drip do not count yet.
    private LiquidHolding[] LiveHoldings(Address issuer, in IssuerTerms terms)
    {
        IssuerBooks books = _books[issuer];
        List<LiquidHolding> holdings = [];
        foreach (Address asset in _accepted.ToArray(issuer))
        {
            holdings.Add(LiquidHolding.Held(issuer, asset, _ledger.Balance(asset, issuer)));
            holdings.Add(LiquidHolding.Of(
                _backings.Of(issuer, asset), issuer, asset, _backings.Amount(issuer, asset)));
        }

        holdings.Add(LiquidHolding.Held(
            issuer, terms.Asset, terms.Below.Stake * (UInt256)books.Validators) with
        {
            Kind = HoldingKind.Posted,
        });
        Int256 coming = Int256.FromUInt256(books.RewardsMinted)
            - Int256.FromUInt256(books.RewardsDeposited) - Int256.FromUInt256(Undistributed(issuer));
        holdings.Add(new LiquidHolding(issuer, terms.Asset, HoldingKind.OnTheWay, default, coming, null));
        return [.. holdings];
    }

    private bool IsInEther(Address issuer) => _terms.Read(issuer).Asset == Ledger.Ether;
}
