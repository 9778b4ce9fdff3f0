using System.Diagnostics;

namespace Ozg.Browser.Tests;

/// <summary>Finds a browser, or installs one where that is possible: Playwright's own would have to be downloaded.</summary>
internal static class Chromium
{
    private const string Setting = "OZG_CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome", "msedge"];

    /// <returns>The path of a Chromium, Chrome or Edge.</returns>
    /// <exception cref="InvalidOperationException">There is none; the message says what to do.</exception>
    public static async Task<string> FindAsync()
    {
        if (Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } set)
            return File.Exists(set) ? set : throw new InvalidOperationException($"{Setting} is {set}, and there is no such file.");
        if (OnPath(Names) is { } found)
            return found;

        if (Environment.IsPrivilegedProcess && OnPath(["apt-get"]) is { } aptGet)
        {
            await RunAsync(aptGet, "update");
            await RunAsync(aptGet, "install", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300", "chromium");
        }

        return OnPath(Names) ?? throw new InvalidOperationException(
            $"The browser tests need a Chromium: install it (Debian: apt-get install chromium), or set {Setting} to the path of a Chromium, Chrome or Edge.");
    }

    private static string? OnPath(string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name + suffix))).FirstOrDefault(File.Exists);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"The browser tests need a Chromium, and '{program} {string.Join(' ', arguments)}' failed; install one, or set {Setting}.\n"
                + await output + await errors);
        }
    }
}
