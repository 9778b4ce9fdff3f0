using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Bus.Sessions;

/// <summary>What functions keep with a session. It stays when the session's messages have gone.</summary>
internal static class SessionTable
{
    public static byte[]? State(Database database, string entity, string session) => (byte[]?)database.Scalar(
        "SELECT state FROM sessions WHERE entity = @0 AND session_id = @1", entity, session);

    /// <param name="database">The database.</param>
    /// <param name="entity">The queue's or subscription's path.</param>
    /// <param name="session">The session's id.</param>
    /// <param name="state">Null: none.</param>
    public static void SetState(Database database, string entity, string session, byte[]? state)
    {
        if (state is null)
            database.Run("DELETE FROM sessions WHERE entity = @0 AND session_id = @1", entity, session);
        else
            database.Run("INSERT OR REPLACE INTO sessions (entity, session_id, state) VALUES (@0, @1, @2)", entity, session, state);
    }
}
