using System.Threading.Channels;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Durable;

/// <summary>What is to be done next: the part of the engine's state that a restart builds anew from the tables.</summary>
internal sealed class DurableQueues : IDisposable
{
    private readonly Channel<ActivityItem> activities = Channel.CreateUnbounded<ActivityItem>();
    private readonly WorkCounter work;
    private readonly Alarm<string> alarm;
    private readonly Alarm<ActivityItem> postponed;

    public DurableQueues(TimeProvider clock, WorkCounter work)
    {
        this.work = work;
        Ready = new ReadyQueue(work);
        alarm = new Alarm<string>(clock, Ready.Add);
        postponed = new Alarm<ActivityItem>(clock, Add);
    }

    public ReadyQueue Ready { get; }

    public InstanceChanges Changes { get; } = new();

    public void ReadyAt(string instance, DateTimeOffset at) => alarm.Set(instance, at);

    /// <summary>It is run again then.</summary>
    public void Postpone(ActivityItem activity, DateTimeOffset until) => postponed.Set(activity, until);

    public void RingDue()
    {
        alarm.RingDue();
        postponed.RingDue();
    }

    public void Add(ActivityItem activity)
    {
        work.Begin();
        activities.Writer.TryWrite(activity);
    }

    public ValueTask<ActivityItem> TakeActivityAsync(CancellationToken cancellationToken) =>
        activities.Reader.ReadAsync(cancellationToken);

    public void ActivityEnded() => work.End();

    public void Dispose()
    {
        alarm.Dispose();
        postponed.Dispose();
    }
}
