using Ozg.Core.Kommunen;

namespace Ozg.Core.Deadlines;

/// <summary>
/// When a period ends (§§ 187 to 193 BGB, § 31 VwVfG). Which days are holidays depends on a place: for a declaration or a payment it is
/// where that has to arrive, so for the applicant's periods the seat of the authority.
/// </summary>
public static class DeadlineRules
{
    /// <summary>A period that an event begins. The day of the event is not counted (§ 187 (1) BGB).</summary>
    /// <param name="eventDay">The day of the event: the dog was taken in, the decision was made known.</param>
    /// <param name="period">How long.</param>
    /// <param name="end">What becomes of an end on a Saturday, Sunday or holiday.</param>
    /// <param name="calendar">The days that count.</param>
    /// <param name="suspensions">When it stood still; in any order, also overlapping; those after its end have no effect.</param>
    public static Deadline After(DateOnly eventDay, Period period, EndShift end, LegalCalendar calendar, params IReadOnlyList<Suspension> suspensions) =>
        Compute(
            [new(ReasonCode.EventDayNotCounted, eventDay.AddDays(1), "§ 187 Abs. 1 BGB") { From = eventDay }],
            new(eventDay.AddDays(1), AfterEvent: true, period), end, calendar, suspensions);

    /// <summary>A period that begins with the beginning of a day, which is counted (§ 187 (2) BGB).</summary>
    /// <param name="firstDay">The first day of the period.</param>
    /// <param name="period">How long.</param>
    /// <param name="end">What becomes of an end on a Saturday, Sunday or holiday.</param>
    /// <param name="calendar">The days that count.</param>
    /// <param name="suspensions">When it stood still, as for <see cref="After"/>.</param>
    public static Deadline BeginningWith(DateOnly firstDay, Period period, EndShift end, LegalCalendar calendar, params IReadOnlyList<Suspension> suspensions) =>
        Compute(
            [new(ReasonCode.BeginsWithDay, firstDay, "§ 187 Abs. 2 BGB")],
            new(firstDay, AfterEvent: false, period), end, calendar, suspensions);

    /// <summary>
    /// A period that the authority set: it runs from the day after it was made known (§ 31 (2) VwVfG, § 108 (2) AO). If the authority told the citizen
    /// another beginning, that one counts: <see cref="BeginningWith"/>.
    /// </summary>
    /// <param name="served">When it was made known.</param>
    /// <param name="period">How long.</param>
    /// <param name="end">What becomes of an end on a Saturday, Sunday or holiday.</param>
    /// <param name="calendar">The days that count.</param>
    /// <param name="suspensions">When it stood still, as for <see cref="After"/>.</param>
    public static Deadline SetByAuthority(Service.Served served, Period period, EndShift end, LegalCalendar calendar, params IReadOnlyList<Suspension> suspensions) =>
        Compute(
            [.. served.Reasoning, new(ReasonCode.SetByAuthority, served.Day.AddDays(1), end == EndShift.Ao ? "§ 108 Abs. 2 AO" : "§ 31 Abs. 2 VwVfG") { From = served.Day }],
            new(served.Day.AddDays(1), AfterEvent: true, period), end, calendar, suspensions);

    /// <summary>
    /// A day that somebody named. An authority's Termin stays where it is (<see cref="EndShift.Appointment"/>), also an end that it named
    /// with a pointer to the law (<see cref="EndShift.NamedDay"/>); a day on which something is to be declared or paid moves (§ 193 BGB).
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="end">What becomes of a Saturday, Sunday or holiday.</param>
    /// <param name="calendar">The days that count.</param>
    public static Deadline On(DateOnly day, EndShift end, LegalCalendar calendar) =>
        Deadline.At([new(ReasonCode.NamedDay, day, end.Source), .. Shifted(day, end, calendar)]);

    /// <summary>
    /// A longer period: what is added is counted from the end of the old one (§ 190 BGB), which is the day to which that had moved (BGH
    /// 14.12.2005 - IX ZB 198/04, 10.03.2009 - VII ZB 87/08). Only periods that the authority set can be extended at will (§ 31 (7) VwVfG).
    /// <para>
    /// Assumption: the addition begins with the beginning of a day, so that § 187 (2) BGB counts it; a month added to an end on 28 February
    /// ends on 31 March.
    /// </para>
    /// </summary>
    /// <param name="old">The deadline as it was.</param>
    /// <param name="by">What is added.</param>
    /// <param name="end">What becomes of the new end on a Saturday, Sunday or holiday.</param>
    /// <param name="calendar">The days that count.</param>
    /// <param name="suspensions">When it stood still; those before the old end are part of it already and have no further effect.</param>
    public static Deadline Extended(Deadline old, Period by, EndShift end, LegalCalendar calendar, params IReadOnlyList<Suspension> suspensions) =>
        Extended(old, by, "§ 190 BGB", end, calendar, suspensions);

    /// <summary>
    /// A period in hours: they are counted from the very moment, and Saturdays, Sundays and holidays count (§ 31 (6) VwVfG). Hours are real
    /// ones: in the night in which clocks go back, 24 hours end an hour earlier on the clock. Assumption: § 187 BGB, which is about days,
    /// does not put off the beginning to the next full hour.
    /// </summary>
    /// <param name="moment">When they begin.</param>
    /// <param name="hours">1 to <see cref="Period.MaxCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer or more hours.</exception>
    public static Deadline AfterHours(DateTimeOffset moment, int hours)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hours, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hours, Period.MaxCount);
        var passesAt = LegalTime.ClockOf(moment.AddHours(hours));
        var day = LegalTime.DayOf(passesAt);
        return new(day, passesAt, [new(ReasonCode.HoursEnd, day, "§ 31 Abs. 6 VwVfG") { FromMoment = moment, Moment = passesAt, Hours = hours }]);
    }

    internal static Deadline Extended(Deadline old, Period by, string source, EndShift end, LegalCalendar calendar, IReadOnlyList<Suspension> suspensions)
    {
        var first = old.Day.AddDays(1);
        return Compute(
            [.. old.Reasoning, new(ReasonCode.Extended, first, source) { From = old.Day, Period = by }],
            new(first, AfterEvent: false, by), end, calendar, suspensions);
    }

    internal static Deadline Compute(
        IReadOnlyList<ReasoningStep> beginning, NominalEnd nominal, EndShift end, LegalCalendar calendar, IReadOnlyList<Suspension> suspensions)
    {
        var steps = new List<ReasoningStep>([.. beginning, .. nominal.NotCounted(calendar), nominal.In(calendar)]);
        var unit = nominal.Period.Unit;
        foreach (var pause in Suspension.Within(nominal.FirstDay, suspensions))
        {
            var day = steps[^1].Day;
            var last = end.ToWorkingDay ? NextWorkingDay(day, calendar) : day;
            if (pause.First > last)
                break;

            // Days that were left run on afterwards. On the days to which the end would move, one day is left: the last.
            var left = pause.First > day ? 1 : DayCount.Between(unit, pause.First, day, calendar);
            var resumed = DayCount.Nth(unit, pause.Last.AddDays(1), left, calendar);
            steps.Add(new(ReasonCode.Suspended, resumed, "§ 209 BGB") { From = pause.First, Until = pause.Last, Days = pause.Days, Assumed = true });
        }

        return Deadline.At([.. steps, .. Shifted(steps[^1].Day, end, calendar)]);
    }

    private static IEnumerable<ReasoningStep> Shifted(DateOnly day, EndShift end, LegalCalendar calendar)
    {
        if (calendar.IsWorkingDay(day))
            yield break;

        if (!end.ToWorkingDay)
        {
            yield return new(ReasonCode.DoesNotMove, day, end.Source);
            yield break;
        }

        yield return calendar.HolidayOn(day) is { } holiday
            ? new(ReasonCode.HolidayMoves, day, $"{end.Source}, {holiday.Source}") { Holiday = holiday }
            : new(ReasonCode.WeekendMoves, day, end.Source);
        yield return new(ReasonCode.MovedTo, NextWorkingDay(day, calendar), end.Source);
    }

    /// <summary>The day itself, or the next that is neither Saturday nor Sunday nor a holiday.</summary>
    internal static DateOnly NextWorkingDay(DateOnly day, LegalCalendar calendar)
    {
        while (!calendar.IsWorkingDay(day))
            day = day.AddDays(1);
        return day;
    }
}
