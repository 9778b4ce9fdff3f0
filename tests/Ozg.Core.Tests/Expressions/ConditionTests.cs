using Ozg.Core.Expressions;
using static Ozg.Core.Tests.Expressions.ArrangeExpression;

namespace Ozg.Core.Tests.Expressions;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("true")]
    [InlineData("not false")]
    [InlineData("true or false and false")] // and binds tighter
    [InlineData("not (true and false)")]
    [InlineData("not zugesagt == false")] // not takes the whole comparison
    [InlineData("zugesagt")]
    [InlineData("menge == 3 and flaeche > menge")]
    [InlineData("menge == 3.0")]
    [InlineData("2 + 3 * 4 == 14")]
    [InlineData("(2 + 3) * 4 == 20")]
    [InlineData("10 - 2 - 3 == 5")]
    [InlineData("12 / 2 / 3 == 2")]
    [InlineData("-menge + 1 == -2")]
    [InlineData("2 - -3 == 5")]
    [InlineData("-(menge + 1) <= -4")]
    [InlineData("art == 'container'")]
    [InlineData("art != 'geruest'")]
    [InlineData("'it''s' == 'it''s'")]
    [InlineData("art in ['geruest', 'container']")]
    [InlineData("not (art in ['geruest'])")]
    [InlineData("menge in [-1, 3]")]
    [InlineData("von in [date('2026-01-31')]")]
    [InlineData("von < bis")]
    [InlineData("von == date('2026-01-31')")]
    [InlineData("date('2026-01-01') < von")]
    [InlineData("von != bis")]
    [InlineData("bis - von == 29")]
    [InlineData("received - bis > 29.5")]
    [InlineData("received == date('2026-03-31')")]
    [InlineData("exists(hund)")]
    [InlineData("exists(positionen)")]
    [InlineData("attached('lageplan') and not attached('haltungserlaubnis')")]
    [InlineData("any(positionen.art, 'holz')")]
    [InlineData("any(positionen.menge, menge + 2)")]
    [InlineData("any(marken, 'b')")]
    [InlineData("if(menge > 2, zugesagt, false)")]
    [InlineData("choose(art, 'container', true, false)")]
    [InlineData("coalesce(evtlArt, art) == 'container'")]
    [InlineData("\n  menge\t== 3\r\n")]
    public void A_condition_that_is_true_holds(string text) => Assert.True(Holds(text));

    // Both == and != ask a question of a value; where there is none, the answer is no.
    [Theory]
    [InlineData("evtlArt == 'geruest'")]
    [InlineData("evtlArt != 'geruest'")]
    [InlineData("evtlArt == evtlArt")]
    [InlineData("evtlMenge < 5")]
    [InlineData("evtlMenge >= 5")]
    [InlineData("evtlTag <= received")]
    [InlineData("evtlTag == hund.aufnahmeAm")]
    [InlineData("evtlArt in ['geruest']")]
    [InlineData("evtlGruppe.zahl == 0")]
    [InlineData("evtlBox")]
    [InlineData("evtlBox == false")]
    [InlineData("exists(evtlArt)")]
    [InlineData("exists(evtlGruppe)")]
    [InlineData("exists(hund.aufnahmeAm)")]
    [InlineData("any(positionen.preis, evtlMenge)")]
    [InlineData("choose(evtlArt, 'geruest', true, false)")]
    public void A_comparison_with_an_absent_field_is_false(string text) => Assert.False(Holds(text));

    [Fact]
    public void A_blank_text_counts_as_absent() =>
        Assert.False(Checked(ExpressionType.Condition, "exists(evtlArt) or evtlArt != 'geruest'").Holds(Scope("""{ "evtlArt": " " }""")).Value);

    [Fact]
    public void Texts_are_compared_in_composed_form() =>
        Assert.True(Checked(ExpressionType.Condition, "art == 'cafe\u0301'").Holds(Scope("""{ "art": "caf\u00e9" }""")).Value);

    [Fact]
    public void Texts_differ_by_case_and_by_accent() => Assert.False(Holds("hund.rasse == 'dackel' or hund.rasse == 'Dáckel'"));

    [Fact]
    public void What_is_not_needed_is_not_computed() => Assert.True(Holds("menge == 3 or 1 / (menge - 3) > 0"));

    [Theory]
    [InlineData("1 / (menge - 3) > 0", 3)]
    [InlineData("not (1 / (menge - 3) > 0)", 8)]
    [InlineData("99999999999999 * 99999999999999 * menge * 99999999 > 0", 41)]
    [InlineData("addDays(date('9999-12-31'), menge) > received", 1)]
    [InlineData("addMonths(von, -menge * 99999) > received", 1)]
    public void What_cannot_be_computed_is_said_and_never_taken_for_a_no(string text, int column) =>
        Assert.Equal(column, Assert.IsType<Incomputable>(Checked(ExpressionType.Condition, text).Holds(Case).Error).Column);

    [Fact]
    public void An_application_that_is_not_of_the_form_is_no_crash()
    {
        foreach (var application in new[] { "{}", "[]", "null", "1", """{"menge":"drei","von":5,"positionen":{"menge":[[1,[2]],null]},"hund":[1]}""", """{"menge":1e400,"art":"\ud800"}""" })
        {
            foreach (var text in new[] { "menge + 1 > 2", "von < received", "sum(positionen.menge) > 1", "count(positionen) > 0", "any(marken, 'a')", "hund.rasse == 'x'", "art == 'geruest'", "exists(hund.rasse)", "zugesagt" })
                _ = Parse(text).Holds(Scope(application)).Succeeded;
        }
    }
}
