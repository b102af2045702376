using System.Globalization;

namespace Garrison.Primitives;

/// <summary>The exponential function in fixed point.</summary>
/// <remarks>
/// The range is reduced by powers of two, then a rational function of degrees 6 and 7 is evaluated in units
/// of 2⁻⁹⁶. Contracts share this one by its coefficients, so its last digit is theirs. Source: R. Bloemen,
/// "Approximating exp and ln in fixed point" (2022), as Solmate, Solady and Snekmate have it.
/// </remarks>
public static class Exponential
{
    private const int Precision = 96;

    // Above this exponent the result is below half of 10⁻¹⁸, and counts as 0.
    private static readonly UInt256 _vanishing = UInt256.Parse("41446531673892822313");

    // 2⁷⁸ / 5¹⁸ turns units of 10⁻¹⁸ into units of 2⁻⁹⁶.
    private static readonly UInt256 _fiveToThe18 = 3_814_697_265_625UL;
    private static readonly UInt256 _logarithmOf2 = UInt256.Parse("54916777467707473351141471128");
    private static readonly UInt256 _almostHalf = (UInt256.One << (Precision - 1)) - UInt256.One;

    private static readonly UInt256 _almostOne = (UInt256.One << Precision) - UInt256.One;

    private static readonly Int128[] _numerator =
    [
        Parse("1346386616545796478920950773328"),
        Parse("57155421227552351082224309758442"),
        Parse("-94201549194550492254356042504812"),
        Parse("28719021644029726153956944680412240"),
    ];

    private static readonly UInt256 _constant =
        UInt256.Parse("4385272521454847904659076985693276") << Precision;

    private static readonly Int128[] _denominator =
    [
        Parse("-2855989394907223263936484059900"),
        Parse("50020603652535783019961831881945"),
        Parse("-533845033583426703283633433725380"),
        Parse("3604857256930695427073651918091429"),
        Parse("-14423608567350463180887372962807573"),
        Parse("26449188498355588339934803723976023"),
    ];

    // What the monic numerator leaves out, 10¹⁸, and 2⁹⁹, which the last shift takes back.
    private static readonly UInt256 _scale =
        UInt256.Parse("3822833074963236453042738258902158003155416615667");

    /// <summary>e to the power of −<paramref name="exponent"/>, a weight that fades: in [0, 1].</summary>
    /// <param name="exponent">Non-negative, in units of 10⁻¹⁸.</param>
    /// <returns>In units of 10⁻¹⁸, at most one unit from the true value.</returns>
    public static UInt256 Decay(UInt256 exponent)
    {
        if (exponent.IsZero) return Wad.Scale;
        if (exponent >= _vanishing) return UInt256.Zero;

        // How often the result is halved is the exponent over the logarithm of 2 to the nearest, a tie down.
        UInt256 magnitude = (exponent << 78).DivDown(_fiveToThe18);
        UInt256 quotient = (magnitude << Precision).DivDown(_logarithmOf2);
        int halvings = (int)((quotient + _almostHalf) >> Precision).TruncateToUInt64();
        Int128 rest = (Int128)(_logarithmOf2 * (ulong)halvings).TruncateToUInt128()
            - (Int128)magnitude.TruncateToUInt128();
        UInt256 ratio = Numerator(rest).DivDown((UInt128)Denominator(rest));
        return (ratio * _scale) >> (195 + halvings);
    }

    private static UInt256 Numerator(Int128 x)
    {
        Int128 y = MulFloor(x + _numerator[0], x) + _numerator[1];
        Int128 p = MulFloor(y + x + _numerator[2], y) + _numerator[3];
        UInt256 product = Magnitude(p) * Magnitude(x);
        return (p < 0) == (x < 0) ? _constant + product : _constant - product;
    }

    private static Int128 Denominator(Int128 x)
    {
        Int128 q = x + _denominator[0];
        for (int i = 1; i < _denominator.Length; i++)
        {
            q = MulFloor(q, x) + _denominator[i];
        }

        return q;
    }

    // ⌊x · y / 2⁹⁶⌋, toward negative infinity.
    private static Int128 MulFloor(Int128 x, Int128 y)
    {
        UInt256 product = Magnitude(x) * Magnitude(y);
        if ((x < 0) == (y < 0)) return (Int128)(product >> Precision).TruncateToUInt128();

        return -(Int128)((product + _almostOne) >> Precision).TruncateToUInt128();
    }

    private static UInt256 Magnitude(Int128 value) => (UInt128)(value < 0 ? -value : value);

    private static Int128 Parse(string text) => Int128.Parse(text, CultureInfo.InvariantCulture);
}
