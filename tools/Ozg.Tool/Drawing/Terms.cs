using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Tool.Drawing;

/// <summary>What people call the names in a process.</summary>
/// <param name="Groups">The Kommune's groups of clerks, by id.</param>
/// <param name="Kommunen">All Kommunen, by key: a partner is one of them.</param>
/// <param name="Words">The Leistung's own words for its conditions, dates, systems and documents.</param>
internal sealed record Terms(
    IReadOnlyDictionary<string, string> Groups, IReadOnlyDictionary<Ags, string> Kommunen, IReadOnlyDictionary<string, string> Words)
{
    /// <summary>The approve steps that review what was granted, by their ids.</summary>
    public IReadOnlySet<string> Reviews { get; init; } = new HashSet<string>();

    /// <summary>What the form calls the fields that may be changed in approving, by their JSON pointers.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>A field of the form; its pointer where the form has no name for it.</summary>
    public string Field(string pointer) => Fields.GetValueOrDefault(pointer) ?? pointer;

    /// <summary>A group, with its Kommune where it is a partner's.</summary>
    public string Group(string id, Ags? partner = null)
    {
        var name = Groups.GetValueOrDefault(id) ?? Capital(Plain(id));
        return partner is { } ags ? Guide.Words.Say("group.ofPartner", name, Kommunen.GetValueOrDefault(ags) ?? ags.Value) : name;
    }

    /// <summary>A condition, as the end of "if it is a case of …".</summary>
    public string Condition(string name) =>
        Words.GetValueOrDefault(name)
        ?? (Conditions.BuiltIn.Contains(name) ? Guide.Words.Say($"condition.{name}") : Plain(name));

    /// <summary>Both conditions of a step; null: it is always taken.</summary>
    public string? ConditionOf(Step step) => (step.When, step.Unless) switch
    {
        (null, null) => null,
        ({ } when, null) => Condition(when),
        (null, { } unless) => Guide.Words.Say("condition.not", Condition(unless)),
        ({ } when, { } unless) => Guide.Words.Say("condition.butNot", Condition(when), Condition(unless)),
    };

    /// <summary>What a clerk does in a step.</summary>
    public string Task(Step.Approve step) => Words.GetValueOrDefault(step.Id) ?? Guide.Words.Say("node.approve");

    /// <summary>A system, document, message, register, date or amount.</summary>
    public string Thing(string name) => Words.GetValueOrDefault(name) ?? Capital(Plain(name));

    private static string Plain(string name) => name.Replace('-', ' ');

    private static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
