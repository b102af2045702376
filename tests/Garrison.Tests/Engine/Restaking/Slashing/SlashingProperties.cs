using FsCheck.Fluent;

using Garrison.Engine;
using Garrison.Engine.Restaking.Slashing;
using Garrison.Primitives;
using Garrison.Tests.Engine.Restaking.EigenLayer;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.Slashing;

/// <summary>Laws of the rules, over random histories.</summary>
public sealed class SlashingProperties
{
    private const int Length = 40;

    private static readonly string[] _services = ["fast", "slow", "slower"];

    private static int Sequence => Math.Max(1, Check.Count / Length);

    // The model looks at the meter each second, as a chain with a block a second does.
    [Fact]
    public void A_meter_is_what_a_chain_would_make_of_it() => Sequences.Check(
        Check.Count,
        Length,
        static dice => (
            Seconds: dice.Below(dice.OneIn(2) ? 7 : 40), Power: dice.OneIn(3) ? 0 : dice.Below(30)),
        static steps =>
        {
            SlashMeter meter = SlashMeter.Full;
            (long power, ulong next, ulong now) = (20, 7, 0);
            foreach ((int seconds, int slashed) in steps)
            {
                for (int i = 0; i < seconds; i++)
                {
                    now++;
                    if (now >= next) (power, next) = (Math.Min(power + 20, 20), now + 7);
                    if (power == 20) next = now + 7;
                }

                meter = meter.At(now, 20UL, 7);
                if (meter.Power.ToString() != power.ToString()) return $"{meter.Power} and not {power}";
                if (meter.IsExhausted) continue;

                meter = meter.Minus((ulong)slashed);
                power -= slashed;
            }

            return null;
        });

    [Fact]
    public void A_power_cap_keeps_sum_order_and_cap() => Sequences.Check(
        Check.Count, 7, static dice => (ulong)dice.Below(1000) + 1, static powers =>
        {
            PowerShare[] before = [.. powers.Select(
                static (power, i) => new PowerShare(Address.FromNumber((ulong)i + 1), power))];
            uint percent = (uint)(powers.Aggregate(0UL, static (sum, power) => sum + power) % 60) + 1;
            return PowerFault(before, PowerCap.Shape(before, percent), percent);
        });

    [Fact]
    public void A_refund_is_exact() => Check.That(
        Any.UInt128.Where(static amount => !amount.IsZero),
        Any.UInt64.ListOf(5).Where(static weights => weights.Any(static weight => !weight.IsZero)),
        static (amount, weights) =>
        {
            LockedSlash slash = new(default, default, amount, weights.Sum(), 0, default, weights.Count);
            UInt256 reached = UInt256.Zero;
            UInt256 paid = UInt256.Zero;
            foreach (UInt256 weight in weights)
            {
                UInt256 part = slash.Part(reached, weight);
                UInt256 exactDown = UInt256.MulDivDown(amount, weight, slash.TotalWeight);
                if (part < exactDown || part > exactDown + UInt256.One) return false;

                reached += weight;
                paid += part;
            }

            return paid == amount;
        });

    [Fact]
    public void A_span_takes_the_most_of_what_was_asked() => Sequences.Check(
        Sequence, 8, static dice => dice.Below(60) + 1, static percents =>
        {
            Script script = Script.Play($"""
                {Markets.One}
                spans avs 3600 28                              ok
                """);
            foreach (int percent in percents)
            {
                _ = script.Execute(script.Read($"propose 0 0 0 slash avs avs/1 op A 0.{percent:00}e18")!);
            }

            UInt256 most = 10.Ether * (ulong)percents.DefaultIfEmpty().Max();
            UInt256 taken = script.World.SlashPipeline.Spans.LossIn(Of("avs"), Of("op"), Of("A"), 0).Taken;
            UInt256 left = script.World.EigenLayer.Delegation.OperatorShares(Of("op"), Of("A"));
            if (taken != most) return $"took {taken} and not {most}";

            // A unit of magnitude stands for 1,000 shares, and each slash rounds one up.
            return left.AbsoluteDifference(1000.Ether - most) <= 8_000UL ? null : $"{left} are left";
        });

    [Fact]
    public void An_epoch_takes_no_more_than_its_cap() => Sequences.Check(
        Sequence, 12, static dice => dice.OneIn(4) ? 0 : dice.Below(30) + 1, static steps =>
        {
            Script script = Script.Play($"""
                {Markets.One}
                epochCap avs A 100e18 3600                     ok
                """);
            UInt256 atStart = 1000.Ether;
            foreach (int step in steps)
            {
                string line = step == 0 ? "pass 300" : $"propose 0 0 0 slash avs avs/1 op A 0.{step:00}e18";
                _ = script.Execute(script.Read(line)!);
                UInt256 left = script.World.EigenLayer.Delegation.OperatorShares(Of("op"), Of("A"));
                if (step == 0) atStart = left;
                if (atStart - left > 100.Ether + 12_000UL) return $"took {atStart - left}";
            }

            return null;
        });

    [Fact]
    public void A_delay_is_the_longest_and_never_ends_earlier() =>
        Sequences.Check(Sequence, Length, DrawBond, static lines =>
        {
            Script script = Script.Play("""
                unbonding fast 60                              ok
                unbonding slow 300                             ok
                unbonding slower 900                           ok
                """);
            World world = script.World;
            ulong freeBefore = 0;
            foreach (string line in lines)
            {
                _ = script.Execute(script.Read(line)!);
                ulong delay = world.SlashPipeline.Bonds.DelaySeconds(Of("alice"));
                foreach (Bond bond in world.SlashPipeline.Bonds.Of(Of("alice")))
                {
                    if (delay < bond.UnbondingSeconds) return $"{delay} is too short: {line}";
                }

                ulong free = world.Clock.Seconds + delay;
                if (free < freeBefore) return $"free {freeBefore - free} earlier: {line}";

                freeBefore = free;
            }

            return null;
        });

    private static string DrawBond(Dice dice) => dice.Below(3) switch
    {
        0 => $"bond alice {dice.Of<string>(_services)}",
        1 => $"unbond alice {dice.Of<string>(_services)}",
        _ => $"pass {dice.Below(60)}",
    };

    private static string? PowerFault(PowerShare[] before, PowerShare[] after, uint percent)
    {
        if (before.Length == 0) return null;

        UInt256 sum = before.Sum(static share => share.Power);
        UInt256 max = UInt256.Max(UInt256.One, UInt256.MulDivDown(sum, (ulong)percent, 100UL));
        bool isFeasible = sum <= max * (ulong)before.Length;
        if (after.Any(share => share.Power > max)) return $"above {max}";
        if (isFeasible && after.Sum(static share => share.Power) != sum) return "the sum changed";
        if (!isFeasible && after.Any(share => share.Power != max)) return $"below {max}, with more to give";

        foreach (PowerShare share in before)
        {
            UInt256 shaped = PowerOf(after, share);
            if (before.Any(less => less.Power < share.Power && PowerOf(after, less) > shaped))
            {
                return $"{share.Holder} fell behind";
            }
        }

        return null;
    }

    private static UInt256 PowerOf(PowerShare[] after, PowerShare share) =>
        after.Single(shaped => shaped.Holder == share.Holder).Power;
}
