using System.Globalization;
using System.Resources;
using Ozg.Core.Cases;
using Ozg.Core.Processes;
using Ozg.Core.Submissions;
using Ozg.Platform.Cases;

namespace Ozg.Functions.Intake;

/// <summary>What of a journal concerns the applicant, in sentences. Who did what in the Kommune does not.</summary>
internal static class Timeline
{
    private static readonly ResourceManager Words = new("Ozg.Functions.Intake.Timeline", typeof(Timeline).Assembly);

    public static IReadOnlyList<TimelineEntry> Of(Manifest manifest, Process process, Case current, IReadOnlyList<JournalLine> journal, IReadOnlyList<CaseEvent> afterTheEnd, CultureInfo language)
    {
        var entries = new List<TimelineEntry> { Entry(manifest.ReceivedAt, "received", language, manifest.ForwardedFrom is null ? null : "receivedFrom") };
        var told = new HashSet<string>();
        var end = current.IsClosed ? current.ClosedWith ?? journal.Count : int.MaxValue;
        var then = Case.Begin(manifest.Id);
        foreach (var (index, happened) in journal.Select(line => line.Event).Index())
        {
            var before = then;
            then = Engine.Apply(process, before, happened).Case;
            if (IsGrant(happened, process, current) && told.Add("granted"))
                entries.Add(Entry(happened.At, then.Facts.Conditions.GetValueOrDefault(Conditions.Partial) ? "grantedInPart" : "granted", language));
            // Whose application has ended need not know that a payment on it did not work any more.
            if (NameOf(happened, before, then, process, current) is { } name && (index < end || name != "paymentFailed") && (told.Add(name) || !IsToldOnce(name)))
                entries.Add(Entry(happened.At, name, language, WordsOf(name, then)));
            if (index + 1 == end && EndOf(current.Status) is { } ended)
                entries.Add(Entry(happened.At, ended, language, WordsOfEnd(then, told.Contains("revoked"))));
        }

        foreach (var (at, name) in afterTheEnd.Select(late => (late.At, late is CaseEvent.Withdrawn ? "withdrawnLate" : "supplementedLate")))
            entries.Add(Entry(at, name, language, WordsOf(name, then)));
        return entries;
    }

    // That more registers are asked, or more offices get the result, is nothing new for the applicant.
    private static bool IsToldOnce(string name) => name is "checked" or "delivered";

    private static string? NameOf(CaseEvent happened, Case before, Case after, Process process, Case current) => happened switch
    {
        CaseEvent.Forwarded or CaseEvent.Checked when after.IsOnItsWay && !before.IsOnItsWay => "forwarding",
        CaseEvent.HandedOver => "forwarded",
        CaseEvent.Checked => "checked",
        CaseEvent.InformationRequested => "informationRequested",
        CaseEvent.ReviewOpened => "reviewOpened",
        CaseEvent.Rejected rejected when IsHearing(before, after) => IsReview(rejected.Task, before) ? "revocationHearing" : "hearing",
        CaseEvent.Rejected rejected when IsReview(rejected.Task, before) && !Engine.IsReviewed(after) => "revoked",
        CaseEvent.Approved approved when IsReview(approved.Task, before) && !Engine.IsReviewed(after) => "kept",
        CaseEvent.Extended => "extended",
        CaseEvent.Supplemented late when current.LateSupplements.Contains(late.Supplement) => "supplementedLate",
        CaseEvent.Supplemented => "supplemented",
        CaseEvent.Withdrawn when current.LateWithdrawal => "withdrawnLate",
        CaseEvent.PaymentRequested => "paymentRequested",
        CaseEvent.PaymentSeen { Status: PaymentStatus.Booked } => "paid",
        CaseEvent.PaymentSeen { Status: PaymentStatus.Failed or PaymentStatus.Canceled } => "paymentFailed",
        CaseEvent.Issued => "issued",
        CaseEvent.Delivered done => IsOfDeliverStep(done, process, current) ? "delivered" : null,
        CaseEvent.Notified => "notified",
        CaseEvent.RefundOrdered => "refundOrdered",
        _ => null,
    };

    // That the treasury has the order is its own affair; that it was given has been told.
    private static bool IsOfDeliverStep(CaseEvent.Delivered done, Process process, Case current) =>
        process.All().OfType<Step.Deliver>().Any(step => done.Delivery == Effect.DeliveryOf(current.Id, step.Id));

    // Before a rejection the applicant is heard, also when it is the second pair of eyes that rejects; the one that settled the case is told by the Bescheid.
    private static bool IsHearing(Case before, Case after) =>
        after.Requests.Any(request => request.Kind == RequestKind.Hearing && before.Requests.All(known => known.Id != request.Id));

    private static bool IsReview(TaskId task, Case before) => before.Tasks.Any(open => open.Id == task && open.OpenedBy is not null);

    // A permit that is there while the case waits on, for its end perhaps for months: only then is there no "completed" to tell it.
    private static bool IsGrant(CaseEvent happened, Process process, Case current) =>
        happened is CaseEvent.Issued issued && current.Verdict == Verdict.Approved
        && process.All().SkipWhile(step => step.Id != issued.Step) is var rest
        && rest.Any(step => step is Step.Wait) && !rest.Any(step => step is Step.Approve && process.WaitOf(step.Id) is null)
        && process.All().Any(step => step is Step.Approve);

    // That it has gone to another Kommune has been told when it got there.
    private static string? EndOf(CaseStatus status) => status switch
    {
        CaseStatus.Completed => "completed",
        CaseStatus.Withdrawn => "withdrawn",
        CaseStatus.Forwarded => null,
        _ => "rejected",
    };

    // Who is asked to pay less than expected has to know why before they pay, not from the letter that comes after it.
    // And what came too late because somebody else had the application already is not lost: it can be done there.
    private static string? WordsOf(string name, Case then) => name switch
    {
        "paymentRequested" when then.Facts.Conditions.GetValueOrDefault(Conditions.Partial) => "paymentRequestedInPart",
        "forwarded" when IsPageOpen(then) => "forwardedUnpaid",
        "withdrawnLate" when then.ForwardedAs is not null => "withdrawnForwarded",
        "supplementedLate" when then.ForwardedAs is not null => "supplementedForwarded",
        _ => null,
    };

    // Nobody shall take a revoked permit for one that holds, or pay on a page that is still open.
    private static string? WordsOfEnd(Case end, bool isRevoked) => end.Status switch
    {
        CaseStatus.Completed when isRevoked => "completedRevoked",
        CaseStatus.Withdrawn when IsPageOpen(end) => "withdrawnUnpaid",
        CaseStatus.Rejected when end.Facts.Conditions.GetValueOrDefault(Conditions.Unpaid) => "rejectedUnpaid",
        _ => null,
    };

    private static bool IsPageOpen(Case then) => then.PastPayments.Any(payment => !payment.Booked) || then.Returns.Any(open => open is OpenReturn.Watch);

    private static TimelineEntry Entry(DateTimeOffset at, string name, CultureInfo language, string? words = null) =>
        new(at, name, Words.GetString(words ?? name, language) ?? throw new MissingManifestResourceException($"No text \"{words ?? name}\"."));
}
