using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

/// <summary>The powers of ether.fi.</summary>
public enum EtherFiRole : byte
{
    /// <summary>Upgrades, and moves invalid requests; acts after ten days.</summary>
    UpgradeTimelock,

    /// <summary>Sets limits; acts after two days.</summary>
    OperatingTimelock,

    /// <summary>Pauses, blacklists, takes published reports back.</summary>
    OperatingMultisig,

    /// <summary>Pauses the tokens for a time.</summary>
    SuperGuardian,

    /// <summary>Pauses all else for a time, invalidates requests, blacklists for three days.</summary>
    Guardian,

    /// <summary>Creates and funds validators.</summary>
    OracleOperations,
}

/// <summary>Who may do what, what is paused, and who is barred.</summary>
/// <remarks>Source: <c>RoleRegistry.sol</c>, <c>Pausable.sol</c>, <c>PausableUntil.sol</c>,
/// <c>Blacklister.sol</c>.</remarks>
public sealed class EtherFiAccess
{
    private const ulong Hour = 60 * 60;
    private const ulong MinPauseSeconds = 8 * Hour;
    private const ulong MaxPauseSeconds = 30 * 24 * Hour;
    private const ulong PauserCooldownSeconds = 7 * 24 * Hour;
    private const ulong BlacklistSeconds = 3 * 24 * Hour;

    private readonly EtherFiCore _core;
    private readonly Cell<Address> _owner;
    private readonly Table<Holding, bool> _holds;
    private readonly Table<Address, EtherFiPause> _pause;
    private readonly Table<Pauser, ulong> _lastPause;
    private readonly Table<Address, UInt256> _blacklistedUntil;

    internal EtherFiAccess(EtherFiCore core)
    {
        _core = core;
        _owner = core.Store.Cell<Address>();
        _holds = core.Store.Table<Holding, bool>();
        _pause = core.Store.Table<Address, EtherFiPause>();
        _lastPause = core.Store.Table<Pauser, ulong>();
        _blacklistedUntil = core.Store.Table<Address, UInt256>();
    }

    /// <summary>Whether an account holds a role.</summary>
    public bool Holds(EtherFiRole role, Address account) => _holds[new(role, account)];

    /// <summary>How a contract is paused.</summary>
    public EtherFiPause Pause(Address contract) => _pause[contract];

    /// <summary>Until when an account is barred, in seconds since the Unix epoch; 0 for never.</summary>
    public UInt256 BlacklistedUntil(Address account) => _blacklistedUntil[account];

    internal void Begin(Address owner) => _owner.Set(owner);

    internal Refusal? SetRole(Address sender, EtherFiRole role, Address account, bool isHeld)
    {
        if (sender != _owner.Value) return EtherFiRefusals.EnumerableRolesUnauthorized;

        _holds[new(role, account)] = isHeld;
        return null;
    }

    internal Refusal? Require(EtherFiRole role, Address account)
    {
        if (Holds(role, account)) return null;

        return role switch
        {
            EtherFiRole.UpgradeTimelock => EtherFiRefusals.OnlyUpgradeTimelock,
            EtherFiRole.OperatingTimelock => EtherFiRefusals.OnlyOperatingTimelock,
            EtherFiRole.OperatingMultisig => EtherFiRefusals.OnlyOperatingMultisig,
            EtherFiRole.SuperGuardian => EtherFiRefusals.OnlySuperGuardian,
            EtherFiRole.Guardian => EtherFiRefusals.OnlyGuardian,
            _ => EtherFiRefusals.OnlyOracleOperations,
        };
    }

    internal Refusal? RefusePaused(Address contract)
    {
        EtherFiPause pause = _pause[contract];
        if (pause.IsPaused) return EtherFiRefusals.ContractPaused;

        return pause.Until >= _core.Clock.Seconds ? EtherFiRefusals.ContractPausedUntil : null;
    }

    internal Refusal? RefuseBlacklisted(Address account) =>
        _blacklistedUntil[account] > _core.Clock.Seconds ? EtherFiRefusals.BlacklistedUser : null;

    internal Refusal? RefuseBlacklisted(Address first, Address second, Address third) =>
        RefuseBlacklisted(first) ?? RefuseBlacklisted(second) ?? RefuseBlacklisted(third);

    internal Refusal? SetPaused(Address sender, Address contract, bool isPaused)
    {
        if (!IsPausable(contract) && !IsPausableForGood(contract)) return Refusal.EmptyRevert;
        if (Require(EtherFiRole.OperatingMultisig, sender) is { } refusal) return refusal;

        EtherFiPause pause = _pause[contract];
        if (pause.IsPaused == isPaused)
        {
            return isPaused ? EtherFiRefusals.AlreadyPaused : EtherFiRefusals.NotPaused;
        }

        _pause[contract] = pause with { IsPaused = isPaused };
        _core.Store.Emit(
            isPaused ? new EtherFiPaused(contract, sender) : new EtherFiUnpaused(contract, sender));
        return null;
    }

    internal Refusal? PauseUntil(Address sender, Address contract)
    {
        if (!IsPausable(contract)) return Refusal.EmptyRevert;

        bool isToken = contract == _core.Contracts.EEth || contract == _core.Contracts.WeEth;
        EtherFiRole role = isToken ? EtherFiRole.SuperGuardian : EtherFiRole.Guardian;
        if (Require(role, sender) is { } refusal) return refusal;

        EtherFiPause pause = _pause[contract];
        ulong now = _core.Clock.Seconds;
        if (pause.Until >= now) return EtherFiRefusals.ContractPausedUntil;

        ulong duration = pause.DurationSeconds == 0 ? MinPauseSeconds : pause.DurationSeconds;
        Pauser pauser = new(contract, sender);
        if (_lastPause[pauser] + duration + PauserCooldownSeconds > now)
        {
            return EtherFiRefusals.PauserCooldownStillActive;
        }

        _pause[contract] = pause with { Until = now + duration };
        _lastPause[pauser] = now;
        _core.Store.Emit(new EtherFiPausedUntil(contract, now + duration));
        return null;
    }

    internal Refusal? UnpauseUntil(Address sender, Address contract)
    {
        if (!IsPausable(contract)) return Refusal.EmptyRevert;
        if (Require(EtherFiRole.OperatingMultisig, sender) is { } refusal) return refusal;

        EtherFiPause pause = _pause[contract];
        if (pause.Until < _core.Clock.Seconds) return EtherFiRefusals.ContractNotPausedUntil;

        _pause[contract] = pause with { Until = 0 };
        _core.Store.Emit(new EtherFiUnpausedUntil(contract));
        return null;
    }

    internal Refusal? SetPauseDuration(Address sender, Address contract, ulong seconds)
    {
        if (!IsPausable(contract)) return Refusal.EmptyRevert;
        if (Require(EtherFiRole.OperatingTimelock, sender) is { } refusal) return refusal;
        if (seconds is < MinPauseSeconds or > MaxPauseSeconds)
        {
            return EtherFiRefusals.InvalidPauseUntilDuration;
        }

        _pause[contract] = _pause[contract] with { DurationSeconds = seconds };
        _core.Store.Emit(new EtherFiPauseDurationSet(contract, seconds));
        return null;
    }

    internal Refusal? BlacklistForDays(Address sender, Address user)
    {
        if (Require(EtherFiRole.Guardian, sender) is { } refusal) return refusal;
        if (user.IsZero) return EtherFiRefusals.InvalidUser;
        if (_blacklistedUntil[user] > _core.Clock.Seconds) return EtherFiRefusals.UserAlreadyBlacklisted;

        return BlacklistFor(user, BlacklistSeconds);
    }

    internal Refusal? SetBlacklisted(Address sender, Address user, UInt256 seconds)
    {
        if (Require(EtherFiRole.OperatingMultisig, sender) is { } refusal) return refusal;

        return user.IsZero ? EtherFiRefusals.InvalidUser : BlacklistFor(user, seconds);
    }

    internal Refusal? BlacklistForGood(Address sender, Address user)
    {
        if (Require(EtherFiRole.OperatingMultisig, sender) is { } refusal) return refusal;
        if (user.IsZero) return EtherFiRefusals.InvalidUser;

        _blacklistedUntil[user] = UInt256.MaxValue;
        _core.Store.Emit(new EtherFiUserBlacklisted(_core.Contracts.Blacklister, user));
        return null;
    }

    internal Refusal? Unblacklist(Address sender, Address user)
    {
        if (Require(EtherFiRole.OperatingMultisig, sender) is { } refusal) return refusal;

        _blacklistedUntil[user] = UInt256.Zero;
        _core.Store.Emit(new EtherFiUserUnblacklisted(_core.Contracts.Blacklister, user));
        return null;
    }

    private Refusal? BlacklistFor(Address user, UInt256 seconds)
    {
        UInt256 until = _core.Clock.Seconds + seconds;
        _blacklistedUntil[user] = until;
        _core.Store.Emit(new EtherFiUserBlacklistedUntil(_core.Contracts.Blacklister, user, until));
        return null;
    }

    private bool IsPausable(Address contract)
    {
        ref readonly EtherFiContracts contracts = ref _core.Contracts;
        return contract == contracts.LiquidityPool
            || contract == contracts.EEth
            || contract == contracts.WeEth
            || contract == contracts.WithdrawRequestNft
            || contract == contracts.RedemptionManager;
    }

    private bool IsPausableForGood(Address contract) =>
        contract == _core.Contracts.Oracle || contract == _core.Contracts.RateLimiter;

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Holding(EtherFiRole Role, Address Account);

    private readonly record struct Pauser(Address Contract, Address Account);
}

/// <summary>How a contract is paused.</summary>
/// <param name="IsPaused">Whether it is until somebody ends it.</param>
/// <param name="Until">Up to which second it is, that one too; 0 when it is not.</param>
/// <param name="DurationSeconds">How long the next pause for a time is; 0 for eight hours.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct EtherFiPause(bool IsPaused, ulong Until, ulong DurationSeconds);
