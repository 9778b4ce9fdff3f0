using Ozg.Platform.Catalogue;
using static Ozg.Platform.Tests.Catalogue.TemporaryCatalogue;

namespace Ozg.Platform.Tests.Catalogue;

public sealed class BrokenCatalogueTests : IDisposable
{
    private readonly TemporaryCatalogue _catalogue = new();

    public void Dispose() => _catalogue.Dispose();

    [Fact]
    public void The_sound_catalogue_that_these_tests_break_loads() =>
        Assert.Equal("Musterstadt", Assert.Single(_catalogue.Load().Kommunen).Name);

    [Theory]
    [InlineData(Leistung, "regime: ao", "regmie: ao", 6, "'regmie' is not known here")]
    [InlineData(Leistung, "regime: ao", "regime: bgb", 6, "one of vwvfg, ao, sonder")]
    [InlineData(Leistung, "\"99000000000000\"", "99000000000000", 4, "put it in quotes")]
    [InlineData(Leistung, "id: test", "id: tset", 1, "the folder is called 'test'")]
    [InlineData(Leistung, "message: nachricht", "message: gruss", 14, "unknown template 'gruss'")]
    [InlineData(Leistung, "kind: notify", "kind: notfiy", 13, "one of check, consult, approve")]
    [InlineData(Leistung, "attachments: []", "attachments: [", 7, "Not YAML")]
    [InlineData(Leistung, "conditions: {}", "conditions: {}\nconditions: {}", 11, "Not YAML")]
    [InlineData(Leistung, "name: { de: Test }", "name: &name { de: Test }", 2, "Anchors")]
    [InlineData(Schema, "\"title\": \"Name\"", "\"tilte\": \"Name\", \"title\": \"Name\"", 7, "'tilte' is unknown")]
    [InlineData(Schema, "\"person-name\"", "\"person\"", 7, "date, iban, person-name")]
    [InlineData(Schema, "\"required\": [\"name\"],", "\"required\": [\"name\"]", 6, "Not JSON")]
    [InlineData(Schema, "\"type\": \"object\",", "\"type\": \"object\", \"type\": \"object\",", null, "Duplicate property 'type'")]
    [InlineData(Example, "Erika", "Erika 3", 1, "'person-name' at #/name")]
    [InlineData(Template, "{{/name}}", "{{/nmae}}", null, "no field '/nmae'")]
    [InlineData(Kommune, "referencePrefix: MU", "referencePrefix: mu", 5, "capital letters")]
    [InlineData(Kommune, "\"06411000\"", "06412000", 1, "begins with the key")]
    [InlineData(Kommune, "- leistung: test", "- leistung: tset", 8, "no Leistung 'tset'; it has test")]
    public void A_mistake_is_told_with_file_and_line(string file, string sound, string broken, int? line, string part)
    {
        _catalogue.Replace(file, sound, broken);

        var mistake = Assert.Single(_catalogue.Mistakes(), mistake => mistake.What.Contains(part, StringComparison.Ordinal));

        Assert.Equal((file, line), (mistake.File, mistake.Line));
    }

    [Fact]
    public void A_mistake_of_an_overlay_is_told_where_the_overlay_makes_it()
    {
        _catalogue.Append(Kommune, """
                steps:
                  set:
                    notify:
                      message: gruss
                    ntify: {}
                  insertAfter:
                    notify:
                      - id: extra
                        kind: approve
                        group: niemand
                        dueInWorkingDays: 1
            """);

        var mistakes = _catalogue.Mistakes();
        Assert.Equal((Kommune, 13), (Assert.Single(mistakes).File, mistakes[0].Line));

        _catalogue.Replace(Kommune, "        ntify: {}\n", "");
        Assert.Equal([12, 17], _catalogue.Mistakes().Select(mistake => mistake.Line));
    }

    [Theory]
    [InlineData(Leistung)]
    [InlineData(Schema)]
    [InlineData(Example)]
    [InlineData(Kommune)]
    public void However_a_file_is_damaged_the_answer_is_a_catalogue_or_a_list_of_mistakes(string file)
    {
        var sound = _catalogue.Read(file);
        foreach (var index in Enumerable.Range(0, sound.Length))
        {
            string[] damaged = [sound[..index], sound.Remove(index, 1), .. "[}:*\"\t".Select(sign => sound.Insert(index, sign.ToString()))];
            foreach (var text in damaged)
            {
                _catalogue.Write(file, text);
                if (Record.Exception(_catalogue.Load) is { } exception)
                    Assert.NotEmpty(Assert.IsType<CatalogueException>(exception).Mistakes);
            }
        }
    }

    [Fact]
    public void All_mistakes_come_at_once_and_the_exception_lists_them()
    {
        _catalogue.Replace(Kommune, "name: Musterstadt", "nmae: Musterstadt");
        _catalogue.Replace(Template, "{{/name}}", "{{name}}");
        _catalogue.Write("leistungen/leer/README.md", "");

        var exception = Assert.Throws<CatalogueException>(_catalogue.Load);

        Assert.Equal(
            [Kommune, Kommune, "leistungen/leer/form.schema.json", "leistungen/leer/leistung.yaml", Template],
            exception.Mistakes.Select(mistake => mistake.File));
        Assert.Contains($"{Kommune}:2: 'nmae'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Leistung_with_mistakes_is_not_called_unknown_by_those_who_offer_it()
    {
        _catalogue.Replace(Leistung, "regime: ao", "regime: bgb");

        Assert.Equal(Leistung, Assert.Single(_catalogue.Mistakes()).File);
    }

    [Theory]
    [InlineData("kommunen/06411000-musterstadt.yml")]
    [InlineData("leistungen/leistung.yaml")]
    [InlineData("leistungen/test/form.schmea.json")]
    [InlineData("leistungen/test/examples/zweites.yaml")]
    [InlineData("leistungen/test/templates/brief.docx")]
    public void A_file_that_nobody_reads_is_told(string file)
    {
        _catalogue.Write(file, "");

        Assert.Equal(file, Assert.Single(_catalogue.Mistakes()).File);
    }

    [Fact]
    public void A_Leistung_needs_an_example()
    {
        _catalogue.Delete(Example);

        Assert.Contains("examples/standard.json", Assert.Single(_catalogue.Mistakes()).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_Kommunen_with_one_prefix_are_told_at_both()
    {
        _catalogue.Write("kommunen/06432007-musterdorf.yaml", """
            ags: "06432007"
            name: Musterdorf
            kind: gemeinde
            authority: Der Gemeindevorstand der Gemeinde Musterdorf
            referencePrefix: MU
            groups: {}
            leistungen: []
            """);

        Assert.Equal([Kommune, "kommunen/06432007-musterdorf.yaml"], _catalogue.Mistakes().Select(mistake => mistake.File));
    }

    [Fact]
    public void What_Kommunen_composed_at_the_same_time_find_wrong_in_one_place_is_told_in_their_order()
    {
        var villages = Enumerable.Range(1, 20).Select(number => (Ags: $"064320{number:00}", Name: $"Dorf {number:00}", Prefix: $"D{(char)('A' + number)}")).ToList();
        foreach (var (ags, name, prefix) in villages)
        {
            _catalogue.Write($"kommunen/{ags}-dorf.yaml", $"""
                ags: "{ags}"
                name: {name}
                kind: gemeinde
                authority: Der Gemeindevorstand
                referencePrefix: {prefix}
                groups: {"{}"}
                leistungen:
                  - leistung: test
                """);
        }

        _catalogue.Write("clusters/nachbarn.yaml", $"""
            id: nachbarn
            name: Nachbarn
            members: [{string.Join(", ", villages.Select(village => $"\"{village.Ags}\""))}]
            leistungen:
              - leistung: test
                steps:
                  insertAfter:
                    notify:
                      - id: extra
                        kind: approve
                        group: niemand
                        dueInWorkingDays: 1
            """);

        Assert.Equal(
            villages.Select(village => $"Step 'extra' is for the unknown group 'niemand'; {village.Name} has none. Set another here, or add it to 'groups' there."),
            _catalogue.Mistakes().Where(mistake => mistake is { File: "clusters/nachbarn.yaml", Line: 11 }).Select(mistake => mistake.What));
    }

    [Fact]
    public void The_mistakes_of_a_form_are_told_when_no_document_can_be_read()
    {
        _catalogue.Replace(Leistung, "regime: ao", "regime: bgb");
        _catalogue.Replace(Schema, "\"person-name\"", "\"person\"");

        Assert.Equal([Schema, Leistung], _catalogue.Mistakes().Select(mistake => mistake.File));
    }

    [Fact]
    public void A_file_that_is_not_utf8_is_told()
    {
        _catalogue.WriteBytes(Template, [0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72]);

        Assert.Contains(_catalogue.Mistakes(), mistake => mistake is { File: Template, What: "The file is not UTF-8." });
    }

    [Fact]
    public void A_folder_that_is_no_catalogue_is_told() =>
        Assert.Equal(
            ["kommunen", "leistungen"],
            Assert.Throws<CatalogueException>(() => CatalogueFolder.Load(AppContext.BaseDirectory, new(2026, 11, 23))).Mistakes.Select(mistake => mistake.File));
}
