using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Timers;

/// <summary>When each timer function ran and when it runs next, so that a restart knows what it missed.</summary>
internal static class TimerTable
{
    public static TimerRow? Find(Database database, string function) => database.First(
        row => new TimerRow(row.GetString(0), row.MaybeInstant(1), row.Instant(2)),
        "SELECT schedule, last, next FROM timers WHERE function = @0",
        function);

    public static void Save(Database database, string function, TimerRow row) => database.Run(
        "INSERT OR REPLACE INTO timers (function, schedule, last, next) VALUES (@0, @1, @2, @3)",
        function,
        row.Schedule,
        row.Last?.UtcTicks,
        row.Next.UtcTicks);
}

/// <param name="Schedule">As it was then: another schedule has missed nothing.</param>
/// <param name="Last">When it ran; null if it never has.</param>
/// <param name="Next">When it is to run.</param>
internal sealed record TimerRow(string Schedule, DateTimeOffset? Last, DateTimeOffset Next);
