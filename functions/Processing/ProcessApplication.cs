using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Ozg.Core.Cases;
using Ozg.Core.Processes;
using Ozg.Platform.Cases;

namespace Ozg.Functions.Processing;

/// <summary>
/// The one interpreter of every process: feeds events to the engine and carries its effects out. It decides nothing itself.
/// </summary>
public static class ProcessApplication
{
    /// <summary>The name under which events from outside are raised.</summary>
    public const string EventName = "happened";

    // What is accepted is never given up: a failing step is tried again, at last once an hour, until somebody has mended
    // its cause.
    private static readonly TaskOptions UntilItWorks = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: int.MaxValue, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromHours(1)));

    /// <summary>Runs a case from its receipt to its end.</summary>
    [Function(nameof(ProcessApplication))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, CaseStart start)
    {
        // The plan is pinned by its hash: a change of the catalogue does not reach a running case.
        var process = await context.CallActivityAsync<Process>(nameof(LoadProcess), start.PlanHash, UntilItWorks);
        var current = Case.Begin(start.Id);
        var journal = JournalHead.Empty;
        var happened = new Queue<CaseEvent>([new CaseEvent.Received { At = start.ReceivedAt }]);
        Task<Happened>? outside = null;
        while (!current.IsClosed)
        {
            CaseEvent next;
            if (happened.Count > 0)
            {
                next = happened.Dequeue();
            }
            else if (await OutsideComesFirstAsync(context, outside ??= context.WaitForExternalEvent<Happened>(EventName), current.Deadline))
            {
                next = (await outside).Event;
                outside = null;
            }
            else
            {
                // The wait goes on: a given-up one would swallow the next event that comes while an activity runs.
                next = new CaseEvent.DeadlinePassed { At = current.Deadline!.Value };
            }

            var advance = Engine.Apply(process, current, next);
            if (advance.Case.Version == current.Version)
            {
                // Seen before, or not waited for: it will never be taken in, so nobody has to raise it again.
                if (next.StoredAs is { } storedAs)
                    await context.CallActivityAsync(nameof(DropEvent), new DroppedEvent(start.Id, storedAs), UntilItWorks);
                continue;
            }

            current = advance.Case;
            journal = await context.CallActivityAsync<JournalHead>(nameof(RecordEvent), new Recording(current, journal, next), UntilItWorks);
            context.SetCustomStatus(current.Status);
            foreach (var effect in advance.Effects)
                happened.Enqueue((await context.CallActivityAsync<Happened>(ActivityFor(effect), effect, UntilItWorks)).Event);
        }
    }

    private static async Task<bool> OutsideComesFirstAsync(TaskOrchestrationContext context, Task outside, DateTimeOffset? deadline)
    {
        if (deadline is null)
        {
            await outside;
            return true;
        }

        using var stop = new CancellationTokenSource();
        var late = context.CreateTimer(deadline.Value.UtcDateTime, stop.Token);
        var first = await Task.WhenAny(outside, late);
#pragma warning disable CA1849 // CancelAsync leaves the orchestrator's thread; here only tasks of the context may be awaited.
        stop.Cancel(); // an unfired timer would keep the finished case running until it expires
#pragma warning restore CA1849
        return first == outside;
    }

    private static string ActivityFor(Effect effect) => effect switch
    {
        Effect.Check => nameof(CheckApplication),
        Effect.Issue => nameof(IssueDocument),
        Effect.Publish => nameof(PublishResult),
        Effect.Notify => nameof(NotifyApplicant),
        Effect.RequestPayment => nameof(RequestPayment),
        Effect.AskPayment => nameof(AskPayment),
        _ => throw new System.Diagnostics.UnreachableException($"No activity for {effect.GetType().Name}."),
    };
}
