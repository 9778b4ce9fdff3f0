using System.Text.Json.Serialization;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Core.Cases;

/// <summary>A fact about a case: past tense, never edited. It names blobs, never their personal content.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Received), "received")]
[JsonDerivedType(typeof(Checked), "checked")]
[JsonDerivedType(typeof(Claimed), "claimed")]
[JsonDerivedType(typeof(Released), "released")]
[JsonDerivedType(typeof(Delegated), "delegated")]
[JsonDerivedType(typeof(Approved), "approved")]
[JsonDerivedType(typeof(Rejected), "rejected")]
[JsonDerivedType(typeof(Forwarded), "forwarded")]
[JsonDerivedType(typeof(ReviewOpened), "reviewOpened")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(InformationRequested), "informationRequested")]
[JsonDerivedType(typeof(Extended), "extended")]
[JsonDerivedType(typeof(Supplemented), "supplemented")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(DeadlinePassed), "deadlinePassed")]
[JsonDerivedType(typeof(PaymentRequested), "paymentRequested")]
[JsonDerivedType(typeof(BackFromPayment), "backFromPayment")]
[JsonDerivedType(typeof(PaymentSeen), "paymentSeen")]
[JsonDerivedType(typeof(Issued), "issued")]
[JsonDerivedType(typeof(Published), "published")]
[JsonDerivedType(typeof(Delivered), "delivered")]
[JsonDerivedType(typeof(Notified), "notified")]
[JsonDerivedType(typeof(HandedOver), "handedOver")]
[JsonDerivedType(typeof(RefundOrdered), "refundOrdered")]
[JsonDerivedType(typeof(Freed), "freed")]
public abstract record CaseEvent
{
    private CaseEvent() { } // closed: every kind is in this file

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Under which id an event from outside was stored before it was raised; null for the process's own events.</summary>
    public virtual string? StoredAs => null;

    /// <summary>The application is stored and its manifest committed.</summary>
    public sealed record Received : CaseEvent;

    /// <summary>The plan's expressions are evaluated, and the register has answered.</summary>
    /// <param name="Step">The check.</param>
    /// <param name="Facts">The answers.</param>
    public sealed record Checked(string Step, Facts Facts) : CaseEvent
    {
        /// <summary>The Kommune that the register names as responsible, and that takes the application; null: none.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Ags? Responsible { get; init; }
    }

    /// <summary>A clerk took a free task.</summary>
    /// <param name="Task">The task.</param>
    /// <param name="By">Who.</param>
    /// <param name="Turn">How often the task had changed hands before.</param>
    public sealed record Claimed(TaskId Task, Actor By, int Turn) : CaseEvent
    {
        /// <inheritdoc />
        public override string? StoredAs => HandOf(Task, Turn);
    }

    /// <summary>A clerk gave a task back to its group.</summary>
    /// <inheritdoc cref="Claimed(TaskId, Actor, int)" />
    public sealed record Released(TaskId Task, Actor By, int Turn) : CaseEvent
    {
        /// <summary>The helper of a partner Kommune who had it and whose loan is over, so that anybody of the group may give it back; null: it was no such task.</summary>
        public Actor? LeftBy { get; init; }

        /// <inheritdoc />
        public override string? StoredAs => HandOf(Task, Turn);
    }

    /// <summary>A clerk gave a task to a colleague.</summary>
    /// <param name="Task">The task.</param>
    /// <param name="By">Who.</param>
    /// <param name="To">To whom.</param>
    /// <param name="Turn">How often the task had changed hands before.</param>
    public sealed record Delegated(TaskId Task, Actor By, ClerkId To, int Turn) : CaseEvent
    {
        /// <summary>The colleague's own Kommune, when they help out; null: the desk's.</summary>
        public Ags? ToPartner { get; init; }

        /// <inheritdoc />
        public override string? StoredAs => HandOf(Task, Turn);
    }

    /// <summary>A clerk approved.</summary>
    /// <param name="Task">The task, which this ends.</param>
    /// <param name="By">Who.</param>
    /// <param name="Reason">The blob with the clerk's words; null when they gave none.</param>
    public sealed record Approved(TaskId Task, Actor By, string? Reason) : CaseEvent
    {
        /// <summary>What the clerk grants otherwise than the task proposes; null: just that.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Alteration? Altered { get; init; }

        /// <summary>In which group, see <see cref="ApprovalRules.GroupOf"/>; null: by a release that did not write it down.</summary>
        public string? Group { get; init; }

        /// <inheritdoc />
        public override string? StoredAs => DecisionOn(Task);
    }

    /// <summary>A clerk rejected; the process goes on to its end without further approvals, after a hearing where the law asks for one.</summary>
    /// <param name="Task">The task, which this ends.</param>
    /// <param name="By">Who.</param>
    /// <param name="Reason">The blob with the clerk's words.</param>
    public sealed record Rejected(TaskId Task, Actor By, string Reason) : CaseEvent
    {
        /// <inheritdoc />
        public override string? StoredAs => DecisionOn(Task);
    }

    /// <summary>A clerk found that another Kommune is responsible; the application is handed on, and the case ends here.</summary>
    /// <param name="Task">The task, which this ends.</param>
    /// <param name="By">Who.</param>
    /// <param name="To">The Kommune that is responsible.</param>
    /// <param name="Reason">The blob with the clerk's words, for the applicant and for whoever gets the application.</param>
    /// <param name="Upon">Upon how many supplements the other Kommune was found to take it; when another has come since, that is asked anew.</param>
    public sealed record Forwarded(TaskId Task, Actor By, Ags To, string Reason, int Upon) : CaseEvent
    {
        /// <inheritdoc />
        public override string? StoredAs => DecisionOn(Task);
    }

    /// <summary>A clerk wants it looked at again, while the case waits, whether what was granted can stay.</summary>
    /// <param name="Task">The task that this opens: of the wait's review, and the next round.</param>
    /// <param name="By">Who; somebody else decides.</param>
    /// <param name="Words">The blob with the reason.</param>
    public sealed record ReviewOpened(TaskId Task, Actor By, string Words) : CaseEvent
    {
        /// <inheritdoc />
        public override string? StoredAs => ReviewIn(Task);
    }

    /// <summary>An office that was consulted answered.</summary>
    /// <param name="Task">The task, which this ends.</param>
    /// <param name="By">Who.</param>
    /// <param name="Answer">What the office says.</param>
    /// <param name="Reason">The blob with its words: the conditions, or why it objects; null when it gave none.</param>
    public sealed record Answered(TaskId Task, Actor By, OfficeAnswer Answer, string? Reason) : CaseEvent
    {
        /// <inheritdoc cref="Approved.Group" />
        public string? Group { get; init; }

        /// <inheritdoc />
        public override string? StoredAs => DecisionOn(Task);
    }

    /// <summary>A clerk asked the applicant for something; until the answer, the task's time stands still.</summary>
    /// <param name="Task">The task, which stays.</param>
    /// <param name="By">Who.</param>
    /// <param name="Words">The blob with the clerk's words.</param>
    /// <param name="Nth">How often the task had asked before.</param>
    public sealed record InformationRequested(TaskId Task, Actor By, string Words, int Nth) : CaseEvent
    {
        /// <inheritdoc />
        public override string? StoredAs => RequestOf(Task, Nth);
    }

    /// <summary>The authority gave itself more time before the approval is deemed given, once (§ 42a (2) VwVfG).</summary>
    /// <param name="Task">The task.</param>
    /// <param name="By">Who.</param>
    /// <param name="Reason">The blob with the reason that the law demands.</param>
    public sealed record Extended(TaskId Task, Actor By, string Reason) : CaseEvent
    {
        /// <inheritdoc />
        public override string? StoredAs => $"extension.{Task}";
    }

    /// <summary>The applicant sent something more, asked or unasked.</summary>
    /// <param name="Supplement">Its id, derived from the sender's key.</param>
    public sealed record Supplemented(string Supplement) : CaseEvent
    {
        /// <summary>Whether it changes what the application says, beside adding words and files.</summary>
        public bool Changes { get; init; }

        /// <summary>The only question that it answers, by the id of its <see cref="OpenRequest"/>; null: all that are open.</summary>
        public string? Request { get; init; }

        /// <inheritdoc />
        public override string? StoredAs => $"supplement.{Supplement}";
    }

    /// <summary>The applicant took the application back.</summary>
    public sealed record Withdrawn : CaseEvent
    {
        /// <inheritdoc />
        public override string? StoredAs => "withdrawal";
    }

    /// <summary>Something that the case waits for did not come in time, or a moment has come.</summary>
    public sealed record DeadlinePassed : CaseEvent;

    /// <summary>The applicant can pay.</summary>
    /// <param name="Step">The pay step.</param>
    /// <param name="Transaction">The payment platform's id.</param>
    /// <param name="Page">Where the applicant pays.</param>
    public sealed record PaymentRequested(string Step, string Transaction, Uri Page) : CaseEvent;

    /// <summary>Somebody came back from the payment page. That proves nothing, but the platform may know more now.</summary>
    /// <param name="Transaction">The payment platform's id.</param>
    /// <param name="Nth">How often somebody had come back before.</param>
    public sealed record BackFromPayment(string Transaction, int Nth) : CaseEvent
    {
        /// <inheritdoc />
        public override string? StoredAs => $"back-from-payment.{Transaction}.{Nth}";
    }

    /// <summary>The payment platform said how a payment stands.</summary>
    /// <param name="Step">The pay step.</param>
    /// <param name="Transaction">The payment platform's id.</param>
    /// <param name="Status">How it stands.</param>
    public sealed record PaymentSeen(string Step, string Transaction, PaymentStatus Status) : CaseEvent;

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

    /// <summary>The Kommune that is responsible has the application, as a case of its own.</summary>
    /// <param name="Step">The step that came to it.</param>
    /// <param name="To">What it is there.</param>
    public sealed record HandedOver(string Step, ForwardedCase To) : CaseEvent;

    /// <summary>The order to give a payment back is on its way to the treasury.</summary>
    /// <param name="Step">The pay step.</param>
    /// <param name="Transaction">The payment platform's id.</param>
    /// <param name="Cents">How much.</param>
    /// <param name="Delivery">The order's id, which the treasury sees as its Idempotency-Key.</param>
    public sealed record RefundOrdered(string Step, string Transaction, long Cents, string Delivery) : CaseEvent;

    /// <summary>A register keeps nothing for this case any more.</summary>
    /// <param name="Step">The check for which it may have.</param>
    public sealed record Freed(string Step) : CaseEvent;

    /// <summary>A task changes hands one turn after the other: whoever stores under this id first has this turn.</summary>
    public static string HandOf(TaskId task, int turn) => $"hand.{task}.{turn}";

    /// <summary>One task, one decision: whoever stores under this id first has decided.</summary>
    public static string DecisionOn(TaskId task) => $"decision.{task}";

    /// <summary>One review at a time: whoever stores under the id of its first task has opened it.</summary>
    public static string ReviewIn(TaskId task) => $"review.{task}";

    /// <summary>A task asks once at a time: whoever stores under this id first has asked.</summary>
    public static string RequestOf(TaskId task, int nth) => $"request.{task}.{nth}";
}

/// <summary>
/// Carries an event through serialisers that look at the runtime type only: around it, the event is a declared
/// <see cref="CaseEvent"/> and keeps its <c>kind</c>.
/// </summary>
/// <param name="Event">What happened.</param>
public sealed record Happened(CaseEvent Event);
