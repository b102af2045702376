using Garrison.Engine;
using Garrison.Primitives;

namespace Garrison.Simulation.Loops;

/// <summary>Plans how to repay a loan out of its collateral.</summary>
/// <remarks>
/// What is sold is the least collateral with which the position comes within the target, found on the pool's
/// own quotes: collateral C − W, debt D − R, where R is the largest flash loan that out(W) pays back. Without
/// debt as the target R covers all that is owed, nothing is left in the market, and the rest is the
/// account's. Equations: <c>docs/models/loops.md</c>.
/// </remarks>
public static class Unwind
{
    /// <summary>Plans the way from a position to a target with less debt, or with none.</summary>
    /// <param name="world">Where; it is not changed.</param>
    /// <param name="route">The market, the pool and the lender.</param>
    /// <param name="order">What is wanted.</param>
    /// <exception cref="LoopRefusedException">It cannot be done.</exception>
    public static LoopPlan Plan(World world, LoopRoute route, LoopOrder order)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(order);
        LoopDraft draft = new(world, route, order);
        Wad target = order.Target.LtvDown(route.Venue.Terms(world));
        LoopPosition position = draft.Position;
        if (position.Debt.IsZero || IsWithin(route.Venue, world, position, target))
        {
            throw new LoopRefusedException(LoopRefusal.TargetIsBehind, "the position owes no more than that");
        }

        return order.Way == LoopWay.Flash
            ? AtOnce(draft, route, order, target)
            : ByStep(draft, route, order, target);
    }

    private static LoopPlan AtOnce(LoopDraft draft, LoopRoute route, LoopOrder order, Wad target)
    {
        LoopVenue venue = route.Venue;
        LoopPosition position = draft.Position;
        bool isFull = target.Raw.IsZero;
        UInt256 sold = LeastSale(draft, route, target, route.Flash);
        Command swap = draft.Sell(sold, out UInt256 bought);
        UInt256 repaid = isFull ? position.Debt : route.Flash.LargestFor(draft.Fork, bought);
        CheckLiquidity(venue, draft.Fork, isFull ? position.Collateral : sold);
        CheckFlash(route.Flash.Cash(draft.Fork, venue.LoanToken), repaid);
        Command[] payload = isFull
            ? [
                venue.RepayAll(draft.Fork, order.Account),
                venue.WithdrawAll(draft.Fork, order.Account),
                swap,
            ]
            : [venue.Repay(order.Account, repaid), venue.Withdraw(order.Account, sold), swap];
        draft.Do(route.Flash.Lend(order.Account, venue.LoanToken, repaid, payload));
        return draft.Finish(1, target);
    }

    private static LoopPlan ByStep(LoopDraft draft, LoopRoute route, LoopOrder order, Wad target)
    {
        LoopVenue venue = route.Venue;
        for (int step = 1; step <= order.StepsMax; step++)
        {
            UInt256 needed = LeastSale(draft, route, target, null);
            UInt256 sold = UInt256.Min(needed, venue.WithdrawableDown(draft.Fork, order.Account));
            if (sold.IsZero)
            {
                throw new LoopRefusedException(LoopRefusal.StepsShort, "nothing can be withdrawn");
            }

            draft.Do(venue.Withdraw(order.Account, sold));
            draft.Do(draft.Sell(sold, out UInt256 bought));
            bool isLast = sold == needed;
            bool isPaid = isLast && target.Raw.IsZero;
            draft.Do(isPaid
                ? venue.RepayAll(draft.Fork, order.Account)
                : venue.Repay(order.Account, bought));
            if (isPaid) TakeTheRest(draft, venue, order.Account);
            if (isLast) return draft.Finish(step, target);
        }

        throw new LoopRefusedException(
            LoopRefusal.StepsShort, $"{order.StepsMax} steps do not reach the target");
    }

    private static void TakeTheRest(LoopDraft draft, LoopVenue venue, Address account)
    {
        UInt256 left = draft.Position.Collateral;
        if (left.IsZero) return;

        CheckLiquidity(venue, draft.Fork, left);
        draft.Do(venue.WithdrawAll(draft.Fork, account));
    }

    // What is repaid is concave in what is sold, so what is within the target is one interval: beyond it the
    // pool pays too little for what is left behind to carry the rest.
    private static UInt256 LeastSale(LoopDraft draft, LoopRoute route, Wad target, FlashLender? flash)
    {
        World world = draft.Fork;
        LoopVenue venue = route.Venue;
        LoopPosition position = draft.Position;
        return Search.Least(position.Collateral, Suffices)
            ?? throw new LoopRefusedException(
                LoopRefusal.CollateralShort, "what the pool pays does not repay enough");

        bool Suffices(UInt256 sold)
        {
            if (route.Pool.Quote(world, venue.CollateralToken, venue.LoanToken, sold) is not { } bought)
            {
                return false;
            }

            UInt256 repaid = flash?.LargestFor(world, bought) ?? bought;
            LoopPosition left = new(position.Collateral - sold, position.Debt.SaturatingSub(repaid));
            return left.Debt.IsZero || IsWithin(venue, world, left, target);
        }
    }

    private static bool IsWithin(LoopVenue venue, World world, LoopPosition position, Wad target) =>
        !target.Raw.IsZero && venue.IsWithin(world, position, target);

    private static void CheckLiquidity(LoopVenue venue, World world, UInt256 needed)
    {
        UInt256 there = venue.CollateralLiquidity(world);
        if (there < needed)
        {
            throw new LoopRefusedException(
                LoopRefusal.LiquidityShort, $"the market has {there} of the collateral to give back");
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
