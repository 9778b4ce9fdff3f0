using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Core.Organisation;

namespace Ozg.Functions.Access;

/// <summary>Who calls, with the app roles of their token.</summary>
/// <param name="Id">The token's subject.</param>
/// <param name="AppRoles">
/// Entra ID has no roles per Kommune, so the role's value names it: <c>06411000.clerk</c> for a role, <c>06411000.group.steueramt</c>
/// for a group.
/// </param>
internal sealed record Caller(ClerkId Id, IReadOnlyList<string> AppRoles)
{
    private const string GroupPrefix = "group.";

    public bool WorksOnCasesSomewhere => AppRoles.Any(role => role.EndsWith($".{Role.Clerk}", StringComparison.Ordinal) || role.EndsWith($".{Role.Lead}", StringComparison.Ordinal));

    /// <summary>The caller in their own right, in one Kommune; perhaps without any role there.</summary>
    public Clerk In(Ags kommune)
    {
        var own = AppRoles.Where(role => role.StartsWith($"{kommune}.", StringComparison.Ordinal)).Select(role => role[(kommune.Value.Length + 1)..]).ToList();
        return new(
            Id,
            own.Where(role => !role.StartsWith(GroupPrefix, StringComparison.Ordinal)).ToHashSet(),
            own.Where(role => role.StartsWith(GroupPrefix, StringComparison.Ordinal)).Select(role => role[GroupPrefix.Length..]).ToHashSet());
    }

    /// <summary>Whether the caller is one of those to whom something is lent.</summary>
    public bool MayHelp(Loan loan) => In(loan.To) is { WorksOnCases: true } clerk && (loan.ToGroup is null || clerk.Groups.Contains(loan.ToGroup));

    /// <summary>The caller as a helper from partner Kommunen, to which something is lent.</summary>
    public Clerk Helping(IReadOnlyList<Loan> loans) =>
        new(Id, new HashSet<string> { Role.Clerk }, new HashSet<string>()) { Loans = loans };
}
