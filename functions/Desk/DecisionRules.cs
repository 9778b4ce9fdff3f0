using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Processes;

namespace Ozg.Functions.Desk;

/// <summary>What can be decided on a task, and what a decision has to hold.</summary>
internal static class DecisionRules
{
    /// <summary>In characters.</summary>
    public const int MaxReasonLength = 4000;

    private const string Approve = "approve";
    private const string Reject = "reject";
    private const string RequestInformation = "requestInformation";
    private const string Extend = "extend";
    private const string Agree = "agree";
    private const string AgreeWithConditions = "agreeWithConditions";
    private const string Objection = "object";
    private const string NotConcerned = "notConcerned";

    /// <summary>The outcomes that a task takes now.</summary>
    /// <param name="task">The open task.</param>
    /// <param name="extendable">Whether its step lets the authority give itself more time.</param>
    /// <param name="now">UTC.</param>
    public static IReadOnlyList<string> OutcomesOf(OpenTask task, bool extendable, DateTimeOffset now) =>
    [
        .. task.IsOpinion ? [Agree, AgreeWithConditions, Objection, NotConcerned] : new[] { Approve, Reject },
        .. task.SuspendedOn is null ? [RequestInformation] : Array.Empty<string>(),
        .. extendable && task is { Extended: false, SuspendedOn: null, Fiction: { } fiction } && !fiction.HasPassed(now) ? [Extend] : Array.Empty<string>(),
    ];

    /// <summary>Reads a decision on a task that takes certain outcomes.</summary>
    public static Outcome<Decision> Read(DecisionRequest request, IReadOnlyList<string> outcomes)
    {
        var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
        return request.Outcome switch
        {
            _ when reason is { Length: > MaxReasonLength } => new ReasonTooLong(),
            null => new UnknownOutcome(string.Join(", ", outcomes)),
            var outcome when !outcomes.Contains(outcome) => new UnknownOutcome(string.Join(", ", outcomes)),
            Reject or RequestInformation or Extend or AgreeWithConditions or Objection when reason is null => new ReasonMissing(),
            var outcome => new Decision(outcome, reason),
        };
    }

    /// <summary>The event that a decision is.</summary>
    /// <param name="decision">Fits the task.</param>
    /// <param name="task">The task.</param>
    /// <param name="by">Who.</param>
    /// <param name="words">The blob with the reason; null when there is none.</param>
    /// <param name="at">UTC.</param>
    public static CaseEvent EventOf(Decision decision, OpenTask task, Actor by, string? words, DateTimeOffset at) => decision.Outcome switch
    {
        Approve => new CaseEvent.Approved(task.Id, by, words) { At = at },
        Reject => new CaseEvent.Rejected(task.Id, by, words!) { At = at },
        RequestInformation => new CaseEvent.InformationRequested(task.Id, by, words!, task.Asked) { At = at },
        Extend => new CaseEvent.Extended(task.Id, by, words!) { At = at },
        Agree => new CaseEvent.Answered(task.Id, by, OfficeAnswer.Agree, words) { At = at },
        AgreeWithConditions => new CaseEvent.Answered(task.Id, by, OfficeAnswer.AgreeWithConditions, words) { At = at },
        Objection => new CaseEvent.Answered(task.Id, by, OfficeAnswer.Object, words) { At = at },
        NotConcerned => new CaseEvent.Answered(task.Id, by, OfficeAnswer.NotConcerned, words) { At = at },
        _ => throw new System.Diagnostics.UnreachableException($"No event for outcome {decision.Outcome}."),
    };
}

/// <summary>A decision that holds what it has to.</summary>
/// <param name="Outcome">One that the task takes.</param>
/// <param name="Reason">Trimmed; not null where the outcome needs one.</param>
internal sealed record Decision(string Outcome, string? Reason);
