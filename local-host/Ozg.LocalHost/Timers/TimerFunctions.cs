using Microsoft.Extensions.Configuration;
using Ozg.Hosting.Invocation;

namespace Ozg.Hosting.Timers;

/// <summary>All functions that run by the clock.</summary>
internal sealed class TimerFunctions : IDisposable
{
    private readonly List<TimerFunction> _timers;

    /// <exception cref="LocalHostException">A schedule cannot be read.</exception>
    public TimerFunctions(IEnumerable<Function> functions, IConfiguration settings, TimerServices services) =>
        _timers = [.. functions.Where(function => function.Binding is TimerBinding).Select(function =>
        {
            var trigger = ((TimerBinding)function.Binding).Timer;
            return new TimerFunction(function, trigger, settings.Resolve(trigger.Schedule, function.Name), services);
        })];

    public async Task StartAsync(CancellationToken stopTaking, CancellationToken abort)
    {
        foreach (var timer in _timers)
            await timer.StartAsync(stopTaking, abort);
    }

    public Task WhenStoppedAsync() => Task.WhenAll(_timers.Select(timer => timer.WhenStoppedAsync()));

    public void RingDue() => _timers.ForEach(timer => timer.RingDue());

    public void Dispose() => _timers.ForEach(timer => timer.Dispose());
}
