using Microsoft.AspNetCore.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Ozg.Hosting.Composition;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting;

/// <summary>Runs an app's functions in this process: HTTP, durable orchestrations, Service Bus and timers.</summary>
public sealed class LocalHost : IAsyncDisposable
{
    // Long enough for a function that is about to finish; somebody at a terminal waits for this.
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AbortTime = TimeSpan.FromSeconds(5);

    private readonly WebApplication _web;
    private readonly HostParts _parts;
    private bool _stopped;

    private LocalHost(WebApplication web, Uri address, HostParts parts)
    {
        _web = web;
        _parts = parts;
        BaseAddress = address;
    }

    /// <summary>Where the app answers, <c>http://localhost:&lt;port&gt;</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Starts, asks and stops orchestrations.</summary>
    public DurableTaskClient Durable => Services.GetRequiredService<DurableTaskClient>();

    internal Store Store => _parts.Store!;

    /// <summary>The app's services.</summary>
    public IServiceProvider Services => _web.Services;

    /// <summary>Starts a host; when the task completes, it answers and works.</summary>
    /// <param name="configure">Says what it runs, and where.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="LocalHostException">Something the user can put right; the message says what.</exception>
    public static async Task<LocalHost> StartAsync(
        Action<LocalHostOptions> configure, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new LocalHostOptions();
        configure(options);

        var parts = new HostParts();
        try
        {
            var (web, address) = await HostBuilder.StartAsync(options, parts, cancellationToken);
            return new LocalHost(web, address, parts);
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Completes when nothing is left to do: no turn, activity, due timer, deliverable message or running function.
    /// </summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            _parts.RingDue(); // The clock may have reached something and not said so yet.
            if (_parts.Work.IsIdle)
                return;

            await _parts.Work.WhenIdleAsync(cancellationToken);
        }
    }

    /// <summary>Takes nothing new in, finishes what runs (within 30 seconds) and closes.</summary>
    /// <param name="cancellationToken">Gives up finishing; what has not finished is taken up by the next host.</param>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_stopped)
            return;

        _parts.StopTaking();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(DrainTime);
        await _web.StopAsync(time.Token);
        await _parts.WhenStoppedAsync(time.Token);
        await DisposeAsync();
    }

    /// <summary>Closes at once, as if the process ended: what runs is left, and taken up by the next host.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopped)
            return;

        _stopped = true;
        _parts.Abort();
        await _web.StopAsync(new CancellationToken(canceled: true));
        using var time = new CancellationTokenSource(AbortTime);
        await _parts.WhenStoppedAsync(time.Token);
        await _parts.DisposeAsync();
    }
}
