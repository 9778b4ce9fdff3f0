using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Ozg.Functions;
using Ozg.Hosting.BackOffice;
using Ozg.Hosting.DeskTokens;
using Ozg.Platform.Bus;
using Ozg.Platform.Delivery;

namespace Ozg.Hosting;

/// <summary>The app that this local host is for, with what stands in locally for its neighbours.</summary>
public static class OzgApp
{
    /// <summary>Adds the functions, the desk's tokens and the back-office stub; takes the settings of the folder or its repository.</summary>
    /// <param name="options">What to add to.</param>
    /// <param name="settingsFolder">Where to look for settings first.</param>
    public static void Configure(LocalHostOptions options, string settingsFolder)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.UseLocalSettings(settingsFolder);
        options.BusTopology = BusTopology.Ozg;
        options.AddFunctions(typeof(OzgFunctions).Assembly, builder => builder.AddOzgFunctions());
        options.MapEndpoints = endpoints =>
        {
            var clock = endpoints.ServiceProvider.GetRequiredService<TimeProvider>();
            endpoints.MapDeskTokens(new LocalIssuer(options.DataFolder, clock));
            var backOffices = endpoints.ServiceProvider.GetRequiredService<IOptions<BackOfficeOptions>>();
            endpoints.MapBackOffice(new DeliveryRecords(options.DataFolder), backOffices.Value.Secrets, clock);
        };
    }
}
