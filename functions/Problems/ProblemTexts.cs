using System.Globalization;
using System.Resources;
using Ozg.Core;

namespace Ozg.Functions.Problems;

/// <summary>The words for errors, from the resource files.</summary>
internal static class ProblemTexts
{
    private static readonly ResourceManager Words = new("Ozg.Functions.Problems.ProblemTexts", typeof(ProblemTexts).Assembly);

    public static string Title(string code, CultureInfo language) => Find($"{code}.title", language);

    public static string Detail(string code, CultureInfo language) => Find($"{code}.detail", language);

    public static string Field(FieldError error, CultureInfo language) =>
        error.Words is { } words
            ? IsEnglish(language) && words.En is { } english ? english : words.De
            : string.Format(language, Find($"field.{error.Code}", language), (IsEnglish(language) ? error.EnglishLabel : null) ?? error.Label ?? error.Pointer, error.Limit);

    private static bool IsEnglish(CultureInfo language) => language.TwoLetterISOLanguageName == "en";

    private static string Find(string key, CultureInfo language) =>
        Words.GetString(key, language) ?? throw new MissingManifestResourceException($"No text \"{key}\".");
}
