using Ozg.Core.Catalogue;
using Ozg.Platform.Catalogue;

namespace Ozg.Tool.Tests;

/// <summary>A town and a village in a cluster, with one Leistung of which all sides are asked something. In a folder of its own.</summary>
internal sealed class TestCatalogue : IDisposable
{
    public const string Town = "kommunen/06411000-musterstadt.yaml";
    public const string Village = "kommunen/06432007-kleindorf.yaml";
    public const string Cluster = "clusters/verbund.yaml";
    public const string Leistung = "leistungen/test/leistung.yaml";

    public static readonly DateOnly Today = new(2026, 11, 23);

    public TestCatalogue()
    {
        Write(Leistung, """
            id: test
            name: { de: Test }
            description: { de: Ein Test. }
            leikaKey: "99000000000000"
            leikaKeyStatus: unverified
            regime: vwvfg
            fee: { sample: true, text: { de: Zehn Euro. } }
            attachments: []
            limits: { maxFiles: 0, maxTotalBytes: 0 }
            deadlines: []
            conditions:
              gross: betrag > 100
            amounts:
              gebuehr: betrag
            steps:
              - id: check
                kind: check
                register: melderegister
                answers: [nicht-gemeldet]
              - id: stellungnahmen
                kind: consult
                unless: nicht-gemeldet
                offices:
                  - { group: feuerwehr, dueInWorkingDays: 5, ifSilent: agree }
              - id: assess
                kind: approve
                group: amt
                fourEyesWhen: gross
                dueInWorkingDays: 10
                remindInWorkingDays: 7
                hearing: { answerInDays: 14 }
              - id: pay
                kind: pay
                amount: gebuehr
                purpose: Gebuehr
                dueInDays: 14
                refundTo: kasse
              - id: issue
                kind: issue
                on: approved
                document: bescheid
              - id: deliver
                kind: deliver
                on: approved
                target: kasse
              - id: notify
                kind: notify
                message: nachricht
            """);
        Write("leistungen/test/form.schema.json", """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "additionalProperties": false,
              "required": ["betrag"],
              "properties": { "betrag": { "title": "Betrag", "type": "integer" } }
            }
            """);
        Write("leistungen/test/examples/standard.json", """{ "betrag": 10 }""");
        Write("leistungen/test/examples/gross.json", """{ "betrag": 500 }""");
        Write("leistungen/test/templates/bescheid.txt", "Bescheid");
        Write("leistungen/test/templates/nachricht.txt", "Guten Tag");
        Write(Town, """
            ags: "06411000"
            name: Musterstadt
            kind: stadt
            authority: Der Magistrat der Stadt Musterstadt
            referencePrefix: MU
            groups: { bauamt: Bauamt, feuerwehr: Feuerwehr }
            leistungen:
              - leistung: test
                steps:
                  set:
                    assess:
                      group: bauamt
            """);
        Write(Village, """
            ags: "06432007"
            name: Kleindorf
            kind: gemeinde
            authority: Der Gemeindevorstand der Gemeinde Kleindorf
            referencePrefix: KL
            groups: { amt: Verwaltung }
            leistungen:
              - leistung: test
                steps:
                  remove: [stellungnahmen]
            """);
        Write(Cluster, """
            id: verbund
            name: Verbund
            members: ["06411000", "06432007"]
            leistungen:
              - leistung: test
                steps:
                  set:
                    pay:
                      dueInDays: 21
            """);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("catalogue-").FullName;

    public CatalogueReading Read() => CatalogueFolder.Read(Folder, Today);

    public Offer Offer(string ags = "06411000") => CatalogueFolder.Load(Folder, Today).Offer(new(ags), "test").Value;

    public void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public TestCatalogue Replace(string file, string old, string now)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(file, text.Replace(old, now, StringComparison.Ordinal));
        return this;
    }

    /// <summary>The line on which a text stands first, from 1.</summary>
    public int LineOf(string file, string text) =>
        File.ReadAllLines(Path.Combine(Folder, file)).Index().First(line => line.Item.Contains(text, StringComparison.Ordinal)).Index + 1;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
