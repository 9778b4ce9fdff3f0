using Ozg.Core.Processes;

namespace Ozg.Core.Cases;

/// <summary>What the world has to do next. Each is idempotent and answers with the event that it was done.</summary>
/// <param name="Case">The case.</param>
/// <param name="Step">The step that asks for it.</param>
public abstract record Effect(CaseId Case, string Step)
{
    /// <summary>Answer the plan's conditions → <see cref="CaseEvent.Checked"/>.</summary>
    public sealed record Check(CaseId Case, string Step) : Effect(Case, Step);

    /// <summary>Make a document from a template → <see cref="CaseEvent.Issued"/>.</summary>
    public sealed record Issue(CaseId Case, string Step, string Template, Verdict Verdict, string? Reason) : Effect(Case, Step);

    /// <summary>Put the result on the bus → <see cref="CaseEvent.Published"/>.</summary>
    public sealed record Publish(CaseId Case, string Step, string Target, Verdict Verdict, IReadOnlyList<string> Documents) : Effect(Case, Step)
    {
        /// <summary>The same for every attempt, so that the back-office sees one delivery.</summary>
        public string Delivery => DeliveryOf(Case, Step);
    }

    /// <summary>Write the applicant a message → <see cref="CaseEvent.Notified"/>.</summary>
    public sealed record Notify(CaseId Case, string Step, string Template, Verdict Verdict, string? Reason) : Effect(Case, Step);

    /// <summary>The id of the delivery that a step makes.</summary>
    public static string DeliveryOf(CaseId @case, string step) => $"{@case}.{step}";
}
