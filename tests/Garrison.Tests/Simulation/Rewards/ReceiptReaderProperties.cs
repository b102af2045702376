using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;
using Garrison.Simulation.Rewards;
using Garrison.Tests.Engine.Restaking.EigenLayer;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Simulation.Rewards;

/// <summary>What receipts alone say of a market is what its contracts say.</summary>
public sealed class ReceiptReaderProperties
{
    private const int Length = 100;

    private static readonly string[] _stakers = ["alice", "bob", "carol", "op"];
    private static readonly string[] _operators = ["op", "rival"];
    private static readonly string[] _strategies = ["A", "B", "ETH"];

    [Fact]
    public void Facts_of_random_histories_are_the_contracts() => Sequences.Check(
        Math.Max(1, Check.Count / Length), Length, HistoryProperties.Draw, static lines => Fault(lines));

    // Without slashes nothing is rounded, so the indexer's shares are those that can be withdrawn.
    [Fact]
    public void Without_slashes_shares_do_not_drift() => Sequences.Check(
        Math.Max(1, Check.Count / Length), Length, Peaceful, static lines => Fault(lines) ?? Drift(lines));

    private static string Peaceful(Dice dice)
    {
        string line = HistoryProperties.Draw(dice);
        return line.StartsWith("slash ", StringComparison.Ordinal) || line.Contains(" -") ? "pass 1" : line;
    }

    [Fact]
    public void A_slash_takes_of_each_staker_on_its_own()
    {
        (_, ReceiptReader reader) = Play(
        [
            "delegate alice op", "delegate bob op", "deposit alice A 1000", "deposit bob A 7",
            "allocate op op avs/1 A 1e18", "pass 6", "slash avs avs/1 op A 0.5e18",
        ]);
        Assert.Equal("500", reader.Shares[Of("alice"), Of("A")].ToString());
        Assert.Equal("4", reader.Shares[Of("bob"), Of("A")].ToString());
        Assert.Equal(2, reader.Shares.StakersOf(Of("op")).Count);
    }

    [Fact]
    public void A_loss_on_the_beacon_chain_takes_its_part_of_the_pod()
    {
        (Script script, ReceiptReader reader) = Play(
        [
            "beacon alicePod alice 0 32000e9", "beacon alicePod alice 32000e9 -8000e9",
        ]);
        Assert.Equal("24000000000000", reader.Shares[Of("alice"), Of("ETH")].ToString());
        Assert.Equal(
            "24000000000000",
            script.World.EigenLayer.Delegation.WithdrawableShares(Of("alice"), Of("ETH")).ToString());
    }

    [Fact]
    public void An_allocation_counts_from_the_block_it_takes_effect_in()
    {
        (Script script, ReceiptReader reader) = Play(
        [
            "delegate alice op", "deposit alice A 1000", "allocate op op avs/1 A 0.25e18", "pass 1",
        ]);
        Assert.Empty(reader.History.Allocations);
        long asked = (long)script.World.Clock.Seconds;
        Read(script, reader, "pass 40");
        AllocationChange change = Assert.Single(reader.History.Allocations);
        Assert.Equal(250_000_000_000_000_000UL, change.Magnitude);
        Assert.InRange(change.At.Seconds, asked, (long)script.World.Clock.Seconds - 1);
    }

    [Fact]
    public void Time_that_passes_within_a_block_counts()
    {
        (Script script, ReceiptReader reader) = Play(["deposit alice A 1"]);
        Moment before = reader.History.StakerShares[^1].At;
        _ = script.Execute(new AdvanceClock(default, 0, 86_400));
        Read(script, reader, "deposit alice A 1");
        Moment after = reader.History.StakerShares[^1].At;
        Assert.Equal(before.Day + 1, after.Day);
        Assert.Equal(before.Block, after.Block);
    }

    private static string? Fault(IReadOnlyList<string> lines)
    {
        (Script script, ReceiptReader reader) = Play(lines);
        EigenLayerCore core = script.World.EigenLayer;
        foreach ((string @operator, string strategy) in
            _operators.SelectMany(static _ => _strategies, static (one, two) => (one, two)))
        {
            Int256 shares = reader.History.OperatorShares
                .Where(delta => delta.Holder == Of(@operator) && delta.Strategy == Of(strategy))
                .Aggregate(Int256.Zero, static (sum, delta) => sum + delta.Shares);
            UInt256 want = core.Delegation.OperatorShares(Of(@operator), Of(strategy));
            if (shares != Int256.FromUInt256(want))
            {
                return $"{@operator} has {want} of {strategy}, not {shares}";
            }

            MaxMagnitudeChange? max = reader.History.MaxMagnitudes
                .Where(one => one.Operator == Of(@operator) && one.Strategy == Of(strategy))
                .Select(static one => (MaxMagnitudeChange?)one).LastOrDefault();
            if (max is { } last && last.MaxMagnitude != core.Magnitudes.Max(Of(@operator), Of(strategy)))
            {
                return $"the maximum of {@operator} is not {last.MaxMagnitude}";
            }
        }

        foreach (string staker in _stakers)
        {
            DelegationChange last = reader.History.Delegations.LastOrDefault(
                one => one.Staker == Of(staker));
            Address @operator = last.IsDelegated ? last.Operator : Address.Zero;
            Address want = staker == "op" ? Address.Zero : core.Delegation.DelegatedTo(Of(staker));
            if (staker != "op" && @operator != want) return $"{staker} delegates to {want}, not {@operator}";
        }

        return null;
    }

    private static string? Drift(IReadOnlyList<string> lines)
    {
        (Script script, ReceiptReader reader) = Play(lines);
        foreach ((string staker, string strategy) in
            _stakers.SelectMany(static _ => _strategies, static (one, two) => (one, two)))
        {
            UInt256 want = script.World.EigenLayer.Delegation.WithdrawableShares(Of(staker), Of(strategy));
            Int256 got = reader.Shares[Of(staker), Of(strategy)];
            if (got != Int256.FromUInt256(want))
            {
                return $"{staker} can withdraw {want} of {strategy}, not {got}";
            }
        }

        return null;
    }

    private static (Script Script, ReceiptReader Reader) Play(IEnumerable<string> lines)
    {
        Script script = HistoryProperties.Opened(EigenLayerVersion.V1130);
        ReceiptReader reader = new();
        foreach (string line in lines) Read(script, reader, line);

        return (script, reader);
    }

    private static void Read(Script script, ReceiptReader reader, string line)
    {
        if (script.Read(line) is not { } command || script.Execute(command) is not Accepted accepted) return;

        reader.Read(script.World.Clock.Block, (long)script.World.Clock.Seconds, accepted);
    }
}
