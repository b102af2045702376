using Garrison.Engine;
using Garrison.Primitives;
using Garrison.Simulation.Loops;

namespace Garrison.Tests.Simulation.Loops;

/// <summary>A market of Morpho as it would be planned for, were its oracle the price of a pool for
/// one.</summary>
internal sealed record FollowingVenue(MorphoVenue Inner, LoopPool Pool)
    : LoopVenue(Inner.CollateralToken, Inner.LoanToken)
{
    public override LoopPrice Price(World world) =>
        new(Pool.Quote(world, CollateralToken, LoanToken, Wad.Scale)!.Value, Wad.Scale);

    public override LoopPosition Position(World world, Address account) => Inner.Position(world, account);

    public override LoopTerms Terms(World world) => Inner.Terms(world);

    public override Wad HealthFactor(World world, Address account) => Inner.HealthFactor(world, account);

    public override Wad BorrowRatePerYear(World world) => Inner.BorrowRatePerYear(world);

    public override UInt256 Liquidity(World world) => Inner.Liquidity(world);

    public override UInt256 CollateralLiquidity(World world) => Inner.CollateralLiquidity(world);

    public override LoopPosition Slack(World world) => Inner.Slack(world);

    public override IReadOnlyList<Command> Enter(World world, Address account) => Inner.Enter(world, account);

    public override Command Supply(Address account, UInt256 amount) => Inner.Supply(account, amount);

    public override Command Borrow(Address account, UInt256 amount) => Inner.Borrow(account, amount);

    public override Command Repay(Address account, UInt256 amount) => Inner.Repay(account, amount);

    public override Command RepayAll(World world, Address account) => Inner.RepayAll(world, account);

    public override Command Withdraw(Address account, UInt256 amount) => Inner.Withdraw(account, amount);

    public override Command WithdrawAll(World world, Address account) => Inner.WithdrawAll(world, account);
}
