using static Ozg.Functions.Tests.Pipeline;
using static Ozg.Functions.Tests.Services.ServiceJourney;

namespace Ozg.Functions.Tests.Services;

/// <summary>Applications to use a street, and how far they have come.</summary>
internal static class StreetUse
{
    public const string Modautal = "06432013";

    public static readonly string[] SixOffices = ["ordnungsamt", "mobilitaet", "gruenflaechen", "feuerwehr", "stadtplanung", "nahverkehr"];
    public static readonly string[] FourOffices = ["ordnungsamt", "gruenflaechen", "feuerwehr", "stadtplanung"];

    public static async Task<IEnumerable<string>> OpinionsAsync(ServiceJourney journey) =>
        (await journey.FileAsync())["opinions"]!.AsArray().Select(opinion => $"{opinion!["group"]} {opinion["answer"]} {(bool)opinion["silent"]!}");

    // A crane and a closed street for two days.
    public static async Task<ServiceJourney> CloseStreetAsync(string ags)
    {
        var journey = await StartAsync(ags, "sondernutzung");
        await journey.SubmitAsync(example => (string)example["nutzung"]!["art"]! == "kran", attachments: ["lageplan", "versicherung", "verkehrszeichenplan"]);
        return journey;
    }

    // Tables and chairs for a month, in the city.
    public static async Task<ServiceJourney> ServeOutdoorsAsync()
    {
        var journey = await StartAsync(Darmstadt, "sondernutzung");
        await journey.SubmitAsync(example => (string)example["nutzung"]!["art"]! == "aussengastronomie", attachments: "lageplan");
        return journey;
    }

    public static async Task<ServiceJourney> ObjectedAsync()
    {
        var journey = await ServeOutdoorsAsync();
        await journey.DecideAsync("feuerwehr", "object", "Der Fluchtweg wird zugestellt.");
        foreach (var office in FourOffices.Except(["feuerwehr"]))
            await journey.DecideAsync(office, "notConcerned");
        Assert.Contains("feuerwehr object False", await OpinionsAsync(journey));
        return journey;
    }

    // Tables and chairs in the city, which the fire brigade wants to be kept clear.
    public static async Task<ServiceJourney> AgreedOutdoorsAsync()
    {
        var journey = await ServeOutdoorsAsync();
        await journey.DecideAsync("feuerwehr", "agreeWithConditions", "Der Fluchtweg bleibt frei.");
        foreach (var office in FourOffices.Except(["feuerwehr"]))
            await journey.DecideAsync(office, "agree");
        return journey;
    }

    // The permit is there, until its end.
    public static async Task<ServiceJourney> PermittedAsync(string ags)
    {
        var journey = ags == Darmstadt ? await AgreedOutdoorsAsync() : await AssessedAsync(ags);
        await journey.DecideAsync(ags == Darmstadt ? "tiefbau" : "gemeindeverwaltung");
        await (ags == Darmstadt ? journey.DecideAsync("tiefbau", clerk: "carla") : journey.DecideAsync("bauamt", clerk: "vera", ags: Modautal));
        await journey.PayAsync();
        return journey;
    }

    public static async Task RefusedAsync(HttpResponseMessage answer, System.Net.HttpStatusCode status, string code, string? pointer = null)
    {
        using (answer)
        {
            var problem = await JsonOf(answer, status);
            Assert.EndsWith($"/{code}", (string)problem["type"]!, StringComparison.Ordinal);
            if (pointer is not null)
                Assert.Equal(pointer, (string?)problem["errors"]![0]!["pointer"]);
        }
    }

    // An information stand for a day, on which every office has said yes.
    public static async Task<ServiceJourney> AssessedAsync(string ags)
    {
        var journey = await StartAsync(ags, "sondernutzung");
        await journey.SubmitAsync(example => (string)example["nutzung"]!["art"]! == "infostand");
        foreach (var office in await journey.DesksAsync())
            await journey.DecideAsync(office, "agree");
        return journey;
    }
}
