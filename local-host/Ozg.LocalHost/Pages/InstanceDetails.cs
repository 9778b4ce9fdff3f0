using System.Text.Json;
using System.Text.Json.Nodes;
using Ozg.Hosting.Durable;

namespace Ozg.Hosting.Pages;

/// <summary>An instance as its page shows it: its history, and what can be told from it.</summary>
internal static class InstanceDetails
{
    public static async Task<JsonObject> OfAsync(
        InstanceState state, DurableFunctions functions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var awaited = await Awaited.OfAsync(functions, state.Instance, state.History, cancellationToken);
        var timeline = Timeline.Of(state.History, state.Timers.Keys.ToHashSet());
        var extras = new InstanceExtras(
            now.UtcDateTime,
            state.Instance.Parent?.Id,
            state.Children,
            timeline,
            [.. awaited.Events.Select(name => new Wait("event", name)), .. timeline.Where(step => step.State == StepState.Open).Select(WaitFor)],
            awaited.Note,
            [.. awaited.Kept, .. state.Inbox.OfType<EventRaised>().Select(raised => raised.Name)]);

        var view = InstanceView.Of(state.Instance, state.History);
        foreach (var (name, value) in JsonSerializer.SerializeToNode(extras, PagesJson.Default.InstanceExtras)!.AsObject().ToList())
            view[name] = value?.DeepClone();
        return view;
    }

    private static Wait WaitFor(TimelineStep step) => new(step.Kind, step.Name) { DueAt = step.DueAt, InstanceId = step.InstanceId };
}
