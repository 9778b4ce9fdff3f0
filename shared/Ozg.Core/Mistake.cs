namespace Ozg.Core;

/// <summary>Something in the catalogue that its author has to mend.</summary>
/// <param name="Pointer">JSON pointer into the document that holds it, for example <c>/process/2/group</c>; empty for the document as a whole.</param>
/// <param name="What">English, one sentence: what is wrong and what would be right.</param>
public sealed record Mistake(string Pointer, string What)
{
    /// <summary>The file at fault, when it is another than the one that was read; null: that one.</summary>
    public string? File { get; init; }

    /// <summary>The same mistake, seen from a document that holds this one at a pointer.</summary>
    public Mistake Within(string pointer) => File is null ? this with { Pointer = pointer + Pointer } : this;
}

/// <summary>A document of the catalogue cannot be used as it stands; all that is wrong with it at once.</summary>
public sealed record CatalogueMistakes(IReadOnlyList<Mistake> All) : Error.Invalid("catalogue-mistakes");
