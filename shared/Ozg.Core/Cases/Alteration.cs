namespace Ozg.Core.Cases;

/// <summary>What a clerk grants otherwise than the task proposes.</summary>
/// <param name="Supplement">The change of the application, stored as supplements are; null: all that was applied for, in place of an earlier proposal.</param>
/// <param name="Upon">How many supplements the case had when the clerk looked: a change of something else is nobody's decision.</param>
public sealed record Alteration(string? Supplement, int Upon);

/// <summary>What less than the application the first of two approvals was given to.</summary>
/// <param name="Supplement">The change; null: all that was applied for.</param>
/// <param name="Words">The blob with the words of whoever proposed it; null: they gave none.</param>
public sealed record Proposal(string? Supplement, string? Words);
