using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking;

/// <summary>Who issues a liquid token.</summary>
public enum IssuerKind : byte
{
    /// <summary>Nobody does.</summary>
    None,

    /// <summary>Kelp.</summary>
    Kelp,

    /// <summary>Renzo.</summary>
    Renzo,

    /// <summary>ether.fi.</summary>
    EtherFi,

    /// <summary>Lido.</summary>
    Lido,

    /// <summary>Rocket Pool.</summary>
    RocketPool,

    /// <summary>One that is composed of small policies: as Puffer, Swell or Mellow.</summary>
    Composed,
}

/// <summary>Every liquid token there is, in one shape: rate, assets, supply, queues, holdings.</summary>
/// <remarks>Nothing is computed here: each issuer answers by its own contracts' rules, and refuses by its own
/// errors. Views only; what changes an issuer is its own command.</remarks>
public sealed class LiquidTokens
{
    private readonly IIssuerFamily[] _families;

    internal LiquidTokens(params IIssuerFamily[] families) => _families = families;

    /// <summary>The tokens that are issued here.</summary>
    public IReadOnlyList<Address> All => [.. _families.SelectMany(static family => family.Tokens)];

    /// <summary>Who issues a token.</summary>
    public IssuerKind KindOf(Address token) => Find(token)?.Kind ?? IssuerKind.None;

    /// <summary>What one token is worth in ether by the issuer's own rate, times 10¹⁸, rounded down; it may
    /// be stale where the issuer stores it.</summary>
    /// <returns>Why the issuer cannot say; else null.</returns>
    public Refusal? Rate(Address token, out UInt256 rate)
    {
        rate = UInt256.Zero;
        return Find(token) is { } family ? family.Rate(token, out rate) : LiquidTokenRefusals.NoSuchToken;
    }

    /// <summary>What stands behind all tokens of the issuer now, in wei, as it values its assets; rounded
    /// down.</summary>
    /// <returns>Why the issuer cannot say; else null.</returns>
    public Refusal? Assets(Address token, out UInt256 ether)
    {
        ether = UInt256.Zero;
        return Find(token) is { } family ? family.Assets(token, out ether) : LiquidTokenRefusals.NoSuchToken;
    }

    /// <summary>⌊10¹⁸ · assets / claims⌋: what one token would be worth if the rate were made up this moment;
    /// 10¹⁸ when there is none. A loss shows here before a stored rate knows of it.</summary>
    /// <returns>Why the issuer cannot say; else null.</returns>
    public Refusal? BackedRate(Address token, out UInt256 rate)
    {
        rate = Wad.Scale;
        if (Find(token) is not { } family) return LiquidTokenRefusals.NoSuchToken;
        if (family.Assets(token, out UInt256 ether) is { } refusal) return refusal;

        UInt256 claims = family.Claims(token);
        if (!claims.IsZero) rate = UInt256.MulDivDown(ether, Wad.Scale, claims);
        return null;
    }

    /// <summary>All of a token, in its smallest unit.</summary>
    public UInt256 Supply(Address token) => Find(token)?.Supply(token) ?? UInt256.Zero;

    /// <summary>Who waits to leave, for each asset that can be asked for.</summary>
    public IReadOnlyList<LiquidQueue> Queues(Address token) => Find(token)?.Queues(token) ?? [];

    /// <summary>What the issuer has: with those who restake for it, and in its own contracts. The parts add
    /// up to <see cref="Assets"/> but for a wei each.</summary>
    public IReadOnlyList<LiquidHolding> Holdings(Address token) => Find(token)?.Holdings(token) ?? [];

    private IIssuerFamily? Find(Address token) =>
        token.IsZero ? null : Array.Find(_families, family => family.Tokens.Contains(token));
}

/// <summary>The refusals of the one shape; those of the issuers besides.</summary>
internal static class LiquidTokenRefusals
{
    public static readonly Refusal NoSuchToken = new("NoSuchToken");
    public static readonly Refusal NotInEther = new("NotInEther");
    public static readonly Refusal NegativeBacking = new("NegativeBacking");
}
