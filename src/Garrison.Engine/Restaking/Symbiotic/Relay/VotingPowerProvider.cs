using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.Relay;

/// <summary>What a network counts as voting power.</summary>
/// <param name="Subnetwork">Whose stake.</param>
/// <param name="Tokens">The collaterals that count.</param>
/// <param name="SharedVaults">The vaults that count for every operator.</param>
/// <param name="Operators">The operators that count.</param>
/// <param name="Calculator">How stake is turned into power.</param>
public sealed record VotingPowerTerms(
    Subnetwork Subnetwork,
    IReadOnlyList<Address> Tokens,
    IReadOnlyList<Address> SharedVaults,
    IReadOnlyList<RegisteredOperator> Operators,
    VotingPowerCalculator Calculator);

/// <summary>An operator that a network knows.</summary>
/// <param name="Operator">Who.</param>
/// <param name="Vaults">The vaults that count for it alone.</param>
public sealed record RegisteredOperator(Address Operator, IReadOnlyList<Address> Vaults);

/// <summary>An operator's voting power, by vault.</summary>
/// <param name="Operator">Who.</param>
/// <param name="Vaults">The vaults in which it has any.</param>
public sealed record OperatorVotingPower(Address Operator, IReadOnlyList<VaultVotingPower> Vaults);

/// <summary>The voting power that an operator has from a vault.</summary>
/// <param name="Vault">From which.</param>
/// <param name="VotingPower">How much.</param>
public readonly record struct VaultVotingPower(Address Vault, UInt256 VotingPower);

/// <summary>Reads voting power off the vaults, as of any second.</summary>
/// <remarks>
/// Source: <c>VotingPowerProviderLogic.sol</c> of symbioticfi/relay-contracts. Which operators, vaults and
/// tokens count is the network's to say, and is handed in.
/// </remarks>
public static class VotingPowerProvider
{
    /// <summary>The operators with any power at the end of a second, in the order of the terms.</summary>
    public static IReadOnlyList<OperatorVotingPower> PowersAt(
        SymbioticCore core, VotingPowerTerms terms, ulong second)
    {
        List<OperatorVotingPower> powers = [];
        foreach (RegisteredOperator registered in terms.Operators)
        {
            List<VaultVotingPower> vaults = [];
            foreach (Address vault in terms.SharedVaults.Concat(registered.Vaults))
            {
                UInt256 power = PowerAt(core, terms, vault, registered.Operator, second);
                if (!power.IsZero) vaults.Add(new VaultVotingPower(vault, power));
            }

            if (vaults.Count > 0) powers.Add(new OperatorVotingPower(registered.Operator, vaults));
        }

        return powers;
    }

    private static UInt256 PowerAt(
        SymbioticCore core, VotingPowerTerms terms, Address vault, Address @operator, ulong second) =>
        terms.Tokens.Contains(core.Vaults.Of(vault).Collateral)
            ? terms.Calculator(vault, core.Delegators.StakeAt(vault, terms.Subnetwork, @operator, second))
            : UInt256.Zero;
}
