using System.Text.Json.Serialization;
using Ozg.Core.Processes;

namespace Ozg.Core.Cases;

/// <summary>Where a case stands in its process: enough to draw it.</summary>
public static class ProcessPicture
{
    /// <summary>Plays a journal through and says of every step how the case stands to it.</summary>
    /// <param name="process">The case's plan.</param>
    /// <param name="id">The case.</param>
    /// <param name="journal">What has happened, in order.</param>
    public static IReadOnlyList<PicturedStep> Of(Process process, CaseId id, IEnumerable<CaseEvent> journal)
    {
        var current = Case.Begin(id);
        var stoodAt = new HashSet<string>();
        foreach (var happened in journal)
        {
            current = Engine.Apply(process, current, happened).Case;
            stoodAt.UnionWith(current.Steps);
        }

        return new Painter(current, stoodAt).Sequence(process.Steps, current.IsClosed);
    }

    private sealed class Painter(Case current, HashSet<string> stoodAt)
    {
        /// <param name="steps">In their order.</param>
        /// <param name="passed">Whether the case is behind them: what it has not stood at then, it never will.</param>
        public List<PicturedStep> Sequence(IReadOnlyList<Step> steps, bool passed)
        {
            var pictured = new List<PicturedStep>();
            foreach (var step in steps.Reverse())
            {
                var state = StateOf(step, passed);
                pictured.Add(new(step.Id, KindOf(step), state, Ways(step, state, passed)));
                passed |= state is StepState.Open or StepState.Done;
            }

            pictured.Reverse();
            return pictured;
        }

        private StepState StateOf(Step step, bool passed)
        {
            var within = new Process([step]).All().Select(one => one.Id).ToList();
            return within.Any(current.Steps.Contains) ? StepState.Open
                : within.Any(stoodAt.Contains) ? StepState.Done
                : passed ? StepState.Skipped
                : StepState.Ahead;
        }

        private List<IReadOnlyList<PicturedStep>>? Ways(Step step, StepState state, bool passed) =>
            Process.Inner(step) is { Count: > 0 } ways
                ? [.. ways.Select(way => Sequence(way, passed || state is StepState.Done || (state is StepState.Open && step is not Step.Wait && !IsOpen(way))))]
                : null; // while it waits, a review may come

        // Of a branch the other way is not taken; of ways in parallel this one has ended.
        private bool IsOpen(IReadOnlyList<Step> way) => new Process(way).All().Any(step => current.Steps.Contains(step.Id));
    }

    private static string KindOf(Step step) => step switch
    {
        Step.Branch => "when",
        _ => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(step.GetType().Name),
    };
}

/// <summary>A step in the picture.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">As the catalogue spells it.</param>
/// <param name="State">How the case stands to it.</param>
/// <param name="Ways">The sequences that it contains; null for a plain step.</param>
public sealed record PicturedStep(string Id, string Kind, StepState State, IReadOnlyList<IReadOnlyList<PicturedStep>>? Ways);

/// <summary>How a case stands to a step.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StepState>))]
public enum StepState
{
    /// <summary>It may come.</summary>
    [JsonStringEnumMemberName("ahead")] Ahead,

    /// <summary>The case is there.</summary>
    [JsonStringEnumMemberName("open")] Open,

    /// <summary>The case has been there.</summary>
    [JsonStringEnumMemberName("done")] Done,

    /// <summary>The case went past it.</summary>
    [JsonStringEnumMemberName("skipped")] Skipped,
}
