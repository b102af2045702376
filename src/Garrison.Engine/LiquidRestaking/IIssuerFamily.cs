using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking;

/// <summary>The tokens of one issuer, as a caller sees them who does not ask which.</summary>
/// <remarks>Every member but <see cref="Kind"/> and <see cref="Tokens"/> is of a token that is
/// issued.</remarks>
internal interface IIssuerFamily
{
    /// <summary>Which issuer.</summary>
    IssuerKind Kind { get; }

    /// <summary>What it issues; none as long as it is not deployed.</summary>
    IReadOnlyList<Address> Tokens { get; }

    /// <summary>What one token is worth in ether by the issuer's own rate, times 10¹⁸; down.</summary>
    Refusal? Rate(Address token, out UInt256 rate);

    /// <summary>What stands behind all its tokens now, in wei; down.</summary>
    Refusal? Assets(Address token, out UInt256 ether);

    /// <summary>How many of the token all assets would be shared out among.</summary>
    UInt256 Claims(Address token);

    /// <summary>All of a token.</summary>
    UInt256 Supply(Address token);

    /// <summary>Who waits, by asset.</summary>
    IReadOnlyList<LiquidQueue> Queues(Address token);

    /// <summary>What it has.</summary>
    IReadOnlyList<LiquidHolding> Holdings(Address token);
}
