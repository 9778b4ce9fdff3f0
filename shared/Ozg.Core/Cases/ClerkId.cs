using System.Text.Json.Serialization;

namespace Ozg.Core.Cases;

/// <summary>A clerk, by the subject of their token.</summary>
/// <param name="Value">Stable for the person; what makes four eyes two people.</param>
[JsonConverter(typeof(StringIdConverter<ClerkId>))]
public readonly record struct ClerkId(string Value) : IStringId<ClerkId>
{
    /// <inheritdoc />
    public static ClerkId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
