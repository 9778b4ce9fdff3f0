using Microsoft.Extensions.Configuration;

namespace Ozg.Hosting;

/// <summary>Reads host.json; settings <c>AzureFunctionsJobHost__…</c> are stronger, as in Azure.</summary>
internal static class HostJson
{
    public static IConfiguration Read(LocalHostOptions options, IConfiguration settings)
    {
        var builder = new ConfigurationBuilder();
        foreach (var (assembly, _) in options.Apps)
        {
            var file = Path.Combine(Path.GetDirectoryName(assembly.Location)!, "host.json");
            builder.AddJsonFile(file, optional: true, reloadOnChange: false);
        }

        return builder.AddConfiguration(settings.GetSection("AzureFunctionsJobHost")).Build();
    }

    public static string RoutePrefix(IConfiguration hostJson) => hostJson["extensions:http:routePrefix"] ?? "api";
}
