using Ozg.Core.Forms;

namespace Ozg.Core.Expressions;

/// <summary>Whether fields are in the form, and may stand where they stand.</summary>
internal sealed class FieldCheck(FormSchema form, List<ExpressionMistake> mistakes)
{
    private const string ByEntry = "sum(), count() and any() take";

    /// <summary>A field with one value in an application.</summary>
    public Typed Single(Node.Field field)
    {
        if (Find(field) is not { } found)
            return Typed.Unknown;
        if (found.List is { } list)
            return Say(field, list == field.Name ? $"'{field.Name}' is a list, which only {ByEntry}." : $"'{field.Name}' is there once in every entry of the list '{list}', which only {ByEntry}.");
        return Scalar(field, found);
    }

    public Typed Exists(Node.Field field)
    {
        if (Find(field) is { List: { } list } && list != field.Name)
            Say(field, $"'{field.Name}' is there once in every entry of the list '{list}'; write count({field.Name}) > 0.");
        return new(Kind.Truth);
    }

    public Typed Count(Node.Field field)
    {
        InList(field);
        return new(Kind.Number) { IsWhole = true };
    }

    public Typed Sum(Node.Field field)
    {
        var entries = Entries(field);
        if (entries.Kind is not (Kind.None or Kind.Number))
            Say(field, $"sum() adds numbers, but '{field.Name}' is {Expressions.Typed.NameOf(entries.Kind)}.");
        return new(Kind.Number) { IsWhole = entries.IsWhole };
    }

    /// <summary>The value in each entry of a list; those without it are passed over.</summary>
    public Typed Entries(Node.Field field) => InList(field) is { } found ? Scalar(field, found) with { Optional = null } : Typed.Unknown;

    private FieldLookup? InList(Node.Field field)
    {
        if (Find(field) is not { } found)
            return null;
        if (found.List is not null)
            return found;
        Say(field, $"'{field.Name}' is no list; sum(), count() and any() take a list, or a field of its entries.");
        return null;
    }

    private Typed Scalar(Node.Field field, FieldLookup found) =>
        found.Kind == Kind.None ? Say(field, $"'{field.Name}' is a group of fields; name one of them. {Nearest.Hint(field.Name, Inner(field))}") : found.Typed(field.Name);

    private IEnumerable<string> Inner(Node.Field field) =>
        FieldLookup.Names(form).Where(name => name.StartsWith(field.Name + '.', StringComparison.Ordinal));

    private FieldLookup? Find(Node.Field field)
    {
        if (FieldLookup.Find(form, field.Path) is { } found)
            return found;
        Say(field, field.Name is "today" or "now"
            ? "The answer must not change with the day it is asked; 'received' is the day on which the application was received."
            : $"The form has no field '{field.Name}'. {Nearest.Hint(field.Name, FieldLookup.Names(form))}");
        return null;
    }

    private Typed Say(Node.Field at, string what)
    {
        mistakes.Add(new(at.Column, what));
        return Typed.Unknown;
    }
}
