using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>An application goes to another Kommune before anybody has been told what became of it; what follows is said of that alone.</summary>
internal static class ForwardFlow
{
    public static IEnumerable<(string Field, string What)> Check(List<StepPlace> places, StepPlace place)
    {
        var step = place.Step;
        if (step.On == Verdict.Forwarded && !places.Any(other => FieldOf(other.Step) is not null && MayBeTakenBy(places, other, place)))
            yield return ("on", $"Step '{step.Id}' is never taken: nothing before it can hand the application on to another Kommune; put it behind the approval (mayForward) or the check (forwardWhen) that can.");
        if (step is { AsksSomebody: true, On: Verdict.Forwarded })
            yield return ("on", $"Step '{step.Id}' asks somebody for something when the application has gone to another Kommune; tell the applicant in a step of kind notify or issue, or leave the step out.");
        if (!step.IsTakenOn(Verdict.Forwarded) && step.On is null && places.Find(outer => outer.Step.On == Verdict.Forwarded && IsWithin(place, outer))?.Step is { } outer)
            yield return ("kind", $"Step '{step.Id}' is never taken: once the application has gone to another Kommune, only what says so is; say 'on: forwarded' here too, not in '{outer.Id}' alone.");
        if (FieldOf(step) is not { } field)
            yield break;

        if (step.On == Verdict.Rejected)
            yield return (field, $"Step '{step.Id}' comes when the application is rejected, and the applicant knows that; leave '{field}' out.");
        var told = places.FindIndex(other => other.Step is Step.Issue or Step.Deliver && !IsForOthers(places, other) && MayBeTakenBy(places, other, place));
        if (told >= 0)
            yield return (field, $"Step '{step.Id}' may hand the application on, but step '{places[told].Step.Id}' before or beside it tells what became of it; leave '{field}' out.");
    }

    /// <summary>The field by which a step can hand an application on; null: it cannot.</summary>
    private static string? FieldOf(Step step) => step switch
    {
        Step.Approve { MayForward: true } => "mayForward",
        Step.Check { ForwardWhen.Count: > 0 } => "forwardWhen",
        _ => null,
    };

    // What only those get whose application is not granted here, nobody has got who waits for a decision.
    private static bool IsForOthers(List<StepPlace> places, StepPlace place) =>
        places.Exists(outer => outer.Step.On is Verdict.Rejected or Verdict.Forwarded && (outer.Pointer == place.Pointer || IsWithin(place, outer)));

    /// <summary>Whether one step may have been taken by the time another is: it stands before it, or on a way beside it.</summary>
    private static bool MayBeTakenBy(List<StepPlace> places, StepPlace one, StepPlace other)
    {
        foreach (var outer in places.Where(outer => IsWithin(one, outer) && IsWithin(other, outer)))
        {
            if (WayIn(outer, one) != WayIn(outer, other))
                return outer.Step is Step.Parallel;
        }

        return places.FindIndex(place => place.Pointer == one.Pointer) < places.FindIndex(place => place.Pointer == other.Pointer);
    }

    private static bool IsWithin(StepPlace place, StepPlace outer) => place.Pointer.StartsWith(outer.Pointer + "/", StringComparison.Ordinal);

    private static string WayIn(StepPlace outer, StepPlace place) =>
        string.Join('/', place.Pointer[(outer.Pointer.Length + 1)..].Split('/').Take(outer.Step is Step.Parallel ? 2 : 1));
}
