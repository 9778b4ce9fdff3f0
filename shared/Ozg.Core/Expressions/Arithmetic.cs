using Ozg.Core.Forms;

namespace Ozg.Core.Expressions;

/// <summary>Comparing and calculating, exact to 28 digits; null is what has no value.</summary>
internal static class Arithmetic
{
    /// <summary>As merchants do: half away from zero.</summary>
    public static decimal Round(decimal number, int digits) => decimal.Round(number, digits, MidpointRounding.AwayFromZero);

    /// <summary>A date that an application writes as a text; other values as they are.</summary>
    public static Value AsDate(Value value) =>
        value.Kind == Kind.Text && TextRules.TryReadDate(value.Text, out var date) ? Value.Of(date) : value;

    /// <summary>Two values for a comparison: beside a date, a text is read as one.</summary>
    public static (Value Left, Value Right) Alike(Value left, Value right) =>
        left.Kind == Kind.Date || right.Kind == Kind.Date ? (AsDate(left), AsDate(right)) : (left, right);

    /// <summary>Texts by their code units, so that those of dates are in the order of the calendar.</summary>
    public static bool? Compare(Sign sign, Value left, Value right)
    {
        if (left.Kind != right.Kind)
            return null;

        var order = left.Kind switch
        {
            Kind.Number => left.Number.CompareTo(right.Number),
            Kind.Date => left.Date.CompareTo(right.Date),
            Kind.Text => string.CompareOrdinal(left.Text, right.Text),
            _ => left.Truth.CompareTo(right.Truth),
        };
        return sign switch
        {
            Sign.Equal => order == 0,
            Sign.NotEqual => order != 0,
            Sign.Less => order < 0,
            Sign.LessOrEqual => order <= 0,
            Sign.Greater => order > 0,
            _ => order >= 0,
        };
    }

    public static Value? Calculate(Sign sign, Value left, Value right) => (left.Kind, right.Kind, sign) switch
    {
        (Kind.Date, Kind.Date, Sign.Minus) => Value.Of((decimal)CalendarRules.Days(right.Date, left.Date)),
        (Kind.Number, Kind.Number, _) => Calculate(sign, left.Number, right.Number),
        _ => null,
    };

    /// <summary>Of the numbers that are there.</summary>
    public static Value? Sum(IEnumerable<Value?> values)
    {
        Value? sum = Value.Of(0m);
        foreach (var value in values)
        {
            if (value is not { Kind: Kind.None or Kind.Number } number || sum is null)
                return null;
            sum = Calculate(Sign.Plus, sum.Value.Number, number.Number);
        }

        return sum;
    }

    private static Value? Calculate(Sign sign, decimal left, decimal right)
    {
        try
        {
            return sign switch
            {
                Sign.Plus => Value.Of(left + right),
                Sign.Minus => Value.Of(left - right),
                Sign.Times => Value.Of(left * right),
                _ => right == 0 ? null : Value.Of(left / right),
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
