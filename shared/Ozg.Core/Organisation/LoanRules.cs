using System.Globalization;
using Ozg.Core.Kommunen;

namespace Ozg.Core.Organisation;

/// <summary>What a loan has to hold.</summary>
public static class LoanRules
{
    /// <summary>From the first to the last day: neighbour help is for a time, or it is another responsibility.</summary>
    public const int MaxDays = 92;

    /// <summary>In characters.</summary>
    public const int MaxReasonLength = 1000;

    /// <summary>What is wrong with a wish; empty: nothing.</summary>
    /// <param name="wish">As it was sent.</param>
    /// <param name="lender">Who lends.</param>
    /// <param name="groupsOf">A Kommune's groups; null when it takes no part.</param>
    /// <param name="today">The day in Germany.</param>
    public static IReadOnlyList<FieldError> Mistakes(LoanWish wish, Ags lender, Func<Ags, IEnumerable<string>?> groupsOf, DateOnly today) =>
    [
        .. To(wish, lender, groupsOf),
        .. What(wish, groupsOf(lender) ?? []),
        .. When(wish, today),
        .. string.IsNullOrWhiteSpace(wish.Reason) ? [new FieldError("#/reason", "reason")] : Array.Empty<FieldError>(),
        .. wish.Reason is { Length: > MaxReasonLength } ? [new FieldError("#/reason", "reason-too-long", Limit: MaxReasonLength.ToString(CultureInfo.InvariantCulture))] : Array.Empty<FieldError>(),
    ];

    private static IEnumerable<FieldError> To(LoanWish wish, Ags lender, Func<Ags, IEnumerable<string>?> groupsOf)
    {
        if (wish.To is not { } to || to == lender.Value || !Ags.IsWellFormed(to) || groupsOf(new(to)) is not { } theirs)
            yield return new("#/to", "partner");
        else if (wish.ToGroup is { } helpers && !theirs.Contains(helpers))
            yield return UnknownGroup("#/toGroup", theirs);
    }

    private static IEnumerable<FieldError> What(LoanWish wish, IEnumerable<string> groups)
    {
        if (wish.Group is null == wish.Application is null)
            yield return new("#", "group-or-application");
        if (wish.Group is { } group && !groups.Contains(group))
            yield return UnknownGroup("#/group", groups);
    }

    private static FieldError UnknownGroup(string pointer, IEnumerable<string> known) =>
        new(pointer, "unknown-group", Limit: string.Join(", ", known.Order(StringComparer.Ordinal)));

    private static IEnumerable<FieldError> When(LoanWish wish, DateOnly today)
    {
        if (wish.From is not { } from)
            yield return new("#/from", "required", "from");
        if (wish.Until is not { } until)
            yield return new("#/until", "required", "until");
        else if (until < wish.From || until < today)
            yield return new("#/until", "until-too-early");
        else if (until.DayNumber - (wish.From ?? until).DayNumber >= MaxDays)
            yield return new("#/until", "until-too-late", Limit: MaxDays.ToString(CultureInfo.InvariantCulture));
    }
}

/// <summary>What somebody wants to lend.</summary>
/// <param name="To">The partner's key.</param>
/// <param name="Group">Either a group's tasks …</param>
/// <param name="Application">… or one case.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Reason">Why.</param>
/// <param name="ToGroup">The partner's group that is to help; left out: any clerk of theirs.</param>
public sealed record LoanWish(
    string? To = null, string? Group = null, string? Application = null, DateOnly? From = null, DateOnly? Until = null, string? Reason = null, string? ToGroup = null)
{
    /// <summary>Whether a loan is what this wish makes.</summary>
    public bool IsOf(Loan loan) =>
        new LoanWish(loan.To.Value, loan.Group, loan.Application?.Value, loan.From, loan.Until, loan.Reason, loan.ToGroup) == this with { Reason = Reason?.Trim() };
}

/// <summary>The loan cannot be made as it is.</summary>
public sealed record InvalidLoan(IReadOnlyList<FieldError> Errors) : Error.Invalid("invalid-loan")
{
    /// <inheritdoc />
    public override IReadOnlyList<FieldError> Fields => Errors;
}

/// <summary>The Kommune has not made such a loan.</summary>
public sealed record UnknownLoan() : Error.NotFound("unknown-loan");
