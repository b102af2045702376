using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine;

/// <summary>Who holds how much of each token. Every token of every protocol is here.</summary>
/// <remarks>
/// <para>
/// A token is a plain ERC-20 unless it was issued as rebasing. The native coin is the token
/// <see cref="Ether"/>; it logs no transfers. An allowance is asked for only where a contract's outcome
/// hangs on it; elsewhere a command that spends is sent by the one who spends.
/// </para>
/// <para>
/// A rebasing token holds shares of a pool. A balance is ⌊shares · pool / all shares⌋, a transfer of an
/// amount moves ⌊amount · all shares / pool⌋ shares, so both round down for the pool, as Lido's stETH does.
/// </para>
/// </remarks>
public sealed partial class Ledger
{
    private static readonly Refusal _exceedsBalance = new("ERC20: transfer amount exceeds balance");
    private static readonly Refusal _insufficientAllowance = new("ERC20: insufficient allowance");
    private static readonly Refusal _burnExceedsBalance = new("ERC20: burn amount exceeds balance");
    private static readonly Refusal _toZero = new("ERC20: transfer to the zero address");
    private static readonly Refusal _mintToZero = new("ERC20: mint to the zero address");
    private static readonly Refusal _poolTokenExceedsBalance = new("ERC20_TRANSFER_EXCEEDS_BALANCE");
    private static readonly Refusal _poolTokenBurnExceedsBalance = new("ERC20_BURN_EXCEEDS_BALANCE");
    private static readonly Refusal _poolTokenToZero = new("ERC20_TRANSFER_TO_ZERO_ADDRESS");
    private static readonly Refusal _insufficientEther = new("InsufficientBalance");
    private static readonly Refusal _notRebasing = new("NotRebasing");
    private static readonly Refusal _alreadyIssued = new("AlreadyIssued");

    private readonly Store _store;
    private readonly Table<Holding, UInt256> _held;
    private readonly Table<Address, UInt256> _total;
    private readonly Table<Address, RebasingPool> _pool;
    private readonly Table<Spending, UInt256> _allowance;
    private readonly Table<Address, bool> _panics;
    private readonly Table<Address, bool> _isPoolToken;
    private readonly Table<Address, bool> _refusesEther;

    internal Ledger(Store store)
    {
        _store = store;
        _held = store.Table<Holding, UInt256>();
        _total = store.Table<Address, UInt256>();
        _pool = store.Table<Address, RebasingPool>();
        _allowance = store.Table<Spending, UInt256>();
        _panics = store.Table<Address, bool>();
        _isPoolToken = store.Table<Address, bool>();
        _refusesEther = store.Table<Address, bool>();
    }

    /// <summary>The native coin, in wei, under the address that wallets and pools use for it.</summary>
    public static Address Ether { get; } = Address.Parse("0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE");

    /// <summary>How much of a token an account holds, in its smallest unit, rounded down.</summary>
    public UInt256 Balance(Address token, Address holder) =>
        ToAmountDown(token, _held[new(token, holder)]);

    /// <summary>How much of a token there is, in its smallest unit.</summary>
    public UInt256 Supply(Address token) =>
        _pool[token] is { IsIssued: true } pool ? pool.Amount : _total[token];

    /// <summary>How much of a token a spender may take from an owner; the greatest number is
    /// endless.</summary>
    public UInt256 Allowance(Address token, Address owner, Address spender) =>
        _allowance[new(token, owner, spender)];

    /// <summary>Whether what a transfer moves is what arrives: a rebasing token moves whole shares.</summary>
    internal bool IsExact(Address token) => !_pool[token].IsIssued;

    internal Refusal? Approve(Address token, Address owner, Address spender, UInt256 amount)
    {
        _allowance[new(token, owner, spender)] = amount;
        _store.Emit(new Approved(token, owner, spender, amount));
        return null;
    }

    /// <summary>Moves tokens of an owner that let the spender take them.</summary>
    internal Refusal? TransferFrom(Address token, Address spender, Address owner, Address to, UInt256 amount)
    {
        Spending spending = new(token, owner, spender);
        UInt256 allowed = _allowance[spending];
        if (allowed != UInt256.MaxValue)
        {
            if (allowed < amount) return Shortfall(token, _insufficientAllowance);

            _allowance[spending] = allowed - amount;
        }

        return Transfer(token, owner, to, amount);
    }

    internal Refusal? SetPanics(Address token)
    {
        _panics[token] = true;
        return null;
    }

    /// <summary>Says that a token is the token of a Balancer pool: its errors are Balancer's, and what is
    /// created for the zero address is locked there.</summary>
    internal void IssuePoolToken(Address token) => _isPoolToken[token] = true;

    internal Refusal? Mint(Address token, Address to, UInt256 amount)
    {
        if (to.IsZero && !_isPoolToken[token]) return _mintToZero;

        UInt256 held = ToHeldDown(token, amount);
        _total[token] += held;
        _held[new(token, to)] += held;
        if (_pool[token] is { IsIssued: true } pool)
        {
            _pool[token] = pool with { Amount = pool.Amount + amount };
        }

        Log(token, Address.Zero, to, amount);
        return null;
    }

    /// <summary>Creates tokens for an address that nobody may own, so that they stay for good.</summary>
    internal Refusal? MintToNobody(Address token, UInt256 amount)
    {
        _total[token] += amount;
        _held[new(token, Address.Zero)] += amount;
        Log(token, Address.Zero, Address.Zero, amount);
        return null;
    }

    internal Refusal? Transfer(Address token, Address from, Address to, UInt256 amount)
    {
        if (_pool.Read(token).ShowsShares) return TransferAmountAsShares(token, from, to, amount);
        if (to.IsZero && !_panics[token]) return _isPoolToken[token] ? _poolTokenToZero : _toZero;

        UInt256 held = ToHeldDown(token, amount);
        UInt256 before = _held[new(token, from)];
        if (before < held) return Shortfall(token, _exceedsBalance);

        _held[new(token, from)] = before - held;
        _held[new(token, to)] += held;
        Log(token, from, to, amount);
        return null;
    }

    internal Refusal? Burn(Address token, Address from, UInt256 amount)
    {
        UInt256 held = ToHeldDown(token, amount);
        UInt256 before = _held[new(token, from)];
        if (before < held)
        {
            return _isPoolToken[token] ? _poolTokenBurnExceedsBalance : _burnExceedsBalance;
        }

        _held[new(token, from)] = before - held;
        _total[token] -= held;
        if (_pool[token] is { IsIssued: true } pool)
        {
            _pool[token] = pool with { Amount = pool.Amount - amount };
        }

        Log(token, from, Address.Zero, amount);
        return null;
    }

    internal Refusal? IssueRebasing(Address token)
    {
        if (_pool[token].IsIssued || !_total[token].IsZero) return _alreadyIssued;

        _pool[token] = new RebasingPool(true, false, UInt256.Zero);
        return null;
    }

    internal Refusal? Rebase(Address token, UInt256 amount)
    {
        if (!_pool[token].IsIssued) return _notRebasing;

        _pool[token] = _pool[token] with { Amount = amount };
        return null;
    }

    private Refusal Shortfall(Address token, Refusal plain)
    {
        if (token == Ether) return _insufficientEther;
        if (_isPoolToken[token]) return _poolTokenExceedsBalance;

        return _panics[token] ? Refusal.ArithmeticOverflow : plain;
    }

    private UInt256 ToAmountDown(Address token, UInt256 held) =>
        _pool[token] is { IsIssued: true } pool && !_total[token].IsZero
            ? UInt256.MulDivDown(held, pool.Amount, _total[token])
            : held;

    private UInt256 ToHeldDown(Address token, UInt256 amount) =>
        _pool[token] is { IsIssued: true } pool && !_total[token].IsZero
            ? UInt256.MulDivDown(amount, _total[token], pool.Amount)
            : amount;

    private void Log(Address token, Address from, Address to, UInt256 amount)
    {
        if (token != Ether)
        {
            _store.Emit(new Transferred(token, from, to, amount));
        }
    }

    private readonly record struct Holding(Address Token, Address Holder);

    private readonly record struct Spending(Address Token, Address Owner, Address Spender);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct RebasingPool(bool IsIssued, bool ShowsShares, UInt256 Amount);
}

/// <summary>Creates tokens, as an outside fact: who had how much when the story begins.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Token">The token, or <see cref="Ledger.Ether"/>.</param>
/// <param name="To">Who receives them.</param>
/// <param name="Amount">How many, in the smallest unit.</param>
public sealed record Mint(Address Sender, Address Token, Address To, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Ledger.Mint(Token, To, Amount);
}

/// <summary>Moves tokens of the sender.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Token">The token, or <see cref="Ledger.Ether"/>.</param>
/// <param name="To">Who receives.</param>
/// <param name="Amount">How many, in the smallest unit.</param>
public sealed record Transfer(Address Sender, Address Token, Address To, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Ledger.Send(Token, Sender, To, Amount);
}

/// <summary>Makes an unused token a rebasing one.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Token">The token.</param>
public sealed record IssueRebasing(Address Sender, Address Token) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Ledger.IssueRebasing(Token);
}

/// <summary>Sets what the pool of a rebasing token is worth: all balances move in proportion.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Token">The token.</param>
/// <param name="Amount">The new worth of the pool, in the token's smallest unit.</param>
public sealed record Rebase(Address Sender, Address Token, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Ledger.Rebase(Token, Amount);
}

/// <summary>Tokens moved; from the zero address when they were created.</summary>
/// <param name="Contract">The token.</param>
/// <param name="From">Who paid.</param>
/// <param name="To">Who received.</param>
/// <param name="Value">How many, in the smallest unit.</param>
public sealed record Transferred(Address Contract, Address From, Address To, UInt256 Value) : Event(Contract);

/// <summary>Lets a contract take tokens of the sender.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Token">Which token.</param>
/// <param name="Spender">Who may take.</param>
/// <param name="Amount">At most this, in the token's smallest unit; the greatest number is endless.</param>
public sealed record Approve(Address Sender, Address Token, Address Spender, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Ledger.Approve(Token, Sender, Spender, Amount);
}

/// <summary>Says that a token leaves shortfalls to checked arithmetic, as Solmate's does: they are panics,
/// and nothing bars the zero address.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Token">Which token.</param>
public sealed record IssuePanicking(Address Sender, Address Token) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Ledger.SetPanics(Token);
}

/// <summary>A spender may take tokens of an owner.</summary>
/// <param name="Contract">The token.</param>
/// <param name="Owner">Whose.</param>
/// <param name="Spender">Who may take.</param>
/// <param name="Value">At most this.</param>
public sealed record Approved(Address Contract, Address Owner, Address Spender, UInt256 Value)
    : Event(Contract);
