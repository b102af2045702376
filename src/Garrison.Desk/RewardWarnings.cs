using Garrison.Primitives;
using Garrison.Risk.RewardsDesk;
using Garrison.Simulation.Rewards;

namespace Garrison.Desk;

/// <summary>What whoever pays or earns should know of a reward.</summary>
internal static class RewardWarnings
{
    /// <summary>The warnings about a reward, a sentence each.</summary>
    /// <param name="account">What became of it.</param>
    /// <param name="tail">The refund of its last days; null for none.</param>
    /// <param name="beyond">What rounding pays beyond what was paid in.</param>
    /// <param name="symbol">Its token.</param>
    public static IEnumerable<string> Of(
        RewardAccount account, TailRefund? tail, UInt256 beyond, string symbol)
    {
        if (tail is not null)
        {
            yield return $"No operator is registered from {Amounts.ToDate(tail.FirstDay)} to "
                + $"{Amounts.ToDate(tail.LastDay)}, so the run after the first refunds "
                + $"{Amounts.ToText(tail.Amount)} {symbol} for these days, which was given out already: "
                + (account.Excess.IsZero
                    ? "it would be paid out of the tokens of others."
                    : $"{Amounts.ToText(account.Excess)} {symbol} is paid out of the tokens of others.");
        }

        if (!account.Stuck.IsZero)
        {
            yield return $"{Amounts.ToText(account.Stuck)} {symbol} is stuck: on some days nobody could get "
                + "it, and nobody can take it back.";
        }

        if (!beyond.IsZero)
        {
            yield return $"FLOOR(amount / days) is rounded up: all days come to {beyond} units more than is "
                + "paid in.";
        }
    }
}
