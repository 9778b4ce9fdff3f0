using Ozg.Core.Catalogue;
using Ozg.Core.Processes;
using Ozg.Tool.Drawing;

namespace Ozg.Tool.Guide;

/// <summary>The chapter of a Leistung.</summary>
internal static class Chapter
{
    public const string Pictures = "bilder/";

    public static string Of(Service service)
    {
        var (leistung, small, large) = (service.Leistung, service.Small, service.Large);
        return Template.Fill("leistung.md", new Dictionary<string, string>
        {
            ["name"] = Markdown.Plain(leistung.Name.De),
            ["description"] = Markdown.Plain(leistung.Description.De),
            ["glance"] = Glance(service),
            ["law"] = Say($"law.{leistung.Regime}"),
            ["picture"] = $"{Pictures}{service.Standard.Id}.svg",
            ["bpmn"] = $"{Pictures}{service.Standard.Id}.bpmn",
            ["steps"] = Telling.Steps(service.Standard),
            ["always"] = Say(service.Standard.HasClerks ? "always.clerks" : "always.automatic"),
            ["roles"] = Roles.Of(service),
            ["small"] = small.Kommune.Name,
            ["smallGroups"] = Groups(small.Kommune),
            ["large"] = large.Kommune.Name,
            ["largeGroups"] = Groups(large.Kommune),
            ["comparison"] = Comparison(service.Standard, small, large),
            ["smallPicture"] = $"{Pictures}{small.Drawn.Id}.svg",
            ["largePicture"] = $"{Pictures}{large.Drawn.Id}.svg",
            ["fields"] = FormFields.Sections(leistung.Form.Document),
            ["attachments"] = Attachments(leistung),
            ["documents"] = Duties.Documents(service),
            ["legalDeadlines"] = LegalDeadlines(leistung),
            ["processDeadlines"] = Duties.Deadlines(service),
            ["counting"] = Say($"counting.{leistung.Regime}"),
            ["appeal"] = service.Standard.Process.All().Any(step => step is Step.Issue) ? Say("appeal") : Say("appeal.none"),
            ["fees"] = string.Join("\n\n", [Fees(service), .. Refunds(service)]),
            ["privacy"] = Duties.Privacy(service),
            ["deviations"] = Deviations(service),
            ["checklist"] = Checklists.Of(service),
            ["open"] = Markdown.List(OpenPoints.Of(service), Say("open.none")),
        });
    }

    public static string Fee(Fee? fee) => fee is null ? Say("fee.none") : Markdown.Plain(fee.Text.De) + (fee.Sample ? Say("mark.sample") : "");

    private static string Glance(Service service) => Markdown.Table(
        [Say("glance.head"), Say("glance.value")],
        [
            [Say("glance.key"), Say($"key.{service.Leistung.LeikaKeyStatus}", service.Leistung.LeikaKey)],
            [Say("glance.law"), Say($"regime.{service.Leistung.Regime}")],
            [Say("glance.offered"), Say("glance.kommunen", service.Variants.Count, string.Join(", ", service.Variants.Select(variant => variant.Kommune.Name)))],
            [Say("glance.fee"), Fee(service.Leistung.Fee)],
        ],
        "");

    private static string Groups(KommuneEntry kommune) => Say(kommune.Groups.Count == 1 ? "groups.one" : "groups.many", kommune.Groups.Count);

    private static string Comparison(DrawnProcess standard, Variant small, Variant large) => Markdown.Table(
        [Say("compare.step"), Markdown.Plain(small.Kommune.Name), Markdown.Plain(large.Kommune.Name)],
        [
            [Say("compare.responsible"), Markdown.Plain(small.Offer.Plan.Authority), Markdown.Plain(large.Offer.Plan.Authority)],
            .. Telling.SideBySide(standard, small.Drawn, large.Drawn),
            [Say("glance.fee"), Fee(small.Offer.Fee), Fee(large.Offer.Fee)],
        ],
        "");

    private static string Attachments(Leistung leistung) => Markdown.Table(
        [Say("file.head"), Say("file.when"), Say("form.need"), Say("file.limit")],
        leistung.Attachments.Select(kind => (string[])
        [
            Markdown.Plain(kind.Label.De), Markdown.Plain(kind.Description.De), Say(kind.RequiredWhen is null ? "need.no" : "need.described"),
            Say("file.size", string.Join(", ", kind.MediaTypes.Select(type => type.Split('/')[1].ToUpperInvariant())), kind.MaxBytes / 1024 / 1024),
        ]),
        Say("file.none"));

    private static string LegalDeadlines(Leistung leistung) => Markdown.Table(
        [Say("deadline.head"), Say("deadline.source")],
        leistung.Deadlines.Select(deadline => (string[])[Markdown.Plain(deadline.Text.De), Markdown.Plain(deadline.Source) + (deadline.Sample ? Say("mark.sample") : "")]),
        Say("deadline.none"));

    private static string Fees(Service service) => Markdown.Table(
        [Say("fee.head"), Say("fee.text")],
        service.Variants.Where(variant => variant.Offer.Fee != service.Leistung.Fee)
            .Select(variant => (string[])[Markdown.Plain(variant.Kommune.Name), Fee(variant.Offer.Fee)])
            .Prepend([Say("fee.standard"), Fee(service.Leistung.Fee)]),
        "");

    private static IEnumerable<string> Refunds(Service service) =>
        service.Standard.Process.All().OfType<Step.Pay>().Select(pay => pay.RefundTo).OfType<string>().Distinct()
            .Select(treasury => Say("fee.refund", Markdown.Plain(service.Standard.Terms.Thing(treasury))));

    private static string Deviations(Service service)
    {
        var chapters = service.Variants.Select(variant => (variant.Kommune.Name, Changes: Changes(service, variant))).ToList();
        var same = chapters.Where(chapter => chapter.Changes.Count == 0).Select(chapter => chapter.Name).ToList();
        return string.Join("\n\n", chapters.Where(chapter => chapter.Changes.Count > 0)
            .GroupBy(chapter => Markdown.List(chapter.Changes, ""), StringComparer.Ordinal) // whoever does it alike is told once
            .Select(alike => $"### {Markdown.Plain(string.Join(", ", alike.Select(chapter => chapter.Name)))}\n\n{alike.Key}")
            .Concat(same.Count > 0 ? [Say("change.none", string.Join(", ", same))] : []));
    }

    private static List<string> Changes(Service service, Variant variant) =>
    [
        .. variant.Offer.Responsible is { } responsible ? [Say("change.responsible", Markdown.Plain(responsible.Name))] : Array.Empty<string>(),
        .. Telling.Changes(service.Standard, variant.Drawn),
        .. variant.Offer.Fee == service.Leistung.Fee ? Array.Empty<string>() : [Say("change.fee", Fee(variant.Offer.Fee))],
    ];

    private static string Say(string key, params object[] values) => Words.Say(key, values);
}
