using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.Lido;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking.Lido;

/// <summary>The laws of Lido over random histories: who stakes, asks and claims, and what reports
/// say.</summary>
public sealed class LidoLaws
{
    private const int Length = 80;

    private static readonly string[] _holders = ["alice", "bob", "fund"];

    [Fact]
    public void Value_is_kept_and_nobody_is_paid_by_others() =>
        Sequences.Check(Math.Max(1, Check.Count / Length), Length, static dice => dice.Next(), Fault);

    [Fact]
    public void Histories_reach_finalisations_losses_and_cover()
    {
        History history = new();
        for (ulong seed = 1; seed <= 20; seed++)
        {
            Dice dice = new(seed);
            for (int i = 0; i < Length; i++) history.Step(dice.Next());
        }

        Assert.Contains(typeof(LidoWithdrawalClaimed), history.Reached);
        Assert.Contains(typeof(LidoWithdrawalsFinalized), history.Reached);
        Assert.Contains(typeof(LidoNegativeRebaseAccepted), history.Reached);
        Assert.Contains(typeof(LidoSharesBurnt), history.Reached);
        Assert.Contains(typeof(LidoUnbuffered), history.Reached);
    }

    private static string? Fault(IReadOnlyList<ulong> steps)
    {
        History history = new();
        foreach (ulong step in steps)
        {
            if (history.Step(step) is { } fault) return fault;
        }

        return null;
    }

    /// <summary>A history with books of its own, from the events alone.</summary>
    private sealed class History
    {
        private readonly LidoScript _script = LidoScript.Play("""
            fees gov 10e18 ops=5e18 ok
            allow alice ok
            allow bob ok
            submit alice 1000e18 ok
            submit fund 100e18 ok
            """);

        // Staked, and earned less lost; and paid to the queue.
        private Int256 _value = Int256.FromUInt256(Number("1100e18"));
        private UInt256 _locked;

        public HashSet<Type> Reached { get; } = [];

        private LidoCore Lido => _script.World.Lido;

        public string? Step(ulong number)
        {
            Dice dice = new(number);
            UInt256 rate = Lido.Pool.RateDown;
            Command command = Draw(dice);
            if (_script.Execute(command) is not Accepted accepted) return null;

            foreach (Event fact in accepted.Events)
            {
                _ = Reached.Add(fact.GetType());
                Book(fact);
            }

            return command is not ReportToLido && Lido.Pool.RateDown < rate ? "the rate fell without a report"
                : command is not ReportToLido && Lido.Pool.RateDown - rate > Number("1e9") ? "the rate rose"
                : Fault();
        }

        private Command Draw(Dice dice)
        {
            string who = dice.Of(_holders);
            UInt256 amount = Number("1e18") * (ulong)dice.Below(40) + (ulong)dice.Below(1000);
            UInt256 id = Lido.Queue.LastFinalized.SaturatingSub((ulong)dice.Below(5));
            return _script.Parse((dice.Below(12) switch
            {
                0 or 1 => $"submit {who} {amount}",
                2 or 3 => $"request {who} {amount}",
                4 => $"wrap {who} {amount}",
                5 => $"unwrap {who} {amount}",
                6 => $"requestWrapped {who} {amount}",
                7 => $"claim {Owner(id)} {id}",
                8 => $"deposit dsm {dice.Below(10)}",
                9 => $"burn fund {dice.Below(1000)}000000000000000 cover",
                _ => Report(dice),
            }).Split(' '));
        }

        private string Owner(UInt256 id) => Array.Find(
            _holders, holder => Lido.Queue.Status(id)?.Owner == Of(holder)) ?? "alice";

        // The oracle learns the rate from a report without withdrawals, and splits what it can pay.
        private string Report(Dice dice)
        {
            _script.PlayLines("wait 86400 ok");
            LidoAccounts accounts = Lido.Pool.Accounts;
            UInt256 principal = accounts.Balance
                + (Number("32e18") * (accounts.Deposited - accounts.Validators));
            UInt256 leaves = UInt256.Min(principal, Number("1e18") * (ulong)dice.Below(60));
            UInt256 stays = principal - leaves;
            UInt256 changed = stays.DivDown((ulong)(20_000 + dice.Below(1_000_000)));
            stays = dice.OneIn(3) ? stays - changed : stays + changed;
            _script.PlayLines($"ether withdrawals {leaves} ok");
            _script.PlayLines($"ether rewards {dice.Below(1000)}000000000000 ok");
            string said = $"report {accounts.Deposited} {stays} burn={Lido.Burner.RequestedShares}"
                + $" withdrawals={Balance("withdrawals")} rewards={Balance("rewards")}";
            if (Lido.Reports.Simulate(
                (ReportToLido)_script.Parse(said.Split(' ')), out LidoUpdate update) is not null)
            {
                return said;
            }

            UInt256 ether = accounts.Buffered + update.Smoothing.Withdrawals + update.Smoothing.Rewards;
            IReadOnlyList<UInt256> batches = Lido.Queue.BatchesFor(
                ether, update.ShareRateDown, _script.World.Clock.Seconds - 1);
            return batches.Count == 0
                ? said
                : $"{said} rate={update.ShareRateDown} batches={string.Join(',', batches)}";
        }

        private UInt256 Balance(string who) => _script.World.Ledger.Balance(Ledger.Ether, Of(who));

        private void Book(Event fact)
        {
            switch (fact)
            {
                case LidoSubmitted submitted:
                    _value += Int256.FromUInt256(submitted.Amount);
                    break;
                case LidoEtherDistributed report:
                    _value += Int256.FromUInt256(report.PostClBalance)
                        - Int256.FromUInt256(report.PreClBalance)
                        + Int256.FromUInt256(report.WithdrawalsWithdrawn)
                        + Int256.FromUInt256(report.ExecutionLayerRewardsWithdrawn);
                    break;
                case LidoWithdrawalsFinalized finalized:
                    _locked += finalized.AmountOfETHLocked;
                    _value -= Int256.FromUInt256(finalized.AmountOfETHLocked);
                    break;
                case LidoWithdrawalClaimed claimed:
                    _locked -= claimed.AmountOfETH;
                    break;
            }
        }

        private string? Fault()
        {
            Ledger ledger = _script.World.Ledger;
            LidoAccounts accounts = Lido.Pool.Accounts;
            UInt256 pooled = Lido.Pool.TotalEther;
            UInt256 shares = _holders
                .Concat(["queue", "wstETH", "burner", "treasury", "ops"])
                .Select(holder => ledger.SharesOf(Of("stETH"), Of(holder))).Sum();
            return Int256.FromUInt256(pooled) != _value ? "the pool is not what came in, earned and left"
                : pooled != accounts.Buffered + accounts.Balance + Lido.Pool.TransientEther
                    ? "the pool is not the sum of its parts"
                : Balance("stETH") != accounts.Buffered ? "ether in hand is not there"
                : Balance("queue") != _locked || Lido.Queue.LockedEther != _locked
                    ? "locked ether is not there"
                : shares != Lido.Pool.TotalShares ? "shares do not add up"
                : ledger.SharesOf(Of("stETH"), Of("wstETH")) < ledger.Supply(Of("wstETH"))
                    ? "wstETH is not covered"
                : DustFault();
        }

        // What is locked pays all that was finalised, with at most two wei a request to spare.
        private string? DustFault()
        {
            UInt256 owed = UInt256.Zero;
            for (UInt256 id = UInt256.One; id <= Lido.Queue.LastFinalized; id += UInt256.One)
            {
                _ = Lido.Queue.FindHint(id, UInt256.One, Lido.Queue.LastCheckpoint, out UInt256 hint);
                _ = Lido.Queue.Claimable(id, hint, out UInt256 amount);
                owed += amount;
                if (amount > Lido.Queue.Status(id)!.Value.Ether) return "more is paid than was asked for";
            }

            return owed > _locked ? "more is owed than is locked"
                : _locked - owed > Lido.Queue.LastFinalized * 2UL ? "too much is left over"
                : null;
        }
    }
}
