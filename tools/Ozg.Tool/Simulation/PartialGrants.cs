using System.Globalization;
using System.Text.Json;
using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Catalogue;
using Ozg.Core.Expressions;
using Ozg.Core.Processes;
using Ozg.Core.Submissions;

namespace Ozg.Tool.Simulation;

/// <summary>What clerks grant of an application, and what it then says.</summary>
internal sealed class PartialGrants(Offer offer, Scope application)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, JsonElement>> _changes = [];

    /// <summary>Half of the first number that the clerk may change; null: there is none, or the form takes no less.</summary>
    public Alteration? Half(TaskId task, Case current)
    {
        var now = After(current.Supplements);
        var pointer = ((Step.Approve)offer.Plan.Process.Find(task.Step)).MayChange?.FirstOrDefault(field => JsonPointer.Find(now.Application, field) is { ValueKind: JsonValueKind.Number });
        if (pointer is null)
            return null;

        var whole = JsonPointer.Find(now.Application, pointer)!.Value.GetDecimal();
        var half = whole == decimal.Floor(whole) ? decimal.Floor(whole / 2) : whole / 2;
        using var number = JsonDocument.Parse(half.ToString(CultureInfo.InvariantCulture));
        var fields = new Dictionary<string, JsonElement> { [pointer] = number.RootElement.Clone() };
        if (offer.Validate(SupplementRules.Apply(now.Application, fields).Application, now.Attached, now.Received).Count > 0)
            return null;

        var change = $"change-of-{task}";
        _changes[change] = fields;
        return new(change, current.Supplements.Count);
    }

    /// <summary>The application as it then is. What the simulated applicant answers, changes nothing.</summary>
    public Scope After(IReadOnlyList<string> supplements) => application with
    {
        Application = supplements.Select(_changes.GetValueOrDefault).OfType<IReadOnlyDictionary<string, JsonElement>>()
            .Aggregate(application.Application, (before, fields) => SupplementRules.Apply(before, fields).Application),
    };
}
