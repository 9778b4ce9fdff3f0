using System.Text;
using System.Text.Json;
using Ozg.Core.Catalogue;
using Ozg.Core.Deadlines;
using Ozg.Core.Submissions;
using Ozg.Core.Tests.Forms;
using static Ozg.Core.Tests.Catalogue.ArrangeCatalogue;

namespace Ozg.Core.Tests.Catalogue;

public sealed class ApplicationFormTests
{
    // As it lies in the storage of whoever runs this release: it has to be readable for as long as a case lasts.
    private const string Stored =
        """{"schema":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","additionalProperties":false,"required":["von"],"properties":{"von":{"title":"Von","type":"string","format":"date"},"bis":{"title":"Bis","x-en":{"title":"Until"},"type":"string","format":"date"}}},"rules":{"reihenfolge":{"expect":"not exists(bis) or bis \u003E= von","at":"/bis","message":{"de":"Umgekehrt."}}},"attachments":[{"kind":"nachweis","label":{"de":"Nachweis"},"description":{"de":"F\u00FCr lange Zeiten."},"maxBytes":10,"mediaTypes":["application/pdf"],"requiredWhen":"exists(bis) and days(von, bis) \u003E 14"}],"limits":{"maxFiles":2,"maxTotalBytes":20}}""";

    private static readonly DateOnly Received = new(2026, 11, 23);

    [Fact]
    public void A_stored_form_asks_for_what_it_asked_for_when_it_was_stored()
    {
        var form = ApplicationForm.Read(Encoding.UTF8.GetBytes(Stored));

        Assert.Equal(["#/von", "#/bis"], Pointers("""{"bis":"morgen"}"""));
        Assert.Equal(["#/bis"], Pointers("""{"von":"2026-11-24","bis":"2026-11-23"}"""));
        Assert.Equal(["#/attachments/nachweis"], Pointers("""{"von":"2026-11-23","bis":"2026-12-31"}"""));
        Assert.Equal(("Until", 10, 2), (form.Schema.TitleOf("/bis")!.En, form.Attachments[0].MaxBytes, form.Limits.MaxFiles));
        Assert.Equal(Stored, Encoding.UTF8.GetString(form.Write()));

        IEnumerable<string> Pointers(string application) => form.Validate(Json(application), [], Received, LegalCalendar.For(Land.Hessen)).Select(error => error.Pointer);
    }

    [Fact]
    public void A_form_is_named_by_the_hash_of_what_is_stored_and_read_back_has_the_same_name()
    {
        var form = Form(Leistung());

        Assert.Equal(ContentHash.Sha256(form.Write()), form.Hash);
        Assert.Equal(form.Hash, ApplicationForm.Read(form.Write()).Hash);
    }

    [Fact]
    public void Whatever_an_applicant_is_asked_for_makes_another_name()
    {
        var plain = Leistung();
        Leistung[] leistungen =
        [
            plain,
            new(plain, ArrangeForm.With("\"type\":\"string\""), plain.Examples, plain.Templates),
            Leistung(with: document => document with { Limits = new(3, 20) }),
            Leistung(with: document => document with { Attachments = [document.Attachments[0] with { RequiredWhen = "feld" }] }),
            Leistung(with: document => document with { Rules = new Dictionary<string, FormRule> { ["immer"] = new("feld", "/feld", new("Immer.")) } }),
        ];

        Assert.Equal(leistungen.Length, leistungen.Select(leistung => Form(leistung).Hash).Distinct().Count());
        Assert.Equal(Form(plain).Hash, Form(Leistung(with: document => document with { Description = new("Anders.") })).Hash);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"rules":{},"attachments":[],"limits":{"maxFiles":2,"maxTotalBytes":20}}""")]
    [InlineData("""{"schema":{"type":"riddle"},"rules":{},"attachments":[],"limits":{"maxFiles":2,"maxTotalBytes":20}}""")]
    [InlineData("""{"schema":{},"rules":{},"attachments":[],"limits":{"maxFiles":2,"maxTotalBytes":20},"later":1}""")]
    public void What_is_no_form_of_ours_is_not_read_as_one(string stored) =>
        Assert.Throws<JsonException>(() => ApplicationForm.Read(Encoding.UTF8.GetBytes(stored)));

    private static ApplicationForm Form(Leistung leistung) => Offer.Compose(Kommune(), leistung, new OfferDocument("testleistung")).Value.Form;
}
