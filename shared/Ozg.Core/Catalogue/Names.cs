namespace Ozg.Core.Catalogue;

/// <summary>The form of the names that the catalogue gives: of Leistungen, steps, groups, conditions, templates, attachment kinds.</summary>
public static class Names
{
    /// <summary>Said wherever a name has another form.</summary>
    public const string Form = "small letters a to z, digits and single hyphens, beginning with a letter, at most 60 characters";

    /// <summary>Whether a name may be used; names become parts of blob names, addresses and task ids.</summary>
    public static bool AreWellFormed(string name) =>
        name.Length is > 0 and <= 60
        && char.IsAsciiLetterLower(name[0])
        && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
        && !name.EndsWith('-')
        && !name.Contains("--", StringComparison.Ordinal);
}
