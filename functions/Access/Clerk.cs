using Ozg.Core.Cases;
using Ozg.Core.Kommunen;

namespace Ozg.Functions.Access;

/// <summary>Who acts, in one Kommune.</summary>
/// <param name="Id">The token's subject.</param>
/// <param name="Roles">Their roles in this Kommune.</param>
/// <param name="Groups">Their groups in this Kommune.</param>
public sealed record Clerk(ClerkId Id, IReadOnlySet<string> Roles, IReadOnlySet<string> Groups)
{
    /// <summary>
    /// Reads the app roles of a token. Entra ID has no roles per Kommune, so the role's value names it:
    /// <c>06411000.clerk</c> for a role, <c>06411000.group.steueramt</c> for a group.
    /// </summary>
    public static Clerk From(string subject, IEnumerable<string> appRoles, Ags kommune)
    {
        var own = appRoles.Where(role => role.StartsWith($"{kommune}.", StringComparison.Ordinal)).Select(role => role[(kommune.Value.Length + 1)..]).ToList();
        return new(
            new(subject),
            own.Where(role => !role.StartsWith(GroupPrefix, StringComparison.Ordinal)).ToHashSet(),
            own.Where(role => role.StartsWith(GroupPrefix, StringComparison.Ordinal)).Select(role => role[GroupPrefix.Length..]).ToHashSet());
    }

    private const string GroupPrefix = "group.";
}

/// <summary>The roles of the desk.</summary>
public static class Role
{
    /// <summary>Works on cases.</summary>
    public const string Clerk = "clerk";

    /// <summary>Works on cases and organises the work.</summary>
    public const string Lead = "lead";
}
