using Ozg.Core.Forms;

namespace Ozg.Platform.Catalogue;

/// <summary>Reads what the forms share.</summary>
internal static class FormsFolder
{
    private const string Parent = "forms";
    private const string Definitions = Parent + "/common.schema.json";

    /// <summary>Null when the file has mistakes: the forms that use it would only repeat them.</summary>
    public static FormDefinitions? Read(CatalogueFiles files)
    {
        var found = files.In(Parent, mayBeMissing: true);
        foreach (var stray in found.Where(file => file != Definitions))
            files.Say(stray, "", "The catalogue reads common.schema.json in this folder.");
        if (!found.Contains(Definitions))
            return FormDefinitions.None;
        return files.Json(Definitions) is { } json && files.Value(Definitions, FormDefinitions.Read(json), out var definitions) ? definitions : null;
    }
}
