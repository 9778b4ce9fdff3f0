using Ozg.Hosting.Bus.Sessions;

namespace Ozg.Hosting.Bus;

/// <summary>All functions that run with messages.</summary>
internal sealed class BusFunctions
{
    private readonly List<IBusListener> _listeners = [];

    /// <exception cref="LocalHostException">A function listens to what is not declared, or not in the way it is declared.</exception>
    public BusFunctions(IReadOnlyList<BusTrigger> triggers, Entities entities, BusServices services)
    {
        foreach (var trigger in triggers)
        {
            var entity = entities.Find(trigger.Path) ?? throw new LocalHostException(
                $"Function {trigger.Function.Name} listens to '{trigger.Path}', which is not declared. "
                + $"Declared are: {string.Join(", ", entities.Paths.Order())}.");
            if (trigger.Binding.Bus.IsSessionsEnabled != entity.Sessions is not null)
            {
                throw new LocalHostException(
                    $"Function {trigger.Function.Name} has IsSessionsEnabled = {trigger.Binding.Bus.IsSessionsEnabled}, "
                    + $"but '{trigger.Path}' {(entity.Sessions is null ? "has no sessions" : "requires sessions")}.");
            }

            _listeners.Add(entity.Sessions is null
                ? new BusListener(trigger.Function, trigger.Binding, entity, services)
                : new SessionListener(trigger.Function, trigger.Binding, entity, services));
        }
    }

    public void Start(CancellationToken stopTaking, CancellationToken abort) =>
        _listeners.ForEach(listener => listener.Start(stopTaking, abort));

    public Task WhenStoppedAsync() => Task.WhenAll(_listeners.Select(listener => listener.WhenStoppedAsync()));
}
