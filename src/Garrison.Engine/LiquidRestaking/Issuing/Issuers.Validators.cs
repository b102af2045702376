using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <content>Validators whose operators put up a bond.</content>
public sealed partial class Issuers
{
    /// <summary>Puts up the bond of a validator, in tokens of the sender.</summary>
    internal Refusal? RegisterValidator(Address sender, Address issuer)
    {
        if (!Exists(issuer)) return IssuerRefusals.NoSuchIssuer;

        IssuerTerms terms = _terms[issuer];
        if (terms.Below.Stake.IsZero) return IssuerRefusals.NotOfThisIssuer;

        UInt256 bond = Pool(issuer).ToSharesUp(terms.Below.Bond);
        if (_ledger.Transfer(issuer, sender, terms.Accounts.Staker, bond) is { } shortfall) return shortfall;

        ulong number = _books[issuer].LastValidator + 1;
        _books[issuer] = _books[issuer] with { LastValidator = number };
        _validator[new(issuer, number)] = new BondedValidator(sender, bond, IsActive: false);
        _store.Emit(new IssuerValidatorRegistered(issuer, sender, number, bond));
        return null;
    }

    /// <summary>Sends a validator's stake to the staker; from here on it counts as that much.</summary>
    internal Refusal? ProvisionValidator(Address sender, Address issuer, ulong number)
    {
        if (RefuseOthersThanKeeper(sender, issuer) is { } unauthorized) return unauthorized;

        IssuerNumber key = new(issuer, number);
        BondedValidator validator = _validator[key];
        if (validator.Operator.IsZero || validator.IsActive) return IssuerRefusals.InvalidValidatorState;

        IssuerTerms terms = _terms[issuer];
        if (_ledger.Transfer(terms.Asset, issuer, terms.Accounts.Staker, terms.Below.Stake) is not null)
        {
            return Refusal.EmptyRevert;
        }

        _validator[key] = validator with { IsActive = true };
        _books[issuer] = _books[issuer] with { Validators = _books[issuer].Validators + 1 };
        _store.Emit(new IssuerValidatorProvisioned(issuer, number));
        return null;
    }

    /// <summary>Books a validator that has left: the bond is burned for what is missing, and the rest of it
    /// goes back.</summary>
    internal Refusal? SettleExit(
        Address sender, Address issuer, ulong number, UInt256 withdrawn, bool wasSlashed)
    {
        if (RefuseOthersThanKeeper(sender, issuer) is { } unauthorized) return unauthorized;

        IssuerNumber key = new(issuer, number);
        BondedValidator validator = _validator[key];
        if (!validator.IsActive) return IssuerRefusals.InvalidValidatorState;

        IssuerTerms terms = _terms[issuer];
        UInt256 burned = ValidatorBond.BurnUp(
            Pool(issuer), validator.Bond, terms.Below.Stake, withdrawn, wasSlashed);
        UInt256 returned = validator.Bond - burned;
        UInt256 arrived = UInt256.Min(withdrawn, terms.Below.Stake);
        Address staker = terms.Accounts.Staker;
        if (_ledger.Burn(issuer, staker, burned) is { } unburned) return unburned;
        if (_ledger.Transfer(terms.Asset, staker, issuer, arrived) is { } shortfall) return shortfall;
        if (!returned.IsZero
            && _ledger.Transfer(issuer, staker, validator.Operator, returned) is { } unreturned)
        {
            return unreturned;
        }

        _validator[key] = default;
        _books[issuer] = _books[issuer] with { Validators = _books[issuer].Validators - 1 };
        _store.Emit(new IssuerValidatorExited(issuer, number, burned));
        return null;
    }
}
