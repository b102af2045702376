using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>Laws of rewards (5.5) over random histories whose roots are honest: they assign no more than was
/// paid in, and never less than before.</summary>
public sealed class RewardsProperties
{
    private const string Begin = """
        rewards 60 1000                                  ok
        approve alice tA 1e40                            ok
        """;

    private const int Length = 60;

    private static readonly string[] _earners = ["eve", "dan", "fay", "gus"];

    [Fact]
    public void Rewards_keep_their_laws() =>
        Sequences.Check(Math.Max(1, Check.Count / Length), Length, Draw, Fault);

    private static string Draw(Dice dice) => dice.Below(8) switch
    {
        0 or 1 => $"payAvs alice tA {1 + dice.Below(100_000)} 0 100 A",
        2 => $"root {dice.Below(1_000_000)}",
        3 => dice.OneIn(3) ? $"disable updater {dice.Below(4)}" : $"wait {1 + dice.Below(90)}",
        4 => $"wait {1 + dice.Below(90)}",
        5 => $"optIn alice alice {dice.Of("yes", "no")}",
        _ => $"claim {dice.Below(100)} {dice.Of<string>(_earners)}",
    };

    private static string? Fault(IReadOnlyList<string> lines)
    {
        History history = new();
        foreach (string line in lines)
        {
            if (history.Play(line) is { } fault) return $"{fault}, after {line}";
        }

        return null;
    }

    private sealed class History
    {
        private readonly Script _script = Script.Play(Begin);
        private readonly List<UInt256[]> _assigned = [];
        private readonly List<DistributionRoot> _roots = [];
        private UInt256[] _drawn = [];
        private UInt256 _paidIn;

        private RewardsCoordinator Rewards => _script.World.EigenLayer.Rewards;

        public string? Play(string line)
        {
            string[] words = line.Split(' ');
            Hash32 digest = _script.World.Digest();
            UInt256[] before = Claimed();
            Receipt receipt = _script.Execute(words[0] switch
            {
                "root" => NextRoot(ulong.Parse(words[1])),
                "claim" => Claim(words),
                _ => _script.Read(line)!,
            });
            if (receipt is Refused refused)
            {
                return _script.World.Digest() != digest ? "a refusal changed the world"
                    : refused.Reason.Name.Contains("exceeds balance") ? "what was paid in does not suffice"
                    : null;
            }

            if (words[0] == "payAvs") _paidIn = Held() + Out();
            if (words[0] == "root") _assigned.Add(_drawn);

            string? fault = words[0] == "claim" ? ClaimFault(words, before) : null;
            return fault ?? RootFault(words[0]) ?? SumFault(before);
        }

        private UInt256 Held() => _script.World.Ledger.Balance(Of("tA"), Of("rc"));

        private UInt256 Out() => Claimed().Aggregate(UInt256.Zero, static (sum, one) => sum + one);

        private UInt256[] Claimed() =>
            [.. _earners.Select(earner => Rewards.Claims.Claimed(Of(earner), Of("tA")))];

        // Every earner gets a part of what no root has assigned yet.
        private SubmitRoot NextRoot(ulong seed)
        {
            Dice dice = new(seed);
            UInt256[] last = _assigned.Count == 0 ? new UInt256[_earners.Length] : _assigned[^1];
            UInt256 free = _paidIn - last.Aggregate(UInt256.Zero, static (sum, one) => sum + one);
            UInt256[] next = new UInt256[last.Length];
            for (int i = 0; i < last.Length; i++)
            {
                UInt256 part = UInt256.MulDivDown(free, (ulong)dice.Below(101), 100UL);
                free -= part;
                next[i] = last[i] + part;
            }

            _drawn = next;
            uint end = (uint)_script.World.Clock.Seconds - 1;
            return new SubmitRoot(Of("updater"), TreeOf(next).Root, end);
        }

        // The number drawn stands for one of the roots that there are; without any, for one there is not.
        private ProcessClaims Claim(string[] words)
        {
            string earner = words[2];
            int root = _assigned.Count == 0 ? 0 : int.Parse(words[1]) % _assigned.Count;
            words[1] = root.ToString();
            RewardsClaim claim = _assigned.Count == 0
                ? EarningsTree.Parse($"{earner}:tA=1").Claim(0, earner)
                : TreeOf(_assigned[root]).Claim((uint)root, earner);
            return new ProcessClaims(Of(earner), [claim], Of(earner));
        }

        private static EarningsTree TreeOf(UInt256[] amounts) => new(_earners.Zip(
            amounts, static (earner, amount) => (earner, new TokenEarnings[] { new(Of("tA"), amount) })));

        // A claim is up to what its root says, however much was claimed before, and then never again.
        private string? ClaimFault(string[] words, UInt256[] before)
        {
            int earner = Array.IndexOf(_earners, words[2]);
            UInt256 says = _assigned[int.Parse(words[1])][earner];
            DistributionRoot root = Rewards.Roots[ulong.Parse(words[1])];
            bool isActive = !root.IsDisabled && root.ActivatedAt <= _script.World.Clock.Seconds;
            if (!isActive) return "a root paid too early";
            if (Claimed()[earner] != says || says <= before[earner]) return "a claim is not to its root";

            return _script.World.Ledger.Balance(Of("tA"), Of(words[2])) == says ? null : "a claim paid amiss";
        }

        private string? RootFault(string verb)
        {
            ulong now = _script.World.Clock.Seconds;
            for (int i = 0; i < _roots.Count; i++)
            {
                DistributionRoot root = Rewards.Roots[(ulong)i];
                if (root with { IsDisabled = _roots[i].IsDisabled } != _roots[i]) return "a root changed";
                if (root.IsDisabled == _roots[i].IsDisabled) continue;
                if (_roots[i].IsDisabled || root.ActivatedAt <= now) return "a root was disabled too late";

                _roots[i] = root;
            }

            if (verb != "root") return null;

            _roots.Add(Rewards.Roots[Rewards.Roots.Count - 1]);
            return _roots.Count > 1 && _roots[^1].CalculatedTo <= _roots[^2].CalculatedTo
                ? "a root went back in time"
                : null;
        }

        private string? SumFault(UInt256[] before) =>
            Claimed().Zip(before).Any(static pair => pair.First < pair.Second) ? "what was claimed fell"
                : Held() + Out() != _paidIn ? "tokens went missing"
                : null;
    }
}
