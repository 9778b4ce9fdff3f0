using Ozg.Core.Catalogue;

namespace Ozg.Tool.Guide;

/// <summary>The chapter about the programme: who takes part, and how they share their processes.</summary>
internal static class Programme
{
    private static readonly string[] Terms =
        ["ags", "bescheid", "fachverfahren", "ikz", "kommune", "leika", "leistung", "arbeitstag", "ozg", "standard", "vieraugen", "werktag"];

    public static string Of(Catalogue catalogue, IReadOnlyList<Service> services) => Template.Fill("programm.md", new Dictionary<string, string>
    {
        ["kommuneCount"] = $"{catalogue.Kommunen.Count}",
        ["serviceCount"] = $"{services.Count}",
        ["services"] = Markdown.Table(
            [Words.Say("programme.service"), Words.Say("glance.key"), Words.Say("programme.offered")],
            services.Select(service => (string[])
            [
                $"[{Markdown.Plain(service.Leistung.Name.De)}]({service.Leistung.Id}.md)",
                Words.Say($"key.{service.Leistung.LeikaKeyStatus}", service.Leistung.LeikaKey),
                Words.Say("programme.count", service.Variants.Count, catalogue.Kommunen.Count),
            ]),
            Words.Say("programme.noService")),
        ["kommunen"] = Markdown.Table(
            [Words.Say("programme.kommune"), Words.Say("programme.ags"), Words.Say("programme.groups"), Words.Say("programme.offers")],
            catalogue.Kommunen.Select(kommune => (string[])
            [
                Markdown.Plain(kommune.Name), kommune.Ags.Value, $"{kommune.Groups.Count}",
                Offered(kommune, services),
            ]),
            ""),
        ["clusters"] = Markdown.List(
            catalogue.Clusters.Select(cluster => Words.Say(
                "programme.cluster", Markdown.Plain(cluster.Name),
                string.Join(", ", cluster.Members.Select(member => catalogue.Kommune(member) is { Succeeded: true } found ? found.Value.Name : member.Value)))),
            Words.Say("programme.noCluster")),
        ["checklist"] = Checklists.OfProgramme(),
        ["glossary"] = Markdown.List(Terms.Select(term => Words.Say($"glossary.{term}")), ""),
        ["open"] = string.Join("\n\n", services.Select(service => (service.Leistung.Name, Points: OpenPoints.Of(service).ToList())).Where(service => service.Points.Count > 0)
            .Select(service => $"### {Markdown.Plain(service.Name.De)}\n\n{Markdown.List(service.Points, "")}")) is { Length: > 0 } open ? open : Words.Say("open.none"),
    });

    /// <summary>What is missing, where that is less to read than what is there.</summary>
    private static string Offered(KommuneEntry kommune, IReadOnlyList<Service> services)
    {
        var (there, missing) = (Names(true), Names(false));
        return missing.Count == 0 ? Words.Say("programme.all", there.Count)
            : missing.Count < there.Count ? Words.Say("programme.allBut", string.Join(", ", missing))
            : string.Join(", ", there);

        List<string> Names(bool offered) =>
            [.. services.Where(service => kommune.Offers.Any(offer => offer.Leistung.Id == service.Leistung.Id) == offered).Select(service => Markdown.Plain(service.Leistung.Name.De))];
    }
}
