using System.Globalization;
using System.Text.Json.Serialization;
using Ozg.Core.Cases;
using Ozg.Core.Processes;
using Ozg.Platform.Cases;

namespace Ozg.Functions.Desk;

/// <summary>What the checks found out, as a person reads it.</summary>
/// <param name="Conditions">By name.</param>
/// <param name="Amounts">By name, for example <c>1.000,00 €</c>.</param>
/// <param name="Dates">By name.</param>
public sealed record CaseFileFacts(IReadOnlyDictionary<string, bool> Conditions, IReadOnlyDictionary<string, string> Amounts, IReadOnlyDictionary<string, DateOnly> Dates)
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    internal static CaseFileFacts Of(Facts facts) => new(facts.Conditions, facts.Amounts.ToDictionary(amount => amount.Key, amount => Euro(amount.Value)), facts.Dates);

    internal static string Euro(long cents) => string.Create(German, $"{cents / 100m:N2} €");
}

/// <summary>Something that the applicant has been asked and has not answered.</summary>
/// <param name="Id">Unique within the case.</param>
/// <param name="Kind">Whether something is missing, or a rejection is to be commented on.</param>
/// <param name="Task">The task that waits for the answer.</param>
/// <param name="Text">The clerk's words.</param>
/// <param name="Fields">JSON pointers to the fields that are asked about.</param>
/// <param name="DueAt">UTC; afterwards it is decided on what is there.</param>
/// <param name="DueReasoning">How the due date came about, sentence by sentence, in the reader's language.</param>
/// <param name="DeemedAt">When the approval is deemed given although the applicant is being heard (§ 42a VwVfG), UTC; null: never.</param>
public sealed record CaseFileRequest(
    string Id, RequestKind Kind, TaskId Task, string Text, IReadOnlyList<string> Fields, DateTimeOffset DueAt, IReadOnlyList<string> DueReasoning, DateTimeOffset? DeemedAt);

/// <summary>A payment in the case file. The applicant's page is not for clerks.</summary>
/// <param name="Step">The pay step.</param>
/// <param name="Amount">For example <c>8,00 €</c>.</param>
/// <param name="Status">Whether the money is there.</param>
/// <param name="DueAt">UTC, until when it can be paid; null once it is booked.</param>
public sealed record CaseFilePayment(string Step, string Amount, CaseFilePaymentStatus Status, DateTimeOffset? DueAt)
{
    /// <summary>What is open, after what the journal shows as booked.</summary>
    internal static IReadOnlyList<CaseFilePayment> All(Case current, Process process, IEnumerable<JournalLine> journal)
    {
        var events = journal.Select(line => line.Event).ToList();
        var refunded = events.OfType<CaseEvent.RefundOrdered>().Select(order => order.Step).ToHashSet();
        return
        [
            .. events.OfType<CaseEvent.PaymentSeen>().Where(seen => seen.Status == PaymentStatus.Booked).Select(seen => seen.Step).Distinct()
                .Select(step => new CaseFilePayment(
                    step, CaseFileFacts.Euro(current.Facts.Amounts[((Step.Pay)process.Find(step)).Amount]),
                    refunded.Contains(step) ? CaseFilePaymentStatus.RefundOrdered : CaseFilePaymentStatus.Booked, DueAt: null)),
            .. current.Payments.Select(open => new CaseFilePayment(open.Step, CaseFileFacts.Euro(open.Cents), CaseFilePaymentStatus.Open, open.Due.PassesAt.ToUniversalTime())),
        ];
    }
}

/// <summary>What a case that was not granted still has to give back.</summary>
/// <param name="Step">The step that took it.</param>
/// <param name="Kind">What is awaited.</param>
/// <param name="Amount">For example <c>8,00 €</c>; null: no money.</param>
/// <param name="Until">UTC, until when a payment is still awaited; null: no payment is.</param>
public sealed record CaseFileReturn(string Step, CaseFileReturnKind Kind, string? Amount, DateTimeOffset? Until)
{
    internal static IReadOnlyList<CaseFileReturn> All(Case current) => [.. current.Returns.Select(Of)];

    private static CaseFileReturn Of(OpenReturn one) => one switch
    {
        OpenReturn.Refund refund => new(one.Step, CaseFileReturnKind.Refund, CaseFileFacts.Euro(refund.Cents), null),
        OpenReturn.Watch watch => new(one.Step, CaseFileReturnKind.LatePayment, CaseFileFacts.Euro(watch.Cents), watch.Until.ToUniversalTime()),
        OpenReturn.Reservation => new(one.Step, CaseFileReturnKind.Reservation, null, null),
        _ => throw new System.Diagnostics.UnreachableException($"No words for {one.GetType().Name}."),
    };
}

/// <summary>What is awaited before nothing is left to give back.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseFileReturnKind>))]
public enum CaseFileReturnKind
{
    /// <summary>The treasury has not acknowledged the order yet.</summary>
    [JsonStringEnumMemberName("refund")] Refund,

    /// <summary>The applicant may still pay on the page that is open; then the money is given back.</summary>
    [JsonStringEnumMemberName("latePayment")] LatePayment,

    /// <summary>The register has not freed yet what it may keep.</summary>
    [JsonStringEnumMemberName("reservation")] Reservation,
}

/// <summary>How a payment stands for a clerk.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseFilePaymentStatus>))]
public enum CaseFilePaymentStatus
{
    /// <summary>Not booked yet, whatever the applicant has tried.</summary>
    [JsonStringEnumMemberName("open")] Open,

    /// <summary>The money is there.</summary>
    [JsonStringEnumMemberName("booked")] Booked,

    /// <summary>The money was there, and the treasury is ordered to give it back.</summary>
    [JsonStringEnumMemberName("refundOrdered")] RefundOrdered,
}

/// <summary>A document or message for the applicant.</summary>
/// <param name="Name">As on the status page.</param>
/// <param name="Text">What it says.</param>
public sealed record CaseFileDocument(string Name, string Text);

/// <summary>What a clerk has said with an act: the words that the journal names by their blob only.</summary>
/// <param name="At">UTC.</param>
/// <param name="Kind">The act, as the journal calls it.</param>
/// <param name="Task">The task on which it was done.</param>
/// <param name="By">Who, as whose deputy, and from which partner Kommune.</param>
/// <param name="Text">The words.</param>
public sealed record CaseFileWords(DateTimeOffset At, string Kind, TaskId Task, Actor By, string Text)
{
    /// <summary>The act with the blob of its words in place of them; null: none that has words.</summary>
    internal static CaseFileWords? ToRead(CaseEvent happened) => happened switch
    {
        CaseEvent.Approved { Reason: { } words } act => new(act.At, "approved", act.Task, act.By, words),
        CaseEvent.Rejected act => new(act.At, "rejected", act.Task, act.By, act.Reason),
        CaseEvent.Forwarded act => new(act.At, "forwarded", act.Task, act.By, act.Reason),
        CaseEvent.ReviewOpened act => new(act.At, "reviewOpened", act.Task, act.By, act.Words),
        CaseEvent.Answered { Reason: { } words } act => new(act.At, "answered", act.Task, act.By, words),
        CaseEvent.InformationRequested act => new(act.At, "informationRequested", act.Task, act.By, act.Words),
        CaseEvent.Extended act => new(act.At, "extended", act.Task, act.By, act.Reason),
        _ => null,
    };
}
