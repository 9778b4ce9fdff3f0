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
        foreach (var stray in files.In(Parent))
            files.Say(stray, "", "A Leistung is a folder here.");
        var folders = files.FoldersIn(Parent);
        var readingForms = Task.Run(() => FormsFolder.ReadAll(files, folders)); // beside the documents: every start of the app waits for both
        var documents = folders.ToDictionary(folder => folder, folder => Document(files, folder));
        var forms = readingForms.GetAwaiter().GetResult();
        return folders.ToDictionary(
            folder => folder[(Parent.Length + 1)..],
            folder => documents[folder] is { } document && forms[folder] is { } form ? Read(files, folder, document, form, today) : null);
    }

    /// <summary>The form's file.</summary>
    public static string FormOf(string folder) => $"{folder}/form.schema.json";

    private static string DocumentOf(string folder) => $"{folder}/leistung.yaml";

    private static LeistungDocument? Document(CatalogueFiles files, string folder)
    {
        var file = DocumentOf(folder);
        foreach (var stray in files.In(folder).Except([file, FormOf(folder)]))
            files.Say(stray, "", "The catalogue reads leistung.yaml, form.schema.json, examples/*.json and templates/*.txt.");
        return files.Yaml(file) is { } yaml && files.Value(file, LeistungDocument.Read(yaml), out var document) ? document : null;
    }

    private static Leistung? Read(CatalogueFiles files, string folder, LeistungDocument said, FormSchema form, DateOnly today)
    {
        var document = DocumentOf(folder);
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
