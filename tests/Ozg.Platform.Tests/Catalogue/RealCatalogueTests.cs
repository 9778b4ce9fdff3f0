using System.Text.Json;
using System.Text.Json.Nodes;
using Ozg.Core;
using Ozg.Core.Deadlines;
using Ozg.Core.Documents;
using Ozg.Core.Expressions;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using Ozg.Platform.Catalogue;

namespace Ozg.Platform.Tests.Catalogue;

/// <summary>The catalogue as it is shipped.</summary>
public sealed class RealCatalogueTests
{
    private const string Hundesteuer = "hundesteuer-anmeldung";
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Core.Catalogue.Catalogue Shipped = CatalogueFolder.Load(Path.Combine(AppContext.BaseDirectory, "catalogue"), Today);

    public static TheoryData<string, string> Offers
    {
        get
        {
            var offers = new TheoryData<string, string>();
            foreach (var offer in Shipped.Kommunen.SelectMany(kommune => kommune.Offers))
                offers.Add(offer.Plan.Kommune.Value, offer.Leistung.Id);
            return offers;
        }
    }

    [Theory]
    [MemberData(nameof(Offers))]
    public void Every_example_is_valid_and_the_plainest_comes_first(string ags, string leistung)
    {
        var offered = Shipped.Offer(new Ags(ags), leistung).Value.Leistung;

        Assert.Equal("standard", offered.Examples[0].Name);
        Assert.All(offered.Examples, example => Assert.Empty(offered.Form.Validate(example.On(Today), Today)));
    }

    [Theory]
    [MemberData(nameof(Offers))]
    public void Every_plan_can_be_stored_and_read_back(string ags, string leistung)
    {
        var offer = Shipped.Offer(new Ags(ags), leistung).Value;

        Assert.Equal(offer.PlanHash, PlanHash.Of(PlanHash.Read(PlanHash.Write(offer.Plan))));
    }

    [Theory]
    [MemberData(nameof(Offers))]
    public void Every_template_fills_in_for_every_example(string ags, string leistung)
    {
        var offer = Shipped.Offer(new Ags(ags), leistung).Value;
        var values = Template.Names.ToDictionary(name => name, name => $"<{name}>");

        Assert.All(
            offer.Plan.Templates.Values.SelectMany(_ => offer.Leistung.Examples, (text, example) => Template.Render(text, example.On(Today), values)),
            text => Assert.DoesNotContain("{{", text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Offers))]
    public void Every_group_of_a_process_is_one_of_the_Kommune(string ags, string leistung)
    {
        var kommune = Shipped.Kommune(new Ags(ags)).Value;

        Assert.All(
            kommune.Offer(leistung).Value.Plan.Process.Steps.OfType<Step.Approve>(),
            step => Assert.Contains(step.Group, kommune.Groups.Keys));
    }

    [Fact]
    public void In_the_city_a_dangerous_dog_takes_four_eyes_and_a_second_office()
    {
        var steps = Plan("06411000").Process.Steps;

        Assert.Equal(["check", "assess", "ordnungsamt", "assess-verguenstigung", "issue-bescheid", "bescheid-verguenstigung", "issue-ablehnung", "notify-weiterleitung", "deliver", "notify"], steps.Select(step => step.Id));
        Assert.Equal(new Step.Approve { Id = "assess", Group = "steueramt", DueInWorkingDays = 10, FourEyesWhen = "gefaehrlicher-hund", MayForward = true }, steps[1]);
        Assert.Equal(new Step.Approve { Id = "ordnungsamt", Group = "ordnungsamt", DueInWorkingDays = 10, When = "gefaehrlicher-hund" }, steps[2]);
    }

    [Fact]
    public void In_the_village_one_clerk_decides_all()
    {
        var steps = Plan("06432007").Process.Steps;

        Assert.Equal(["check", "assess", "assess-verguenstigung", "issue-bescheid", "bescheid-verguenstigung", "issue-ablehnung", "notify-weiterleitung", "deliver", "notify"], steps.Select(step => step.Id));
        Assert.Equal(new Step.Approve { Id = "assess", Group = "gemeindeverwaltung", DueInWorkingDays = 10, MayForward = true }, steps[1]);
    }

    [Fact]
    public void The_condition_for_a_dangerous_dog_holds_for_that_example_only()
    {
        var examples = Shipped.Offer(new("06411000"), Hundesteuer).Value.Leistung.Examples;
        var condition = Expression.Parse(Plan("06411000").Conditions["gefaehrlicher-hund"]).Value;

        Assert.Equal(["gefaehrlicher-hund"], examples.Where(example => condition.Holds(new(example.On(Today), Today, [], LegalCalendar.For(Land.Hessen))).Value).Select(example => example.Name));
    }

    [Theory]
    [InlineData("/haltung/aufnahmeAm", "\"2026-11-24\"", "not-after")]
    [InlineData("/haltung/anzahlHundeImHaushalt", "21", "maximum")]
    [InlineData("/haltung/befreiung", "\"haustier\"", "enum")]
    [InlineData("/hund/chip", "\"27600000000000\"", "chip-number")]
    [InlineData("/hund/rasse", "\" \"", "required")]
    [InlineData("/antragsteller/familienname", "\"李\"", "person-name")]
    [InlineData("/antragsteller/geburtsdatum", "\"1899-12-31\"", "not-before")]
    [InlineData("/antragsteller/anschrift/plz", "\"6428\"", "pattern")]
    [InlineData("/antragsteller/anschrift/hausnummer", "\"a\"", "pattern")]
    [InlineData("/antragsteller/email", "\"erika\"", "pattern")]
    [InlineData("/sepa/iban", "\"DE88370400440532013000\"", "iban")]
    [InlineData("/sepa/mandat", "false", "const")]
    public void A_slip_in_the_dogs_form_is_told_at_its_field(string pointer, string value, string code)
    {
        var error = Assert.Single(Validate(pointer, value));

        Assert.Equal(("#" + pointer, code), (error.Pointer, error.Code));
        Assert.NotNull(error.Label);
    }

    [Theory]
    [InlineData("/antragsteller/email", "#/antragsteller/email")]
    [InlineData("/sepa/kontoinhaber", "#/sepa/kontoinhaber")]
    public void What_another_answer_makes_necessary_is_asked_for(string left, string pointer)
    {
        var error = Assert.Single(Validate(left, null));

        Assert.Equal((pointer, "required"), (error.Pointer, error.Code));
    }

    [Fact]
    public void The_longest_street_of_the_FIM_help_text_fits() =>
        Assert.Empty(Validate("/antragsteller/anschrift/strasse", "\"Bischöflich-Geistlicher-Rat-Josef-Zinnbauer-Straße\""));

    private static Plan Plan(string ags) => Shipped.Offer(new Ags(ags), Hundesteuer).Value.Plan;

    /// <summary>The errors of the first example with one value changed; left out when null.</summary>
    private static IReadOnlyList<FieldError> Validate(string pointer, string? value)
    {
        var leistung = Shipped.Offer(new("06411000"), Hundesteuer).Value.Leistung;
        var application = JsonNode.Parse(leistung.Examples[0].On(Today).GetRawText())!;
        var way = pointer.Split('/')[1..];
        var parent = way[..^1].Aggregate(application, (node, name) => node[name]!).AsObject();
        if (value is null)
            parent.Remove(way[^1]);
        else
            parent[way[^1]] = JsonNode.Parse(value);
        using var document = JsonDocument.Parse(application.ToJsonString());
        return leistung.Form.Validate(document.RootElement, Today);
    }
}
