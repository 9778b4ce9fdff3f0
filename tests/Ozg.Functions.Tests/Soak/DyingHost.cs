namespace Ozg.Functions.Tests.Soak;

/// <summary>A host that dies again and again. Whoever talks to it loses the connection, waits for the next life and says it again.</summary>
internal sealed class DyingHost(string folder, IReadOnlyDictionary<string, string> settings, CancellationToken stop) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly List<HostProcess> _lives = [];
    private volatile TaskCompletionSource<HostProcess> _alive = New();
    private int _lost;

    /// <summary>How often somebody lost the connection in the middle of a request, or found nobody.</summary>
    public int Lost => _lost;

    /// <summary>Begins a life; those who wait for it are let in when it is ready.</summary>
    public HostProcess Begin()
    {
        var process = HostProcess.Begin(folder, settings);
        _lives.Add(process);
        return process;
    }

    public async Task WhenReadyAsync()
    {
        await _lives[^1].WhenReadyAsync();
        _alive.SetResult(_lives[^1]);
    }

    public async Task KillAsync()
    {
        if (_alive.Task.IsCompleted)
            _alive = New();
        await _lives[^1].KillAsync();
    }

    public async Task<T> TalkAsync<T>(Func<HttpClient, Task<T>> talk)
    {
        while (true)
        {
            try
            {
                return await talk((await _alive.Task.WaitAsync(stop)).Http);
            }
            catch (Exception lost) when (lost is HttpRequestException { StatusCode: null } or IOException)
            {
                Interlocked.Increment(ref _lost);
            }

            await Task.Delay(Pause, stop);
        }
    }

    public void Dispose() => _lives.ForEach(life => life.Dispose());

    private static TaskCompletionSource<HostProcess> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
