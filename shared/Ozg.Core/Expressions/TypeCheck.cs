using System.Diagnostics;
using Ozg.Core.Forms;

namespace Ozg.Core.Expressions;

/// <summary>One walk through an expression before there is a case: finds the kinds of its parts and all that does not fit.</summary>
internal sealed partial class TypeCheck
{
    private readonly List<ExpressionMistake> _mistakes = [];
    private readonly IReadOnlyCollection<string> _attachmentKinds;
    private readonly FieldCheck _fields;

    public TypeCheck(FormSchema form, IReadOnlyCollection<string> attachmentKinds) =>
        (_attachmentKinds, _fields) = (attachmentKinds, new(form, _mistakes));

    public IReadOnlyList<ExpressionMistake> Mistakes => _mistakes;

    public void Whole(Node root, ExpressionType expected) => Need(
        root,
        expected switch { ExpressionType.Condition => Kind.Truth, ExpressionType.Amount => Kind.Number, _ => Kind.Date },
        expected switch { ExpressionType.Condition => "A condition", ExpressionType.Amount => "An amount", _ => "The answer" });

    private Typed Of(Node node) => node switch
    {
        Node.Constant constant => Constant(constant),
        Node.Received => new(Kind.Date),
        Node.Field field => _fields.Single(field),
        Node.Not not => Logic(not.Operand),
        Node.Logic logic => Logic(logic.Left, logic.Right),
        Node.Negative negative => Numbers(negative.Operand),
        Node.Comparison comparison => Comparison(comparison),
        Node.Calculation calculation => Calculation(calculation),
        Node.OneOf oneOf => OneOf(oneOf),
        Node.Exists exists => _fields.Exists(exists.Of),
        Node.Coalesce coalesce => Coalesce(coalesce),
        Node.Attached attached => Attached(attached),
        Node.If choice => If(choice),
        Node.Choose choose => Choose(choose),
        Node.Sum sum => _fields.Sum(sum.Of),
        Node.Count count => _fields.Count(count.Of),
        Node.Any any => Any(any),
        Node.Extreme extreme => Numbers([.. extreme.Numbers]),
        Node.Whole whole => Numbers(whole.Number) with { IsWhole = true },
        Node.Rounded rounded => Numbers(rounded.Number) with { IsWhole = rounded.Digits == 0 },
        Node.Between between => Between(between),
        Node.Later later => Later(later),
        _ => throw new UnreachableException(),
    };

    private Typed Need(Node node, Kind kind, string role) => Need(node, Of(node), kind, role);

    /// <summary>A part has to be of a kind, and there.</summary>
    private Typed Need(Node node, Typed typed, Kind kind, string role)
    {
        if (typed.Kind != Kind.None && typed.Kind != kind)
            Say(node, $"{role} is {Typed.NameOf(kind)}, but this is {Typed.NameOf(typed.Kind)}.");
        else
            Present(node, typed);
        return typed;
    }

    private void Present(Node node, Typed typed)
    {
        if (typed.Optional is { } field && typed.Kind != Kind.Truth) // a box that nobody ticked is false
            Say(node, $"The form lets '{field}' be absent; say what counts then: coalesce({field}, …).");
    }

    private static Typed Constant(Node.Constant constant) => new(constant.Value.Kind)
    {
        IsWhole = constant.Value.Kind == Kind.Number && decimal.IsInteger(constant.Value.Number),
    };

    private Typed Logic(params Node[] operands)
    {
        foreach (var operand in operands)
            Need(operand, Kind.Truth, "What and, or, not join");
        return new(Kind.Truth);
    }

    private Typed Numbers(params Node[] operands) => Numbers(Array.ConvertAll(operands, operand => (operand, Of(operand))));

    private Typed Numbers(params (Node Node, Typed Typed)[] operands) => new(Kind.Number)
    {
        IsWhole = operands.Count(operand => Need(operand.Node, operand.Typed, Kind.Number, "What is calculated with").IsWhole) == operands.Length,
    };

    private Typed Comparison(Node.Comparison comparison)
    {
        var (left, right) = (Of(comparison.Left), Of(comparison.Right));
        if (Alike(comparison, left, right))
        {
            if (left.Kind is Kind.Text or Kind.Truth && comparison.Sign is not (Sign.Equal or Sign.NotEqual))
                Say(comparison, $"What is {Typed.NameOf(left.Kind)} compares with == and != only; <, <=, >, >= are for numbers and dates.");
            else
                Possible(comparison, left, right);
        }

        return new(Kind.Truth);
    }

    private Typed OneOf(Node.OneOf oneOf)
    {
        var operand = Of(oneOf.Operand);
        foreach (var value in oneOf.Values)
        {
            if (Alike(value, operand, Constant(value)))
                Possible(value, operand);
        }

        return new(Kind.Truth);
    }

    /// <returns>False when they do not compare, or a mistake in one has been told.</returns>
    private bool Alike(Node at, Typed left, Typed right)
    {
        if (left.Kind == Kind.None || right.Kind == Kind.None)
            return false;
        if (left.Kind == right.Kind)
            return true;
        var advice = (left.Kind, right.Kind) is (Kind.Date, Kind.Text) or (Kind.Text, Kind.Date) ? " A date is written date('2026-01-31')." : "";
        Say(at, $"Compares {Typed.NameOf(left.Kind)} with {Typed.NameOf(right.Kind)}, which are never equal.{advice}");
        return false;
    }

    private void Possible(Node.Comparison comparison, Typed left, Typed right)
    {
        Possible(comparison.Right, left);
        Possible(comparison.Left, right);
    }

    /// <summary>A fixed text beside a field with choices is one of them.</summary>
    private void Possible(Node at, Typed field)
    {
        if (at is Node.Constant { Value: { Kind: Kind.Text, Text: var text } } && field.Choices?.Contains(text) == false)
            Say(at, $"The field is never '{text}'. {Nearest.Hint(text, field.Choices)}");
    }

    private Typed Calculation(Node.Calculation calculation)
    {
        if (calculation is { Sign: Sign.Divide, Right: Node.Constant { Value: { Kind: Kind.Number, Number: 0 } } })
            Say(calculation.Right, "Divides by zero.");

        var (left, right) = (Of(calculation.Left), Of(calculation.Right));
        if (calculation.Sign == Sign.Minus && left.Kind == Kind.Date && right.Kind == Kind.Date)
        {
            Present(calculation.Left, left);
            Present(calculation.Right, right);
            return new(Kind.Number) { IsWhole = true };
        }

        if (left.Kind == Kind.Date && right.Kind == Kind.Number)
        {
            Say(calculation, "Write addDays(date, number) or addMonths(date, number), with a negative number for an earlier day.");
            return Typed.Unknown;
        }

        var numbers = Numbers((calculation.Left, left), (calculation.Right, right));
        return calculation.Sign == Sign.Divide ? numbers with { IsWhole = false } : numbers;
    }

    private void Say(Node at, string what) => _mistakes.Add(new(at.Column, what));
}
