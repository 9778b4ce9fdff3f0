using System.Text.Json;
using Ozg.Core.Catalogue;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using Ozg.Core.Tests.Forms;

namespace Ozg.Core.Tests.Catalogue;

/// <summary>A small Leistung with a sound process, and a Kommune that offers it as it is.</summary>
internal static class ArrangeCatalogue
{
    public static readonly Ags Musterstadt = new("06411000");

    public static IReadOnlyList<Step> Steps() =>
    [
        new Step.Check { Id = "check" },
        new Step.Approve { Id = "assess", Group = "amt", DueInWorkingDays = 14, FourEyesWhen = "teuer" },
        new Step.Issue { Id = "issue", Document = "bescheid", On = Verdict.Approved },
        new Step.Deliver { Id = "deliver", Target = "kasse", On = Verdict.Approved },
        new Step.Notify { Id = "notify", Message = "nachricht" },
    ];

    public static Leistung Leistung(IReadOnlyList<Step>? steps = null, Func<LeistungDocument, LeistungDocument>? with = null) => new(
        (with ?? (document => document))(new LeistungDocument
        {
            Id = "testleistung",
            Name = new("Test", "Test"),
            Description = new("Ein Test."),
            LeikaKey = "99000000000000",
            LeikaKeyStatus = KeyStatus.Unverified,
            Regime = Regime.Ao,
            Attachments = [new("nachweis", new("Nachweis"), new("Wenn Sie einen haben."), 10, ["application/pdf"])],
            Limits = new(2, 20),
            Deadlines = [],
            Conditions = new Dictionary<string, string> { ["teuer"] = "feld" },
            Steps = steps ?? Steps(),
        }),
        ArrangeForm.With("\"type\":\"boolean\""),
        [new("standard", Json("""{"feld":true}"""))],
        new Dictionary<string, string> { ["bescheid"] = "Bescheid", ["nachricht"] = "Nachricht" });

    public static KommuneDocument Kommune(params OfferDocument[] offers) => new()
    {
        Ags = Musterstadt,
        Name = "Musterstadt",
        Kind = KommuneKind.Stadt,
        Authority = "Der Magistrat der Stadt Musterstadt",
        ReferencePrefix = "MU",
        Groups = new Dictionary<string, string> { ["amt"] = "Amt", ["ordnung"] = "Ordnungsamt" },
        Leistungen = offers,
    };

    public static Plan Plan(IReadOnlyList<Step>? steps = null) => Offer.Compose(Kommune(), Leistung(steps), new OfferDocument("testleistung")).Value.Plan;

    public static Overlay Set(string step, string fields) => new(Set: new Dictionary<string, JsonElement> { [step] = Json(fields) });

    public static JsonElement Json(string text) => ArrangeForm.Json(text);

    public static IReadOnlyList<Mistake> Mistakes<T>(this Outcome<T> outcome) => Assert.IsType<CatalogueMistakes>(outcome.Error).All;
}
