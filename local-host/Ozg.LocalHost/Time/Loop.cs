namespace Ozg.Hosting.Time;

/// <summary>For loops that take work until they are told to stop.</summary>
internal static class Loop
{
    /// <returns>Null: stop.</returns>
    public static async ValueTask<T?> NextAsync<T>(Func<CancellationToken, ValueTask<T>> take, CancellationToken stop)
        where T : class
    {
        try
        {
            return stop.IsCancellationRequested ? null : await take(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
    }
}
