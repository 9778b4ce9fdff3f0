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
        var effects = new Queue<Effect>();
        using var waits = new CaseWaits(context);
        CaseEvent next = new CaseEvent.Received { At = start.ReceivedAt };
        while (true)
        {
            var advance = Engine.Apply(process, current, next);
            if (advance.Case.Version != current.Version)
            {
                if (advance.Case.IsClosed && !current.IsClosed)
                    effects.Clear(); // a case that has ended does nothing more of its process
                current = advance.Case;
                journal = await context.CallActivityAsync<JournalHead>(nameof(RecordEvent), new Recording(current, journal, next), UntilItWorks);
                context.SetCustomStatus(current.Status);
                foreach (var effect in advance.Effects)
                    effects.Enqueue(effect);
            }
            else if (next.StoredAs is { } storedAs)
            {
                // Seen before, or not waited for: it will never be taken in, so nobody has to raise it again.
                await context.CallActivityAsync(nameof(DropEvent), new DroppedEvent(start.Id, storedAs), UntilItWorks);
            }

            if (current.IsOver)
                return;
            // One at a time: what is in flight when the case ends is done before anything is given back.
            if (!waits.HasEffect && effects.TryDequeue(out var due))
                waits.For(context.CallActivityAsync<Happened>(ActivityFor(due), due, UntilItWorks));
            next = await waits.NextAsync(current.Deadline);
        }
    }

    internal static string ActivityFor(Effect effect) => effect switch
    {
        Effect.Check => nameof(CheckApplication),
        Effect.Issue => nameof(IssueDocument),
        Effect.Publish => nameof(PublishResult),
        Effect.Notify => nameof(NotifyApplicant),
        Effect.HandOver => nameof(HandApplicationOver),
        Effect.RequestPayment => nameof(RequestPayment),
        Effect.AskPayment => nameof(AskPayment),
        Effect.Refund => nameof(OrderRefund),
        Effect.Free => nameof(FreeReservation),
        _ => throw new System.Diagnostics.UnreachableException($"No activity for {effect.GetType().Name}."),
    };
}
