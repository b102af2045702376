using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <summary>A rate that stays until somebody pushes another.</summary>
/// <remarks>Source: <c>RswETH.sol</c>.</remarks>
/// <param name="Pushed">Assets a token, times 10¹⁸; 0 before the first push, and then 1 to 1.</param>
/// <param name="At">The second of the last push; 0 before the first.</param>
/// <param name="Reserves">What the rate was made of.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct StoredRate(UInt256 Pushed, ulong At, UInt256 Reserves)
{
    /// <summary>Assets a token.</summary>
    public Wad Rate => Pushed.IsZero ? Wad.One : new Wad(Pushed);

    /// <summary>⌊assets · ⌊1 / rate⌋⌋: rounded down twice, against the one who comes.</summary>
    public UInt256 ToTokensDown(UInt256 assets) => Wad.RatioDown(Wad.Scale, Rate.Raw).MulDown(assets);
}
