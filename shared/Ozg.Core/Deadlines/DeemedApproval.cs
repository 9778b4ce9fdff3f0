namespace Ozg.Core.Deadlines;

/// <summary>A longer time to decide, which the authority can give itself once (§ 42a (2) sentences 3 and 4 VwVfG).</summary>
public sealed record Extension
{
    /// <summary>Checks that there is a reason.</summary>
    /// <param name="by">What is added.</param>
    /// <param name="notifiedOn">The day on which it was made known to the applicant.</param>
    /// <param name="reason">Where the reason that the law demands is kept, for example a blob's name; not its words.</param>
    /// <exception cref="ArgumentException">No reason.</exception>
    public Extension(Period by, DateOnly notifiedOn, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        (By, NotifiedOn, Reason) = (by, notifiedOn, reason);
    }

    /// <summary>What is added.</summary>
    public Period By { get; }

    /// <summary>When the applicant learnt of it.</summary>
    public DateOnly NotifiedOn { get; }

    /// <summary>Where the reason is kept.</summary>
    public string Reason { get; }
}

/// <summary>
/// A Genehmigungsfiktion (§ 42a VwVfG): what the authority has not decided in time counts as approved. Only where a law orders it.
/// </summary>
public sealed record DeemedApproval
{
    /// <summary>The day on which the papers were complete; before, nothing runs.</summary>
    public required DateOnly CompleteOn { get; init; }

    /// <summary>
    /// What becomes of an end on a Saturday, Sunday or holiday. Disputed for the authority's own period, so each Leistung says which:
    /// <see cref="EndShift.Vwvfg"/>, or an <see cref="EndShift"/> that does not move.
    /// </summary>
    public required EndShift End { get; init; }

    /// <summary>Three months unless the law of the Leistung says otherwise.</summary>
    public Period Period { get; init; } = Period.Months(3);

    /// <summary>The only extension; null: none.</summary>
    public Extension? Extension { get; init; }

    /// <summary>When the period stood still, if the law allows that.</summary>
    public IReadOnlyList<Suspension> Suspensions { get; init; } = [];

    /// <summary>When the approval is deemed given, unless the authority decides before.</summary>
    /// <param name="atAuthority">The calendar of the authority's seat.</param>
    public Deadline In(LegalCalendar atAuthority)
    {
        IReadOnlyList<ReasoningStep> complete =
            [new(ReasonCode.DocumentsComplete, CompleteOn.AddDays(1), "§ 42a Abs. 2 Satz 2 VwVfG, § 187 Abs. 1 BGB") { From = CompleteOn }];
        var deadline = DeadlineRules.Compute(complete, new(CompleteOn.AddDays(1), AfterEvent: true, Period), End, atAuthority, Suspensions);
        var steps = deadline.Reasoning;
        if (Extension is { } late && late.NotifiedOn > deadline.Day)
            steps = [.. steps, new(ReasonCode.ExtensionTooLate, deadline.Day, "§ 42a Abs. 2 Satz 4 VwVfG") { From = late.NotifiedOn, Period = late.By }];
        else if (Extension is { } extension)
            steps = DeadlineRules.Extended(deadline, extension.By, "§ 42a Abs. 2 Satz 3 VwVfG, § 190 BGB", End, atAuthority, Suspensions).Reasoning;

        return Deadline.At([.. steps, new(ReasonCode.DeemedApproved, steps[^1].Day, "§ 42a Abs. 1 VwVfG")]);
    }
}
