using Ozg.Core.Cases;

namespace Ozg.Core.Submissions;

/// <summary>The reference that people read out on the phone.</summary>
public static class CaseReference
{
    /// <summary>
    /// For example <c>DA-2026-7KQ2-M9XB</c>. Made from the id, so that no counter has to be shared; two of 100,000 cases of a
    /// year share one with a probability of about 0.5 % (40 bits), which is why nothing is looked up by it alone.
    /// </summary>
    /// <param name="prefix">The Kommune's letters.</param>
    /// <param name="id">The application.</param>
    /// <param name="receivedAt">Its year counts, in UTC.</param>
    public static string For(string prefix, CaseId id, DateTimeOffset receivedAt)
    {
        var letters = id.Value[9..17].ToUpperInvariant();
        return $"{prefix}-{receivedAt.Year}-{letters[..4]}-{letters[4..]}";
    }
}
