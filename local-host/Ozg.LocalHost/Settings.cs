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

    /// <summary>Puts the host's address in the place of <c>%LOCAL_ADDRESS%</c>, which settings cannot know beforehand.</summary>
    public static string? WithAddress(string? value, Uri address) =>
        value?.Replace("%LOCAL_ADDRESS%", address.ToString().TrimEnd('/'), StringComparison.Ordinal);

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Placeholder();
}
