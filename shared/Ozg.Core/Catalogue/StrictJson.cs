using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ozg.Core.Deadlines;

namespace Ozg.Core.Catalogue;

/// <summary>
/// Reads JSON into types that a generated context declares, and names everything that does not fit at once; the serialiser
/// alone stops at the first mistake and speaks of .NET types.
/// </summary>
internal static class StrictJson
{
    public static Outcome<T> Read<T>(JsonElement document, JsonTypeInfo<T> type) where T : class
    {
        var mistakes = new List<Mistake>();
        Check(document, type, "", mistakes);
        return mistakes.Count > 0 ? new CatalogueMistakes(mistakes) : document.Deserialize(type)!;
    }

    private static void Check(JsonElement value, JsonTypeInfo type, string pointer, List<Mistake> mistakes)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when value.ValueKind == JsonValueKind.Object:
                CheckObject(value, type, pointer, mistakes);
                break;
            case JsonTypeInfoKind.Dictionary when value.ValueKind == JsonValueKind.Object:
                foreach (var entry in value.EnumerateObject())
                    Check(entry.Value, type.Options.GetTypeInfo(type.ElementType!), JsonPointer.Append(pointer, entry.Name), mistakes);
                break;
            case JsonTypeInfoKind.Enumerable when value.ValueKind == JsonValueKind.Array:
                foreach (var (index, item) in value.EnumerateArray().Index())
                    Check(item, type.Options.GetTypeInfo(type.ElementType!), $"{pointer}/{index}", mistakes);
                break;
            default:
                if (!Fits(value, type))
                    mistakes.Add(new(pointer, $"Expected {Expected(type)}."));
                break;
        }
    }

    private static void CheckObject(JsonElement value, JsonTypeInfo type, string pointer, List<Mistake> mistakes)
    {
        var discriminator = type.PolymorphismOptions?.TypeDiscriminatorPropertyName;
        if (discriminator is not null)
        {
            var kinds = type.PolymorphismOptions!.DerivedTypes;
            var kind = value.TryGetProperty(discriminator, out var named) && named.ValueKind == JsonValueKind.String ? named.GetString() : null;
            if (!kinds.Any(known => Equals(known.TypeDiscriminator, kind)))
            {
                mistakes.Add(new(JsonPointer.Append(pointer, discriminator), $"'{discriminator}' has to be one of {string.Join(", ", kinds.Select(known => known.TypeDiscriminator))}."));
                return;
            }

            type = type.Options.GetTypeInfo(kinds.First(known => Equals(known.TypeDiscriminator, kind)).DerivedType);
        }

        var properties = type.Properties.ToDictionary(property => property.Name);
        foreach (var member in value.EnumerateObject().Where(member => member.Name != discriminator))
        {
            var at = JsonPointer.Append(pointer, member.Name);
            if (properties.TryGetValue(member.Name, out var property))
                Check(member.Value, type.Options.GetTypeInfo(property.PropertyType), at, mistakes);
            else
                mistakes.Add(new(at, $"'{member.Name}' is not known here; known are {string.Join(", ", properties.Keys)}."));
        }

        var sound = mistakes.Count;
        foreach (var property in properties.Values.Where(property => IsRequired(property) && !value.TryGetProperty(property.Name, out _)))
            mistakes.Add(new(pointer, $"'{property.Name}' is missing."));
        if (mistakes.Count == sound && type.Type == typeof(Period) && !IsPeriod(value))
            mistakes.Add(new(pointer, $"A period counts 1 to {Period.MaxCount}."));
    }

    // The constructor itself refuses other counts.
    private static bool IsPeriod(JsonElement value) =>
        !value.TryGetProperty("count", out var count) || count.ValueKind != JsonValueKind.Number || (count.TryGetInt32(out var number) && number is >= 1 and <= Period.MaxCount);

    private static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false };

    private static bool Fits(JsonElement value, JsonTypeInfo type)
    {
        if (type.Type == typeof(JsonElement))
            return true;
        if (type.Type == typeof(string))
            return value.ValueKind == JsonValueKind.String;
        if (value.ValueKind == JsonValueKind.Null || (Enum(type) is not null && value.ValueKind != JsonValueKind.String))
            return false;

        try
        {
            value.Deserialize(type);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Expected(JsonTypeInfo type) => type switch
    {
        { Kind: JsonTypeInfoKind.Enumerable } => "a list",
        { Kind: JsonTypeInfoKind.Dictionary or JsonTypeInfoKind.Object } => "names with values",
        _ when Enum(type) is { } choices => $"one of {string.Join(", ", System.Enum.GetNames(choices).Select(JsonNamingPolicy.CamelCase.ConvertName))}",
        { Type: var scalar } when scalar == typeof(bool) => "true or false",
        { Type: var scalar } when scalar == typeof(int) || scalar == typeof(long) => "a whole number",
        _ => "text; put it in quotes if it looks like a number",
    };

    private static Type? Enum(JsonTypeInfo type)
    {
        var scalar = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        return scalar.IsEnum ? scalar : null;
    }
}
