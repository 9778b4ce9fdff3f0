namespace Ozg.Platform.Catalogue;

/// <summary>
/// The catalogue as files: <c>kommunen/*.yaml</c>, <c>clusters/*.yaml</c>, <c>forms/common.schema.json</c>, and for each Leistung a folder with <c>leistung.yaml</c>,
/// <c>form.schema.json</c>, <c>examples/*.json</c> and <c>templates/*.txt</c>.
/// </summary>
public static class CatalogueFolder
{
    /// <summary>Reads everything; what is on offer afterwards keeps every rule of the core.</summary>
    /// <param name="folder">The catalogue's folder.</param>
    /// <param name="today">The day for which the examples have to be valid.</param>
    /// <exception cref="CatalogueException">There are mistakes: all of them, with file and line.</exception>
    public static Core.Catalogue.Catalogue Load(string folder, DateOnly today)
    {
        var files = new CatalogueFiles(folder);
        var leistungen = LeistungFolder.ReadAll(files, today);
        var documents = KommuneFile.ReadAll(files);
        var clusters = ClusterFile.ReadAll(files, [.. documents.Values], leistungen);
        var kommunen = new KommuneFile(files, documents, clusters, leistungen).Compose();
        return files.Mistakes.Count > 0 ? throw new CatalogueException(files.Mistakes) : new(kommunen) { Clusters = [.. clusters.Select(cluster => cluster.Document)] };
    }
}
