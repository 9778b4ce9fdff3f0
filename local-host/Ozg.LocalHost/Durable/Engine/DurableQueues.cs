using System.Threading.Channels;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Durable;

/// <summary>What is to be done next: the part of the engine's state that a restart builds anew from the tables.</summary>
internal sealed class DurableQueues : IDisposable
{
    private readonly Channel<ActivityItem> _activities = Channel.CreateUnbounded<ActivityItem>();
    private readonly WorkCounter _work;
    private readonly Alarm<string> _alarm;
    private readonly Alarm<ActivityItem> _postponed;

    public DurableQueues(TimeProvider clock, WorkCounter work)
    {
        _work = work;
        Ready = new ReadyQueue(work);
        _alarm = new Alarm<string>(clock, Ready.Add);
        _postponed = new Alarm<ActivityItem>(clock, Add);
    }

    public ReadyQueue Ready { get; }

    public InstanceChanges Changes { get; } = new();

    public void ReadyAt(string instance, DateTimeOffset at) => _alarm.Set(instance, at);

    /// <summary>It is run again then.</summary>
    public void Postpone(ActivityItem activity, DateTimeOffset until) => _postponed.Set(activity, until);

    public void RingDue()
    {
        _alarm.RingDue();
        _postponed.RingDue();
    }

    public void Add(ActivityItem activity)
    {
        _work.Begin();
        _activities.Writer.TryWrite(activity);
    }

    public ValueTask<ActivityItem> TakeActivityAsync(CancellationToken cancellationToken) =>
        _activities.Reader.ReadAsync(cancellationToken);

    public void ActivityEnded() => _work.End();

    public void Dispose()
    {
        _alarm.Dispose();
        _postponed.Dispose();
    }
}
