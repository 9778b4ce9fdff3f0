using Ozg.Core.Expressions;
using static Ozg.Core.Tests.Expressions.ArrangeExpression;

namespace Ozg.Core.Tests.Expressions;

public sealed class CheckTests
{
    [Theory]
    [InlineData("mengee == 3", 1, "The form has no field 'mengee'. Did you mean menge?")]
    [InlineData("aufnahmeAm > von", 1, "The form has no field 'aufnahmeAm'. Did you mean hund.aufnahmeAm?")]
    [InlineData("hund.alter > 3", 1, "The form has no field 'hund.alter'. There are 21 others, none alike.")]
    [InlineData("hund.rasse.x == 'a'", 1, "The form has no field 'hund.rasse.x'. Did you mean hund.rasse?")]
    [InlineData("today > von", 1, "The answer must not change with the day it is asked; 'received' is the day on which the application was received.")]
    [InlineData("hund == 'Dackel'", 1, "'hund' is a group of fields; name one of them. There are hund.aufnahmeAm, hund.rasse.")]
    [InlineData("positionen.menge > 3", 1, "'positionen.menge' is there once in every entry of the list 'positionen', which only sum(), count() and any() take.")]
    [InlineData("marken == 'a'", 1, "'marken' is a list, which only sum(), count() and any() take.")]
    [InlineData("exists(positionen.menge)", 8, "'positionen.menge' is there once in every entry of the list 'positionen'; write count(positionen.menge) > 0.")]
    [InlineData("sum(menge) > 3", 5, "'menge' is no list; sum(), count() and any() take a list, or a field of its entries.")]
    [InlineData("sum(positionen.art) > 3", 5, "sum() adds numbers, but 'positionen.art' is a text.")]
    [InlineData("sum(positionen) > 3", 5, "'positionen' is a group of fields; name one of them. There are positionen.art, positionen.menge, positionen.preis.")]
    [InlineData("menge == '3'", 7, "Compares a number with a text, which are never equal.")]
    [InlineData("von == '2026-01-31'", 5, "Compares a date with a text, which are never equal. A date is written date('2026-01-31').")]
    [InlineData("menge in [1, 'a']", 14, "Compares a number with a text, which are never equal.")]
    [InlineData("any(positionen.menge, 'a')", 23, "Compares a number with a text, which are never equal.")]
    [InlineData("art < 'b'", 5, "What is a text compares with == and != only; <, <=, >, >= are for numbers and dates.")]
    [InlineData("zugesagt > true", 10, "What is true or false compares with == and != only; <, <=, >, >= are for numbers and dates.")]
    [InlineData("art == 'gerüst'", 8, "The field is never 'gerüst'. Did you mean geruest?")]
    [InlineData("'kran' != art", 1, "The field is never 'kran'. There are café, container, geruest.")]
    [InlineData("fest == 'nie'", 9, "The field is never 'nie'. Did you mean nur?")]
    [InlineData("art in ['geruest', 'kontainer']", 20, "The field is never 'kontainer'. Did you mean container?")]
    [InlineData("any(positionen.art, 'gold')", 21, "The field is never 'gold'. Did you mean holz?")]
    [InlineData("choose(art, 'kran', true, false)", 13, "The field is never 'kran'. There are café, container, geruest.")]
    [InlineData("choose(art, 'geruest', true, 'geruest', false, false)", 30, "The key 'geruest' is there twice.")]
    [InlineData("choose(menge, 'a', true, false)", 8, "choose() looks up a text, but this is a number.")]
    [InlineData("coalesce(evtlArt, 'kran') == 'geruest'", 19, "The field is never 'kran'. There are container, geruest.")]
    [InlineData("attached('plan')", 1, "The Leistung takes no files of the kind 'plan'. There are haltungserlaubnis, lageplan.")]
    [InlineData("menge", 1, "A condition is true or false, but this is a number.")]
    [InlineData("menge and zugesagt", 1, "What and, or, not join is true or false, but this is a number.")]
    [InlineData("not art", 5, "What and, or, not join is true or false, but this is a text.")]
    [InlineData("if(menge, true, false)", 4, "The first argument of if() is true or false, but this is a number.")]
    public void A_condition_that_does_not_fit_the_form_is_told_why(string text, int column, string message) =>
        Assert.Equal((column, message), Mistake(ExpressionType.Condition, text));

    [Theory]
    [InlineData("zugesagt", 1, "An amount is a number, but this is true or false.")]
    [InlineData("evtlMenge", 1, "The form lets 'evtlMenge' be absent; say what counts then: coalesce(evtlMenge, …).")]
    [InlineData("2 * evtlMenge", 5, "The form lets 'evtlMenge' be absent; say what counts then: coalesce(evtlMenge, …).")]
    [InlineData("evtlGruppe.zahl + 1", 1, "The form lets 'evtlGruppe.zahl' be absent; say what counts then: coalesce(evtlGruppe.zahl, …).")]
    [InlineData("coalesce(evtlMenge, evtlGruppe.zahl)", 21, "The form lets 'evtlGruppe.zahl' be absent; say what counts then: coalesce(evtlGruppe.zahl, …).")]
    [InlineData("if(zugesagt, 1, evtlMenge)", 17, "The form lets 'evtlMenge' be absent; say what counts then: coalesce(evtlMenge, …).")]
    [InlineData("choose(art, 'geruest', evtlMenge, 1)", 24, "The form lets 'evtlMenge' be absent; say what counts then: coalesce(evtlMenge, …).")]
    [InlineData("days(hund.aufnahmeAm, received)", 6, "The form lets 'hund.aufnahmeAm' be absent; say what counts then: coalesce(hund.aufnahmeAm, …).")]
    [InlineData("received - evtlTag", 12, "The form lets 'evtlTag' be absent; say what counts then: coalesce(evtlTag, …).")]
    [InlineData("coalesce(evtlMenge, 'keine')", 21, "The alternatives are of different kinds: a number and a text.")]
    [InlineData("if(zugesagt, 1, 'a')", 17, "The alternatives are of different kinds: a number and a text.")]
    [InlineData("choose(art, 'geruest', 'teuer', 1)", 24, "The alternatives are of different kinds: a number and a text.")]
    [InlineData("menge / 0", 9, "Divides by zero.")]
    [InlineData("menge / 0.00", 9, "Divides by zero.")]
    [InlineData("menge + art", 9, "What is calculated with is a number, but this is a text.")]
    [InlineData("-art", 2, "What is calculated with is a number, but this is a text.")]
    [InlineData("max(menge, von)", 12, "What is calculated with is a number, but this is a date.")]
    [InlineData("ceil(zugesagt)", 6, "What is calculated with is a number, but this is true or false.")]
    [InlineData("days(von, 3)", 11, "Each argument of days() and months() is a date, but this is a number.")]
    public void An_amount_that_does_not_fit_the_form_is_told_why(string text, int column, string message) =>
        Assert.Equal((column, message), Mistake(ExpressionType.Amount, text));

    [Theory]
    [InlineData("menge", 1, "The answer is a date, but this is a number.")]
    [InlineData("evtlTag", 1, "The form lets 'evtlTag' be absent; say what counts then: coalesce(evtlTag, …).")]
    [InlineData("von + 14", 5, "Write addDays(date, number) or addMonths(date, number), with a negative number for an earlier day.")]
    [InlineData("addDays(menge, 1)", 9, "The first argument is a date, but this is a number.")]
    [InlineData("addDays(von, bis)", 14, "The second argument is a number, but this is a date.")]
    [InlineData("addDays(von, flaeche)", 14, "The second argument is a whole number; use floor(), ceil() or round().")]
    [InlineData("addWorkingDays(von, flaeche)", 21, "The second argument is a whole number; use floor(), ceil() or round().")]
    [InlineData("addWorkingDays(menge, 2)", 16, "The first argument is a date, but this is a number.")]
    [InlineData("addMonths(von, menge / 2)", 22, "The second argument is a whole number; use floor(), ceil() or round().")]
    [InlineData("addMonths(von, round(flaeche, 1))", 16, "The second argument is a whole number; use floor(), ceil() or round().")]
    public void A_date_that_does_not_fit_the_form_is_told_why(string text, int column, string message) =>
        Assert.Equal((column, message), Mistake(ExpressionType.Date, text));

    [Theory]
    [InlineData("addDays(von, menge * 2 - 1)")]
    [InlineData("addDays(von, max(menge, 2))")]
    [InlineData("addDays(von, coalesce(evtlMenge, 2))")]
    [InlineData("addDays(von, if(zugesagt, 1, count(marken)))")]
    [InlineData("addDays(von, sum(positionen.menge))")]
    [InlineData("addDays(von, bis - von)")]
    public void What_is_known_to_be_whole_needs_no_rounding(string text) =>
        Assert.Empty(Parse(text).Check(ExpressionType.Date, Form, Kinds));

    [Fact]
    public void Where_no_files_are_taken_none_can_be_attached() => Assert.Equal(
        "The Leistung takes no files of the kind 'plan'. There are none.",
        Assert.Single(Parse("attached('plan')").Check(ExpressionType.Condition, Form, [])).Message);

    [Fact]
    public void All_mistakes_are_told_once_in_the_order_of_the_text() => Assert.Equal(
        [1, 17, 34],
        Parse("mengee == 3 and attached('x') or rasse == 'a'").Check(ExpressionType.Condition, Form, Kinds).Select(mistake => mistake.Column));

    [Fact]
    public void A_check_takes_one_walk_however_deep_the_expression_is()
    {
        var text = string.Concat(Enumerable.Repeat("(1 + coalesce(evtlMenge, ", 15)) + "1" + string.Concat(Enumerable.Repeat("))", 15));
        Assert.Empty(Parse(text).Check(ExpressionType.Amount, Form, Kinds));
    }
}
