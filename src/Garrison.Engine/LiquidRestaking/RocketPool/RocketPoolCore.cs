using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.RocketPool;

/// <summary>Rocket Pool: rETH at the rate that members voted, a pool of deposits, and nodes' bonds.</summary>
/// <remarks>
/// Whoever leaves is paid at once out of what rETH and the pool have to spare, or is refused: there is no
/// queue. Between two updates the rate stands still, whatever happens to validators. Source:
/// <c>RocketTokenRETH.sol</c>, <c>RocketNetworkBalances.sol</c>, <c>RocketDepositPool.sol</c>.
/// </remarks>
public sealed partial class RocketPoolCore
{
    private static readonly UInt256 _minimumBond = Wad.Scale * 4UL;
    private static readonly UInt256 _validatorSize = Wad.Scale * 32UL;

    private readonly Store _store;
    private readonly Clock _clock;
    private readonly Ledger _ledger;
    private readonly Cell<RocketPoolDeployment> _deployment;
    private readonly Cell<RocketPoolSettings> _settings;
    private readonly Cell<RocketPoolBalances> _balances;
    private readonly OrderedSet<Everyone, Address> _members;
    private readonly Table<Submission, UInt256> _votes;
    private readonly Table<Vote, bool> _hasVoted;
    private readonly Table<ulong, RocketPoolValidator> _validator;
    private readonly Cell<Queue> _queue;

    internal RocketPoolCore(Store store, Clock clock, Ledger ledger)
    {
        _store = store;
        _clock = clock;
        _ledger = ledger;
        _deployment = store.Cell<RocketPoolDeployment>();
        _settings = store.Cell<RocketPoolSettings>();
        _balances = store.Cell<RocketPoolBalances>();
        _members = new OrderedSet<Everyone, Address>(store);
        _votes = store.Table<Submission, UInt256>();
        _hasVoted = store.Table<Vote, bool>();
        _validator = store.Table<ulong, RocketPoolValidator>();
        _queue = store.Cell<Queue>();
    }

    internal Refusal? Deploy(RocketPoolDeployment deployment)
    {
        if (!Token.IsZero) return RocketPoolRefusals.AlreadyDeployed;

        _deployment.Set(deployment);
        _settings.Set(RocketPoolSettings.Mainnet);
        return null;
    }

    internal Refusal? Set(Address sender, RocketPoolSettings settings)
    {
        if (sender != _deployment.Value.Admin) return RocketPoolRefusals.NotAdmin;

        _settings.Set(settings);
        return null;
    }

    internal Refusal? AddMember(Address sender, Address member)
    {
        if (sender != _deployment.Value.Admin) return RocketPoolRefusals.NotAdmin;

        _ = _members.Add(default, member);
        return null;
    }

    /// <summary>Counts a vote; with enough of them the balances are taken, unless they move too much or too
    /// soon, which refuses the deciding vote.</summary>
    internal Refusal? Submit(Address sender, ulong block, UInt256 total, UInt256 staking, UInt256 supply)
    {
        if (!_members.Contains(default, sender)) return RocketPoolRefusals.NotTrusted;
        if (block >= _clock.Block) return RocketPoolRefusals.FutureBlock;
        if (block < Balances.Block) return RocketPoolRefusals.OldBlock;

        Submission submission = new(block, total, staking, supply);
        if (_hasVoted[new Vote(sender, submission)]) return RocketPoolRefusals.Duplicate;

        _hasVoted[new Vote(sender, submission)] = true;
        UInt256 votes = _votes[submission] + UInt256.One;
        _votes[submission] = votes;
        _store.Emit(new RocketBalancesSubmitted(Token, sender, block, total, staking, supply));
        if (block == Balances.Block) return null;

        UInt256 share = (Wad.Scale * votes).DivDown((UInt256)(ulong)_members.Count(default));
        return share < Settings.Consensus ? null : Update(submission);
    }

    internal Refusal? Deposit(Address sender, UInt256 value)
    {
        if (_ledger.Transfer(Ledger.Ether, sender, Vault, value) is { } unpaid) return unpaid;
        if (value < Settings.MinimumDeposit) return RocketPoolRefusals.DepositTooSmall;
        if (PoolEther > Settings.MaximumPoolSize + RequestedEther) return RocketPoolRefusals.PoolIsFull;

        UInt256 fee = (value * Settings.DepositFee).DivDown(Wad.Scale);
        if (Mint(sender, value - fee) is { } refusal) return refusal;

        _store.Emit(new RocketDepositReceived(Vault, sender, value, _clock.Seconds));
        return Process(value);
    }

    internal Refusal? Burn(Address sender, UInt256 amount)
    {
        if (amount.IsZero) return RocketPoolRefusals.InvalidBurn;
        if (_ledger.Balance(Token, sender) < amount) return RocketPoolRefusals.InsufficientReth;

        UInt256 ether = ToEtherDown(amount);
        if (Collateral < ether) return RocketPoolRefusals.InsufficientEther;
        if (_ledger.Burn(Token, sender, amount) is { } refusal) return refusal;

        UInt256 missing = ether.SaturatingSub(_ledger.Balance(Ledger.Ether, Token));
        if (!missing.IsZero)
        {
            if (_ledger.Transfer(Ledger.Ether, Vault, Token, missing) is { } empty) return empty;

            _store.Emit(new RocketEtherDeposited(Token, Vault, missing, _clock.Seconds));
            _store.Emit(new RocketExcessWithdrawn(Vault, Token, missing, _clock.Seconds));
        }

        if (_ledger.Send(Ledger.Ether, Token, sender, ether) is { } unsent) return unsent;

        _store.Emit(new RocketTokensBurned(Token, sender, amount, ether, _clock.Seconds));
        return null;
    }

    /// <summary>Puts a bond into the pool and asks for a validator's 32 ether.</summary>
    internal Refusal? DepositBond(Address node, UInt256 bond)
    {
        if (bond < _minimumBond || bond >= _validatorSize) return RocketPoolRefusals.InvalidBond;
        if (_ledger.Transfer(Ledger.Ether, node, Vault, bond) is { } unpaid) return unpaid;

        Queue queue = _queue.Value;
        _validator[queue.Last] = new RocketPoolValidator(node, bond, IsStaking: false);
        _queue.Set(queue with { Last = queue.Last + 1 });
        return Assign();
    }

    /// <summary>Pays out what is left of a validator: users' part first, so that the bond loses
    /// first.</summary>
    internal Refusal? Exit(ulong id, UInt256 balance)
    {
        RocketPoolValidator validator = _validator[id];
        if (!validator.IsStaking) return RocketPoolRefusals.NotStaking;

        UInt256 ofUsers = UInt256.Min(balance, _validatorSize - validator.Bond);
        _validator[id] = validator with { IsStaking = false };
        _store.Emit(new RocketEtherDeposited(Token, validator.Node, ofUsers, _clock.Seconds));
        return _ledger.Mint(Ledger.Ether, Token, ofUsers)
            ?? _ledger.Mint(Ledger.Ether, validator.Node, balance - ofUsers);
    }

    private Refusal? Update(in Submission next)
    {
        RocketPoolBalances now = Balances;
        ulong earliest = now.Timestamp + (Settings.UpdatePeriod * 95 / 100);
        if (_clock.Seconds < earliest) return RocketPoolRefusals.TooSoon;

        if (!now.TotalEther.IsZero)
        {
            UInt256 rate = (Wad.Scale * now.TotalEther).DivDown(now.Supply);
            UInt256 nextRate = (Wad.Scale * next.TotalEther).DivDown(next.Supply);
            UInt256 most = (rate * Settings.MaxRateChange).DivDown(Wad.Scale);
            if (rate.AbsoluteDifference(nextRate) > most) return RocketPoolRefusals.TooMuch;
        }

        _balances.Set(new RocketPoolBalances(
            next.Block, _clock.Seconds, next.TotalEther, next.StakingEther, next.Supply));
        _store.Emit(new RocketBalancesUpdated(
            Token, next.Block, next.TotalEther, next.StakingEther, next.Supply, _clock.Seconds));
        return null;
    }

    private Refusal? Mint(Address to, UInt256 ether)
    {
        if (!Balances.Supply.IsZero && Balances.TotalEther.IsZero) return RocketPoolRefusals.NoBalance;

        UInt256 amount = ToTokensDown(ether);
        if (amount.IsZero) return RocketPoolRefusals.InvalidMint;
        if (_ledger.Mint(Token, to, amount) is { } refusal) return refusal;

        _store.Emit(new RocketTokensMinted(Token, to, amount, ether, _clock.Seconds));
        return null;
    }

    // rETH is filled up first, then waiting nodes get theirs.
    private Refusal? Process(UInt256 value)
    {
        UInt256 target = (Balances.TotalEther * Settings.TargetCollateral).DivDown(Wad.Scale);
        UInt256 part = UInt256.Min(value, target.SaturatingSub(_ledger.Balance(Ledger.Ether, Token)));
        if (!part.IsZero)
        {
            if (_ledger.Transfer(Ledger.Ether, Vault, Token, part) is { } empty) return empty;

            _store.Emit(new RocketEtherDeposited(Token, Vault, part, _clock.Seconds));
        }

        return Assign();
    }

    private Refusal? Assign()
    {
        while (_queue.Value.First < _queue.Value.Last && PoolEther >= _validatorSize)
        {
            Queue queue = _queue.Value;
            RocketPoolValidator validator = _validator[queue.First];
            if (_ledger.Burn(Ledger.Ether, Vault, _validatorSize) is { } empty) return empty;

            _validator[queue.First] = validator with { IsStaking = true };
            _queue.Set(queue with { First = queue.First + 1 });
            _store.Emit(new RocketFundsAssigned(Vault, validator.Node, _validatorSize, _clock.Seconds));
        }

        return null;
    }

    private readonly record struct Submission(
        ulong Block, UInt256 TotalEther, UInt256 StakingEther, UInt256 Supply);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Vote(Address Member, Submission Submission);

    private readonly record struct Queue(ulong First, ulong Last);
}
