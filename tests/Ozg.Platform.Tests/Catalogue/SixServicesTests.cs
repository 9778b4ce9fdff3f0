using System.Text.Json;
using Ozg.Core.Catalogue;
using Ozg.Core.Expressions;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using Ozg.Platform.Catalogue;

namespace Ozg.Platform.Tests.Catalogue;

/// <summary>What the shipped catalogue promises: 24 Kommunen, six services, each Kommune its own way.</summary>
public sealed class SixServicesTests
{
    private static readonly Ags Darmstadt = new("06411000");
    private static readonly Ags Fischbachtal = new("06432007");
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Core.Catalogue.Catalogue Shipped = CatalogueFolder.Read(Path.Combine(AppContext.BaseDirectory, "catalogue"), Today).WithoutMistakes();

    [Fact]
    public void All_24_Kommunen_take_part_and_the_city_offers_all_six()
    {
        Assert.Equal(24, Shipped.Kommunen.Count);
        Assert.Equal(
            ["bewohnerparkausweis", "gewerbeanmeldung", "hundesteuer-anmeldung", "meldebescheinigung", "sondernutzung", "sperrmuell"],
            Shipped.Kommune(Darmstadt).Value.Offers.Select(offer => offer.Leistung.Id).Order());
    }

    [Fact]
    public void A_village_without_parking_zones_offers_no_parking_permit() =>
        Assert.IsType<UnknownLeistung>(Shipped.Offer(Fischbachtal, "bewohnerparkausweis").Error);

    [Theory]
    [InlineData("2026-11-23")]
    [InlineData("2027-02-28")]
    [InlineData("2028-02-29")]
    public void Every_example_is_valid_on_any_day(string day)
    {
        var today = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var leistungen = Shipped.Kommunen.SelectMany(kommune => kommune.Offers).DistinctBy(offer => offer.Leistung.Id);

        Assert.All(leistungen, offer => Assert.All(
            offer.Leistung.Examples,
            example => Assert.Empty(offer.Validate(example.On(today), [.. offer.Leistung.Attachments.Select(kind => kind.Kind)], today))));
    }

    [Fact]
    public void The_plainest_example_can_be_sent_without_a_file() =>
        Assert.All(Shipped.Kommunen.SelectMany(kommune => kommune.Offers), offer => Assert.Empty(offer.Validate(offer.Leistung.Examples[0].On(Today), [], Today)));

    [Theory]
    [InlineData("bewohnerparkausweis", "nicht-halter", "zulassungsbescheinigung", "nutzungsueberlassung")]
    [InlineData("sondernutzung", "geruest", "lageplan", "versicherung")]
    [InlineData("sondernutzung", "strassensperrung", "lageplan", "versicherung", "verkehrszeichenplan")]
    public void What_an_application_calls_for_is_demanded(string leistung, string example, params string[] kinds)
    {
        var offer = Shipped.Offer(Darmstadt, leistung).Value;

        var errors = offer.Validate(Example(offer, example), [], Today);

        Assert.Equal(kinds.Select(kind => $"#/attachments/{kind}"), errors.Select(error => error.Pointer));
        Assert.All(errors, error => Assert.Equal("missing-attachment", error.Code));
    }

    [Fact]
    public void Every_label_is_there_in_English()
    {
        var forms = Shipped.Kommunen.SelectMany(kommune => kommune.Offers).Select(offer => offer.Leistung).DistinctBy(leistung => leistung.Id);

        Assert.All(forms, leistung => Assert.Empty(WithoutEnglish(leistung.Form.Document, "")));
    }

    [Fact]
    public void Every_field_of_GewA_1_has_a_place()
    {
        var form = Shipped.Offer(Darmstadt, "gewerbeanmeldung").Value.Leistung.Form;

        Assert.Equal(Enumerable.Range(1, 33), form.FieldNumbers);
        Assert.Equal(["/erklaerung/bescheidDigital"], form.FieldsWithoutNumber);
    }

    [Theory]
    [InlineData("deliver-ihk", "/betriebsinhaber/oeffentlicheHand", "/erlaubnisse/handwerkskarte")]
    [InlineData("deliver-hwk", "/betriebsinhaber/oeffentlicheHand", "/taetigkeit/unfallversicherung")]
    [InlineData("deliver-dguv", "/betriebsinhaber/anzahlVertretung", "/erklaerung/bescheidDigital")]
    [InlineData("deliver-arbeitsagentur", "/taetigkeit/unfallversicherung", "/erklaerung/identitaet")]
    public void A_recipient_of_a_Gewerbeanmeldung_does_not_get_what_the_law_keeps_from_it(string step, params string[] fields)
    {
        var deliver = Assert.IsType<Step.Deliver>(Shipped.Offer(Darmstadt, "gewerbeanmeldung").Value.Plan.Process.Find(step));

        Assert.All(fields, field => Assert.Contains(field, deliver.Without!));
    }

    [Fact]
    public void Who_gets_few_fields_gets_these_alone()
    {
        var deliver = Assert.IsType<Step.Deliver>(Shipped.Offer(Darmstadt, "gewerbeanmeldung").Value.Plan.Process.Find("deliver-eichbehoerde"));

        Assert.Contains("/taetigkeit/beginn", deliver.Only!);
        Assert.DoesNotContain(deliver.Only!, field => field.Contains("staatsangehoerigkeit", StringComparison.Ordinal));
    }

    [Fact]
    public void Bulky_waste_is_anothers_in_the_Landkreis_and_in_the_city()
    {
        Assert.Contains("EAD", Shipped.Offer(Darmstadt, "sperrmuell").Value.Plan.Authority, StringComparison.Ordinal);
        Assert.All(
            Shipped.Kommunen.Where(kommune => kommune.Ags != Darmstadt),
            kommune => Assert.Contains("ZAW", kommune.Offer("sperrmuell").Value.Plan.Authority, StringComparison.Ordinal));
    }

    [Fact]
    public void A_special_use_has_four_eyes_and_a_hearing_everywhere_the_second_pair_a_neighbours_where_there_is_one_desk()
    {
        Assert.All(
            Shipped.Kommunen.Select(kommune => (Step.Approve)kommune.Offer("sondernutzung").Value.Plan.Process.Find("assess")),
            assess => Assert.True(assess.FourEyesWhen == Conditions.Always && assess.Hearing is not null));
        Assert.Equal(
            new SecondPair("bauamt", new("06432013")),
            ((Step.Approve)Shipped.Offer(Fischbachtal, "sondernutzung").Value.Plan.Process.Find("assess")).Second);
    }

    [Fact]
    public void A_cluster_stands_between_the_standard_and_the_Kommune()
    {
        var origins = Shipped.Offer(Fischbachtal, "sondernutzung").Value.Origins.ToDictionary(origin => origin.Path);

        Assert.Equal("standard", origins["/steps/assess/fourEyesWhen"].Layer);
        Assert.Equal("cluster-1", origins["/steps/assess/hearing"].Layer);
        Assert.Equal("06432007", origins["/steps/assess/second"].Layer);
        Assert.All(origins.Values, origin => Assert.NotNull(origin.Line));
    }

    [Theory]
    [InlineData("06411000", "bewohnerparkausweis", "standard", 120)]
    [InlineData("06432016", "bewohnerparkausweis", "standard", 30)]
    [InlineData("06411000", "meldebescheinigung", "standard", 8)]
    [InlineData("06432004", "meldebescheinigung", "standard", 9)]
    [InlineData("06411000", "meldebescheinigung", "rente", 0)]
    [InlineData("06432004", "sondernutzung", "standard", 40)]
    [InlineData("06432004", "sondernutzung", "strassensperrung", 385)]
    public void What_it_costs_is_computed_from_the_application(string ags, string leistung, string example, int euros)
    {
        var offer = Shipped.Offer(new(ags), leistung).Value;

        Assert.Equal(euros, Expression.Parse(offer.Plan.Amounts["gebuehr"]).Value.Amount(new(Example(offer, example), Today, [], offer.Plan.Calendar)).Value);
    }

    [Fact]
    public void Keys_that_were_not_found_say_so() =>
        Assert.Equal(
            ["meldebescheinigung", "sondernutzung", "sperrmuell"],
            Shipped.Kommune(Darmstadt).Value.Offers.Where(offer => offer.Leistung.LeikaKeyStatus == KeyStatus.Unverified).Select(offer => offer.Leistung.Id).Order());

    private static JsonElement Example(Offer offer, string name) => offer.Leistung.Examples.Single(example => example.Name == name).On(Today);

    private static IEnumerable<string> WithoutEnglish(JsonElement schema, string pointer)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            return [];
        var own = schema.TryGetProperty("type", out _) && schema.TryGetProperty("title", out var title) && title.ValueKind == JsonValueKind.String
            && !(schema.TryGetProperty("x-en", out var english) && english.TryGetProperty("title", out _)
                && english.TryGetProperty("description", out _) == schema.TryGetProperty("description", out _));
        return schema.EnumerateObject().SelectMany(member => WithoutEnglish(member.Value, $"{pointer}/{member.Name}")).Concat(own ? [pointer] : []);
    }
}
