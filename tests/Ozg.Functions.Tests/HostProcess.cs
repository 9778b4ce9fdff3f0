using System.Diagnostics;
using System.Text.RegularExpressions;
using Ozg.Hosting;

namespace Ozg.Functions.Tests;

/// <summary>The local host as a process of its own, to be killed without warning.</summary>
internal sealed partial class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _said = [];

    private HostProcess(ProcessStartInfo start)
    {
        _process = new() { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Speaks to it, once it is ready.</summary>
    public HttpClient Http { get; } = new();

    /// <summary>All that it has written so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return string.Join('\n', _said);
        }
    }

    /// <summary>Begins a host, and does not wait until it is ready.</summary>
    public static HostProcess Begin(string dataFolder, IReadOnlyDictionary<string, string> settings)
    {
        string[] storage = settings.ContainsKey("AzureWebJobsStorage") ? ["--no-azurite"] : ["--azurite-port", "0"];
        var start = new ProcessStartInfo("dotnet", [typeof(LocalHost).Assembly.Location, "--port", "0", "--data", dataFolder, .. storage])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        return new(start);
    }

    public static async Task<HostProcess> StartAsync(string dataFolder, IReadOnlyDictionary<string, string> settings)
    {
        var host = Begin(dataFolder, settings);
        try
        {
            await host.WhenReadyAsync();
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    public async Task WhenReadyAsync()
    {
        await Task.WhenAny(_ready.Task, _process.WaitForExitAsync(), Task.Delay(Patience));
        Http.BaseAddress ??= _ready.Task.IsCompletedSuccessfully
            ? await _ready.Task
            : throw new InvalidOperationException($"The host was not ready in time. It said:\n{Said}");
    }

    public async Task<int> WhenEndedAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>kill -9 of the host and of whatever it started.</summary>
    public async Task KillTreeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>kill -9: nothing is finished, nothing is written.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        Http.Dispose();
    }

    private void Hear(string? line)
    {
        lock (_said)
            _said.Add(line ?? "");
        if (line is not null && ReadyLine().Match(line) is { Success: true } match)
            _ready.TrySetResult(new(match.Groups["url"].Value));
    }

    [GeneratedRegex(@"^Ready: (?<url>http://\S+?)/?[ ,]")]
    private static partial Regex ReadyLine();
}
