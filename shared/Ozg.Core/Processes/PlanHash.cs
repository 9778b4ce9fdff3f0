using System.Text.Json;
using Ozg.Core.Submissions;

namespace Ozg.Core.Processes;

/// <summary>A plan's name: the hash of its content. Equal plans have equal names, and a stored plan can be checked against its own.</summary>
public static class PlanHash
{
    /// <summary>SHA-256 of <see cref="Write"/>, lower-case hex.</summary>
    public static string Of(Plan plan) => ContentHash.Sha256(Write(plan));

    /// <summary>
    /// The plan as it is stored: UTF-8 JSON without white space, names in ordinal order, so that neither the order of a
    /// dictionary nor that of the catalogue's keys decides the hash.
    /// </summary>
    public static byte[] Write(Plan plan) => CanonicalJson.Write(JsonSerializer.SerializeToElement(plan, PlanJson.Default.Plan));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is not a plan.</exception>
    public static Plan Read(ReadOnlySpan<byte> stored) =>
        JsonSerializer.Deserialize(stored, PlanJson.Default.Plan) ?? throw new JsonException("A plan, not null.");
}
