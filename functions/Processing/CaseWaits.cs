using Microsoft.DurableTask;
using Ozg.Core.Cases;

namespace Ozg.Functions.Processing;

/// <summary>
/// What a case waits for at the same time: somebody's act, the effect that is being carried out, and its deadline. An effect that
/// fails for days keeps neither the applicant from withdrawing nor a deadline from passing.
/// </summary>
internal sealed class CaseWaits(TaskOrchestrationContext context) : IDisposable
{
    private Task<Happened>? _outside;
    private Task<Happened>? _effect;
    private Task? _late;
    private DateTimeOffset? _lateAt;
    private CancellationTokenSource? _stopLate;

    /// <summary>Whether an effect is being carried out; the next one begins when it is done.</summary>
    public bool HasEffect => _effect is not null;

    /// <summary>Waits for an effect too.</summary>
    public void For(Task<Happened> effect) => _effect = effect;

    /// <summary>What comes first; of what has come already, what people did goes before what the process does.</summary>
    /// <param name="deadline">When time itself is an event; null: never.</param>
    public async Task<CaseEvent> NextAsync(DateTimeOffset? deadline)
    {
        // The wait goes on from turn to turn: a given-up one would swallow the next event that comes.
        _outside ??= context.WaitForExternalEvent<Happened>(ProcessApplication.EventName);
        Expect(deadline);
        await Task.WhenAny(new[] { _outside, _effect, _late }.OfType<Task>());
        if (_outside.IsCompleted)
            return (await Taken(ref _outside)).Event;
        return _effect is { IsCompleted: true } ? (await Taken(ref _effect)).Event : new CaseEvent.DeadlinePassed { At = deadline!.Value };
    }

    /// <summary>An unfired timer would keep the finished case running until it expires.</summary>
    public void Dispose()
    {
        _stopLate?.Cancel();
        _stopLate?.Dispose();
    }

    // One timer for one deadline: most effects leave it as it was.
    private void Expect(DateTimeOffset? deadline)
    {
        if (deadline == _lateAt && _late is null or { IsCompleted: false })
            return;

        Dispose();
        (_late, _lateAt, _stopLate) = (null, deadline, null);
        if (deadline is { } moment)
        {
            _stopLate = new CancellationTokenSource();
            _late = context.CreateTimer(moment.UtcDateTime, _stopLate.Token);
        }
    }

    private static Task<Happened> Taken(ref Task<Happened>? wait)
    {
        var taken = wait!;
        wait = null;
        return taken;
    }
}
