using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Ozg.Hosting;

/// <summary>App settings as attributes refer to them.</summary>
internal static partial class Settings
{
    /// <summary>Puts settings in the place of <c>%names%</c>, as the Functions host does.</summary>
    /// <exception cref="LocalHostException">There is no such setting.</exception>
    public static string Resolve(this IConfiguration settings, string text, string function) =>
        Placeholder().Replace(text, match => settings[Key(match.Groups[1].Value)] ?? throw new LocalHostException(
            $"Function {function} needs the setting {match.Groups[1].Value}, which is not set."));

    /// <summary><c>A__B</c> is <c>A:B</c>, as in environment variables.</summary>
    public static string Key(string name) => name.Replace("__", ":", StringComparison.Ordinal);

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Placeholder();
}
