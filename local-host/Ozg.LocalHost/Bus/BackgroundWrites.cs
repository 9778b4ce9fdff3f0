using Microsoft.Extensions.Logging;
using Ozg.Hosting.Storage;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Bus;

/// <summary>Writes that the clock asks for: nobody waits for them, but they are work for the host.</summary>
internal sealed class BackgroundWrites(Store store, WorkCounter work, ILogger<BackgroundWrites> logger)
{
    public ILogger Logger => logger;

    public void Begin(long sequence, string entity, Action<Database> write)
    {
        work.Begin();
        _ = RunAsync(sequence, entity, write);
    }

    private async Task RunAsync(long sequence, string entity, Action<Database> write)
    {
        try
        {
            await store.KeepAsync(logger, write);
        }
        catch (ObjectDisposedException)
        {
            // The host is closed; the next one finds the message as it lies.
        }
#pragma warning disable CA1031 // Nobody waits for this; what it was about is taken up after the next start.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            logger.NotMovedOn(sequence, entity, failure);
        }
        finally
        {
            work.End();
        }
    }
}
