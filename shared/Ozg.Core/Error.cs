using Ozg.Core.Catalogue;

namespace Ozg.Core;

/// <summary>
/// An expected refusal. Its category decides the HTTP status, its code the words (resource files) and the problem's type;
/// neither holds personal data.
/// </summary>
/// <param name="Code">Stable, kebab-case: part of the API.</param>
public abstract record Error(string Code)
{
    /// <summary>The fields at fault; empty when no single field is.</summary>
    public virtual IReadOnlyList<FieldError> Fields => [];

    /// <summary>The request is wrong and stays wrong however often it is sent.</summary>
    public abstract record Invalid(string Code) : Error(Code);

    /// <summary>What the request names does not exist, or not for this caller.</summary>
    public abstract record NotFound(string Code) : Error(Code);

    /// <summary>The request contradicts what has already happened.</summary>
    public abstract record Conflict(string Code) : Error(Code);

    /// <summary>The request builds on a state that has changed since.</summary>
    public abstract record Outdated(string Code) : Error(Code);

    /// <summary>The request has to say on which state it builds.</summary>
    public abstract record Unconditional(string Code) : Error(Code);

    /// <summary>The caller did not prove who they are.</summary>
    public abstract record Unauthenticated(string Code) : Error(Code);

    /// <summary>The caller is known and may not do this.</summary>
    public abstract record Forbidden(string Code) : Error(Code);

    /// <summary>The request is larger than the Leistung allows.</summary>
    public abstract record TooLarge(string Code) : Error(Code);

    /// <summary>The request's media type is not one the endpoint reads.</summary>
    public abstract record UnsupportedMedia(string Code) : Error(Code);

    /// <summary>Our side fails; the same request may succeed later.</summary>
    public abstract record Unavailable(string Code) : Error(Code);
}

/// <summary>One field that has to be mended, and why.</summary>
/// <param name="Pointer">JSON pointer as a URI fragment, for example <c>#/hund/chip</c>; <c>#</c> for the whole document.</param>
/// <param name="Code">Names the sentence in the resource files.</param>
/// <param name="Label">What the form calls the field; null when it has no name of its own.</param>
/// <param name="Limit">The bound that was missed, ready to print; null when the rule has none.</param>
public sealed record FieldError(string Pointer, string Code, string? Label = null, string? Limit = null)
{
    /// <summary>The whole sentence, where the catalogue has it in place of the resource files; null: the code's.</summary>
    public LocalText? Words { get; init; }

    /// <summary>The label for readers of English; null: they get <see cref="Label"/>.</summary>
    public string? EnglishLabel { get; init; }
}
