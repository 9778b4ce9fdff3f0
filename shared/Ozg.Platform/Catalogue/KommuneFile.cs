using Ozg.Core;
using Ozg.Core.Catalogue;
using Ozg.Core.Kommunen;

namespace Ozg.Platform.Catalogue;

/// <summary>Reads the Kommunen, one file each, and composes what they offer.</summary>
internal sealed class KommuneFile(
    CatalogueFiles files, IReadOnlyDictionary<string, KommuneDocument> documents, IReadOnlyList<(string File, ClusterDocument Document)> clusters,
    IReadOnlyDictionary<string, Leistung?> leistungen, Func<string, string, int?> lineOf)
{
    private const string Parent = "kommunen";

    /// <summary>By file: what the files say.</summary>
    public static IReadOnlyDictionary<string, KommuneDocument> ReadAll(CatalogueFiles files)
    {
        var documents = new Dictionary<string, KommuneDocument>();
        foreach (var file in files.In(Parent))
        {
            if (!file.EndsWith(".yaml", StringComparison.Ordinal))
                files.Say(file, "", "Files in this folder end in .yaml.");
            else if (files.Yaml(file) is { } yaml && files.Value(file, KommuneDocument.Read(yaml), out var document))
                documents[file] = document!;
        }

        return documents;
    }

    /// <summary>All Kommunen with what they offer; what is wrong is told to the files.</summary>
    public IReadOnlyList<KommuneEntry> Compose()
    {
        // On all processors; what is wrong is told afterwards, so that it is told in the same order every time.
        var composed = documents.Select(entry => Task.Run(() => Offers(entry.Key, entry.Value))).ToList();
        return [.. documents.Zip(composed, (entry, offers) => Entry(entry.Key, entry.Value, offers.GetAwaiter().GetResult()))];
    }

    /// <summary>One for each that the document names; null where there is no such Leistung, or none without mistakes.</summary>
    private List<Outcome<Offer>?> Offers(string file, KommuneDocument document) =>
    [
        .. document.Leistungen.Select((wanted, index) => leistungen.GetValueOrDefault(wanted.Leistung) is { } leistung
            ? Offer.Compose(document, leistung, Layers(document, new(document.Ags.Value, file, At(index), wanted)), Partner, lineOf)
            : default(Outcome<Offer>?)),
    ];

    private KommuneEntry Entry(string file, KommuneDocument document, List<Outcome<Offer>?> composed)
    {
        files.Say(file, KommuneRules.Check(document, [.. documents.Values.Where(other => !ReferenceEquals(other, document))]));
        if (!Path.GetFileName(file).StartsWith($"{document.Ags}-", StringComparison.Ordinal))
            files.Say(file, "/ags", $"The file's name begins with the key: {document.Ags}-….yaml.");

        var offers = new List<Offer>();
        foreach (var (index, wanted) in document.Leistungen.Index())
        {
            if (!leistungen.ContainsKey(wanted.Leistung))
                files.Say(file, At(index) + "/leistung", $"The catalogue has no Leistung '{wanted.Leistung}'; it has {string.Join(", ", leistungen.Keys)}.");
            else if (composed[index] is { } outcome && files.Value(file, outcome, out var offer))
                offers.Add(offer!);
        }

        return new(document, offers);
    }

    private static string At(int index) => $"/leistungen/{index}";

    private List<Layer> Layers(KommuneDocument document, Layer own) =>
    [
        .. clusters.Where(cluster => cluster.Document.Members.Contains(document.Ags))
            .SelectMany(cluster => cluster.Document.Leistungen.Index().Where(offer => offer.Item.Leistung == own.Changes.Leistung)
                .Select(offer => new Layer(cluster.Document.Id, cluster.File, $"/leistungen/{offer.Index}", offer.Item))),
        own,
    ];

    private KommuneDocument? Partner(Ags ags) => documents.Values.FirstOrDefault(other => other.Ags == ags);
}
