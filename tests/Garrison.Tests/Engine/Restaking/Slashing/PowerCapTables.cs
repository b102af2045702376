using Garrison.Engine.Restaking.Slashing;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Restaking.Slashing;

/// <summary>What a cap makes of powers. The cases of 1 to 9 and of 1 to 5 are those that Interchain
/// Security is tested with, worked out by hand.</summary>
public sealed class PowerCapTables
{
    [Theory]

    // 45 · 10 % = 4.5: nine times 4 is all there is room for.
    [InlineData("1 2 3 4 5 6 7 8 9", 10, "4 4 4 4 4 4 4 4 4")]

    // 15 · 20 % = 3, five times.
    [InlineData("1 2 3 4 5", 20, "3 3 3 3 3")]
    [InlineData("1 2 3 4 5", 21, "3 3 3 3 3")]
    [InlineData("1 2 3 4 5", 25, "3 3 3 3 3")]

    // ⌊4.8⌋ = 4 and ⌊4.95⌋ = 4: 1 to hand out, ⌊1 / 3⌋ = 0 to the 3, ⌊1 / 2⌋ = 0 to the 2, 1 to the 1.
    [InlineData("1 2 3 4 5", 32, "4 4 3 2 2")]
    [InlineData("1 2 3 4 5", 33, "4 4 3 2 2")]
    [InlineData("1 2 3 4 5", 34, "5 4 3 2 1")]
    [InlineData("1 2 3 4 5", 50, "5 4 3 2 1")]

    // 10 · 33 % = 3.3: 1 to hand out, to the smallest.
    [InlineData("1 2 3 4", 33, "3 3 2 2")]

    // 757 · 35 % = 264.95: 295 to hand out, 126 fill the 138, and 169 go to the 60.
    [InlineData("60 138 559", 35, "264 264 229")]

    // 3 · 10 % = 0.3, and nobody is left with nothing.
    [InlineData("1 2", 10, "1 1")]
    [InlineData("7 5", 0, "7 5")]
    [InlineData("", 10, "")]
    public void Water_fills_up_from_the_top(string powers, uint percent, string shaped) =>
        Assert.Equal(shaped, string.Join(' ', PowerCap.Shape(Read(powers), percent).Select(
            static share => share.Power.ToString())));

    // 11 · 40 % = 4.4: 3 to hand out, ⌊3 / 2⌋ = 1 to the lower address and the 2 left to the other.
    [Fact]
    public void Equals_go_by_address() => Assert.Equal(
        [Share(1, 4), Share(2, 3), Share(3, 4)],
        PowerCap.Shape([Share(3, 2), Share(1, 7), Share(2, 2)], 40));

    private static List<PowerShare> Read(string powers) =>
        [.. powers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(
            static (power, i) => Share((ulong)i + 1, ulong.Parse(power)))];

    private static PowerShare Share(ulong holder, ulong power) => new(Address.FromNumber(holder), power);
}
