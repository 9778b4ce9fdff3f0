using Ozg.Core.Kommunen;

namespace Ozg.Platform.Neighbours;

/// <summary>Settings that each Kommune may have for itself: by its AGS, or by <see cref="Any"/> for all that have none of their own.</summary>
public static class PerKommune
{
    /// <summary>The entry that serves every Kommune without one of its own.</summary>
    public const string Any = "default";

    /// <summary>What is set for a Kommune: its own first, then what is set for all.</summary>
    public static IEnumerable<T> For<T>(this IDictionary<string, T> settings, Ags kommune)
    {
        if (settings.TryGetValue(kommune.Value, out var own))
            yield return own;
        if (settings.TryGetValue(Any, out var any))
            yield return any;
    }

    /// <summary>Whether a key names a Kommune, or all.</summary>
    public static bool IsKey(string key) => key == Any || Ags.IsWellFormed(key);
}
