using System.Collections.Concurrent;
using Ozg.Core.Kommunen;

namespace Ozg.Core.Deadlines;

/// <summary>The calendars of the Länder, made once: a case asks for its own with every deadline.</summary>
internal static class OfficeCalendars
{
    private static readonly ConcurrentDictionary<Land, LegalCalendar> Known = new();

    public static LegalCalendar Of(Ags kommune, IReadOnlyList<DateOnly>? closingDays)
    {
        var calendar = Known.GetOrAdd(Lands.Of(kommune), LegalCalendar.For);
        return closingDays is null ? calendar : calendar.WithClosingDays(closingDays);
    }
}
