using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>The names that the steps of a process may use, of amounts with what they are.</summary>
internal sealed record ProcessNames(
    IReadOnlyCollection<string> Conditions, IReadOnlyDictionary<string, string> Amounts, IReadOnlyCollection<string> Dates, IReadOnlyCollection<string> Templates)
{
    public static ProcessNames Of(Plan plan) => new([.. plan.Conditions.Keys], plan.Amounts, [.. plan.Dates.Keys], [.. plan.Templates.Keys]);

    public static ProcessNames Of(Leistung leistung) => new(
        [.. leistung.Conditions.Keys], leistung.Amounts ?? new Dictionary<string, string>(), [.. leistung.Dates?.Keys ?? []], [.. leistung.Templates.Keys]);
}

/// <summary>Who can be given a task.</summary>
/// <param name="Kommune">Whose process it is.</param>
/// <param name="Own">Its groups.</param>
/// <param name="Partners">The groups of another Kommune; null when there is none with this key.</param>
internal sealed record KnownGroups(string Kommune, IReadOnlyCollection<string> Own, Func<Ags, IEnumerable<string>?> Partners);

/// <summary>A condition that a step depends on.</summary>
internal readonly record struct UsedCondition(string Field, string Name)
{
    /// <summary>All that a step depends on, by the field that names it.</summary>
    public static IEnumerable<UsedCondition> Of(Step step)
    {
        if (step.When is { } when)
            yield return new("when", when);
        if (step.Unless is { } unless)
            yield return new("unless", unless);
        if (step is Step.Approve { FourEyesWhen: { } fourEyes })
            yield return new("fourEyesWhen", fourEyes);
        if (step is Step.Branch branch)
            yield return new("if", branch.If);
        if (step is Step.Check check)
        {
            foreach (var (index, reason) in (check.RejectWhen ?? []).Index())
                yield return new($"rejectWhen/{index}", reason);
            foreach (var (index, reason) in (check.ForwardWhen ?? []).Index())
                yield return new($"forwardWhen/{index}", reason);
        }

        if (step is Step.Consult consult)
        {
            foreach (var (index, office) in consult.Offices.Index().Where(office => office.Item.When is not null))
                yield return new($"offices/{index}/when", office.When!);
        }
    }
}
