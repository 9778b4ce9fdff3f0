using System.Text.Json.Nodes;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Ozg.Functions.Processing;
using Ozg.Hosting.Durable;

namespace Ozg.Functions.Tests.Upgrade;

/// <summary>
/// What the local host stored of an orchestration, as <c>GET /local/instances/{id}</c> shows it; that is how one is recorded.
/// </summary>
internal sealed record RecordedOrchestration(Instance Instance, IReadOnlyList<HistoryEvent> History)
{
    // Shown as JSON, stored as text.
    private static readonly string[] Embedded = ["input", "output", "result"];

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Upgrade", "Histories");

    public static RecordedOrchestration Read(string file)
    {
        var view = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!;
        var instance = new Instance((string)view["instanceId"]!, "recorded", (string)view["name"]!, "", view["input"]!.ToJsonString());
        return new(instance, [.. view["history"]!.AsArray().Select(one => HistoryJson.Read(Stored(one!).ToJsonString()))]);
    }

    /// <summary>Replays it against today's orchestrator, with the local host's own replay.</summary>
    public async Task ReplayAsync()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var live = new LiveOrchestration(Instance, RunAsync, services.CreateAsyncScope(), NullLoggerFactory.Instance);
        live.Replay(History);
    }

    private static async Task<object?> RunAsync(TaskOrchestrationContext context)
    {
        await ProcessApplication.Run(context, context.GetInput<CaseStart>()!);
        return null;
    }

    private static JsonNode Stored(JsonNode shown)
    {
        var stored = shown.DeepClone();
        foreach (var name in Embedded)
        {
            if (stored[name] is { } value)
                stored[name] = value.ToJsonString();
        }

        return stored;
    }
}
