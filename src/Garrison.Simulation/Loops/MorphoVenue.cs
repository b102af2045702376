using Garrison.Engine;
using Garrison.Engine.Lending.Morpho;
using Garrison.Engine.Oracle;
using Garrison.Primitives;

namespace Garrison.Simulation.Loops;

/// <summary>A market of Morpho.</summary>
/// <param name="Market">Its name.</param>
/// <param name="CollateralToken">What is supplied.</param>
/// <param name="LoanToken">What is borrowed.</param>
public sealed record MorphoVenue(Hash32 Market, Address CollateralToken, Address LoanToken)
    : LoopVenue(CollateralToken, LoanToken)
{
    private const ulong SecondsPerYear = 365UL * 24 * 60 * 60;

    /// <summary>A market that is in a world.</summary>
    public static MorphoVenue Of(World world, Hash32 market)
    {
        ArgumentNullException.ThrowIfNull(world);
        MorphoTerms terms = world.Morpho.Terms(market);
        return new MorphoVenue(market, terms.CollateralToken, terms.LoanToken);
    }

    /// <inheritdoc/>
    public override LoopPosition Position(World world, Address account)
    {
        MorphoHealth health = world.Morpho.Health(Market, account);
        return new LoopPosition(health.Collateral, health.Borrowed);
    }

    /// <inheritdoc/>
    public override LoopTerms Terms(World world)
    {
        MorphoTerms terms = world.Morpho.Terms(Market);
        Wad lltv = new(terms.Lltv);
        return new LoopTerms(lltv, lltv, new Wad(terms.LiquidationIncentiveDown));
    }

    /// <inheritdoc/>
    public override LoopPrice Price(World world)
    {
        FeedReading price = world.Oracle.Price(world.Morpho.Terms(Market).Oracle, world.Clock.Seconds);
        return price.Price.IsZero
            ? throw new LoopRefusedException(LoopRefusal.NoPrice, "the oracle has no price")
            : new LoopPrice(price.Price, Wad.Scale * Wad.Scale);
    }

    /// <inheritdoc/>
    public override Wad HealthFactor(World world, Address account)
    {
        MorphoHealth health = world.Morpho.Health(Market, account);
        return health.Borrowed.IsZero
            ? new Wad(UInt256.MaxValue)
            : Wad.RatioDown(health.MaxBorrow, health.Borrowed);
    }

    /// <inheritdoc/>
    public override Wad BorrowRatePerYear(World world) =>
        new(world.Morpho.Rates(Market).BorrowRate * SecondsPerYear);

    /// <inheritdoc/>
    public override UInt256 Liquidity(World world) => world.Morpho.Rates(Market).Liquidity;

    /// <inheritdoc/>
    public override UInt256 CollateralLiquidity(World world) =>
        world.Ledger.Balance(CollateralToken, world.Morpho.Deployment.Contract);

    /// <inheritdoc/>
    /// <remarks>A loan is minted in shares, up, and read back from them, up.</remarks>
    public override LoopPosition Slack(World world) => new(UInt256.Zero, 2);

    /// <inheritdoc/>
    public override IReadOnlyList<Command> Enter(World world, Address account) => [];

    /// <inheritdoc/>
    public override Command Supply(Address account, UInt256 amount) =>
        new SupplyMorphoCollateral(account, Market, amount, account);

    /// <inheritdoc/>
    public override Command Borrow(Address account, UInt256 amount) =>
        new BorrowFromMorpho(account, Market, amount, UInt256.Zero, account, account);

    /// <inheritdoc/>
    public override Command Repay(Address account, UInt256 amount) =>
        new RepayToMorpho(account, Market, amount, UInt256.Zero, account);

    /// <inheritdoc/>
    /// <remarks>By shares: a repayment by assets would leave dust.</remarks>
    public override Command RepayAll(World world, Address account) => new RepayToMorpho(
        account, Market, UInt256.Zero, world.Morpho.Position(Market, account).BorrowShares, account);

    /// <inheritdoc/>
    public override Command Withdraw(Address account, UInt256 amount) =>
        new WithdrawMorphoCollateral(account, Market, amount, account, account);

    /// <inheritdoc/>
    public override Command WithdrawAll(World world, Address account) =>
        Withdraw(account, Position(world, account).Collateral);
}
