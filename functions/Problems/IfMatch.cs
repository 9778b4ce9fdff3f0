using Microsoft.AspNetCore.Http;

namespace Ozg.Functions.Problems;

/// <summary>The header by which a caller says on which version an act builds.</summary>
internal static class IfMatch
{
    private const string Any = "*";

    /// <summary>Whether it names a version; null: there is no such header.</summary>
    /// <param name="headers">The request's.</param>
    /// <param name="tag">The version as its <c>ETag</c> has it; null: there is none, so that nothing can name it.</param>
    public static bool? Names(IHeaderDictionary headers, string? tag)
    {
        var named = headers.IfMatch.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return named.Length == 0 ? null : tag is not null && (named.Contains(Any) || named.Contains(tag));
    }
}
