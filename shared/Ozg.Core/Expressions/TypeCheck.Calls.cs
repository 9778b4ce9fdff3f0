namespace Ozg.Core.Expressions;

internal sealed partial class TypeCheck
{
    private Typed Attached(Node.Attached attached)
    {
        if (!_attachmentKinds.Contains(attached.Kind))
            Say(attached, $"The Leistung takes no files of the kind '{attached.Kind}'. {Nearest.Hint(attached.Kind, _attachmentKinds)}");
        return new(Kind.Truth);
    }

    private Typed Coalesce(Node.Coalesce coalesce)
    {
        var (field, otherwise) = (_fields.Single(coalesce.Of), Of(coalesce.Otherwise));
        Present(coalesce.Otherwise, otherwise);
        if (Alternatives(coalesce.Otherwise, field, otherwise).Kind == Kind.None)
            return Typed.Unknown;
        Possible(coalesce.Otherwise, field);
        return field with { Optional = null, IsWhole = field.IsWhole && otherwise.IsWhole };
    }

    private Typed If(Node.If choice)
    {
        Need(choice.Condition, Kind.Truth, "The first argument of if()");
        var (then, otherwise) = (Of(choice.Then), Of(choice.Else));
        Present(choice.Then, then);
        Present(choice.Else, otherwise);
        return Alternatives(choice.Else, then, otherwise);
    }

    private Typed Choose(Node.Choose choose)
    {
        var key = Of(choose.Key); // an absent one is none of the keys
        if (key.Kind is not (Kind.Text or Kind.None))
            Say(choose.Key, $"choose() looks up a text, but this is {Typed.NameOf(key.Kind)}.");

        var seen = new HashSet<string>();
        foreach (var (candidate, _) in choose.Cases)
        {
            if (!seen.Add(candidate.Value.Text))
                Say(candidate, $"The key '{candidate.Value.Text}' is there twice.");
            Possible(candidate, key);
        }

        var result = Of(choose.Otherwise);
        Present(choose.Otherwise, result);
        foreach (var (_, value) in choose.Cases)
        {
            var typed = Of(value);
            Present(value, typed);
            result = Alternatives(value, result, typed);
        }

        return result;
    }

    private Typed Any(Node.Any any)
    {
        var (entries, value) = (_fields.Entries(any.Of), Of(any.Value));
        if (Alike(any.Value, entries, value))
            Possible(any.Value, entries);
        return new(Kind.Truth);
    }

    private Typed Between(Node.Between between)
    {
        Need(between.From, Kind.Date, "Each argument of days() and months()");
        Need(between.To, Kind.Date, "Each argument of days() and months()");
        return new(Kind.Number) { IsWhole = true };
    }

    private Typed Later(Node.Later later)
    {
        Need(later.Date, Kind.Date, "The first argument");
        var count = Need(later.Number, Kind.Number, "The second argument");
        if (count is { Kind: Kind.Number, IsWhole: false })
            Say(later.Number, "The second argument is a whole number; use floor(), ceil() or round().");
        return new(Kind.Date);
    }

    /// <summary>Of two alternatives one will be taken: both have to be of one kind.</summary>
    private Typed Alternatives(Node at, Typed one, Typed other)
    {
        if (one.Kind == Kind.None || other.Kind == Kind.None)
            return Typed.Unknown;
        if (one.Kind == other.Kind)
            return new(one.Kind) { IsWhole = one.IsWhole && other.IsWhole };
        Say(at, $"The alternatives are of different kinds: {Typed.NameOf(one.Kind)} and {Typed.NameOf(other.Kind)}.");
        return Typed.Unknown;
    }
}
