using static Ozg.Functions.Tests.Services.ServiceJourney;

namespace Ozg.Functions.Tests.Services;

/// <summary>Bookings of a collection on Monday, 29 June 2026.</summary>
internal static class BulkyWaste
{
    public const string Sperrmuell = "sperrmuell";

    public static async Task<ServiceJourney> BookAsync(string ags, string? register = null, string? found = null)
    {
        var journey = await StartAsync(ags, Sperrmuell);
        if (register is not null)
            await journey.RegisterAsync(register, found!);
        await journey.SubmitAsync(_ => true);
        return journey;
    }
}
