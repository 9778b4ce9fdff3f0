using Ozg.Core.Processes;

namespace Ozg.Tool.Diff;

/// <summary>A step and where it stands.</summary>
/// <param name="Step">The step.</param>
/// <param name="Way">The sequence that holds it: the id of the step around it and which way; empty for the outermost.</param>
/// <param name="Previous">The step before it in that sequence; null: it is the first.</param>
internal sealed record StepPosition(Step Step, string Way, string? Previous)
{
    public string Id => Step.Id;

    public string Place => (Previous is null ? "first" : $"after {Previous}") + (Way.Length == 0 ? "" : $" in {Way}");

    /// <summary>Every step, what contains others before what it contains.</summary>
    public static IReadOnlyList<StepPosition> All(Process process) => [.. In(process.Steps, "")];

    /// <summary>The steps of both that stand elsewhere now: in another sequence, or out of the longest order that both keep.</summary>
    public static IEnumerable<StepPosition> Moved(IReadOnlyList<StepPosition> old, IReadOnlyList<StepPosition> now)
    {
        var before = old.Where(step => now.Any(other => other.Id == step.Id)).ToList();
        var after = now.Where(step => old.Any(other => other.Id == step.Id)).ToList();
        var kept = LongestCommon([.. before.Select(Key)], [.. after.Select(Key)]);
        return after.Where(step => !kept.Contains(Key(step)));
    }

    private static (string Id, string Way) Key(StepPosition position) => (position.Id, position.Way);

    private static IEnumerable<StepPosition> In(IReadOnlyList<Step> steps, string way)
    {
        foreach (var (index, step) in steps.Index())
        {
            yield return new(step, way, index == 0 ? null : steps[index - 1].Id);
            foreach (var (number, inner) in Process.Inner(step).Index())
            {
                foreach (var position in In(inner, $"{step.Id}/{NameOf(step, number)}"))
                    yield return position;
            }
        }
    }

    private static string NameOf(Step step, int way) => step switch
    {
        Step.Branch => way == 0 ? "then" : "else",
        Step.Wait => "review",
        _ => $"{way + 1}",
    };

    private static HashSet<T> LongestCommon<T>(T[] one, T[] other) where T : notnull
    {
        var length = new int[one.Length + 1, other.Length + 1];
        for (var i = one.Length - 1; i >= 0; i--)
        {
            for (var j = other.Length - 1; j >= 0; j--)
                length[i, j] = one[i].Equals(other[j]) ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
        }

        var common = new HashSet<T>();
        for (var (i, j) = (0, 0); i < one.Length && j < other.Length;)
        {
            if (one[i].Equals(other[j]))
            {
                common.Add(one[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return common;
    }
}
