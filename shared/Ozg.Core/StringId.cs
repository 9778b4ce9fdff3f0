using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ozg.Core;

/// <summary>An identifier that travels as a plain string and is a type of its own in code.</summary>
/// <typeparam name="TSelf">The identifier's type.</typeparam>
public interface IStringId<TSelf> where TSelf : struct, IStringId<TSelf>
{
    /// <summary>The identifier as it is stored and sent.</summary>
    string Value { get; }

    /// <summary>Wraps a stored value as it is.</summary>
    static abstract TSelf From(string value);
}

/// <summary>Writes an identifier as its string, so that it does not travel as <c>{"value":…}</c>.</summary>
/// <typeparam name="T">The identifier's type.</typeparam>
public sealed class StringIdConverter<T> : JsonConverter<T> where T : struct, IStringId<T>
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.From(reader.GetString() ?? throw new JsonException("An identifier is a string, not null."));

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
