using Garrison.Engine.Staking;
using Garrison.Primitives;

namespace Garrison.Risk.RewardsDesk;

/// <summary>What the consensus pays validators, on average: an estimate.</summary>
/// <remarks>
/// All validators are taken to take part equally often, and turns to propose and to sign to come as often as
/// stake says. Tips and what builders pay are left out. Source: <see cref="ValidatorEconomics"/>.
/// </remarks>
/// <param name="ActiveGwei">The active stake of Ethereum, in gwei.</param>
/// <param name="Participation">Which part of it votes in time, and signs; at least
/// <see cref="ValidatorEconomics.ParticipationMin"/>.</param>
public sealed record BaseRewards(ulong ActiveGwei, Wad Participation)
{
    /// <summary>The least active stake that is estimated for, in ether.</summary>
    public const ulong EtherMin = 1_000_000;

    /// <summary>The most, in ether: all there is.</summary>
    public const ulong EtherMax = 130_000_000;

    /// <summary>What stake earns in a day, in wei, rounded down.</summary>
    /// <param name="stake">Ether on the beacon chain, in wei; less than a whole ether earns nothing.</param>
    public UInt256 PerDay(UInt256 stake) => UInt256.MulDivDown(
        stake.DivDown(Wad.Scale),
        PerEpoch() * Spec.EpochsPerDay,
        Spec.ActivationBalanceMin / Spec.Increment);

    // Of a validator of 32 ether that is as often absent as all are, in wei.
    private UInt256 PerEpoch()
    {
        IReadOnlyList<Income> incomes = ValidatorEconomics.Of(new ValidatorTerms(
            1, Spec.ActivationBalanceMin, Credentials.Execution, ActiveGwei, Participation, Epoch: 0));
        Wad absent = new(Wad.Scale - Participation.Raw);
        return Participation.MulDown(incomes.Sum(static one => one.EarnedWei))
            - absent.MulDown(incomes.Sum(static one => one.LostWei));
    }
}
