using Ozg.Core.Processes;
using Ozg.Tool.Drawing;

namespace Ozg.Tool.Guide;

/// <summary>Tells a process, and how one differs from another.</summary>
internal static class Telling
{
    /// <summary>The steps as a numbered list; what runs within a step is indented below it.</summary>
    public static string Steps(DrawnProcess process) => string.Join('\n', Lines(process.Process.Steps, new(process.Terms), ""));

    /// <summary>A table: a row a step, two variants side by side.</summary>
    public static IEnumerable<IReadOnlyList<string>> SideBySide(DrawnProcess left, DrawnProcess right)
    {
        var (one, other) = (left.Process.All().ToList(), right.Process.All().ToList());
        foreach (var id in Merged([.. one.Select(step => step.Id)], [.. other.Select(step => step.Id)]))
        {
            var (first, second) = (one.Find(step => step.Id == id), other.Find(step => step.Id == id));
            yield return
            [
                Markdown.Plain(new StepWords(first is null ? right.Terms : left.Terms).Title(first ?? second!)),
                Cell(first, left.Terms), Cell(second, right.Terms),
            ];
        }
    }

    /// <summary>What a variant changes in the steps of the standard.</summary>
    public static IEnumerable<string> Changes(DrawnProcess standard, DrawnProcess variant)
    {
        var (before, after) = (standard.Process.All().ToList(), variant.Process.All().ToList());
        var words = new StepWords(variant.Terms);
        foreach (var step in after)
        {
            var own = Markdown.Plain(words.Title(step));
            if (before.Find(other => other.Id == step.Id) is not { } same)
                yield return Words.Say("change.added", own, Inline(step, words));
            else if (!Said(step, words).SequenceEqual(Said(same, words)) && Set(step, words, same, new(standard.Terms)) is { } set)
                yield return set;
        }

        foreach (var step in before.Where(step => after.TrueForAll(other => other.Id != step.Id)))
            yield return Words.Say("change.removed", Markdown.Plain(new StepWords(standard.Terms).Title(step)));
    }

    /// <summary>Only what differs, and in whose place it stands; null: two names for what people call the same.</summary>
    private static string? Set(Step step, StepWords words, Step same, StepWords before)
    {
        var (now, then) = (Said(step, words), Said(same, before));
        var (gained, lost) = (now.Except(then).ToList(), then.Except(now).ToList());
        return (gained.Count, lost.Count) switch
        {
            (0, 0) => null,
            (_, 0) => Words.Say("change.gained", Markdown.Plain(words.Title(step)), Joined(gained)),
            (0, _) => Words.Say("change.lost", Markdown.Plain(words.Title(step)), Joined(lost)),
            _ => Words.Say("change.set", Markdown.Plain(words.Title(step)), Joined(gained), Joined(lost)),
        };
    }

    private static List<string> Said(Step step, StepWords words) => [words.Title(step), .. words.Details(step)];

    private static string Joined(IEnumerable<string> details) => string.Join("; ", details.Select(Markdown.Plain));

    private static IEnumerable<string> Lines(IEnumerable<Step> steps, StepWords words, string indent)
    {
        foreach (var (index, step) in steps.Index())
        {
            var details = Joined(words.Details(step));
            yield return $"{indent}{index + 1}. **{Markdown.Plain(words.Title(step))}**{(details.Length > 0 ? $": {details}." : "")}";
            foreach (var (way, inner) in Process.Inner(step).Index().Where(way => way.Item.Count > 0))
            {
                yield return $"{indent}   - {Way(step, way)}";
                foreach (var line in Lines(inner, words, indent + "     "))
                    yield return line;
            }
        }
    }

    private static string Way(Step step, int way) => step switch
    {
        Step.Branch => Words.Say(way == 0 ? "choice.yes" : "choice.no"),
        Step.Wait => Words.Say("way.meanwhile"),
        _ => Words.Say("way.number", way + 1),
    };

    private static string Cell(Step? step, Terms terms) => step is null ? "–" : Inline(step, new(terms));

    private static string Inline(Step step, StepWords words) =>
        words.Details(step) is { Count: > 0 } details ? Joined(details) : Words.Say("detail.plain");

    /// <summary>The ids of both, each list's order kept.</summary>
    private static List<string> Merged(List<string> one, List<string> other)
    {
        var merged = new List<string>(one);
        foreach (var (index, id) in other.Index().Where(entry => !one.Contains(entry.Item)))
            merged.Insert(index == 0 ? 0 : merged.IndexOf(other[index - 1]) + 1, id);
        return merged;
    }
}
