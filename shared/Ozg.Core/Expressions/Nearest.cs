namespace Ozg.Core.Expressions;

/// <summary>Names that somebody may have meant who wrote another.</summary>
public static class Nearest
{
    private const int Most = 3;
    private const int MostListed = 20;

    /// <summary>A sentence that names the nearest, or all when none is near and there are few.</summary>
    internal static string Hint(string name, IEnumerable<string> known)
    {
        var all = known.Order(StringComparer.Ordinal).ToList();
        var near = To(name, all);
        if (near.Count > 0)
            return $"Did you mean {string.Join(" or ", near)}?";
        return all.Count switch
        {
            0 => "There are none.",
            <= MostListed => $"There are {string.Join(", ", all)}.",
            _ => $"There are {all.Count} others, none alike.",
        };
    }

    /// <summary>At most three that a third of the letters tells from the name, or that end as it does after a dot; the nearest first.</summary>
    public static IReadOnlyList<string> To(string name, IEnumerable<string> known) =>
    [
        .. known.Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
            .Where(candidate => candidate.Distance <= Math.Max(2, name.Length / 3) || LastOf(candidate.Name) == LastOf(name))
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .Take(Most),
    ];

    private static string LastOf(string name) => name[(name.LastIndexOf('.') + 1)..];

    /// <summary>How many letters have to be put in, left out or changed (Levenshtein), whatever their case.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = diagonal + (char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
