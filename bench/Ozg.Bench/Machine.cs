using System.Globalization;
using System.Runtime.InteropServices;

namespace Ozg.Benchmarks;

/// <summary>What it ran on; nothing that tells whose it is.</summary>
internal static class Machine
{
    public static string Describe(string folder) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores ({Processor()}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30)} GiB of memory, "
        + $"{RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}, {new DriveInfo(folder).DriveFormat} disk");

    /// <summary>Whether the machine was ours alone: processes that ran or waited to run, on average of the last minute.</summary>
    public static string Load()
    {
        const string Source = "/proc/loadavg";
        return File.Exists(Source) ? File.ReadAllText(Source).Split(' ')[0] : "unknown";
    }

    private static string Processor()
    {
        const string Source = "/proc/cpuinfo";
        var line = File.Exists(Source) ? File.ReadLines(Source).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':')[1].Trim() ?? "unknown";
    }
}
