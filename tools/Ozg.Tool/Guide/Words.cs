using System.Globalization;
using System.Resources;

namespace Ozg.Tool.Guide;

/// <summary>The German words of drawings and of the Leitfaden, from the resource file.</summary>
internal static class Words
{
    private static readonly ResourceManager Resources = new(typeof(Words).FullName!, typeof(Words).Assembly);
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>A phrase with its places filled in.</summary>
    /// <exception cref="MissingManifestResourceException">The file has no such phrase.</exception>
    public static string Say(string key, params object[] values)
    {
        var phrase = Resources.GetString(key, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException($"Words.resx has no '{key}'.");
        return values.Length == 0 ? phrase : string.Format(German, phrase, values);
    }
}
