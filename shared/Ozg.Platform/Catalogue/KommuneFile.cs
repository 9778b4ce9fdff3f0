using Ozg.Core.Catalogue;

namespace Ozg.Platform.Catalogue;

/// <summary>Reads the Kommunen: one file each.</summary>
internal static class KommuneFile
{
    public static IReadOnlyList<KommuneEntry> ReadAll(CatalogueFiles files, IReadOnlyDictionary<string, Leistung?> leistungen)
    {
        var documents = new Dictionary<string, KommuneDocument>();
        foreach (var file in files.In("kommunen"))
        {
            if (!file.EndsWith(".yaml", StringComparison.Ordinal))
                files.Say(file, "", "Files in this folder end in .yaml.");
            else if (files.Yaml(file) is { } yaml && files.Value(file, KommuneDocument.Read(yaml), out var document))
                documents[file] = document!;
        }

        return [.. documents.Select(entry => Compose(files, entry.Key, entry.Value, [.. documents.Values.Where(other => !ReferenceEquals(other, entry.Value))], leistungen))];
    }

    private static KommuneEntry Compose(
        CatalogueFiles files, string file, KommuneDocument document, IReadOnlyList<KommuneDocument> others, IReadOnlyDictionary<string, Leistung?> leistungen)
    {
        files.Say(file, KommuneRules.Check(document, others));
        if (!Path.GetFileName(file).StartsWith($"{document.Ags}-", StringComparison.Ordinal))
            files.Say(file, "/ags", $"The file's name begins with the key: {document.Ags}-….yaml.");

        var offers = new List<Offer>();
        foreach (var (index, wanted) in document.Leistungen.Index())
        {
            var at = $"/leistungen/{index}";
            if (!leistungen.TryGetValue(wanted.Leistung, out var leistung))
                files.Say(file, at + "/leistung", $"The catalogue has no Leistung '{wanted.Leistung}'; it has {string.Join(", ", leistungen.Keys)}.");
            else if (leistung is not null && files.Value(file, Offer.Compose(document, leistung, wanted), out var offer, within: at))
                offers.Add(offer!);
        }

        return new(document, offers);
    }
}
