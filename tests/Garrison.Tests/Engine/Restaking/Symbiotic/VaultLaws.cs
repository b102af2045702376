using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.Symbiotic.Market;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>What holds of vaults after every command, each law a sentence.</summary>
internal sealed class VaultLaws(World world)
{
    private readonly Dictionary<Address, UInt256> _deposited = [];
    private readonly Dictionary<Address, UInt256> _given = [];
    private readonly Dictionary<Address, UInt256> _claimed = [];
    private readonly Dictionary<Address, UInt256> _slashed = [];
    private readonly Vaults _vaults = world.Symbiotic.Vaults;

    /// <summary>Books what went in and out with a command.</summary>
    public void Book(Command command, IEnumerable<Event> facts)
    {
        if (command is Transfer gift) Books.Give(_given, gift.To, gift.Amount);

        foreach (Event fact in facts)
        {
            switch (fact)
            {
                case VaultDeposited d:
                    Books.Give(_deposited, d.Contract, d.Amount);
                    break;
                case VaultClaimed c:
                    Books.Give(_claimed, c.Contract, c.Amount);
                    break;
                case VaultBatchClaimed c:
                    Books.Give(_claimed, c.Contract, c.Amount);
                    break;
                case VaultSlashed s:
                    Books.Give(_slashed, s.Contract, s.SlashedAmount);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The first law that is broken, or null.</summary>
    public string? Fault()
    {
        (string Law, Func<Address, bool> Holds)[] laws =
        [
            ("what came in is active, leaving or slashed", NothingVanishes),
            ("a vault holds what it owes, and gifts", HoldsWhatItOwes),
            ("the shares of all holders are all shares", SharesSumUp),
            ("holders have all of a pool but dust", OnlyDustIsLost),
            ("a vault can pay all who leave", IsSolvent),
        ];
        return Array.Find(laws, law => !Market.Vaults.Where(_vaults.Exists).All(law.Holds)).Law;
    }

    private bool NothingVanishes(Address vault) =>
        At(_deposited, vault) == _vaults.ActiveStake(vault) + Leaving(vault) + At(_slashed, vault);

    private bool HoldsWhatItOwes(Address vault) =>
        world.Ledger.Balance(_vaults.Of(vault).Collateral, vault) + At(_claimed, vault)
            == _vaults.ActiveStake(vault) + Leaving(vault) + At(_given, vault);

    private bool SharesSumUp(Address vault) =>
        Sum(Stakers.Select(who => _vaults.ActiveSharesOf(vault, who))) == _vaults.ActiveShares(vault)
        && Epochs(vault).All(epoch =>
            Sum(Stakers.Select(who => _vaults.WithdrawalSharesOf(vault, epoch, who)))
                == _vaults.Withdrawals(vault, epoch).Shares);

    // Each holder's part is rounded down, and the virtual share has one as well.
    private bool OnlyDustIsLost(Address vault) =>
        IsDust(_vaults.Active(vault), Stakers.Select(who => _vaults.ActiveBalanceOf(vault, who)))
        && Epochs(vault).All(epoch => IsDust(
            _vaults.Withdrawals(vault, epoch),
            Stakers.Select(who => _vaults.WithdrawalsOf(vault, epoch, who))));

    private static bool IsDust(SharePool pool, IEnumerable<UInt256> parts)
    {
        UInt256 all = Sum(parts);
        UInt256 virtualPart = (pool.Assets + UInt256.One).DivDown(pool.Shares + UInt256.One);
        return all <= pool.Assets && pool.Assets - all <= virtualPart + (ulong)Stakers.Length;
    }

    private bool IsSolvent(Address vault) =>
        _vaults.ActiveStake(vault) + Sum(
            from epoch in Epochs(vault)
            from who in Stakers
            where !_vaults.IsClaimed(vault, epoch, who)
            select _vaults.WithdrawalsOf(vault, epoch, who))
        <= world.Ledger.Balance(_vaults.Of(vault).Collateral, vault);

    private UInt256 Leaving(Address vault) =>
        Sum(Epochs(vault).Select(epoch => _vaults.Withdrawals(vault, epoch).Assets));

    private IEnumerable<ulong> Epochs(Address vault)
    {
        for (ulong epoch = 0; epoch <= _vaults.CurrentEpoch(vault) + 1; epoch++)
        {
            yield return epoch;
        }
    }

    private static UInt256 At(Dictionary<Address, UInt256> books, Address vault) =>
        books.GetValueOrDefault(vault);

    private static UInt256 Sum(IEnumerable<UInt256> parts) =>
        parts.Aggregate(UInt256.Zero, static (sum, part) => sum + part);
}
