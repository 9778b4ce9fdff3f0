using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Tool.Simulation;

/// <summary>When clerks act: on office days, from 8 to 16 o'clock.</summary>
internal sealed class OfficeHours(Plan plan)
{
    private const int Opens = 8;
    private const int Closes = 16;

    private readonly LegalCalendar _calendar = LegalCalendar.For(plan.Kommune).WithClosingDays(plan.Process.ClosingDays ?? []);

    /// <summary>After a share of the time from one moment to another, within it as far as the office is open then.</summary>
    public DateTimeOffset After(DateTimeOffset from, DateTimeOffset due, double share)
    {
        var wanted = from + (due - from) * share;
        var open = NextOpen(wanted);
        return Minute(open < due ? open : wanted); // an office that does not open any more in time acts all the same
    }

    /// <summary>On the office day that follows a moment.</summary>
    public DateTimeOffset DayAfter(DateTimeOffset moment) => Minute(NextOpen(LegalTime.EndOf(LegalTime.DayOf(moment)).AddHours(Opens)));

    private DateTimeOffset NextOpen(DateTimeOffset moment)
    {
        var day = LegalTime.DayOf(moment);
        if (_calendar.IsOfficeDay(day) && LegalTime.ClockOf(moment).Hour is >= Opens and < Closes)
            return moment;
        if (_calendar.IsOfficeDay(day) && LegalTime.ClockOf(moment).Hour < Opens)
            return GermanTime.At(day, new(Opens, 0));

        do
            day = day.AddDays(1);
        while (!_calendar.IsOfficeDay(day));
        return GermanTime.At(day, new(Opens, 0));
    }

    private static DateTimeOffset Minute(DateTimeOffset moment) => new(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerMinute), moment.Offset);
}
