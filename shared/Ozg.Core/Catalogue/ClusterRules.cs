namespace Ozg.Core.Catalogue;

/// <summary>What has to hold for a cluster, beyond the form of its document.</summary>
public static class ClusterRules
{
    /// <summary>All mistakes, with pointers into its document.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="kommunen">All Kommunen of the catalogue.</param>
    public static IReadOnlyList<Mistake> Check(ClusterDocument cluster, IReadOnlyList<KommuneDocument> kommunen) =>
    [
        .. Head(cluster),
        .. cluster.Members.Index().Where(member => kommunen.All(kommune => kommune.Ags != member.Item))
            .Select(member => new Mistake($"/members/{member.Index}", $"The catalogue has no Kommune '{member.Item}'; add its file, or mend the key.")),
        .. cluster.Members.Index().Where(member => cluster.Members.Take(member.Index).Contains(member.Item))
            .Select(member => new Mistake($"/members/{member.Index}", $"'{member.Item}' is a member twice.")),
        .. cluster.Leistungen.Index().Where(offer => cluster.Leistungen.Take(offer.Index).Any(earlier => earlier.Leistung == offer.Item.Leistung))
            .Select(offer => new Mistake($"/leistungen/{offer.Index}/leistung", $"The Leistung '{offer.Item.Leistung}' is there twice.")),
        .. cluster.Leistungen.Index().Where(offer => !kommunen.Any(kommune => cluster.Members.Contains(kommune.Ags) && kommune.Leistungen.Any(own => own.Leistung == offer.Item.Leistung)))
            .Select(offer => new Mistake($"/leistungen/{offer.Index}/leistung", $"No member offers '{offer.Item.Leistung}', so that this changes nothing; add it to a member's file, or leave it out here.")),
    ];

    private static IEnumerable<Mistake> Head(ClusterDocument cluster)
    {
        if (!Names.AreWellFormed(cluster.Id))
            yield return new("/id", $"'{cluster.Id}' is not a name: {Names.Form}.");
        if (cluster.Members.Count == 0)
            yield return new("/members", "A cluster has members; name at least one Kommune by its key.");
    }
}
