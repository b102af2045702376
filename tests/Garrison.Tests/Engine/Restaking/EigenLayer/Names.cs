using System.Numerics;

using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>What the words of a <see cref="Script"/> stand for.</summary>
internal static class Names
{
    /// <summary>Strategies A to D hold tokens tA to tD; A is the lowest address. ETH is the beacon
    /// chain's.</summary>
    public static Address Of(string name) => name switch
    {
        "sm" => Contracts.Mainnet.StrategyManager,
        "dm" => Contracts.Mainnet.DelegationManager,
        "am" => Contracts.Mainnet.AllocationManager,
        "epm" => Contracts.Mainnet.EigenPodManager,
        "sf" => Contracts.Mainnet.StrategyFactory,
        "EIGEN" => Contracts.Mainnet.EigenStrategy,
        "ETH" => Constants.BeaconChainEtherStrategy,
        "burnt" => Constants.BurnAddress,
        "ETHER" => Garrison.Engine.Ledger.Ether,
        "nobody" => Address.Zero,
        [>= 'A' and <= 'Z'] => Address.FromNumber(name[0]),
        ['t', >= 'A' and <= 'Z'] => Address.FromNumber(1000UL + name[1]),
        _ => Hashed(name),
    };

    /// <summary>A set as its service and number: <c>avs/1</c>.</summary>
    public static OperatorSet Set(string text) =>
        new(Of(text[..text.IndexOf('/')]), uint.Parse(text[(text.IndexOf('/') + 1)..]));

    /// <summary>A whole number, which may be written with an exponent: <c>0.1e18</c>.</summary>
    public static UInt256 Number(string text)
    {
        string[] parts = text.Split('e');
        if (parts.Length == 1) return UInt256.Parse(text);

        string[] digits = parts[0].Split('.');
        string fraction = digits.Length == 2 ? digits[1] : "";
        BigInteger scale = BigInteger.Pow(10, int.Parse(parts[1]) - fraction.Length);
        return UInt256.Parse((BigInteger.Parse(digits[0] + fraction) * scale).ToString());
    }

    private static Address Hashed(string name)
    {
        Span<byte> hash = stackalloc byte[32];
        Keccak.HashText(name).CopyTo(hash);
        return Address.FromBytes(hash[12..]);
    }
}
