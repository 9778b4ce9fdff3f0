namespace Ozg.Core.Expressions;

/// <summary>What a place in the catalogue needs an expression to answer.</summary>
public enum ExpressionType
{
    /// <summary>True or false.</summary>
    Condition,

    /// <summary>A number, taken as euros.</summary>
    Amount,

    /// <summary>A day.</summary>
    Date,
}
