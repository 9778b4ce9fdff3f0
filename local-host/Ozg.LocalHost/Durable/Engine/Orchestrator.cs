using Microsoft.Extensions.Logging;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Durable;

/// <summary>Runs one turn of an instance: continues its code in memory where it can, replays it where it must.</summary>
internal sealed class Orchestrator(
    Store store,
    DurableQueues queues,
    DurableFunctions functions,
    LiveOrchestrations orchestrations,
    DurableOptions durable,
    TimeProvider clock,
    ILogger<Orchestrator> logger)
{
    public async Task RunTurnAsync(string id, CancellationToken abort)
    {
        var now = clock.GetUtcNow();
        var (instance, position, due) = store.Read(database => InstanceTable.Find(database, id) is { IsEnded: false } found
            ? (found, HistoryTable.Count(database, id), InboxTable.ReadDue(database, found, now))
            : default);
        if (instance is null || TurnPlan.Make(instance, position > 0, due, now) is not { } plan)
            return;

        var live = await orchestrations.TakeAsync(instance, position);
        try
        {
            var turn = plan;
            if (plan.RunsCode)
            {
                live ??= functions.Load(instance, abort);
                turn = live is null
                    ? Failed(plan, Failure.NoSuchFunction("orchestrator", instance.Name))
                    : Run(live, instance, position, plan);
            }

            if (turn.End is TurnEnd.Failed { Failure: var failure })
                logger.OrchestratorFailed(instance.Name, instance.Id, $"{failure.Type}: {failure.Message}");

            var commit = new TurnCommit(queues, durable, now);
            var kept = await store.WriteAsync(database => commit.Write(database, instance, position, turn));
            if (kept && turn.End is null && live is not null)
            {
                await orchestrations.KeepAsync(live);
                live = null;
            }
        }
        finally
        {
            if (live is not null)
                await live.DisposeAsync();
        }
    }

    private TurnResult Run(LiveOrchestration live, Instance instance, int position, TurnResult plan)
    {
        try
        {
            if (live.Position != position)
                live.Replay(store.Read(database => HistoryTable.Read(database, instance.Id)));
            return live.Run(plan);
        }
        catch (NonDeterministicOrchestrationException changed)
        {
            return Failed(plan, Failure.From(changed));
        }
    }

    private static TurnResult Failed(TurnResult plan, Failure failure) => plan with { End = new TurnEnd.Failed(failure) };
}
