using Ozg.Core.Forms;

namespace Ozg.Platform.Catalogue;

/// <summary>Reads the forms of the Leistungen, and what they share.</summary>
internal static class FormsFolder
{
    private const string Parent = "forms";
    private const string Definitions = Parent + "/common.schema.json";

    /// <summary>By the Leistung's folder; null where a form has mistakes.</summary>
    public static IReadOnlyDictionary<string, FormSchema?> ReadAll(CatalogueFiles files, IEnumerable<string> folders)
    {
        var definitions = Shared(files);
        return folders.ToDictionary(folder => folder, folder => Read(files, LeistungFolder.FormOf(folder), definitions));
    }

    private static FormSchema? Read(CatalogueFiles files, string file, FormDefinitions? definitions) =>
        files.Json(file) is { } json && definitions is not null && files.Value(file, definitions.Form(json), out var form) ? form : null;

    /// <summary>Null when the file has mistakes: the forms that use it would only repeat them.</summary>
    private static FormDefinitions? Shared(CatalogueFiles files)
    {
        var found = files.In(Parent, mayBeMissing: true);
        foreach (var stray in found.Where(file => file != Definitions))
            files.Say(stray, "", "The catalogue reads common.schema.json in this folder.");
        if (!found.Contains(Definitions))
            return FormDefinitions.None;
        return files.Json(Definitions) is { } json && files.Value(Definitions, FormDefinitions.Read(json), out var definitions) ? definitions : null;
    }
}
