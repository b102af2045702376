using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Kelp;

public sealed partial class KelpIssuer
{
    /// <summary>The addresses of the contracts; zeros when there is no Kelp here.</summary>
    public KelpContracts Contracts => _contracts.Value;

    /// <summary>What holds for all assets, the stored price with it.</summary>
    public KelpTerms Terms => _terms.Value;

    /// <summary>Ether for one rsETH, times 10¹⁸, as it was last updated.</summary>
    public UInt256 Price => _terms.Value.Price;

    /// <summary>All rsETH, that of requests which are locked with it.</summary>
    public UInt256 Supply => _ledger.Supply(Token);

    /// <summary>The assets that are accepted, in order.</summary>
    public IReadOnlyList<Address> Assets => _assets.ToArray(default);

    /// <summary>The contracts that restake, in order.</summary>
    public IReadOnlyList<Address> NodeDelegators => _delegators.ToArray(default);

    /// <summary>What holds for an asset.</summary>
    public KelpAsset Asset(Address asset) => _asset[asset];

    /// <summary>What an account may do.</summary>
    public KelpRoles RolesOf(Address account) => _roles[account];

    /// <summary>Whether the deposit pool, the withdrawal manager or the token is paused.</summary>
    public bool IsPaused(Address contract) => _isPaused[contract];

    /// <summary>Whether all that a delegator has in EigenLayer's queue is counted.</summary>
    public bool IsAccounted(Address delegator) => !_isUnaccounted[delegator];

    /// <summary>Which of a user's requests for an asset are not claimed.</summary>
    public KelpNonces NoncesOf(Address asset, Address user) => _nonces[new(asset, user)];

    /// <summary>A request by its number; empty when there is none, or it was claimed.</summary>
    public KelpRequest RequestOf(Address asset, ulong nonce) => _request[new(asset, nonce)];

    /// <summary>How much of an asset can still be asked for: max(total − committed, 0).</summary>
    /// <exception cref="OverflowException">A sum leaves 256 bits.</exception>
    public Refusal? Available(Address asset, out UInt256 available)
    {
        available = UInt256.Zero;
        if (TotalAssets(asset, out UInt256 total) is { } refusal) return refusal;

        available = total.SaturatingSub(_asset.Read(asset).Committed);
        return null;
    }

    /// <summary>How much of an asset can still be deposited: max(limit − total, 0).</summary>
    /// <exception cref="OverflowException">A sum leaves 256 bits.</exception>
    public Refusal? DepositRoom(Address asset, out UInt256 room)
    {
        room = UInt256.Zero;
        if (TotalAssets(asset, out UInt256 total) is { } refusal) return refusal;

        room = _asset.Read(asset).DepositLimit.SaturatingSub(total);
        return null;
    }

    /// <summary>What an update would do now, and why it would be refused, panics with it: the price stays
    /// stale for as long as it is.</summary>
    public KelpPriceOutlook Outlook()
    {
        try
        {
            return Foresee(_terms.Value);
        }
        catch (ArithmeticException panic)
        {
            return new KelpPriceOutlook(Price, UInt256.Zero, UInt256.Zero, Refusal.OfPanic(panic));
        }
    }

    /// <summary>Who waits for an asset, and what there is for them; and why what they are owed cannot be
    /// known, panics with it.</summary>
    public KelpQueue Queue(Address asset)
    {
        KelpAsset terms = _asset[asset];
        Refusal? refused = AssetPrice(asset, out UInt256 assetPrice);
        List<KelpWaiting> waiting = [];
        UInt256 owed = UInt256.Zero;
        for (ulong nonce = terms.NextLocked; nonce < terms.NextUnused; nonce++)
        {
            KelpRequest request = _request[new(asset, nonce)];
            UInt256 payout = UInt256.Zero;
            refused ??= Foresee(in request, assetPrice, out payout);
            owed += payout;
            waiting.Add(new KelpWaiting(
                nonce, request, payout, request.IsDue(_clock.Block, _terms.Value.DelayBlocks)));
        }

        UInt256 liquid = _ledger.Balance(asset, UnstakingVault);
        return new KelpQueue(waiting, owed, liquid, owed.SaturatingSub(liquid), refused);
    }

    private Refusal? Foresee(in KelpRequest request, UInt256 assetPrice, out UInt256 payout)
    {
        payout = UInt256.Zero;
        try
        {
            payout = request.PayoutDown(Price, assetPrice);
            return null;
        }
        catch (ArithmeticException panic)
        {
            return Refusal.OfPanic(panic);
        }
    }

    private KelpPriceOutlook Foresee(KelpTerms terms)
    {
        UInt256 supply = Supply;
        if (supply.IsZero) return new KelpPriceOutlook(terms.Price, Wad.Scale, UInt256.Zero, null);
        if (Worth(out UInt256 worth) is { } refusal)
        {
            return new KelpPriceOutlook(terms.Price, UInt256.Zero, UInt256.Zero, refusal);
        }

        var update = KelpPriceUpdate.Of(worth, supply, terms.Price, terms.FeeBps);
        Refusal? refused = new KelpPriceGuard(terms.LimitPercent).Refuses(terms.Price, update.Price)
            ? KelpRefusals.RsEthPriceExceedsLimit
            : update.FeeTokens.IsZero ? null : RefuseIfPaused(Token);
        return new KelpPriceOutlook(terms.Price, update.Price, update.FeeTokens, refused);
    }
}

/// <summary>What an update of the price would do.</summary>
/// <param name="Stored">The price that everyone is served at.</param>
/// <param name="Live">The price that an update would store; 0 when it cannot be known.</param>
/// <param name="FeeTokens">rsETH that the treasury would get.</param>
/// <param name="Refused">Why the update would be refused; null when it would go through.</param>
public readonly record struct KelpPriceOutlook(
    UInt256 Stored, UInt256 Live, UInt256 FeeTokens, Refusal? Refused);

/// <summary>A request that is locked.</summary>
/// <param name="Nonce">Its number.</param>
/// <param name="Request">What it is.</param>
/// <param name="Payout">What it would be paid if it were unlocked now; 0 when that cannot be known.</param>
/// <param name="IsDue">Whether it is old enough.</param>
public readonly record struct KelpWaiting(ulong Nonce, KelpRequest Request, UInt256 Payout, bool IsDue);

/// <summary>Who waits for an asset, the first first.</summary>
/// <param name="Waiting">The requests that are locked.</param>
/// <param name="Owed">What all of them would be paid now; without those from the first on who cannot be
/// told.</param>
/// <param name="Liquid">What the vault has for them.</param>
/// <param name="Deficit">What it lacks.</param>
/// <param name="Refused">Why what they are owed cannot be known; null when it is.</param>
public readonly record struct KelpQueue(
    IReadOnlyList<KelpWaiting> Waiting, UInt256 Owed, UInt256 Liquid, UInt256 Deficit, Refusal? Refused);
