using System.Numerics;

using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Engine.LiquidRestaking.EtherFi;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking.EtherFi;

/// <summary>What holds after any command, from its events and the views.</summary>
internal sealed class EtherFiLaws(World world)
{
    private static readonly string[] _holders =
    [
        "alice", "bob", "carol", "wrn", "rm", "weeth", "treasury", "fees",
    ];

    private static readonly Address[] _people = [Of("alice"), Of("bob"), Of("carol")];

    private readonly BigInteger _walletsAtFirst = Wallets(world);
    private BigInteger _credited;
    private BigInteger _rewards;
    private ShareRate _before;
    private BigInteger[] _frozen = [];

    private EtherFiCore EtherFi => world.EtherFi;

    /// <summary>Remembers the rate, and what finalized requests pay.</summary>
    public void Remember()
    {
        _before = EtherFi.Pool.Rate;
        _frozen = [.. Finalized().Select(id => EtherFi.Withdrawals.FrozenRate(id).ToBigInteger())];
    }

    /// <summary>The first law that an accepted command broke, or null.</summary>
    /// <param name="events">What it logged.</param>
    /// <param name="isPaid">Whether what it deposits comes out of a wallet.</param>
    public string? Fault(IEnumerable<Event> events, bool isPaid)
    {
        Event[] facts = [.. events];
        foreach (Event fact in facts)
        {
            Count(fact, isPaid);
        }

        return AccountFault() ?? SharesFault() ?? EscrowFault() ?? RateFault(facts) ?? QueueFault();
    }

    private static BigInteger Wallets(World world) => _people.Aggregate(
        BigInteger.Zero,
        (sum, who) => sum + world.Ledger.Balance(Ledger.Ether, who).ToBigInteger()
            + world.Ledger.Balance(Of("tA"), who).ToBigInteger());

    private void Count(Event fact, bool isPaid)
    {
        if (fact is EtherFiDeposited deposited && !isPaid) _credited += deposited.Amount.ToBigInteger();
        if (fact is EtherFiRebased rebased)
        {
            _rewards += rebased.TotalEthLocked.ToBigInteger() - _before.Assets.ToBigInteger();
        }
    }

    // What people do not have in their wallets any more, what was credited, and rewards less losses are all
    // there: to the wei.
    private string? AccountFault()
    {
        BigInteger due = _walletsAtFirst - Wallets(world) + _credited + _rewards;
        return due == EtherFi.TotalAssets.ToBigInteger() ? null : $"{due} is due, not {EtherFi.TotalAssets}";
    }

    private string? SharesFault()
    {
        BigInteger held = _holders.Aggregate(
            BigInteger.Zero, (sum, who) => sum + EtherFi.EEth.SharesOf(Of(who)).ToBigInteger());
        if (held != EtherFi.EEth.TotalShares.ToBigInteger()) return "shares are lost";
        if (EtherFi.WeEth.Supply > EtherFi.EEth.SharesOf(Of("weeth"))) return "weETH lacks shares";

        BigInteger balances = _holders.Aggregate(
            BigInteger.Zero, (sum, who) => sum + EtherFi.EEth.BalanceOf(Of(who)).ToBigInteger());
        BigInteger dust = EtherFi.TotalAssets.ToBigInteger() - balances;
        return dust < 0 || dust >= _holders.Length ? $"balances leave {dust}" : null;
    }

    private string? EscrowFault()
    {
        UInt256 asked = UInt256.Zero;
        UInt256 shares = UInt256.Zero;
        for (uint id = 1; id < EtherFi.Withdrawals.Queue.Next; id++)
        {
            EtherFiRequest request = EtherFi.Withdrawals.Request(id);
            shares += request.Shares;
            bool isFinal = id <= EtherFi.Withdrawals.Queue.LastFinalized;
            if (isFinal && request.IsValid) asked += request.Amount;
        }

        return EtherFi.Withdrawals.Queue.Locked != asked ? "the escrow is not what was asked for"
            : world.Ledger.Balance(Ledger.Ether, Of("wrn")) != asked ? "the escrow lacks ether"
            : EtherFi.EEth.SharesOf(Of("wrn")) != shares ? "the queue lacks shares"
            : world.Ledger.Balance(Ledger.Ether, Of("lp")) != EtherFi.Pool.Books.In ? "the pool lacks ether"
            : null;
    }

    // Only a report lowers the rate, and a claim that pays more than its shares are worth by now. A deposit
    // raises it by less than what a share is worth.
    private string? RateFault(Event[] facts)
    {
        ShareRate rate = EtherFi.Pool.Rate;
        if (facts.Any(static fact => fact is EtherFiRebased or EtherFiRequestClaimed)) return null;
        if (rate.IsBelow(_before)) return "the rate fell";
        if (_before.Assets.IsZero) return null;

        BigInteger risen = (rate.Assets.ToBigInteger() * _before.Shares.ToBigInteger())
            - (_before.Assets.ToBigInteger() * rate.Shares.ToBigInteger());
        return facts.Any(static fact => fact is EtherFiDeposited) && risen >= _before.Assets.ToBigInteger()
            ? "a deposit gave more than rounding to others"
            : null;
    }

    private string? QueueFault()
    {
        BigInteger[] now = [.. Finalized().Select(id => EtherFi.Withdrawals.FrozenRate(id).ToBigInteger())];
        return now.Length < _frozen.Length || !now.AsSpan(0, _frozen.Length).SequenceEqual(_frozen)
            ? "a frozen rate moved"
            : null;
    }

    private IEnumerable<uint> Finalized()
    {
        for (uint id = 1; id <= EtherFi.Withdrawals.Queue.LastFinalized; id++)
        {
            yield return id;
        }
    }
}
