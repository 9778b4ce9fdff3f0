using Ozg.Core.Catalogue;

namespace Ozg.Core.Submissions;

/// <summary>The application's fields need mending.</summary>
public sealed record InvalidApplication(IReadOnlyList<FieldError> Errors) : Error.Invalid("invalid-application")
{
    /// <inheritdoc />
    public override IReadOnlyList<FieldError> Fields => Errors;
}

/// <summary>The body is not JSON, or not an object.</summary>
public sealed record MalformedJson() : Error.Invalid("malformed-json");

/// <summary>The multipart body cannot be read to its end.</summary>
public sealed record MalformedMultipart() : Error.Invalid("malformed-multipart");

/// <summary>A multipart body without the part <c>application</c>.</summary>
public sealed record MissingApplicationPart() : Error.Invalid("missing-application-part");

/// <summary>Neither JSON nor multipart.</summary>
public sealed record UnsupportedBody() : Error.UnsupportedMedia("unsupported-body");

/// <summary>The header <c>Idempotency-Key</c> is empty, longer than 200 characters or holds others than visible ASCII.</summary>
public sealed record InvalidIdempotencyKey() : Error.Invalid("invalid-idempotency-key");

/// <summary>The key stands for another body.</summary>
public sealed record IdempotencyKeyReused() : Error.Conflict("idempotency-key-reused");

/// <summary>A file's kind is not one that the Leistung takes.</summary>
public sealed record UnknownAttachmentKind(string Kind) : AttachmentError("unknown-attachment-kind", Kind, null);

/// <summary>A file holds nothing.</summary>
public sealed record EmptyAttachment(string Kind, LocalText Name) : AttachmentError("empty-attachment", Kind, null, Name);

/// <summary>A file is of another type than the Leistung takes.</summary>
public sealed record AttachmentType(string Kind, LocalText Name, string Allowed) : AttachmentError("attachment-type", Kind, Allowed, Name);

/// <summary>More files than the Leistung takes.</summary>
public sealed record TooManyAttachments(string Kind, string Allowed) : AttachmentError("too-many-attachments", Kind, Allowed);

/// <summary>A file, or all together, are larger than the Leistung takes.</summary>
public sealed record AttachmentTooLarge(string Kind, LocalText Name, string Allowed) : Error.TooLarge("attachment-too-large")
{
    /// <inheritdoc />
    public override IReadOnlyList<FieldError> Fields => [new(JsonPointer.Append("#/attachments", Kind), Code, Name.De, Allowed) { EnglishLabel = Name.En }];
}

/// <summary>The application's JSON is larger than any form makes it.</summary>
public sealed record ApplicationTooLarge(string Allowed) : Error.TooLarge("application-too-large")
{
    /// <inheritdoc />
    public override IReadOnlyList<FieldError> Fields => [new("#", Code, Limit: Allowed)];
}

/// <summary>A file cannot be accepted; the pointer names its kind.</summary>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Part">The kind, as the request names it.</param>
/// <param name="Limit">What is allowed, ready to print; null: nothing to say.</param>
/// <param name="Name">What people call the kind; null: it is none of the form's.</param>
public abstract record AttachmentError(string Code, string Part, string? Limit, LocalText? Name = null) : Error.Invalid(Code)
{
    /// <inheritdoc />
    public override IReadOnlyList<FieldError> Fields => [new(JsonPointer.Append("#/attachments", Part), Code, Name?.De ?? Part, Limit) { EnglishLabel = Name?.En }];
}
