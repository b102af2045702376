using Garrison.Primitives;

namespace Garrison.Engine.Exchange.StableSwap;

/// <content>What governs the ETH/stETH pool alone.</content>
public sealed partial class StableSwapPools
{
    private const ulong ActionDelay = 3 * 86_400;
    private const ulong KillPeriod = 2 * 30 * 86_400;

    // A legacy pool computes with the balances as they are: 18 decimals and a rate of 1.
    internal Refusal? DeployLegacy(Address pool, LegacyStableSwapParameters parameters)
    {
        if (Exists(pool) || parameters.Coin0.IsZero || parameters.Coin1.IsZero)
        {
            return StableSwapRefusals.EmptyRevert;
        }

        StableSwapTerms terms = new()
        {
            CoinCount = 2,
            IsLegacy = true,
            ReadsLedger = true,
            LpToken = parameters.LpToken,
            Governor = parameters.Owner,
            Fee = parameters.Fee,
            AdminFee = parameters.AdminFee,
            InitialA = parameters.A * 100,
            FutureA = parameters.A * 100,
        };
        terms.Coins[0] = new(parameters.Coin0, StableSwapAsset.Plain, Wad.Scale, Wad.Scale);
        terms.Coins[1] = new(parameters.Coin1, StableSwapAsset.Plain, Wad.Scale, Wad.Scale);
        _terms[pool] = terms;
        _legacy[pool] = new LegacyControls { KillDeadline = Now + KillPeriod };
        return null;
    }

    internal Refusal? CommitFee(Address sender, Address pool, UInt256 fee, UInt256 adminFee)
    {
        LegacyControls controls = _legacy[pool];
        if (!OwnsLegacy(sender, pool)
            || controls.FeeDeadline != 0
            || fee > HighestFee
            || adminFee > _feeScale)
        {
            return StableSwapRefusals.EmptyRevert;
        }

        ulong deadline = Now + ActionDelay;
        _legacy[pool] = controls with
        {
            FeeDeadline = deadline,
            FutureFee = fee,
            FutureAdminFee = adminFee,
        };
        _store.Emit(new LegacyStableFeeCommitted(pool, deadline, fee, adminFee));
        return null;
    }

    internal Refusal? ApplyFee(Address sender, Address pool)
    {
        LegacyControls controls = _legacy[pool];
        if (!OwnsLegacy(sender, pool) || controls.FeeDeadline == 0 || Now < controls.FeeDeadline)
        {
            return StableSwapRefusals.EmptyRevert;
        }

        StableSwapTerms terms = _terms[pool];
        (terms.Fee, terms.AdminFee) = (controls.FutureFee, controls.FutureAdminFee);
        _terms[pool] = terms;
        _legacy[pool] = controls with { FeeDeadline = 0 };
        _store.Emit(new LegacyStableFeeApplied(pool, terms.Fee, terms.AdminFee));
        return null;
    }

    internal Refusal? RevertFee(Address sender, Address pool) => Control(
        sender, pool, _legacy[pool] with { FeeDeadline = 0 });

    internal Refusal? CommitOwner(Address sender, Address pool, Address owner)
    {
        LegacyControls controls = _legacy[pool];
        if (!OwnsLegacy(sender, pool) || controls.OwnerDeadline != 0) return StableSwapRefusals.EmptyRevert;

        ulong deadline = Now + ActionDelay;
        _legacy[pool] = controls with { OwnerDeadline = deadline, FutureOwner = owner };
        _store.Emit(new LegacyStableOwnerCommitted(pool, deadline, owner));
        return null;
    }

    internal Refusal? ApplyOwner(Address sender, Address pool)
    {
        LegacyControls controls = _legacy[pool];
        if (!OwnsLegacy(sender, pool) || controls.OwnerDeadline == 0 || Now < controls.OwnerDeadline)
        {
            return StableSwapRefusals.EmptyRevert;
        }

        StableSwapTerms terms = _terms[pool];
        terms.Governor = controls.FutureOwner;
        _terms[pool] = terms;
        _legacy[pool] = controls with { OwnerDeadline = 0 };
        _store.Emit(new LegacyStableOwnerApplied(pool, controls.FutureOwner));
        return null;
    }

    internal Refusal? RevertOwner(Address sender, Address pool) => Control(
        sender, pool, _legacy[pool] with { OwnerDeadline = 0 });

    internal Refusal? Kill(Address sender, Address pool)
    {
        LegacyControls controls = _legacy[pool];
        return Now >= controls.KillDeadline
            ? StableSwapRefusals.EmptyRevert
            : Control(sender, pool, controls with { IsKilled = true });
    }

    internal Refusal? Unkill(Address sender, Address pool) => Control(
        sender, pool, _legacy[pool] with { IsKilled = false });

    // The fees go to those who hold liquidity.
    internal Refusal? DonateAdminFees(Address sender, Address pool)
    {
        if (!OwnsLegacy(sender, pool)) return StableSwapRefusals.EmptyRevert;

        StableSwapBooks books = _books[pool];
        books.AdminBalances = default;
        _books[pool] = books;
        return null;
    }

    private Refusal? Control(Address sender, Address pool, LegacyControls controls)
    {
        if (!OwnsLegacy(sender, pool)) return StableSwapRefusals.EmptyRevert;

        _legacy[pool] = controls;
        return null;
    }

    // A pool that is killed pays out in proportion only, and always to the one who asks.
    private bool IsBarred(Address pool, Address sender, Address receiver) =>
        _legacy[pool].IsKilled || receiver != sender;

    private bool OwnsLegacy(Address sender, Address pool) =>
        _terms.Read(pool) is { IsLegacy: true } terms && terms.Governor == sender;
}
