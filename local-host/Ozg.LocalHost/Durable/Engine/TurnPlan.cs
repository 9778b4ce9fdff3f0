using Microsoft.DurableTask.Client;

namespace Ozg.Hosting.Durable;

/// <summary>What an instance's next turn takes from its inbox.</summary>
internal static class TurnPlan
{
    /// <returns>Null: nothing to do. Without a turn started among the events: the code need not run.</returns>
    public static TurnResult? Make(Instance instance, bool hasBegun, IReadOnlyList<InboxItem> due, DateTimeOffset now)
    {
        var end = due.FirstOrDefault(item => item.Event is ExecutionTerminated);
        if (end is not null)
        {
            var before = due.TakeWhile(item => item != end).Append(end).ToList();
            var terminated = (ExecutionTerminated)end.Event;
            return Take(before, instance) with { End = new TurnEnd.Terminated(terminated.Output, terminated.Recursive) };
        }

        var (taken, suspended) = BeforeSuspension(due, instance.Status == OrchestrationRuntimeStatus.Suspended);
        var starts = due.Any(item => item.Event is ExecutionStarted);
        if (taken.Count == 0 || (!hasBegun && !starts))
            return null;

        var plan = Take(taken, instance) with { Suspended = suspended };
        if (taken.All(IsControl))
            return plan;

        // Whatever came before it, the start is the first thing that the code sees.
        var events = plan.Events.OrderBy(happened => happened is ExecutionStarted ? 0 : 1);
        return plan with { Events = [new TurnStarted { At = now }, .. events] };
    }

    // A suspension puts aside what comes after it, not what came before. The start is never put aside.
    private static (IReadOnlyList<InboxItem> Taken, bool Suspended) BeforeSuspension(IReadOnlyList<InboxItem> due, bool suspended)
    {
        var taken = new List<InboxItem>();
        var aside = new List<InboxItem>();
        foreach (var item in due)
        {
            if (suspended && !IsControl(item) && item.Event is not ExecutionStarted)
            {
                aside.Add(item);
                continue;
            }

            taken.Add(item);
            suspended = item.Event is ExecutionSuspended || (suspended && item.Event is not ExecutionResumed);
            if (!suspended)
            {
                taken.AddRange(aside);
                aside.Clear();
            }
        }

        return (taken, suspended);
    }

    private static bool IsControl(InboxItem item) => item.Event is ExecutionSuspended or ExecutionResumed;

    private static TurnResult Take(IReadOnlyList<InboxItem> items, Instance instance) =>
        new([.. items.Select(item => item.Event)], [.. items.Select(item => item.Id)])
        {
            CustomStatus = instance.CustomStatus,
        };
}
