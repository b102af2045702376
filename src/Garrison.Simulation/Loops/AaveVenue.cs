using Garrison.Engine;
using Garrison.Engine.Lending.Aave;
using Garrison.Primitives;

namespace Garrison.Simulation.Loops;

/// <summary>Two reserves of a pool of Aave, and the category in which one is lent for the other.</summary>
/// <remarks>An account that has other supplies or debts in the pool is planned for as if it had not; its
/// health and what the pool forbids are those of the whole account.</remarks>
/// <param name="Pool">Which pool.</param>
/// <param name="CollateralToken">What is supplied.</param>
/// <param name="LoanToken">What is borrowed.</param>
/// <param name="Category">The category that the account is in, or enters; 0 for none.</param>
public sealed record AaveVenue(Address Pool, Address CollateralToken, Address LoanToken, byte Category)
    : LoopVenue(CollateralToken, LoanToken)
{
    /// <inheritdoc/>
    public override LoopPosition Position(World world, Address account) => new(
        world.Aave.Tokens.Supplied(Pool, CollateralToken, account),
        world.Aave.Tokens.Owed(Pool, LoanToken, account));

    /// <inheritdoc/>
    public override LoopTerms Terms(World world)
    {
        AaveTerms own = world.Aave.Reserves.TermsOf(Pool, CollateralToken);
        AaveCategory category = world.Aave.Users.Category(Pool, Category);
        int number = world.Aave.Reserves.NumberOf(Pool, CollateralToken);
        if (!IsIn(category.Collateral, number))
        {
            return Of(category.IsIsolated ? (ushort)0 : own.LtvBps, own.ThresholdBps, own.BonusBps);
        }

        return Of(
            IsIn(category.LtvZero, number) ? (ushort)0 : category.LtvBps,
            category.ThresholdBps,
            category.BonusBps);
    }

    /// <inheritdoc/>
    public override LoopPrice Price(World world) => new(
        PriceOf(world, CollateralToken) * Unit(world, LoanToken),
        PriceOf(world, LoanToken) * Unit(world, CollateralToken));

    /// <inheritdoc/>
    public override Wad HealthFactor(World world, Address account) =>
        new(world.Aave.Users.Account(Pool, account).HealthFactor);

    /// <inheritdoc/>
    public override Wad BorrowRatePerYear(World world) =>
        new(((UInt256)world.Aave.Reserves.Of(Pool, LoanToken).BorrowRateRay).DivDown(1_000_000_000));

    /// <inheritdoc/>
    public override UInt256 Liquidity(World world) => world.Aave.Reserves.Of(Pool, LoanToken).Available;

    /// <inheritdoc/>
    public override UInt256 CollateralLiquidity(World world) =>
        world.Aave.Reserves.Of(Pool, CollateralToken).Available;

    /// <inheritdoc/>
    /// <remarks>Supply is minted and read down, debt up, a few units each; then both are worth whole units of
    /// 10⁻⁸ dollars, one less and one more.</remarks>
    public override LoopPosition Slack(World world) => new(
        OneOfBaseCurrency(world, CollateralToken) + 4, OneOfBaseCurrency(world, LoanToken) + 4);

    /// <inheritdoc/>
    public override IReadOnlyList<Command> Enter(World world, Address account) =>
        world.Aave.Users.Of(Pool, account).Category == Category
            ? []
            : [new SetAaveUserEMode(account, Pool, Category)];

    /// <inheritdoc/>
    public override Command Supply(Address account, UInt256 amount) =>
        new SupplyToAave(account, Pool, CollateralToken, amount, account);

    /// <inheritdoc/>
    public override Command Borrow(Address account, UInt256 amount) =>
        new BorrowFromAave(account, Pool, LoanToken, amount, account);

    /// <inheritdoc/>
    public override Command Repay(Address account, UInt256 amount) =>
        new RepayToAave(account, Pool, LoanToken, amount, account);

    /// <inheritdoc/>
    public override Command RepayAll(World world, Address account) => Repay(account, UInt256.MaxValue);

    /// <inheritdoc/>
    public override Command Withdraw(Address account, UInt256 amount) =>
        new WithdrawFromAave(account, Pool, CollateralToken, amount, account);

    /// <inheritdoc/>
    public override Command WithdrawAll(World world, Address account) =>
        Withdraw(account, UInt256.MaxValue);

    private UInt256 Unit(World world, Address token) => world.Aave.Reserves.TermsOf(Pool, token).Unit;

    private UInt256 OneOfBaseCurrency(World world, Address token) =>
        Unit(world, token).DivUp(PriceOf(world, token));

    private UInt256 PriceOf(World world, Address token)
    {
        UInt256 price = world.Aave.Prices.Of(Pool, token);
        return price.IsZero
            ? throw new LoopRefusedException(LoopRefusal.NoPrice, $"the oracle has no price of {token}")
            : price;
    }

    private static bool IsIn(UInt128 reserves, int number) => number >= 0 && (reserves >> number & 1) != 0;

    private static LoopTerms Of(ushort ltvBps, ushort thresholdBps, ushort bonusBps) =>
        new(OfBps(ltvBps), OfBps(thresholdBps), OfBps(bonusBps));

    private static Wad OfBps(ushort bps) => Wad.RatioDown(bps, Bps.Scale);
}
