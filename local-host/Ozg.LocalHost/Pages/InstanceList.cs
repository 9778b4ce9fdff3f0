using System.Text.Json;
using Microsoft.DurableTask.Client;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Pages;

/// <summary>Instances, the newest first.</summary>
internal static class InstanceList
{
    /// <param name="database">Where.</param>
    /// <param name="filter">What to show of them.</param>
    /// <param name="after">The end of the page before.</param>
    /// <param name="count">How many at most.</param>
    public static ListPage<InstanceLine> Read(Database database, InstanceFilter filter, PageCursor after, int count)
    {
        var rows = database.Query(
            row => new InstanceLine(
                row.GetString(0),
                row.GetString(1),
                ((OrchestrationRuntimeStatus)row.GetInt32(2)).ToString(),
                row.Text(3),
                RawJson.Of(row.Text(4)),
                row.Instant(5).UtcDateTime,
                row.Instant(6).UtcDateTime),
            """
            SELECT id, name, status, parent_id, custom_status, created_at, updated_at FROM instances
            WHERE (created_at, id) < (@0, @1)
                AND (@2 IS NULL OR status = @2)
                AND (@3 IS NULL OR name LIKE @3 ESCAPE '\')
                AND (@4 IS NULL OR id LIKE @4 ESCAPE '\' OR name LIKE @4 ESCAPE '\'
                    OR input LIKE @4 ESCAPE '\' OR input LIKE @5 ESCAPE '\')
            ORDER BY created_at DESC, id DESC LIMIT @6
            """,
            after.Number,
            after.Id,
            (long?)filter.Status,
            Containing(filter.Name),
            Containing(filter.Text),
            // The input is stored as JSON, in which an ü may be six characters.
            Containing(filter.Text is null ? null : JsonEncodedText.Encode(filter.Text).Value),
            count + 1);

        var items = rows.Count > count ? rows[..count] : rows;
        return new(items, rows.Count > count ? new PageCursor(items[^1].CreatedAt.Ticks, items[^1].InstanceId).ToString() : null);
    }

    private static string? Containing(string? text) => text is null
        ? null
        : $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}

/// <summary>What is null does not narrow.</summary>
/// <param name="Status">This and no other.</param>
/// <param name="Name">Part of the orchestrator's name.</param>
/// <param name="Text">Part of the id, the name or the input.</param>
internal sealed record InstanceFilter(OrchestrationRuntimeStatus? Status, string? Name, string? Text);
