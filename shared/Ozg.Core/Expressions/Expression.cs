using Ozg.Core.Deadlines;
using Ozg.Core.Forms;

namespace Ozg.Core.Expressions;

/// <summary>
/// A question about a case that the catalogue asks: a condition, an amount or a date, described in docs/expressions.md. It sees the
/// application, the day it was received and the kinds of its files; it has no clock, no I/O and no loops, so that the same case gives
/// the same answer whenever it is asked, in time linear in the expression and the application's lists.
/// </summary>
public sealed class Expression
{
    /// <summary>The longest expression, in UTF-16 units.</summary>
    public const int MaxLength = 1000;

    /// <summary>How deep parentheses, brackets and calls may stand in each other.</summary>
    public const int MaxNesting = 30;

    private readonly Node _root;

    private Expression(string text, Node root) => (Text, _root) = (text, root);

    /// <summary>As the catalogue writes it.</summary>
    public string Text { get; }

    /// <summary>Reads an expression; <see cref="MalformedExpression"/> tells the first place where it is not one. Takes any text.</summary>
    public static Outcome<Expression> Parse(string text)
    {
        var root = Grammar.Read(text);
        return root.Succeeded ? new Expression(text, root.Value) : root.Error;
    }

    /// <summary>All that does not fit a Leistung; empty when every valid application can be asked.</summary>
    /// <param name="expected">What the place in the catalogue needs.</param>
    /// <param name="form">The form of the applications that will be asked.</param>
    /// <param name="attachmentKinds">The kinds of files that the Leistung takes.</param>
    public IReadOnlyList<ExpressionMistake> Check(ExpressionType expected, FormSchema form, IReadOnlyCollection<string> attachmentKinds)
    {
        var check = new TypeCheck(form, attachmentKinds);
        check.Whole(_root, expected);
        return [.. check.Mistakes.Distinct().OrderBy(mistake => mistake.Column)];
    }

    /// <summary>The answer to a condition. A field that the application does not have makes every comparison with it false.</summary>
    /// <returns><see cref="Incomputable"/> for what no answer follows from, such as a division by zero. Never throws.</returns>
    public Outcome<bool> Holds(Scope scope)
    {
        var evaluation = new Evaluation(scope);
        var answer = evaluation.Truth(_root);
        return evaluation.Refusal is { } refusal ? refusal : answer;
    }

    /// <summary>An amount in euros, rounded to whole cents, half a cent away from zero; negative when the expression says so.</summary>
    /// <returns><see cref="Incomputable"/> for what no amount follows from. Never throws.</returns>
    public Outcome<decimal> Amount(Scope scope)
    {
        var evaluation = new Evaluation(scope);
        var euros = evaluation.Number(_root);
        return evaluation.Refusal is { } refusal ? refusal : Arithmetic.Round(euros, 2);
    }

    /// <summary>A day.</summary>
    /// <returns><see cref="Incomputable"/> for what no day follows from, such as one after the year 9999. Never throws.</returns>
    public Outcome<DateOnly> Date(Scope scope)
    {
        var evaluation = new Evaluation(scope);
        var day = evaluation.Date(_root);
        return evaluation.Refusal is { } refusal ? refusal : day;
    }

    /// <summary>The amount where it is the same for every application, written in numbers alone; null: it depends, or has no answer.</summary>
    public decimal? FixedAmount => IsFixed(_root) && Amount(Nobody) is { Succeeded: true, Value: var euros } ? euros : null;

    // What numbers alone come to, nobody's application changes.
    private static Scope Nobody { get; } = new(default, DateOnly.MinValue, [], LegalCalendar.For(Land.Hessen));

    private static bool IsFixed(Node node) => node switch
    {
        Node.Constant => true,
        Node.Negative negative => IsFixed(negative.Operand),
        Node.Calculation calculation => IsFixed(calculation.Left) && IsFixed(calculation.Right),
        _ => false,
    };

    /// <inheritdoc />
    public override string ToString() => Text;
}
