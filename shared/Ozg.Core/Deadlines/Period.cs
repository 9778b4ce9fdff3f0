using System.Text.Json.Serialization;

namespace Ozg.Core.Deadlines;

/// <summary>
/// A length of time in whole days or more (§ 188 BGB). Half a year is six months, a quarter three, half a month 15 days (§ 189 (1) BGB).
/// Periods in hours are not made of days: see <see cref="DeadlineRules.AfterHours"/>.
/// </summary>
public sealed record Period
{
    /// <summary>The longest period, in any unit.</summary>
    public const int MaxCount = 1000;

    /// <summary>Checks the count.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 or more than <see cref="MaxCount"/>, or no such unit.</exception>
    [JsonConstructor]
    public Period(int count, PeriodUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
        if (!Enum.IsDefined(unit))
            throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a unit.");

        (Count, Unit) = (count, unit);
    }

    /// <summary>How many; 1 to <see cref="MaxCount"/>.</summary>
    public int Count { get; }

    /// <summary>Of what.</summary>
    public PeriodUnit Unit { get; }

    /// <inheritdoc cref="PeriodUnit.Day" />
    public static Period Days(int count) => new(count, PeriodUnit.Day);

    /// <inheritdoc cref="PeriodUnit.WorkingDay" />
    public static Period WorkingDays(int count) => new(count, PeriodUnit.WorkingDay);

    /// <inheritdoc cref="PeriodUnit.OfficeDay" />
    public static Period OfficeDays(int count) => new(count, PeriodUnit.OfficeDay);

    /// <inheritdoc cref="PeriodUnit.Werktag" />
    public static Period Werktage(int count) => new(count, PeriodUnit.Werktag);

    /// <inheritdoc cref="PeriodUnit.Week" />
    public static Period Weeks(int count) => new(count, PeriodUnit.Week);

    /// <inheritdoc cref="PeriodUnit.Month" />
    public static Period Months(int count) => new(count, PeriodUnit.Month);

    /// <inheritdoc cref="PeriodUnit.Year" />
    public static Period Years(int count) => new(count, PeriodUnit.Year);
}

/// <summary>
/// What a period is counted in. No law says what a "working day" (Arbeitstag) is: this project means Monday to Friday without holidays.
/// Where a law says Werktag it means Monday to Saturday; the two are never the same unit.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<PeriodUnit>))]
public enum PeriodUnit
{
    /// <summary>Every day of the calendar (§ 188 (1) BGB).</summary>
    Day,

    /// <summary>Monday to Friday, without gesetzliche Feiertage.</summary>
    WorkingDay,

    /// <summary>A working day on which the Kommune's offices are open: for its own targets, not for periods that a law sets.</summary>
    OfficeDay,

    /// <summary>Monday to Saturday, without gesetzliche Feiertage.</summary>
    Werktag,

    /// <summary>Seven days: the period ends on the same day of the week (§ 188 (2) BGB).</summary>
    Week,

    /// <summary>The period ends on the day with the same number, or on the month's last where that is missing (§ 188 (2), (3) BGB).</summary>
    Month,

    /// <summary>Twelve months (§ 188 (2) BGB).</summary>
    Year,
}
