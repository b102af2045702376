using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer.Emissions;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>Laws of emissions over random histories of presses, sweeps and distributions.</summary>
public sealed class EmissionsProperties
{
    private const string Begin = """
        rewards                                              ok
        emissions                                            ok
        forAll owner ec                                      ok
        letEmit avs UniqueStake                              ok
        payFee ec                                            ok
        """;

    private const int Length = 100;

    [Fact]
    public void Emissions_keep_their_laws() =>
        Sequences.Check(Math.Max(1, Check.Count / Length), Length, Draw, Fault);

    private static string? Fault(IReadOnlyList<string> lines)
    {
        Script script = Script.Play(Begin);
        Books books = new();
        foreach (string line in lines)
        {
            if (script.Execute(script.Read(line)!) is not Accepted accepted) continue;

            string? fault = books.Book(accepted.Events, script.World.EigenLayer.Emissions.CurrentEpoch)
                ?? books.Fault(script.World);
            if (fault is not null) return $"{fault}, after {line}";
        }

        return null;
    }

    private static string Draw(Dice dice)
    {
        string kind = dice.Of(
            "RewardsForAllEarners", "OperatorSetUniqueStake", "OperatorSetTotalStake", "EigenDA", "Manual");
        string terms = $"{dice.Of(0, 1, 500, 2500)} {dice.Below(6)} {dice.Below(3)} avs/1";
        string lists = string.Join(' ', Enumerable.Range(0, dice.Below(4)).Select(_ =>
            dice.Of("A:1", "A:1,B:2", "C:0", "B:1,A:1")));
        return dice.Below(9) switch
        {
            0 or 1 => $"add council {kind} {terms} {lists}".TrimEnd(),
            2 => $"update council {dice.Below(6)} {dice.Of(kind, "Disabled")} {terms} {lists}".TrimEnd(),
            3 or 4 or 5 => $"press {dice.Below(4)}",
            6 => dice.OneIn(4) ? "pressStarved 2" : "sweep",
            7 => dice.OneIn(2) ? "pause pauser rc 1025" : "unpause unpauser rc 0",
            _ => $"pass {dice.Of(3, 20, 50)}",
        };
    }

    /// <summary>What the events alone say.</summary>
    private sealed class Books
    {
        private readonly HashSet<(ulong Id, UInt256 Epoch)> _processed = [];
        private readonly HashSet<UInt256> _minted = [];
        private UInt256 _submitted;
        private UInt256 _toCouncil;

        public string? Book(IEnumerable<Event> events, UInt256 epoch)
        {
            foreach (Event fact in events)
            {
                switch (fact)
                {
                    case DistributionProcessed one when !_processed.Add((one.DistributionId, one.Epoch)):
                        return "a distribution was processed twice in an epoch";
                    case Transferred moved when moved.Contract == Of("tE"):
                        if (moved.From.IsZero && !_minted.Add(epoch)) return "an epoch was minted twice";

                        if (moved.From == Of("ec")) Pay(moved);

                        break;
                    default:
                        break;
                }
            }

            return null;
        }

        public string? Fault(World world)
        {
            EmissionsController emissions = world.EigenLayer.Emissions;
            UInt256 minted = (UInt256)EmissionsVerbs.Inflation * (ulong)_minted.Count;
            UInt256 held = world.Ledger.Balance(Of("tE"), Of("ec"));
            ulong weight = 0;
            for (ulong id = 0; id < emissions.TotalDistributions; id++)
            {
                weight += emissions.DistributionOf(id).WeightBps;
            }

            if (weight != emissions.TotalWeightBps || weight > 10_000) return "the weights do not add up";
            if (minted != _submitted + _toCouncil + held) return "minted is not distributed, swept and held";
            if (minted != world.Ledger.Balance(Of("tX"), Of("tE"))) return "EIGEN is not backed one to one";

            return emissions.ProcessableDistributions <= emissions.TotalDistributions
                ? null
                : "more can be processed than there is";
        }

        private void Pay(Transferred moved)
        {
            if (moved.To == Of("rc")) _submitted += moved.Value;
            if (moved.To == Of("council")) _toCouncil += moved.Value;
        }
    }
}
