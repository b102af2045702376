using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <content>Rates that are pushed, and rewards that are paid in.</content>
public sealed partial class Issuers
{
    internal Refusal? Submit(Address sender, Address issuer, in ReserveSnapshot snapshot)
    {
        if (RefuseOthersThanKeeper(sender, issuer) is { } unauthorized) return unauthorized;

        IssuerTerms terms = _terms[issuer];
        if (terms.Rate != RateSource.Stored) return IssuerRefusals.NotOfThisIssuer;
        if (IsPaused(issuer, IssuerPause.Pricing)) return IssuerRefusals.BotMethodsPaused;

        ReserveSnapshot last = _snapshot[issuer];
        if (snapshot.RefuseAfter(in last, _clock.Block, terms.Guard.MaximumAgeBlocks) is { } outOfOrder)
        {
            return outOfOrder;
        }

        if (terms.Guard.HasReference
            && terms.Guard.MissesReference(Reference(in terms), snapshot.Staked))
        {
            return IssuerRefusals.ReferenceDifferenceTooHigh;
        }

        Wad before = Rate(issuer);
        if (Reprice(issuer, in terms, in snapshot) is { } refusal) return refusal;

        _snapshot[issuer] = snapshot;
        if (terms.Guard.LocksDownOnFall && Rate(issuer) < before) SetPaused(issuer, IssuerPause.Everything);

        return null;
    }

    private Refusal? Reprice(Address issuer, in IssuerTerms terms, in ReserveSnapshot snapshot)
    {
        UInt256 before = snapshot.Reserves - snapshot.Rewards;
        UInt256 supply = _ledger.Supply(issuer);
        StoredRate last = _rate[issuer];
        if (snapshot.Supply.IsZero || supply.IsZero) return IssuerRefusals.CannotRepriceWithZeroSupply;
        if (before.IsZero) return IssuerRefusals.InvalidPreRewardEthReserves;
        if (_clock.Seconds - last.At < terms.Guard.MinimumSeconds) return IssuerRefusals.NotEnoughTimeElapsed;

        IssuerFees fees = terms.Fees;
        Repricing next = Repricing.Of(
            before, snapshot.Rewards, snapshot.Supply, new Wad(fees.TreasuryRewards + fees.OperatorRewards));
        if (last.At != 0 && terms.Guard.MovesTooFar(new Wad(last.Pushed), next.Rate))
        {
            return IssuerRefusals.RepriceDifferenceTooLarge;
        }

        if (terms.Guard.MissesSupply(supply, snapshot.Supply))
        {
            return IssuerRefusals.RepriceSupplyDifferenceTooLarge;
        }

        if (PayFee(issuer, in terms, next.FeeTokens, out UInt256 toOperators) is { } refusal) return refusal;

        _rate[issuer] = new StoredRate(next.Rate.Raw, _clock.Seconds, snapshot.Reserves);
        _store.Emit(new IssuerRepriced(
            issuer,
            snapshot.Reserves,
            next.Rate.Raw,
            toOperators,
            next.FeeTokens - toOperators,
            _books[issuer].Deposited));
        return null;
    }

    private Refusal? PayFee(
        Address issuer, in IssuerTerms terms, UInt256 feeTokens, out UInt256 toOperators)
    {
        toOperators = UInt256.Zero;
        if (feeTokens.IsZero) return null;

        IssuerFees fees = terms.Fees;
        toOperators = Wad.RatioDown(fees.OperatorRewards, fees.TreasuryRewards + fees.OperatorRewards)
            .MulDown(feeTokens);
        if (!toOperators.IsZero
            && _ledger.Mint(issuer, terms.Accounts.Operators, toOperators) is { } refusal)
        {
            return refusal;
        }

        UInt256 rest = feeTokens - toOperators;
        return rest.IsZero ? null : _ledger.Mint(issuer, terms.Accounts.Treasury, rest);
    }

    /// <summary>Pays in rewards: a part for treasury and operators at once, the rest joins the rate over
    /// the window.</summary>
    internal Refusal? DepositRevenue(Address sender, Address issuer, UInt256 amount)
    {
        if (!Exists(issuer)) return IssuerRefusals.NoSuchIssuer;

        IssuerTerms terms = _terms[issuer];
        if (terms.Rate != RateSource.Live) return IssuerRefusals.NotOfThisIssuer;
        if (!Undistributed(issuer).IsZero) return IssuerRefusals.VaultHasUndepositedRewards;

        UInt256 toTreasury = new Wad(terms.Fees.TreasuryRewards).MulDown(amount);
        if (toTreasury.IsZero) return IssuerRefusals.NothingToDistribute;

        UInt256 toOperators = new Wad(terms.Fees.OperatorRewards).MulDown(amount);
        UInt256 rest = amount - toTreasury - toOperators;
        if (_ledger.Transfer(terms.Asset, sender, terms.Accounts.Treasury, toTreasury) is { } short1)
        {
            return short1;
        }

        if (!toOperators.IsZero
            && _ledger.Transfer(terms.Asset, sender, terms.Accounts.Operators, toOperators) is { } short2)
        {
            return short2;
        }

        if (_ledger.Transfer(terms.Asset, sender, issuer, rest) is { } short3) return short3;

        _books[issuer] = _books[issuer] with { Drip = new LinearDrip(rest, _clock.Seconds) };
        _store.Emit(new IssuerRevenueDeposited(issuer, rest));
        return null;
    }

    /// <summary>Creates tokens for rewards that validators have and the issuer does not yet.</summary>
    internal Refusal? MintRewards(Address sender, Address issuer, UInt256 amount)
    {
        if (RefuseOthersThanKeeper(sender, issuer) is { } unauthorized) return unauthorized;
        if (_terms[issuer].Rate != RateSource.Live) return IssuerRefusals.NotOfThisIssuer;

        UInt256 minted = new Wad(Pool(issuer).ToSharesDown(Wad.Scale)).MulDown(amount);
        IssuerBooks books = _books[issuer];
        UInt256 all = books.RewardsMinted + amount;
        _books[issuer] = books with { RewardsMinted = all };
        _store.Emit(new IssuerRewardsUpdated(issuer, books.RewardsMinted, all, UInt256.Zero));
        return _ledger.Mint(issuer, sender, minted);
    }

    /// <summary>Pays in rewards that tokens were created for.</summary>
    internal Refusal? DepositRewards(Address sender, Address issuer, UInt256 amount)
    {
        if (!Exists(issuer)) return IssuerRefusals.NoSuchIssuer;

        IssuerTerms terms = _terms[issuer];
        if (terms.Rate != RateSource.Live) return IssuerRefusals.NotOfThisIssuer;
        if (_ledger.Transfer(terms.Asset, sender, issuer, amount) is { } shortfall) return shortfall;

        IssuerBooks books = _books[issuer];
        UInt256 all = books.RewardsDeposited + amount;
        _books[issuer] = books with { RewardsDeposited = all };
        _store.Emit(new IssuerRewardsUpdated(issuer, books.RewardsDeposited, all, amount));
        return null;
    }

    /// <summary>Passes rewards in a token on: the curator's part to the treasury, the rest to the farm. The
    /// rate does not know of them.</summary>
    internal Refusal? PushRewards(Address sender, Address issuer, Address token, UInt256 amount)
    {
        if (!Exists(issuer)) return IssuerRefusals.NoSuchIssuer;

        IssuerTerms terms = _terms[issuer];
        if (terms.Rate != RateSource.Vault) return IssuerRefusals.NotOfThisIssuer;
        if (token == issuer || token == terms.Below.Vault) return IssuerRefusals.ForbiddenRewardToken;

        UInt256 toCurator = new Wad(terms.Fees.TreasuryRewards).MulDown(amount);
        UInt256 toFarm = amount - toCurator;
        if (!toCurator.IsZero
            && _ledger.Transfer(token, sender, terms.Accounts.Treasury, toCurator) is { } short1)
        {
            return short1;
        }

        if (!toFarm.IsZero && _ledger.Transfer(token, sender, terms.Accounts.Operators, toFarm) is { } short2)
        {
            return short2;
        }

        _store.Emit(new IssuerRewardsPushed(issuer, token, toFarm, toCurator, _clock.Seconds));
        return null;
    }

    private UInt256 Reference(in IssuerTerms terms)
    {
        Int256 amount = _backings.Amount(terms.Accounts.Staker, terms.Asset);
        return amount.IsNegative ? UInt256.Zero : amount.ToUInt256();
    }
}
