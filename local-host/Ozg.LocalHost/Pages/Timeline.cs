using Ozg.Hosting.Durable;

namespace Ozg.Hosting.Pages;

/// <summary>What an execution did and what came to it, a line each, in the order in which they began.</summary>
internal static class Timeline
{
    /// <param name="history">Of one execution.</param>
    /// <param name="openTimers">Steps of timers that have yet to fire.</param>
    public static IReadOnlyList<TimelineStep> Of(IReadOnlyList<HistoryEvent> history, IReadOnlySet<int> openTimers)
    {
        var hasEnded = history is [.., ExecutionEnded];
        var answers = Answers(history);
        var steps = new List<TimelineStep>();
        var last = new Dictionary<(string Kind, string Name, string? Input), TimelineStep>(); // of the same calls
        foreach (var happened in history)
        {
            if (Begin(happened) is not { } step)
                continue;

            if (step.Number is { } number && answers.TryGetValue(number, out var answer))
                step = Answered(step, answer);
            else if (step.State == StepState.Open && (hasEnded || (happened is TimerCreated timer && !openTimers.Contains(timer.Number))))
                step = step with { State = StepState.Dropped };

            var call = (step.Kind, step.Name, step.Input?.GetRawText());
            step = step with { Attempt = AttemptOf(step, last.GetValueOrDefault(call)) };
            last[call] = step;
            steps.Add(step);
        }

        return steps;
    }

    private static Dictionary<int, HistoryEvent> Answers(IReadOnlyList<HistoryEvent> history)
    {
        var answers = new Dictionary<int, HistoryEvent>();
        foreach (var happened in history)
        {
            if (StepOf(happened) is { } step)
                answers.TryAdd(step, happened);
        }

        return answers;
    }

    private static int? StepOf(HistoryEvent happened) => happened switch
    {
        TaskCompleted completed => completed.Step,
        TaskFailed failed => failed.Step,
        TimerFired fired => fired.Step,
        _ => null,
    };

    private static TimelineStep? Begin(HistoryEvent happened) => happened switch
    {
        ActivityScheduled activity => Open(activity, "activity", activity.Name) with { Input = RawJson.Of(activity.Input) },
        SubOrchestrationScheduled child => Open(child, "subOrchestration", child.Name) with
        {
            Input = RawJson.Of(child.Input), InstanceId = child.InstanceId,
        },
        TimerCreated timer => Open(timer, "timer", "timer") with { DueAt = timer.DueAt.UtcDateTime },
        EventSent sent => Point(sent, "eventSent", sent.Name, sent.Input) with { Number = sent.Number, InstanceId = sent.InstanceId },
        EventRaised raised => Point(raised, "event", raised.Name, raised.Input),
        ExecutionSuspended suspended => Point(suspended, "control", "suspended", null) with { Note = suspended.Reason },
        ExecutionResumed resumed => Point(resumed, "control", "resumed", null) with { Note = resumed.Reason },
        ExecutionTerminated terminated => Point(terminated, "control", "terminated", terminated.Output),
        _ => null,
    };

    private static TimelineStep Open(Step step, string kind, string name) =>
        new(step.Number, kind, name, StepState.Open, step.At.UtcDateTime);

    private static TimelineStep Point(HistoryEvent happened, string kind, string name, string? data) =>
        new(null, kind, name, StepState.Completed, happened.At.UtcDateTime)
        {
            EndedAt = happened.At.UtcDateTime, Input = RawJson.Of(data),
        };

    private static TimelineStep Answered(TimelineStep step, HistoryEvent answer) => answer switch
    {
        TaskFailed failed => step with { State = StepState.Failed, EndedAt = failed.At.UtcDateTime, Failure = failed.Failure },
        TaskCompleted completed => step with
        {
            State = StepState.Completed, EndedAt = completed.At.UtcDateTime, Output = RawJson.Of(completed.Result),
        },
        _ => step with { State = StepState.Completed, EndedAt = answer.At.UtcDateTime },
    };

    // The history does not say what is a retry. The same call after a failed one is another attempt, whoever asked for it.
    private static int? AttemptOf(TimelineStep step, TimelineStep? before) =>
        step.Kind is not ("activity" or "subOrchestration") ? null
        : before is { State: StepState.Failed } failed ? (failed.Attempt ?? 1) + 1
        : step.State == StepState.Failed ? 1 : null;
}
