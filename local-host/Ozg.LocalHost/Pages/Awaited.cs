using Ozg.Hosting.Durable;

namespace Ozg.Hosting.Pages;

/// <summary>
/// The events that an orchestrator waits for. The history does not have them: the code is asked, by a replay of its own that
/// leads to nothing else. So it is the same after a restart, and whether or not the orchestration is in memory.
/// </summary>
/// <param name="Events">A name for each wait.</param>
/// <param name="Kept">Events that have come and that the code has not asked for.</param>
/// <param name="Note">Why it cannot be told; null: it can.</param>
internal sealed record Awaited(IReadOnlyList<string> Events, IReadOnlyList<string> Kept, string? Note)
{
    private static readonly Awaited Nothing = new([], [], null);

    public static async Task<Awaited> OfAsync(
        DurableFunctions functions, Instance instance, IReadOnlyList<HistoryEvent> history, CancellationToken cancellationToken)
    {
        if (instance.IsEnded || history.Count == 0)
            return Nothing;

        await using var code = functions.Load(instance, cancellationToken);
        if (code is null)
            return Nothing with { Note = $"The app has no orchestrator called '{instance.Name}'." };

        try
        {
            code.Replay(history);
            return new(code.AwaitedEvents, code.KeptEvents, null);
        }
        catch (NonDeterministicOrchestrationException changed)
        {
            return Nothing with { Note = changed.Message };
        }
    }
}
