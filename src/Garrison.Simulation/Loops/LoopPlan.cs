using Garrison.Engine;
using Garrison.Engine.Lending.Aave;
using Garrison.Primitives;

namespace Garrison.Simulation.Loops;

/// <summary>A way to a target, ready to be executed on the world it was planned on.</summary>
/// <remarks>Amounts are exact for that world. Where pools have moved since, the batch is refused whole rather
/// than executed for less than was planned.</remarks>
/// <param name="Batch">All of it in one command.</param>
/// <param name="Steps">How often tokens are changed for the position.</param>
/// <param name="Preview">What it comes to.</param>
public sealed record LoopPlan(Batch Batch, int Steps, LoopPreview Preview);

/// <summary>How an account stands: its position, and its wallet of the two tokens.</summary>
/// <param name="Position">What it has in the market.</param>
/// <param name="CollateralValue">What the collateral is worth at the market's oracle, in the loan token's
/// smallest unit, rounded down.</param>
/// <param name="HealthFactor">As the market computes it; the greatest number without debt.</param>
/// <param name="Wallet">What it holds of both tokens outside the market, in their smallest units.</param>
/// <param name="Wealth">All it has less what it owes, at the market's oracle, in the loan token's smallest
/// unit.</param>
/// <param name="BorrowRatePerYear">What the market takes, for a year of 365 days.</param>
public sealed record LoopState(
    LoopPosition Position,
    UInt256 CollateralValue,
    Wad HealthFactor,
    LoopEquity Wallet,
    Int256 Wealth,
    Wad BorrowRatePerYear)
{
    /// <summary>Debt over the collateral's worth, rounded up; 0 without debt, the greatest number with debt
    /// alone.</summary>
    public Wad LtvUp => Position.Debt.IsZero ? default
        : CollateralValue.IsZero ? new Wad(UInt256.MaxValue)
        : Wad.RatioUp(Position.Debt, CollateralValue);

    /// <summary>The collateral's worth over what of it is not owed, rounded up; 0 for an empty position, the
    /// greatest number when all is owed.</summary>
    public Wad LeverageUp => CollateralValue.IsZero ? default
        : CollateralValue <= Position.Debt ? new Wad(UInt256.MaxValue)
        : Wad.RatioUp(CollateralValue, CollateralValue - Position.Debt);

    /// <summary>How an account stands in a world.</summary>
    public static LoopState Of(World world, LoopVenue venue, Address account)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(venue);
        LoopPosition position = venue.Position(world, account);
        LoopPrice price = venue.Price(world);
        LoopEquity wallet = new(
            world.Ledger.Balance(venue.CollateralToken, account),
            world.Ledger.Balance(venue.LoanToken, account));
        UInt256 assets = price.ToLoanDown(position.Collateral + wallet.Collateral) + wallet.Loan;
        return new LoopState(
            position,
            price.ToLoanDown(position.Collateral),
            venue.HealthFactor(world, account),
            wallet,
            Int256.FromUInt256(assets) - Int256.FromUInt256(position.Debt),
            venue.BorrowRatePerYear(world));
    }
}

/// <summary>What a batch does to a loop, as the engine says.</summary>
/// <param name="Before">How the account stands.</param>
/// <param name="After">How it stands afterwards.</param>
/// <param name="FlashFee">What flash loans cost, in the loan token's smallest unit.</param>
public sealed record LoopPreview(LoopState Before, LoopState After, UInt256 FlashFee)
{
    /// <summary>What the account loses by it at the market's oracle, in the loan token's smallest unit: fees,
    /// slippage, rounding. Less than nothing where the exchange pays more than the oracle says.</summary>
    public Int256 Cost => Before.Wealth - After.Wealth;

    /// <summary>Executes a batch on a fork, and says what it did.</summary>
    /// <exception cref="LoopRefusedException">It is refused.</exception>
    public static LoopPreview Of(World world, LoopVenue venue, Batch batch)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(batch);
        LoopState before = LoopState.Of(world, venue, batch.Sender);
        World fork = world.Fork();
        Accepted accepted = LoopDraft.Execute(fork, batch);
        LoopState after = LoopState.Of(fork, venue, batch.Sender);
        fork.Retire();

        UInt256 fee = UInt256.Zero;
        foreach (Event happened in accepted.Events)
        {
            fee += happened is AaveFlashLoaned loan ? loan.Premium : UInt256.Zero;
        }

        return new LoopPreview(before, after, fee);
    }
}
