using System.Text.Json.Serialization;

namespace Ozg.Core.Cases;

/// <summary>A fact about a case: past tense, never edited. It names blobs, never their personal content.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Received), "received")]
[JsonDerivedType(typeof(Checked), "checked")]
[JsonDerivedType(typeof(Claimed), "claimed")]
[JsonDerivedType(typeof(Approved), "approved")]
[JsonDerivedType(typeof(Rejected), "rejected")]
[JsonDerivedType(typeof(DeadlinePassed), "deadlinePassed")]
[JsonDerivedType(typeof(Issued), "issued")]
[JsonDerivedType(typeof(Published), "published")]
[JsonDerivedType(typeof(Delivered), "delivered")]
[JsonDerivedType(typeof(Notified), "notified")]
public abstract record CaseEvent
{
    private CaseEvent() { } // closed: every kind is in this file

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Under which id an event from outside was stored before it was raised; null for the process's own events.</summary>
    public virtual string? StoredAs => null;

    /// <summary>The application is stored and its manifest committed.</summary>
    public sealed record Received : CaseEvent;

    /// <summary>The plan's conditions are answered.</summary>
    /// <param name="Step">The check.</param>
    /// <param name="Facts">Each condition's answer, by name.</param>
    public sealed record Checked(string Step, IReadOnlyDictionary<string, bool> Facts) : CaseEvent;

    /// <summary>A clerk took a task.</summary>
    public sealed record Claimed(TaskId Task, ClerkId By) : CaseEvent
    {
        /// <inheritdoc />
        public override string? StoredAs => ClaimOn(Task);
    }

    /// <summary>A clerk approved.</summary>
    /// <param name="Task">The task, which this ends.</param>
    /// <param name="By">Who.</param>
    /// <param name="Reason">The blob with the clerk's words; null when they gave none.</param>
    public sealed record Approved(TaskId Task, ClerkId By, string? Reason) : CaseEvent
    {
        /// <inheritdoc />
        public override string? StoredAs => DecisionOn(Task);
    }

    /// <summary>A clerk rejected; the process goes on to its end without further approvals.</summary>
    /// <param name="Task">The task, which this ends.</param>
    /// <param name="By">Who.</param>
    /// <param name="Reason">The blob with the clerk's words.</param>
    public sealed record Rejected(TaskId Task, ClerkId By, string Reason) : CaseEvent
    {
        /// <inheritdoc />
        public override string? StoredAs => DecisionOn(Task);
    }

    /// <summary>The earliest open task was not decided in time.</summary>
    public sealed record DeadlinePassed : CaseEvent;

    /// <summary>A document for the applicant is stored.</summary>
    /// <param name="Step">The step that made it.</param>
    /// <param name="Document">Its name on the status page.</param>
    public sealed record Issued(string Step, string Document) : CaseEvent;

    /// <summary>The result is on the bus.</summary>
    /// <param name="Step">The deliver step.</param>
    /// <param name="Delivery">The delivery's id, which the back-office sees as its Idempotency-Key.</param>
    public sealed record Published(string Step, string Delivery) : CaseEvent;

    /// <summary>The back-office has acknowledged.</summary>
    /// <param name="Delivery">The delivery's id.</param>
    /// <param name="Reference">The back-office's own reference.</param>
    public sealed record Delivered(string Delivery, string Reference) : CaseEvent
    {
        /// <inheritdoc />
        public override string? StoredAs => $"delivered.{Delivery}";
    }

    /// <summary>A message for the applicant is stored.</summary>
    /// <param name="Step">The step that made it.</param>
    /// <param name="Message">Its name on the status page.</param>
    public sealed record Notified(string Step, string Message) : CaseEvent;

    /// <summary>One task, one claim: whoever stores under this id first has it.</summary>
    public static string ClaimOn(TaskId task) => $"claim.{task}";

    /// <summary>One task, one decision: whoever stores under this id first has decided.</summary>
    public static string DecisionOn(TaskId task) => $"decision.{task}";
}

/// <summary>
/// Carries an event through serialisers that look at the runtime type only: around it, the event is a declared
/// <see cref="CaseEvent"/> and keeps its <c>kind</c>.
/// </summary>
/// <param name="Event">What happened.</param>
public sealed record Happened(CaseEvent Event);
