using Microsoft.Extensions.Logging;
using Ozg.Hosting.Storage;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Durable;

/// <summary>Runs turns and activities, many at a time, until it is stopped.</summary>
internal sealed class DurableEngine(
    Store store,
    DurableQueues queues,
    Orchestrator orchestrator,
    DurableFunctions functions,
    DurableOptions options,
    TimeProvider clock,
    ILoggerFactory loggers)
{
    // When the disk refuses: long enough for somebody to make room, short enough to go on soon after.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger = loggers.CreateLogger<DurableEngine>();
    private readonly List<Task> _loops = [];

    /// <summary>Takes up what an earlier host left, and begins.</summary>
    /// <param name="stopTaking">Set: nothing new is begun, what runs is finished.</param>
    /// <param name="abort">Set: functions that run are asked to give up.</param>
    public void Start(CancellationToken stopTaking, CancellationToken abort)
    {
        foreach (var activity in store.Read(ActivityTable.ReadAll))
            queues.Add(activity);
        foreach (var (instance, at) in store.Read(InboxTable.Upcoming))
            queues.ReadyAt(instance, at);

        for (var i = 0; i < options.MaxConcurrentOrchestratorFunctions; i++)
            _loops.Add(Task.Run(() => RunTurnsAsync(stopTaking, abort), CancellationToken.None));
        for (var i = 0; i < options.MaxConcurrentActivityFunctions; i++)
            _loops.Add(Task.Run(() => RunActivitiesAsync(stopTaking, abort), CancellationToken.None));
    }

    /// <summary>Completes when everything that was begun is finished.</summary>
    public Task WhenStoppedAsync() => Task.WhenAll(_loops);

    private async Task RunTurnsAsync(CancellationToken stopTaking, CancellationToken abort)
    {
        while (await Loop.NextAsync(queues.Ready.TakeAsync, stopTaking) is { } instance)
        {
            try
            {
                await orchestrator.RunTurnAsync(instance, abort);
            }
#pragma warning disable CA1031 // The turn is not lost: its messages are still in the inbox.
            catch (Exception failure) when (!abort.IsCancellationRequested)
#pragma warning restore CA1031
            {
                _logger.TurnLost(instance, failure);
                queues.ReadyAt(instance, clock.GetUtcNow() + Pause);
            }
            catch (Exception) when (abort.IsCancellationRequested)
            {
                return; // The store is closed; the next host takes the turn up.
            }
            finally
            {
                queues.Ready.Release(instance);
            }
        }
    }

    private async Task RunActivitiesAsync(CancellationToken stopTaking, CancellationToken abort)
    {
        while (await Loop.NextAsync(queues.TakeActivityAsync, stopTaking) is { } activity)
        {
            try
            {
                if (await functions.RunActivityAsync(activity, abort) is { } answer)
                    await store.KeepAsync(_logger, database => Answer(database, activity, answer));
            }
#pragma warning disable CA1031 // The activity is not lost: it is still in its table.
            catch (Exception failure) when (!abort.IsCancellationRequested)
#pragma warning restore CA1031
            {
                _logger.AnswerLost(activity.Name, activity.Instance, failure);
                queues.Postpone(activity, clock.GetUtcNow() + Pause);
            }
            catch (Exception) when (abort.IsCancellationRequested)
            {
                return; // It has run but is not answered for: the next host runs it again.
            }
            finally
            {
                queues.ActivityEnded();
            }
        }
    }

    private void Answer(Database database, ActivityItem activity, HistoryEvent answer)
    {
        ActivityTable.Remove(database, activity.Id);
        if (InstanceTable.Find(database, activity.Instance) is not { IsEnded: false } instance || instance.Execution != activity.Execution)
            return;

        InboxTable.Add(database, activity.Instance, activity.Execution, answer.At, answer);
        database.AfterCommit(() => queues.Ready.Add(activity.Instance));
    }
}
