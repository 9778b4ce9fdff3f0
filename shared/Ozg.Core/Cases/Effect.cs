using System.Text.Json.Serialization;
using Ozg.Core.Processes;

namespace Ozg.Core.Cases;

/// <summary>What the world has to do next. Each is idempotent and answers with the event that it was done.</summary>
/// <param name="Case">The case.</param>
/// <param name="Step">The step that asks for it.</param>
public abstract record Effect(CaseId Case, string Step)
{
    /// <summary>Evaluate the plan's expressions and ask the register → <see cref="CaseEvent.Checked"/>.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Step">The check.</param>
    /// <param name="Supplements">What the applicant has sent since, and what clerks have changed, in order: the application as it now is.</param>
    public sealed record Check(CaseId Case, string Step, IReadOnlyList<string> Supplements) : Effect(Case, Step);

    /// <summary>Make a document from a template → <see cref="CaseEvent.Issued"/>.</summary>
    public sealed record Issue(CaseId Case, string Step, string Template, CaseResult Result) : Effect(Case, Step);

    /// <summary>Put the result on the bus → <see cref="CaseEvent.Published"/>.</summary>
    public sealed record Publish(CaseId Case, string Step, string Target, CaseResult Result, IReadOnlyList<string> Documents) : Effect(Case, Step)
    {
        /// <summary>The same for every attempt, so that the back-office sees one delivery.</summary>
        public string Delivery => DeliveryOf(Case, Step);
    }

    /// <summary>Write the applicant a message → <see cref="CaseEvent.Notified"/>.</summary>
    public sealed record Notify(CaseId Case, string Step, string Template, CaseResult Result) : Effect(Case, Step);

    /// <summary>Hand the application on to the Kommune that is responsible → <see cref="CaseEvent.HandedOver"/>.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Step">The step that came to it.</param>
    /// <param name="As">The case that it becomes there.</param>
    /// <param name="Words">The blob with the clerk's words; null: no clerk came to it.</param>
    /// <param name="Supplements">What the applicant has sent since, in order: it goes on with the application.</param>
    public sealed record HandOver(CaseId Case, string Step, CaseId As, string? Words, IReadOnlyList<string> Supplements) : Effect(Case, Step);

    /// <summary>Begin a payment → <see cref="CaseEvent.PaymentRequested"/>.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Step">The pay step.</param>
    /// <param name="Cents">More than 0.</param>
    /// <param name="Purpose">What the payment page shows.</param>
    /// <param name="Attempt">Counted from 1: a failed payment is begun anew.</param>
    public sealed record RequestPayment(CaseId Case, string Step, long Cents, string Purpose, int Attempt) : Effect(Case, Step);

    /// <summary>Ask how a payment stands → <see cref="CaseEvent.PaymentSeen"/>.</summary>
    public sealed record AskPayment(CaseId Case, string Step, string Transaction) : Effect(Case, Step);

    /// <summary>Order the treasury to give a payment back → <see cref="CaseEvent.RefundOrdered"/>, and when it has the order <see cref="CaseEvent.Delivered"/>.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Step">The pay step.</param>
    /// <param name="Target">The treasury, as a back-office system.</param>
    /// <param name="Order">What is to be given back.</param>
    public sealed record Refund(CaseId Case, string Step, string Target, RefundOrder Order) : Effect(Case, Step)
    {
        /// <summary>The same for every attempt, so that the treasury sees one order.</summary>
        public string Delivery => RefundOf(Case, Step);
    }

    /// <summary>Tell a register to free what it keeps for this case → <see cref="CaseEvent.Freed"/>.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Step">The check for which it may keep something.</param>
    public sealed record Free(CaseId Case, string Step) : Effect(Case, Step);

    /// <summary>The id of the delivery that a step makes.</summary>
    public static string DeliveryOf(CaseId @case, string step) => $"{@case}.{step}";

    /// <summary>The id of the delivery that orders a pay step's money back. One is enough: a step has one payment that is not finally failed.</summary>
    public static string RefundOf(CaseId @case, string step) => $"{DeliveryOf(@case, step)}.refund";
}

/// <summary>What the case has come to so far: what documents, messages and deliveries are made of.</summary>
/// <param name="Verdict">Approved until somebody rejects.</param>
/// <param name="Reason">The blob with the words of the decision that settled it; null without words.</param>
/// <param name="Facts">The conditions, amounts and dates.</param>
/// <param name="Terms">The blobs with the conditions (Auflagen) of the offices that were consulted, in their order.</param>
/// <param name="Supplements">What the applicant has sent since the application, and what clerks have changed in granting it, in order.</param>
public sealed record CaseResult(Verdict Verdict, string? Reason, Facts Facts, IReadOnlyList<string> Terms, IReadOnlyList<string> Supplements)
{
    /// <summary>What the application is at the Kommune that is responsible; null: it was not handed on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ForwardedCase? ForwardedTo { get; init; }
}
