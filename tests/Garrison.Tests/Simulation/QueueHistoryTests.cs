using Garrison.Simulation.Books;
using Garrison.Tests.Repository;

namespace Garrison.Tests.Simulation;

/// <summary>The rules give the waits that were recorded, on every day of the record, none left out.</summary>
public sealed class QueueHistoryTests
{
    private const long ToleranceCentidays = 1;

    private static readonly IReadOnlyList<QueueDay> _days = QueueHistory.Load(
        Path.Combine(Source.Root, "books", "ethereum-validators"));

    // The source skips 11 days in five places.
    [Fact]
    public void The_record_is_whole_but_for_eleven_days()
    {
        Assert.Equal(new DateOnly(2023, 5, 21), _days[0].Date);
        Assert.Equal(new DateOnly(2026, 8, 22), _days[^1].Date);
        Assert.Equal(1179, _days.Count);
        Assert.Equal(11, _days[^1].Date.DayNumber - _days[0].Date.DayNumber + 1 - _days.Count);
    }

    [Fact]
    public void The_exit_queue_of_every_day_is_as_it_was() => Waits(static day => day.Exit);

    [Fact]
    public void The_entry_queue_of_every_day_is_as_it_was() => Waits(static day => day.Entry);

    // Before Electra a long queue met a limit that grew on the way: on these days the wait is not the
    // queue over the limit of the day.
    [Fact]
    public void The_limit_of_a_day_held_for_all_of_the_wait_but_on_119_days()
    {
        Assert.Equal(117, _days.Count(static day => !day.Entry.IsLimitConstant));
        Assert.Equal(2, _days.Count(static day => !day.Exit.IsLimitConstant));
        Assert.All(
            _days.Where(static day => !day.Entry.IsLimitConstant || !day.Exit.IsLimitConstant),
            static day => Assert.True(day.Date <= new DateOnly(2024, 3, 13), $"{day.Date}"));
    }

    private static void Waits(Func<QueueDay, QueueSide> side) => Source.Report(
        from day in _days
        let queue = side(day)
        let error = (long)queue.Centidays - (long)queue.RecordedCentidays
        where Math.Abs(error) > ToleranceCentidays
        select $"{day.Date}: {queue.Centidays} hundredths of a day, recorded {queue.RecordedCentidays}");
}
