using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>A mistake in one step.</summary>
/// <param name="Index">The step's place in the process.</param>
/// <param name="Step">Its id.</param>
/// <param name="Field">The field at fault, as the catalogue spells it.</param>
/// <param name="What">English, one sentence.</param>
public sealed record StepMistake(int Index, string Step, string Field, string What);

/// <summary>What has to hold for every process, so that the engine never meets a name it cannot resolve.</summary>
public static class ProcessRules
{
    /// <summary>All mistakes of a plan, given its Kommune's groups.</summary>
    public static IReadOnlyList<StepMistake> Check(Plan plan, IEnumerable<string> groups) =>
        Check(plan.Process, plan.Conditions, plan.Templates, [.. groups]);

    /// <summary>All mistakes of a standard process; which groups there are, each Kommune says for itself.</summary>
    public static IReadOnlyList<StepMistake> Check(Leistung leistung) =>
        Check(new Process(leistung.Steps), leistung.Conditions, leistung.Templates, groups: null);

    private static IReadOnlyList<StepMistake> Check(
        Process process, IReadOnlyDictionary<string, string> conditions, IReadOnlyDictionary<string, string> templates, HashSet<string>? groups) =>
    [
        .. process.Steps.SelectMany((step, index) => Order(process, step, index)
            .Concat(Unresolved(step, conditions, templates, groups))
            .Select(mistake => new StepMistake(index, step.Id, mistake.Field, mistake.What))),
    ];

    private static IEnumerable<(string Field, string What)> Order(Process process, Step step, int index)
    {
        if (!Names.AreWellFormed(step.Id))
            yield return ("id", $"'{step.Id}' is not a name: {Names.Form}.");
        if (process.Steps.Take(index).Any(earlier => earlier.Id == step.Id))
            yield return ("id", $"Step id '{step.Id}' is used twice; every step needs its own.");
        if (step is Step.Check && index > 0)
            yield return ("kind", $"The check '{step.Id}' has to be the first step, since the conditions are answered there.");
        if (ConditionsOf(step).FirstOrDefault() is { Name: not null } used && process.Steps[0] is not Step.Check)
            yield return (used.Field, $"Step '{step.Id}' depends on a condition, but the process does not begin with a check that answers it.");
        if (step is Step.Approve { DueInWorkingDays: < 1 or > 365 })
            yield return ("dueInWorkingDays", $"Step '{step.Id}' is due in 1 to 365 working days.");
    }

    private static IEnumerable<(string Field, string What)> Unresolved(
        Step step, IReadOnlyDictionary<string, string> conditions, IReadOnlyDictionary<string, string> templates, HashSet<string>? groups)
    {
        foreach (var (field, name) in ConditionsOf(step).Where(used => !conditions.ContainsKey(used.Name)))
            yield return (field, $"Step '{step.Id}' depends on the unknown condition '{name}'; there are {Listed(conditions.Keys)}.");
        if (step is Step.Approve approve && groups?.Contains(approve.Group) == false)
            yield return ("group", $"Step '{step.Id}' is for the unknown group '{approve.Group}'; there are {Listed(groups)}.");
        if (step is Step.Issue issue && !templates.ContainsKey(issue.Document))
            yield return ("document", $"Step '{step.Id}' issues the unknown document '{issue.Document}'; there are templates for {Listed(templates.Keys)}.");
        if (step is Step.Notify notify && !templates.ContainsKey(notify.Message))
            yield return ("message", $"Step '{step.Id}' sends the unknown template '{notify.Message}'; there are {Listed(templates.Keys)}.");
    }

    private static IEnumerable<(string Field, string Name)> ConditionsOf(Step step)
    {
        if (step.When is { } when)
            yield return ("when", when);
        if (step is Step.Approve { FourEyesWhen: { } fourEyes and not Conditions.Always })
            yield return ("fourEyesWhen", fourEyes);
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal)) is { Length: > 0 } list ? list : "none";
}
