using System.Text.Json;
using Ozg.Core.Forms;

namespace Ozg.Core.Expressions;

/// <summary>Finds and reads fields of an application. What is null or blank counts as absent, as it does when a form is validated.</summary>
internal static class ApplicationFields
{
    /// <summary>The field a path of names leads to; null when it ends before, or leads through a list.</summary>
    public static JsonElement? Find(JsonElement application, string[] path)
    {
        var current = application;
        foreach (var name in path)
        {
            if (current.ValueKind != JsonValueKind.Object || !current.TryGetProperty(name, out current))
                return null;
        }

        return current;
    }

    /// <summary>What a path leads to in every entry of the lists along it, in their order.</summary>
    public static IReadOnlyList<JsonElement> Entries(JsonElement application, string[] path)
    {
        List<JsonElement> current = [application];
        foreach (var name in path)
        {
            var next = new List<JsonElement>();
            foreach (var holder in current)
            {
                if (holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var value))
                    Spread(value, next);
            }

            current = next;
        }

        return current;
    }

    /// <summary>A scalar's value; null when it is none or cannot be kept.</summary>
    public static Value? Read(JsonElement field) => field.ValueKind switch
    {
        JsonValueKind.Null => Value.Absent,
        JsonValueKind.True => Value.Of(true),
        JsonValueKind.False => Value.Of(false),
        JsonValueKind.Number when field.TryGetDecimal(out var number) => Value.Of(number),
        JsonValueKind.String when FieldText.Read(field, FormSchema.LongestText) is { Refused: null } text => text.IsBlank ? Value.Absent : Value.Of(text.Value),
        _ => null,
    };

    public static bool IsThere(JsonElement field) => field.ValueKind switch
    {
        JsonValueKind.Object => true,
        JsonValueKind.Array => field.GetArrayLength() > 0,
        _ => Read(field) is { Kind: not Kind.None },
    };

    private static void Spread(JsonElement value, List<JsonElement> into)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            into.Add(value);
            return;
        }

        foreach (var entry in value.EnumerateArray())
            Spread(entry, into); // no deeper than the reader of JSON goes
    }
}
