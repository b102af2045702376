using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <summary>What a report says and what the pool was, as far as the limit of its growth goes.</summary>
/// <param name="EtherBefore">The pool, in wei.</param>
/// <param name="SharesBefore">All shares.</param>
/// <param name="Principal">What the validators were worth with the deposits since, in wei.</param>
/// <param name="Balance">What they are worth, in wei.</param>
/// <param name="WithdrawalVault">What came out of them, in wei.</param>
/// <param name="RewardsVault">What their blocks earned, in wei.</param>
/// <param name="SharesRequestedToBurn">Shares that wait to be burnt.</param>
/// <param name="EtherToLock">What the requests to be finalised are paid, in wei.</param>
/// <param name="SharesToFinalize">The shares of these requests.</param>
internal readonly record struct LidoRebaseFacts(
    UInt256 EtherBefore,
    UInt256 SharesBefore,
    UInt256 Principal,
    UInt256 Balance,
    UInt256 WithdrawalVault,
    UInt256 RewardsVault,
    UInt256 SharesRequestedToBurn,
    UInt256 EtherToLock,
    UInt256 SharesToFinalize);

/// <summary>What a report takes into the pool, and how many shares it burns.</summary>
/// <param name="Withdrawals">From the withdrawal vault, in wei.</param>
/// <param name="Rewards">From the rewards vault, in wei.</param>
/// <param name="SharesOfQueueToBurn">How many more shares it burns than it would without
/// withdrawals.</param>
/// <param name="SharesToBurn">How many shares it burns in all.</param>
public readonly record struct LidoSmoothing(
    UInt256 Withdrawals, UInt256 Rewards, UInt256 SharesOfQueueToBurn, UInt256 SharesToBurn)
{
    /// <summary>Fills the room of the limit in the contract's order: the validators' gain, the withdrawal
    /// vault, the rewards vault, then shares to burn, once without and once with the requests.</summary>
    /// <remarks>Source: <c>OracleReportSanityChecker.smoothenTokenRebase</c>.</remarks>
    internal static Refusal? Compute(UInt256 limit, in LidoRebaseFacts facts, out LidoSmoothing smoothing)
    {
        smoothing = default;
        if (LidoRebaseLimiter.Begin(
            limit, facts.EtherBefore, facts.SharesBefore, out LidoRebaseLimiter limiter) is { } invalid)
        {
            return invalid;
        }

        if (facts.Balance >= facts.Principal)
        {
            _ = limiter.Increase(facts.Balance - facts.Principal);
        }
        else if (limiter.Decrease(facts.Principal - facts.Balance) is { } lost)
        {
            return lost;
        }

        UInt256 withdrawals = limiter.Increase(facts.WithdrawalVault);
        UInt256 rewards = limiter.Increase(facts.RewardsVault);
        UInt256 without = UInt256.Min(limiter.SharesToBurnLimitDown(), facts.SharesRequestedToBurn);
        if (limiter.Decrease(facts.EtherToLock) is { } locked) return locked;

        UInt256 with = UInt256.Min(
            limiter.SharesToBurnLimitDown(), facts.SharesToFinalize + facts.SharesRequestedToBurn);
        smoothing = new LidoSmoothing(withdrawals, rewards, with - without, with);
        return null;
    }
}
