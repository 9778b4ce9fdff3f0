using System.Globalization;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Time;

/// <summary>
/// Which clock a host runs on. Its state knows how far ahead it was: a clock that went back behind that would show timers,
/// locks and journals from the future.
/// </summary>
internal static class HostClock
{
    /// <summary>From the machine's clock: far enough for every period of law, and near enough for dates and timestamps to have room beyond.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(36525);

    /// <exception cref="LocalHostException">
    /// The state is ahead of the machine's clock, and the host is to run on that; or the start is too far away.
    /// </exception>
    public static async Task<TimeProvider> StartAsync(LocalHostOptions options, Store store)
    {
        var reached = store.Read(database => ClockTable.Find(database));
        var offset = Offset(options, reached);
        if (offset != reached)
            await store.WriteAsync(database => ClockTable.Save(database, offset));
        return options.AdjustableClock ? new AdjustableClock(options.Clock, offset) : options.Clock;
    }

    /// <summary>A moment as people write it: ISO 8601, in UTC unless it says otherwise.</summary>
    public static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : null;

    private static TimeSpan Offset(LocalHostOptions options, TimeSpan? reached)
    {
        var now = options.Clock.GetUtcNow();
        if (!options.AdjustableClock)
        {
            return reached is not { } ahead || ahead <= TimeSpan.Zero ? TimeSpan.Zero : throw new LocalHostException(
                $"The clock of this state was advanced and stands at {now + ahead:u}. Start with --clock, or choose another folder with --data.");
        }

        var wanted = options.ClockStart is { } start ? start - now : TimeSpan.Zero;
        if (wanted.Duration() > Furthest)
            throw new LocalHostException($"The clock cannot start more than {Furthest.Days} days from now.");

        return reached is { } least && least > wanted ? least : wanted;
    }
}
