using Ozg.Core.Kommunen;

namespace Ozg.Core.Cases;

/// <summary>Who may claim and decide a task. The desk asks before it stores anything.</summary>
public static class ApprovalRules
{
    /// <summary>As whom a clerk may act on a task, or why not. Deciding a free task claims it.</summary>
    /// <param name="task">The open task.</param>
    /// <param name="clerk">Who wants to.</param>
    /// <param name="deputies">The rules for absences, of any day.</param>
    /// <param name="today">The day in Germany.</param>
    public static Outcome<Actor> ActorFor(OpenTask task, DeskClerk clerk, Deputies deputies, DateOnly today)
    {
        var absent = task.Assignee is { } assignee && assignee != clerk.Id && deputies.OfDesk.Any(rule => rule.HoldsOn(today) && rule.Deputy == clerk.Id && rule.Absent == assignee) ? task.Assignee : null;
        var actor = new Actor(clerk.Id, absent, clerk.Partner);
        return task switch
        {
            _ when absent is null && !clerk.Groups.Contains(task.Group) && !(task.EscalatedTo is { } also && clerk.Groups.Contains(also)) => new OtherGroupsTask(task.Group),
            { Assignee: { } other } when other != clerk.Id && absent is null => new ClaimedByAnother(),
            { OpenedBy: { } opener } when opener.SharesEyesWith(actor) || AreOnePair(deputies, today, opener, clerk.Id) => new OwnReview(),
            { FirstApprovalBy: { } first } when first.SharesEyesWith(actor) => new SameClerkTwice(),
            { FirstApprovalBy: { } first } when AreOnePair(deputies, today, first, clerk.Id) => new DeputyOfTheFirst(),
            _ => actor,
        };
    }

    private static bool AreOnePair(Deputies deputies, DateOnly today, Actor one, ClerkId other) =>
        deputies.All.Any(rule => rule.HoldsOn(today) && (Joins(rule, one.Clerk, other) || Joins(rule, one.For, other)));

    /// <summary>
    /// In which group a clerk acts on a task: the one that it is for, or the one that sees it too since it is overdue. Whoever is in both
    /// speaks for the office itself, but approves as the further group, so that the group which has the task can approve after them.
    /// A deputy who is in neither counts as the further group: that an office spoke itself has to be certain.
    /// </summary>
    public static string GroupOf(OpenTask task, DeskClerk clerk) =>
        task.EscalatedTo is { } also && (!clerk.Groups.Contains(task.Group) || (!task.IsOpinion && clerk.Groups.Contains(also))) ? also : task.Group;

    // Whoever stands in for the other, either way round: the two are one pair of eyes while the rule holds. So are two deputies of one
    // absent clerk, where one has acted in that clerk's name.
    private static bool Joins(DeputyRule rule, ClerkId? one, ClerkId other) =>
        (rule.Absent == one && rule.Deputy == other) || (rule.Absent == other && rule.Deputy == one);
}

/// <summary>A clerk at the desk of the Kommune whose task it is.</summary>
/// <param name="Id">The person.</param>
/// <param name="Groups">Their groups there.</param>
/// <param name="Partner">Their own Kommune, when it helps out; null: the desk's.</param>
public sealed record DeskClerk(ClerkId Id, IReadOnlySet<string> Groups, Ags? Partner = null);

/// <summary>Who stands in for an absent clerk, and when.</summary>
/// <param name="Absent">Who is away.</param>
/// <param name="Deputy">Who acts "i. V." on what the absent clerk has.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
public sealed record DeputyRule(ClerkId Absent, ClerkId Deputy, DateOnly From, DateOnly Until)
{
    /// <summary>Whether the clerk is away on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && day <= Until;
}

/// <summary>The rules for absences that matter for one task.</summary>
/// <param name="OfDesk">Those of the Kommune at whose desk it lies. They alone let a deputy act: nobody writes down another Kommune's absences.</param>
/// <param name="OfOthers">Those of the other Kommunen that have part in it. They only keep two from counting as four eyes.</param>
public sealed record Deputies(IReadOnlyList<DeputyRule> OfDesk, IReadOnlyList<DeputyRule> OfOthers)
{
    /// <summary>No rules.</summary>
    public static Deputies None { get; } = new([], []);

    internal IEnumerable<DeputyRule> All => OfDesk.Concat(OfOthers);
}

/// <summary>The task belongs to a group the clerk is not in.</summary>
public sealed record OtherGroupsTask(string Group) : Error.Forbidden("other-groups-task");

/// <summary>Four eyes are two people: the clerk has given the first approval, or somebody did in their place.</summary>
public sealed record SameClerkTwice() : Error.Conflict("same-clerk-twice");

/// <summary>Four eyes are two pairs: the clerk is the first one's deputy, or the other way round.</summary>
public sealed record DeputyOfTheFirst() : Error.Conflict("deputy-of-the-first");

/// <summary>A review is decided by another pair of eyes than the one that opened it.</summary>
public sealed record OwnReview() : Error.Conflict("own-review");

/// <summary>Somebody else has claimed the task.</summary>
public sealed record ClaimedByAnother() : Error.Conflict("claimed-by-another");

/// <summary>The task has been decided.</summary>
public sealed record AlreadyDecided() : Error.Conflict("already-decided");
