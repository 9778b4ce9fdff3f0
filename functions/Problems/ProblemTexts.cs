using System.Globalization;
using System.Resources;
using Ozg.Core;
using Ozg.Core.Forms;

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
            : string.Format(language, Find($"field.{error.Code}", language), (IsEnglish(language) ? error.EnglishLabel : null) ?? error.Label ?? error.Pointer, Limit(error, language));

    // The only limits with a decimal point: "0.01" is "0,01" to whoever reads German.
    private static string? Limit(FieldError error, CultureInfo language) =>
        error.Code is FieldCodes.Minimum or FieldCodes.Maximum && !IsEnglish(language) ? error.Limit?.Replace('.', ',') : error.Limit;

    private static bool IsEnglish(CultureInfo language) => language.TwoLetterISOLanguageName == "en";

    private static string Find(string key, CultureInfo language) =>
        Words.GetString(key, language) ?? throw new MissingManifestResourceException($"No text \"{key}\".");
}
