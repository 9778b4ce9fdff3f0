using Ozg.Hosting.Bus;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Pages;

/// <summary>
/// Puts a dead letter back where it came from, as if it had just been sent: with no deliveries, its whole time to live, and a
/// number of its own. It is no duplicate of itself.
/// </summary>
internal sealed class DeadLetterReplay(Store store, Entities entities, MessageLocks locks, TimeProvider clock)
{
    public const string Reason = "DeadLetterReason";
    public const string Description = "DeadLetterErrorDescription";

    public Task<ReplayResult> ReplayAsync(long sequence) => store.WriteAsync(database => Replay(database, sequence));

    private ReplayResult Replay(Database database, long sequence)
    {
        if (MessageTable.Find(database, sequence) is not { } dead)
            return new ReplayResult.NotThere();
        if (!EntityPath.IsDeadLetter(dead.Entity))
            return new ReplayResult.Refused($"Message {sequence} is not a dead letter.");
        if (locks.IsLocked(sequence))
            return new ReplayResult.Refused($"A receiver has locked dead letter {sequence}.");
        if (entities.Find(EntityPath.Living(dead.Entity)) is not { } queue)
            return new ReplayResult.Refused($"{EntityPath.Living(dead.Entity)} is not declared any more.");
        if (queue.Sessions is not null && dead.Properties.SessionId is null)
            return new ReplayResult.Refused($"{queue.Path} requires sessions, and the message has none.");

        var now = clock.GetUtcNow();
        MessageTable.Delete(database, sequence);
        var again = (dead with { Properties = WithoutReason(dead.Properties), EnqueuedAt = now, DueAt = now }).EnqueuedIn(queue);
        var number = MessageTable.Insert(database, again);
        database.AfterCommit(() => queue.Add(number, again.Properties.SessionId));
        return new ReplayResult.Done(new Replayed(queue.Path, number));
    }

    private static MessageProperties WithoutReason(MessageProperties properties) => properties with
    {
        Application = properties.Application.Where(one => one.Key is not (Reason or Description)).ToDictionary(),
    };
}

/// <summary>What became of a dead letter.</summary>
internal abstract record ReplayResult
{
    private ReplayResult()
    {
    }

    public sealed record Done(Replayed Message) : ReplayResult;

    public sealed record NotThere : ReplayResult;

    public sealed record Refused(string Why) : ReplayResult;
}
