using Ozg.Core.Catalogue;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Catalogue.ArrangeCatalogue;

namespace Ozg.Core.Tests.Catalogue;

public sealed class CompositionTests
{
    [Fact]
    public void Layers_lie_over_the_standard_one_after_the_other()
    {
        var offer = Compose(
            Cluster(new("testleistung", Steps: Set("assess", """{"dueInWorkingDays":7,"remindInWorkingDays":2}"""))),
            Own(new("testleistung", Steps: Set("assess", """{"dueInWorkingDays":5}""")))).Value;

        var assess = Assert.IsType<Step.Approve>(offer.Plan.Process.Find("assess"));
        Assert.Equal((5, 2), (assess.DueInWorkingDays, assess.RemindInWorkingDays));
    }

    [Fact]
    public void Every_value_tells_where_it_comes_from()
    {
        var offer = Compose(
            Cluster(new("testleistung", new Fee(new("5 Euro."), Sample: true), Set("assess", """{"dueInWorkingDays":7,"remindInWorkingDays":2}"""))),
            Own(new("testleistung", Steps: Set("assess", """{"dueInWorkingDays":5,"fourEyesWhen":null}""")))).Value;

        Assert.Equal(("standard", "leistungen/testleistung/leistung.yaml", "/steps/1/group"), Origin(offer, "/steps/assess/group"));
        Assert.Equal(("nachbarn", "clusters/nachbarn.yaml", "/leistungen/0/steps/set/assess/remindInWorkingDays"), Origin(offer, "/steps/assess/remindInWorkingDays"));
        Assert.Equal(("06411000", "kommunen/06411000-x.yaml", "/leistungen/3/steps/set/assess/dueInWorkingDays"), Origin(offer, "/steps/assess/dueInWorkingDays"));
        Assert.Equal(("nachbarn", "clusters/nachbarn.yaml", "/leistungen/0/fee"), Origin(offer, "/fee"));
        Assert.DoesNotContain(offer.Origins, origin => origin.Path == "/steps/assess/fourEyesWhen");
    }

    [Fact]
    public void A_step_that_was_taken_out_leaves_no_origin_and_one_put_in_has_its_own()
    {
        var overlay = new Overlay(
            InsertAfter: new Dictionary<string, IReadOnlyList<Step>> { ["issue"] = [new Step.Notify { Id = "tell", Message = "nachricht" }] }, Remove: ["issue"]);

        var offer = Compose(Own(new("testleistung", Steps: overlay))).Value;

        Assert.Equal(("06411000", "kommunen/06411000-x.yaml", "/leistungen/3/steps/insertAfter/issue/0/message"), Origin(offer, "/steps/tell/message"));
        Assert.DoesNotContain(offer.Origins, origin => origin.Path.StartsWith("/steps/issue/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mistake_is_told_in_the_file_of_the_layer_that_made_it()
    {
        var mistake = Assert.Single(Compose(
            Cluster(new("testleistung", Steps: Set("assess", """{"group":"niemand"}"""))), Own(new("testleistung"))).Mistakes());

        Assert.Equal(("clusters/nachbarn.yaml", "/leistungen/0/steps/set/assess/group"), (mistake.File, mistake.Pointer));
    }

    [Fact]
    public void Amounts_conditions_and_dates_go_by_name()
    {
        var plan = Compose(
            Cluster(new("testleistung") { Amounts = new Dictionary<string, string> { ["gebuehr"] = "5", ["zuschlag"] = "1" } }),
            Own(new("testleistung") { Amounts = new Dictionary<string, string> { ["gebuehr"] = "7" }, Conditions = new Dictionary<string, string> { ["immer"] = "true" } })).Value.Plan;

        Assert.Equal(("7", "1"), (plan.Amounts["gebuehr"], plan.Amounts["zuschlag"]));
        Assert.Equal(["immer", "teuer"], plan.Conditions.Keys.Order());
    }

    [Fact]
    public void An_expression_of_a_layer_fits_the_form()
    {
        var mistake = Assert.Single(Compose(Own(new("testleistung") { Conditions = new Dictionary<string, string> { ["neu"] = "fled" } })).Mistakes());

        Assert.Equal("/leistungen/3/conditions/neu", mistake.Pointer);
        Assert.Contains("feld", mistake.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_does_it_in_the_Kommunes_place_signs_the_letters()
    {
        var offer = Compose(Cluster(new("testleistung") { Responsible = new("Zweckverband") }), Own(new("testleistung"))).Value;

        Assert.Equal(("Zweckverband", "Zweckverband"), (offer.Plan.Authority, offer.Responsible!.Name));
    }

    private static (string, string, string) Origin(Offer offer, string path) =>
        offer.Origins.Single(origin => origin.Path == path) is var found ? (found.Layer, found.File, found.Pointer) : default;

    private static Layer Cluster(OfferDocument changes) => new("nachbarn", "clusters/nachbarn.yaml", "/leistungen/0", changes);

    private static Layer Own(OfferDocument changes) => new("06411000", "kommunen/06411000-x.yaml", "/leistungen/3", changes);

    private static Outcome<Offer> Compose(params Layer[] layers) => Offer.Compose(Kommune(), Leistung(), layers, _ => null);
}
