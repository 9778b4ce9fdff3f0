using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ozg.Core.Forms;

/// <summary>One schema of a form, or one branch of a condition in it. Keywords that are absent are null or empty.</summary>
internal sealed record SchemaNode
{
    /// <summary>Null only in a branch, which says nothing of the type.</summary>
    public FieldType? Type { get; init; }

    /// <summary>The field's label; a branch has that of the field it speaks of.</summary>
    public string? Title { get; init; }

    public IReadOnlyDictionary<string, SchemaNode> Properties { get; init; } = new Dictionary<string, SchemaNode>();

    public IReadOnlyList<RequiredField> Required { get; init; } = [];

    /// <summary>Other fields than <see cref="Properties"/> are refused; not in branches.</summary>
    public bool IsClosed { get; init; }

    public IReadOnlyList<string>? Enum { get; init; }

    public JsonElement? Const { get; init; }

    public Regex? Pattern { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    public SchemaNode? Items { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    public TextFormat? Format { get; init; }

    public DateBound? NotBefore { get; init; }

    public DateBound? NotAfter { get; init; }

    /// <summary>Line breaks are taken.</summary>
    public bool IsMultiline { get; init; }

    /// <summary>The field's number on the official paper form; null: that of the group around it, or none.</summary>
    public int? FieldNumber { get; init; }

    public SchemaNode? If { get; init; }

    public SchemaNode? Then { get; init; }

    public SchemaNode? Else { get; init; }
}

/// <summary>A field that has to be there, with its label.</summary>
internal sealed record RequiredField(string Name, string? Label);

internal enum FieldType
{
    Object,
    Array,
    String,
    Integer,
    Number,
    Boolean,
}

internal enum TextFormat
{
    Date,
    Iban,
    PersonName,
    LicensePlate,
    ChipNumber,
}
