using System.Text.Json.Serialization;

namespace Ozg.Core.Kommunen;

/// <summary>
/// The key of a Kommune: Amtlicher Gemeindeschlüssel, 8 digits (2 Land, 1 Regierungsbezirk, 2 Kreis, 3 Gemeinde).
/// </summary>
/// <param name="Value">The 8 digits.</param>
[JsonConverter(typeof(StringIdConverter<Ags>))]
public readonly record struct Ags(string Value) : IStringId<Ags>
{
    /// <inheritdoc />
    public static Ags From(string value) => new(value);

    /// <summary>Whether a text has the form of a key; not whether such a Kommune exists.</summary>
    public static bool IsWellFormed(string text) => text.Length == 8 && text.All(char.IsAsciiDigit);

    /// <inheritdoc />
    public override string ToString() => Value;
}
