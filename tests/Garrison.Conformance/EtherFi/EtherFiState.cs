using System.Globalization;

using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Engine.LiquidRestaking.EtherFi;
using Garrison.Primitives;

namespace Garrison.Conformance.EtherFi;

/// <summary>Reads the state keys of a recording from the engine.</summary>
internal sealed class EtherFiState(World world, Labels labels, IReadOnlyList<string> users)
{
    private readonly SortedDictionary<string, string> _state = new(StringComparer.Ordinal);

    private EtherFiCore EtherFi => world.EtherFi;

    public IReadOnlyDictionary<string, string> Read()
    {
        Put("block", world.Clock.Block);
        Put("ts", world.Clock.Seconds);
        ReadPool();
        ReadQueue();
        ReadRedemptions();
        ReadOracle();
        foreach (string user in users)
        {
            ReadUser(user);
        }

        return _state;
    }

    private void ReadPool()
    {
        EtherFiBooks books = EtherFi.Pool.Books;
        Address pool = labels["lp"];
        Put("lp.in", books.In);
        Put("lp.out", books.Out);
        Put("lp.balance", Ether(pool));
        Put("lp.min", books.MinWithdraw);
        Put("lp.max", books.MaxWithdraw);
        Put("lp.rateCeil", EtherFi.Pool.RateUp);
        Put("lp.pausedUntil", EtherFi.Access.Pause(pool).Until);
        Put("lp.paused", EtherFi.Access.Pause(pool).IsPaused ? 1 : 0);
        Put("eeth.totalShares", EtherFi.EEth.TotalShares);
        Put("weeth.supply", EtherFi.WeEth.Supply);
        Put("weeth.shares", EtherFi.EEth.SharesOf(labels["weeth"]));
        Put("restaker.stETH", world.Ledger.Balance(labels["stETH"], labels["restaker"]));
        foreach ((string name, Hash32 id) in new[]
        {
            ("rl.mint", EtherFiLimiter.Mint), ("rl.burn", EtherFiLimiter.Burn),
        })
        {
            Put(name, Text(EtherFi.Limiter.Bucket(id)));
            Put(name + ".consumable", EtherFi.Limiter.Consumable(id));
        }
    }

    private void ReadQueue()
    {
        EtherFiQueue queue = EtherFi.Withdrawals.Queue;
        Address contract = labels["wrn"];
        Put("wrn.next", queue.Next);
        Put("wrn.lastFinalized", queue.LastFinalized);
        Put("wrn.locked", queue.Locked);
        Put("wrn.balance", Ether(contract));
        Put("wrn.shares", EtherFi.EEth.SharesOf(contract));
        Put("wrn.rates", queue.Rates);
        for (uint id = 1; id < queue.Next; id++)
        {
            EtherFiRequest request = EtherFi.Withdrawals.Request(id);
            Put($"req.{id}", $"{request.Amount},{request.Shares},{(request.IsValid ? 1 : 0)},"
                + labels[request.Owner]);
            if (id > queue.LastFinalized) continue;

            Put($"req.{id}.rate", EtherFi.Withdrawals.FrozenRate(id));
            if (request.Exists) Put($"req.{id}.claimable", EtherFi.Withdrawals.Claimable(id));
        }
    }

    private void ReadRedemptions()
    {
        Put("rm.shares", EtherFi.EEth.SharesOf(labels["rm"]));
        Put("rm.balance", Ether(labels["rm"]));
        foreach (string token in new[] { "ETH", "stETH" })
        {
            EtherFiRedemption terms = EtherFi.Redemptions.Terms(labels[token]);
            Put($"rm.{token}.limit", Text(terms.Bucket));
            Put(
                $"rm.{token}.params", $"{terms.ExitFeeSplitBps},{terms.ExitFeeBps},{terms.LowWatermarkBps}");
            Put($"rm.{token}.redeemable", EtherFi.Redemptions.Redeemable(labels[token]));
        }
    }

    private void ReadOracle()
    {
        EtherFiHandled handled = EtherFi.Admin.Handled;
        EtherFiGuards guards = EtherFi.Admin.Guards;
        Put("efadmin.lastSlot", handled.LastSlot);
        Put("efadmin.lastBlock", handled.LastBlock);
        Put("efadmin.lastExecBlock", handled.LastExecutionBlock);
        Put("efadmin.aprCap", guards.RebaseAprBps);
        Put("efadmin.maxFinPerDay", guards.MaxFinalizedPerDay);
        Put("efadmin.maxNegBps", guards.MaxNegativeRebaseBps);
        Put("efadmin.lastStaleBlock", handled.LastStaleBlock);
        Put("efadmin.wait", guards.PostReportWaitSlots);
        Put("oracle.lastPubSlot", EtherFi.Oracle.Committee.LastPublishedSlot);
        Put("oracle.lastPubBlock", EtherFi.Oracle.Committee.LastPublishedBlock);
        Put("oracle.quorum", EtherFi.Oracle.Committee.Quorum);
        Put("oracle.nextSlotTo", EtherFi.Oracle.NextSlotTo);
    }

    private void ReadUser(string user)
    {
        Address account = labels[user];
        Put($"user.{user}.eth", Ether(account));
        Put($"user.{user}.shares", EtherFi.EEth.SharesOf(account));
        Put($"user.{user}.eeth", EtherFi.EEth.BalanceOf(account));
        Put($"user.{user}.weeth", EtherFi.WeEth.BalanceOf(account));
        Put($"user.{user}.stETH", world.Ledger.Balance(labels["stETH"], account));
        UInt256 until = EtherFi.Access.BlacklistedUntil(account);
        if (!until.IsZero) Put($"user.{user}.blacklistedUntil", until);
    }

    private UInt256 Ether(Address holder) => world.Ledger.Balance(Ledger.Ether, holder);

    private static string Text(TokenBucket bucket) =>
        $"{bucket.Capacity},{bucket.Remaining},{bucket.LastRefill},{bucket.RefillRate}";

    private void Put<T>(string key, T value)
        where T : notnull =>
        _state[key] = string.Create(CultureInfo.InvariantCulture, $"{value}");
}
