using Ozg.Core.Deadlines;

namespace Ozg.Core.Tests.Deadlines;

public sealed class EasterTests
{
    // Easter Mondays of 1995 to 2050. Source: date-holidays 3.37.0 (npm).
    private const string Mondays = """
        1995-04-17 1996-04-08 1997-03-31 1998-04-13 1999-04-05 2000-04-24 2001-04-16 2002-04-01 2003-04-21 2004-04-12 2005-03-28
        2006-04-17 2007-04-09 2008-03-24 2009-04-13 2010-04-05 2011-04-25 2012-04-09 2013-04-01 2014-04-21 2015-04-06 2016-03-28
        2017-04-17 2018-04-02 2019-04-22 2020-04-13 2021-04-05 2022-04-18 2023-04-10 2024-04-01 2025-04-21 2026-04-06 2027-03-29
        2028-04-17 2029-04-02 2030-04-22 2031-04-14 2032-03-29 2033-04-18 2034-04-10 2035-03-26 2036-04-14 2037-04-06 2038-04-26
        2039-04-11 2040-04-02 2041-04-22 2042-04-07 2043-03-30 2044-04-18 2045-04-10 2046-03-26 2047-04-15 2048-04-06 2049-04-19
        2050-04-11
        """;

    [Fact]
    public void Easter_falls_where_the_table_says()
    {
        var mondays = Mondays.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(mondays, Enumerable.Range(1995, 56).Select(year => $"{Sunday(year).AddDays(1):O}"));
    }

    // The days between which Easter lies, and a year in which the rule without exceptions would give 26 April.
    [Theory]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2076, "2076-04-19")]
    [InlineData(2285, "2285-03-22")]
    public void Easter_at_the_edges(int year, string sunday) => Assert.Equal(ArrangeCalendar.Day(sunday), Sunday(year));

    private static DateOnly Sunday(int year) =>
        LegalCalendar.For(Land.Brandenburg).HolidaysIn(year).Single(holiday => holiday.Id == "easter-sunday").Day;
}
