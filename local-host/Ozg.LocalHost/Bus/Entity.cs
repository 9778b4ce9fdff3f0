using Ozg.Hosting.Bus.Sessions;
using Ozg.Hosting.Time;
using Ozg.Platform.Bus;

namespace Ozg.Hosting.Bus;

/// <summary>A queue, a subscription, or the dead-letter queue of one.</summary>
internal sealed class Entity(string path, ConsumedSettings settings, WorkCounter work)
{
    public string Path => path;

    /// <summary>Of a dead-letter queue: those of the queue or subscription that it belongs to.</summary>
    public ConsumedSettings Settings => settings;

    public bool IsDeadLetter { get; } = EntityPath.IsDeadLetter(path);

    public ReadyMessages Ready { get; } = new(work);

    /// <summary>Null: it does not require sessions. A dead-letter queue never does.</summary>
    public SessionQueue? Sessions { get; } =
        settings.RequiresSession && !EntityPath.IsDeadLetter(path) ? new SessionQueue(work) : null;

    /// <summary>From now on the message can be delivered.</summary>
    public void Add(long sequence, string? session)
    {
        if (Sessions is null)
            Ready.Add(sequence);
        else
            Sessions.Add(session!, sequence);
    }
}
