using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <summary>The contracts of Lido.</summary>
/// <param name="Admin">Who grants roles and sets limits and fees.</param>
/// <param name="Token">stETH, which holds the ether that is not yet staked.</param>
/// <param name="Wrapper">wstETH.</param>
/// <param name="Queue">The queue of withdrawals.</param>
/// <param name="Burner">Holds the shares that wait to be burnt.</param>
/// <param name="WithdrawalVault">Where validators pay out to.</param>
/// <param name="RewardsVault">Where blocks pay to.</param>
/// <param name="Treasury">Who gets what the operators do not get of the fee.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct LidoDeployment(
    Address Admin,
    Address Token,
    Address Wrapper,
    Address Queue,
    Address Burner,
    Address WithdrawalVault,
    Address RewardsVault,
    Address Treasury);

/// <summary>What an account of Lido may do.</summary>
public enum LidoRole : byte
{
    /// <summary>Pause the queue.</summary>
    Pause,

    /// <summary>Resume the queue.</summary>
    Resume,

    /// <summary>Finalise requests.</summary>
    Finalize,

    /// <summary>Tell the queue of a report.</summary>
    Oracle,

    /// <summary>Ask for the burning of one's own shares.</summary>
    Burn,

    /// <summary>Send the pool's ether to new validators.</summary>
    Deposit,

    /// <summary>Bring a report that the committee agreed on.</summary>
    Report,
}

/// <summary>The hashes by which the contracts know the roles.</summary>
internal static class LidoRoles
{
    private static readonly Hash32[] _hashes =
    [
        Keccak.HashText("PAUSE_ROLE"),
        Keccak.HashText("RESUME_ROLE"),
        Keccak.HashText("FINALIZE_ROLE"),
        Keccak.HashText("ORACLE_ROLE"),
        Keccak.HashText("REQUEST_BURN_MY_STETH_ROLE"),
    ];

    /// <summary>The hash of a role of the queue or the burner.</summary>
    public static Hash32 Hash(LidoRole role) => _hashes[(int)role];
}
