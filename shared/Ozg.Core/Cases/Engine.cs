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
    public static bool CanSupplement(Case current) => CanWithdraw(current) && (current.Tasks.Count > 0 || current.Requests.Count > 0);

    /// <summary>Whether the applicant can still change what the application says: until the first approval has ended.</summary>
    public static bool CanChange(Case current) => CanSupplement(current) && !current.Settled;
}
