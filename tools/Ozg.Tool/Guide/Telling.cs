using Ozg.Core.Processes;
using Ozg.Tool.Drawing;

namespace Ozg.Tool.Guide;

/// <summary>Tells a process, and how one differs from another.</summary>
internal static class Telling
{
    /// <summary>The steps as a numbered list; what runs within a step is indented below it.</summary>
    public static string Steps(DrawnProcess process) => string.Join('\n', Lines(process.Process.Steps, new(process.Terms), ""));

    /// <summary>A table: a row a step under the standard's name for it, two variants side by side.</summary>
    public static IEnumerable<IReadOnlyList<string>> SideBySide(DrawnProcess standard, DrawnProcess left, DrawnProcess right)
    {
        var shared = standard.Process.All().ToList();
        var (one, other) = (left.Process.All().ToList(), right.Process.All().ToList());
        foreach (var id in Merged([.. one.Select(step => step.Id)], [.. other.Select(step => step.Id)]))
        {
            var (first, second) = (one.Find(step => step.Id == id), other.Find(step => step.Id == id));
            var title = shared.Find(step => step.Id == id) is { } known
                ? new StepWords(standard.Terms).Title(known)
                : new StepWords(first is null ? right.Terms : left.Terms).Title(first ?? second!);
            yield return [Markdown.Plain(title), Cell(first, left.Terms, title), Cell(second, right.Terms, title)];
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
        var (now, then) = (words.Details(step), before.Details(same));
        var (gained, lost) = (now.Except(then).ToList(), then.Except(now).ToList());
        var (title, own) = (Markdown.Plain(before.Title(same)), Markdown.Plain(words.Title(step)));
        if (own != title)
            gained.Insert(0, own);
        return (gained.Count, lost.Count) switch
        {
            (0, 0) => null,
            (1, 0) when own != title => Words.Say("change.renamed", title, own),
            (_, 0) => Words.Say("change.gained", title, Joined(gained)),
            (0, _) => Words.Say("change.lost", title, Joined(lost)),
            _ => Words.Say("change.set", title, Joined(gained), Joined(lost)),
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

    // Whose own name for the step is another says so: the row has the standard's.
    private static string Cell(Step? step, Terms terms, string title)
    {
        if (step is null)
            return "–";
        var words = new StepWords(terms);
        return words.Title(step) == title ? Inline(step, words) : Joined([words.Title(step), .. words.Details(step)]);
    }

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
