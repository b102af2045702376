using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <content>Requests in batches, burned when these are finalised.</content>
public sealed partial class Issuers
{
    private Refusal? RequestInBatch(
        Address sender, Address issuer, in IssuerTerms terms, UInt256 tokens, Address recipient)
    {
        if (tokens < terms.Limits.RequestMinimum) return IssuerRefusals.WithdrawalAmountTooLow;
        if (tokens > terms.Limits.RequestMaximum) return IssuerRefusals.WithdrawalAmountTooHigh;
        if (recipient.IsZero) return IssuerRefusals.WithdrawalToZeroAddress;
        if (_ledger.Transfer(issuer, sender, terms.Accounts.Queue, tokens) is { } shortfall)
        {
            return shortfall;
        }

        IssuerQueue queue = _queue[issuer];
        ulong number = queue.Requests;
        IssuerNumber batch = new(issuer, new FullBatches(terms.Limits.BatchSize).Of(number));
        Wad rate = Rate(issuer);
        UInt256 expected = rate.MulDown(tokens);
        ExitBatch with = _batch[batch];
        _batch[batch] = with with { Tokens = with.Tokens + tokens, Expected = with.Expected + expected };
        _request[new(issuer, number)] = new ExitRequest(recipient, tokens, rate, default);
        _queue[issuer] = queue with { Requests = number + 1, Exiting = queue.Exiting + expected };
        _store.Emit(new IssuerWithdrawalRequested(issuer, number, batch.Number, tokens, recipient));
        return null;
    }

    private Refusal? FinalizeBatches(Address issuer, in IssuerTerms terms, ulong last)
    {
        IssuerQueue queue = _queue[issuer];
        if (!new FullBatches(terms.Limits.BatchSize).IsFull(last, queue.Requests))
        {
            return IssuerRefusals.BatchesAreNotFull;
        }

        if (last <= queue.Final) return IssuerRefusals.BatchAlreadyFinalized;

        for (ulong number = queue.Final + 1; number <= last; number++)
        {
            if (FinalizeBatch(issuer, in terms, number) is { } refusal) return refusal;
        }

        _queue[issuer] = _queue[issuer] with { Final = last };
        return null;
    }

    // Each batch is finalised at the rate that the one before it left.
    private Refusal? FinalizeBatch(Address issuer, in IssuerTerms terms, ulong number)
    {
        IssuerNumber key = new(issuer, number);
        ExitBatch batch = _batch[key] with { Rate = Rate(issuer) };
        if (_ledger.Transfer(terms.Asset, issuer, terms.Accounts.Queue, batch.SetAside) is not null)
        {
            return Refusal.EmptyRevert;
        }

        if (_ledger.Burn(issuer, terms.Accounts.Queue, batch.Tokens) is { } unburned) return unburned;

        IssuerQueue queue = _queue[issuer];
        _batch[key] = batch;
        _queue[issuer] = queue with
        {
            Exiting = queue.Exiting - batch.Expected,
            Exited = queue.Exited + batch.SetAside,
        };
        _store.Emit(new IssuerBatchFinalized(issuer, number, batch.Expected, batch.SetAside, batch.Tokens));
        return null;
    }

    private Refusal? ClaimOfBatch(Address issuer, in IssuerTerms terms, ulong number)
    {
        ulong of = new FullBatches(terms.Limits.BatchSize).Of(number);
        if (of > _queue[issuer].Final) return IssuerRefusals.NotFinalized;

        IssuerNumber key = new(issuer, number);
        ExitRequest request = _request[key];
        if (request.Recipient.IsZero) return IssuerRefusals.WithdrawalAlreadyCompleted;

        ExitBatch batch = _batch[new(issuer, of)];
        UInt256 paid = LesserRate.PayDown(request.Tokens, request.RateAtRequest, batch.Rate);
        _batch[new(issuer, of)] = batch with
        {
            ClaimedCount = batch.ClaimedCount + 1,
            Claimed = batch.Claimed + paid,
        };
        _request[key] = default;
        if (_ledger.Transfer(terms.Asset, terms.Accounts.Queue, request.Recipient, paid) is { } shortfall)
        {
            return shortfall;
        }

        Wad rate = LesserRate.Lower(request.RateAtRequest, batch.Rate);
        _store.Emit(new IssuerWithdrawalCompleted(issuer, number, paid, rate.Raw, request.Recipient));
        return null;
    }

    /// <summary>Brings back what a batch had set aside and did not pay.</summary>
    internal Refusal? ReturnExcess(Address sender, Address issuer, ulong number)
    {
        if (RefuseOthersThanKeeper(sender, issuer) is { } unauthorized) return unauthorized;

        IssuerTerms terms = _terms[issuer];
        if (terms.Exits != ExitQueue.Batches) return IssuerRefusals.NotOfThisIssuer;

        IssuerNumber key = new(issuer, number);
        ExitBatch batch = _batch[key];
        if (batch.ClaimedCount != terms.Limits.BatchSize) return IssuerRefusals.NotAllWithdrawalsClaimed;
        if (batch.Claimed == batch.Expected) return IssuerRefusals.AlreadyReturned;

        UInt256 excess = batch.SetAside - batch.Claimed;
        _batch[key] = batch with { Claimed = batch.Expected };
        if (excess.IsZero) return null;
        if (_ledger.Transfer(terms.Asset, terms.Accounts.Queue, issuer, excess) is { } shortfall)
        {
            return shortfall;
        }

        _store.Emit(new IssuerExcessReturned(issuer, number, excess));
        return null;
    }
}
