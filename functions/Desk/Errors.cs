using Ozg.Core;

namespace Ozg.Functions.Desk;

/// <summary>No such task in this Kommune.</summary>
internal sealed record UnknownTask() : Error.NotFound("unknown-task");

/// <summary>The task is not lent to the Kommune from which the colleague is to help.</summary>
internal sealed record NotLentThere() : Error.Invalid("not-lent-there")
{
    public override IReadOnlyList<FieldError> Fields => [new("#/partner", "not-lent-there")];
}

/// <summary>No such case in this Kommune.</summary>
internal sealed record UnknownCase() : Error.NotFound("unknown-case");

/// <summary>The body is no decision.</summary>
internal sealed record MalformedDecision() : Error.Invalid("malformed-decision");

/// <summary>The outcome is none that this task takes now.</summary>
internal sealed record UnknownOutcome(string Allowed) : Error.Invalid("unknown-outcome")
{
    public override IReadOnlyList<FieldError> Fields => [new("#/outcome", "outcome", Limit: Allowed)];
}

/// <summary>The application has changed, and what the checks say of it now is not known yet: nobody can approve on what they said before.</summary>
internal sealed record CheckedAgain() : Error.Conflict("checked-again");

/// <summary>The applicant has sent something, or less was granted, since the clerk read the case.</summary>
internal sealed record CaseChanged() : Error.Outdated("case-changed");

/// <summary>The applicant has been asked and has not answered, or the authority has given itself more time already.</summary>
internal sealed record AlreadyAsked() : Error.Conflict("already-asked");

/// <summary>Who rejects, objects, agrees on conditions, asks or takes more time says why.</summary>
internal sealed record ReasonMissing() : Error.Invalid("reason-missing")
{
    public override IReadOnlyList<FieldError> Fields => [new("#/reason", "reason")];
}

/// <summary>The reason is longer than <see cref="DecisionRules.MaxReasonLength"/>.</summary>
internal sealed record ReasonTooLong() : Error.Invalid("reason-too-long")
{
    public override IReadOnlyList<FieldError> Fields => [new("#/reason", "reason-too-long", Limit: DecisionRules.MaxReasonLength.ToString(System.Globalization.CultureInfo.InvariantCulture))];
}

/// <summary>The fields that the applicant is to be asked about are none of the form's, too many, or come with another outcome.</summary>
internal sealed record InvalidFields(IReadOnlyList<FieldError> Mistakes) : Error.Invalid("invalid-fields")
{
    public override IReadOnlyList<FieldError> Fields => Mistakes;
}

/// <summary>What an approval is to change may not be changed, breaks the form, or comes with another outcome.</summary>
internal sealed record InvalidChanges(IReadOnlyList<FieldError> Mistakes) : Error.Invalid("invalid-changes")
{
    public override IReadOnlyList<FieldError> Fields => Mistakes;
}

/// <summary>A Kommune is named, but the outcome hands nothing on.</summary>
/// <param name="Allowed">The outcome that does.</param>
internal sealed record InvalidForward(string Allowed) : Error.Invalid("invalid-forward")
{
    public override IReadOnlyList<FieldError> Fields => [new("#/forwardTo", "forward-not-asked", Limit: Allowed)];
}

/// <summary>The changes leave everything as the task proposes it.</summary>
internal sealed record NothingChanged() : Error.Invalid("nothing-changed")
{
    public override IReadOnlyList<FieldError> Fields => [new("#/changes", "changes")];
}

/// <summary>The case does not stand where what was granted can be reviewed: nothing is granted yet, or it has ended.</summary>
internal sealed record NothingToReview() : Error.Conflict("nothing-to-review");

/// <summary>A review is open.</summary>
internal sealed record ReviewOpen() : Error.Conflict("review-open");

/// <summary>The cursor is none of ours.</summary>
internal sealed record InvalidCursor() : Error.Invalid("invalid-cursor");
