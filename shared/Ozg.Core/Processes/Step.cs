using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Ozg.Core.Processes;

/// <summary>One step of a process. A new kind is a new record here and an arm in the engine, never new orchestrator code.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Check), "check")]
[JsonDerivedType(typeof(Consult), "consult")]
[JsonDerivedType(typeof(Approve), "approve")]
[JsonDerivedType(typeof(Pay), "pay")]
[JsonDerivedType(typeof(Issue), "issue")]
[JsonDerivedType(typeof(Deliver), "deliver")]
[JsonDerivedType(typeof(Notify), "notify")]
[JsonDerivedType(typeof(Wait), "wait")]
[JsonDerivedType(typeof(Branch), "when")]
[JsonDerivedType(typeof(Parallel), "parallel")]
public abstract record Step
{
    private Step() { } // closed: every kind is in this file

    /// <summary>Stable within the process; overlays, journals and task ids refer to it. Kebab-case.</summary>
    public required string Id { get; init; }

    /// <summary>The condition (by name) under which the step is taken; null: always. See <see cref="Conditions"/>.</summary>
    public string? When { get; init; }

    /// <summary>The condition (by name) under which the step is left out; null: never.</summary>
    public string? Unless { get; init; }

    /// <summary>
    /// The verdict with which the step is taken; null: with any, except that what asks somebody to do something (consult, approve,
    /// pay, wait) is not taken once the application is rejected, and nothing is once it is handed on to another Kommune.
    /// </summary>
    public Verdict? On { get; init; }

    /// <summary>Whether it asks somebody for something, and so has no point where nothing is to be granted.</summary>
    internal bool AsksSomebody => this is Consult or Approve or Pay or Wait;

    /// <summary>Whether it is taken with a verdict, as far as its conditions let it. Of an application that was handed on only what it says: ways are looked into.</summary>
    public bool IsTakenOn(Verdict verdict) => On is { } on ? on == verdict && !(AsksSomebody && verdict == Verdict.Forwarded) : verdict switch
    {
        Verdict.Approved => true,
        Verdict.Rejected => !AsksSomebody,
        Verdict.Forwarded => this is Branch or Parallel,
        _ => throw new UnreachableException($"No arm for verdict {verdict}."),
    };

    /// <summary>
    /// Answers the plan's conditions, amounts and dates from the application's data, and asks a register where it names one.
    /// First in every process that has conditions.
    /// </summary>
    public sealed record Check : Step
    {
        /// <summary>The register that is asked, by the name under which its adapter is configured; null: the application alone.</summary>
        public string? Register { get; init; }

        /// <summary>The conditions that the register answers, beside those of the plan; null: none.</summary>
        public IReadOnlyList<string>? Answers { get; init; }

        /// <summary>The conditions under which the application is rejected at once, without a clerk; null: none.</summary>
        public IReadOnlyList<string>? RejectWhen { get; init; }

        /// <summary>
        /// The conditions under which the application is handed on to the Kommune that the register names, where that takes it; it goes
        /// before <see cref="RejectWhen"/>. Null: none.
        /// </summary>
        public IReadOnlyList<string>? ForwardWhen { get; init; }

        /// <summary>
        /// Whether the register keeps something for the application, a day or a place: it is told to free it when the case ends without
        /// being granted. Null: it keeps nothing.
        /// </summary>
        public bool? Reserves { get; init; }
    }

    /// <summary>Several offices say at the same time what they think; their answers bind nobody.</summary>
    public sealed record Consult : Step
    {
        /// <summary>Who is asked; at least one. The place in this list is the round in the task's id.</summary>
        public required IReadOnlyList<Office> Offices { get; init; }

        /// <summary>How many answers are enough, 1 to the number of offices; null: all.</summary>
        public int? Quorum { get; init; }

        /// <summary>
        /// The Kommune's own group that sees the task too, and can answer in the office's place, when an office without
        /// <see cref="Office.IfSilent"/> has said nothing after the reminder; null: nobody.
        /// </summary>
        public string? EscalateTo { get; init; }
    }

    /// <summary>A clerk approves or rejects.</summary>
    public sealed record Approve : Step
    {
        /// <summary>The group of clerks that sees the task.</summary>
        public required string Group { get; init; }

        /// <summary>The condition (by name) under which a second person has to approve too; null: never.</summary>
        public string? FourEyesWhen { get; init; }

        /// <summary>Who gives the second approval; null: another clerk of the same group.</summary>
        public SecondPair? Second { get; init; }

        /// <summary>Working days until the task is due; the day of its opening is not counted. 1 to 365.</summary>
        public required int DueInWorkingDays { get; init; }

        /// <summary>Working days until the desk is reminded; less than <see cref="DueInWorkingDays"/>; null: no reminder.</summary>
        public int? RemindInWorkingDays { get; init; }

        /// <summary>The group that sees the task too, once it is overdue; null: nobody else.</summary>
        public string? EscalateTo { get; init; }

        /// <summary>What <see cref="AnswerInDays"/> is unless set.</summary>
        public const int UsualAnswerInDays = 14;

        /// <summary>
        /// Days that the applicant has to answer when asked for something, as with <see cref="Hearing"/>; 1 to 365; null: <see cref="UsualAnswerInDays"/>. Nullable,
        /// because generated JSON readers give a field that is absent the type's default, not the initialiser's.
        /// </summary>
        public int? AnswerInDays { get; init; }

        /// <summary>
        /// The condition (by name) that a rejection makes hold: refused is a part of what was applied for, an exemption for example,
        /// and the case goes on. Null: a rejection rejects the application.
        /// </summary>
        public string? RejectionMeans { get; init; }

        /// <summary>
        /// JSON pointers to the fields of the application that whoever approves may change, so that less is granted than was applied
        /// for; null: none. See <see cref="Conditions.Partial"/>.
        /// </summary>
        public IReadOnlyList<string>? MayChange { get; init; }

        /// <summary>Whether whoever decides may hand the application on to another Kommune that is responsible; null: no.</summary>
        public bool? MayForward { get; init; }

        /// <summary>The hearing before a rejection (§ 28 VwVfG); null: the law of the Leistung asks for none.</summary>
        public Hearing? Hearing { get; init; }

        /// <summary>What happens if nobody decides (§ 42a VwVfG); null: no law orders a fiction.</summary>
        public Fiction? DeemedApproval { get; init; }
    }

    /// <summary>The applicant pays; the process goes on when the money is booked. Nothing to pay: the step is skipped.</summary>
    public sealed record Pay : Step
    {
        /// <summary>The amount, by its name in the plan.</summary>
        public required string Amount { get; init; }

        /// <summary>What the payment page shows: at most 27 letters, digits, blanks and hyphens, no personal data.</summary>
        public required string Purpose { get; init; }

        /// <summary>Days until the application is rejected as unpaid; 1 to 365.</summary>
        public required int DueInDays { get; init; }

        /// <summary>
        /// The treasury's system, by the name under which its adapter is configured: it is ordered to give the money back when the case
        /// ends without being granted. Null, where a rejection costs money and in plans of earlier releases: nothing is given back by itself.
        /// </summary>
        public string? RefundTo { get; init; }
    }

    /// <summary>Makes a document for the applicant from a template of the plan. From the first one on, nothing can be withdrawn.</summary>
    public sealed record Issue : Step
    {
        /// <summary>The template, and with <c>.txt</c> the document's name.</summary>
        public required string Document { get; init; }
    }

    /// <summary>
    /// Hands the result over to another system and waits for its acknowledgement. Who gets a part of the application gets neither
    /// the files, the documents nor what the checks found out: they would tell the rest.
    /// </summary>
    public sealed record Deliver : Step
    {
        /// <summary>The system, by the name under which its adapter is configured.</summary>
        public required string Target { get; init; }

        /// <summary>JSON pointers to what this recipient must not get; null: it gets all.</summary>
        public IReadOnlyList<string>? Without { get; init; }

        /// <summary>JSON pointers to all that this recipient may get; null: all but <see cref="Without"/>.</summary>
        public IReadOnlyList<string>? Only { get; init; }
    }

    /// <summary>Puts a message for the applicant beside the documents on the status page.</summary>
    public sealed record Notify : Step
    {
        /// <summary>The template, and with <c>.txt</c> the message's name.</summary>
        public required string Message { get; init; }
    }

    /// <summary>Lets time pass: a number of working days, or until a date of the plan.</summary>
    public sealed record Wait : Step
    {
        /// <summary>Working days from when the step is reached; null: until the date.</summary>
        public int? WorkingDays { get; init; }

        /// <summary>The date, by its name in the plan; null: for the working days.</summary>
        public string? Until { get; init; }

        /// <summary>
        /// How the authority looks again, while it waits, at what it granted (§ 49 VwVfG); null: it does not. A clerk opens it, another
        /// decides: an approval lets things stay, and the wait goes on; a rejection ends the wait, and its
        /// <see cref="Approve.RejectionMeans"/> holds from then on.
        /// </summary>
        public Approve? Review { get; init; }
    }

    /// <summary>Takes one of two ways.</summary>
    public sealed record Branch : Step
    {
        /// <summary>The condition, by name.</summary>
        public required string If { get; init; }

        /// <summary>The way if it holds; may be empty.</summary>
        public required IReadOnlyList<Step> Then { get; init; }

        /// <summary>The way if it does not; null: none.</summary>
        public IReadOnlyList<Step>? Else { get; init; }
    }

    /// <summary>Takes several ways at the same time, and goes on when all have ended.</summary>
    public sealed record Parallel : Step
    {
        /// <summary>The ways; at least two.</summary>
        public required IReadOnlyList<IReadOnlyList<Step>> Branches { get; init; }
    }
}
