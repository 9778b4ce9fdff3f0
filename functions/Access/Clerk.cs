using Ozg.Core.Cases;
using Ozg.Core.Organisation;
using Ozg.Core.Processes;

namespace Ozg.Functions.Access;

/// <summary>Who acts at a Kommune's desk.</summary>
/// <param name="Id">The token's subject.</param>
/// <param name="Roles">Their roles in this Kommune.</param>
/// <param name="Groups">Their groups in this Kommune.</param>
public sealed record Clerk(ClerkId Id, IReadOnlySet<string> Roles, IReadOnlySet<string> Groups)
{
    /// <summary>What is lent to them now, by whichever of their Kommunen; empty for the Kommune's own clerks.</summary>
    public IReadOnlyList<Loan> Loans { get; init; } = [];

    /// <summary>Whether they are of another Kommune, and help out.</summary>
    public bool Helps => Loans.Count > 0;

    /// <summary>Whether they organise the work.</summary>
    public bool IsLead => Roles.Contains(Role.Lead);

    /// <summary>Whether they look at what was done, and do nothing themselves.</summary>
    public bool IsAuditor => Roles.Contains(Role.Auditor);

    /// <summary>Whether they work on cases.</summary>
    public bool WorksOnCases => IsLead || Roles.Contains(Role.Clerk);

    /// <summary>Whether they have to do with the cases of a process: tax secrecy (§ 30 AO) holds among the offices of one Kommune too.</summary>
    public bool HasPartIn(Process process) =>
        IsLead || process.All().Any(step => process.GroupsOf(step.Id).Any(group => group is not null && Groups.Contains(group)));

    /// <summary>Whether a task is theirs to know of: a helper knows of what is lent, and of nothing else.</summary>
    public bool MayKnow(OpenTask task) => !Helps || LoanOf(task) is not null;

    /// <summary>As whom they stand before a task.</summary>
    public DeskClerk Before(OpenTask task) => LoanOf(task) is { } loan
        ? new(Id, new HashSet<string> { loan.Group ?? task.Group }, loan.To)
        : new(Id, Groups, task.Partner);

    // Whoever helps from two Kommunen acts for the one to which the task is lent.
    private Loan? LoanOf(OpenTask task) => Loans.FirstOrDefault(loan => loan.Covers(task));
}

/// <summary>The roles in a Kommune.</summary>
public static class Role
{
    /// <summary>Works on cases.</summary>
    public const string Clerk = "clerk";

    /// <summary>Works on cases and organises the work.</summary>
    public const string Lead = "lead";

    /// <summary>Looks at what was done.</summary>
    public const string Auditor = "auditor";
}
