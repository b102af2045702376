using Garrison.Engine;
using Garrison.Primitives;

namespace Garrison.Simulation.Loops;

/// <summary>Plans how to borrow a token against what is bought with it.</summary>
/// <remarks>
/// The loan F is the largest with which the position stays within the target, found on the pool's own
/// quotes: collateral C + c + out(F + e) and debt D + F + fee(F), for what is there, C and D, and what is put
/// in, c and e. The result is at the target but for the rounding of the market, and never beyond.
/// Equations: <c>docs/models/loops.md</c>.
/// </remarks>
public static class Leverage
{
    /// <summary>Plans the way to a target, from nothing or from a position with less.</summary>
    /// <param name="world">Where; it is not changed.</param>
    /// <param name="route">The market, the pool and the lender.</param>
    /// <param name="order">What is wanted.</param>
    /// <param name="equity">What the account puts in out of its wallet.</param>
    /// <exception cref="LoopRefusedException">It cannot be done.</exception>
    public static LoopPlan Plan(World world, LoopRoute route, LoopOrder order, LoopEquity equity)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(order);
        LoopTerms terms = route.Venue.Terms(world);
        Wad target = order.Target.LtvDown(terms);
        if (target > terms.LtvLimit)
        {
            throw new LoopRefusedException(
                LoopRefusal.TargetAboveLimit,
                $"a loan to value of {BpsDown(target)} bps is above the {BpsDown(terms.LtvLimit)} bps "
                    + "that the market lends");
        }

        LoopDraft draft = Begin(world, route, order, equity);
        return order.Way == LoopWay.Flash
            ? AtOnce(draft, route, order, equity, target)
            : ByStep(draft, route, order, equity, target);
    }

    /// <summary>Plans some loops that each borrow up to the same loan-to-value, wherever that leads: after n
    /// of them the leverage is (1 − t^(n+1)) / (1 − t), were tokens changed at the oracle's price.</summary>
    /// <param name="world">Where; it is not changed.</param>
    /// <param name="route">The market and the pool.</param>
    /// <param name="order">Whose, how many at most, and the loan-to-value of each loan.</param>
    /// <param name="equity">What the account puts in out of its wallet.</param>
    /// <exception cref="LoopRefusedException">It cannot be done.</exception>
    public static LoopPlan Repeat(World world, LoopRoute route, LoopOrder order, LoopEquity equity)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(order);
        Wad ltv = order.Target.LtvDown(route.Venue.Terms(world));
        LoopDraft draft = Begin(world, route, order, equity);
        PutIn(draft, route.Venue, order.Account, equity);
        for (int step = 0; step < order.StepsMax; step++)
        {
            UInt256 room = route.Venue.BorrowableDown(draft.Fork, order.Account, ltv);
            Step(draft, route.Venue, order.Account, room);
        }

        return draft.Finish(order.StepsMax);
    }

    private static LoopDraft Begin(World world, LoopRoute route, LoopOrder order, LoopEquity equity)
    {
        CheckEquity(world, route.Venue, order.Account, equity);
        LoopDraft draft = new(world, route, order);
        foreach (Command command in route.Venue.Enter(world, order.Account))
        {
            draft.Do(command);
        }

        return draft;
    }

    private static LoopPlan AtOnce(
        LoopDraft draft, LoopRoute route, LoopOrder order, LoopEquity equity, Wad target)
    {
        LoopVenue venue = route.Venue;
        UInt256 loan = LargestLoan(draft, route, order, equity, target, route.Flash);
        if (loan.IsZero) return ByStep(draft, route, order, equity, target);

        UInt256 owed = loan + route.Flash.FeeUp(draft.Fork, loan);
        UInt256 needed = route.Flash.SharesCashWith(venue) ? loan + owed : loan;
        CheckFlash(route.Flash.Cash(draft.Fork, venue.LoanToken), needed);
        Command swap = draft.Buy(loan + equity.Loan, out UInt256 bought);
        draft.Do(route.Flash.Lend(
            order.Account,
            venue.LoanToken,
            loan,
            [
                swap,
                venue.Supply(order.Account, bought + equity.Collateral),
                venue.Borrow(order.Account, owed),
            ]));
        return draft.Finish(1, target);
    }

    private static LoopPlan ByStep(
        LoopDraft draft, LoopRoute route, LoopOrder order, LoopEquity equity, Wad target)
    {
        PutIn(draft, route.Venue, order.Account, equity);
        for (int step = 0; step < order.StepsMax; step++)
        {
            UInt256 needed = LargestLoan(draft, route, order, default, target, null);
            if (needed.IsZero) return draft.Finish(step, target);

            UInt256 room = route.Venue.BorrowableDown(
                draft.Fork, order.Account, route.Venue.Terms(draft.Fork).LtvLimit);
            Step(draft, route.Venue, order.Account, UInt256.Min(needed, room));
            if (needed <= room) return draft.Finish(step + 1, target);
        }

        throw new LoopRefusedException(
            LoopRefusal.StepsShort, $"{order.StepsMax} steps do not reach the target");
    }

    private static void PutIn(LoopDraft draft, LoopVenue venue, Address account, LoopEquity equity)
    {
        UInt256 bought = UInt256.Zero;
        if (!equity.Loan.IsZero) draft.Do(draft.Buy(equity.Loan, out bought));

        UInt256 supplied = equity.Collateral + bought;
        if (!supplied.IsZero) draft.Do(venue.Supply(account, supplied));
    }

    private static void Step(LoopDraft draft, LoopVenue venue, Address account, UInt256 loan)
    {
        if (loan.IsZero)
        {
            throw new LoopRefusedException(LoopRefusal.StepsShort, "nothing more can be borrowed");
        }

        draft.Do(venue.Borrow(account, loan));
        draft.Do(draft.Buy(loan, out UInt256 bought));
        draft.Do(venue.Supply(account, bought));
    }

    // The debt is linear in the loan and the collateral concave, so what is within the target is one
    // interval from 0 on.
    private static UInt256 LargestLoan(
        LoopDraft draft, LoopRoute route, LoopOrder order, LoopEquity equity, Wad target, FlashLender? flash)
    {
        World world = draft.Fork;
        LoopVenue venue = route.Venue;
        LoopPosition position = venue.Position(world, order.Account);
        if (!IsWithin(UInt256.Zero))
        {
            throw new LoopRefusedException(
                LoopRefusal.TargetIsBehind, "the position is at the target or beyond");
        }

        UInt256 liquidity = venue.Liquidity(world);
        UInt256 loan = Search.Largest(liquidity + UInt256.One, IsWithin);
        if (DebtOf(loan) > liquidity)
        {
            throw new LoopRefusedException(
                LoopRefusal.LiquidityShort, $"the market has {liquidity} to lend");
        }

        return Collateral(loan + UInt256.One) is null
            ? throw new LoopRefusedException(LoopRefusal.PoolShort, $"the pool takes no more than {loan}")
            : loan;

        UInt256 DebtOf(UInt256 borrowed) => borrowed + (flash?.FeeUp(world, borrowed) ?? UInt256.Zero);

        UInt256? Collateral(UInt256 borrowed) => route.Pool.Quote(
            world, venue.LoanToken, venue.CollateralToken, borrowed + equity.Loan) is { } bought
            ? position.Collateral + equity.Collateral + bought
            : null;

        bool IsWithin(UInt256 borrowed) => Collateral(borrowed) is { } collateral
            && venue.IsWithin(world, new(collateral, position.Debt + DebtOf(borrowed)), target);
    }

    private static UInt256 BpsDown(Wad part) => part.MulDown(Bps.Scale);

    private static void CheckEquity(World world, LoopVenue venue, Address account, LoopEquity equity)
    {
        if (world.Ledger.Balance(venue.CollateralToken, account) < equity.Collateral
            || world.Ledger.Balance(venue.LoanToken, account) < equity.Loan)
        {
            throw new LoopRefusedException(LoopRefusal.EquityShort, $"{account} does not have the equity");
        }
    }

    private static void CheckFlash(UInt256 cash, UInt256 needed)
    {
        if (cash < needed)
        {
            throw new LoopRefusedException(
                LoopRefusal.FlashShort, $"the flash loan needs {needed} of {cash} that its lender has");
        }
    }
}
