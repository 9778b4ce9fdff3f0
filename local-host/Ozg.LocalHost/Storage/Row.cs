using Microsoft.Data.Sqlite;

namespace Ozg.Hosting.Storage;

/// <summary>How values are kept: instants as UTC ticks, so that they sort and lose nothing.</summary>
internal static class Row
{
    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? Number(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static DateTimeOffset Instant(this SqliteDataReader row, int column) =>
        new(row.GetInt64(column), TimeSpan.Zero);

    public static DateTimeOffset? MaybeInstant(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.Instant(column);
}
