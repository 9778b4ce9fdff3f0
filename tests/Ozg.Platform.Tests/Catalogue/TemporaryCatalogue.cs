using Ozg.Platform.Catalogue;

namespace Ozg.Platform.Tests.Catalogue;

/// <summary>A small sound catalogue in a folder of its own; tests break what they are about.</summary>
internal sealed class TemporaryCatalogue : IDisposable
{
    public const string Leistung = "leistungen/test/leistung.yaml";
    public const string Schema = "leistungen/test/form.schema.json";
    public const string Example = "leistungen/test/examples/standard.json";
    public const string Template = "leistungen/test/templates/nachricht.txt";
    public const string Kommune = "kommunen/06411000-musterstadt.yaml";

    private readonly string _folder = Directory.CreateTempSubdirectory("catalogue-").FullName;

    public TemporaryCatalogue()
    {
        Write(Leistung, """
            id: test
            name: { de: Test }
            description: { de: Ein Test. }
            leikaKey: "99000000000000"
            leikaKeyStatus: unverified
            regime: ao
            attachments: []
            limits: { maxFiles: 0, maxTotalBytes: 0 }
            deadlines: []
            conditions: {}
            steps:
              - id: notify
                kind: notify
                message: nachricht
            """);
        Write(Schema, """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "additionalProperties": false,
              "required": ["name"],
              "properties": {
                "name": { "title": "Name", "type": "string", "format": "person-name" }
              }
            }
            """);
        Write(Example, """{ "name": "Erika" }""");
        Write(Template, "Guten Tag {{/name}}");
        Write(Kommune, """
            ags: "06411000"
            name: Musterstadt
            kind: stadt
            authority: Der Magistrat der Stadt Musterstadt
            referencePrefix: MU
            groups: {}
            leistungen:
              - leistung: test
            """);
    }

    public Core.Catalogue.Catalogue Load() => CatalogueFolder.Load(_folder, new(2026, 11, 23));

    public IReadOnlyList<CatalogueMistake> Mistakes() => Assert.Throws<CatalogueException>(Load).Mistakes;

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void WriteBytes(string file, byte[] bytes) => File.WriteAllBytes(PathOf(file), bytes);

    public void Replace(string file, string sound, string broken)
    {
        var text = Read(file);
        Assert.Contains(sound, text, StringComparison.Ordinal);
        Write(file, text.Replace(sound, broken, StringComparison.Ordinal));
    }

    public void Append(string file, string text) => File.AppendAllText(PathOf(file), "\n" + text);

    public void Delete(string file) => File.Delete(PathOf(file));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string PathOf(string file) => Path.Combine(_folder, file);
}
