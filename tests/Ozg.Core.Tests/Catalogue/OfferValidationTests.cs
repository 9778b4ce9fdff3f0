using Ozg.Core.Catalogue;
using Ozg.Core.Forms;
using Ozg.Core.Tests.Forms;
using static Ozg.Core.Tests.Catalogue.ArrangeCatalogue;

namespace Ozg.Core.Tests.Catalogue;

public sealed class OfferValidationTests
{
    private static readonly DateOnly Received = new(2026, 11, 23);

    [Fact]
    public void Fields_that_do_not_fit_together_are_told_in_the_catalogues_words()
    {
        var error = Assert.Single(Offered().Validate(Json("""{"von":"2026-11-24","bis":"2026-11-23"}"""), [], Received));

        Assert.Equal(("#/bis", "rule", "Umgekehrt.", "The other way round."), (error.Pointer, error.Code, error.Words!.De, error.Words.En));
    }

    [Fact]
    public void A_file_that_is_demanded_has_to_come_along()
    {
        var application = Json("""{"von":"2026-11-23","bis":"2026-12-31"}""");

        var error = Assert.Single(Offered().Validate(application, [], Received));

        Assert.Equal(("#/attachments/nachweis", "missing-attachment", "Nachweis"), (error.Pointer, error.Code, error.Label));
        Assert.Empty(Offered().Validate(application, ["nachweis"], Received));
    }

    [Fact]
    public void A_file_is_not_demanded_where_the_expression_does_not_hold() =>
        Assert.Empty(Offered().Validate(Json("""{"von":"2026-11-23","bis":"2026-11-24"}"""), [], Received));

    [Fact]
    public void Fields_are_looked_at_together_once_each_alone_is_valid() =>
        Assert.Equal([FieldCodes.Date], Offered().Validate(Json("""{"von":"morgen","bis":"2026-12-31"}"""), [], Received).Select(error => error.Code));

    private static Offer Offered()
    {
        var form = ArrangeForm.Object("""
            "required":["von","bis"], "properties":{"von":{"title":"Von","type":"string","format":"date"},"bis":{"title":"Bis","type":"string","format":"date"}}
            """);
        var document = Leistung() with
        {
            Attachments = [new("nachweis", new("Nachweis"), new("Für lange Zeiten."), 10, ["application/pdf"], "days(von, bis) > 14")],
            Rules = new Dictionary<string, FormRule> { ["reihenfolge"] = new("bis >= von", "/bis", new("Umgekehrt.", "The other way round.")) },
            Conditions = new Dictionary<string, string>(),
            Steps = [new Core.Processes.Step.Notify { Id = "notify", Message = "nachricht" }],
        };
        var leistung = new Leistung(document, form, [new("standard", Json("""{"von":"2026-11-23","bis":"2026-11-24"}"""))], document.Templates);
        return Offer.Compose(Kommune(), leistung, new OfferDocument("testleistung")).Value;
    }
}
