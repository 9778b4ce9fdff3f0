using Ozg.Core.Catalogue;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Catalogue.ArrangeCatalogue;

namespace Ozg.Core.Tests.Catalogue;

public sealed class OfferTests
{
    [Fact]
    public void An_offer_has_the_effective_plan_and_its_name()
    {
        var offer = Compose(new("testleistung", Steps: Set("assess", """{"group":"ordnung"}"""))).Value;

        Assert.Equal("ordnung", Assert.IsType<Step.Approve>(offer.Plan.Process.Steps[1]).Group);
        Assert.Equal((Musterstadt, "testleistung", "Musterstadt"), (offer.Plan.Kommune, offer.Plan.Leistung, offer.Plan.KommuneName));
        Assert.Equal(PlanHash.Of(offer.Plan), offer.PlanHash);
        Assert.Equal(["bescheid", "nachricht"], offer.Plan.Templates.Keys.Order());
    }

    [Fact]
    public void The_Kommunes_fee_goes_before_the_standards()
    {
        var standard = new Fee(new("Kostenlos."), Sample: false);
        var own = new Fee(new("10 Euro."), Sample: true);
        var leistung = Leistung(with: document => document with { Fee = standard });

        Assert.Equal(own, Offer.Compose(Kommune(), leistung, new("testleistung", own)).Value.Fee);
        Assert.Equal(standard, Offer.Compose(Kommune(), leistung, new("testleistung")).Value.Fee);
    }

    [Fact]
    public void A_mistake_of_the_overlay_is_told_where_the_overlay_makes_it() =>
        Assert.Equal("/steps/set/assess/group", Assert.Single(Compose(new("testleistung", Steps: Set("assess", """{"group":"niemand"}"""))).Mistakes()).Pointer);

    [Fact]
    public void A_mistake_in_an_inserted_step_is_told_where_it_stands()
    {
        var overlay = new Overlay(InsertAfter: new Dictionary<string, IReadOnlyList<Step>>
        {
            ["assess"] = [new Step.Approve { Id = "second", Group = "ordnung", DueInWorkingDays = 1, When = "selten" }],
        });

        Assert.Equal("/steps/insertAfter/assess/0/when", Assert.Single(Compose(new("testleistung", Steps: overlay)).Mistakes()).Pointer);
    }

    [Fact]
    public void What_the_overlay_should_have_changed_is_told_at_the_overlay()
    {
        var kommune = Kommune() with { Groups = new Dictionary<string, string>() };

        Assert.Equal("/steps", Assert.Single(Offer.Compose(kommune, Leistung(), new("testleistung")).Mistakes()).Pointer);
    }

    private static Outcome<Offer> Compose(OfferDocument document) => Offer.Compose(Kommune(), Leistung(), document);
}
