using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <summary>By how much one report may raise the rate of shares; what does not fit waits for the
/// next.</summary>
/// <remarks>
/// With the limit r per 10⁹, the ether E₀ and the shares S₀ before the report, the ether may grow to
/// E₀ + ⌊r · E₀ / 10⁹⌋, and shares may be burnt as far as the rate then grows by no more than r. Source:
/// <c>PositiveTokenRebaseLimiter.sol</c>.
/// </remarks>
internal struct LidoRebaseLimiter
{
    /// <summary>The limit that is none.</summary>
    public static readonly UInt256 Unlimited = ulong.MaxValue;

    private static readonly UInt256 _precision = 1_000_000_000UL;

    private readonly UInt256 _limit;
    private readonly UInt256 _etherBefore;
    private readonly UInt256 _sharesBefore;

    private LidoRebaseLimiter(UInt256 limit, UInt256 etherBefore, UInt256 sharesBefore)
    {
        _limit = etherBefore.IsZero ? Unlimited : limit;
        _etherBefore = etherBefore;
        _sharesBefore = sharesBefore;
        Ether = etherBefore;
    }

    /// <summary>The pool as the report has left it so far, in wei.</summary>
    public UInt256 Ether { get; private set; }

    /// <summary>How much the pool may be, in wei, rounded down for those who hold no shares yet.</summary>
    public readonly UInt256 MaxEther => _limit == Unlimited
        ? UInt256.MaxValue
        : _etherBefore + UInt256.CheckedMulDivDown(_limit, _etherBefore, _precision);

    /// <summary>Whether nothing more may be added.</summary>
    public readonly bool IsReached => _limit != Unlimited && Ether >= MaxEther;

    /// <summary>A limiter for a report.</summary>
    /// <param name="limit">The limit, per 10⁹; <see cref="Unlimited"/> for none.</param>
    /// <param name="etherBefore">The pool before the report, in wei; without any there is no limit.</param>
    /// <param name="sharesBefore">The shares before the report.</param>
    /// <param name="limiter">The limiter.</param>
    public static Refusal? Begin(
        UInt256 limit, UInt256 etherBefore, UInt256 sharesBefore, out LidoRebaseLimiter limiter)
    {
        limiter = default;
        if (limit.IsZero) return LidoRefusals.TooLowTokenRebaseLimit;
        if (limit > Unlimited) return LidoRefusals.TooHighTokenRebaseLimit;

        limiter = new LidoRebaseLimiter(limit, etherBefore, sharesBefore);
        return null;
    }

    /// <summary>Adds ether as far as it fits; returns how much did.</summary>
    public UInt256 Increase(UInt256 amount)
    {
        if (_limit == Unlimited) return amount;

        UInt256 before = Ether;
        Ether = UInt256.Min(before + amount, MaxEther);
        return Ether - before;
    }

    /// <summary>Takes ether away, which makes room.</summary>
    public Refusal? Decrease(UInt256 amount)
    {
        if (_limit == Unlimited) return null;
        if (amount > Ether) return LidoRefusals.NegativeTotalPooledEther;

        Ether -= amount;
        return null;
    }

    /// <summary>How many shares may be burnt: ⌊S₀ · (1 + r - E / E₀) / (1 + r)⌋, in units of 10⁻⁹, with
    /// E / E₀ rounded down.</summary>
    public readonly UInt256 SharesToBurnLimitDown()
    {
        if (_limit == Unlimited) return _sharesBefore;
        if (IsReached) return UInt256.Zero;

        UInt256 most = _limit + _precision;
        UInt256 growth = UInt256.CheckedMulDivDown(Ether, _precision, _etherBefore);
        return UInt256.CheckedMulDivDown(_sharesBefore, most - growth, most);
    }
}
