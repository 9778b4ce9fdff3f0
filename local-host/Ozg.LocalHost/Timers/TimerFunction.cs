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

    private readonly Function _function;
    private readonly TimerTriggerAttribute _trigger;
    private readonly string _scheduleText;
    private readonly Schedule _schedule;
    private readonly TimerServices _services;
    private readonly Alarm<DateTimeOffset> _alarm;
    private TimerRow _row;
    private Task _running = Task.CompletedTask;
    private CancellationToken _stopTaking;
    private CancellationToken _abort;

    public TimerFunction(Function function, TimerTriggerAttribute trigger, string scheduleText, TimerServices services)
    {
        _function = function;
        _trigger = trigger;
        _scheduleText = scheduleText;
        _services = services;
        _schedule = Schedule.Parse(scheduleText, function.Name);
        _alarm = new Alarm<DateTimeOffset>(services.Clock, _ => Begin(isPastDue: false));
        _row = new TimerRow(scheduleText, null, _schedule.Next(services.Clock.GetUtcNow()));
    }

    public async Task StartAsync(CancellationToken stopTaking, CancellationToken abort)
    {
        _stopTaking = stopTaking;
        _abort = abort;
        var known = _services.Store.Read(database => TimerTable.Find(database, _function.Name));
        if (_trigger.UseMonitor && known?.Schedule == _scheduleText)
            _row = known;
        else
            await _services.Store.WriteAsync(Save); // at the start somebody waits to be told

        // What was missed while no host ran comes first; a run at the start makes up for it, too.
        var isPastDue = _row.Next < _services.Clock.GetUtcNow();
        if (isPastDue || _trigger.RunOnStartup)
            Begin(isPastDue);
        else
            _alarm.Set(_row.Next, _row.Next);
    }

    public void RingDue() => _alarm.RingDue();

    public Task WhenStoppedAsync() => _running;

    public void Dispose() => _alarm.Dispose();

    private void Begin(bool isPastDue)
    {
        if (_stopTaking.IsCancellationRequested)
            return;

        _services.Work.Begin();
        var now = _services.Clock.GetUtcNow();
        _running = Task.Run(() => RunAsync(isPastDue, now), CancellationToken.None);
    }

    private async Task RunAsync(bool isPastDue, DateTimeOffset now)
    {
        var before = _row.Last ?? default;
        _row = _row with { Last = now, Next = _schedule.Next(now) };

        // Saved when it has run: a host that ends before finds this run missing, and the next one makes up for it.
        await GuardAsync(() => InvokeAsync(isPastDue, before));
        if (!_abort.IsCancellationRequested)
            await GuardAsync(() => _services.Store.KeepAsync(_services.Logger, Save));
        _alarm.Set(_row.Next, _row.Next);
        _services.Work.End();
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
            if (!_abort.IsCancellationRequested)
                _services.Logger.TimerFailed(_function.Name, failure);
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
                Next = _row.Next.UtcDateTime,
                LastUpdated = before.UtcDateTime,
            },
        };
        await using var scope = _services.Scopes.CreateAsyncScope();
        await _services.Invoker.InvokeAsync(new LocalFunctionContext(_function, info, NoData, scope.ServiceProvider, _abort));
    }

    private void Save(Database database) => TimerTable.Save(database, _function.Name, _row);
}

internal sealed record TimerServices(
    Store Store, TimeProvider Clock, FunctionInvoker Invoker, IServiceScopeFactory Scopes, WorkCounter Work, ILogger Logger);
