using System.Threading.Channels;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Durable;

/// <summary>Instances with something to do. One instance has one turn at a time, however often it is called ready.</summary>
internal sealed class ReadyQueue(WorkCounter work)
{
    private readonly Channel<string> queue = Channel.CreateUnbounded<string>();
    private readonly Dictionary<string, State> states = [];
    private readonly Lock gate = new();

    private enum State
    {
        Queued,
        Running,
        RunningAndReadyAgain,
    }

    public void Add(string instance)
    {
        lock (gate)
        {
            if (!states.TryGetValue(instance, out var state))
                Enqueue(instance);
            else if (state == State.Running)
                states[instance] = State.RunningAndReadyAgain;
        }
    }

    public async ValueTask<string> TakeAsync(CancellationToken cancellationToken)
    {
        var instance = await queue.Reader.ReadAsync(cancellationToken);
        lock (gate)
            states[instance] = State.Running;
        return instance;
    }

    /// <summary>The turn is over.</summary>
    public void Release(string instance)
    {
        lock (gate)
        {
            var again = states[instance] == State.RunningAndReadyAgain;
            states.Remove(instance);
            if (again)
                Enqueue(instance);
        }

        work.End();
    }

    private void Enqueue(string instance)
    {
        work.Begin();
        states[instance] = State.Queued;
        queue.Writer.TryWrite(instance);
    }
}
