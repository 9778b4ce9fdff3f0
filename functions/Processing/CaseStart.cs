using Ozg.Core.Cases;

namespace Ozg.Functions.Processing;

/// <summary>The orchestration's input.</summary>
/// <param name="Id">The application; also the orchestration's instance id.</param>
/// <param name="PlanHash">The plan on which the case runs to its end.</param>
/// <param name="ReceivedAt">UTC.</param>
public sealed record CaseStart(CaseId Id, string PlanHash, DateTimeOffset ReceivedAt);

/// <summary>What is to be recorded: an event, and the case it made.</summary>
/// <param name="Current">The case after the event.</param>
/// <param name="Journal">Where the journal ended before it.</param>
/// <param name="Event">What happened.</param>
public sealed record Recording(Case Current, Ozg.Platform.Cases.JournalHead Journal, CaseEvent Event);
