namespace Ozg.Core.Expressions;

/// <summary>What is known of a part of an expression before there is a case.</summary>
/// <param name="Kind"><see cref="Kind.None"/>: a mistake in it has been told, so that nothing more is said of it.</param>
internal sealed record Typed(Kind Kind)
{
    public static readonly Typed Unknown = new(Kind.None);

    /// <summary>The field that may be absent; null when there is always a value.</summary>
    public string? Optional { get; init; }

    /// <summary>A number without a fraction.</summary>
    public bool IsWhole { get; init; }

    /// <summary>All texts it can be; null: any.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    public static string NameOf(Kind kind) => kind switch
    {
        Kind.Truth => "true or false",
        Kind.Number => "a number",
        Kind.Text => "a text",
        _ => "a date",
    };
}
