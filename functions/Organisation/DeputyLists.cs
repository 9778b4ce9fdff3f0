using Microsoft.Extensions.Logging;
using Ozg.Core;
using Ozg.Core.Kommunen;
using Ozg.Core.Organisation;
using Ozg.Functions.Access;
using Ozg.Functions.Problems;
using Ozg.Platform.Organisation;

namespace Ozg.Functions.Organisation;

/// <summary>Changes lists of deputies, so that no lead undoes unseen what another has entered.</summary>
public sealed class DeputyLists(DeputyBook deputies, TimeProvider clock, ILogger<DeputyLists> logger)
{
    /// <summary>The version's name in <c>ETag</c> and <c>If-Match</c>.</summary>
    public static string TagOf(DeputyVersion version) => $"\"{version.Number}\"";

    /// <summary>Replaces the list that <c>If-Match</c> names; the first needs none. What stands already is no change, whatever it names.</summary>
    internal async Task<Outcome<DeputyVersion>> ReplaceAsync(Ags kommune, Clerk lead, DeputyList sent, IfMatch ifMatch, CancellationToken cancellationToken)
    {
        var rules = DeputyRules.Read(sent.Items);
        if (!rules.Succeeded)
            return rules.Error;

        var standing = await deputies.FindAsync(kommune, cancellationToken);
        if (standing is not null && standing.Version.Rules.SequenceEqual(rules.Value))
            return standing.Version; // perhaps the answer to the first try was lost
        var isNamed = ifMatch.Names(standing is null ? null : TagOf(standing.Version));
        if (standing is not null && isNamed is null)
            return new DeputiesUnread();
        if (isNamed is false)
            return new DeputiesChanged();

        var next = new DeputyVersion((standing?.Version.Number ?? 0) + 1, rules.Value, lead.Id, clock.GetUtcNow());
        if (!await deputies.ReplaceAsync(kommune, standing, next, cancellationToken))
            return new DeputiesChanged();
        logger.DeputiesReplaced(kommune, lead.Id, next.Number, next.Rules.Count);
        return next;
    }
}
