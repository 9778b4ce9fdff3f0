using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;

namespace Ozg.Tool.Output;

/// <summary>Output that other programs read: neither wrapped nor coloured.</summary>
internal static class Terminal
{
    public static void Lines(this IAnsiConsole console, params IEnumerable<string> lines)
    {
        foreach (var line in lines)
            console.Profile.Out.Writer.WriteLine(line);
    }

    public static void Json<T>(this IAnsiConsole console, T value, JsonTypeInfo<T> type) => console.Lines(JsonSerializer.Serialize(value, type));
}
