using System.Text.Json;
using Ozg.Core.Catalogue;

namespace Ozg.Core.Forms;

/// <summary>
/// What an application has to look like: a strict subset of JSON Schema 2020-12, described in docs/form-schema.md. Every keyword
/// is either checked or refused when the schema is read, so that nothing in a schema is silently without effect.
/// </summary>
public sealed class FormSchema
{
    /// <summary>More errors are not reported: nobody mends a hundred fields, and an answer must not grow with the attack.</summary>
    public const int MaxErrors = 100;

    /// <summary>The longest text where a schema sets no <c>maxLength</c>, in code points.</summary>
    public const int LongestText = 10_000;

    private readonly ILookup<int, string> _byNumber; // asked for every recipient in every Kommune

    private FormSchema(JsonElement document, SchemaNode root)
    {
        (Document, Root) = (document, root);
        _byNumber = Numbered(root, "").ToLookup(found => found.Number, found => found.Pointer);
        FieldsWithoutNumber = [.. Unnumbered(root, "")];
    }

    /// <summary>The schema as published: JSON Schema 2020-12, so that any validator can check the greater part of it.</summary>
    public JsonElement Document { get; }

    /// <summary>What is read from it, for those who look fields up.</summary>
    internal SchemaNode Root { get; }

    /// <summary>Reads a schema; <see cref="CatalogueMistakes"/> names every keyword at fault by its pointer.</summary>
    public static Outcome<FormSchema> Read(JsonElement document) => Read(document, new());

    internal static Outcome<FormSchema> Read(JsonElement document, SchemaPatterns patterns)
    {
        var root = new SchemaReader(patterns).Read(document);
        return root.Succeeded ? new FormSchema(document.Clone(), root.Value) : root.Error;
    }

    /// <summary>All errors of an application, in the form's order; empty when it is valid. Never throws, whatever the JSON holds.</summary>
    /// <param name="application">As it was sent. Its strings are compared and counted in NFC; the bytes stay as they are.</param>
    /// <param name="today">The applicant's calendar day, for bounds that move with it.</param>
    public IReadOnlyList<FieldError> Validate(JsonElement application, DateOnly today)
    {
        var validation = new Validation(today);
        validation.Check(Root, application, "#");
        return [.. validation.Errors.Distinct()];
    }

    /// <summary>
    /// Where an application holds what the official paper form asks for under a number (<c>x-fieldNumber</c>): JSON pointers, in the
    /// form's order; empty when the form has no such field.
    /// </summary>
    public IReadOnlyList<string> FieldsNumbered(int number) => [.. _byNumber[number]];

    /// <summary>All numbers that the form's fields have, ascending.</summary>
    public IReadOnlyList<int> FieldNumbers => [.. _byNumber.Select(found => found.Key).Order()];

    /// <summary>Fields that have no number, neither of their own nor of a group around them: JSON pointers.</summary>
    public IReadOnlyList<string> FieldsWithoutNumber { get; }

    private static IEnumerable<string> Unnumbered(SchemaNode node, string pointer) => node switch
    {
        { FieldNumber: not null } => [],
        { Type: FieldType.Object } => node.Properties.SelectMany(inner => Unnumbered(inner.Value, JsonPointer.Append(pointer, inner.Key))),
        _ => [pointer],
    };

    private static IEnumerable<(int Number, string Pointer)> Numbered(SchemaNode node, string pointer) =>
        (node.FieldNumber is { } number ? [(number, pointer)] : Array.Empty<(int, string)>())
            .Concat(node.Properties.SelectMany(field => Numbered(field.Value, JsonPointer.Append(pointer, field.Key))));

    /// <summary>What a field's hints call its values, German; null when it has no such list.</summary>
    public IReadOnlyDictionary<string, string>? LabelsOf(string pointer) =>
        JsonPointer.Find(Document, $"{string.Concat(JsonPointer.Tokens(pointer).Select(token => JsonPointer.Append("/properties", token)))}/x-ui/options") is { ValueKind: JsonValueKind.Object } options
            ? options.EnumerateObject().ToDictionary(option => option.Name, option => option.Value.GetString()!)
            : null;

    /// <summary>What the form calls the field that a JSON pointer into an application leads to; null when it has no such field, or the field no title.</summary>
    public LocalText? TitleOf(string pointer)
    {
        JsonElement? schema = Document;
        foreach (var token in JsonPointer.Tokens(pointer))
            schema = schema is { } holder ? JsonPointer.Find(holder, "/items") ?? JsonPointer.Find(holder, JsonPointer.Append("/properties", token)) : null;
        return schema is { } field && JsonPointer.Find(field, "/title")?.GetString() is { } title ? new(title, JsonPointer.Find(field, "/x-en/title")?.GetString()) : null;
    }

    /// <summary>Whether a JSON pointer into an application can lead to a field of this form.</summary>
    public bool HasField(string pointer)
    {
        if (!pointer.StartsWith('/'))
            return false;

        SchemaNode? node = Root;
        foreach (var token in pointer.Split('/').Skip(1))
        {
            node = node switch
            {
                { Items: { } items } when int.TryParse(token, out _) => items,
                { Properties: var properties } => properties.GetValueOrDefault(token),
                null => null,
            };
        }

        return node is not null;
    }
}
