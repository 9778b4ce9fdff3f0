using Ozg.Core.Processes;

namespace Ozg.Core.Cases;

/// <summary>What an event made of a case.</summary>
/// <param name="Case">The case as it now is; the same object when the event changed nothing.</param>
/// <param name="Effects">What has to be done, in this order.</param>
public readonly record struct Advance(Case Case, IReadOnlyList<Effect> Effects);

/// <summary>
/// The process engine: a pure function from (process, case, event) to (case, effects). An event that the case has seen, or
/// does not wait for, changes nothing; so whatever comes twice, late or out of order does no harm. A case that has ended takes in
/// only what belongs to giving back what it took.
/// </summary>
public static class Engine
{
    /// <summary>Takes one event in.</summary>
    public static Advance Apply(Process process, Case current, CaseEvent happened)
    {
        if (current.IsOver || (happened.StoredAs is { } id && current.Seen.Contains(id)))
            return new(current, []);

        var progress = new Progress(process, current, happened.At);
        return progress.Take(happened) ? progress.Result(happened) : new(current, []);
    }

    /// <summary>Whether the applicant can still take the application back.</summary>
    public static bool CanWithdraw(Case current) => !current.IsClosed && !current.Decided;

    /// <summary>
    /// Whether the applicant can still add something: while a person will look at it. What was approved, or passed the register
    /// without a clerk, stays as it was, also while the fee is awaited or a day is.
    /// </summary>
    /// <remarks>While it is reviewed whether what was granted can stay, the applicant may speak to that (§ 28 VwVfG).</remarks>
    public static bool CanSupplement(Case current) =>
        (CanWithdraw(current) && (current.Tasks.Count > 0 || current.Requests.Count > 0)) || (!current.IsClosed && IsReviewed(current));

    /// <summary>Whether the applicant can still change what the application says: until the first approval has ended.</summary>
    public static bool CanChange(Case current) => CanWithdraw(current) && CanSupplement(current) && !current.Settled;

    /// <summary>The task that opening a review would open now; null: the case does not wait where something can be reviewed, or it is being reviewed.</summary>
    public static TaskId? NextReview(Process process, Case current) => current.Waits
        .Select(wait => (Open: wait, ((Step.Wait)process.Find(wait.Step)).Review))
        .Where(wait => wait.Review is not null && !current.Steps.Contains(wait.Review.Id))
        .Select(wait => (TaskId?)TaskId.For(current.Id, wait.Review!.Id, wait.Open.Rounds + 1))
        .FirstOrDefault();

    /// <summary>Whether it is being reviewed whether what was granted can stay.</summary>
    public static bool IsReviewed(Case current) => current.Tasks.Any(task => task.OpenedBy is not null) || current.Requests.Any(request => request.Task.OpenedBy is not null);
}
