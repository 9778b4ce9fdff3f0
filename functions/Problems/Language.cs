using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Ozg.Functions.Problems;

/// <summary>German, unless the caller prefers English.</summary>
internal static class Language
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de");

    public static CultureInfo Of(HttpRequest request)
    {
        var preferred = request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality != 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value?.Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(language => language is "de" or "en");
        return preferred == "en" ? English : German;
    }
}
