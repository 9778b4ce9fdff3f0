using System.Globalization;
using NCrontab;

namespace Ozg.Hosting.Timers;

/// <summary>When a timer function runs, in UTC: NCRONTAB with five or six fields (seconds first), or an interval.</summary>
internal sealed class Schedule
{
    private readonly CrontabSchedule? _cron;
    private readonly TimeSpan _interval;

    private Schedule(CrontabSchedule? cron, TimeSpan interval)
    {
        _cron = cron;
        _interval = interval;
    }

    /// <exception cref="LocalHostException">It is neither; the message names the function.</exception>
    public static Schedule Parse(string text, string function)
    {
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero)
            return new Schedule(null, interval);

        var hasSeconds = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6;
        return CrontabSchedule.TryParse(text, new() { IncludingSeconds = hasSeconds }) is { } cron
            ? new Schedule(cron, default)
            : throw new LocalHostException($"Function {function}: '{text}' is no schedule, neither NCRONTAB nor hh:mm:ss.");
    }

    /// <summary>The first occurrence after <paramref name="instant"/>.</summary>
    public DateTimeOffset Next(DateTimeOffset instant) => _cron is null
        ? instant + _interval
        : new DateTimeOffset(_cron.GetNextOccurrence(instant.UtcDateTime), TimeSpan.Zero);
}
