using System.Text.RegularExpressions;

namespace Ozg.Tool.Guide;

/// <summary>The fixed texts of the Leitfaden: files beside this one, with places for what the catalogue says.</summary>
internal static partial class Template
{
    /// <summary>The text with its places filled in.</summary>
    /// <param name="name">The file.</param>
    /// <param name="values">By the names of the places.</param>
    /// <exception cref="KeyNotFoundException">The text has a place that the values do not know.</exception>
    public static string Fill(string name, IReadOnlyDictionary<string, string> values) =>
        Place().Replace(Read(name), match => values[match.Groups[1].Value]);

    /// <summary>A file as it is, with <c>\n</c> between lines.</summary>
    public static string Read(string name)
    {
        using var file = typeof(Template).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Place();
}
