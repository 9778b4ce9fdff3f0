namespace Ozg.Tool.Diff;

/// <summary>One difference between two effective processes of a Leistung. Equal for every Kommune that it reaches alike.</summary>
/// <param name="Leistung">The Leistung's id.</param>
/// <param name="What">What changes: <c>assess.dueInWorkingDays</c>, <c>step pay</c>, <c>fee</c>.</param>
/// <param name="Before">As it was; null: it was not there.</param>
/// <param name="After">As it is; null: it is gone.</param>
internal sealed record Change(string Leistung, string What, string? Before, string? After)
{
    public override string ToString() => (Before, After) switch
    {
        (null, { } after) => $"+ {What}: {after}",
        ({ } before, null) => $"- {What}: {before}",
        _ => $"~ {What}: {Before} → {After}",
    };
}

/// <summary>A change and whom it reaches.</summary>
/// <param name="Change">What changes.</param>
/// <param name="Kommunen">Their keys.</param>
/// <param name="All">Whether these are all that offer the Leistung.</param>
internal sealed record ChangeFor(Change Change, IReadOnlyList<string> Kommunen, bool All);
