using System.Globalization;

namespace Ozg.Functions.Tests.Soak;

/// <summary>How hard it is. Everything that is left to chance, but the machine's own timing, comes of the seed.</summary>
/// <param name="Kills">How often the host dies.</param>
/// <param name="Applications">How many are sent meanwhile, as many in each of its lives.</param>
/// <param name="Seed">The same seed: the same applications, decisions and lifetimes.</param>
internal sealed record SoakPlan(int Kills, int Applications, int Seed)
{
    /// <summary>Short in every build; full with <c>OZG_SOAK=full</c>. <c>OZG_SOAK_SEED</c> takes up an earlier run.</summary>
    public static SoakPlan FromEnvironment()
    {
        var seed = Environment.GetEnvironmentVariable("OZG_SOAK_SEED") is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        return Environment.GetEnvironmentVariable("OZG_SOAK") == "full" ? new(50, 500, seed) : new(10, 60, seed);
    }

    /// <summary>How many applications are sent in one life.</summary>
    public int PerLife => Applications / Kills;

    /// <summary>How long a life lasts: one in five ends before the host is ready, the others while it works.</summary>
    public static (bool Early, TimeSpan After) NextLife(Random random)
    {
        var early = random.Next(5) == 0;
        return (early, TimeSpan.FromMilliseconds(random.Next(early ? 1000 : 6000)));
    }
}
