using System.Threading.Channels;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Durable;

/// <summary>Instances with something to do. One instance has one turn at a time, however often it is called ready.</summary>
internal sealed class ReadyQueue(WorkCounter work)
{
    private readonly Channel<string> _queue = Channel.CreateUnbounded<string>();
    private readonly Dictionary<string, State> _states = [];
    private readonly Lock _gate = new();

    private enum State
    {
        Queued,
        Running,
        RunningAndReadyAgain,
    }

    public void Add(string instance)
    {
        lock (_gate)
        {
            if (!_states.TryGetValue(instance, out var state))
                Enqueue(instance);
            else if (state == State.Running)
                _states[instance] = State.RunningAndReadyAgain;
        }
    }

    public async ValueTask<string> TakeAsync(CancellationToken cancellationToken)
    {
        var instance = await _queue.Reader.ReadAsync(cancellationToken);
        lock (_gate)
            _states[instance] = State.Running;
        return instance;
    }

    /// <summary>The turn is over.</summary>
    public void Release(string instance)
    {
        lock (_gate)
        {
            var again = _states[instance] == State.RunningAndReadyAgain;
            _states.Remove(instance);
            if (again)
                Enqueue(instance);
        }

        work.End();
    }

    private void Enqueue(string instance)
    {
        work.Begin();
        _states[instance] = State.Queued;
        _queue.Writer.TryWrite(instance);
    }
}
