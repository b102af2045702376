using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic;

/// <content>What the vaults tell.</content>
public sealed partial class Vaults
{
    /// <summary>The vaults, in the order in which they were made.</summary>
    public IReadOnlyList<Address> All => _all.ToArray(default);

    /// <summary>What a vault was made with, and its limits.</summary>
    public Vault Of(Address vault) => _vault[vault];

    /// <summary>Whether there is such a vault.</summary>
    public bool Exists(Address vault) => _vault[vault].Exists;

    /// <summary>Whether an account is on the list of those who may deposit.</summary>
    public bool MayDeposit(Address vault, Address account) => _mayDeposit[new(vault, account)];

    /// <summary>The epoch that runs.</summary>
    public ulong CurrentEpoch(Address vault) => _vault[vault].EpochAt(Now);

    /// <summary>The collateral that gives voting power, and its shares.</summary>
    public SharePool Active(Address vault) => new(ActiveStake(vault), ActiveShares(vault));

    /// <summary>The collateral that gives voting power, in its smallest unit.</summary>
    public UInt256 ActiveStake(Address vault) => _activeStake.Latest(vault, UInt256.Zero);

    /// <summary>The same at the end of a second.</summary>
    public UInt256 ActiveStakeAt(Address vault, ulong second) => _activeStake.At(vault, second, UInt256.Zero);

    internal IEnumerable<ulong> ActiveStakeChanges(Address vault, ulong after, ulong until) =>
        _activeStake.Moments(vault, after, until);

    /// <summary>The shares of the active stake.</summary>
    public UInt256 ActiveShares(Address vault) => _activeShares.Latest(vault, UInt256.Zero);

    /// <summary>The same at the end of a second.</summary>
    public UInt256 ActiveSharesAt(Address vault, ulong second) =>
        _activeShares.At(vault, second, UInt256.Zero);

    /// <summary>An account's shares of the active stake.</summary>
    public UInt256 ActiveSharesOf(Address vault, Address account) =>
        _activeSharesOf.Latest(new(vault, account), UInt256.Zero);

    /// <summary>The same at the end of a second.</summary>
    public UInt256 ActiveSharesOfAt(Address vault, Address account, ulong second) =>
        _activeSharesOf.At(new(vault, account), second, UInt256.Zero);

    /// <summary>What an account's shares are worth, rounded down.</summary>
    public UInt256 ActiveBalanceOf(Address vault, Address account) =>
        Active(vault).ToAssetsDown(ActiveSharesOf(vault, account));

    /// <summary>The same at the end of a second.</summary>
    public UInt256 ActiveBalanceOfAt(Address vault, Address account, ulong second)
    {
        SharePool active = new(ActiveStakeAt(vault, second), ActiveSharesAt(vault, second));
        return active.ToAssetsDown(ActiveSharesOfAt(vault, account, second));
    }

    /// <summary>What can be claimed when an epoch is over, and its shares.</summary>
    public SharePool Withdrawals(Address vault, ulong epoch) => _bucket[new(vault, epoch)].Pool;

    /// <summary>An account's shares of what can be claimed when an epoch is over.</summary>
    public UInt256 WithdrawalSharesOf(Address vault, ulong epoch, Address account) =>
        _bucketSharesOf[new(new(vault, epoch), account)];

    /// <summary>What they are worth, rounded down; the same after it was claimed.</summary>
    public UInt256 WithdrawalsOf(Address vault, ulong epoch, Address account) =>
        Withdrawals(vault, epoch).ToAssetsDown(WithdrawalSharesOf(vault, epoch, account));

    /// <summary>Whether an account has claimed what it had in an epoch.</summary>
    public bool IsClaimed(Address vault, ulong epoch, Address account) =>
        _isClaimed[new(new(vault, epoch), account)];

    /// <summary>All that a slash can reach: the active stake and two buckets.</summary>
    public UInt256 TotalStake(Address vault)
    {
        ulong epoch = CurrentEpoch(vault);
        return ActiveStake(vault) + Withdrawals(vault, epoch).Assets + Withdrawals(vault, epoch + 1).Assets;
    }

    /// <summary>What a slash at a second could take if the capture is of that epoch, or of the one
    /// before.</summary>
    internal UInt256 InReach(Address address, ulong captureTimestamp, ulong second)
    {
        Vault vault = _vault[address];
        ulong epoch = vault.EpochAt(second);
        UInt256 reach = ActiveStake(address) + Withdrawals(address, epoch + 1).Assets;
        return captureTimestamp < vault.StartOf(epoch)
            ? reach + Withdrawals(address, epoch).Assets
            : reach;
    }

    /// <summary>What an account has in reach of a slash.</summary>
    public UInt256 SlashableBalanceOf(Address vault, Address account)
    {
        ulong epoch = CurrentEpoch(vault);
        return ActiveBalanceOf(vault, account)
            + WithdrawalsOf(vault, epoch, account)
            + WithdrawalsOf(vault, epoch + 1, account);
    }
}
