using Ozg.Core.Expressions;
using static Ozg.Core.Tests.Expressions.ArrangeExpression;

namespace Ozg.Core.Tests.Expressions;

public sealed class AmountTests
{
    [Theory]
    [InlineData("12", 12)]
    [InlineData("0.5", 0.5)]
    [InlineData("menge * 2.50 + flaeche", 20)]
    [InlineData("10 / 3", 3.33)]
    [InlineData("0.125", 0.13)] // half a cent away from zero
    [InlineData("-0.125", -0.13)]
    [InlineData("min(3, menge - 1, 5)", 2)]
    [InlineData("max(menge, 5)", 5)]
    [InlineData("ceil(flaeche)", 13)]
    [InlineData("floor(flaeche)", 12)]
    [InlineData("round(flaeche)", 13)]
    [InlineData("round(-2.5)", -3)]
    [InlineData("round(1.25, 1)", 1.3)]
    [InlineData("days(von, bis)", 29)]
    [InlineData("days(bis, von)", -29)]
    [InlineData("months(von, bis)", 1)]
    [InlineData("bis - von + 1", 30)]
    [InlineData("count(positionen)", 3)]
    [InlineData("count(positionen.preis)", 2)]
    [InlineData("count(marken)", 2)]
    [InlineData("sum(positionen.menge)", 8)]
    [InlineData("sum(positionen.preis)", 1.25)]
    [InlineData("coalesce(evtlMenge, 7)", 7)]
    [InlineData("coalesce(evtlMenge, coalesce(evtlGruppe.zahl, 4))", 4)]
    [InlineData("if(exists(evtlMenge), 1, 2)", 2)]
    [InlineData("choose(art, 'geruest', 4.5, 'container', 9, 0)", 9)]
    [InlineData("choose(evtlArt, 'geruest', 4.5, 30)", 30)]
    [InlineData("choose(art, 'geruest', 4.5, 9) * months(von, addDays(bis, 1)) * max(flaeche, 10)", 225)]
    public void An_amount_is_computed_to_the_cent(string text, double euros) => Assert.Equal((decimal)euros, Amount(text));

    [Fact]
    public void Fractions_are_exact() => Assert.True(Holds("0.1 + 0.2 == 0.3"));

    [Fact]
    public void An_absent_list_has_no_entries_and_the_sum_zero()
    {
        var empty = Scope("""{ "positionen": [] }""");
        Assert.Equal(0, Parse("sum(positionen.menge) + count(marken) + count(positionen.art)").Amount(empty).Value);
    }

    [Theory]
    [InlineData("1 / (menge - 3)")]
    [InlineData("evtlMenge + 1")] // refused by the check; still no crash
    [InlineData("zugesagt")]
    [InlineData("min(menge, art)")]
    [InlineData("sum(positionen.art)")]
    public void An_amount_that_cannot_be_computed_is_not_taken_for_nothing(string text) =>
        Assert.IsType<Incomputable>(Parse(text).Amount(Case).Error);

    // § 188 (2), (3) BGB: a month that begins with the 31st of January ends with the last of February.
    [Theory]
    [InlineData("2026-01-15", "2026-01-15", 0)]
    [InlineData("2026-01-15", "2026-01-16", 1)]
    [InlineData("2026-01-15", "2026-02-15", 1)]
    [InlineData("2026-01-15", "2026-02-16", 2)]
    [InlineData("2026-01-31", "2026-02-28", 1)]
    [InlineData("2026-01-31", "2026-03-01", 1)]
    [InlineData("2026-01-31", "2026-03-02", 2)]
    [InlineData("2024-02-29", "2025-02-28", 12)]
    [InlineData("2024-02-29", "2025-03-01", 12)]
    [InlineData("2026-03-01", "2026-02-01", 0)]
    [InlineData("2025-12-01", "2026-01-01", 1)]
    [InlineData("0001-01-01", "9999-12-31", 119988)]
    public void A_month_counts_when_it_has_begun(string from, string to, int months) =>
        Assert.Equal(months, Amount($"months(date('{from}'), date('{to}'))"));
}
