using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic;

/// <summary>A part of a network that has limits, stake and slashes of its own.</summary>
/// <remarks>Source: <c>Subnetwork.sol</c>, where it is 20 bytes of network and 12 of identifier.</remarks>
/// <param name="Id">Both in one, as the contracts' events carry it.</param>
public readonly record struct Subnetwork(Hash32 Id)
{
    private const int IdentifierBits = 96;

    /// <summary>Whether a number can name a subnetwork: it is below 2⁹⁶.</summary>
    public static bool IsIdentifier(UInt256 identifier) => identifier.FitsIn(IdentifierBits);

    /// <summary>The subnetwork of a number below 2⁹⁶.</summary>
    /// <exception cref="OverflowException">The number needs more than 96 bits.</exception>
    public static Subnetwork Of(Address network, UInt256 identifier)
    {
        if (!IsIdentifier(identifier))
        {
            throw new OverflowException("The identifier of a subnetwork has 96 bits.");
        }

        Span<byte> bytes = stackalloc byte[32];
        identifier.WriteBigEndian(bytes);
        network.WriteBytes(bytes);
        return new Subnetwork(new Hash32(bytes));
    }

    /// <summary>The network it is a part of.</summary>
    public Address Network
    {
        get
        {
            Span<byte> bytes = stackalloc byte[32];
            Id.CopyTo(bytes);
            return Address.FromBytes(bytes[..Address.Size]);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Id.ToString();
}
