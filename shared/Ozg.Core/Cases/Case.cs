using System.Text.Json.Serialization;
using Ozg.Core.Processes;

namespace Ozg.Core.Cases;

/// <summary>
/// Where a case stands: what the engine makes of its events and nothing else, so the journal rebuilds it. Free of personal
/// data, since it travels through the orchestration's history.
/// </summary>
public sealed record Case
{
    /// <summary>The case.</summary>
    public required CaseId Id { get; init; }

    /// <summary>How many events made it: grows by one with each that changed something.</summary>
    public required int Version { get; init; }

    /// <summary>In the words of the API.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>Approved until somebody rejects, or finds another Kommune responsible.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>The steps it stands at, in the order in which it came there; several while ways are taken in parallel.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>The latest moment that is known to the case; an event that bears an earlier one is taken in as of this.</summary>
    public DateTimeOffset AsOf { get; init; }

    /// <summary>The day on which the papers were complete; null while the applicant is asked for something, or has not sent it.</summary>
    public DateOnly? CompleteOn { get; init; }

    /// <summary>The only extension of the time to decide (§ 42a (2) VwVfG); null: none yet.</summary>
    public FictionExtension? Extension { get; init; }

    /// <summary>Whether an approval has ended: from then on the application says what was approved, and nothing else.</summary>
    public bool Settled { get; init; }

    /// <summary>Whether a document was issued, a result delivered, or the application handed on: from then on the applicant cannot withdraw.</summary>
    public bool Decided { get; init; }

    /// <summary>What clerks can decide now.</summary>
    public IReadOnlyList<OpenTask> Tasks { get; init; } = [];

    /// <summary>What the applicant has been asked and has not answered.</summary>
    public IReadOnlyList<OpenRequest> Requests { get; init; } = [];

    /// <summary>What the applicant has to pay.</summary>
    public IReadOnlyList<OpenPayment> Payments { get; init; } = [];

    /// <summary>What was paid, or can still be paid on a page that the applicant has seen, when nothing is waited for any more.</summary>
    public IReadOnlyList<PastPayment> PastPayments { get; init => field = value ?? []; } = []; // null: stored before there were any, here and below

    /// <summary>What it still has to give back; empty unless it has ended without being granted.</summary>
    public IReadOnlyList<OpenReturn> Returns { get; init => field = value ?? []; } = [];

    /// <summary>The moments that are waited for.</summary>
    public IReadOnlyList<OpenWait> Waits { get; init; } = [];

    /// <summary>The offices' answers, in the order in which they came.</summary>
    public IReadOnlyList<OfficeOpinion> Opinions { get; init; } = [];

    /// <summary>The checks that have been made.</summary>
    public IReadOnlyList<string> Checked { get; init; } = [];

    /// <summary>The checks that are made again, since the applicant has sent something: once for each time.</summary>
    public IReadOnlyList<string> Rechecks { get; init; } = [];

    /// <summary>
    /// The steps that have ended while checks are made again, since an approval granted less than was applied for, or the applicant has sent
    /// something, or while the application is on its way to another Kommune: behind them the case goes on once that is done.
    /// </summary>
    public IReadOnlyList<string> Held { get; init => field = value ?? []; } = [];

    /// <summary>The checks' answers and the conditions that the process itself answers; empty before the first check.</summary>
    public Facts Facts { get; init; } = Facts.None;

    /// <summary>The documents and messages for the applicant, in their order.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>What the applicant has sent since the application, and what clerks have changed in granting it, in order.</summary>
    public IReadOnlyList<string> Supplements { get; init; } = [];

    /// <summary>What the applicant sent when nobody could look at it any more; kept, and shown in the case file.</summary>
    public IReadOnlyList<string> LateSupplements { get; init; } = [];

    /// <summary>Whether the applicant wanted to withdraw when it was too late.</summary>
    public bool LateWithdrawal { get; init; }

    /// <summary>The ids of the outside events that have been taken in.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    /// <summary>The blob with the words of the decision that settled the verdict; null before or without words.</summary>
    public string? Reason { get; init; }

    /// <summary>The case that the application becomes, or became, at the Kommune that is responsible; null: this one is.</summary>
    public CaseId? ForwardedAs { get; init; }

    /// <summary>What it is there; null: it is not there, or not yet.</summary>
    public ForwardedCase? ForwardedTo { get; init; }

    /// <summary>Whether another Kommune is to get it and has not got it yet: nobody can act on it, and no step goes on.</summary>
    [JsonIgnore]
    public bool IsOnItsWay => ForwardedAs is not null && ForwardedTo is null;

    /// <summary>Which of its events ended it, counted from 1; null: none yet, or an earlier release did not say, and it was the last.</summary>
    public int? ClosedWith { get; init; }

    /// <summary>Whether it has ended: nobody can act on it any more.</summary>
    [JsonIgnore]
    public bool IsClosed => Status is CaseStatus.Completed or CaseStatus.Rejected or CaseStatus.Withdrawn or CaseStatus.Forwarded;

    /// <summary>Whether nothing more will happen: it has ended, and given back what it took.</summary>
    [JsonIgnore]
    public bool IsOver => IsClosed && Returns.Count == 0;

    /// <summary>The next moment at which time itself is an event; null when only somebody's act can move the case.</summary>
    [JsonIgnore]
    public DateTimeOffset? Deadline =>
        Tasks.Select(task => task.NextMoment)
            .Concat(Requests.Select(request => (DateTimeOffset?)request.Due.PassesAt))
            .Concat(Requests.Select(request => request.Fiction?.PassesAt))
            .Concat(Payments.Select(payment => payment.NextMoment))
            .Concat(Waits.Select(wait => (DateTimeOffset?)wait.Until))
            .Concat(Returns.OfType<OpenReturn.Watch>().Select(watch => watch.AskAt))
            .Min();

    /// <summary>A case of which nothing is known but that it exists.</summary>
    public static Case Begin(CaseId id) => new() { Id = id, Version = 0, Status = CaseStatus.Received };
}
