using System.Globalization;
using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Forms;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using Ozg.Core.Submissions;
using Ozg.Platform.Cases;

namespace Ozg.Functions.Desk;

/// <summary>What can be decided on a task, and what a decision has to hold.</summary>
internal static class DecisionRules
{
    /// <summary>In characters.</summary>
    public const int MaxReasonLength = 4000;

    /// <summary>More fields than a form has is not a question.</summary>
    public const int MaxFields = 100;

    internal const string Approve = "approve";
    private const string Reject = "reject";
    private const string RequestInformation = "requestInformation";
    private const string Extend = "extend";
    internal const string Forward = "forward";
    private const string Agree = "agree";
    private const string AgreeWithConditions = "agreeWithConditions";
    private const string Objection = "object";
    private const string NotConcerned = "notConcerned";

    /// <summary>The outcomes that a task takes now.</summary>
    /// <param name="row">The open task.</param>
    /// <param name="now">UTC.</param>
    public static IReadOnlyList<string> OutcomesOf(DeskTask row, DateTimeOffset now) => OutcomesOf(row.Task, row.Extendable, row.MayForward, now);

    private static IReadOnlyList<string> OutcomesOf(OpenTask task, bool extendable, bool mayForward, DateTimeOffset now) =>
    [
        .. task.IsOpinion ? [Agree, AgreeWithConditions, Objection, NotConcerned] : new[] { Approve, Reject },
        .. task.SuspendedOn is null ? [RequestInformation] : Array.Empty<string>(),
        .. extendable && task is { Extended: false, SuspendedOn: null, Fiction: { } fiction } && !fiction.HasPassed(now) ? [Extend] : Array.Empty<string>(),
        .. mayForward ? [Forward] : Array.Empty<string>(),
    ];

    /// <summary>Reads a decision on a task that takes certain outcomes.</summary>
    /// <param name="request">As it came.</param>
    /// <param name="outcomes">Those of the task.</param>
    /// <param name="form">The form of the application, for the fields that the applicant is asked about; null: nobody knows it any more, so that none can be changed.</param>
    public static Outcome<Decision> Read(DecisionRequest request, IReadOnlyList<string> outcomes, FormSchema? form)
    {
        var fields = request.Fields ?? [];
        var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
        return request.Outcome switch
        {
            _ when reason is { Length: > MaxReasonLength } => new ReasonTooLong(),
            null => new UnknownOutcome(string.Join(", ", outcomes)),
            var outcome when !outcomes.Contains(outcome) => new UnknownOutcome(string.Join(", ", outcomes)),
            Reject or Forward or RequestInformation or Extend or AgreeWithConditions or Objection when reason is null => new ReasonMissing(),
            Approve when reason is null && request.Changes is not null => new ReasonMissing(),
            not Approve when request.Changes is not null => new InvalidChanges([new("#/changes", "fields-not-asked", Limit: Approve)]),
            not Forward when request.ForwardTo is not null => new InvalidForward(Forward),
            Forward when request.ForwardTo is null => new CannotForward(CannotForward.NotNamed),
            var outcome => Mistakes(fields, outcome, form) is { Count: > 0 } mistakes
                ? new InvalidFields(mistakes)
                : new Decision(outcome, reason, [.. fields.Select(field => field!).Distinct()], request.ForwardTo is { } other ? new Ags(other) : null),
        };
    }

    /// <summary>A reason that has to be given, trimmed.</summary>
    public static Outcome<string> ReasonOf(string? reason) => reason?.Trim() switch
    {
        null or "" => new ReasonMissing(),
        { Length: > MaxReasonLength } => new ReasonTooLong(),
        var given => given,
    };

    private static IReadOnlyList<FieldError> Mistakes(IReadOnlyList<string?> fields, string outcome, FormSchema? form) => fields.Count switch
    {
        0 => [],
        _ when outcome != RequestInformation => [new("#/fields", "fields-not-asked", Limit: RequestInformation)],
        > MaxFields => [new("#/fields", FieldCodes.TooMany, "fields", MaxFields.ToString(CultureInfo.InvariantCulture))],
        _ => [.. fields.Index().Where(field => field.Item is null || form?.HasField(field.Item) != true).Select(field => new FieldError($"#/fields/{field.Index}", FieldCodes.UnknownField, field.Item))],
    };

    /// <summary>The event that a decision is.</summary>
    /// <param name="decision">Fits the task.</param>
    /// <param name="task">The task.</param>
    /// <param name="by">Who.</param>
    /// <param name="group">In which group.</param>
    /// <param name="words">The blob with the reason; null when there is none.</param>
    /// <param name="altered">What an approval grants otherwise than the task proposes; null: nothing.</param>
    /// <param name="upon">How many supplements the case had when it was found that another Kommune takes it.</param>
    /// <param name="at">UTC.</param>
    public static CaseEvent EventOf(Decision decision, OpenTask task, Actor by, string group, string? words, Alteration? altered, int upon, DateTimeOffset at) => decision.Outcome switch
    {
        Approve => new CaseEvent.Approved(task.Id, by, words) { At = at, Group = group, Altered = altered },
        Reject => new CaseEvent.Rejected(task.Id, by, words!) { At = at },
        RequestInformation => new CaseEvent.InformationRequested(task.Id, by, words!, task.Asked) { At = at },
        Forward => new CaseEvent.Forwarded(task.Id, by, decision.ForwardTo!.Value, words!, upon) { At = at },
        Extend => new CaseEvent.Extended(task.Id, by, words!) { At = at },
        Agree => new CaseEvent.Answered(task.Id, by, OfficeAnswer.Agree, words) { At = at, Group = group },
        AgreeWithConditions => new CaseEvent.Answered(task.Id, by, OfficeAnswer.AgreeWithConditions, words) { At = at, Group = group },
        Objection => new CaseEvent.Answered(task.Id, by, OfficeAnswer.Object, words) { At = at, Group = group },
        NotConcerned => new CaseEvent.Answered(task.Id, by, OfficeAnswer.NotConcerned, words) { At = at, Group = group },
        _ => throw new System.Diagnostics.UnreachableException($"No event for outcome {decision.Outcome}."),
    };
}

/// <summary>A decision that holds what it has to.</summary>
/// <param name="Outcome">One that the task takes.</param>
/// <param name="Reason">Trimmed; not null where the outcome needs one.</param>
/// <param name="Fields">JSON pointers to the fields that the applicant is asked about, each once.</param>
/// <param name="ForwardTo">The Kommune to which the application is handed on; null with any other outcome.</param>
internal sealed record Decision(string Outcome, string? Reason, IReadOnlyList<string> Fields, Ags? ForwardTo);
