using Ozg.Core.Expressions;
using static Ozg.Core.Tests.Expressions.ArrangeExpression;

namespace Ozg.Core.Tests.Expressions;

public sealed class DateTests
{
    [Theory]
    [InlineData("received", "2026-03-31")]
    [InlineData("von", "2026-01-31")]
    [InlineData("date('2024-02-29')", "2024-02-29")]
    [InlineData("addDays(bis, -1)", "2026-02-28")]
    [InlineData("addMonths(von, 1)", "2026-02-28")]
    [InlineData("addMonths(von, -2)", "2025-11-30")]
    [InlineData("addDays(von, round(flaeche / 2))", "2026-02-06")]
    [InlineData("addWorkingDays(received, 0)", "2026-03-31")]
    [InlineData("addWorkingDays(bis, 0)", "2026-03-01")] // a Sunday stays one
    [InlineData("addWorkingDays(bis, 1)", "2026-03-02")]
    [InlineData("addWorkingDays(bis, -1)", "2026-02-27")]
    [InlineData("addWorkingDays(received, 4)", "2026-04-08")] // Good Friday and Easter Monday do not count
    [InlineData("addWorkingDays(date('2026-05-04'), -2)", "2026-04-29")] // a Monday after 1 May, a Friday
    [InlineData("addWorkingDays(date('2026-05-18'), -1)", "2026-05-13")] // Ascension, and the bridge day on which the offices are closed
    [InlineData("addWorkingDays(received, menge - 4)", "2026-03-30")]
    [InlineData("addWorkingDays(date('2026-01-01'), 250)", "2026-12-29")]
    [InlineData("coalesce(evtlTag, received)", "2026-03-31")]
    [InlineData("coalesce(hund.aufnahmeAm, von)", "2026-01-31")]
    [InlineData("if(von > received, von, bis)", "2026-03-01")]
    [InlineData("choose(art, 'container', von, received)", "2026-01-31")]
    public void A_date_is_computed(string text, string day) => Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd"), Date(text));

    [Theory]
    [InlineData("addDays(received, 9999999)")]
    [InlineData("addDays(received, 0.5)")]
    [InlineData("addMonths(received, 99999999999)")]
    [InlineData("addWorkingDays(received, 0.5)")]
    [InlineData("addWorkingDays(received, menge * 100)")]
    [InlineData("addWorkingDays(date('1995-01-02'), -2)")]
    [InlineData("addWorkingDays(date('1960-01-01'), 1)")]
    [InlineData("addWorkingDays(date('0001-01-01'), -1)")]
    [InlineData("addWorkingDays(date('9999-12-31'), 1)")]
    [InlineData("evtlTag")]
    [InlineData("hund.rasse")]
    [InlineData("12")]
    public void A_date_that_cannot_be_computed_is_said(string text) => Assert.IsType<Incomputable>(Parse(text).Date(Case).Error);
}
