using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Services;

/// <summary>Applications for a resident's parking permit, and how far they have come.</summary>
internal static class ParkingPermit
{
    public const string Permit = "bewohnerparkausweis";

    public static readonly Func<JsonNode, bool> Standard = example => (string?)example["fahrzeug"]!["kennzeichen"] == "DA-XX 1";
    public static readonly Func<JsonNode, bool> AnothersCar = example => !(bool)example["fahrzeug"]!["halterIstAntragsteller"]!;
    public static readonly Func<JsonNode, bool> OwnSpace = example => (bool)example["parken"]!["privaterStellplatz"]!;

    /// <summary>An application that waits for what comes first: in the city the money, in a small town the money after a clerk's yes.</summary>
    public static async Task<ServiceJourney> SubmittedAsync(Func<JsonNode, bool>? like = null, string ags = Darmstadt)
    {
        var journey = await ServiceJourney.StartAsync(ags, Permit);
        await journey.SubmitAsync(like ?? Standard);
        if (ags == ServiceJourney.OberRamstadt)
            await journey.DecideAsync("ordnungsamt");
        return journey;
    }
}
