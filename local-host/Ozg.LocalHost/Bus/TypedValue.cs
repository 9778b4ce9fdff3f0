using System.Globalization;
using System.Runtime.Serialization;

namespace Ozg.Hosting.Bus;

/// <summary>
/// Application properties keep their type on the bus, and only some types are allowed. As text: <c>Int32:5</c>.
/// </summary>
internal static class TypedValue
{
    private static readonly Dictionary<string, (Func<object, string> Write, Func<string, object> Read)> Types = new()
    {
        [nameof(String)] = (value => (string)value, text => text),
        [nameof(Boolean)] = Convertible<bool>(),
        [nameof(Byte)] = Convertible<byte>(),
        [nameof(SByte)] = Convertible<sbyte>(),
        [nameof(Int16)] = Convertible<short>(),
        [nameof(UInt16)] = Convertible<ushort>(),
        [nameof(Int32)] = Convertible<int>(),
        [nameof(UInt32)] = Convertible<uint>(),
        [nameof(Int64)] = Convertible<long>(),
        [nameof(UInt64)] = Convertible<ulong>(),
        [nameof(Single)] = Convertible<float>(),
        [nameof(Double)] = Convertible<double>(),
        [nameof(Decimal)] = Convertible<decimal>(),
        [nameof(Char)] = Convertible<char>(),
        [nameof(Guid)] = (value => ((Guid)value).ToString(), text => Guid.Parse(text)),
        [nameof(Uri)] = (value => ((Uri)value).OriginalString, text => new Uri(text, UriKind.RelativeOrAbsolute)),
        [nameof(DateTime)] = (
            value => ((DateTime)value).ToString("o", CultureInfo.InvariantCulture),
            text => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)),
        [nameof(DateTimeOffset)] = (
            value => ((DateTimeOffset)value).ToString("o", CultureInfo.InvariantCulture),
            text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)),
        [nameof(TimeSpan)] = (
            value => ((TimeSpan)value).ToString("c", CultureInfo.InvariantCulture),
            text => TimeSpan.Parse(text, CultureInfo.InvariantCulture)),
    };

    /// <exception cref="SerializationException">The bus does not carry values of this type.</exception>
    public static string? Write(string name, object? value)
    {
        if (value is null)
            return null;

        var type = value.GetType().Name;
        return Types.TryGetValue(type, out var known)
            ? $"{type}:{known.Write(value)}"
            : throw new SerializationException($"Application property '{name}' is a {value.GetType()}, which Service Bus does not carry.");
    }

    public static object? Read(string? text)
    {
        if (text is null)
            return null;

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return Types[text[..colon]].Read(text[(colon + 1)..]);
    }

    private static (Func<object, string>, Func<string, object>) Convertible<T>()
        where T : IConvertible => (
        value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        text => Convert.ChangeType(text, typeof(T), CultureInfo.InvariantCulture));
}
