using System.Text.Json;
using Azure;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Platform.Storage;

namespace Ozg.Platform.Organisation;

/// <summary>Who stands in for whom: one list a Kommune, replaced as a whole. Every version is kept, with who made it and when.</summary>
public sealed class DeputyBook(Blobs blobs)
{
    private const string MediaType = "application/json";

    /// <summary>A Kommune's list as it now is; null when nobody has written one yet.</summary>
    public async Task<StandingDeputies?> FindAsync(Ags kommune, CancellationToken cancellationToken) =>
        await blobs.FindAsync(BlobNames.Deputies(kommune), cancellationToken) is { } found
            ? new(JsonSerializer.Deserialize(found.Content, StorageJson.Default.DeputyVersion)!, found.Tag)
            : null;

    /// <summary>A version that another one has replaced; null when there is none of this number.</summary>
    public async Task<DeputyVersion?> FindEarlierAsync(Ags kommune, int number, CancellationToken cancellationToken) =>
        await blobs.ReadAsync(BlobNames.EarlierDeputies(kommune, number), cancellationToken) is { } json
            ? JsonSerializer.Deserialize(json, StorageJson.Default.DeputyVersion)
            : null;

    /// <summary>What a Kommune's list is and was, the newest first; none when nobody has written one yet.</summary>
    /// <param name="kommune">Whose list.</param>
    /// <param name="before">Only versions of lower numbers.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="InvalidOperationException">One is missing.</exception>
    public async Task<IReadOnlyList<DeputyVersion>> VersionsAsync(Ags kommune, int before, int most, CancellationToken cancellationToken)
    {
        if (await FindAsync(kommune, cancellationToken) is not { Version: var standing })
            return [];

        var versions = new List<DeputyVersion>();
        for (var number = Math.Min(standing.Number, before - 1); number > 0 && versions.Count < most; number--)
        {
            versions.Add(number == standing.Number
                ? standing
                : await FindEarlierAsync(kommune, number, cancellationToken) ?? throw new InvalidOperationException($"Version {number} of the deputies of {kommune} is missing."));
        }

        return versions;
    }

    /// <summary>The rules of a desk's Kommune, and of others that have part in a task: four eyes may be of two.</summary>
    public async Task<Deputies> ReadAsync(Ags desk, IEnumerable<Ags> others, CancellationToken cancellationToken)
    {
        var ofOthers = new List<DeputyRule>();
        foreach (var other in others.Distinct().Where(other => other != desk))
            ofOthers.AddRange(await ReadAsync(other, cancellationToken));
        return new(await ReadAsync(desk, cancellationToken), ofOthers);
    }

    /// <summary>Replaces the list that was read. Answers false, and changes nothing, when somebody else was faster.</summary>
    /// <param name="kommune">Whose list.</param>
    /// <param name="read">What was read; null: there was none.</param>
    /// <param name="next">The new version.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<bool> ReplaceAsync(Ags kommune, StandingDeputies? read, DeputyVersion next, CancellationToken cancellationToken)
    {
        // Put aside before it is replaced: a process that dies in between leaves one copy too many, never one too few.
        if (read is not null)
            await blobs.WriteOnceAsync(BlobNames.EarlierDeputies(kommune, read.Version.Number), Json(read.Version), MediaType, cancellationToken);
        return await blobs.ReplaceAsync(BlobNames.Deputies(kommune), Json(next), MediaType, read?.Tag, cancellationToken);
    }

    private async Task<IReadOnlyList<DeputyRule>> ReadAsync(Ags kommune, CancellationToken cancellationToken) =>
        (await FindAsync(kommune, cancellationToken))?.Version.Rules ?? [];

    private static BinaryData Json(DeputyVersion version) => BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(version, StorageJson.Default.DeputyVersion));
}

/// <summary>A Kommune's list of deputies, from one change to the next.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Rules">Of any day.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">UTC.</param>
public sealed record DeputyVersion(int Number, IReadOnlyList<DeputyRule> Rules, ClerkId By, DateTimeOffset At);

/// <summary>The version that counts, as it was read.</summary>
/// <param name="Version">The list.</param>
/// <param name="Tag">Its version in the store.</param>
public sealed record StandingDeputies(DeputyVersion Version, ETag Tag);
