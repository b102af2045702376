using Garrison.Engine;
using Garrison.Engine.Exchange.StableSwap;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Exchange.StableSwap;

/// <summary>Plays a table on a world in which alice and bob have plenty of every coin.</summary>
/// <remarks>
/// <c>pool P C:0:18 D:1:6</c> makes a pool of two coins with kinds and decimals, A = 100, a fee of 4 bps and
/// no more far from par; <c>legacy L</c> makes one of ETHER and S with the liquidity LP, A = 50. Amounts of
/// several coins are divided by commas.
/// </remarks>
internal static class StableSwapScript
{
    private static readonly string[] _coins = ["C", "D", "E", "S", "ETHER"];

    public static void Play(string lines)
    {
        World world = new();
        _ = world.Execute(new AdvanceClock(default, 1, 1_700_000_000));
        foreach (string coin in _coins)
        {
            _ = world.Execute(new Mint(default, Of(coin), Of("alice"), Number("1e30")));
            _ = world.Execute(new Mint(default, Of(coin), Of("bob"), Number("1e30")));
        }

        Restaking.Lines.Play(
            world, lines, words => world.Execute(ToCommand(world, words)), words => Read(world, words));
    }

    private static Command ToCommand(World world, string[] w) => w[0] switch
    {
        "pass" => new AdvanceClock(default, 1, ulong.Parse(w[1])),
        "send" => new Transfer(Of(w[1]), Of(w[2]), Of(w[3]), Number(w[4])),
        "rebasing" => new IssueRebasing(default, Of(w[1])),
        "rebase" => new Rebase(default, Of(w[1]), Number(w[2])),
        "mint" => new Mint(default, Of(w[1]), Of(w[2]), Number(w[3])),
        "pool" => Pool(w),
        "legacy" => new DeployLegacyStableSwap(default, Of(w[1]), new LegacyStableSwapParameters(
            Of("ETHER"),
            Of(w.Length > 2 ? w[2] : "S"),
            Of("LP"),
            50,
            Number("4e6"),
            Number("5e9"),
            Of("owner"))),
        _ => ToTrade(w) ?? ToSetting(world, w) ?? ToLegacySetting(w),
    };

    private static Command? ToTrade(string[] w) => w[0] switch
    {
        "swap" => new SwapStable(
            Of(w[1]), Of(w[2]), int.Parse(w[3]), int.Parse(w[4]), Number(w[5]), Number(w[6]), To(w, 7)),
        "received" => new SwapStableReceived(
            Of(w[1]), Of(w[2]), int.Parse(w[3]), int.Parse(w[4]), Number(w[5]), Number(w[6]), To(w, 7)),
        "add" => new AddStableLiquidity(Of(w[1]), Of(w[2]), Amounts(w[3]), Number(w[4]), To(w, 5)),
        "remove" => new RemoveStableLiquidity(
            Of(w[1]), Of(w[2]), Number(w[3]), Amounts(w[4]), To(w, 5), w[^1] != "keep"),
        "removeOne" => new RemoveStableLiquidityOneCoin(
            Of(w[1]), Of(w[2]), Number(w[3]), int.Parse(w[4]), Number(w[5]), To(w, 6)),
        "removeUneven" => new RemoveStableLiquidityImbalance(
            Of(w[1]), Of(w[2]), Amounts(w[3]), Number(w[4]), To(w, 5)),
        _ => null,
    };

    private static Command? ToSetting(World world, string[] w) => w[0] switch
    {
        "ramp" => new RampStableA(
            Of(w[1]), Of(w[2]), ulong.Parse(w[3]), world.Clock.Seconds + ulong.Parse(w[4])),
        "stop" => new StopRampStableA(Of(w[1]), Of(w[2])),
        "fee" => new SetStableFee(Of(w[1]), Of(w[2]), Number(w[3]), Number(w[4])),
        "adminFee" => new SetStableAdminFee(Of(w[1]), Of(w[2]), Number(w[3])),
        "windows" => new SetStableWindows(Of(w[1]), Of(w[2]), Number(w[3]), Number(w[4])),
        "admin" => new SetStableAdmin(Of(w[1]), Of(w[2]), Of(w[3])),
        "receiver" => new SetStableFeeReceiver(Of(w[1]), Of(w[2]), Of(w[3])),
        "fees" => new WithdrawStableAdminFees(Of(w[1]), Of(w[2])),
        "rate" => new SetStableRate(default, Of(w[1]), int.Parse(w[2]), Number(w[3])),
        _ => null,
    };

    private static Command ToLegacySetting(string[] w) => w[0] switch
    {
        "commitFee" => new CommitLegacyStableFee(Of(w[1]), Of(w[2]), Number(w[3]), Number(w[4])),
        "applyFee" => new ApplyLegacyStableFee(Of(w[1]), Of(w[2])),
        "revertFee" => new RevertLegacyStableFee(Of(w[1]), Of(w[2])),
        "commitOwner" => new CommitLegacyStableOwner(Of(w[1]), Of(w[2]), Of(w[3])),
        "applyOwner" => new ApplyLegacyStableOwner(Of(w[1]), Of(w[2])),
        "revertOwner" => new RevertLegacyStableOwner(Of(w[1]), Of(w[2])),
        "kill" => new KillLegacyStable(Of(w[1]), Of(w[2])),
        "unkill" => new UnkillLegacyStable(Of(w[1]), Of(w[2])),
        "donate" => new DonateLegacyStableAdminFees(Of(w[1]), Of(w[2])),
        _ => throw new InvalidOperationException($"{w[0]} is no verb"),
    };

    private static DeployStableSwap Pool(string[] w)
    {
        UInt256 fee = Number("4e6");
        UInt256 offpeg = Number("1e10");
        UInt256 window = 866UL;
        List<StableSwapCoin> coins = [];
        foreach (string word in w[2..])
        {
            string[] parts = word.Split(':');
            if (parts[0] == "fee") fee = Number(parts[1]);
            else if (parts[0] == "offpeg") offpeg = Number(parts[1]);
            else if (parts[0] == "window") window = Number(parts[1]);
            else coins.Add(Coin(parts));
        }

        return new DeployStableSwap(default, Of(w[1]), new StableSwapParameters(
            coins, 100, fee, offpeg, window, Of("governor"), Of("treasury")));
    }

    private static StableSwapCoin Coin(string[] parts) => new(
        Of(parts[0]),
        (StableSwapAsset)byte.Parse(parts[1]),
        int.Parse(parts[2]),
        parts.Length > 3 ? Number(parts[3]) : null,
        parts.Length > 4 ? int.Parse(parts[4]) : 18);

    private static string Read(World world, string[] w)
    {
        StableSwapPools pools = world.StableSwapPools;
        Address pool = Of(w[1]);
        return w[0] switch
        {
            "A" => $"{pools.PreciseA(pool)}",
            "coins" => $"{pools.CoinCount(pool)}",
            "supply" => $"{world.Ledger.Supply(pools.LpToken(pool))}",
            "lp" => $"{world.Ledger.Balance(pools.LpToken(pool), Of(w[2]))}",
            "token" => $"{world.Ledger.Balance(pool, Of(w[2]))}",
            "balance" => $"{pools.Balance(pool, int.Parse(w[2]))}",
            "adminBalance" => $"{pools.AdminBalance(pool, int.Parse(w[2]))}",
            "storedRate" => $"{pools.StoredRate(pool, int.Parse(w[2]))}",
            "virtualPrice" => $"{pools.VirtualPrice(pool)}",
            "spot" => $"{pools.SpotPrice(pool, int.Parse(w[2]))}",
            "oracle" => $"{pools.PriceOracle(pool, int.Parse(w[2]))}",
            "invariant" => $"{pools.InvariantOracle(pool)}",
            "quotes" => pools.Quote(pool, int.Parse(w[2]), int.Parse(w[3]), Number(w[4])) is { } quote
                ? $"{quote.AmountOut}"
                : "0",
            "dynamicFee" => $"{pools.DynamicFee(pool, int.Parse(w[2]), int.Parse(w[3]))}",
            _ => throw new InvalidOperationException($"{w[0]} is no view"),
        };
    }

    private static Address? To(string[] words, int at) =>
        words.Length > at && words[at] != "keep" ? Of(words[at]) : null;

    private static UInt256[] Amounts(string text) => [.. text.Split(',').Select(Number)];
}
