using Garrison.Simulation.Rewards;

namespace Garrison.Tests.Simulation.Rewards;

/// <summary>Timelines against arrays of days.</summary>
public sealed class TimelineProperties
{
    private const int DayCount = 30;

    [Fact]
    public void Days_of_one_come_before_those_of_another()
    {
        for (int seed = 1; seed <= Check.Count; seed++)
        {
            Dice dice = new((ulong)seed);
            Timeline<int> first = Draw(dice);
            Timeline<int> second = Draw(dice);
            Timeline<int> merged = first.Or(second);
            int count = 0;
            for (int day = 0; day < DayCount; day++)
            {
                bool isFirst = first.TryGet(day, out int want);
                bool isAny = isFirst || second.TryGet(day, out want);
                Assert.Equal(isAny, merged.TryGet(day, out int got));
                Assert.Equal(isAny ? want : 0, got);
                count += isAny ? 1 : 0;
            }

            Assert.Equal(count, merged.CountDays(0, DayCount - 1));
            Assert.Equal(merged.Periods, merged.Periods.OrderBy(static period => period.From));
        }
    }

    private static Timeline<int> Draw(Dice dice)
    {
        Timeline<int> line = new();
        for (int day = dice.Below(6); day < DayCount;)
        {
            int to = Math.Min(DayCount, day + dice.Below(7));
            line.Append(day, to, 1 + dice.Below(100));
            day = to + dice.Below(5);
        }

        return line;
    }
}
