using System.Globalization;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Registers;

/// <summary>What the register stub keeps for applications, and since when it does not any more: one reservation an application.</summary>
internal sealed class Reservations(string dataFolder)
{
    private readonly NeighbourFile _file = new(
        dataFolder,
        "reservations.db",
        """
        CREATE TABLE IF NOT EXISTS reservations (
            register TEXT NOT NULL, application TEXT NOT NULL, reserved_at TEXT NOT NULL, freed_at TEXT, PRIMARY KEY (register, application)) STRICT
        """);

    /// <summary>Keeps something, once: what was freed stays free.</summary>
    public void Keep(string register, string application, DateTimeOffset now) => _file.Use(database =>
        database.Run("INSERT INTO reservations VALUES (@0, @1, @2, NULL) ON CONFLICT DO NOTHING", register, application, Text(now)));

    /// <summary>Frees what is kept; false when nothing ever was.</summary>
    public bool Free(string register, string application, DateTimeOffset now) => _file.Use(database =>
    {
        database.Run("UPDATE reservations SET freed_at = @2 WHERE register = @0 AND application = @1 AND freed_at IS NULL", register, application, Text(now));
        return Of(database, register, application).Count > 0;
    });

    /// <summary>Of one application, or all.</summary>
    public IReadOnlyList<Reservation> Of(string register, string? application) => _file.Use(database => Of(database, register, application));

    private static List<Reservation> Of(Database database, string register, string? application) => database.Query(
        row => new Reservation(row.GetString(0), Moment(row.GetString(1)), row.IsDBNull(2) ? null : Moment(row.GetString(2))),
        "SELECT application, reserved_at, freed_at FROM reservations WHERE register = @0 AND (@1 IS NULL OR application = @1) ORDER BY reserved_at, application",
        register, application);

    private static string Text(DateTimeOffset moment) => moment.ToString("o", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
