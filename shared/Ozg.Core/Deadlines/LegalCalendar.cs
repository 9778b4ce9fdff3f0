using System.Collections.Concurrent;
using System.Collections.Frozen;
using Ozg.Core.Kommunen;

namespace Ozg.Core.Deadlines;

/// <summary>
/// The days that count at one place: the Land's holidays, those that the Kommune keeps beside them, and the days on which its offices
/// are closed. Immutable.
/// </summary>
public sealed class LegalCalendar
{
    /// <summary>The first year whose holidays are known; earlier days are refused rather than answered wrongly.</summary>
    public const int FirstYear = 1995;

    private const string Augsburg = "09761000";

    private readonly HolidayRule[] _rules;
    private readonly IReadOnlyDictionary<DateOnly, Holiday> _proclaimed;
    private readonly IReadOnlySet<DateOnly> _closed;

    // What a year makes of the rules never changes, and every deadline asks for some dozen days of it.
    private readonly ConcurrentDictionary<int, FrozenDictionary<DateOnly, Holiday>> _years = new();

    private LegalCalendar(Land land, HolidayRule[] rules, IReadOnlyDictionary<DateOnly, Holiday> proclaimed, IReadOnlySet<DateOnly> closed) =>
        (Land, _rules, _proclaimed, _closed) = (land, rules, proclaimed, closed);

    /// <summary>Whose Feiertagsgesetz it is.</summary>
    public Land Land { get; }

    /// <summary>The holidays that hold everywhere in a Land.</summary>
    public static LegalCalendar For(Land land) => new(land, HolidayRules.Of(land), new Dictionary<DateOnly, Holiday>(), new HashSet<DateOnly>());

    /// <summary>The holidays at the seat of a Kommune.</summary>
    /// <param name="kommune">The Kommune; its key names the Land.</param>
    /// <param name="observed">The holidays of a part of the Land that this Kommune keeps; none is assumed.</param>
    /// <exception cref="ArgumentException">The key has no Land, or the law gives no such holiday to this Kommune's Land or city.</exception>
    public static LegalCalendar For(Ags kommune, params IReadOnlyList<RegionalHoliday> observed)
    {
        var calendar = For(Lands.Of(kommune));
        var regional = observed.Select(HolidayRules.Of).ToList();
        if (regional.Any(rule => !rule.In.Contains(calendar.Land)) || (observed.Contains(RegionalHoliday.PeaceFestival) && kommune.Value != Augsburg))
            throw new ArgumentException($"The law of {calendar.Land} does not give Kommune {kommune} all of {string.Join(", ", observed)}.", nameof(observed));

        return new(calendar.Land, [.. calendar._rules, .. regional], calendar._proclaimed, calendar._closed);
    }

    /// <summary>The same calendar with single days that the Land proclaimed.</summary>
    /// <exception cref="ArgumentException">The same day is proclaimed twice.</exception>
    public LegalCalendar With(params IReadOnlyList<Holiday> proclaimed) =>
        new(Land, _rules, _proclaimed.Values.Concat(proclaimed).ToDictionary(holiday => holiday.Day), _closed);

    /// <summary>
    /// The same calendar with days on which the Kommune's offices are closed (24 December, a bridge day). They are no gesetzliche
    /// Feiertage: they count in <see cref="PeriodUnit.OfficeDay"/> only and never move the end of a period (§ 193 BGB).
    /// </summary>
    public LegalCalendar WithClosingDays(params IReadOnlyList<DateOnly> days) => new(Land, _rules, _proclaimed, _closed.Union(days).ToHashSet());

    /// <summary>The holiday on a day; null when there is none. An ordinary Sunday is not one here, whatever a Land's law calls it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is before <see cref="FirstYear"/>.</exception>
    public Holiday? HolidayOn(DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day.Year, FirstYear, nameof(day));
        return _years.GetOrAdd(day.Year, year => HolidaysOf(year).ToFrozenDictionary(holiday => holiday.Day)).GetValueOrDefault(day);
    }

    /// <summary>All holidays of a year, by day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is before <see cref="FirstYear"/>.</exception>
    public IReadOnlyList<Holiday> HolidaysIn(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        return [.. HolidaysOf(year).OrderBy(holiday => holiday.Day)];
    }

    /// <summary>Monday to Friday, no holiday.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is before <see cref="FirstYear"/>.</exception>
    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek != DayOfWeek.Saturday && IsWerktag(day);

    /// <summary>Monday to Saturday, no holiday (as § 3 (2) BUrlG puts it: every day but Sundays and gesetzliche Feiertage).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is before <see cref="FirstYear"/>.</exception>
    public bool IsWerktag(DateOnly day) => HolidayOn(day) is null && day.DayOfWeek != DayOfWeek.Sunday;

    /// <summary>A working day on which the Kommune's offices are open.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is before <see cref="FirstYear"/>.</exception>
    public bool IsOfficeDay(DateOnly day) => IsWorkingDay(day) && !_closed.Contains(day);

    private IEnumerable<Holiday> HolidaysOf(int year)
    {
        var statutory = _rules.Where(rule => rule.HoldsIn(year)).Select(rule => Make(rule, rule.DayIn(year)));
        return statutory.Concat(_proclaimed.Values.Where(holiday => holiday.Day.Year == year)).DistinctBy(holiday => holiday.Day);
    }

    private Holiday Make(HolidayRule rule, DateOnly day) => new(day, rule.Id, HolidayRules.SourceOf(rule.Id, Land));
}
