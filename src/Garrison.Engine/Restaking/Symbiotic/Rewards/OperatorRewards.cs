using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.Rewards;

/// <summary>Rewards that a network pays to whom it likes, by the root of a tree of all that each has
/// earned.</summary>
/// <remarks>
/// Source: <c>DefaultOperatorRewards.sol</c> as published in <c>@symbioticfi/rewards</c> 2.0.0. A leaf says
/// what an account has earned since the beginning, so a root replaces all before it.
/// </remarks>
public sealed class OperatorRewards
{
    private readonly Store _store;
    private readonly SymbioticCore _core;
    private readonly Table<Address, bool> _isDeployed;
    private readonly Table<RewardStream, Hash32> _root;
    private readonly Table<RewardStream, UInt256> _balance;
    private readonly Table<StreamAccount, UInt256> _claimed;

    internal OperatorRewards(Store store, SymbioticCore core)
    {
        _store = store;
        _core = core;
        _isDeployed = store.Table<Address, bool>();
        _root = store.Table<RewardStream, Hash32>();
        _balance = store.Table<RewardStream, UInt256>();
        _claimed = store.Table<StreamAccount, UInt256>();
    }

    /// <summary>The root that a network's claims in a token are proved against; zero for none.</summary>
    public Hash32 RootOf(Address contract, Address network, Address token) =>
        _root[new(contract, token, network)];

    /// <summary>What a network has paid in a token and nobody has claimed, in the token's smallest
    /// unit.</summary>
    public UInt256 BalanceOf(Address contract, Address network, Address token) =>
        _balance[new(contract, token, network)];

    /// <summary>All that an account has claimed from a network in a token.</summary>
    public UInt256 ClaimedBy(Address contract, Address network, Address token, Address account) =>
        _claimed[new(new(contract, token, network), account)];

    internal Refusal? Deploy(Address contract)
    {
        if (_isDeployed[contract]) return SymbioticRefusals.AlreadyDeployed;

        _isDeployed[contract] = true;
        return null;
    }

    internal Refusal? Distribute(DistributeOperatorRewards command)
    {
        (Address contract, Address token) = (command.Rewards, command.Token);
        if (!_isDeployed[contract]) return SymbioticRefusals.EmptyRevert;
        if (_core.Middleware.Check(command.Sender, command.Network) is { } stranger) return stranger;

        RewardStream stream = new(contract, token, command.Network);
        UInt256 come = UInt256.Zero;
        if (!command.Amount.IsZero)
        {
            UInt256 before = _core.Ledger.Balance(token, contract);
            if (_core.Ledger.Transfer(token, command.Sender, contract, command.Amount) is { } shortfall)
            {
                return shortfall;
            }

            come = _core.Ledger.Balance(token, contract) - before;
            if (come.IsZero) return RewardsRefusals.InsufficientTransfer;
        }

        _balance[stream] += come;
        _root[stream] = command.Root;
        _store.Emit(new OperatorRewardsDistributed(contract, command.Network, token, come, command.Root));
        return null;
    }

    internal Refusal? Claim(ClaimOperatorRewards command)
    {
        (Address contract, Address token) = (command.Rewards, command.Token);
        if (!_isDeployed[contract]) return SymbioticRefusals.EmptyRevert;

        RewardStream stream = new(contract, token, command.Network);
        StreamAccount key = new(stream, command.Sender);
        Hash32 root = _root[stream];
        if (root == default) return RewardsRefusals.RootNotSet;

        Hash32 leaf = SortedMerkleProof.Leaf(command.Sender, command.TotalClaimable);
        if (!SortedMerkleProof.IsIn(root, leaf, command.Proof)) return RewardsRefusals.InvalidProof;
        if (command.TotalClaimable <= _claimed[key]) return RewardsRefusals.InsufficientTotalClaimable;

        UInt256 amount = command.TotalClaimable - _claimed[key];
        if (amount > _balance[stream]) return RewardsRefusals.InsufficientBalance;

        _balance[stream] -= amount;
        _claimed[key] = command.TotalClaimable;
        if (_core.Ledger.Transfer(token, contract, command.Recipient, amount) is { } refusal) return refusal;

        _store.Emit(new OperatorRewardsClaimed(
            contract, command.Recipient, command.Network, token, command.Sender, amount));
        return null;
    }
}
