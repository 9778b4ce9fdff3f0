using Ozg.Core.Deadlines;
using Ozg.Tool.Guide;

namespace Ozg.Tool.Drawing;

/// <summary>Phrases made of numbers.</summary>
internal static class Phrases
{
    /// <summary>In the dative, as after "in" and "nach".</summary>
    public static string Of(Period period) => Words.Say($"period.{period.Unit}.{(period.Count == 1 ? "one" : "many")}", period.Count);
}
