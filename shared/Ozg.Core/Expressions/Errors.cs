namespace Ozg.Core.Expressions;

/// <summary>A text is not an expression. For authors of the catalogue; no citizen's request leads to it.</summary>
/// <param name="Column">Where, counted from 1 in UTF-16 units from the beginning of the text, line breaks included.</param>
/// <param name="Message">English: what is wrong and what would be right.</param>
public sealed record MalformedExpression(int Column, string Message) : Error.Invalid("malformed-expression");

/// <summary>An expression has no answer for a case, though it fits the form. Whoever asked hands the case to a person.</summary>
/// <param name="Column">The part without an answer, counted from 1.</param>
/// <param name="Message">English, without the application's data.</param>
public sealed record Incomputable(int Column, string Message) : Error.Invalid("incomputable-expression");

/// <summary>Something in an expression that does not fit its Leistung.</summary>
/// <param name="Column">Where, counted from 1 in UTF-16 units from the beginning of the text.</param>
/// <param name="Message">English: what is wrong and what would be right.</param>
public sealed record ExpressionMistake(int Column, string Message);
