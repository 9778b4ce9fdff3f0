using System.Diagnostics;
using System.Text.RegularExpressions;
using Ozg.Hosting;

namespace Ozg.Functions.Tests;

/// <summary>The local host as a process of its own, to be killed without warning.</summary>
internal sealed partial class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private HostProcess(Process process, Uri address)
    {
        _process = process;
        Http = new() { BaseAddress = address };
    }

    public HttpClient Http { get; }

    public static async Task<HostProcess> StartAsync(string dataFolder, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LocalHost).Assembly.Location, "--port", "0", "--data", dataFolder, "--no-azurite"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (key, value) in settings)
            start.Environment[key] = value;

        var (process, ready, said) = (new Process { StartInfo = start }, new TaskCompletionSource<Uri>(), new List<string>());
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            return new(process, await ready.Task.WaitAsync(Patience));
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw new TimeoutException($"The host was not ready in time. It said:\n{string.Join('\n', said)}");
        }

        void Hear(string? line)
        {
            lock (said)
                said.Add(line ?? "");
            if (line is not null && ReadyLine().Match(line) is { Success: true } match)
                ready.TrySetResult(new(match.Groups["url"].Value));
        }
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

    [GeneratedRegex(@"^Ready: (?<url>http://\S+?)/?[ ,]")]
    private static partial Regex ReadyLine();
}
