using System.Text.Json.Serialization;
using Ozg.Core.Catalogue;

namespace Ozg.Core.Deadlines;

/// <summary>One gesetzlicher Feiertag, on its day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Id">Names it in the resource files, kebab-case; <c>proclaimed</c> when it has a name of its own.</param>
/// <param name="Source">The law that makes the day a holiday.</param>
/// <param name="Name">What a proclaimed day is called; null: the resource files say it.</param>
public sealed record Holiday(DateOnly Day, string Id, string Source, LocalText? Name = null)
{
    /// <summary>The id of every day that comes from data.</summary>
    public const string ProclaimedId = "proclaimed";

    /// <summary>
    /// A single day that the Land's government made a holiday for a special reason; in Hessen it may, by Verordnung (§ 2 HFeiertagsG).
    /// Never for a day on which an office merely stays closed.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="source">The Verordnung or law.</param>
    public static Holiday Proclaimed(DateOnly day, LocalText name, string source) => new(day, ProclaimedId, source, name);
}

/// <summary>
/// A holiday that the law gives to a part of a Land only. Which Kommunen keep it is not in this code: some of the lists go down to
/// districts, and they change with the census. A Kommune says itself that it keeps the day.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<RegionalHoliday>))]
public enum RegionalHoliday
{
    /// <summary>
    /// Fronleichnam in parts of Sachsen (§ 1 (1) SächsSFG with the FronleichnamsVO of 4.5.1993: Gemeinden, today often only districts,
    /// of the Landkreis Bautzen) and of Thüringen (§ 2 (2), § 10 (1) ThürFGtG: where it was kept in 1994, foremost the Eichsfeld).
    /// </summary>
    CorpusChristi,

    /// <summary>Mariä Himmelfahrt in Gemeinden of Bayern with more Catholics than Protestants (Art. 1 (1) Nr. 2 BayFTG).</summary>
    Assumption,

    /// <summary>The Friedensfest of 8 August, in the city of Augsburg only (Art. 1 (2) BayFTG).</summary>
    PeaceFestival,
}
