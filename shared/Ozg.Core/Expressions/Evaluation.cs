using System.Diagnostics;

namespace Ozg.Core.Expressions;

/// <summary>One walk through an expression for one case. After a refusal the walk goes on with zeroes: the first refusal is the answer.</summary>
internal sealed class Evaluation(Scope scope)
{
    public Incomputable? Refusal { get; private set; }

    public bool Truth(Node node)
    {
        var value = Of(node);
        return value.Kind switch
        {
            Kind.Truth => value.Truth,
            Kind.None => false, // a box that nobody ticked
            _ => Refuse(node, "Not true or false.").Truth,
        };
    }

    public decimal Number(Node node)
    {
        var value = Of(node);
        return value.Kind == Kind.Number ? value.Number : Refuse(node, value.Kind == Kind.None ? "No value." : "Not a number.").Number;
    }

    public DateOnly Date(Node node) =>
        Arithmetic.AsDate(Of(node)) is { Kind: Kind.Date } day ? day.Date : Refuse(node, "Not a date.").Date;

    // Dispatches only: what an arm computes here would take room in every frame of a deep expression.
    private Value Of(Node node) => node switch
    {
        Node.Constant constant => constant.Value,
        Node.Field field => Read(field),
        Node.Coalesce coalesce => Coalesce(coalesce),
        Node.If choice => Of(Truth(choice.Condition) ? choice.Then : choice.Else),
        Node.Choose choose => Choose(choose),
        Node.Calculation calculation => Calculate(calculation),
        Node.Sum sum => Sum(sum),
        Node.Later later => Later(later),
        Node.Received => Received(),
        Node.Negative or Node.Count or Node.Extreme or Node.Whole or Node.Rounded or Node.Between => ANumber(node),
        _ => ATruth(node),
    };

    private Value Received() => Value.Of(scope.Received);

    private Value ATruth(Node node) => Value.Of(IsTrue(node));

    private bool IsTrue(Node node) => node switch
    {
        Node.Logic { IsAnd: true } and => Truth(and.Left) && Truth(and.Right),
        Node.Logic or => Truth(or.Left) || Truth(or.Right),
        Node.Not not => !Truth(not.Operand),
        Node.Comparison comparison => Compare(comparison),
        Node.OneOf oneOf => IsOneOf(oneOf),
        Node.Exists exists => ApplicationFields.Find(scope.Application, exists.Of.Path) is { } found && ApplicationFields.IsThere(found),
        Node.Attached attached => scope.Attached.Contains(attached.Kind),
        Node.Any any => IsAny(any),
        _ => throw new UnreachableException(),
    };

    private Value ANumber(Node node) => Value.Of(Figure(node));

    private decimal Figure(Node node) => node switch
    {
        Node.Negative negative => -Number(negative.Operand),
        Node.Count count => ApplicationFields.Entries(scope.Application, count.Of.Path).Count(ApplicationFields.IsThere),
        Node.Extreme { IsGreatest: true } greatest => greatest.Numbers.Max(Number),
        Node.Extreme least => least.Numbers.Min(Number),
        Node.Whole { IsUp: true } up => decimal.Ceiling(Number(up.Number)),
        Node.Whole down => decimal.Floor(Number(down.Number)),
        Node.Rounded rounded => Arithmetic.Round(Number(rounded.Number), rounded.Digits),
        Node.Between { InMonths: true } months => CalendarRules.BegunMonths(Date(months.From), Date(months.To)),
        Node.Between days => CalendarRules.Days(Date(days.From), Date(days.To)),
        _ => throw new UnreachableException(),
    };

    private Value Coalesce(Node.Coalesce coalesce) =>
        Read(coalesce.Of) is { Kind: not Kind.None } there ? there : Of(coalesce.Otherwise);

    private Value Sum(Node.Sum sum) =>
        Computed(sum, Arithmetic.Sum(ApplicationFields.Entries(scope.Application, sum.Of.Path).Select(ApplicationFields.Read)));

    private Value Later(Node.Later later) => Computed(later, CalendarRules.Add(Date(later.Date), Number(later.Number), later.By, scope.Calendar));

    private Value Read(Node.Field field) =>
        ApplicationFields.Find(scope.Application, field.Path) is { } found ? Computed(field, ApplicationFields.Read(found)) : Value.Absent;

    private bool Compare(Node.Comparison comparison)
    {
        var (left, right) = Arithmetic.Alike(Of(comparison.Left), Of(comparison.Right));
        if (left.Kind == Kind.None || right.Kind == Kind.None)
            return false;
        return Arithmetic.Compare(comparison.Sign, left, right) ?? Refuse(comparison, "Values that do not compare.").Truth;
    }

    private Value Calculate(Node.Calculation calculation)
    {
        var (left, right) = (Arithmetic.AsDate(Of(calculation.Left)), Arithmetic.AsDate(Of(calculation.Right)));
        return Computed(calculation, Arithmetic.Calculate(calculation.Sign, left, right));
    }

    private bool IsOneOf(Node.OneOf oneOf)
    {
        var value = Of(oneOf.Operand);
        return oneOf.Values.Any(one => Same(value, one.Value));
    }

    private Value Choose(Node.Choose choose)
    {
        var key = Of(choose.Key);
        foreach (var (candidate, value) in choose.Cases)
        {
            if (Same(key, candidate.Value))
                return Of(value);
        }

        return Of(choose.Otherwise);
    }

    private bool IsAny(Node.Any any)
    {
        var wanted = Of(any.Value);
        return ApplicationFields.Entries(scope.Application, any.Of.Path).Any(entry => ApplicationFields.Read(entry) is { } value && Same(value, wanted));
    }

    /// <summary>Whether both are there and equal; a text that reads as a day equals that day.</summary>
    private static bool Same(Value one, Value other)
    {
        var (left, right) = Arithmetic.Alike(one, other);
        return left.Kind != Kind.None && left == right;
    }

    private Value Computed(Node node, Value? value) => value ?? Refuse(node, "No value: a division by zero, or a number or a date out of range.");

    private Value Refuse(Node node, string why)
    {
        Refusal ??= new(node.Column, why);
        return Value.Absent;
    }
}
