using System.Globalization;
using System.Security.Cryptography;
using Ozg.Platform.Catalogue;

namespace Ozg.Benchmarks;

/// <summary>
/// What it takes to read, check and compose the whole catalogue, as every start of the app does; yardstick: to read the same files and
/// hash them. Processor time, so that what else runs on the machine does not count.
/// </summary>
internal static class CatalogueSpeed
{
    private const int Times = 10;
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "catalogue");
    private static readonly DateOnly Today = new(2026, 11, 23);

    public static string Run()
    {
        var catalogue = CatalogueFolder.Load(Folder, Today);
        var first = Environment.CpuUsage.TotalTime; // of the process so far: the code compiled on the way counts too
        var load = Milliseconds(() => CatalogueFolder.Load(Folder, Today));
        var hash = Milliseconds(() =>
        {
            foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
                SHA256.HashData(File.ReadAllBytes(file));
        });
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {catalogue.Kommunen.Count} | {catalogue.Kommunen.Sum(kommune => kommune.Offers.Count)} | {first.TotalMilliseconds:0} ms | {load:0} ms | {hash:0.0} ms | {load / hash:0} |");
    }

    private static double Milliseconds(Action once)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var time = 0; time < Times; time++)
            once();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Times;
    }
}
