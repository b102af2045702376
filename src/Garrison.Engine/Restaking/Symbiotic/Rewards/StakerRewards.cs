using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.Rewards;

/// <summary>Rewards that a network pays to those who held a vault's active stake at a second.</summary>
/// <remarks>
/// Source: <c>DefaultStakerRewards.sol</c>, version 2 as published in <c>@symbioticfi/rewards</c> 2.0.0. The
/// contract keeps the shares of a second that was rewarded; here the vault is asked again, since what it says
/// of the past never changes.
/// </remarks>
public sealed class StakerRewards
{
    private readonly Store _store;
    private readonly SymbioticCore _core;
    private readonly Table<Address, StakerRewardsTerms> _terms;
    private readonly Fifo<RewardStream, RewardDistribution> _rewards;
    private readonly Table<StreamAccount, int> _lastUnclaimed;
    private readonly Table<ContractToken, UInt256> _adminFee;

    internal StakerRewards(Store store, SymbioticCore core)
    {
        _store = store;
        _core = core;
        _terms = store.Table<Address, StakerRewardsTerms>();
        _rewards = new(store);
        _lastUnclaimed = store.Table<StreamAccount, int>();
        _adminFee = store.Table<ContractToken, UInt256>();
    }

    /// <summary>Takes the fees.</summary>
    public static Hash32 AdminFeeClaimRole { get; } = Keccak.HashText("ADMIN_FEE_CLAIM_ROLE");

    /// <summary>Says what the fee is.</summary>
    public static Hash32 AdminFeeSetRole { get; } = Keccak.HashText("ADMIN_FEE_SET_ROLE");

    /// <summary>What a contract is for, and its fee; without a vault when there is none.</summary>
    public StakerRewardsTerms Of(Address contract) => _terms[contract];

    /// <summary>How many rewards a network has paid in a token.</summary>
    public int RewardCount(Address contract, Address token, Address network) =>
        _rewards.Count(new(contract, token, network));

    /// <summary>A reward, by its number from 0 to below <see cref="RewardCount"/>.</summary>
    public RewardDistribution RewardOf(Address contract, Address token, Address network, int index) =>
        _rewards.At(new(contract, token, network), index);

    /// <summary>The number of the first reward that an account has not claimed.</summary>
    public int LastUnclaimedReward(Address contract, Address token, Address network, Address account) =>
        _lastUnclaimed[new(new(contract, token, network), account)];

    /// <summary>Fees in a token that wait to be claimed.</summary>
    public UInt256 ClaimableAdminFee(Address contract, Address token) => _adminFee[new(contract, token)];

    /// <summary>What an account can claim of a network's next rewards in a token, each rounded down for those
    /// who stay.</summary>
    public UInt256 Claimable(
        Address contract, Address token, Address network, Address account, UInt256 rewardsMax)
    {
        RewardStream stream = new(contract, token, network);
        int first = _lastUnclaimed[new(stream, account)];
        return SumDown(stream, account, first, first + CountUnclaimed(stream, first, rewardsMax));
    }

    internal Refusal? Deploy(Address factory, Address contract, StakerRewardsParameters parameters)
    {
        if (!_terms[contract].Vault.IsZero) return SymbioticRefusals.AlreadyDeployed;
        if (!_core.Vaults.Exists(parameters.Vault)) return RewardsRefusals.NotVault;
        if (!CanBeSet(parameters)) return SymbioticRefusals.MissingRoles;
        if (_core.Take(contract) is { } taken) return taken;

        _terms[contract] = new StakerRewardsTerms(parameters.Vault, default);
        _store.Emit(new RewardsVaultInitialized(contract, parameters.Vault));
        if (SetFee(contract, parameters.AdminFeeBps) is { } refusal) return refusal;

        _core.Roles.GrantTo(parameters.DefaultAdmin, contract, Roles.DefaultAdmin, factory);
        _core.Roles.GrantTo(parameters.AdminFeeClaimer, contract, AdminFeeClaimRole, factory);
        _core.Roles.GrantTo(parameters.AdminFeeSetter, contract, AdminFeeSetRole, factory);
        return null;
    }

    internal Refusal? Distribute(DistributeStakerRewards command)
    {
        Address contract = command.Rewards;
        StakerRewardsTerms terms = _terms[contract];
        if (terms.Vault.IsZero || !Uint48.Holds(command.Timestamp)) return SymbioticRefusals.EmptyRevert;
        if (_core.Middleware.Check(command.Sender, command.Network) is { } stranger) return stranger;
        if (command.Timestamp >= _core.Clock.Seconds) return RewardsRefusals.InvalidRewardTimestamp;
        if (command.AdminFeeMaxBps < terms.AdminFee.Raw) return RewardsRefusals.HighAdminFee;
        if (_core.Vaults.ActiveSharesAt(terms.Vault, command.Timestamp).IsZero
            || _core.Vaults.ActiveStakeAt(terms.Vault, command.Timestamp).IsZero)
        {
            return RewardsRefusals.InvalidRewardTimestamp;
        }

        UInt256 before = _core.Ledger.Balance(command.Token, contract);
        if (_core.Ledger.Transfer(command.Token, command.Sender, contract, command.Amount) is { } shortfall)
        {
            return shortfall;
        }

        UInt256 come = _core.Ledger.Balance(command.Token, contract) - before;
        if (come.IsZero) return RewardsRefusals.InsufficientReward;

        // Rounded down for the holders.
        UInt256 fee = terms.AdminFee.MulDown(come);
        UInt256 rest = come - fee;
        _adminFee[new(contract, command.Token)] += fee;
        if (!rest.IsZero)
        {
            RewardStream stream = new(contract, command.Token, command.Network);
            _rewards.Push(stream, new RewardDistribution(rest, command.Timestamp));
        }

        _store.Emit(new StakerRewardsDistributed(
            contract, command.Network, command.Token, rest, fee, command.Timestamp));
        return null;
    }

    internal Refusal? Claim(ClaimStakerRewards command)
    {
        Address contract = command.Rewards;
        if (_terms[contract].Vault.IsZero) return SymbioticRefusals.EmptyRevert;
        if (command.Recipient.IsZero) return SymbioticRefusals.InvalidRecipient;

        RewardStream stream = new(contract, command.Token, command.Network);
        StreamAccount key = new(stream, command.Sender);
        int first = _lastUnclaimed[key];
        int count = CountUnclaimed(stream, first, command.RewardsMax);
        if (count == 0) return RewardsRefusals.NoRewardsToClaim;

        UInt256 amount = SumDown(stream, command.Sender, first, first + count);
        _lastUnclaimed[key] = first + count;
        if (!amount.IsZero
            && _core.Ledger.Transfer(command.Token, contract, command.Recipient, amount) is { } shortfall)
        {
            return shortfall;
        }

        _store.Emit(new StakerRewardsClaimed(
            contract, command.Network, command.Token, command.Sender, amount, command.Recipient));
        _store.Emit(new StakerRewardsClaimedExtra(
            contract, command.Network, command.Token, command.Sender, (ulong)first, (ulong)count));
        return null;
    }

    internal Refusal? ClaimAdminFee(Address sender, Address contract, Address recipient, Address token)
    {
        if (_core.Roles.Check(contract, AdminFeeClaimRole, sender) is { } stranger) return stranger;

        UInt256 fee = ClaimableAdminFee(contract, token);
        if (fee.IsZero) return RewardsRefusals.InsufficientAdminFee;

        _adminFee[new(contract, token)] = UInt256.Zero;
        if (_core.Ledger.Transfer(token, contract, recipient, fee) is { } shortfall) return shortfall;

        // The contract says the token where its event says the recipient.
        _store.Emit(new AdminFeeClaimed(contract, token, fee));
        return null;
    }

    internal Refusal? SetAdminFee(Address sender, Address contract, UInt256 feeBps)
    {
        if (_core.Roles.Check(contract, AdminFeeSetRole, sender) is { } stranger) return stranger;
        if (_terms[contract].AdminFee.Raw == feeBps) return SymbioticRefusals.AlreadySet;

        return SetFee(contract, feeBps);
    }

    private Refusal? SetFee(Address contract, UInt256 feeBps)
    {
        Bps fee = new(feeBps);
        if (fee > Bps.One) return RewardsRefusals.InvalidAdminFee;

        _terms[contract] = _terms[contract] with { AdminFee = fee };
        _store.Emit(new AdminFeeSet(contract, feeBps));
        return null;
    }

    private int CountUnclaimed(in RewardStream stream, int first, UInt256 rewardsMax)
    {
        int unclaimed = _rewards.Count(stream) - first;
        return rewardsMax < (ulong)unclaimed ? (int)rewardsMax.ToUInt64() : unclaimed;
    }

    private UInt256 SumDown(in RewardStream stream, Address account, int from, int to)
    {
        Address vault = _terms[stream.Contract].Vault;
        UInt256 sum = UInt256.Zero;
        for (int i = from; i < to; i++)
        {
            (UInt256 amount, ulong second) = _rewards.At(stream, i);
            sum += UInt256.MulDivDown(
                _core.Vaults.ActiveSharesOfAt(vault, account, second),
                amount,
                _core.Vaults.ActiveSharesAt(vault, second));
        }

        return sum;
    }

    // Without an admin, a fee must be of use to someone, and who could set or take one needs the other.
    private static bool CanBeSet(StakerRewardsParameters parameters)
    {
        if (!parameters.DefaultAdmin.IsZero) return true;

        return parameters.AdminFeeBps.IsZero
            ? parameters.AdminFeeClaimer.IsZero == parameters.AdminFeeSetter.IsZero
            : !parameters.AdminFeeClaimer.IsZero;
    }
}
