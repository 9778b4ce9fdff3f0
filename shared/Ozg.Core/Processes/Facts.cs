namespace Ozg.Core.Processes;

/// <summary>What a check found out: answers only, none of the data that led to them.</summary>
/// <param name="Conditions">By name.</param>
/// <param name="Amounts">By name, in cents.</param>
/// <param name="Dates">By name.</param>
public sealed record Facts(
    IReadOnlyDictionary<string, bool> Conditions,
    IReadOnlyDictionary<string, long> Amounts,
    IReadOnlyDictionary<string, DateOnly> Dates)
{
    /// <summary>Nothing is known.</summary>
    public static Facts None { get; } = new(new Dictionary<string, bool>(), new Dictionary<string, long>(), new Dictionary<string, DateOnly>());

    /// <summary>Conditions alone.</summary>
    public static Facts Of(IReadOnlyDictionary<string, bool> conditions) => None with { Conditions = conditions };

    /// <summary>These, and where a later check answered the same name, its answer.</summary>
    public Facts With(Facts later) => new(Merge(Conditions, later.Conditions), Merge(Amounts, later.Amounts), Merge(Dates, later.Dates));

    private static Dictionary<string, T> Merge<T>(IReadOnlyDictionary<string, T> before, IReadOnlyDictionary<string, T> after)
    {
        var all = new Dictionary<string, T>(before);
        foreach (var (name, value) in after)
            all[name] = value;
        return all;
    }
}
