using System.Text.Json;
using System.Text.Json.Serialization;
using Ozg.Core.Deadlines;
using Ozg.Core.Forms;
using Ozg.Core.Submissions;

namespace Ozg.Core.Catalogue;

/// <summary>
/// What an application has to be, all together. A case keeps to the one it came with, as to its plan: what is sent later is held against
/// what the applicant was first asked for, whatever the catalogue says by then.
/// </summary>
public sealed class ApplicationForm
{
    private readonly StoredForm _stored;
    private readonly Lazy<Completeness> _completeness; // most of the forms that a process knows are never asked
    private readonly Lazy<string> _hash;

    /// <param name="schema">The fields, one by one.</param>
    /// <param name="rules">By name, what fields say together; checked.</param>
    /// <param name="attachments">The kinds of files that may come with it, and when they have to; checked.</param>
    /// <param name="limits">The bounds for all files together.</param>
    internal ApplicationForm(FormSchema schema, IReadOnlyDictionary<string, FormRule> rules, IReadOnlyList<AttachmentKind> attachments, AttachmentLimits limits)
    {
        Schema = schema;
        _stored = new(schema.Document, rules, attachments, limits);
        _completeness = new(() => Completeness.Of(rules, attachments));
        _hash = new(() => ContentHash.Sha256(Write()));
    }

    /// <summary>The fields, one by one.</summary>
    public FormSchema Schema { get; }

    /// <summary>The kinds of files that may come with it, and when they have to.</summary>
    public IReadOnlyList<AttachmentKind> Attachments => _stored.Attachments;

    /// <summary>The bounds for all files together.</summary>
    public AttachmentLimits Limits => _stored.Limits;

    /// <summary>Its name: SHA-256 of <see cref="Write"/>, lower-case hex. The order counts: mistakes are told in it.</summary>
    public string Hash => _hash.Value;

    /// <summary>
    /// All that an applicant has to mend before the application can be taken; empty when it is valid and complete. What fields say
    /// together, and which files they call for, is looked at once every field alone is valid.
    /// </summary>
    /// <param name="application">As it was sent.</param>
    /// <param name="attached">The kinds of the files that came with it.</param>
    /// <param name="received">The calendar day in Germany on which it came.</param>
    /// <param name="calendar">The days that count for the Kommune; a case's are in its plan.</param>
    public IReadOnlyList<FieldError> Validate(JsonElement application, IReadOnlyCollection<string> attached, DateOnly received, LegalCalendar calendar)
    {
        var errors = Schema.Validate(application, received);
        return errors.Count > 0 ? errors : _completeness.Value.Check(new(application, received, attached, calendar));
    }

    /// <summary>As it is stored: UTF-8 JSON.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(_stored, StoredFormJson.Default.StoredForm);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is not a form, or one of a later release.</exception>
    public static ApplicationForm Read(ReadOnlySpan<byte> stored)
    {
        var form = JsonSerializer.Deserialize(stored, StoredFormJson.Default.StoredForm) ?? throw new JsonException("A form, not null.");
        var schema = FormSchema.Read(form.Schema);
        return schema.Succeeded ? new(schema.Value, form.Rules, form.Attachments, form.Limits) : throw new JsonException($"A form that can be read: {schema.Error}");
    }
}

/// <summary>A form as it is stored.</summary>
internal sealed record StoredForm(
    JsonElement Schema, IReadOnlyDictionary<string, FormRule> Rules, IReadOnlyList<AttachmentKind> Attachments, AttachmentLimits Limits);

/// <summary>As with a plan: what is null is left out, and what a later release has added is not passed over.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(StoredForm))]
internal sealed partial class StoredFormJson : JsonSerializerContext;
