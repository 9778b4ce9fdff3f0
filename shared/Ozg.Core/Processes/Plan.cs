using System.Text.Json.Serialization;
using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;

namespace Ozg.Core.Processes;

/// <summary>
/// Everything a running case depends on: one Leistung as one Kommune runs it. Stored once under its content hash and never
/// changed; a change of the catalogue makes another plan, for new cases.
/// </summary>
/// <param name="Kommune">Whose plan it is.</param>
/// <param name="KommuneName">What the Kommune is called.</param>
/// <param name="Authority">Who decides, as it stands on a letterhead: the Kommune, or the organisation that is responsible in its place.</param>
/// <param name="Leistung">The Leistung's id.</param>
/// <param name="Process">The effective process, all layers applied.</param>
/// <param name="Conditions">By name, an expression that is true or false: what steps may depend on.</param>
/// <param name="Templates">By name: the text of documents and messages, German.</param>
public sealed record Plan(
    Ags Kommune,
    string KommuneName,
    string Authority,
    string Leistung,
    Process Process,
    IReadOnlyDictionary<string, string> Conditions,
    IReadOnlyDictionary<string, string> Templates)
{
    /// <summary>By name, an expression for an amount in euro; kept in cents, rounded half up.</summary>
    public IReadOnlyDictionary<string, string> Amounts { get; init; } = new Dictionary<string, string>();

    /// <summary>By name, an expression for a date.</summary>
    public IReadOnlyDictionary<string, string> Dates { get; init; } = new Dictionary<string, string>();

    /// <summary>The days that count for the Kommune: the Land's holidays, and the days on which its offices are closed.</summary>
    [JsonIgnore]
    public LegalCalendar Calendar => OfficeCalendars.Of(Kommune, Process.ClosingDays);

    /// <summary>By the JSON pointer of a field that a template shows: what the form calls its values, German; null: as they are.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Labels { get; init; }
}
