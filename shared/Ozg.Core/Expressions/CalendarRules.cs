using Ozg.Core.Deadlines;

namespace Ozg.Core.Expressions;

/// <summary>Counting days and months between dates.</summary>
internal static class CalendarRules
{
    /// <summary>The furthest that a date is moved by working days: about a year.</summary>
    public const int MostWorkingDays = 250;

    /// <summary>Without the last day; negative when it comes first.</summary>
    public static int Days(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber;

    /// <summary>
    /// How many months have begun, the first with <paramref name="from"/>, before <paramref name="to"/> begins; 0 when that is not later.
    /// A month ends before the same day of the next, or with the next month when that has no such day (§ 188 (2), (3) BGB).
    /// </summary>
    public static int BegunMonths(DateOnly from, DateOnly to)
    {
        if (to <= from)
            return 0;

        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        if (to.Day > from.Day)
            return months + 1;
        return to.Day == 1 && from.Day > to.AddDays(-1).Day ? months - 1 : months;
    }

    /// <summary>A later day, or an earlier one; a day that the month does not have becomes its last.</summary>
    /// <returns>Null: the count is not whole or too large, or the calendar ends before.</returns>
    public static Value? Add(DateOnly date, decimal count, DateStep by, LegalCalendar calendar)
    {
        if (by == DateStep.WorkingDay)
            return AddWorkingDays(date, count, calendar);

        var byMonths = by == DateStep.Month;
        var furthest = byMonths ? (decimal)(((DateOnly.MaxValue.Year - date.Year) * 12) + DateOnly.MaxValue.Month - date.Month) : DateOnly.MaxValue.DayNumber - date.DayNumber;
        var earliest = byMonths ? (decimal)-(((date.Year - 1) * 12) + date.Month - 1) : -date.DayNumber;
        if (!decimal.IsInteger(count) || count < earliest || count > furthest)
            return null;
        return Value.Of(byMonths ? date.AddMonths((int)count) : date.AddDays((int)count));
    }

    // 0 gives the day itself, whichever it is. Holidays are known from some year on; near the ends of the calendar there is no answer.
    private static Value? AddWorkingDays(DateOnly date, decimal count, LegalCalendar calendar)
    {
        if (!decimal.IsInteger(count) || Math.Abs(count) > MostWorkingDays)
            return null;

        for (var left = (int)count; left != 0;)
        {
            var sign = Math.Sign(left);
            if (date == (sign > 0 ? DateOnly.MaxValue : DateOnly.MinValue))
                return null;
            date = date.AddDays(sign);
            if (date.Year < LegalCalendar.FirstYear)
                return null;
            left -= calendar.IsOfficeDay(date) ? sign : 0;
        }

        return Value.Of(date);
    }
}
