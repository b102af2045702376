using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;

namespace Garrison.Risk;

/// <summary>A step of the ladder: what can leave from a block on.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Strategy">Of what.</param>
/// <param name="Shares">How many shares, as slashing stands now, rounded down.</param>
/// <param name="IsQueued">Whether it waits in the queue; else it would have to be queued now.</param>
/// <param name="SlashableUntil">The last block at which it can be slashed.</param>
/// <param name="FreeFrom">The first block at which it can leave.</param>
public sealed record LadderStep(
    Address Holder, Address Strategy, UInt256 Shares, bool IsQueued, uint SlashableUntil, uint FreeFrom);

/// <summary>How much holders can withdraw by when, and until when it can still be slashed.</summary>
public static class WithdrawalLadder
{
    /// <summary>The steps of a holder: what waits, and what would be out first if it were queued
    /// now.</summary>
    public static IReadOnlyList<LadderStep> Of(World world, Address holder)
    {
        EigenLayerCore core = world.EigenLayer;
        List<LadderStep> steps = [];
        foreach (ulong nonce in core.Withdrawals.NoncesOf(holder))
        {
            Withdrawal withdrawal = core.Withdrawals.Get(holder, nonce);
            IReadOnlyList<UInt256> shares = core.Withdrawals.WithdrawableShares(withdrawal);
            uint until = core.Withdrawals.SlashableUntil(withdrawal.StartBlock);
            steps.AddRange(withdrawal.Strategies.Select((strategy, index) =>
                new LadderStep(holder, strategy, shares[index], true, until, until + 1)));
        }

        uint fromNow = core.Withdrawals.SlashableUntil((uint)world.Clock.Block);
        steps.AddRange(core.Delegation.DepositedStrategies(holder).Select(strategy => new LadderStep(
            holder,
            strategy,
            core.Delegation.WithdrawableShares(holder, strategy),
            false,
            fromNow,
            fromNow + 1)));
        return steps;
    }

    /// <summary>All that a holder has in a strategy: what is deposited and what waits, rounded
    /// down.</summary>
    public static UInt256 Total(World world, Address holder, Address strategy)
    {
        UInt256 total = UInt256.Zero;
        foreach (LadderStep step in Of(world, holder).Where(step => step.Strategy == strategy))
        {
            total += step.Shares;
        }

        return total;
    }
}
