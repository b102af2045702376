using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

namespace Garrison.Risk.RewardsDesk;

/// <summary>What a claim did to one token, in its smallest unit.</summary>
/// <param name="Token">Which token.</param>
/// <param name="ClaimedBefore">What the earner had taken out before.</param>
/// <param name="ClaimedAfter">What it has taken out now.</param>
/// <param name="BalanceBefore">What the recipient held before.</param>
/// <param name="BalanceAfter">What it holds now.</param>
public sealed record ClaimedToken(
    Address Token,
    UInt256 ClaimedBefore,
    UInt256 ClaimedAfter,
    UInt256 BalanceBefore,
    UInt256 BalanceAfter);

/// <summary>What came of a claim that was tried.</summary>
/// <param name="Root">The root it was made against.</param>
/// <param name="ActivatedAt">From when that root can be claimed against, in seconds since the Unix
/// epoch.</param>
/// <param name="Claimer">Who claimed, and was paid.</param>
/// <param name="Tokens">What was paid.</param>
public sealed record ClaimPreview(
    PostedRoot Root, uint ActivatedAt, Address Claimer, IReadOnlyList<ClaimedToken> Tokens)
{
    /// <summary>Waits until the newest root is active and claims all that an earner can.</summary>
    /// <param name="projection">The rewards, with a root; moved on.</param>
    /// <param name="earner">Who earned.</param>
    /// <returns>What came of it, or null for one that has earned nothing.</returns>
    /// <exception cref="WhatIfRefusedException">A rule of the protocol forbids it.</exception>
    public static ClaimPreview? Run(RewardsProjection projection, Address earner)
    {
        ArgumentNullException.ThrowIfNull(projection);
        if (ClaimProof.Of(projection, earner) is not (var root, var whole)) return null;

        World world = projection.World;
        RewardsCoordinator coordinator = world.EigenLayer.Rewards;
        Address claimer = coordinator.Claims.ClaimerOf(earner) is { IsZero: false } named ? named : earner;
        uint activatedAt = coordinator.Roots[root.Index].ActivatedAt;
        projection.WaitUntil(activatedAt);
        RewardsClaim claim = ClaimProof.WithoutClaimed(whole, coordinator.Claims);
        UInt256[] claimed = [.. claim.Earnings.Select(one => coordinator.Claims.Claimed(earner, one.Token))];
        UInt256[] held = [.. claim.Earnings.Select(one => world.Ledger.Balance(one.Token, claimer))];
        _ = projection.Do(new ProcessClaims(claimer, [claim], claimer));
        return new ClaimPreview(
            root,
            activatedAt,
            claimer,
            [
                .. claim.Earnings.Select((one, i) => new ClaimedToken(
                    one.Token,
                    claimed[i],
                    coordinator.Claims.Claimed(earner, one.Token),
                    held[i],
                    world.Ledger.Balance(one.Token, claimer))),
            ]);
    }
}
