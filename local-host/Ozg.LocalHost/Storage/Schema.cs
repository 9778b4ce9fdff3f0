namespace Ozg.Hosting.Storage;

/// <summary>The tables. A change adds a step; a step that has been released is never edited.</summary>
internal static class Schema
{
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE instances (
            id TEXT PRIMARY KEY,
            execution TEXT NOT NULL,        -- changes with every new history: answers to an older one are dropped
            name TEXT NOT NULL,
            version TEXT NOT NULL,
            status INTEGER NOT NULL,
            input TEXT,
            output TEXT,
            failure TEXT,
            custom_status TEXT,
            tags TEXT NOT NULL,
            parent_id TEXT,
            parent_execution TEXT,
            parent_name TEXT,
            parent_step INTEGER,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            completed_at INTEGER
        ) WITHOUT ROWID;
        CREATE INDEX instances_by_parent ON instances (parent_id) WHERE parent_id IS NOT NULL;

        CREATE TABLE history (
            instance TEXT NOT NULL,
            position INTEGER NOT NULL,
            event TEXT NOT NULL,
            PRIMARY KEY (instance, position)
        ) WITHOUT ROWID;

        CREATE TABLE inbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            instance TEXT NOT NULL,
            execution TEXT,                 -- null: for whatever execution the instance has by then
            due_at INTEGER NOT NULL,        -- a timer waits here for its time
            timer INTEGER,
            event TEXT NOT NULL
        );
        CREATE INDEX inbox_by_instance ON inbox (instance, due_at, id);

        CREATE TABLE activities (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            instance TEXT NOT NULL,
            execution TEXT NOT NULL,
            step INTEGER NOT NULL,
            name TEXT NOT NULL,
            input TEXT
        );

        CREATE TABLE messages (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            entity TEXT NOT NULL COLLATE NOCASE,
            message_id TEXT,
            body BLOB NOT NULL,
            properties TEXT NOT NULL,
            enqueued_at INTEGER NOT NULL,
            due_at INTEGER NOT NULL,        -- a scheduled message waits here for its time
            expires_at INTEGER NOT NULL,
            deliveries INTEGER NOT NULL DEFAULT 0,
            deferred INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX messages_by_entity ON messages (entity, sequence);

        CREATE TABLE seen_messages (
            entity TEXT NOT NULL COLLATE NOCASE,
            message_id TEXT NOT NULL,
            seen_at INTEGER NOT NULL,
            PRIMARY KEY (entity, message_id)
        ) WITHOUT ROWID;

        CREATE TABLE timers (
            function TEXT PRIMARY KEY,
            schedule TEXT NOT NULL,
            last INTEGER,
            next INTEGER NOT NULL
        ) WITHOUT ROWID;
        """,
        Bus.BusSchema.SessionsAndSchedules,
        Time.ClockTable.Schema,
        Durable.HeldTable.Schema + "CREATE INDEX instances_by_creation ON instances (created_at, id);",
    ];

    public static void Upgrade(Database database)
    {
        var version = Convert.ToInt32(database.Scalar("PRAGMA user_version"), provider: null);
        if (version > Steps.Length)
        {
            throw new LocalHostException(
                "The data folder was written by a newer local host. Update this one, or choose another folder with --data.");
        }

        for (; version < Steps.Length; version++)
        {
            database.Run("BEGIN IMMEDIATE");
            database.Run(Steps[version]);
            database.Run($"PRAGMA user_version = {version + 1}");
            database.Run("COMMIT");
        }
    }
}
