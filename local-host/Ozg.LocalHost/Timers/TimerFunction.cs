using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ozg.Hosting.Invocation;
using Ozg.Hosting.Storage;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Timers;

/// <summary>
/// Runs one timer function. It never overlaps itself; whatever it missed, because it was still running, the host was down, or
/// its clock was moved, it makes up for with a single run. As officially, only what was missed while no host ran is past due.
/// </summary>
internal sealed class TimerFunction : IDisposable
{
    private static readonly Dictionary<string, object?> NoData = [];

    private readonly Function function;
    private readonly TimerTriggerAttribute trigger;
    private readonly string scheduleText;
    private readonly Schedule schedule;
    private readonly TimerServices services;
    private readonly Alarm<DateTimeOffset> alarm;
    private TimerRow row;
    private Task running = Task.CompletedTask;
    private CancellationToken stopTaking;
    private CancellationToken abort;

    public TimerFunction(Function function, TimerTriggerAttribute trigger, string scheduleText, TimerServices services)
    {
        this.function = function;
        this.trigger = trigger;
        this.scheduleText = scheduleText;
        this.services = services;
        schedule = Schedule.Parse(scheduleText, function.Name);
        alarm = new Alarm<DateTimeOffset>(services.Clock, _ => Begin(isPastDue: false));
        row = new TimerRow(scheduleText, null, schedule.Next(services.Clock.GetUtcNow()));
    }

    public async Task StartAsync(CancellationToken stopTaking, CancellationToken abort)
    {
        this.stopTaking = stopTaking;
        this.abort = abort;
        var known = services.Store.Read(database => TimerTable.Find(database, function.Name));
        if (trigger.UseMonitor && known?.Schedule == scheduleText)
            row = known;
        else
            await services.Store.WriteAsync(Save); // at the start somebody waits to be told

        // What was missed while no host ran comes first; a run at the start makes up for it, too.
        var isPastDue = row.Next < services.Clock.GetUtcNow();
        if (isPastDue || trigger.RunOnStartup)
            Begin(isPastDue);
        else
            alarm.Set(row.Next, row.Next);
    }

    public void RingDue() => alarm.RingDue();

    public Task WhenStoppedAsync() => running;

    public void Dispose() => alarm.Dispose();

    private void Begin(bool isPastDue)
    {
        if (stopTaking.IsCancellationRequested)
            return;

        services.Work.Begin();
        var now = services.Clock.GetUtcNow();
        running = Task.Run(() => RunAsync(isPastDue, now), CancellationToken.None);
    }

    private async Task RunAsync(bool isPastDue, DateTimeOffset now)
    {
        var before = row.Last ?? default;
        row = row with { Last = now, Next = schedule.Next(now) };

        // Saved when it has run: a host that ends before finds this run missing, and the next one makes up for it.
        await GuardAsync(() => InvokeAsync(isPastDue, before));
        if (!abort.IsCancellationRequested)
            await GuardAsync(() => services.Store.KeepAsync(services.Logger, Save));
        alarm.Set(row.Next, row.Next);
        services.Work.End();
    }

    private async Task GuardAsync(Func<Task> action)
    {
        try
        {
            await action();
        }
#pragma warning disable CA1031 // A failed run is logged; the schedule goes on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (!abort.IsCancellationRequested)
                services.Logger.TimerFailed(function.Name, failure);
        }
    }

    private async Task InvokeAsync(bool isPastDue, DateTimeOffset before)
    {
        var info = new TimerInfo
        {
            IsPastDue = isPastDue,
            ScheduleStatus = new ScheduleStatus
            {
                Last = before.UtcDateTime,
                Next = row.Next.UtcDateTime,
                LastUpdated = before.UtcDateTime,
            },
        };
        await using var scope = services.Scopes.CreateAsyncScope();
        await services.Invoker.InvokeAsync(new LocalFunctionContext(function, info, NoData, scope.ServiceProvider, abort));
    }

    private void Save(Database database) => TimerTable.Save(database, function.Name, row);
}

internal sealed record TimerServices(
    Store Store, TimeProvider Clock, FunctionInvoker Invoker, IServiceScopeFactory Scopes, WorkCounter Work, ILogger Logger);
