using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic;

/// <summary>The vaults: what is deposited, what is leaving, and who shares in either.</summary>
/// <remarks>
/// Source: <c>Vault.sol</c>, <c>VaultTokenized.sol</c>. A withdrawal of epoch k waits in the bucket of epoch
/// k + 1, and can be claimed from the first second of epoch k + 2.
/// </remarks>
public sealed partial class Vaults
{
    private readonly Store _store;
    private readonly SymbioticCore _core;
    private readonly Table<Address, Vault> _vault;
    private readonly OrderedSet<Everyone, Address> _all;
    private readonly Table<VaultAccount, bool> _mayDeposit;
    private readonly History<Address, UInt256> _activeStake;
    private readonly History<Address, UInt256> _activeShares;
    private readonly History<VaultAccount, UInt256> _activeSharesOf;
    private readonly Table<VaultEpoch, Bucket> _bucket;
    private readonly Table<EpochAccount, UInt256> _bucketSharesOf;
    private readonly Table<EpochAccount, bool> _isClaimed;

    internal Vaults(Store store, SymbioticCore core)
    {
        _store = store;
        _core = core;
        _vault = store.Table<Address, Vault>();
        _all = new(store);
        _mayDeposit = store.Table<VaultAccount, bool>();
        _activeStake = new(store);
        _activeShares = new(store);
        _activeSharesOf = new(store);
        _bucket = store.Table<VaultEpoch, Bucket>();
        _bucketSharesOf = store.Table<EpochAccount, UInt256>();
        _isClaimed = store.Table<EpochAccount, bool>();
    }

    private ulong Now => _core.Clock.Seconds;

    internal Refusal? Deposit(Address sender, Address address, Address onBehalfOf, UInt256 amount)
    {
        Vault vault = _vault[address];
        if (!vault.Exists) return SymbioticRefusals.EmptyRevert;
        if (onBehalfOf.IsZero) return SymbioticRefusals.InvalidOnBehalfOf;
        if (vault.HasDepositWhitelist && !MayDeposit(address, sender))
        {
            return SymbioticRefusals.NotWhitelistedDepositor;
        }

        // What arrives may be less than what was sent: a rebasing token moves whole shares.
        UInt256 before = _core.Ledger.Balance(vault.Collateral, address);
        if (_core.Ledger.Transfer(vault.Collateral, sender, address, amount) is { } shortfall)
        {
            return shortfall;
        }

        UInt256 deposited = _core.Ledger.Balance(vault.Collateral, address) - before;
        SharePool active = Active(address);
        if (deposited.IsZero) return SymbioticRefusals.InsufficientDeposit;
        if (vault.HasDepositLimit && active.Assets + deposited > vault.DepositLimit)
        {
            return SymbioticRefusals.DepositLimitReached;
        }

        if (!active.Fits(deposited)) return SymbioticRefusals.MathOverflowedMulDiv;

        UInt256 minted = active.ToSharesDown(deposited);
        SetActive(address, new SharePool(active.Assets + deposited, active.Shares + minted));
        SetActiveSharesOf(address, onBehalfOf, ActiveSharesOf(address, onBehalfOf) + minted);
        _store.Emit(new VaultDeposited(address, sender, onBehalfOf, deposited, minted));
        LogShares(vault, address, Address.Zero, onBehalfOf, minted);
        return null;
    }

    internal Refusal? Withdraw(Address sender, Address address, Address claimer, UInt256 amount)
    {
        Vault vault = _vault[address];
        if (!vault.Exists) return SymbioticRefusals.EmptyRevert;
        if (claimer.IsZero) return SymbioticRefusals.InvalidClaimer;
        if (amount.IsZero) return SymbioticRefusals.InsufficientWithdrawal;

        SharePool active = Active(address);
        if (!active.Fits(amount)) return SymbioticRefusals.MathOverflowedMulDiv;

        UInt256 burned = active.ToSharesUp(amount);
        return burned > ActiveSharesOf(address, sender)
            ? SymbioticRefusals.TooMuchWithdraw
            : Leave(vault, address, sender, claimer, amount, burned);
    }

    internal Refusal? Redeem(Address sender, Address address, Address claimer, UInt256 shares)
    {
        Vault vault = _vault[address];
        if (!vault.Exists) return SymbioticRefusals.EmptyRevert;
        if (claimer.IsZero) return SymbioticRefusals.InvalidClaimer;
        if (shares > ActiveSharesOf(address, sender)) return SymbioticRefusals.TooMuchRedeem;

        UInt256 amount = Active(address).ToAssetsDown(shares);
        return amount.IsZero
            ? SymbioticRefusals.InsufficientRedemption
            : Leave(vault, address, sender, claimer, amount, shares);
    }

    internal Refusal? Claim(Address sender, Address address, Address recipient, UInt256 epoch)
    {
        if (!Exists(address)) return SymbioticRefusals.EmptyRevert;
        if (recipient.IsZero) return SymbioticRefusals.InvalidRecipient;
        if (TakeClaim(sender, address, epoch, out UInt256 amount) is { } refusal) return refusal;

        Address collateral = _vault[address].Collateral;
        if (_core.Ledger.Transfer(collateral, address, recipient, amount) is { } shortfall) return shortfall;

        _store.Emit(new VaultClaimed(address, sender, recipient, epoch, amount));
        return null;
    }

    internal Refusal? ClaimBatch(
        Address sender, Address address, Address recipient, IReadOnlyList<UInt256> epochs)
    {
        if (!Exists(address)) return SymbioticRefusals.EmptyRevert;
        if (recipient.IsZero) return SymbioticRefusals.InvalidRecipient;
        if (epochs.Count == 0) return SymbioticRefusals.InvalidLengthEpochs;

        UInt256 total = UInt256.Zero;
        foreach (UInt256 epoch in epochs)
        {
            if (TakeClaim(sender, address, epoch, out UInt256 amount) is { } refusal) return refusal;

            total += amount;
        }

        Address collateral = _vault[address].Collateral;
        if (_core.Ledger.Transfer(collateral, address, recipient, total) is { } shortfall) return shortfall;

        _store.Emit(new VaultBatchClaimed(address, sender, recipient, epochs, total));
        return null;
    }

    internal Refusal? TransferShares(Address sender, Address address, Address to, UInt256 shares)
    {
        Vault vault = _vault[address];
        if (vault.Kind != VaultKind.Tokenized) return SymbioticRefusals.EmptyRevert;
        if (to.IsZero) return SymbioticRefusals.Erc20InvalidReceiver;

        UInt256 held = ActiveSharesOf(address, sender);
        if (held < shares) return SymbioticRefusals.Erc20InsufficientBalance;

        SetActiveSharesOf(address, sender, held - shares);
        SetActiveSharesOf(address, to, ActiveSharesOf(address, to) + shares);
        LogShares(vault, address, sender, to, shares);
        return null;
    }

    /// <summary>Takes a slash from the active stake and from the buckets that were still stake at the
    /// capture, each in proportion; what rounding leaves falls on the newest bucket that counts.</summary>
    /// <remarks>
    /// Shares stay as they are, so everyone who has some bears the same part, whether there at the capture or
    /// not. A bucket whose holders had left before the capture's epoch is not touched.
    /// </remarks>
    internal Refusal? OnSlash(Address address, UInt256 amount, ulong captureTimestamp)
    {
        Vault vault = _vault[address];
        if (captureTimestamp < vault.FirstEpochStart) return SymbioticRefusals.InvalidTimestamp;

        ulong current = vault.EpochAt(Now);
        ulong captured = vault.EpochAt(captureTimestamp);
        if (captured + 1 < current || captured > current) return SymbioticRefusals.InvalidCaptureEpoch;

        UInt256 slashed = captured == current
            ? SlashSinceThisEpoch(address, current, amount)
            : SlashSinceLastEpoch(address, current, amount);
        if (!slashed.IsZero
            && _core.Ledger.Transfer(vault.Collateral, address, vault.Burner, slashed) is { } shortfall)
        {
            return shortfall;
        }

        _store.Emit(new VaultSlashed(address, amount, captureTimestamp, slashed));
        return null;
    }

    private UInt256 SlashSinceThisEpoch(Address address, ulong current, UInt256 amount)
    {
        SharePool active = Active(address);
        Bucket next = _bucket[new(address, current + 1)];
        UInt256 slashable = active.Assets + next.Assets;
        UInt256 slashed = UInt256.Min(amount, slashable);
        if (slashed.IsZero) return slashed;

        UInt256 fromActive = UInt256.MulDivDown(slashed, active.Assets, slashable);
        _activeStake.Push(address, Now, active.Assets - fromActive);
        TakeFromBucket(address, current + 1, slashed - fromActive);
        return slashed;
    }

    private UInt256 SlashSinceLastEpoch(Address address, ulong current, UInt256 amount)
    {
        SharePool active = Active(address);
        UInt256 leavesThis = _bucket[new(address, current)].Assets;
        UInt256 leavesNext = _bucket[new(address, current + 1)].Assets;
        UInt256 slashable = active.Assets + leavesThis + leavesNext;
        UInt256 slashed = UInt256.Min(amount, slashable);
        if (slashed.IsZero) return slashed;

        UInt256 fromActive = UInt256.MulDivDown(slashed, active.Assets, slashable);
        UInt256 fromNext = UInt256.MulDivDown(slashed, leavesNext, slashable);
        UInt256 rest = slashed - fromActive - fromNext;

        // Both roundings can make the rest larger than the bucket it falls on.
        UInt256 fromThis = UInt256.Min(rest, leavesThis);
        fromNext += rest - fromThis;
        _activeStake.Push(address, Now, active.Assets - fromActive);
        TakeFromBucket(address, current + 1, fromNext);
        TakeFromBucket(address, current, fromThis);
        return slashed;
    }

    private void TakeFromBucket(Address address, ulong epoch, UInt256 amount)
    {
        VaultEpoch key = new(address, epoch);
        Bucket bucket = _bucket[key];
        _bucket[key] = bucket with { Assets = bucket.Assets - amount };
    }

    private Refusal? Leave(
        in Vault vault, Address address, Address sender, Address claimer, UInt256 amount, UInt256 burned)
    {
        SharePool active = Active(address);
        SetActiveSharesOf(address, sender, ActiveSharesOf(address, sender) - burned);
        SetActive(address, new SharePool(active.Assets - amount, active.Shares - burned));

        VaultEpoch next = new(address, vault.EpochAt(Now) + 1);
        EpochAccount holder = new(next, claimer);
        Bucket bucket = _bucket[next];
        if (!bucket.Pool.Fits(amount)) return SymbioticRefusals.MathOverflowedMulDiv;

        UInt256 minted = bucket.Pool.ToSharesDown(amount);
        _bucket[next] = new Bucket(bucket.Assets + amount, bucket.Shares + minted);
        _bucketSharesOf[holder] += minted;
        _store.Emit(new VaultWithdrawn(address, sender, claimer, amount, burned, minted));
        LogShares(vault, address, sender, Address.Zero, burned);
        return null;
    }

    private Refusal? TakeClaim(Address sender, Address address, UInt256 epoch, out UInt256 amount)
    {
        amount = UInt256.Zero;
        if (epoch >= CurrentEpoch(address)) return SymbioticRefusals.InvalidEpoch;

        EpochAccount key = new(new VaultEpoch(address, epoch.ToUInt64()), sender);
        if (_isClaimed[key]) return SymbioticRefusals.AlreadyClaimed;

        amount = WithdrawalsOf(address, epoch.ToUInt64(), sender);
        if (amount.IsZero) return SymbioticRefusals.InsufficientClaim;

        _isClaimed[key] = true;
        return null;
    }

    private void SetActive(Address address, SharePool active)
    {
        _activeStake.Push(address, Now, active.Assets);
        _activeShares.Push(address, Now, active.Shares);
    }

    private void SetActiveSharesOf(Address address, Address account, UInt256 shares) =>
        _activeSharesOf.Push(new(address, account), Now, shares);

    private void LogShares(in Vault vault, Address address, Address from, Address to, UInt256 shares)
    {
        if (vault.Kind == VaultKind.Tokenized) _store.Emit(new Transferred(address, from, to, shares));
    }

    private readonly record struct Bucket(UInt256 Assets, UInt256 Shares)
    {
        public SharePool Pool => new(Assets, Shares);
    }
}
