using System.Text.Json;
using Ozg.Hosting.Storage;
using Ozg.Platform.Registers;

namespace Ozg.Hosting.Registers;

/// <summary>What the register stub was told to answer, and what it has answered.</summary>
internal sealed class RegisterRecords(string dataFolder)
{
    /// <summary>What is kept for applications.</summary>
    public Reservations Reservations { get; } = new(dataFolder);

    private readonly NeighbourFile _file = new(
        dataFolder,
        "registers.db",
        """
        CREATE TABLE IF NOT EXISTS settings (
            register TEXT NOT NULL, kommune TEXT NOT NULL, name TEXT NOT NULL, holds INTEGER NOT NULL, PRIMARY KEY (register, kommune, name)) STRICT;
        CREATE TABLE IF NOT EXISTS responsible (register TEXT NOT NULL, kommune TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (register, kommune)) STRICT;
        CREATE TABLE IF NOT EXISTS answered (idempotency_key TEXT PRIMARY KEY, answer TEXT NOT NULL) STRICT;
        """);

    public void Set(string register, RegisterSetting setting) => _file.Use(database =>
    {
        foreach (var (name, holds) in setting.Answers)
            database.Run("INSERT INTO settings VALUES (@0, @1, @2, @3) ON CONFLICT DO UPDATE SET holds = excluded.holds", register, setting.Kommune, name, holds ? 1 : 0);
        if (setting.Responsible is { } other)
            database.Run("INSERT INTO responsible VALUES (@0, @1, @2) ON CONFLICT DO UPDATE SET other = excluded.other", register, setting.Kommune, other);
        return setting;
    });

    public IReadOnlyList<SetRegister> All() => _file.Use(database => Settings(database).GroupBy(one => (one.Register, one.Kommune))
        .Select(group => new SetRegister(
            group.Key.Register, group.Key.Kommune, group.ToDictionary(one => one.Name, one => one.Holds), ResponsibleFor(database, group.Key.Register, group.Key.Kommune)))
        .ToList());

    /// <summary>False for each name, unless something else is set: the catalogue's answers name what stands in the way. The same question gets the same answer, whatever has been set since.</summary>
    public RegisterAnswer Answer(string key, RegisterQuestion question) => _file.Use(database =>
    {
        var set = Settings(database).Where(one => one.Register == question.Register && one.Kommune == question.Kommune.Value).ToDictionary(one => one.Name, one => one.Holds);
        var answer = new RegisterAnswer(question.Answers.Distinct().ToDictionary(name => name, name => set.GetValueOrDefault(name)))
        {
            Responsible = ResponsibleFor(database, question.Register, question.Kommune.Value),
        };
        database.Run("INSERT INTO answered VALUES (@0, @1) ON CONFLICT DO NOTHING", key, JsonSerializer.Serialize(answer, RegisterJson.Default.RegisterAnswer));
        return JsonSerializer.Deserialize((string)database.Scalar("SELECT answer FROM answered WHERE idempotency_key = @0", key)!, RegisterJson.Default.RegisterAnswer)!;
    });

    private static string? ResponsibleFor(Database database, string register, string kommune) =>
        (string?)database.Scalar("SELECT other FROM responsible WHERE register = @0 AND kommune = @1", register, kommune);

    private static List<(string Register, string Kommune, string Name, bool Holds)> Settings(Database database) => database.Query(
        row => (row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3) != 0),
        "SELECT register, kommune, name, holds FROM settings ORDER BY register, kommune, name");
}
