using Ozg.Core.Catalogue;

namespace Ozg.Platform.Catalogue;

/// <summary>Reads the clusters: one file each.</summary>
internal static class ClusterFile
{
    private const string Parent = "clusters";

    /// <summary>By file, in ordinal order, which is the order in which they are laid over the standard.</summary>
    public static IReadOnlyList<(string File, ClusterDocument Document)> ReadAll(
        CatalogueFiles files, IReadOnlyList<KommuneDocument> kommunen, IReadOnlyDictionary<string, Leistung?> leistungen)
    {
        var clusters = new List<(string, ClusterDocument)>();
        foreach (var file in files.In(Parent, mayBeMissing: true))
        {
            if (!file.EndsWith(".yaml", StringComparison.Ordinal))
                files.Say(file, "", "Files in this folder end in .yaml.");
            else if (files.Yaml(file) is { } yaml && files.Value(file, ClusterDocument.Read(yaml), out var document))
                clusters.Add((file, Checked(files, file, document!, kommunen, leistungen)));
        }

        return clusters;
    }

    private static ClusterDocument Checked(
        CatalogueFiles files, string file, ClusterDocument document, IReadOnlyList<KommuneDocument> kommunen, IReadOnlyDictionary<string, Leistung?> leistungen)
    {
        var unknown = document.Leistungen.Index().Where(offer => !leistungen.ContainsKey(offer.Item.Leistung)).ToList();
        foreach (var (index, offer) in unknown)
            files.Say(file, $"/leistungen/{index}/leistung", $"The catalogue has no Leistung '{offer.Leistung}'; it has {string.Join(", ", leistungen.Keys)}.");
        files.Say(file, ClusterRules.Check(document, kommunen).Where(mistake => !unknown.Any(offer => mistake.Pointer == $"/leistungen/{offer.Index}/leistung")));
        if (Path.GetFileNameWithoutExtension(file) != document.Id)
            files.Say(file, "/id", $"The id is '{document.Id}', but the file is called '{Path.GetFileNameWithoutExtension(file)}'.");
        return document;
    }
}
