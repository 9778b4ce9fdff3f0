using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Services;

/// <summary>§ 3 GewAnzV: who gets which fields of the form GewA 1. Looked at in what was delivered, not in what was configured.</summary>
public sealed class GewerbeRecipientsTests
{
    // By the numbers of the form's fields; recipients as the law lists them.
    private static readonly Dictionary<string, int[]> Kept = new()
    {
        ["deliver"] = [],
        ["deliver-ihk"] = [13, 27, 29, 30, 31, 33],
        ["deliver-hwk"] = [13, 27, 30, 31, 33],
        ["deliver-immissionsschutz"] = [10, 12, 13, 27, 28, 29, 30, 31, 33],
        ["deliver-arbeitsschutz"] = [10, 12, 13, 27, 28, 29, 30, 31, 33],
        ["deliver-lebensmittelueberwachung"] = [10, 12, 13, 27, 28, 29, 30, 31, 33],
        ["deliver-arbeitsagentur"] = [13, 27, 33],
        ["deliver-dguv"] = [12, 28, 30, 31, 33],
        ["deliver-eichbehoerde"] = AllBut(1, 3, 4, 5, 11, 14, 15, 18, 20),
        ["deliver-statistik"] = AllBut(1, 2, 3, 4, 5, 6, 10, 12, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 29, 32),
    };

    [Theory]
    [InlineData(Darmstadt, "gewerbeamt")]
    [InlineData(Fischbachtal, "gemeindeverwaltung")]
    public async Task Each_recipient_gets_exactly_the_fields_that_the_law_gives_it(string ags, string group)
    {
        await using var journey = await ServiceJourney.StartAsync(ags, "gewerbeanmeldung");
        var form = (await journey.Pipeline.GetAsync($"/api/kommunen/{ags}/leistungen/gewerbeanmeldung"))["formSchema"]!;
        await journey.SubmitAsync(example => (string?)example["betriebsinhaber"]!["rechtsform"] == "gmbh", FillInEverything, "erlaubnis", "handwerkskarte", "aufenthaltstitel", "registerauszug");
        await journey.DecideAsync(group);

        var delivered = await journey.DeliveriesAsync();

        Assert.Equal(Kept.Keys.Order(StringComparer.Ordinal), delivered.Keys.Order(StringComparer.Ordinal));
        Assert.All(Kept, recipient => Assert.Equal(AllBut(recipient.Value), NumbersIn(delivered[recipient.Key]["application"]!, form).Distinct().Order()));
    }

    [Fact]
    public async Task Nothing_else_in_a_delivery_tells_what_its_recipient_may_not_know()
    {
        await using var journey = await ServiceJourney.StartAsync(Darmstadt, "gewerbeanmeldung");
        await journey.SubmitAsync(example => (string?)example["betriebsinhaber"]!["rechtsform"] == "gmbh", FillInEverything, "erlaubnis", "handwerkskarte", "aufenthaltstitel", "registerauszug");
        await journey.DecideAsync("gewerbeamt");

        foreach (var (recipient, delivered) in (await journey.DeliveriesAsync()).Where(one => one.Key != "deliver"))
        {
            Assert.Empty(delivered["documents"]!.AsArray());
            Assert.Empty(delivered["attachments"]!.AsArray());
            Assert.All(["conditions", "amounts", "dates"], facts => Assert.Empty(delivered["facts"]![facts]!.AsObject()));
            Assert.Null(delivered["application"]!["erklaerung"]?["bescheidDigital"]);
            Assert.All(
                Kept[recipient].Where(Marks.ContainsKey),
                number => Assert.DoesNotContain(Marks[number], delivered.ToJsonString(Readable), StringComparison.Ordinal));
        }
    }

    // Words that stand nowhere but in the field of that number.
    private static readonly Dictionary<int, string> Marks = new()
    {
        [10] = "polnisch", [11] = "Wohnweg", [26] = "Vorgänger Muster", [27] = "Unfallkasse", [28] = "Bewachungserlaubnis", [29] = "Kammerkarte", [30] = "Aufenthaltskarte", [31] = "Auflagentext",
    };

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static void FillInEverything(JsonNode application)
    {
        var address = new JsonObject { ["strasse"] = "Musterplatz", ["hausnummer"] = "1", ["plz"] = "64283", ["ort"] = "Darmstadt" };
        application["betriebsinhaber"]!["geschaeftsbezeichnung"] = "Muster & Söhne";
        application["betriebsinhaber"]!["oeffentlicheHand"] = true;
        application["person"]!["geburtsname"] = "Muster";
        application["person"]!["anschrift"]!["strasse"] = Marks[11];
        application["betrieb"]!["art"] = "zweigniederlassung";
        application["betrieb"]!["vertretungsberechtigt"] = "Max Mustermann";
        application["betrieb"]!["hauptniederlassung"] = address;
        application["betrieb"]!["fruehereBetriebsstaette"] = address.DeepClone();
        application["taetigkeit"]!["betriebsart"] = "handwerk";
        application["taetigkeit"]!["grund"] = "uebernahme";
        application["taetigkeit"]!["frueherInhaber"] = Marks[26];
        application["taetigkeit"]!["unfallversicherung"] = Marks[27];
        application["erlaubnisse"] = new JsonObject
        {
            ["erlaubnispflichtig"] = true, ["erlaubnis"] = Marks[28], ["handwerkskarte"] = Marks[29], ["aufenthaltstitel"] = Marks[30], ["aufenthaltstitelAuflage"] = Marks[31],
        };
    }

    private static int[] AllBut(params int[] numbers) => [.. Enumerable.Range(1, 33).Except(numbers)];

    private static IEnumerable<int> NumbersIn(JsonNode value, JsonNode schema) =>
        (int?)schema["x-fieldNumber"] is { } number ? [number]
        : value is JsonObject group ? group.SelectMany(field => NumbersIn(field.Value!, schema["properties"]![field.Key]!))
        : [];
}
