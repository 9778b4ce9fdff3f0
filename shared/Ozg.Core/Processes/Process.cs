using Ozg.Core.Catalogue;

namespace Ozg.Core.Processes;

/// <summary>The steps of a process in their order. What the engine interprets.</summary>
/// <param name="Steps">At least one; ids are unique, also within branches.</param>
public sealed record Process(IReadOnlyList<Step> Steps)
{
    /// <summary>The days on which the Kommune's offices are closed beside the holidays; null: none. For the desk's own deadlines only.</summary>
    public IReadOnlyList<DateOnly>? ClosingDays { get; init; }

    /// <summary>
    /// The procedural law, by which what the applicant is asked counts as made known some days after it was sent; null: the applicant's
    /// time runs from the question itself, as plans before this had it.
    /// </summary>
    public Regime? Regime { get; init; }

    /// <summary>
    /// Which edition of the engine's rules the process was made for; null: one from before there were editions. A case runs to its end by the
    /// rules it began with, since an orchestration that replays has to ask for the same steps and timers as it did then.
    /// </summary>
    public int? Edition { get; init; }

    /// <summary>What new processes are made for. 1: the law approves also while the applicant is heard; nothing goes on while checks are made again.</summary>
    public const int NewestEdition = 1;

    /// <summary>Every step, in the order of the document; what contains others before what it contains.</summary>
    public IEnumerable<Step> All() => Within(Steps);

    /// <summary>A step by its id.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public Step Find(string id) => All().Single(step => step.Id == id);

    /// <summary>The wait during which an approve step is a review; null: it is an approval like any other.</summary>
    public Step.Wait? WaitOf(string review) => All().OfType<Step.Wait>().FirstOrDefault(wait => wait.Review?.Id == review);

    /// <summary>The Kommune's own groups that see a step's tasks, at any time.</summary>
    public IReadOnlyList<string?> GroupsOf(string id) => Find(id) switch
    {
        Step.Approve { Second: { Partner: null } second } approve => [approve.Group, approve.EscalateTo, second.Group],
        Step.Approve approve => [approve.Group, approve.EscalateTo],
        Step.Consult consult => [.. consult.Offices.Where(office => office.Partner is null).Select(office => office.Group), consult.EscalateTo],
        _ => [],
    };

    /// <summary>The sequences that a step contains, in order; none for a plain step.</summary>
    public static IReadOnlyList<IReadOnlyList<Step>> Inner(Step step) => step switch
    {
        Step.Branch branch => [branch.Then, branch.Else ?? []],
        Step.Parallel parallel => parallel.Branches,
        Step.Wait { Review: { } review } => [[review]],
        _ => [],
    };

    private static IEnumerable<Step> Within(IEnumerable<Step> steps) =>
        steps.SelectMany(step => Inner(step).SelectMany(Within).Prepend(step));
}
