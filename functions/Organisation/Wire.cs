using System.Text.Json;
using System.Text.Json.Serialization;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Core.Organisation;

namespace Ozg.Functions.Organisation;

/// <summary>A Kommune's deputies.</summary>
/// <param name="Items">The rules, of any day.</param>
/// <param name="Cursor">Always null: there is one page.</param>
public sealed record DeputyList(IReadOnlyList<DeputyRule> Items, string? Cursor = null);

/// <summary>A list of deputies as it counted from one change to the next.</summary>
/// <param name="Version">Its number, from 1; the <c>ETag</c> it had.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">UTC; it counted until the next one's.</param>
/// <param name="Rules">The rules, of any day.</param>
public sealed record DeputyVersionItem(int Version, ClerkId By, DateTimeOffset At, IReadOnlyList<DeputyRule> Rules);

/// <summary>A page of the lists that there were, the newest first.</summary>
/// <param name="Items">At most a page.</param>
/// <param name="Cursor">Asks for the next page; null at the end.</param>
public sealed record DeputyVersionList(IReadOnlyList<DeputyVersionItem> Items, string? Cursor);

/// <summary>A loan, as either side sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kommune">Whose tasks they are.</param>
/// <param name="To">Whose clerks help.</param>
/// <param name="Group">The group whose tasks are lent; null: one case.</param>
/// <param name="Application">The case that is lent; null: a group's tasks.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Reason">Why.</param>
/// <param name="BegunBy">Who lent.</param>
/// <param name="BegunAt">UTC.</param>
/// <param name="EndedBy">Who ended it early; null: nobody.</param>
/// <param name="EndedAt">UTC.</param>
/// <param name="Active">Whether the partner can help now.</param>
/// <param name="Acts">What was done under it, in order.</param>
public sealed record LoanItem(
    string Id, Ags Kommune, Ags To, string? Group, CaseId? Application, DateOnly From, DateOnly Until, string Reason,
    ClerkId BegunBy, DateTimeOffset BegunAt, ClerkId? EndedBy, DateTimeOffset? EndedAt, bool Active, IReadOnlyList<LoanActItem> Acts)
{
    /// <summary>The helper's group whose clerks help; null: any clerk of theirs.</summary>
    public string? ToGroup { get; init; }
}

/// <summary>Something that was done under a loan.</summary>
/// <param name="At">UTC.</param>
/// <param name="Act">Its kind, as journals spell it.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Clerk">Who.</param>
/// <param name="For">As whose deputy; null: in their own right.</param>
/// <param name="To">To whom the task was given; null where it was not.</param>
public sealed record LoanActItem(DateTimeOffset At, string Act, TaskId TaskId, ClerkId Clerk, ClerkId? For, ClerkId? To);

/// <summary>What a Kommune has lent and where it helps, the oldest first.</summary>
/// <param name="Items">Both sides; whose tasks they are tells which.</param>
/// <param name="Cursor">Always null: there is one page.</param>
public sealed record LoanList(IReadOnlyList<LoanItem> Items, string? Cursor = null);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(DeputyList))]
[JsonSerializable(typeof(DeputyVersionList))]
[JsonSerializable(typeof(LoanList))]
[JsonSerializable(typeof(LoanWish))]
internal sealed partial class OrganisationJson : JsonSerializerContext;
