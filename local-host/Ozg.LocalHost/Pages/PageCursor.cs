using System.Globalization;

namespace Ozg.Hosting.Pages;

/// <summary>Where the next page of a list begins: after the row with this number, and among equals with this id.</summary>
internal readonly record struct PageCursor(long Number, string Id)
{
    public static readonly PageCursor First = new(long.MaxValue, "");

    /// <param name="text">Null or empty: the first page.</param>
    /// <returns>Null: no list gave this cursor.</returns>
    public static PageCursor? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return First;

        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && long.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(number, text[(dot + 1)..])
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}.{Id}");
}
