namespace Ozg.Hosting.Emulator;

/// <summary>Lets one process at a time do something. The operating system lets go of it when the process ends.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <param name="file">What stands for it.</param>
    /// <param name="waiting">Called once, if somebody else has it.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LocalHostException">Somebody else had it for too long.</exception>
    public static async Task<IDisposable> TakeAsync(
        string file, Action waiting, TimeSpan patience, CancellationToken cancellationToken)
    {
        var end = TimeProvider.System.GetUtcNow() + patience;
        for (var first = true; ; first = false)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException taken) when (TimeProvider.System.GetUtcNow() >= end)
            {
                throw new LocalHostException(
                    $"Another process holds {file} for {patience.TotalMinutes:0} minutes. End it, and start again.", taken);
            }
            catch (IOException)
            {
                if (first)
                    waiting();
            }

            await Task.Delay(Interval, cancellationToken);
        }
    }
}
