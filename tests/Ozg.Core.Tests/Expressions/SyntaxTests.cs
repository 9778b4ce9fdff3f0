using System.Globalization;
using Ozg.Core.Expressions;
using static Ozg.Core.Tests.Expressions.ArrangeExpression;

namespace Ozg.Core.Tests.Expressions;

public sealed class SyntaxTests
{
    [Theory]
    [InlineData("", 1, "The expression is empty.")]
    [InlineData("  \n", 1, "The expression is empty.")]
    [InlineData("menge = 3", 7, "Write == for 'equals'.")]
    [InlineData("menge <> 3", 7, "Write != for 'is not'.")]
    [InlineData("a && b", 3, "Write 'and'.")]
    [InlineData("a || b", 3, "Write 'or'.")]
    [InlineData("!a", 1, "Write 'not'.")]
    [InlineData("art == \"geruest\"", 8, "A text stands in single quotes: 'like this'.")]
    [InlineData("19 % 2", 4, "Write 0.19 * x for 19 % of x.")]
    [InlineData("12 €", 4, "Write euros as a plain number: 12.50.")]
    [InlineData("art in {1}", 8, "A list stands in square brackets: ['a', 'b'].")]
    [InlineData(".5", 1, "A number begins with a digit: 0.5.")]
    [InlineData("5.", 2, "After the decimal point come digits.")]
    [InlineData("12a", 3, "A number has digits and one decimal point only: 1200.50.")]
    [InlineData("1.2.3", 4, "A number has digits and one decimal point only: 1200.50.")]
    [InlineData("12345678901234567890123456789", 1, "A number has at most 28 digits.")]
    [InlineData("hund.", 5, "After the dot comes the name of a field.")]
    [InlineData("hund.1", 5, "After the dot comes the name of a field.")]
    [InlineData("gefährlich", 4, "A field's name has the letters a to z, A to Z and digits only.")]
    [InlineData("a_b", 2, "A field's name is letters and digits.")]
    [InlineData("a ; b", 3, "This character means nothing in an expression.")]
    [InlineData("art == 'geruest", 8, "The text has no closing quote. (A quote within a text is written twice: '').")]
    [InlineData("a and", 6, "The expression ends too early: expected a value (a field, a number, a 'text', a call or something in parentheses).")]
    [InlineData("a == ", 5, "The expression ends too early: expected a value (a field, a number, a 'text', a call or something in parentheses).")]
    [InlineData("and a", 1, "Expected a value (a field, a number, a 'text', a call or something in parentheses), not and.")]
    [InlineData("a + * b", 5, "Expected a value (a field, a number, a 'text', a call or something in parentheses), not *.")]
    [InlineData("max(1,)", 7, "Expected a value (a field, a number, a 'text', a call or something in parentheses), not ).")]
    [InlineData("()", 2, "Expected a value (a field, a number, a 'text', a call or something in parentheses), not ).")]
    [InlineData("(a", 3, "A closing parenthesis ) is missing.")]
    [InlineData("max(1, 2", 9, "A closing parenthesis ) is missing.")]
    [InlineData("a in ['x'", 10, "A closing bracket ] is missing.")]
    [InlineData("a in", 5, "After 'in' comes a list: ['a', 'b'].")]
    [InlineData("a in 'x'", 6, "After 'in' comes a list: ['a', 'b'].")]
    [InlineData("a in []", 3, "The list after 'in' is empty, so that nothing is ever in it.")]
    [InlineData("a in ['x', b]", 12, "A list holds fixed values only, such as ['a', 'b'] or [1, 2].")]
    [InlineData("a not in ['x']", 3, "For 'not in' write: not (x in ['a', 'b']).")]
    [InlineData("['a'] == a", 1, "A list stands right of 'in' only: x in ['a', 'b'].")]
    [InlineData("a ['a']", 3, "A list stands right of 'in' only: x in ['a', 'b'].")]
    [InlineData("1,5", 2, "A comma stands between the arguments of a call or the values of a list only. Decimals are written with a point: 1.5.")]
    [InlineData("a)", 2, "This ) has no opening parenthesis.")]
    [InlineData("a]", 2, "This ] has no opening bracket.")]
    [InlineData("1 < a < 3", 7, "Comparisons do not chain; join two of them with 'and': a < b and b < c.")]
    [InlineData("a b", 3, "An operator (and, or, ==, +, …) or a comma is missing before b.")]
    [InlineData("'a' 'b'", 5, "An operator (and, or, ==, +, …) or a comma is missing before 'b'.")]
    [InlineData("3 (a)", 3, "Only a function's name stands directly before a parenthesis; an operator is missing here.")]
    [InlineData("not not a", 5, "Put parentheses around: (not x).")]
    [InlineData("a == not b", 6, "Put parentheses around: (not x).")]
    [InlineData("- -1", 3, "Put parentheses around: (-x).")]
    [InlineData("summe(a)", 1, "There is no function 'summe'. Did you mean sum?")]
    [InlineData("1 + maximum(a)", 5, "There is no function 'maximum'. There are addDays, addMonths, addWorkingDays, any, attached, ceil, choose, coalesce, count, date, days, exists, floor, if, max, min, months, round, sum.")]
    [InlineData("adddays(von, 1)", 1, "There is no function 'adddays'. Did you mean addDays?")]
    public void A_text_that_is_no_expression_is_refused_at_its_column(string text, int column, string message) =>
        Assert.Equal((column, message), Refusal(text));

    [Theory]
    [InlineData("date('2026-02-30')", "date('2026-01-31') with a day of the calendar; a field that holds a date stands without date()")]
    [InlineData("date(von)", "date('2026-01-31') with a day of the calendar; a field that holds a date stands without date()")]
    [InlineData("attached(art)", "attached('kind')")]
    [InlineData("exists('a')", "exists(field)")]
    [InlineData("exists()", "exists(field)")]
    [InlineData("coalesce(1, 2)", "coalesce(field, value)")]
    [InlineData("coalesce(a)", "coalesce(field, value)")]
    [InlineData("sum(1, 2)", "sum(list.field)")]
    [InlineData("count(1)", "count(list)")]
    [InlineData("any(a)", "any(list.field, value)")]
    [InlineData("min(1)", "min(a, b, …)")]
    [InlineData("max()", "max(a, b, …)")]
    [InlineData("ceil(1, 2)", "ceil(number)")]
    [InlineData("floor()", "floor(number)")]
    [InlineData("round(1, a)", "round(number), or round(number, digits) with 0 to 8 digits")]
    [InlineData("round(1, 1.5)", "round(number), or round(number, digits) with 0 to 8 digits")]
    [InlineData("round(1, 9)", "round(number), or round(number, digits) with 0 to 8 digits")]
    [InlineData("days(von)", "days(from, to)")]
    [InlineData("months(von)", "months(from, to)")]
    [InlineData("addDays(von)", "addDays(date, number)")]
    [InlineData("addMonths(von)", "addMonths(date, number)")]
    [InlineData("addWorkingDays(von)", "addWorkingDays(date, number) with -250 to 250 days")]
    [InlineData("addWorkingDays(von, 251)", "addWorkingDays(date, number) with -250 to 250 days")]
    [InlineData("addWorkingDays(von, -251)", "addWorkingDays(date, number) with -250 to 250 days")]
    [InlineData("if(a, b)", "if(condition, then, else)")]
    [InlineData("choose(a, 'x', 1)", "choose(text, 'key', value, …, default)")]
    [InlineData("choose(a, x, 1, 2)", "choose(text, 'key', value, …, default)")]
    [InlineData("choose(a, 'x', 1, 'y', 2)", "choose(text, 'key', value, …, default)")]
    public void A_call_with_other_arguments_is_told_how_it_is_written(string text, string usage) =>
        Assert.Equal((1, $"Write {usage}."), Refusal(text));

    [Fact]
    public void Thirty_parentheses_nest_and_thirty_one_do_not()
    {
        Assert.True(Parse($"{new string('(', 30)}true{new string(')', 30)}").Holds(Case).Value);
        Assert.Equal((31, "Parentheses are nested deeper than 30."), Refusal($"{new string('(', 31)}true{new string(')', 31)}"));
        Assert.Equal((81, "Parentheses are nested deeper than 30."), Refusal(string.Concat(Enumerable.Repeat("if(", 25)) + new string('(', 400)));
    }

    [Fact]
    public void A_thousand_characters_are_read_and_one_more_is_not()
    {
        Assert.True(Expression.Parse("true" + new string(' ', 996)).Succeeded);
        Assert.Equal(1001, Refusal("true" + new string(' ', 997)).Column);
    }

    [Fact]
    public void Half_a_character_is_refused() =>
        Assert.Equal((9, "Half a character (an unpaired surrogate) in a text."), Refusal("art == '\ud800'"));

    // The smallest stack that .NET gives a thread on its own is 1.5 MB.
    [Theory]
    [InlineData("", "1", "+1", 499, "")]
    [InlineData("", "1", "-1", 499, "")]
    [InlineData("round(-(1+max(1,-coalesce(evtlMenge,", "1", "", 0, "))))")]
    [InlineData("if(not (true and -", "1", "", 0, " == 2), 1, 2)")]
    public void The_deepest_expression_needs_less_than_a_megabyte_of_stack(string before, string inner, string further, int count, string after)
    {
        var depth = before.Length == 0 ? 0 : Math.Min(Expression.MaxLength / (before.Length + after.Length) - 1, Expression.MaxNesting / before.Count(sign => sign == '('));
        var text = string.Concat(Enumerable.Repeat(before, depth)) + inner + string.Concat(Enumerable.Repeat(further, count)) + string.Concat(Enumerable.Repeat(after, depth));
        decimal? answer = null;
        var thread = new Thread(() => answer = Checked(ExpressionType.Amount, text).Amount(Case).Value, maxStackSize: 1024 * 1024);
        thread.Start();
        thread.Join();
        Assert.NotNull(answer);
    }

    [Fact]
    public void Every_example_of_the_manual_is_an_expression()
    {
        var blocks = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "expressions.md")).Split("```ozg\n").Skip(1);
        var examples = blocks.SelectMany(block => block.Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.NotEmpty(examples);
        Assert.All(examples, example => Parse(example));
    }

    [Fact]
    public void No_culture_changes_what_an_expression_means()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("tr-TR") { NumberFormat = { NumberDecimalSeparator = "," } };
        try
        {
            Assert.Equal(1.5m, Amount("if(art == 'container', 1.5, 0)"));
            Assert.Equal(Received, Date("if(hund.rasse != 'I', received, von)"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
