namespace Ozg.Functions.Tests;

/// <summary>A catalogue of small processes, one a thing to test, for two Kommunen that are neighbours.</summary>
internal static class TestCatalogue
{
    public const string Plain = "einfach";
    public const string FourEyes = "vier-augen";
    public const string SecondPair = "zweites-paar";
    public const string Offices = "stellungnahmen";
    public const string Hearing = "anhoerung";
    public const string Fiction = "fiktion";

    private const string Form = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "type": "object",
          "additionalProperties": false,
          "required": ["name", "menge"],
          "properties": {
            "name": { "title": "Name", "type": "string", "format": "person-name" },
            "menge": { "title": "Menge", "x-en": { "title": "Quantity" }, "type": "integer", "minimum": 1, "maximum": 100 },
            "steuernummer": { "title": "Steuernummer", "type": "string", "maxLength": 20 }
          }
        }
        """;

    private static readonly Lazy<string> Written = new(Write);

    /// <summary>Its folder; one for all tests of this process, since nobody changes it.</summary>
    public static string Folder => Written.Value;

    /// <summary>Another one, in which files say something else: for each file, what is replaced and by what.</summary>
    public static string Changed(params (string File, string Old, string New)[] changes)
    {
        var root = Write();
        foreach (var (file, old, now) in changes)
        {
            var text = System.IO.File.ReadAllText(Path.Combine(root, file));
            Assert.Contains(old, text, StringComparison.Ordinal);
            File(root, file, text.Replace(old, now, StringComparison.Ordinal));
        }

        return root;
    }

    private static string Write()
    {
        var root = Directory.CreateTempSubdirectory("catalogue-").FullName;
        Kommune(root, "06411000", "Musterstadt", "MU");
        Kommune(root, "06432007", "Nachbardorf", "ND");
        Leistung(root, Plain, """
              - { id: assess, kind: approve, group: amt, dueInWorkingDays: 10, remindInWorkingDays: 5, answerInDays: 14, escalateTo: leitung }
            """);
        Leistung(root, FourEyes, """
              - { id: assess, kind: approve, group: amt, dueInWorkingDays: 10, fourEyesWhen: viel }
            """);
        Leistung(root, SecondPair, """
              - { id: assess, kind: approve, group: amt, dueInWorkingDays: 10, fourEyesWhen: always, second: { group: pruefung, partner: "06432007" } }
            """);
        Leistung(root, Offices, """
              - id: offices
                kind: consult
                escalateTo: pruefung
                offices:
                  - { group: amt, dueInWorkingDays: 5 }
                  - { group: leitung, dueInWorkingDays: 5, graceInWorkingDays: 3, ifSilent: agree }
              - { id: assess, kind: approve, group: pruefung, dueInWorkingDays: 10 }
            """);
        Leistung(root, Hearing, """
              - { id: assess, kind: approve, group: amt, dueInWorkingDays: 10, hearing: { answerInDays: 14 } }
            """);
        Leistung(root, Fiction, """
              - id: assess
                kind: approve
                group: amt
                dueInWorkingDays: 10
                deemedApproval: { source: "§ 42a VwVfG", period: { count: 3, unit: month }, endMoves: true, extendableBy: { count: 1, unit: month } }
            """);
        return root;
    }

    private static void Kommune(string root, string ags, string name, string prefix) => File(root, $"kommunen/{ags}-test.yaml", $"""
        ags: "{ags}"
        name: {name}
        kind: stadt
        authority: Der Magistrat der Stadt {name}
        referencePrefix: {prefix}
        groups: {"{"} amt: Amt, leitung: Leitung, pruefung: Prüfung {"}"}
        leistungen:
          - leistung: {Plain}
          - leistung: {FourEyes}
        {(ags == "06411000" ? $"  - leistung: {SecondPair}" : "")}
          - leistung: {Offices}
          - leistung: {Hearing}
          - leistung: {Fiction}
        """);

    private static void Leistung(string root, string id, string steps)
    {
        var folder = $"leistungen/{id}";
        File(root, $"{folder}/leistung.yaml", $$"""
            id: {{id}}
            name: { de: Test }
            description: { de: Ein Test. }
            leikaKey: "99000000000000"
            leikaKeyStatus: unverified
            regime: vwvfg
            attachments:
              - { kind: nachweis, label: { de: Nachweis }, description: { de: Wenn Sie einen haben. }, maxBytes: 100000, mediaTypes: [application/pdf] }
            limits: { maxFiles: 2, maxTotalBytes: 200000 }
            deadlines: []
            conditions: { viel: menge > 10 }
            amounts: { gebuehr: menge * 1200.5 }
            dates: { beginn: "addDays(received, 7)" }
            steps:
              - { id: check, kind: check }
            {{steps}}
              - { id: issue, kind: issue, document: bescheid }
              - { id: deliver, kind: deliver, target: steuern, without: [/steuernummer] }
            """);
        File(root, $"{folder}/form.schema.json", Form);
        File(root, $"{folder}/examples/standard.json", """{ "name": "Erika", "menge": 3, "steuernummer": "12/345" }""");
        File(root, $"{folder}/templates/bescheid.txt", """
            {{verdict}}: {{/menge}} Stück für {{amount:gebuehr}} ab {{date:beginn}}
            {{terms}}
            {{reason}}
            """);
    }

    private static void File(string root, string name, string text)
    {
        var path = Path.Combine(root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
    }
}
