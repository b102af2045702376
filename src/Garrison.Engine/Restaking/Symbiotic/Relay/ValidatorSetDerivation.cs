using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.Relay;

/// <summary>Chooses the validator set of an epoch from voting powers and keys.</summary>
/// <remarks>Source: <c>valset_deriver.go</c>, <c>entity.go</c> of symbioticfi/relay.</remarks>
public static class ValidatorSetDerivation
{
    /// <summary>The vaults that are kept of an operator, the ones with most power.</summary>
    public const int VaultsMax = 1024;

    /// <summary>The operators that have a place in the list, those with most power.</summary>
    public const int ListedMax = 1 << 20;

    /// <summary>The validator set of powers from any number of providers, each on its own chain.</summary>
    /// <exception cref="OverflowException">A sum of powers does not fit in 256 bits.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is 0.</exception>
    public static ValidatorSet Derive(
        IReadOnlyList<IReadOnlyList<OperatorVotingPower>> providers,
        IReadOnlyList<OperatorKeys> keys,
        ValidatorSetTerms terms)
    {
        Validator[] validators = Rank(providers);
        Activate(validators, TagsByOperator(keys), terms);
        Array.Sort(validators, static (a, b) => a.Operator.CompareTo(b.Operator));
        UInt256 active = validators.Where(static one => one.IsActive).Sum(static one => one.VotingPower);
        return new ValidatorSet(validators, active, Quorum(active, terms.QuorumThreshold));
    }

    /// <summary>The power that has to sign: ⌊total · threshold⌋ + 1, so always more than the part.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is 0.</exception>
    public static UInt256 Quorum(UInt256 totalActive, Wad threshold)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(threshold, default);
        return threshold.MulDown(totalActive) + UInt256.One;
    }

    // Most power first; of those with the same, the lower address.
    private static Validator[] Rank(IReadOnlyList<IReadOnlyList<OperatorVotingPower>> providers) =>
    [
        .. providers
            .SelectMany(static powers => powers)
            .GroupBy(static power => power.Operator, static power => power.Vaults)
            .Select(static power => Candidate(power.Key, power.SelectMany(static vaults => vaults)))
            .OrderByDescending(static one => one.VotingPower)
            .ThenBy(static one => one.Operator)
            .Take(ListedMax),
    ];

    private static Validator Candidate(Address @operator, IEnumerable<VaultVotingPower> vaults)
    {
        VaultVotingPower[] kept =
        [
            .. vaults
                .OrderByDescending(static vault => vault.VotingPower)
                .ThenBy(static vault => vault.Vault)
                .Take(VaultsMax)
                .OrderBy(static vault => vault.Vault),
        ];
        return new Validator(
            @operator, kept.Sum(static vault => vault.VotingPower), IsActive: false, kept);
    }

    // Who lacks keys is passed over and takes nobody's place.
    private static void Activate(
        Validator[] ranked, ILookup<Address, byte> tags, ValidatorSetTerms terms)
    {
        ulong active = 0;
        for (int i = 0; i < ranked.Length; i++)
        {
            UInt256 power = ranked[i].VotingPower;
            if (power.IsZero || power < terms.InclusionVotingPowerMin) return;
            if (!HasKeys([.. tags[ranked[i].Operator]], terms.RequiredKeyTags)) continue;

            UInt256 capped = terms.VotingPowerMax.IsZero ? power : UInt256.Min(power, terms.VotingPowerMax);
            ranked[i] = ranked[i] with { IsActive = true, VotingPower = capped };
            active++;
            if (active == terms.ValidatorsMax) return;
        }
    }

    private static ILookup<Address, byte> TagsByOperator(IReadOnlyList<OperatorKeys> keys) => keys
        .SelectMany(static one => one.Tags, static (one, tag) => (one.Operator, Tag: tag))
        .ToLookup(static pair => pair.Operator, static pair => pair.Tag);

    private static bool HasKeys(byte[] tags, IReadOnlyList<byte> required) =>
        tags.Length > 0 && required.All(tag => tags.Contains(tag));
}
