using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ozg.Hosting.Invocation;

namespace Ozg.Hosting.Durable;

/// <summary>The app's orchestrators and activities, by name; case does not matter.</summary>
internal sealed class DurableFunctions(
    IEnumerable<Function> functions,
    FunctionInvoker invoker,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILoggerFactory loggers)
{
    private static readonly Dictionary<string, object?> NoData = [];

    private readonly ILogger _logger = loggers.CreateLogger<DurableFunctions>();
    private readonly Dictionary<string, Function> _orchestrators = ByName<OrchestrationBinding>(functions, one => one.Orchestrator);
    private readonly Dictionary<string, Function> _activities = ByName<ActivityBinding>(functions, one => one.Activity);

    /// <returns>The code, not begun; null: there is no such orchestrator.</returns>
    public LiveOrchestration? Load(Instance instance, CancellationToken abort)
    {
        if (!_orchestrators.TryGetValue(instance.Name, out var function))
            return null;

        var scope = scopes.CreateAsyncScope();
        return new LiveOrchestration(
            instance,
            context => invoker.InvokeAsync(new LocalFunctionContext(function, context, NoData, scope.ServiceProvider, abort)),
            scope,
            loggers);
    }

    /// <returns>Null: it gave up because the host stops, and will be run again.</returns>
    public async Task<HistoryEvent?> RunActivityAsync(ActivityItem activity, CancellationToken abort)
    {
        if (!_activities.TryGetValue(activity.Name, out var function))
            return Failed(activity, Failure.NoSuchFunction("activity", activity.Name));

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var result = await invoker.InvokeAsync(
                new LocalFunctionContext(function, activity, NoData, scope.ServiceProvider, abort));
            return new TaskCompleted(activity.Step, activity.Name, JsonDataConverter.Default.Serialize(result))
            {
                At = clock.GetUtcNow(),
            };
        }
#pragma warning disable CA1031 // Whatever it is, it is the orchestrator's to handle.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (abort.IsCancellationRequested)
                return null;

            _logger.ActivityFailed(activity.Name, activity.Instance, failure);
            return Failed(activity, Failure.From(failure));
        }
    }

    private TaskFailed Failed(ActivityItem activity, Failure failure) =>
        new(activity.Step, activity.Name, failure) { At = clock.GetUtcNow() };

    private static Dictionary<string, Function> ByName<TBinding>(IEnumerable<Function> functions, Func<TBinding, string?> name)
        where TBinding : TriggerBinding => functions
        .Where(function => function.Binding is TBinding)
        .ToDictionary(
            function => name((TBinding)function.Binding) ?? function.Name, StringComparer.OrdinalIgnoreCase);
}
