using System.Globalization;
using Ozg.Core;
using Ozg.Core.Kommunen;
using Ozg.Functions.Desk;
using Ozg.Platform.Organisation;

namespace Ozg.Functions.Organisation;

/// <summary>Pages through the lists of deputies that there were. The cursor is the last version's number.</summary>
public sealed class DeputyHistory(DeputyBook deputies)
{
    // A list may have a thousand rules.
    internal const int PageSize = 20;

    /// <summary>A page, the newest first.</summary>
    /// <param name="kommune">Whose lists.</param>
    /// <param name="cursor">From this place on; null or empty: from the list that counts.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<Outcome<DeputyVersionList>> ReadAsync(Ags kommune, string? cursor, CancellationToken cancellationToken)
    {
        var before = int.MaxValue;
        if (!string.IsNullOrEmpty(cursor) && !(int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out before) && before > 0))
            return new InvalidCursor();

        var versions = await deputies.VersionsAsync(kommune, before, PageSize, cancellationToken);
        return new DeputyVersionList(
            [.. versions.Select(version => new DeputyVersionItem(version.Number, version.By, version.At, version.Rules))],
            versions is [.., { Number: > 1 } last] ? last.Number.ToString(CultureInfo.InvariantCulture) : null);
    }
}
