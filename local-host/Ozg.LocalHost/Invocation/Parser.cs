using System.Globalization;
using System.Reflection;

namespace Ozg.Hosting.Invocation;

/// <summary>Turns a route or query value into what a parameter asks for.</summary>
internal delegate bool TryParse(string text, out object? value);

/// <summary>Parsers for strings, enums and all that is <see cref="IParsable{TSelf}"/>: numbers, GUIDs, dates.</summary>
internal static class Parser
{
    /// <returns>Null: there is no way from a text to this type.</returns>
    public static TryParse? For(Type type)
    {
        if (type == typeof(string) || type == typeof(object))
            return Same;
        if (type.IsEnum)
            return (string text, out object? value) => Enum.TryParse(type, text, ignoreCase: true, out value);

        return type.GetInterfaces().Any(one => one.IsGenericType
            && one.GetGenericTypeDefinition() == typeof(IParsable<>) && one.GenericTypeArguments[0] == type)
            ? typeof(Parser).GetMethod(nameof(Parse), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type).CreateDelegate<TryParse>()
            : null;
    }

    private static bool Same(string text, out object? value)
    {
        value = text;
        return true;
    }

    private static bool Parse<T>(string text, out object? value)
        where T : IParsable<T>
    {
        var parsed = T.TryParse(text, CultureInfo.InvariantCulture, out var result);
        value = result;
        return parsed;
    }
}
