using Garrison.Engine.Exchange.ComposableStable;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Exchange.ComposableStable;

/// <summary>Numbers of a pool that was, and the edges of the arithmetic.</summary>
public sealed class StableMathTables
{
    // A pool of two tokens in April 2024, at four states of its drain: amplification, balances in 10¹⁸,
    // invariant, what comes in of the second and what is paid of the first.
    [Theory]
    [InlineData(900, "4096", "19976.79", "24062509505974121835723", "1", "995435413980782020")]
    [InlineData(900, "4096", "19976.79", "24062509505974121835723", "100", "99531758498215055142")]
    [InlineData(900, "1420", "22650.26", "24023734004170721423750", "1", "962053736146053811")]
    [InlineData(900, "1420", "22650.26", "24023734004170721423750", "100", "95943760858287693855")]
    [InlineData(900, "746", "23237.07", "23887136372221442121415", "1", "876278744852244012")]
    [InlineData(900, "746", "23237.07", "23887136372221442121415", "100", "86252275280149477967")]
    [InlineData(700, "500", "23533", "23844292000399084258231", "1", "714381122909925459")]
    [InlineData(700, "500", "23533", "23844292000399084258231", "100", "68401867517214908265")]
    public void A_pool_that_was(
        int amplification, string first, string second, string invariant, string amountIn, string amountOut)
    {
        StableMath math = default;
        UInt256 a = (UInt256)(ulong)amplification * StableMath.AmplificationPrecision;
        UInt256[] balances = [Number($"{first}e18"), Number($"{second}e18")];
        UInt256 d = math.Invariant(a, balances);
        Assert.Equal(UInt256.Parse(invariant), d);
        Assert.Equal(
            UInt256.Parse(amountOut), math.OutGivenIn(a, balances, 1, 0, Number($"{amountIn}e18"), d));
        Assert.Null(math.Refusal);
    }

    [Fact]
    public void Arithmetic_that_fails_has_a_name()
    {
        Assert.Equal("ADD_OVERFLOW", Of(static (ref StableMath math) => math.Add(UInt256.MaxValue, 1)));
        Assert.Equal("SUB_OVERFLOW", Of(static (ref StableMath math) => math.Subtract(1, 2)));
        Assert.Equal("MUL_OVERFLOW", Of(static (ref StableMath math) => math.Multiply(UInt256.MaxValue, 2)));
        Assert.Equal("ZERO_DIVISION", Of(static (ref StableMath math) => math.DivideDown(1, 0)));
        Assert.Equal("ZERO_DIVISION", Of(static (ref StableMath math) => math.DivideUp(1, 0)));
        Assert.Equal("ZERO_DIVISION", Of(static (ref StableMath math) => math.RatioDown(1, 0)));
        Assert.Equal("ZERO_DIVISION", Of(static (ref StableMath math) => math.RatioUp(1, 0)));
        Assert.Equal("DIV_INTERNAL", Of(static (ref StableMath math) => math.RatioDown(UInt256.MaxValue, 1)));
        Assert.Equal("DIV_INTERNAL", Of(static (ref StableMath math) => math.RatioUp(UInt256.MaxValue, 1)));
        Assert.Equal("MUL_OVERFLOW", Of(static (ref StableMath math) => math.ScaleDown(UInt256.MaxValue, 2)));
    }

    [Fact]
    public void The_first_failure_stays()
    {
        StableMath math = default;
        _ = math.Subtract(1, 2);
        _ = math.DivideDown(1, 0);
        Assert.Equal("SUB_OVERFLOW", math.Refusal?.Name);
    }

    private delegate UInt256 Calculation(ref StableMath math);

    private static string? Of(Calculation calculation)
    {
        StableMath math = default;
        _ = calculation(ref math);
        return math.Refusal?.Name;
    }
}
