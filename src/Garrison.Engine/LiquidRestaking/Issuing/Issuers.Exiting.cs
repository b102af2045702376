using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <content>Requests, and those that are burned when they are made.</content>
public sealed partial class Issuers
{
    internal Refusal? Request(Address sender, Address issuer, UInt256 tokens, Address recipient)
    {
        if (!Exists(issuer)) return IssuerRefusals.NoSuchIssuer;

        IssuerTerms terms = _terms[issuer];
        if (terms.Exits == ExitQueue.Epochs) return IssuerRefusals.NotOfThisIssuer;
        if (IsPaused(issuer, IssuerPause.Exits)) return IssuerRefusals.ExitsPaused(terms.Exits);

        return terms.Exits == ExitQueue.Batches
            ? RequestInBatch(sender, issuer, in terms, tokens, recipient)
            : RequestAndBurn(sender, issuer, in terms, tokens);
    }

    internal Refusal? Finalize(Address sender, Address issuer, ulong last)
    {
        if (RefuseOthersThanKeeper(sender, issuer) is { } unauthorized) return unauthorized;

        IssuerTerms terms = _terms[issuer];
        return terms.Exits switch
        {
            ExitQueue.Batches => FinalizeBatches(issuer, in terms, last),
            ExitQueue.BurnedAtRequest => FinalizeRequests(issuer, in terms, last),
            _ => IssuerRefusals.NotOfThisIssuer,
        };
    }

    internal Refusal? Claim(Address sender, Address issuer, ulong number)
    {
        if (!Exists(issuer)) return IssuerRefusals.NoSuchIssuer;

        IssuerTerms terms = _terms[issuer];
        if (terms.Exits == ExitQueue.Epochs) return IssuerRefusals.NotOfThisIssuer;
        if (IsPaused(issuer, IssuerPause.Exits)) return IssuerRefusals.ExitsPaused(terms.Exits);

        return terms.Exits == ExitQueue.Batches
            ? ClaimOfBatch(issuer, in terms, number)
            : ClaimOfRequest(sender, issuer, in terms, number);
    }

    private Refusal? RequestAndBurn(Address sender, Address issuer, in IssuerTerms terms, UInt256 tokens)
    {
        if (tokens < terms.Limits.RequestMinimum) return IssuerRefusals.WithdrawRequestTooSmall;
        if (tokens > terms.Limits.RequestMaximum) return IssuerRefusals.WithdrawRequestTooLarge;
        if (_ledger.Transfer(issuer, sender, terms.Accounts.Queue, tokens) is { } shortfall)
        {
            return shortfall;
        }

        if (_ledger.Burn(issuer, terms.Accounts.Queue, tokens) is { } unburned) return unburned;

        IssuerQueue queue = _queue[issuer];
        ulong number = queue.Requests + 1;
        Wad rate = Rate(issuer);
        _request[new(issuer, number)] = new ExitRequest(sender, tokens, rate, default);
        _queue[issuer] = queue with
        {
            Requests = number,
            Exiting = queue.Exiting + rate.MulDown(tokens),
        };
        _store.Emit(new IssuerExitRequested(
            issuer, number, tokens, _clock.Seconds, queue.Final, rate.Raw, sender));
        return null;
    }

    private Refusal? FinalizeRequests(Address issuer, in IssuerTerms terms, ulong last)
    {
        IssuerQueue queue = _queue[issuer];
        if (last < queue.Final) return IssuerRefusals.LastTokenIdMustBeGreaterOrEqual;
        if (last == queue.Final) return null;
        if (last > queue.Requests) return IssuerRefusals.CannotProcessNonExistentToken;

        Wad rate = Rate(issuer);
        UInt256 exiting = UInt256.Zero;
        UInt256 exited = UInt256.Zero;
        for (ulong number = queue.Final + 1; number <= last; number++)
        {
            IssuerNumber key = new(issuer, number);
            ExitRequest request = _request[key] with { RateAtFinalization = rate };
            _request[key] = request;
            exiting += request.RateAtRequest.MulDown(request.Tokens);
            exited += LesserRate.PayDown(request.Tokens, request.RateAtRequest, rate);
        }

        _queue[issuer] = queue with
        {
            Final = last,
            Exiting = queue.Exiting - exiting,
            Exited = queue.Exited + exited,
        };
        if (_ledger.Transfer(terms.Asset, issuer, terms.Accounts.Queue, exited) is not null)
        {
            return IssuerRefusals.InsufficientEthBalance;
        }

        _store.Emit(new IssuerExitsProcessed(issuer, queue.Final + 1, last, rate.Raw, exiting, exited));
        return null;
    }

    private Refusal? ClaimOfRequest(Address sender, Address issuer, in IssuerTerms terms, ulong number)
    {
        IssuerNumber key = new(issuer, number);
        ExitRequest request = _request[key];
        if (request.Recipient.IsZero) return IssuerRefusals.WithdrawalRequestDoesNotExist;
        if (request.Recipient != sender) return IssuerRefusals.OnlyNftOwner;
        if (number > _queue[issuer].Final) return IssuerRefusals.WithdrawalRequestNotProcessed;

        UInt256 paid = LesserRate.PayDown(
            request.Tokens, request.RateAtRequest, request.RateAtFinalization);
        _request[key] = default;
        if (_ledger.Transfer(terms.Asset, terms.Accounts.Queue, sender, paid) is { } shortfall)
        {
            return shortfall;
        }

        _store.Emit(new IssuerExitClaimed(issuer, sender, number, paid));
        return null;
    }
}
