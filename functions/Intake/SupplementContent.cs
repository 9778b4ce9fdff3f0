using System.Globalization;
using System.Text.Json;
using Ozg.Core;
using Ozg.Core.Catalogue;
using Ozg.Core.Deadlines;
using Ozg.Core.Forms;
using Ozg.Core.Kommunen;
using Ozg.Core.Submissions;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Intake;

/// <summary>What a supplement has to hold.</summary>
/// <param name="Message">Trimmed; null: none.</param>
/// <param name="Fields">By JSON pointer.</param>
/// <param name="Request">The only question that it answers; null: all that are open.</param>
internal sealed record SupplementContent(string? Message, IReadOnlyDictionary<string, JsonElement> Fields, string? Request)
{
    /// <summary>Reads the JSON of a supplement with some files.</summary>
    public static Outcome<SupplementContent> Read(byte[] json, int files)
    {
        SupplementRequest? request;
        try
        {
            request = JsonSerializer.Deserialize(json, SupplementJson.Default.SupplementRequest);
        }
        catch (JsonException)
        {
            return new MalformedSupplement();
        }

        var content = new SupplementContent(string.IsNullOrWhiteSpace(request?.Message) ? null : request.Message.Trim(), request?.Fields ?? new Dictionary<string, JsonElement>(), request?.Request);
        return content switch
        {
            { Message.Length: > SupplementRules.MaxMessageLength } => new InvalidSupplement([new("#/message", "reason-too-long", Limit: SupplementRules.MaxMessageLength.ToString(CultureInfo.InvariantCulture))]),
            { Message: null, Fields.Count: 0 } when files == 0 => new EmptySupplement(),
            _ => content,
        };
    }

    /// <summary>
    /// What the changed application would have wrong that it had not before: two supplements at once may not fit together, and a case from
    /// before forms were kept may not fit today's; neither is to be mended with what is sent now. Days
    /// relative to today count from the day of receipt, as with the application.
    /// </summary>
    public IReadOnlyList<FieldError> Mistakes(ApplicationForm form, LegalCalendar calendar, CurrentApplication before, IReadOnlyList<Attachment> added, DateTimeOffset receivedAt)
    {
        if (Fields.Count == 0)
            return [];

        var day = LegalTime.DayOf(receivedAt);
        var patched = SupplementRules.Apply(before.Application, Fields);
        return
        [
            .. patched.Lost.Take(FormSchema.MaxErrors).Select(pointer => new FieldError($"#{pointer}", FieldCodes.UnknownField)),
            .. form.Validate(patched.Application, KindsOf(before.Attachments.Concat(added)), day, calendar).Except(form.Validate(before.Application, KindsOf(before.Attachments), day, calendar)),
        ];
    }

    private static List<string> KindsOf(IEnumerable<Attachment> files) => [.. files.Select(file => file.Kind).Distinct()];
}
