using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;

namespace Ozg.Core.Processes;

/// <summary>Who gives a second approval.</summary>
/// <param name="Group">The group of clerks that sees the task.</param>
/// <param name="Partner">The partner Kommune whose group it is; null: the case's own.</param>
public sealed record SecondPair(string Group, Ags? Partner = null);

/// <summary>A hearing before a rejection: the applicant learns the reason and may answer (§ 28 (1) VwVfG).</summary>
/// <param name="AnswerInDays">Days to answer, from when the question counts as made known (<see cref="Process.Regime"/>); 1 to 365.</param>
public sealed record Hearing(int AnswerInDays);

/// <summary>A Genehmigungsfiktion: what is not decided in time counts as approved (§ 42a VwVfG).</summary>
/// <param name="Source">The law that orders it.</param>
/// <param name="Period">The time to decide; three months unless the law says otherwise (§ 42a (2) VwVfG).</param>
/// <param name="EndMoves">Whether an end on a Saturday, Sunday or holiday moves; disputed for the authority's own period.</param>
/// <param name="ExtendableBy">What one reasoned extension adds; null: it cannot be extended.</param>
public sealed record Fiction(string Source, Period Period, bool EndMoves, Period? ExtendableBy = null);
