using Garrison.Engine;
using Garrison.Primitives;

namespace Garrison.Simulation.Loops;

/// <summary>What an account has in a lending market.</summary>
/// <param name="Collateral">In the collateral's smallest unit, rounded down.</param>
/// <param name="Debt">In the loan token's smallest unit, rounded up.</param>
public readonly record struct LoopPosition(UInt256 Collateral, UInt256 Debt);

/// <summary>What a lending market allows.</summary>
/// <param name="LtvLimit">Up to which part of the collateral's worth it lends.</param>
/// <param name="Threshold">From which part on it liquidates.</param>
/// <param name="LiquidationIncentive">What a liquidator gets for a unit that he repays, at least 1.</param>
public readonly record struct LoopTerms(Wad LtvLimit, Wad Threshold, Wad LiquidationIncentive);

/// <summary>A market that lends one token for another as collateral, in one face for all kinds.</summary>
/// <remarks>
/// Nothing is computed here that the market computes: positions, prices and health are what the engine says.
/// Commands are the market's own.
/// </remarks>
/// <param name="CollateralToken">What is supplied.</param>
/// <param name="LoanToken">What is borrowed.</param>
public abstract record LoopVenue(Address CollateralToken, Address LoanToken)
{
    /// <summary>What an account has here, interest up to this second included.</summary>
    public abstract LoopPosition Position(World world, Address account);

    /// <summary>What the market allows.</summary>
    public abstract LoopTerms Terms(World world);

    /// <summary>What the market's oracle says the collateral is worth.</summary>
    /// <exception cref="LoopRefusedException">It says nothing.</exception>
    public abstract LoopPrice Price(World world);

    /// <summary>Debt that the collateral carries over debt, rounded as the market does; the greatest number
    /// without debt. Of a whole account, where the market sees accounts as a whole.</summary>
    public abstract Wad HealthFactor(World world, Address account);

    /// <summary>What borrowers pay a year of 365 days at the rate of this second, without compounding,
    /// down.</summary>
    public abstract Wad BorrowRatePerYear(World world);

    /// <summary>What can be borrowed, in the loan token's smallest unit.</summary>
    public abstract UInt256 Liquidity(World world);

    /// <summary>What can be withdrawn by all together, in the collateral's smallest unit.</summary>
    public abstract UInt256 CollateralLiquidity(World world);

    /// <summary>By how much the market's rounding may make a position worse than its parts add up
    /// to.</summary>
    public abstract LoopPosition Slack(World world);

    /// <summary>What an account has to do before it comes here; mostly nothing.</summary>
    public abstract IReadOnlyList<Command> Enter(World world, Address account);

    /// <summary>Supplies collateral, in its smallest unit.</summary>
    public abstract Command Supply(Address account, UInt256 amount);

    /// <summary>Borrows, in the loan token's smallest unit.</summary>
    public abstract Command Borrow(Address account, UInt256 amount);

    /// <summary>Repays a part, in the loan token's smallest unit.</summary>
    public abstract Command Repay(Address account, UInt256 amount);

    /// <summary>Repays all that is owed in the world as it is, so that nothing is left.</summary>
    public abstract Command RepayAll(World world, Address account);

    /// <summary>Withdraws collateral, in its smallest unit.</summary>
    public abstract Command Withdraw(Address account, UInt256 amount);

    /// <summary>Withdraws all that is there in the world as it is.</summary>
    public abstract Command WithdrawAll(World world, Address account);

    /// <summary>What an account can borrow more, in the loan token's smallest unit: up to a loan-to-value and
    /// to what is there, less the slack.</summary>
    public UInt256 BorrowableDown(World world, Address account, Wad ltv)
    {
        LoopPosition worst = Worst(world, Position(world, account));
        UInt256 limit = ltv.MulDown(Price(world).ToLoanDown(worst.Collateral));
        return UInt256.Min(limit.SaturatingSub(worst.Debt), Liquidity(world));
    }

    /// <summary>What an account can withdraw, in the collateral's smallest unit: down to the threshold and to
    /// what is there, less the slack.</summary>
    public UInt256 WithdrawableDown(World world, Address account)
    {
        LoopPosition worst = Worst(world, Position(world, account));
        UInt256 needed = Price(world).ToCollateralUp(Terms(world).Threshold.DivUp(worst.Debt));
        return UInt256.Min(worst.Collateral.SaturatingSub(needed), CollateralLiquidity(world));
    }

    /// <summary>Whether a position has at most a loan-to-value, with the slack on its bad side.</summary>
    public bool IsWithin(World world, LoopPosition position, Wad ltv)
    {
        LoopPosition worst = Worst(world, position);
        return worst.Debt <= ltv.MulDown(Price(world).ToLoanDown(worst.Collateral));
    }

    private LoopPosition Worst(World world, LoopPosition position)
    {
        LoopPosition slack = Slack(world);
        return new LoopPosition(
            position.Collateral.SaturatingSub(slack.Collateral), position.Debt + slack.Debt);
    }
}
