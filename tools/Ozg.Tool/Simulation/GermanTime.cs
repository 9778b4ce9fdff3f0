using System.Globalization;
using Ozg.Core.Kommunen;

namespace Ozg.Tool.Simulation;

/// <summary>What German clocks show, read and written.</summary>
internal static class GermanTime
{
    private static readonly CultureInfo Names = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A moment by the clock. Where clocks are put back, the first of the two; where they are put forward, an hour later.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var midnight = LegalTime.EndOf(day.AddDays(-1));
        var moment = LegalTime.ClockOf(midnight + time.ToTimeSpan());
        return moment - (LegalTime.DayOf(moment) == day ? moment.TimeOfDay - time.ToTimeSpan() : TimeSpan.Zero);
    }

    /// <summary>Reads <c>2026-11-23T08:00</c>.</summary>
    public static bool TryRead(string text, out DateTimeOffset moment)
    {
        var read = DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local);
        moment = read ? At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)) : default;
        return read;
    }

    public static string Moment(DateTimeOffset moment) => LegalTime.ClockOf(moment).ToString("ddd dd.MM.yyyy HH:mm", Names);

    public static string Day(DateOnly day) => day.ToString("ddd dd.MM.yyyy", Names);
}
