using Garrison.Simulation.Books;
using Garrison.Tests.Repository;

namespace Garrison.Tests.Simulation;

/// <summary>The rules give the waits that were seen, on every day on which the limit was constant.</summary>
public sealed class QueueHistoryTests
{
    private const ulong ToleranceCentidays = 5;

    private static readonly IReadOnlyList<QueueDay> _days = QueueHistory.Load(
        Path.Combine(Source.Root, "books", "ethereum-validators"));

    [Fact]
    public void The_exit_queue_of_every_day_is_as_it_was() => Waits(static day => day.Exit, exceptions: 2);

    [Fact]
    public void The_entry_queue_of_every_day_is_as_it_was() => Waits(static day => day.Entry, 117);

    private static void Waits(Func<QueueDay, QueueSide> side, int exceptions)
    {
        Assert.Equal(1179, _days.Count);
        Assert.Equal(exceptions, _days.Count(day => !side(day).IsLimitConstant));
        Source.Report(
            from day in _days
            let queue = side(day)
            where queue.IsLimitConstant
            let error = (long)queue.Centidays - (long)queue.RecordedCentidays
            where Math.Abs(error) > (long)ToleranceCentidays
            select $"{day.Date}: {queue.Centidays} hundredths of a day, recorded {queue.RecordedCentidays}");
    }
}
