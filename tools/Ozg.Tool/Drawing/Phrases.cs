using Ozg.Core.Deadlines;
using Ozg.Tool.Guide;

namespace Ozg.Tool.Drawing;

/// <summary>Periods in words.</summary>
internal static class Phrases
{
    /// <summary>"10 Arbeitstage", as after "Frist:".</summary>
    public static string Length(Period period) => Say("length", period);

    /// <summary>"10 Arbeitstagen", as after "in" and "nach".</summary>
    public static string After(Period period) => Say("after", period);

    private static string Say(string form, Period period) => Words.Say($"{form}.{period.Unit}.{(period.Count == 1 ? "one" : "many")}", period.Count);
}
