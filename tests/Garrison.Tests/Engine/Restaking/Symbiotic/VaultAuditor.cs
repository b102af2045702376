using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>A second opinion on vaults: books kept from events alone, which must agree with the
/// views.</summary>
/// <param name="opening">The world as it was when the books were opened, before there was a vault.</param>
/// <param name="start">The second at which every epoch 0 begins.</param>
internal sealed class VaultAuditor(World opening, ulong start)
{
    private const ulong EpochSeconds = 100;

    private readonly Dictionary<(Address Token, Address Holder), UInt256> _balances = [];
    private readonly Dictionary<Address, UInt256> _active = [];
    private readonly Dictionary<Address, UInt256> _shares = [];
    private readonly Dictionary<(Address Vault, Address Account), UInt256> _sharesOf = [];
    private readonly Dictionary<(Address Vault, ulong Epoch), UInt256> _bucket = [];
    private readonly Dictionary<(Address Vault, ulong Epoch), UInt256> _bucketShares = [];
    private readonly Dictionary<(Address Vault, ulong Epoch, Address Account), UInt256> _bucketSharesOf = [];
    private readonly HashSet<(Address Vault, ulong Epoch, Address Account)> _claimed = [];
    private string? _fault;

    /// <summary>Books the facts of a command that was executed at a second.</summary>
    public void Book(IEnumerable<Event> facts, ulong second)
    {
        ulong epoch = (second - start) / EpochSeconds;
        foreach (Event fact in facts)
        {
            switch (fact)
            {
                case Transferred t:
                    BookTransfer(t);
                    break;
                case VaultDeposited d:
                    Give(_active, d.Contract, d.Amount);
                    Give(_shares, d.Contract, d.Shares);
                    Give(_sharesOf, (d.Contract, d.OnBehalfOf), d.Shares);
                    break;
                case VaultWithdrawn w:
                    BookWithdrawal(w, epoch + 1);
                    break;
                case VaultClaimed c:
                    BookClaims(c.Contract, c.Claimer, [c.Epoch], c.Amount, epoch);
                    break;
                case VaultBatchClaimed c:
                    BookClaims(c.Contract, c.Claimer, c.Epochs, c.Amount, epoch);
                    break;
                case VaultSlashed s:
                    BookSlash(s, epoch, (s.CaptureTimestamp - start) / EpochSeconds);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The first figure on which the books and the engine differ, or null.</summary>
    public string? Fault(World world)
    {
        Vaults vaults = world.Symbiotic.Vaults;
        return _fault
            ?? Books.Differ("balance", _balances, k => vaults.Exists(k.Token)
                ? vaults.ActiveSharesOf(k.Token, k.Holder)
                : world.Ledger.Balance(k.Token, k.Holder))
            ?? Books.Differ("active stake", _active, vaults.ActiveStake)
            ?? Books.Differ("active shares", _shares, vaults.ActiveShares)
            ?? Books.Differ("shares", _sharesOf, k => vaults.ActiveSharesOf(k.Vault, k.Account))
            ?? Books.Differ("bucket", _bucket, k => vaults.Withdrawals(k.Vault, k.Epoch).Assets)
            ?? Books.Differ("bucket shares", _bucketShares, k => vaults.Withdrawals(k.Vault, k.Epoch).Shares)
            ?? Books.Differ("shares of a bucket", _bucketSharesOf, k => vaults.WithdrawalSharesOf(
                k.Vault, k.Epoch, k.Account));
    }

    private void BookTransfer(Transferred transfer)
    {
        bool isOfShares = _active.ContainsKey(transfer.Contract);
        foreach (Address holder in new[] { transfer.From, transfer.To })
        {
            _ = _balances.TryAdd(
                (transfer.Contract, holder), opening.Ledger.Balance(transfer.Contract, holder));
        }

        if (!transfer.From.IsZero) Take(_balances, (transfer.Contract, transfer.From), transfer.Value);
        if (!transfer.To.IsZero) Give(_balances, (transfer.Contract, transfer.To), transfer.Value);
        if (isOfShares && !transfer.From.IsZero && !transfer.To.IsZero)
        {
            Take(_sharesOf, (transfer.Contract, transfer.From), transfer.Value);
            Give(_sharesOf, (transfer.Contract, transfer.To), transfer.Value);
        }
    }

    private void BookWithdrawal(VaultWithdrawn withdrawal, ulong epoch)
    {
        Address vault = withdrawal.Contract;
        Take(_active, vault, withdrawal.Amount);
        Take(_shares, vault, withdrawal.BurnedShares);
        Take(_sharesOf, (vault, withdrawal.Withdrawer), withdrawal.BurnedShares);
        Give(_bucket, (vault, epoch), withdrawal.Amount);
        Give(_bucketShares, (vault, epoch), withdrawal.MintedShares);
        Give(_bucketSharesOf, (vault, epoch, withdrawal.Claimer), withdrawal.MintedShares);
    }

    private void BookClaims(
        Address vault, Address claimer, IReadOnlyList<UInt256> epochs, UInt256 amount, ulong current)
    {
        UInt256 due = UInt256.Zero;
        foreach (ulong epoch in epochs.Select(static epoch => epoch.ToUInt64()))
        {
            due += UInt256.MulDivDown(
                _bucketSharesOf.GetValueOrDefault((vault, epoch, claimer)),
                _bucket.GetValueOrDefault((vault, epoch)) + UInt256.One,
                _bucketShares.GetValueOrDefault((vault, epoch)) + UInt256.One);
            if (epoch >= current) _fault = $"claimed of epoch {epoch} in {current}";
            if (!_claimed.Add((vault, epoch, claimer))) _fault = $"claimed of epoch {epoch} twice";
        }

        if (due != amount) _fault = $"claimed {amount} where {due} is due";
    }

    // What is slashed is shared in proportion by all that was stake at the capture: active stake, and what
    // left since.
    private void BookSlash(VaultSlashed slash, ulong current, ulong captured)
    {
        Address vault = slash.Contract;
        UInt256 active = _active.GetValueOrDefault(vault);
        UInt256 next = _bucket.GetValueOrDefault((vault, current + 1));
        UInt256 older = captured == current ? UInt256.Zero : _bucket.GetValueOrDefault((vault, current));
        UInt256 all = active + next + older;
        UInt256 slashed = UInt256.Min(slash.Amount, all);
        if (slashed != slash.SlashedAmount) _fault = $"slashed {slash.SlashedAmount} where {slashed} is due";
        if (slashed.IsZero) return;

        UInt256 fromActive = UInt256.MulDivDown(slashed, active, all);
        UInt256 fromOlder = captured == current
            ? UInt256.Zero
            : UInt256.Min(older, slashed - fromActive - UInt256.MulDivDown(slashed, next, all));
        Take(_active, vault, fromActive);
        Take(_bucket, (vault, current), fromOlder);
        Take(_bucket, (vault, current + 1), slashed - fromActive - fromOlder);
    }

    private static void Give<TKey>(Dictionary<TKey, UInt256> books, TKey key, UInt256 amount)
        where TKey : notnull => Books.Give(books, key, amount);

    private static void Take<TKey>(Dictionary<TKey, UInt256> books, TKey key, UInt256 amount)
        where TKey : notnull => Books.Take(books, key, amount);
}

/// <summary>Figures by key, and how they are compared with views.</summary>
internal static class Books
{
    /// <summary>The first figure that differs from what a view reads, or null.</summary>
    public static string? Differ<TKey, TValue>(
        string what, Dictionary<TKey, TValue> books, Func<TKey, TValue> view)
        where TKey : notnull
    {
        foreach ((TKey key, TValue value) in books)
        {
            TValue seen = view(key);
            if (!Equals(seen, value)) return $"{what} of {key}: events say {value}, the view {seen}";
        }

        return null;
    }

    public static void Give<TKey>(Dictionary<TKey, UInt256> books, TKey key, UInt256 amount)
        where TKey : notnull => books[key] = books.GetValueOrDefault(key) + amount;

    public static void Take<TKey>(Dictionary<TKey, UInt256> books, TKey key, UInt256 amount)
        where TKey : notnull => books[key] = books.GetValueOrDefault(key) - amount;
}
