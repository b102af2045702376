using Garrison.Engine;
using Garrison.Primitives;

namespace Garrison.Simulation.Loops;

/// <summary>A plan in the making: every command is executed on a fork as soon as it is added, so that the
/// next one is worked out on what is really there.</summary>
internal sealed class LoopDraft
{
    private readonly World _world;
    private readonly LoopRoute _route;
    private readonly LoopOrder _order;
    private readonly List<Command> _commands = [];

    public LoopDraft(World world, LoopRoute route, LoopOrder order)
    {
        _world = world;
        _route = route;
        _order = order;
        Fork = world.Fork();
    }

    /// <summary>The world as the commands so far leave it.</summary>
    public World Fork { get; }

    public LoopPosition Position => Venue.Position(Fork, _order.Account);

    private LoopVenue Venue => _route.Venue;

    /// <summary>Executes a command that has to be accepted.</summary>
    public static Accepted Execute(World world, Command command) => world.Execute(command) switch
    {
        Accepted accepted => accepted,
        Refused refused => throw new LoopRefusedException(
            LoopRefusal.Rule, $"the rules say {refused.Reason} to {command.GetType().Name}"),
        _ => throw new InvalidOperationException("A receipt is accepted or refused."),
    };

    public void Do(Command command)
    {
        _ = Execute(Fork, command);
        _commands.Add(command);
    }

    /// <summary>The command that changes loan tokens for collateral, and what it brings.</summary>
    public Command Buy(UInt256 sold, out UInt256 bought)
    {
        UInt256 fetched = Quote(Venue.LoanToken, Venue.CollateralToken, sold);
        CheckSlippage(Venue.Price(Fork).ToLoanDown(fetched), sold);
        bought = fetched;
        return Swap(Venue.LoanToken, Venue.CollateralToken, sold, fetched);
    }

    /// <summary>The command that changes collateral for loan tokens, and what it brings.</summary>
    public Command Sell(UInt256 sold, out UInt256 bought)
    {
        bought = Quote(Venue.CollateralToken, Venue.LoanToken, sold);
        CheckSlippage(bought, Venue.Price(Fork).ToLoanDown(sold));
        return Swap(Venue.CollateralToken, Venue.LoanToken, sold, bought);
    }

    /// <summary>The same, of a position that must not be beyond a target.</summary>
    public LoopPlan Finish(int steps, Wad target)
    {
        LoopPlan plan = Finish(steps);
        Wad reached = plan.Preview.After.LtvUp;
        return reached <= target
            ? plan
            : throw new LoopRefusedException(
                LoopRefusal.TargetMissed,
                $"the oracle moved: {reached.Raw} and not {target.Raw}, times 10^18");
    }

    /// <summary>All commands as one, and what they come to on the world that the draft started
    /// from.</summary>
    public LoopPlan Finish(int steps)
    {
        Fork.Retire();
        Batch batch = new(_order.Account, [.. _commands]);
        return new LoopPlan(batch, steps, LoopPreview.Of(_world, Venue, batch));
    }

    private UInt256 Quote(Address tokenIn, Address tokenOut, UInt256 amount) =>
        _route.Pool.Quote(Fork, tokenIn, tokenOut, amount)
            ?? throw new LoopRefusedException(
                LoopRefusal.PoolShort, $"the pool takes no {amount} of {tokenIn}");

    private Command Swap(Address tokenIn, Address tokenOut, UInt256 amount, UInt256 least) =>
        _route.Pool.Swap(_order.Account, tokenIn, tokenOut, amount, least);

    private void CheckSlippage(UInt256 got, UInt256 given)
    {
        if (got + _order.SlippageMax.MulDown(given) >= given) return;

        throw new LoopRefusedException(
            LoopRefusal.SlippageAboveLimit, $"what is worth {given} fetches {got} in the pool");
    }
}
