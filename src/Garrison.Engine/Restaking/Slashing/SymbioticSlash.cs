using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Slashing;

/// <summary>A slash by a subnetwork, or the request for one: its place is the vault, its amounts are
/// collateral.</summary>
/// <remarks>What a veto slasher is asked for passes the rules when it is asked for, and waits for the veto
/// after that.</remarks>
internal sealed class SymbioticSlash(SymbioticCore core, SlashVault slash, bool isRequest) : ISlashTarget
{
    /// <inheritdoc/>
    public Address Service => slash.Subnetwork.Network;

    /// <inheritdoc/>
    public Address Operator => slash.Operator;

    /// <inheritdoc/>
    public IReadOnlyList<Address> Places => [slash.Vault];

    /// <summary>A request, as the slash that it asks for.</summary>
    public static SymbioticSlash Of(SymbioticCore core, RequestVaultSlash request) => new(
        core,
        new SlashVault(
            request.Sender,
            request.Vault,
            request.Subnetwork,
            request.Operator,
            request.Amount,
            request.CaptureTimestamp),
        isRequest: true);

    /// <inheritdoc/>
    public UInt256 StakeIn(int place) => core.Slashers.SlashableStake(
        slash.Vault, slash.Subnetwork, slash.Operator, slash.CaptureTimestamp);

    /// <inheritdoc/>
    public UInt256 AskedDown(int place, UInt256 stake) => UInt256.Min(slash.Amount, stake);

    /// <inheritdoc/>
    public Wad PartUp(int place)
    {
        UInt256 stake = StakeIn(place);
        return stake.IsZero ? default : Wad.RatioUp(AskedDown(place, stake), stake);
    }

    /// <inheritdoc/>
    public Command? Taking(ReadOnlySpan<UInt256> amounts)
    {
        UInt256 amount = amounts[0] == AskedDown(0, StakeIn(0)) ? slash.Amount : amounts[0];
        return amount.IsZero
            ? null
            : isRequest
                ? new RequestVaultSlash(
                    slash.Sender,
                    slash.Vault,
                    slash.Subnetwork,
                    slash.Operator,
                    amount,
                    slash.CaptureTimestamp)
                : slash with { Amount = amount };
    }
}
