using System.Text;
using Ozg.Core.Forms;

namespace Ozg.Core.Expressions;

/// <summary>A field of a form, as an expression sees it.</summary>
/// <param name="Node">What the schema says of it.</param>
/// <param name="IsRequired">Every valid application has it; conditions of the schema are left aside.</param>
/// <param name="List">The list it is in, or that it is; null when there is one value in an application.</param>
internal sealed record FieldLookup(SchemaNode Node, bool IsRequired, string? List)
{
    /// <summary>Null: the form has no such field.</summary>
    public static FieldLookup? Find(FormSchema form, string[] path)
    {
        var found = new FieldLookup(form.Root, IsRequired: true, List: null);
        for (var index = 0; index < path.Length; index++)
        {
            var holder = found.Node;
            if (!holder.Properties.TryGetValue(path[index], out var node))
                return null;

            found = new(node, found.IsRequired && holder.Required.Any(field => field.Name == path[index]), found.List);
            while (found.Node.Items is { } items)
                found = found with { Node = items, List = string.Join('.', path[..(index + 1)]) };
        }

        return found;
    }

    /// <summary>All dotted names of a form.</summary>
    public static IEnumerable<string> Names(FormSchema form) => Names(form.Root);

    public Kind Kind => Node switch
    {
        { Type: FieldType.Boolean } => Kind.Truth,
        { Type: FieldType.Integer or FieldType.Number } => Kind.Number,
        { Format: TextFormat.Date } => Kind.Date,
        { Type: FieldType.String } => Kind.Text,
        _ => Kind.None,
    };

    public Typed Typed(string name) => new(Kind)
    {
        Optional = IsRequired ? null : name,
        IsWhole = Node.Type == FieldType.Integer,
        Choices = Kind != Kind.Text ? null : Node.Const is { } only ? [only.GetString()!.Normalize(NormalizationForm.FormC)] : Node.Enum,
    };

    private static IEnumerable<string> Names(SchemaNode node) => node.Items is { } items
        ? Names(items)
        : node.Properties.SelectMany(property => Names(property.Value).Select(inner => $"{property.Key}.{inner}").Prepend(property.Key));
}
