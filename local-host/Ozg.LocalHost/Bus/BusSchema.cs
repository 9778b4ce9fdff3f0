namespace Ozg.Hosting.Bus;

/// <summary>What the bus adds to the tables.</summary>
internal static class BusSchema
{
    /// <summary>Sessions with their state, and messages that wait for their time at the queue or topic that they were sent to.</summary>
    public const string SessionsAndSchedules =
        """
        ALTER TABLE messages ADD COLUMN session_id TEXT;
        ALTER TABLE messages ADD COLUMN scheduled INTEGER NOT NULL DEFAULT 0;

        CREATE TABLE sessions (
            entity TEXT NOT NULL COLLATE NOCASE,
            session_id TEXT NOT NULL,
            state BLOB NOT NULL,
            PRIMARY KEY (entity, session_id)
        ) WITHOUT ROWID;
        """;
}
