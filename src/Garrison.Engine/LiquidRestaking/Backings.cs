using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking;

/// <summary>What issuers have in the layers below them, whichever these are.</summary>
/// <remarks>
/// An issuer's contract that restakes is an account like any other: it stakes by its own commands, and what
/// it has is read here from the protocol, losses included as soon as the protocol has them.
/// </remarks>
public sealed class Backings
{
    private readonly Table<BackingKey, Backing> _backing;
    private readonly EigenLayerCore _eigenLayer;
    private readonly SymbioticCore _symbiotic;

    internal Backings(Store store, EigenLayerCore eigenLayer, SymbioticCore symbiotic)
    {
        _backing = store.Table<BackingKey, Backing>();
        _eigenLayer = eigenLayer;
        _symbiotic = symbiotic;
    }

    /// <summary>Where an asset of a holder is known from; a posted 0 when nobody said.</summary>
    public Backing Of(Address holder, Address asset) => _backing[new(holder, asset)];

    /// <summary>How much of an asset a holder has with others, in its smallest unit, rounded down.</summary>
    public Int256 Amount(Address holder, Address asset)
    {
        Backing backing = _backing[new(holder, asset)];
        return backing.Kind switch
        {
            BackingKind.EigenLayer => Int256.FromUInt256(InEigenLayer(holder, backing.Venue)),
            BackingKind.Symbiotic => Int256.FromUInt256(InSymbiotic(holder, backing.Venue)),
            _ => backing.Posted,
        };
    }

    internal Refusal? Set(Address holder, Address asset, BackingKind kind, Address venue)
    {
        bool isKnown = kind switch
        {
            BackingKind.Posted => venue.IsZero,
            BackingKind.EigenLayer => venue == Constants.BeaconChainEtherStrategy
                || !_eigenLayer.Strategies.TokenOf(venue).IsZero,
            BackingKind.Symbiotic => _symbiotic.Vaults.Exists(venue),
            _ => false,
        };
        if (!isKnown) return BackingRefusals.NoSuchVenue;

        _backing[new(holder, asset)] = new Backing(kind, venue, Int256.Zero);
        return null;
    }

    internal Refusal? Post(Address holder, Address asset, Int256 amount)
    {
        BackingKey key = new(holder, asset);
        if (_backing.Read(key).Kind != BackingKind.Posted) return BackingRefusals.NotPosted;

        _backing[key] = new Backing(BackingKind.Posted, default, amount);
        return null;
    }

    private UInt256 InEigenLayer(Address holder, Address strategy)
    {
        UInt256 shares = _eigenLayer.Delegation.WithdrawableShares(holder, strategy);
        foreach (ulong nonce in _eigenLayer.Withdrawals.NoncesOf(holder))
        {
            Withdrawal withdrawal = _eigenLayer.Withdrawals.Get(holder, nonce);
            IReadOnlyList<UInt256> waiting = _eigenLayer.Withdrawals.WithdrawableShares(withdrawal);
            for (int i = 0; i < waiting.Count; i++)
            {
                if (withdrawal.Strategies[i] == strategy) shares += waiting[i];
            }
        }

        // Shares of the beacon chain's ether are ether.
        return strategy == Constants.BeaconChainEtherStrategy
            ? shares
            : _eigenLayer.Strategies.ToUnderlyingDown(strategy, shares);
    }

    // What left in an epoch that is over is the holder's until it is claimed.
    private UInt256 InSymbiotic(Address holder, Address vault)
    {
        UInt256 amount = _symbiotic.Vaults.SlashableBalanceOf(vault, holder);
        ulong epoch = _symbiotic.Vaults.CurrentEpoch(vault);
        for (ulong past = 0; past < epoch; past++)
        {
            bool isOpen = !_symbiotic.Vaults.WithdrawalSharesOf(vault, past, holder).IsZero
                && !_symbiotic.Vaults.IsClaimed(vault, past, holder);
            if (isOpen)
            {
                amount += _symbiotic.Vaults.WithdrawalsOf(vault, past, holder);
            }
        }

        return amount;
    }

    private readonly record struct BackingKey(Address Holder, Address Asset);
}

/// <summary>The refusals of where an issuer's assets are; no contract knows them.</summary>
internal static class BackingRefusals
{
    public static readonly Refusal NoSuchVenue = new("NoSuchVenue");
    public static readonly Refusal NotPosted = new("NotPosted");
}
