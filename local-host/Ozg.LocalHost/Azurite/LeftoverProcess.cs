using System.Diagnostics;
using System.Globalization;

namespace Ozg.Hosting.Emulator;

/// <summary>
/// The Azurite of a host that was killed: it ends by itself, but takes a moment to save, and holds its files and ports
/// as long.
/// </summary>
internal static class LeftoverProcess
{
    private const string FileName = "azurite.pid";

    private static readonly TimeSpan SaveTime = TimeSpan.FromSeconds(20);

    public static void Remember(string folder, Process process) => File.WriteAllText(
        Path.Combine(folder, FileName), string.Create(CultureInfo.InvariantCulture, $"{process.Id} {StartedAt(process)}"));

    public static async Task WaitForEndAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file) || Find(File.ReadAllText(file)) is not { } process)
            return;

        using (process)
        using (var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
        {
            time.CancelAfter(SaveTime);
            try
            {
                await process.WaitForExitAsync(time.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    // Another process may have its number by now, but not its start as well.
    private static Process? Find(string remembered)
    {
        var parts = remembered.Split(' ');
        try
        {
            var process = Process.GetProcessById(int.Parse(parts[0], CultureInfo.InvariantCulture));
            return StartedAt(process) == parts[1] ? process : null;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string StartedAt(Process process) =>
        process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
}
