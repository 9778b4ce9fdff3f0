using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>Every step can be taken, and what it depends on is known by then.</summary>
internal static class FlowRules
{
    public static IEnumerable<(string Field, string What)> Check(List<StepPlace> places, StepPlace place, ProcessNames names) =>
        Checks(places, place.Step).Concat(Depends(places, place, names)).Concat(Reach(places, place)).Concat(ForwardFlow.Check(places, place)).Concat(Grants(places, place)).Concat(Reviews(places, place.Step));

    private static IEnumerable<(string, string)> Checks(List<StepPlace> places, Step step)
    {
        if (step is Step.Check { Register: null } && !ReferenceEquals(places[0].Step, step))
            yield return ("kind", $"The check '{step.Id}' has to be the first step, since the conditions are answered there; only a check of a register may come later.");
        var needsAnswers = step is Step.Pay or Step.Wait { Until: not null } || UsedCondition.Of(step).Any(used => !Conditions.BuiltIn.Contains(used.Name));
        if (needsAnswers && places[0].Step is not Step.Check)
            yield return (UsedCondition.Of(step).FirstOrDefault().Field ?? "kind", $"Step '{step.Id}' depends on an answer, but the process does not begin with a check that gives it; put a step of kind 'check' first.");
    }

    private static IEnumerable<(string, string)> Depends(List<StepPlace> places, StepPlace place, ProcessNames names)
    {
        var before = places.TakeWhile(other => other.Pointer != place.Pointer).Select(other => other.Step).ToList();
        var answered = before.Append(place.Step).OfType<Step.Check>().SelectMany(check => check.Answers ?? [])
            .Concat(before.OfType<Step.Approve>().Select(approve => approve.RejectionMeans).OfType<string>()).ToList();
        foreach (var (field, name) in UsedCondition.Of(place.Step).Where(used => !names.Conditions.Contains(used.Name)))
        {
            if (answered.Contains(name))
                continue;

            if (Conditions.BuiltIn.Contains(name))
            {
                if (NeverHolds(name, before, place.Step) is { } why)
                    yield return (field, $"Step '{place.Step.Id}' depends on '{name}', which never holds here: {why}.");
            }
            else if (places.Select(other => other.Step).OfType<Step.Check>().Any(check => check.Answers?.Contains(name) == true))
            {
                yield return (field, $"Step '{place.Step.Id}' depends on '{name}', which a register answers only later; put that check before it.");
            }
            else if (places.Any(other => other.Step is Step.Approve { RejectionMeans: { } means } && means == name))
            {
                yield return (field, $"Step '{place.Step.Id}' depends on '{name}', which a clerk decides only later; put that approval before it.");
            }
            else
            {
                yield return (field, $"Step '{place.Step.Id}' depends on the unknown condition '{name}'; there are {NameRules.Listed(names.Conditions.Concat(answered).Concat(Conditions.BuiltIn))}.");
            }
        }
    }

    private static string? NeverHolds(string condition, List<Step> before, Step step) => condition switch
    {
        Conditions.Objected or Conditions.Conditional when !before.OfType<Step.Consult>().Any() => "no office is consulted before",
        Conditions.Unpaid when !before.OfType<Step.Pay>().Any() => "nothing has to be paid before",
        Conditions.Partial when !before.OfType<Step.Approve>().Any(approve => approve.MayChange is not null) => "whoever approves before cannot change the application (mayChange)",
        Conditions.Deemed when !before.Append(step).OfType<Step.Approve>().Any(approve => approve.DeemedApproval is not null) => "no approval before counts as given by law",
        _ => null,
    };

    private static IEnumerable<(string, string)> Reach(List<StepPlace> places, StepPlace place)
    {
        var step = place.Step;
        if (step.Unless == Conditions.Always)
            yield return ("unless", $"Step '{step.Id}' is never taken: it is left out always; remove it.");
        if (step.When is { } when && when == step.Unless)
            yield return ("unless", $"Step '{step.Id}' is never taken: when '{when}' holds it is left out, and otherwise too.");
        if (step.On == Verdict.Rejected && !places.TakeWhile(other => other.Pointer != place.Pointer).Any(other => CanReject(other.Step)))
            yield return ("on", $"Step '{step.Id}' is never taken: nothing before it can reject; put it behind the approval, the check or the payment that can.");
        if (step is Step.Branch { If: Conditions.Always, Else.Count: > 0 })
            yield return ("else", $"The way 'else' of step '{step.Id}' is never taken, since its condition always holds.");
        foreach (var outer in places.Where(other => other.Step is Step.Branch && place.Pointer.StartsWith(other.Pointer + "/", StringComparison.Ordinal)))
        {
            var asked = ((Step.Branch)outer.Step).If;
            var holds = place.Pointer.StartsWith(outer.Pointer + "/then/", StringComparison.Ordinal);
            if (holds ? step.Unless == asked : step.When == asked)
                yield return (holds ? "unless" : "when", $"Step '{step.Id}' is never taken: on this way of '{outer.Step.Id}', '{asked}' {(holds ? "holds" : "does not hold")}.");
        }
    }

    // Beside it, a fee may be paid that goes by what was applied for.
    private static IEnumerable<(string, string)> Grants(List<StepPlace> places, StepPlace place)
    {
        if (place.Step is Step.Approve { MayChange: not null } && places.Any(other => other.Step is Step.Parallel && place.Pointer.StartsWith(other.Pointer + "/", StringComparison.Ordinal)))
            yield return ("mayChange", $"Step '{place.Step.Id}' may change the application, while other ways of 'parallel' go on with it as it was; put the step before or behind them.");
    }

    private static IEnumerable<(string, string)> Reviews(List<StepPlace> places, Step step)
    {
        if (step is not Step.Approve approve || !places.Any(other => other.Step is Step.Wait wait && ReferenceEquals(wait.Review, approve)))
            yield break;

        if (approve.RejectionMeans is null)
            yield return ("rejectionMeans", $"Step '{step.Id}' reviews what was granted: say with 'rejectionMeans' which condition holds once it is taken back, so that the steps behind can tell the applicant.");
        foreach (var field in new[] { (approve.When, "when"), (approve.Unless, "unless"), (approve.On?.ToString(), "on") }.Where(field => field.Item1 is not null).Select(field => field.Item2))
            yield return (field, $"Step '{step.Id}' is opened by a clerk, not by the process; '{field}' has no effect here.");
        if (approve.DeemedApproval is not null)
            yield return ("deemedApproval", $"Step '{step.Id}' reviews what was granted: it stays anyway while nobody decides; leave 'deemedApproval' out.");
        if (approve.MayForward == true)
            yield return ("mayForward", $"Step '{step.Id}' reviews what was granted, and whoever granted it is responsible; leave 'mayForward' out.");
        if (approve.MayChange is not null)
            yield return ("mayChange", $"Step '{step.Id}' reviews what was granted: that stays or is taken back as a whole; leave 'mayChange' out.");
    }

    private static bool CanReject(Step step) => step is Step.Approve { RejectionMeans: null } or Step.Pay or Step.Check { RejectWhen.Count: > 0 };
}
