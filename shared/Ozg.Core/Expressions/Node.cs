namespace Ozg.Core.Expressions;

/// <summary>A part of an expression. Functions are known and have the arguments they need by the time there is a node.</summary>
/// <param name="Column">Where it begins, or its operator stands, from 1.</param>
internal abstract record Node(int Column)
{
    /// <summary>A fixed value.</summary>
    public sealed record Constant(int Column, Value Value) : Node(Column);

    /// <summary>The day of receipt.</summary>
    public sealed record Received(int Column) : Node(Column);

    /// <summary>A dotted name from the application's root.</summary>
    public sealed record Field(int Column, string Name) : Node(Column)
    {
        public string[] Path { get; } = Name.Split('.');
    }

    public sealed record Not(int Column, Node Operand) : Node(Column);

    public sealed record Negative(int Column, Node Operand) : Node(Column);

    public sealed record Logic(int Column, bool IsAnd, Node Left, Node Right) : Node(Column);

    public sealed record Comparison(int Column, Sign Sign, Node Left, Node Right) : Node(Column);

    public sealed record Calculation(int Column, Sign Sign, Node Left, Node Right) : Node(Column);

    public sealed record OneOf(int Column, Node Operand, IReadOnlyList<Constant> Values) : Node(Column);

    public sealed record Exists(int Column, Field Of) : Node(Column);

    public sealed record Coalesce(int Column, Field Of, Node Otherwise) : Node(Column);

    public sealed record Attached(int Column, string Kind) : Node(Column);

    public sealed record If(int Column, Node Condition, Node Then, Node Else) : Node(Column);

    /// <param name="Column">As everywhere.</param>
    /// <param name="Key">What is looked up.</param>
    /// <param name="Cases">At least one; their keys are texts.</param>
    /// <param name="Otherwise">For every other key.</param>
    public sealed record Choose(int Column, Node Key, IReadOnlyList<(Constant Key, Node Value)> Cases, Node Otherwise) : Node(Column);

    public sealed record Sum(int Column, Field Of) : Node(Column);

    public sealed record Count(int Column, Field Of) : Node(Column);

    public sealed record Any(int Column, Field Of, Node Value) : Node(Column);

    /// <summary>The least or the greatest of at least two numbers.</summary>
    public sealed record Extreme(int Column, bool IsGreatest, IReadOnlyList<Node> Numbers) : Node(Column);

    public sealed record Whole(int Column, bool IsUp, Node Number) : Node(Column);

    public sealed record Rounded(int Column, Node Number, int Digits) : Node(Column);

    public sealed record Between(int Column, bool InMonths, Node From, Node To) : Node(Column);

    public sealed record Later(int Column, DateStep By, Node Date, Node Number) : Node(Column);
}

/// <summary>What a date is moved by.</summary>
internal enum DateStep
{
    Day,
    WorkingDay,
    Month,
}
