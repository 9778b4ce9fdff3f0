using Ozg.Core.Kommunen;

namespace Ozg.Core.Processes;

/// <summary>The steps of a process in their order. What the engine interprets.</summary>
/// <param name="Steps">At least one; ids are unique.</param>
public sealed record Process(IReadOnlyList<Step> Steps);

/// <summary>
/// Everything a running case depends on: one Leistung as one Kommune runs it. Stored once under its content hash and never
/// changed; a change of the catalogue makes another plan, for new cases.
/// </summary>
/// <param name="Kommune">Whose plan it is.</param>
/// <param name="KommuneName">What the Kommune is called.</param>
/// <param name="Authority">Who decides, as it stands on a letterhead.</param>
/// <param name="Leistung">The Leistung's id in the catalogue.</param>
/// <param name="Process">The effective process, all layers applied.</param>
/// <param name="Conditions">By name: what steps may depend on.</param>
/// <param name="Templates">By name: the text of documents and messages, German.</param>
public sealed record Plan(
    Ags Kommune,
    string KommuneName,
    string Authority,
    string Leistung,
    Process Process,
    IReadOnlyDictionary<string, Condition> Conditions,
    IReadOnlyDictionary<string, string> Templates);
