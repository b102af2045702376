using Garrison.Engine;
using Garrison.Engine.Exchange;
using Garrison.Engine.Exchange.StableSwap;
using Garrison.Primitives;

namespace Garrison.Tests.Engine.Exchange.StableSwap;

/// <summary>Swaps that were computed independently, and prices of a real pool.</summary>
public sealed class StableSwapGoldenTests
{
    private static readonly Address _pool = Address.FromNumber(1);
    private static readonly Address _coin = Address.FromNumber(2);
    private static readonly Address _other = Address.FromNumber(3);
    private static readonly Address _alice = Address.FromNumber(4);

    // Balances of ETH/stETH in June 2022; what an amount of stETH fetched, at A = 50 and 4 bps.
    [Theory]
    [InlineData(
        "128361122694816994569276", "503780934894720611533031",
        "1000000000000000000", "947702345347226791")]
    [InlineData(
        "128361122694816994569276", "503780934894720611533031",
        "10000000000000000000000", "9435209150215132740844")]
    [InlineData(
        "128361122694816994569276", "503780934894720611533031",
        "100000000000000000000000", "85525124001844798948507")]
    [InlineData(
        "111603657120853293524664", "489840724374314642833076",
        "1000000000000000000", "937512127131654146")]
    [InlineData(
        "111603657120853293524664", "489840724374314642833076",
        "10000000000000000000000", "9319492808073163581084")]
    [InlineData(
        "111603657120853293524664", "489840724374314642833076",
        "100000000000000000000000", "80556516023505987321128")]
    [InlineData(
        "155246388157877737393974", "513621242119132767707479",
        "1000000000000000000", "960289398569719885")]
    [InlineData(
        "155246388157877737393974", "513621242119132767707479",
        "10000000000000000000000", "9575140257981818735359")]
    [InlineData(
        "155246388157877737393974", "513621242119132767707479",
        "100000000000000000000000", "90589860633644276680638")]
    [InlineData(
        "255197635260074249332281", "593934261113072840094336",
        "1000000000000000000", "978014760225585423")]
    [InlineData(
        "255197635260074249332281", "593934261113072840094336",
        "10000000000000000000000", "9769095532578465372230")]
    [InlineData(
        "255197635260074249332281", "593934261113072840094336",
        "100000000000000000000000", "96204427387522479660860")]
    [InlineData(
        "303428276227081314614972", "679633593742509944467698",
        "1000000000000000000", "979463156657092976")]
    [InlineData(
        "303428276227081314614972", "679633593742509944467698",
        "10000000000000000000000", "9785740542691285182919")]
    [InlineData(
        "303428276227081314614972", "679633593742509944467698",
        "100000000000000000000000", "96751892957347394426657")]
    [InlineData(
        "303052132544596405217879", "704074373674240564549869",
        "1000000000000000000", "978082618010787780")]
    [InlineData(
        "303052132544596405217879", "704074373674240564549869",
        "10000000000000000000000", "9771584577457367831267")]
    [InlineData(
        "303052132544596405217879", "704074373674240564549869",
        "100000000000000000000000", "96564606159690504605968")]
    [InlineData(
        "305329303309677589008208", "705474167596073918081978",
        "1000000000000000000", "978294631224548388")]
    [InlineData(
        "305329303309677589008208", "705474167596073918081978",
        "10000000000000000000000", "9773827607075788514680")]
    [InlineData(
        "305329303309677589008208", "705474167596073918081978",
        "100000000000000000000000", "96605867373671521501457")]
    [InlineData(
        "332629748136038154734871", "677222735598623361911201",
        "1000000000000000000", "982766715962555652")]
    [InlineData(
        "332629748136038154734871", "677222735598623361911201",
        "10000000000000000000000", "9820285493073384956719")]
    [InlineData(
        "332629748136038154734871", "677222735598623361911201",
        "100000000000000000000000", "97320656339104715401355")]
    [InlineData(
        "254431709705221196445205", "599145650887072739369366",
        "1000000000000000000", "977555664309089689")]
    [InlineData(
        "254431709705221196445205", "599145650887072739369366",
        "10000000000000000000000", "9764333336839782556920")]
    [InlineData(
        "254431709705221196445205", "599145650887072739369366",
        "100000000000000000000000", "96131080972384308480635")]
    public void The_pool_of_staked_ether(string ether, string staked, string amount, string expected)
    {
        World world = Legacy(UInt256.Parse(ether), UInt256.Parse(staked));
        TradeQuote? quote = world.StableSwapPools.Quote(_pool, 1, 0, UInt256.Parse(amount));
        Assert.Equal(expected, $"{quote!.Value.AmountOut}");
    }

    // Balances of three days, and the price of stETH that follows from A = 50, to six digits.
    [Theory]
    [InlineData(723_406_764_991, 578_486_623_578, 995_538)]
    [InlineData(723_709_577_952, 578_534_568_938, 995_531)]
    [InlineData(725_900_292_230, 548_514_260_840, 994_347)]
    public void The_price_of_staked_ether(ulong stakedMillionths, ulong etherMillionths, ulong price)
    {
        UInt256 scale = 1_000_000_000_000UL;
        World world = Legacy(etherMillionths * scale, stakedMillionths * scale);
        UInt256 spot = world.StableSwapPools.SpotPrice(_pool, 0);
        Assert.True(spot.AbsoluteDifference(price * scale) <= scale, $"{spot}");
    }

    [Theory]
    [InlineData(
        "5000000000000000000000", "8000000000000000000000", "1069500000000000000", 500, 1000000, 50000000000,
        "13555000482047111614977", "1000000000000000000", "1068096309278427750")]
    [InlineData(
        "5000000000000000000000", "8000000000000000000000", "1069500000000000000", 500, 1000000, 50000000000,
        "13555000482047111614977", "100000000000000000000", "106804545454054887941")]
    [InlineData(
        "5000000000000000000000", "8000000000000000000000", "1069500000000000000", 500, 1000000, 50000000000,
        "13555000482047111614977", "1000000000000000000000", "1067487092539496864060")]
    [InlineData(
        "1200000000000000000000", "9000000000000000000000", "1069500000000000000", 500, 1000000, 200000000000,
        "10808975862326875111604", "1000000000000000000", "1048386009676617740")]
    [InlineData(
        "1200000000000000000000", "9000000000000000000000", "1069500000000000000", 500, 1000000, 200000000000,
        "10808975862326875111604", "100000000000000000000", "104641662507193834051")]
    [InlineData(
        "1200000000000000000000", "9000000000000000000000", "1069500000000000000", 500, 1000000, 200000000000,
        "10808975862326875111604", "1000000000000000000000", "968685243629579911510")]
    [InlineData(
        "3000000000000000000000", "3000000000000000000000", "1034656878645040505", 1000, 4000000, 10000000000,
        "6103969751082943310947", "1000000000000000000", "1034207447325074152")]
    [InlineData(
        "3000000000000000000000", "3000000000000000000000", "1034656878645040505", 1000, 4000000, 10000000000,
        "6103969751082943310947", "100000000000000000000", "103417259193930632030")]
    [InlineData(
        "3000000000000000000000", "3000000000000000000000", "1034656878645040505", 1000, 4000000, 10000000000,
        "6103969751082943310947", "1000000000000000000000", "1033801804867791595895")]
    public void A_pool_with_a_rate(
        string one,
        string other,
        string rate,
        ulong amplification,
        ulong fee,
        ulong offpegFeeMultiplier,
        string invariant,
        string amount,
        string expected)
    {
        World world = new();
        UInt256[] amounts = [UInt256.Parse(one), UInt256.Parse(other)];
        Do(world, new AdvanceClock(default, 1, 1_700_000_000));
        Do(world, new DeployStableSwap(default, _pool, new StableSwapParameters(
            [
                new StableSwapCoin(_coin),
                new StableSwapCoin(_other, StableSwapAsset.Oracle, Rate: UInt256.Parse(rate)),
            ],
            amplification,
            fee,
            offpegFeeMultiplier,
            866UL,
            _alice,
            _alice)));
        Do(world, new Mint(default, _coin, _alice, amounts[0]));
        Do(world, new Mint(default, _other, _alice, amounts[1]));
        Do(world, new AddStableLiquidity(_alice, _pool, amounts, UInt256.Zero));
        Assert.Equal(invariant, $"{world.Ledger.Supply(_pool)}");
        TradeQuote? quote = world.StableSwapPools.Quote(_pool, 1, 0, UInt256.Parse(amount));
        Assert.Equal(expected, $"{quote!.Value.AmountOut}");
    }

    // The pool reads its own balances, so that it is enough to give it some.
    private static World Legacy(UInt256 ether, UInt256 staked)
    {
        World world = new();
        Do(world, new DeployLegacyStableSwap(default, _pool, new LegacyStableSwapParameters(
            Ledger.Ether, _coin, _other, 50, 4_000_000UL, 5_000_000_000UL, _alice)));
        Do(world, new Mint(default, Ledger.Ether, _pool, ether));
        Do(world, new Mint(default, _coin, _pool, staked));
        return world;
    }

    private static void Do(World world, Command command) => Assert.IsType<Accepted>(world.Execute(command));
}
