using Ozg.Hosting;

namespace Ozg.Benchmarks;

/// <summary>A local host that runs <see cref="BenchFunctions"/> in a new folder beside the others of this run.</summary>
internal static class BenchHost
{
    public static Task<LocalHost> StartAsync(string folder) => LocalHost.StartAsync(options =>
    {
        options.Port = 0;
        options.DataFolder = Path.Combine(folder, Guid.NewGuid().ToString("n"));
        options.StartAzurite = false;
        options.AddFunctions(typeof(BenchFunctions).Assembly);
    });
}
