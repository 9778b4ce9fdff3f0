using Ozg.Core.Forms;

namespace Ozg.Core.Expressions;

/// <summary>Makes nodes of calls: which functions there are, and what has to stand where in their parentheses.</summary>
internal static class Functions
{
    private const int MaxDigits = 8;

    // How a call is written, and its node; null when it is written otherwise.
    private static readonly Dictionary<string, (string Usage, Func<int, Node[], Node?> Make)> All = new()
    {
        ["date"] = ("date('2026-01-31') with a day of the calendar; a field that holds a date stands without date()", Date),
        ["attached"] = ("attached('kind')", (column, a) => a is [Node.Constant { Value: { Kind: Kind.Text } kind }] ? new Node.Attached(column, kind.Text) : null),
        ["exists"] = ("exists(field)", (column, a) => a is [Node.Field field] ? new Node.Exists(column, field) : null),
        ["coalesce"] = ("coalesce(field, value)", (column, a) => a is [Node.Field field, var otherwise] ? new Node.Coalesce(column, field, otherwise) : null),
        ["sum"] = ("sum(list.field)", (column, a) => a is [Node.Field field] ? new Node.Sum(column, field) : null),
        ["count"] = ("count(list)", (column, a) => a is [Node.Field field] ? new Node.Count(column, field) : null),
        ["any"] = ("any(list.field, value)", (column, a) => a is [Node.Field field, var value] ? new Node.Any(column, field, value) : null),
        ["min"] = ("min(a, b, …)", (column, a) => a.Length >= 2 ? new Node.Extreme(column, IsGreatest: false, a) : null),
        ["max"] = ("max(a, b, …)", (column, a) => a.Length >= 2 ? new Node.Extreme(column, IsGreatest: true, a) : null),
        ["ceil"] = ("ceil(number)", (column, a) => a is [var number] ? new Node.Whole(column, IsUp: true, number) : null),
        ["floor"] = ("floor(number)", (column, a) => a is [var number] ? new Node.Whole(column, IsUp: false, number) : null),
        ["round"] = ($"round(number), or round(number, digits) with 0 to {MaxDigits} digits", Rounded),
        ["days"] = ("days(from, to)", (column, a) => a is [var from, var to] ? new Node.Between(column, InMonths: false, from, to) : null),
        ["months"] = ("months(from, to)", (column, a) => a is [var from, var to] ? new Node.Between(column, InMonths: true, from, to) : null),
        ["addDays"] = ("addDays(date, number)", (column, a) => a is [var date, var count] ? new Node.Later(column, DateStep.Day, date, count) : null),
        ["addMonths"] = ("addMonths(date, number)", (column, a) => a is [var date, var count] ? new Node.Later(column, DateStep.Month, date, count) : null),
        ["addWorkingDays"] = ($"addWorkingDays(date, number) with -{CalendarRules.MostWorkingDays} to {CalendarRules.MostWorkingDays} days", AddWorkingDays),
        ["if"] = ("if(condition, then, else)", (column, a) => a is [var condition, var then, var otherwise] ? new Node.If(column, condition, then, otherwise) : null),
        ["choose"] = ("choose(text, 'key', value, …, default)", Choose),
    };

    /// <summary>The node of a call, or what is wrong with it.</summary>
    public static Outcome<Node> Make(int column, string name, Node[] arguments)
    {
        if (!All.TryGetValue(name, out var function))
            return new MalformedExpression(column, $"There is no function '{name}'. {Nearest.Hint(name, All.Keys)}");
        return function.Make(column, arguments) is { } node ? node : new MalformedExpression(column, $"Write {function.Usage}.");
    }

    private static Node.Constant? Date(int column, Node[] arguments) =>
        arguments is [Node.Constant { Value: { Kind: Kind.Text } text }] && TextRules.TryReadDate(text.Text, out var day)
            ? new Node.Constant(column, Value.Of(day))
            : null;

    private static Node.Later? AddWorkingDays(int column, Node[] arguments) =>
        arguments is [var date, var count] && count is not Node.Constant { Value: { Kind: Kind.Number, Number: < -CalendarRules.MostWorkingDays or > CalendarRules.MostWorkingDays } }
            ? new Node.Later(column, DateStep.WorkingDay, date, count)
            : null;

    private static Node.Rounded? Rounded(int column, Node[] arguments) => arguments switch
    {
        [var number] => new Node.Rounded(column, number, 0),
        [var number, Node.Constant { Value: { Kind: Kind.Number, Number: >= 0 and <= MaxDigits } digits }] when decimal.IsInteger(digits.Number) =>
            new Node.Rounded(column, number, (int)digits.Number),
        _ => null,
    };

    private static Node.Choose? Choose(int column, Node[] arguments)
    {
        if (arguments.Length < 4 || arguments.Length % 2 != 0)
            return null;

        var cases = arguments[1..^1].Chunk(2).ToList();
        return cases.TrueForAll(one => one[0] is Node.Constant { Value.Kind: Kind.Text })
            ? new Node.Choose(column, arguments[0], [.. cases.Select(one => ((Node.Constant)one[0], one[1]))], arguments[^1])
            : null;
    }
}
