using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Ozg.Platform.Catalogue;

namespace Ozg.Benchmarks;

/// <summary>
/// What it takes to read, check and compose the whole catalogue, as every start of the app does; yardstick: to read the same files and
/// hash them. By the clock, which is what a start waits for, and in processor time, so that what else runs on the machine does not count.
/// </summary>
internal static class CatalogueSpeed
{
    private const int Times = 10;
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "catalogue");
    private static readonly DateOnly Today = new(2026, 11, 23);

    public static string Run()
    {
        Core.Catalogue.Catalogue? catalogue = null;
        var first = Each(() => catalogue = CatalogueFolder.Load(Folder, Today), times: 1); // the code compiled on the way counts too
        var load = Each(() => CatalogueFolder.Load(Folder, Today));
        var hash = Each(() =>
        {
            foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
                SHA256.HashData(File.ReadAllBytes(file));
        });
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {catalogue!.Kommunen.Count} | {catalogue.Kommunen.Sum(kommune => kommune.Offers.Count)} | {first} | {load} | {hash.Processor:0.0} ms | {load.Processor / hash.Processor:0} |");
    }

    private static Taken Each(Action once, int times = Times)
    {
        var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        for (var time = 0; time < times; time++)
            once();
        return new(clock.Elapsed.TotalMilliseconds / times, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / times);
    }

    /// <summary>Milliseconds.</summary>
    private readonly record struct Taken(double Clock, double Processor)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Clock:0} ms | {Processor:0} ms");
    }
}
