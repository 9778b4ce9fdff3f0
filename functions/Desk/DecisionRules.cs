using Ozg.Core;
using Ozg.Core.Processes;

namespace Ozg.Functions.Desk;

/// <summary>What a decision has to hold.</summary>
internal static class DecisionRules
{
    /// <summary>In characters.</summary>
    public const int MaxReasonLength = 4000;

    public static Outcome<Decision> Read(DecisionRequest request)
    {
        var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
        return (request.Outcome, reason) switch
        {
            (_, { Length: > MaxReasonLength }) => new ReasonTooLong(),
            ("approve", _) => new Decision(Verdict.Approved, reason),
            ("reject", null) => new ReasonMissing(),
            ("reject", _) => new Decision(Verdict.Rejected, reason),
            _ => new UnknownOutcome(),
        };
    }
}

/// <summary>A decision that holds what it has to.</summary>
/// <param name="Verdict">What the clerk decided.</param>
/// <param name="Reason">Trimmed; not null for a rejection.</param>
internal sealed record Decision(Verdict Verdict, string? Reason);
