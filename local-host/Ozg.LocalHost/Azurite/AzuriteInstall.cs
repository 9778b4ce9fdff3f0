using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace Ozg.Hosting.Emulator;

/// <summary>Installs Azurite from npm, once per machine and pinned version.</summary>
internal static class AzuriteInstall
{
    private static readonly string[] Files = ["package.json", "package-lock.json", ".npmrc"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static string Source => Path.Combine(AppContext.BaseDirectory, "azurite");

    /// <summary>The script that runs Azurite as a child of this process.</summary>
    public static string Script => Path.Combine(Source, "run.js");

    /// <returns>The folder that Azurite is installed in.</returns>
    /// <exception cref="LocalHostException">npm is missing or failed.</exception>
    public static async Task<string> EnsureAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var target = Target();
        if (Directory.Exists(target))
            return target;

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var alone = await FileLock.TakeAsync(
            target + ".lock",
            () => progress.WriteLine("Another process is installing Azurite; waiting for it."),
            Patience,
            cancellationToken);
        if (!Directory.Exists(target))
            await InstallAsync(target, progress, cancellationToken);
        return target;
    }

    private static string Target()
    {
        var lockFile = File.ReadAllBytes(Path.Combine(Source, "package-lock.json"));
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Source, "package.json")));
        var version = package.RootElement.GetProperty("dependencies").GetProperty("azurite").GetString();
        var home = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        return Path.Combine(
            home.Length > 0 ? home : Path.GetTempPath(),
            "ozg-local-host",
            $"azurite-{version}-{Convert.ToHexStringLower(SHA256.HashData(lockFile))[..12]}");
    }

    private static async Task InstallAsync(string target, TextWriter progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        progress.WriteLine($"Installing Azurite, the storage emulator, once for this machine: {target}");

        // Into a folder of its own, renamed when complete: an interrupted installation is never taken for one.
        var unfinished = target + ".unfinished";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished);
        foreach (var file in Files)
            File.Copy(Path.Combine(Source, file), Path.Combine(unfinished, file));

        using (new Timer(_ => progress.WriteLine($"  … {watch.Elapsed.TotalSeconds:0} s"), null, 10_000, 10_000))
            await RunNpmAsync(unfinished, cancellationToken);

        Directory.Move(unfinished, target);
        progress.WriteLine($"Installed Azurite in {watch.Elapsed.TotalSeconds:0} s.");
    }

    private static async Task RunNpmAsync(string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Scripts of packages are not needed, and not run.
        foreach (var argument in (string[])["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
            start.ArgumentList.Add(argument);

        using var npm = Start(start);
        var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = npm.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await npm.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            throw;
        }

        if (npm.ExitCode == 0)
            return;

        var lines = $"{await output}\n{await errors}".Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(12);
        throw new LocalHostException(
            "npm could not install Azurite. Check that npm reaches its registry, or start with --no-azurite. npm said:\n"
            + string.Join('\n', lines));
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
                "npm was not found. Install Node.js 20 or newer (https://nodejs.org), which brings it, or start with "
                + "--no-azurite and set AzureWebJobsStorage to a storage account.",
                missing);
        }
    }
}
