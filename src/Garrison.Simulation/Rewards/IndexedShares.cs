using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>Shares of stakers as the indexer of the calculation keeps them, from events alone.</summary>
/// <remarks>
/// They stand for withdrawable shares, but know no scaling factors: a slash takes ⌊shares · wad / 10¹⁸⌋ of
/// each staker on its own, so they drift from the chain's by rounding. The chain's own are the engine's.
/// Source: reference section 3.2.
/// </remarks>
public sealed class IndexedShares
{
    private static readonly Int256 _wad = Int256.Parse("1000000000000000000");

    private readonly Dictionary<(Address Staker, Address Strategy), Int256> _shares = [];
    private readonly Dictionary<Address, SortedSet<Address>> _stakersOf = [];

    /// <summary>The shares of a staker in a strategy; may be less than 0.</summary>
    public Int256 this[Address staker, Address strategy] => _shares.GetValueOrDefault((staker, strategy));

    /// <summary>Who delegates to an operator, in order of address.</summary>
    public IReadOnlyCollection<Address> StakersOf(Address @operator) =>
        _stakersOf.TryGetValue(@operator, out SortedSet<Address>? stakers) ? stakers : [];

    internal void Add(Address staker, Address strategy, Int256 shares) =>
        _shares[(staker, strategy)] = this[staker, strategy] + shares;

    internal void Delegate(Address staker, Address @operator)
    {
        if (!_stakersOf.TryGetValue(@operator, out SortedSet<Address>? stakers))
        {
            _stakersOf.Add(@operator, stakers = []);
        }

        _ = stakers.Add(staker);
    }

    internal void Undelegate(Address staker, Address @operator)
    {
        if (_stakersOf.TryGetValue(@operator, out SortedSet<Address>? stakers)) _ = stakers.Remove(staker);
    }

    /// <summary>What a slash takes of a staker: less than or equal to 0.</summary>
    /// <param name="staker">Whose shares.</param>
    /// <param name="strategy">In which strategy.</param>
    /// <param name="wadSlashed">The part that is slashed, in 10⁻¹⁸.</param>
    internal Int256 Loss(Address staker, Address strategy, UInt256 wadSlashed)
    {
        Int256 shares = this[staker, strategy];
        return shares.Sign <= 0
            ? Int256.Zero
            : -Int256.FromUInt256(UInt256.MulDivDown(shares.ToUInt256(), wadSlashed, _wad.ToUInt256()));
    }
}
