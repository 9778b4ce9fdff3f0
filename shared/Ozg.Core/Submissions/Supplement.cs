using System.Text.Json;
using Ozg.Core.Cases;

namespace Ozg.Core.Submissions;

/// <summary>What an applicant has sent after the application, or a clerk has changed in granting it. Written last, as the manifest is: what it names is stored.</summary>
/// <param name="Id">Derived from the case and the sender's key.</param>
/// <param name="ReceivedAt">UTC.</param>
/// <param name="Message">The applicant's words; null: none.</param>
/// <param name="Fields">By JSON pointer, what a field of the application now is; null takes it out.</param>
/// <param name="Attachments">In the order in which they were sent.</param>
/// <param name="ContentHash">What the idempotency key stands for.</param>
/// <param name="Request">The only question that it answers, by its id; null: all that are open.</param>
public sealed record Supplement(
    string Id, DateTimeOffset ReceivedAt, string? Message, IReadOnlyDictionary<string, JsonElement> Fields, IReadOnlyList<Attachment> Attachments, string ContentHash,
    string? Request = null)
{
    /// <summary>The clerk who grants less than was applied for; null: the applicant sent it.</summary>
    public Actor? By { get; init; }
}

/// <summary>The body is no supplement.</summary>
public sealed record MalformedSupplement() : Error.Invalid("malformed-supplement");

/// <summary>A multipart body without the part <c>supplement</c>.</summary>
public sealed record MissingSupplementPart() : Error.Invalid("missing-supplement-part");

/// <summary>Neither words nor fields nor files.</summary>
public sealed record EmptySupplement() : Error.Invalid("empty-supplement");

/// <summary>What the supplement changes needs mending.</summary>
public sealed record InvalidSupplement(IReadOnlyList<FieldError> Errors) : Error.Invalid("invalid-supplement")
{
    /// <inheritdoc />
    public override IReadOnlyList<FieldError> Fields => Errors;
}

/// <summary>The case is decided, or has ended.</summary>
public sealed record SupplementTooLate() : Error.Conflict("supplement-too-late");

/// <summary>Whether somebody will look at the case is not known yet: its first check is being made.</summary>
public sealed record SupplementTooEarly() : Error.Conflict("supplement-too-early");

/// <summary>What was approved, or checked without a clerk, cannot be changed.</summary>
public sealed record ChangeTooLate() : Error.Conflict("change-too-late");

/// <summary>More supplements than <see cref="SupplementRules.MaxPerCase"/>.</summary>
public sealed record TooManySupplements() : Error.Conflict("too-many-supplements");
