using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Tests.Engine.LiquidRestaking.Kelp;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking;

/// <summary>What is locked against what was created elsewhere, rail by rail; no rate sees it.</summary>
public sealed class BridgeTables
{
    [Fact]
    public void There_and_back() => Play("""
        send alice box bob 10                 NoSuchRail
        return bob box alice 1                NoSuchRail
        forge box eve 1                       NoSuchRail
        open nobody tA                        ZeroAddress
        open box nobody                       ZeroAddress
        open box tA                           ok
        open box tB                           RailExists
        send dave box bob 10                  ERC20:_transfer_amount_exceeds_balance
        send alice box bob 10                 ok
        locked box                            = 10
        remote box                            = 10
        remoteOf box bob                      = 10
        return alice box alice 1              ERC20:_burn_amount_exceeds_balance
        beyond bob box carol 4                ok
        beyond bob box carol 7                ERC20:_burn_amount_exceeds_balance
        return carol box eve 4                ok
        has eve tA                            = 4
        locked box                            = 6
        remote box                            = 6
        coverage box                          = 1e18
        """);

    // A gift to the box covers no more than all: min(⌊10¹⁸ · 4 / 6⌋, 10¹⁸), then 7 for 6.
    [Fact]
    public void A_forged_release_takes_from_those_beyond() => Play("""
        open box tA                           ok
        open other tA                         ok
        send alice box bob 6                  ok
        send alice other bob 6                ok
        forge box eve 2                       ok
        coverage box                          = 666666666666666666
        missing box                           = 2
        coverage other                        = 1e18
        coverageOf tA                         = 833333333333333333
        return bob box bob 5                  ERC20:_transfer_amount_exceeds_balance
        return bob box bob 4                  ok
        coverage box                          = 0
        move bob tA box 3                     ok
        coverage box                          = 1e18
        missing box                           = 0
        """);

    // Kelp, April 2026: 156,873 were locked for 152,578 elsewhere; 116,500 were released for nothing, so
    // 40,373 are left: ⌊10¹⁸ · 40,373 / 152,578⌋, 26.5 %. The price, the supply and the worth stay.
    [Fact]
    public void The_rate_of_Kelp_does_not_see_it() => Play("""
        give alice tA 200000e18               ok
        open box rs                           ok
        send alice box bob 152578e18          ok
        move alice rs box 4295e18             ok
        locked box                            = 156873e18
        coverage box                          = 1e18
        circulating rs                        = 195705e18
        forge box eve 116500e18               ok
        locked box                            = 40373e18
        coverage box                          = 264605644326180707
        missing box                           = 112205e18
        circulating rs                        = 312205e18
        supply                                = 200000e18
        worth                                 = 200000e18
        update carol                          ok
        price                                 = 1e18
        ask eve tA 116500e18                  ok
        """);

    private static void Play(string lines)
    {
        IssuerScript kelp = KelpVerbs.Play("");
        IssuerScript script = new(words => Command(words) ?? KelpVerbs.Command(words), Read);
        foreach (Command command in kelp.Commands)
        {
            Assert.IsType<Accepted>(script.Execute(command));
        }

        _ = script.Play(lines);
    }

    private static Command? Command(string[] words) => words switch
    {
        ["open", var box, var token] => new OpenBridgeRail(default, Of(box), Of(token)),
        ["send", var who, var box, var to, var amount] => new SendOverBridge(
            Of(who), Of(box), Of(to), Number(amount)),
        ["return", var who, var box, var to, var amount] => new ReturnOverBridge(
            Of(who), Of(box), Of(to), Number(amount)),
        ["beyond", var who, var box, var to, var amount] => new MoveBeyondBridge(
            Of(who), Of(box), Of(to), Number(amount)),
        ["forge", var box, var to, var amount] => new ForgeBridgeRelease(
            default, Of(box), Of(to), Number(amount)),
        _ => null,
    };

    private static object? Read(World world, string[] words) => words switch
    {
        ["locked", var box] => world.Bridges.Cover(Of(box)).Locked,
        ["remote", var box] => world.Bridges.Cover(Of(box)).Remote,
        ["remoteOf", var box, var who] => world.Bridges.RemoteBalance(Of(box), Of(who)),
        ["coverage", var box] => world.Bridges.Cover(Of(box)).CoverageDown.Raw,
        ["missing", var box] => world.Bridges.Cover(Of(box)).Missing,
        ["coverageOf", var token] => world.Bridges.CoverOf(Of(token)).CoverageDown.Raw,
        ["circulating", var token] => world.Bridges.Circulating(Of(token)),
        _ => KelpVerbs.Read(world, words),
    };
}
