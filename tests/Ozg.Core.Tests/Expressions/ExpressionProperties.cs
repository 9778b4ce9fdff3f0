using CsCheck;
using Ozg.Core.Deadlines;
using Ozg.Core.Expressions;
using static Ozg.Core.Tests.Expressions.ArrangeExpression;

namespace Ozg.Core.Tests.Expressions;

/// <summary>Random expressions beside what they have to amount to, and random text.</summary>
public sealed class ExpressionProperties
{
    [Fact]
    public void An_amount_is_that_of_the_expression_it_was_written_from() => Model.Numbers.Sample(
        model =>
        {
            var expression = Parse(model.Text);
            Assert.Equal([], expression.Check(ExpressionType.Amount, Form, Kinds));
            var amount = expression.Amount(Case);
            if (model.Value is { } expected)
                Assert.Equal(decimal.Round(expected, 2, MidpointRounding.AwayFromZero), amount.Value);
            else
                Assert.IsType<Incomputable>(amount.Error);
        },
        iter: 3_000);

    [Fact]
    public void A_condition_answers_what_the_expression_it_was_written_from_means() => Model.Truths.Sample(
        model =>
        {
            var expression = Parse(model.Text);
            Assert.Equal([], expression.Check(ExpressionType.Condition, Form, Kinds));
            var answer = expression.Holds(Case);
            if (model.Value is { } expected)
                Assert.Equal(expected, answer.Value);
            else
                Assert.IsType<Incomputable>(answer.Error);
        },
        iter: 3_000);

    [Fact]
    public void The_same_question_has_the_same_answer() => Gen.Select(Model.Numbers, Model.Truths).Sample(
        (number, truth) =>
            Parse(number.Text).Amount(Case).Equals(Parse(number.Text).Amount(Case))
            && Parse(truth.Text).Holds(Case).Equals(Parse(truth.Text).Holds(Case)),
        iter: 500);

    [Fact]
    public void Working_days_are_counted_as_periods_count_them_and_back_again() => Gen.Select(Gen.Date[new(2020, 1, 1), new(2040, 12, 31)], Gen.Int[1, 250]).Sample((moment, count) =>
    {
        var from = DateOnly.FromDateTime(moment);
        var later = Date($"addWorkingDays(date('{from:yyyy-MM-dd}'), {count})");

        Assert.Equal(DeadlineRules.After(from, Period.OfficeDays(count), EndShift.Bgb, Calendar).Day, later);
        Assert.Equal(Calendar.IsOfficeDay(from) ? from : Date($"addWorkingDays(date('{from:yyyy-MM-dd}'), -1)"), Date($"addWorkingDays(date('{later:yyyy-MM-dd}'), {-count})"));
    });

    [Fact]
    public void The_case_that_is_asked_is_valid() => Assert.Empty(Form.Validate(Case.Application, Received));

    [Fact]
    public void Any_text_is_an_expression_or_is_refused_at_a_place_in_it() => Gen.OneOf(AnyText, AnySigns, Damaged).Sample(
        text =>
        {
            var parsed = Expression.Parse(text);
            if (parsed.Succeeded)
                AnswersWithoutException(parsed.Value);
            else
                Assert.InRange(Assert.IsType<MalformedExpression>(parsed.Error).Column, 1, text.Length + 1);
        },
        iter: 20_000);

    private static readonly Gen<string> AnyText = Gen.String[0, 60];

    private static readonly Gen<string> AnySigns = Gen.OneOf(
            "true", "1", "0", "0.5", "99999999999999999999999999", "'geruest'", "'2026-01-01'", "date('2026-01-01')", "received", "art", "menge", "von", "evtlTag", "evtlMenge", "evtlBox",
            "positionen", "positionen.menge", "hund", "marken", "(", ")", "[", "]", ",", "+", "-", "*", "/", "==", "<", "!=", "and", "or", "not", "in", "sum(", "count(", "any(", "if(", "choose(",
            "coalesce(", "round(", "days(", "months(", "addDays(", "addMonths(", "addWorkingDays(", "min(", "ceil(", "exists(", "attached('lageplan')")
        .Array[0, 12].Select(signs => string.Join(' ', signs));

    private static readonly Gen<string> Damaged = Gen.Select(Model.Truths, Gen.Int[0, 999], Gen.Char)
        .Select((model, at, sign) => model.Text.Remove(at % model.Text.Length, 1).Insert(at % model.Text.Length, sign.ToString()));

    private static void AnswersWithoutException(Expression expression)
    {
        var (condition, amount, date) = (expression.Holds(Case), expression.Amount(Case), expression.Date(Case));
        bool Fits(ExpressionType type) => expression.Check(type, Form, Kinds).Count == 0;
        Assert.True(!Fits(ExpressionType.Condition) || condition.Succeeded || IsArithmetic(condition.Error), expression.Text);
        Assert.True(!Fits(ExpressionType.Amount) || amount.Succeeded || IsArithmetic(amount.Error), expression.Text);
        Assert.True(!Fits(ExpressionType.Date) || date.Succeeded || IsArithmetic(date.Error), expression.Text);
    }

    // After a check, nothing is of the wrong kind or absent: what is left are zeroes and numbers or dates that are too large.
    private static bool IsArithmetic(Error error) => ((Incomputable)error).Message.StartsWith("No value:", StringComparison.Ordinal);
}
