using Ozg.Core.Catalogue;
using Ozg.Core.Documents;
using Ozg.Core.Forms;

namespace Ozg.Platform.Catalogue;

/// <summary>Reads the Leistungen: one folder each.</summary>
internal static class LeistungFolder
{
    private const string Parent = "leistungen";

    /// <summary>By id; null where a folder has mistakes, so that what refers to it is not called unknown.</summary>
    public static IReadOnlyDictionary<string, Leistung?> ReadAll(CatalogueFiles files, DateOnly today)
    {
        var definitions = FormsFolder.Read(files);
        foreach (var stray in files.In(Parent))
            files.Say(stray, "", "A Leistung is a folder here.");
        return files.FoldersIn(Parent).ToDictionary(folder => folder[(Parent.Length + 1)..], folder => Read(files, folder, definitions, today));
    }

    private static Leistung? Read(CatalogueFiles files, string folder, FormDefinitions? definitions, DateOnly today)
    {
        var (document, schema) = ($"{folder}/leistung.yaml", $"{folder}/form.schema.json");
        foreach (var stray in files.In(folder).Except([document, schema]))
            files.Say(stray, "", "The catalogue reads leistung.yaml, form.schema.json, examples/*.json and templates/*.txt.");

        var said = files.Yaml(document) is { } yaml && files.Value(document, LeistungDocument.Read(yaml), out var readDocument) ? readDocument : null;
        var form = files.Json(schema) is { } json && definitions is not null && files.Value(schema, definitions.Form(json), out var readForm) ? readForm : null;
        if (said is null || form is null)
            return null;

        var leistung = new Leistung(said, form, Examples(files, folder, form, today), Templates(files, folder, form, said));
        var broken = LeistungRules.Check(leistung);
        files.Say(document, broken);
        if (leistung.Id != Path.GetFileName(folder))
            files.Say(document, "/id", $"The id is '{leistung.Id}', but the folder is called '{Path.GetFileName(folder)}'.");
        return broken.Count > 0 ? null : leistung;
    }

    private static List<Example> Examples(CatalogueFiles files, string folder, FormSchema form, DateOnly today)
    {
        var examples = new List<Example>();
        foreach (var file in Matching(files, $"{folder}/examples", ".json").OrderBy(file => !file.EndsWith("/standard.json", StringComparison.Ordinal)))
        {
            if (files.Json(file) is not { } application)
                continue;
            var example = new Example(Path.GetFileNameWithoutExtension(file), application);
            foreach (var error in form.Validate(example.On(today), today))
                files.Say(file, error.Pointer[1..], $"An example has to be valid as it stands: '{error.Code}' at {error.Pointer}{(error.Limit is { } limit ? $", limit {limit}" : "")}.");
            examples.Add(example);
        }

        return examples;
    }

    private static Dictionary<string, string> Templates(CatalogueFiles files, string folder, FormSchema form, LeistungDocument document)
    {
        var computed = Template.NamesOf(document.Amounts?.Keys ?? [], document.Dates?.Keys ?? []);
        var templates = new Dictionary<string, string>();
        foreach (var file in Matching(files, $"{folder}/templates", ".txt"))
        {
            if (files.Text(file) is not { } text)
                continue;
            foreach (var what in Template.Mistakes(text, form, computed))
                files.Say(file, "", what);
            templates[Path.GetFileNameWithoutExtension(file)] = text;
        }

        return templates;
    }

    private static IEnumerable<string> Matching(CatalogueFiles files, string folder, string ending)
    {
        foreach (var file in files.In(folder, mayBeMissing: true))
        {
            if (file.EndsWith(ending, StringComparison.Ordinal))
                yield return file;
            else
                files.Say(file, "", $"Files in this folder end in {ending}.");
        }
    }
}
