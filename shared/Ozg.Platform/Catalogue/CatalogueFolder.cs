namespace Ozg.Platform.Catalogue;

/// <summary>
/// The catalogue as files: <c>kommunen/*.yaml</c>, <c>clusters/*.yaml</c>, <c>forms/common.schema.json</c>, and for each Leistung a folder with <c>leistung.yaml</c>,
/// <c>form.schema.json</c>, <c>examples/*.json</c> and <c>templates/*.txt</c>.
/// </summary>
public static class CatalogueFolder
{
    /// <summary>Reads everything; what is on offer afterwards keeps every rule of the core. Where its values come from is known without lines.</summary>
    /// <param name="folder">The catalogue's folder.</param>
    /// <param name="today">The day for which the examples have to be valid.</param>
    /// <exception cref="CatalogueException">There are mistakes: all of them, with file and line.</exception>
    public static Core.Catalogue.Catalogue Load(string folder, DateOnly today) =>
        Read(new CatalogueFiles(folder), today, (_, _) => null).WithoutMistakes(); // nobody asks an app for lines, so the files need not be kept

    /// <summary>Reads as much as there is, for those who tell the authors what to mend.</summary>
    /// <param name="folder">The catalogue's folder.</param>
    /// <param name="today">The day for which the examples have to be valid.</param>
    public static CatalogueReading Read(string folder, DateOnly today)
    {
        var files = new CatalogueFiles(folder);
        return Read(files, today, files.LineOf);
    }

    private static CatalogueReading Read(CatalogueFiles files, DateOnly today, Func<string, string, int?> lineOf)
    {
        var readingKommunen = Task.Run(() => KommuneFile.ReadAll(files)); // beside the Leistungen, which take longer
        var leistungen = LeistungFolder.ReadAll(files, today);
        var documents = readingKommunen.GetAwaiter().GetResult();
        var clusters = ClusterFile.ReadAll(files, [.. documents.Values], leistungen);
        var kommunen = new KommuneFile(files, documents, clusters, leistungen, lineOf).Compose();
        var all = new Core.Catalogue.Catalogue(kommunen.DistinctBy(kommune => kommune.Ags)) // a key that is there twice is a mistake already
        {
            Clusters = [.. clusters.Select(cluster => cluster.Document)],
        };
        return new(all, files.Mistakes);
    }
}

/// <summary>What a catalogue's folder says.</summary>
/// <param name="Catalogue">All that keeps the rules. Nothing is offered from it while there are mistakes.</param>
/// <param name="Mistakes">By file and line.</param>
public sealed record CatalogueReading(Core.Catalogue.Catalogue Catalogue, IReadOnlyList<CatalogueMistake> Mistakes)
{
    /// <summary>The catalogue, all of it.</summary>
    /// <exception cref="CatalogueException">There are mistakes.</exception>
    public Core.Catalogue.Catalogue WithoutMistakes() => Mistakes.Count > 0 ? throw new CatalogueException(Mistakes) : Catalogue;
}
