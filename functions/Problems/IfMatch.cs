using Microsoft.AspNetCore.Http;

namespace Ozg.Functions.Problems;

/// <summary>The versions on one of which a caller says that an act builds.</summary>
/// <param name="Tags">As their <c>ETag</c> has them; empty: the caller says nothing of it.</param>
internal sealed record IfMatch(IReadOnlyList<string> Tags)
{
    private const string Any = "*";

    /// <summary>What the header says.</summary>
    public static IfMatch Of(HttpRequest request) =>
        new(request.Headers.IfMatch.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether a version is among them; null: the caller says nothing of it.</summary>
    /// <param name="tag">The version as its <c>ETag</c> has it; null: there is none, so that nothing can name it.</param>
    public bool? Names(string? tag) => Tags.Count == 0 ? null : tag is not null && (Tags.Contains(Any) || Tags.Contains(tag));
}
