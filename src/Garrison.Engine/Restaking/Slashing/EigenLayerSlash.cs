using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Slashing;

/// <summary>A slash by an operator set: its places are strategies, its amounts shares, both of operators and
/// in the queue, so that nobody slips through a rule by queuing.</summary>
/// <remarks>
/// The protocol takes parts of allocations, so an amount a of the stake S goes in as ⌊a · 10¹⁸ / S⌋. It may
/// come out a unit of magnitude larger, since the protocol rounds magnitudes up. What is not changed goes
/// in as it came.
/// </remarks>
internal sealed class EigenLayerSlash(EigenLayerCore core, SlashOperator slash) : ISlashTarget
{
    /// <inheritdoc/>
    public Address Service => slash.Set.Avs;

    /// <inheritdoc/>
    public Address Operator => slash.Operator;

    /// <inheritdoc/>
    public IReadOnlyList<Address> Places => slash.Strategies;

    /// <inheritdoc/>
    public UInt256 StakeIn(int place)
    {
        Address strategy = slash.Strategies[place];
        UInt256 staked = core.Slashing.MinimumSlashableShares(
            slash.Operator, slash.Set, strategy, core.Block);
        Wad part = Wad.RatioDown(
            core.Magnitudes.AllocationOf(slash.Operator, slash.Set, strategy).Current,
            UInt256.Max(core.Magnitudes.Max(slash.Operator, strategy), UInt256.One));
        return staked + part.MulDown(core.Withdrawals.SlashableShares(slash.Operator, strategy));
    }

    /// <inheritdoc/>
    public UInt256 AskedDown(int place, UInt256 stake) => PartUp(place).MulDown(stake);

    /// <inheritdoc/>
    public Wad PartUp(int place) => new(slash.WadsToSlash[place]);

    /// <inheritdoc/>
    public Command? Taking(ReadOnlySpan<UInt256> amounts)
    {
        List<Address> strategies = [];
        List<UInt256> wads = [];
        for (int i = 0; i < amounts.Length; i++)
        {
            UInt256 wad = WadDown(i, amounts[i]);
            if (wad.IsZero) continue;

            strategies.Add(slash.Strategies[i]);
            wads.Add(wad);
        }

        return wads.Count == 0 ? null : slash with { Strategies = strategies, WadsToSlash = wads };
    }

    private UInt256 WadDown(int place, UInt256 amount)
    {
        UInt256 stake = StakeIn(place);
        return amount == AskedDown(place, stake)
            ? slash.WadsToSlash[place]
            : Wad.RatioDown(amount, stake).Raw;
    }
}
