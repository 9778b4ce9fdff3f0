using CsCheck;
using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;

namespace Ozg.Core.Tests.Deadlines;

/// <summary>Calendars, and random days, periods and suspensions for the properties.</summary>
internal static class ArrangeCalendar
{
    public static readonly LegalCalendar Hessen = LegalCalendar.For(new Ags("06411000"));

    /// <summary>Does not move: shows the end as § 188 BGB leaves it.</summary>
    public static readonly EndShift Stays = EndShift.NamedDay;

    public static readonly Gen<DateOnly> AnyDay = Gen.Int[new DateOnly(2017, 1, 1).DayNumber, new DateOnly(2040, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    public static readonly Gen<Land> AnyLand = Gen.Int[1, 16].Select(number => (Land)number);

    public static readonly Gen<LegalCalendar> AnyCalendar = AnyLand.Select(LegalCalendar.For);

    public static readonly Gen<PeriodUnit> AnyUnit = Gen.Int[0, Enum.GetValues<PeriodUnit>().Length - 1].Select(at => Enum.GetValues<PeriodUnit>()[at]);

    public static readonly Gen<Period> AnyPeriod = Gen.Select(Gen.Int[1, 40], AnyUnit).Select((count, unit) => new Period(count, unit));

    public static readonly Gen<EndShift> AnyShift = Gen.Bool.Select(moves => moves ? EndShift.Vwvfg : Stays);

    public static Gen<Suspension> AnySuspension { get; } = Gen.Select(AnyDay, Gen.Int[0, 40]).Select((first, days) => new Suspension(first, first.AddDays(days)));

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");
}
