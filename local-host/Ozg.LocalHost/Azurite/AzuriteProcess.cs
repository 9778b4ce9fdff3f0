using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Ozg.Hosting.Emulator;

/// <summary>The process. It ends itself when the pipe on its standard input closes, so also when this process is killed.</summary>
internal sealed partial class AzuriteProcess : IAsyncDisposable
{
    private const string PortOption = "--azurite-port";

    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SaveTime = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly bool _inMemory;

    private AzuriteProcess(Process process, bool inMemory, AzuritePorts ports)
    {
        _process = process;
        _inMemory = inMemory;
        Ports = ports;
    }

    public AzuritePorts Ports { get; }

    /// <exception cref="LocalHostException">A port is taken, or it did not start.</exception>
    public static async Task<AzuriteProcess> StartAsync(string installed, AzuriteOptions options, CancellationToken cancellationToken)
    {
        if (options.Folder is not null)
            await LeftoverProcess.WaitForEndAsync(options.Folder, cancellationToken);
        foreach (var offset in options.Port == 0 ? [] : Enumerable.Range(0, 3))
            Composition.Ports.EnsureFree(options.Port + offset, "Azurite", PortOption);

        var process = Start(StartInfo(installed, options));
        try
        {
            var ports = await ListeningAsync(process, cancellationToken);
            if (options.Folder is not null)
                LeftoverProcess.Remember(options.Folder, process);
            return new AzuriteProcess(process, options.InMemory, ports);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_inMemory)
            _process.Kill();
        else
            _process.StandardInput.Close();

        using var time = new CancellationTokenSource(SaveTime);
        try
        {
            await _process.WaitForExitAsync(time.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static ProcessStartInfo StartInfo(string installed, AzuriteOptions options)
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OZG_AZURITE_FOLDER"] = installed;
        start.Environment["AZURITE_ACCOUNTS"] = AzuriteAccounts.Declaration(options.Accounts);
        start.ArgumentList.Add(AzuriteInstall.Script);
        foreach (var (service, offset) in (ReadOnlySpan<(string, int)>)[("blob", 0), ("queue", 1), ("table", 2)])
        {
            start.ArgumentList.Add($"--{service}Port");
            start.ArgumentList.Add($"{(options.Port == 0 ? 0 : options.Port + offset)}");
        }

        foreach (var flag in (ReadOnlySpan<string>)["--silent", "--skipApiVersionCheck", "--disableTelemetry"])
            start.ArgumentList.Add(flag);
        if (options.InMemory)
        {
            start.ArgumentList.Add("--inMemoryPersistence");
        }
        else
        {
            start.ArgumentList.Add("--location");
            start.ArgumentList.Add(options.Folder ?? throw new ArgumentException("A folder is needed unless in memory.", nameof(options)));
        }

        return start;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new LocalHostException(
                "Node.js was not found. Install Node.js 20 or newer (https://nodejs.org), or start with --no-azurite and set "
                + "AzureWebJobsStorage to a storage account.",
                missing);
        }
    }

    /// <summary>Waits until all three services listen; keeps reading after that, or the process would block in the end.</summary>
    private static async Task<AzuritePorts> ListeningAsync(Process process, CancellationToken cancellationToken)
    {
        var said = new ConcurrentQueue<string>();
        var ports = new ConcurrentDictionary<string, int>();
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Hear(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null || listening.Task.IsCompleted)
                return;

            said.Enqueue(line.Data);
            if (ListeningLine().Match(line.Data) is { Success: true } match)
                ports[match.Groups[1].Value] = int.Parse(match.Groups[2].Value, provider: null);
            if (ports.Count == 3)
                listening.TrySetResult();
        }

        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(StartTime);
        await Task.WhenAny(listening.Task, process.WaitForExitAsync(time.Token));
        cancellationToken.ThrowIfCancellationRequested();
        return listening.Task.IsCompletedSuccessfully
            ? new AzuritePorts(ports["Blob"], ports["Queue"], ports["Table"])
            : throw new LocalHostException($"Azurite did not start. It said:\n{string.Join('\n', said.TakeLast(12))}");
    }

    [GeneratedRegex(@"^Azurite (\w+) service is successfully listening at http://[^:]+:(\d+)")]
    private static partial Regex ListeningLine();
}
